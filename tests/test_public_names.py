"""What `import urgent_actions` offers, what it costs, and that the stub tells the truth about it."""

import ast
import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import urgent_actions

PACKAGE = Path(urgent_actions.__file__).parent
HOMES = vars(urgent_actions)["_HOMES"]


def fresh(code):
    """Run code in a new interpreter that has nothing but the standard library and this package; its output."""
    program = f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r})\n{code}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_importing_the_package_imports_nothing_else():
    added = fresh("before = {*sys.modules}\nimport urgent_actions\nprint(*({*sys.modules} - before))")
    assert added == ["urgent_actions"]


def test_the_names_are_sorted_and_each_is_shown_by_dir():
    assert urgent_actions.__all__ == sorted(urgent_actions.__all__)
    assert {*urgent_actions.__all__} <= {*dir(urgent_actions)}


def test_dir_shows_the_names_before_any_is_used():
    shown = fresh("import urgent_actions\nprint(*dir(urgent_actions))")
    assert {*urgent_actions.__all__} <= {*shown}


@pytest.mark.parametrize("name", urgent_actions.__all__)
def test_a_public_name_is_the_very_thing_in_its_home(name):
    home = import_module(f"urgent_actions.{HOMES[name]}")
    assert getattr(urgent_actions, name) is getattr(home, name)
    assert vars(urgent_actions)[name] is getattr(home, name), "kept, so that it is looked up once"


@pytest.mark.parametrize("name", urgent_actions.__all__)
def test_the_home_of_a_public_name_is_where_it_is_made(name):
    made = inspect.getmodule(getattr(urgent_actions, name))
    assert made is None or made.__name__ == f"urgent_actions.{HOMES[name]}"


def test_the_stub_gives_every_name_the_same_home():
    stub = ast.parse((PACKAGE / "__init__.pyi").read_text(encoding="utf-8"))
    imports = [line for line in stub.body if isinstance(line, ast.ImportFrom)]
    told = {alias.asname: line.module for line in imports for alias in line.names if alias.asname == alias.name}
    assert told == {name: f"urgent_actions.{home}" for name, home in HOMES.items()}


def test_the_reference_shows_every_name_once():
    reference = PACKAGE.parent.parent / "docs" / "reference" / "names.md"
    shown = re.findall(r"^\.\. auto\w+:: (\w+)$", reference.read_text(encoding="utf-8"), re.MULTILINE)
    raised = {name for name, home in HOMES.items() if home == "errors"}
    assert sorted(shown) == sorted({*HOMES} - raised)


def test_a_misspelt_name_is_refused_with_a_suggestion():
    with pytest.raises(AttributeError, match="no attribute 'Contry'; did you mean 'Country'"):
        _ = urgent_actions.Contry


def test_a_name_that_only_python_asks_for_is_refused_without_a_list():
    with pytest.raises(AttributeError, match=r"no attribute '__wrapped__'$"):
        _ = urgent_actions.__wrapped__
