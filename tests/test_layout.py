"""How the source is laid out, where no other tool can see it."""

import ast
import sys
import tarfile
import zipfile
from pathlib import Path
from subprocess import run

import pytest

import urgent_actions

PACKAGE = Path(urgent_actions.__file__).parent
ROOT = PACKAGE.parents[1]
SOURCES = sorted(PACKAGE.rglob("*.py"))


def own_imports_below(node):
    """The imports of this package that stand inside a function or a block, and so hide from a reader."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").startswith("urgent_actions"):
            yield inner.lineno
        if isinstance(inner, ast.Import) and any(alias.name.startswith("urgent_actions") for alias in inner.names):
            yield inner.lineno


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_our_own_modules_are_imported_at_the_top_only(path):
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    blocks = [node for node in statements if not isinstance(node, ast.Import | ast.ImportFrom)]
    assert [line for node in blocks for line in own_imports_below(node)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_import_is_shown_to_type_checkers_alone(path):
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    assert "TYPE_CHECKING" not in {getattr(node, "id", getattr(node, "attr", "")) for node in nodes}


@pytest.mark.parametrize("package", sorted(PACKAGE.rglob("*/__init__.py")), ids=lambda path: path.parent.name)
def test_an_inner_package_is_a_docstring_and_nothing_else(package):
    body = ast.parse(package.read_text(encoding="utf-8")).body
    assert [type(node) for node in body] == [ast.Expr]


def test_every_file_of_the_package_travels_in_wheel_and_sdist(tmp_path):
    run([sys.executable, "-m", "hatchling", "build", "-d", tmp_path], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    (sdist,) = tmp_path.glob("*.tar.gz")
    files = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "urgent_actions/py.typed" in files
    assert files <= {*zipfile.ZipFile(wheel).namelist()}
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"src/{name}" for name in files} <= names
