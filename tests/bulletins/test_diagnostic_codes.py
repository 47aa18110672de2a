"""Every code that reading or writing a bulletin, or putting editions in order, can give has a page of its own."""

import ast
import re
from doctest import DocTestParser, DocTestRunner
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "urgent_actions"
PAGES = ROOT / "docs" / "reference" / "diagnostics"
SOURCES = [*sorted((PACKAGE / "bulletins").rglob("*.py")), PACKAGE / "case_history.py", PACKAGE / "errors.py"]
PLACES = {"Problem": 0, "Diagnostic": 0, "error": 0, "warn": 0, "info": 0, "tell": 0, "_refused": 0, "remark": 1}
"""Which argument of a call is a code, by what is called."""
EXAMPLES = ROOT / "docs" / "examples"
WORDS = {"error", "warning", "info", "refused", "doubt"}
KEBAB_CASE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def name_called(call):
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def given_codes(tree):
    """The argument that is a code, for each call that tells of something; a code alone tells nothing."""
    for node in ast.walk(tree):
        place = PLACES.get(name_called(node)) if isinstance(node, ast.Call) else None
        if place is None or len(node.args) + len(node.keywords) < 2:
            continue
        named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
        yield from named or node.args[place : place + 1]


def bound_to_code(tree):
    """The strings that a variable named `code` is bound to: alone, from a pair, or from the rows of a table."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield from strings_at_code(node.targets[0], node.value)
        elif isinstance(node, (ast.For, ast.comprehension)) and isinstance(node.iter, (ast.Tuple, ast.List)):
            for row in node.iter.elts:
                yield from strings_at_code(node.target, row)


def strings_at_code(target, value):
    if isinstance(value, ast.IfExp):
        yield from strings_at_code(target, value.body)
        yield from strings_at_code(target, value.orelse)
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=True):
            yield from strings_at_code(one, its)
    elif isinstance(target, ast.Name) and target.id == "code" and isinstance(value, ast.Constant):
        yield value.value


def is_variable(argument):
    return isinstance(argument, ast.Name) and argument.id == "code"


def codes_in(source):
    """All codes of a file; the arguments that are neither a string, nor `code`, nor the `.code` of a problem."""
    tree = ast.parse(source)
    given = list(given_codes(tree))
    codes = {one.value for one in given if isinstance(one, ast.Constant)}
    for part in ast.walk(tree):
        if isinstance(part, ast.FunctionDef) and any(map(is_variable, given_codes(part))):
            codes |= set(bound_to_code(part))
    passed_on = (
        isinstance(one, ast.Constant) or is_variable(one) or (isinstance(one, ast.Attribute) and one.attr == "code")
        for one in given
    )
    return codes, [ast.unparse(one) for one, clear in zip(given, passed_on, strict=True) if not clear]


def all_codes():
    return {code for path in SOURCES for code in codes_in(path.read_text(encoding="utf-8"))[0]}


def pages():
    return {path.stem: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md") if path.stem != "index"}


def test_every_way_to_give_a_code_is_found():
    source = """
def tell():
    ledger.warn("plain", what)
    draft.remark(severity, "second", what)
    Diagnostic(code="named", what=what)
    code, why = ("one", 1) if known else ("other", 2)
    for name, code in (("a", "in-a-row"), ("b", "in-the-next")):
        Problem(code, what)
    ledger.error(found.problem.code, what)
    Problem(name + "-lost", what)

def unmask():
    code = "no code of a problem"
"""
    codes, unclear = codes_in(source)
    assert codes == {"plain", "second", "named", "one", "other", "in-a-row", "in-the-next"}
    assert unclear == ["name + '-lost'"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_code_is_put_together(path):
    assert codes_in(path.read_text(encoding="utf-8"))[1] == []


def test_every_code_has_a_page():
    assert sorted(all_codes() - set(pages())) == []


def test_every_page_is_of_a_code():
    assert sorted(set(pages()) - all_codes()) == []


def test_every_code_is_in_kebab_case():
    assert [code for code in sorted(all_codes()) if not KEBAB_CASE.fullmatch(code)] == []


@pytest.mark.parametrize("code", sorted(pages()))
def test_a_page_names_its_code_and_its_severity_and_says_what_to_do(code):
    text = pages()[code]
    severities = re.search(r"^\*\*Severity:\*\* ([a-z, ]+) \\$", text, re.MULTILINE)
    assert text.startswith(f"# `{code}`\n")
    assert severities
    assert set(severities[1].split(", ")) <= WORDS
    assert "\n## What to do\n" in text


def test_the_index_names_every_code_under_each_of_its_severities():
    index = (PAGES / "index.md").read_text(encoding="utf-8")
    for code, text in pages().items():
        severities = re.search(r"^\*\*Severity:\*\* ([a-z, ]+) \\$", text, re.MULTILINE)[1].split(", ")
        assert index.count(f"[`{code}`]({code}.md)") == len(severities), code


@pytest.mark.parametrize("code", sorted(code for code, text in pages().items() if "```python" in text))
def test_an_example_prints_what_its_page_says(code, monkeypatch):
    monkeypatch.chdir(EXAMPLES)
    block = re.search(r"```python\n(.*?)\n```", pages()[code], re.DOTALL)[1]
    shown = DocTestParser().get_doctest(f"{block}\n", {}, code, code, 0)
    assert shown.examples[-1].want
    assert DocTestRunner(verbose=False).run(shown).failed == 0
