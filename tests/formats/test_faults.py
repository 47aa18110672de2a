import pytest

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.formats.faults import FaultsInside, UnknownKeys, faults_of, read_each, read_known
from urgent_actions.rules.scope import Scope


def test_an_error_that_says_nothing_about_the_document_is_not_swallowed():
    with pytest.raises(ZeroDivisionError):
        list(faults_of(FaultsInside({"a": ZeroDivisionError()}), "case"))


def test_a_problem_is_told_with_the_path_to_it_and_the_key_that_it_is_about():
    unknown = UnknownKeys(["kidns"], ["kinds"], Scope)
    refused = InvalidValue(Problem("x", "it is wrong", where="[2]"))
    refused.add_note("a note of somebody else")
    error = FaultsInside({"when": ExceptionGroup("", [unknown, refused])})
    found = list(faults_of(error, ""))
    assert [str(fault.problem) for fault in found] == [
        "unknown key 'kidns' at when; did you mean 'kinds'?",
        "it is wrong at when[2]",
    ]
    assert [fault.at for fault in found] == ["when.kidns", "when[2]"]


def test_what_a_path_cannot_show_is_made_visible_in_it():
    (fault,) = faults_of(FaultsInside({"\x1b[31m": InvalidValue("it is wrong")}), "case")
    assert fault.problem.where == "case.\ufffd[31m"


def test_all_parts_are_read_before_any_is_refused():
    with pytest.raises(FaultsInside) as caught:
        read_each([("a", "1"), ("b", "x"), ("c", "y")], int)
    assert list(caught.value.parts) == ["b", "c"]
    assert read_each([("a", "1")], int) == {"a": 1}


def test_a_table_without_unknown_keys_is_read_as_it_is():
    assert read_known({"a": 1}, {"a": None}, Scope, dict) == {"a": 1}
