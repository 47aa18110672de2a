from datetime import date

import pytest
from hypothesis import given
from kotov import kotov

from urgent_actions.case import Case, Subject
from urgent_actions.errors import InvalidValue, UnknownTarget
from urgent_actions.note import Note
from urgent_actions.rules.rule import Rule
from urgent_actions.target import Target
from urgent_actions.testing.strategies.nouns import cases
from urgent_actions.values.source import Source

GOVERNOR = Target("governor", "official", office="Governor")
RULE = Rule("a", "close", reason="because", source=Source("UA 82/20"))


@given(cases())
def test_every_target_is_found_by_its_id(case):
    assert [case.target(target.id) for target in case.targets] == list(case.targets)


def test_an_unknown_target_is_refused_with_the_nearest_id():
    with pytest.raises(UnknownTarget) as caught:
        Case("UA 82/20", targets=[GOVERNOR]).target("govenor")
    assert str(caught.value) == "UA 82/20 has no target 'govenor' at target; did you mean 'governor'?"
    with pytest.raises(KeyError):
        Case("UA 82/20").target("governor")


@given(cases())
def test_a_case_is_its_own_source(case):
    assert case.source.title == str(case.reference)
    assert case.source.stated == case.issued == case.edition.issued
    assert (case.source.publisher is None) == (case.publisher is None)


@given(cases())
def test_a_notebook_shows_every_target_and_nothing_that_a_browser_would_obey(case):
    shown = case._repr_html_()
    assert shown.count("<tr>") == len(case.rows()) + 1
    assert "<script" not in shown


def test_markup_in_a_bulletin_is_shown_as_text():
    shown = Case("UA 82/20", title="<script>alert(1)</script>", subjects=[Subject('"><img src=x>')])._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown


def test_a_case_tells_what_it_is():
    rows = dict(kotov().rows())
    assert rows["Case"] == "UA 82/20"
    assert rows["Country"] == "Russia"
    assert rows["Deadline"] == "none given"
    assert "phone: +1 202-298-5700" in rows["To Ambassador Anatoly Antonov, Embassy of the Russian Federation"]


def test_a_deadline_is_never_assumed_but_on_request_and_then_it_is_not_firm():
    assert kotov().deadline is None
    assumed = kotov().with_default_deadline()
    assert assumed.deadline.last_day == date(2020, 7, 1)
    assert not assumed.deadline.firm
    assert assumed.with_default_deadline(weeks=1) == assumed
    assert Case("UA 82/20").with_default_deadline().deadline is None


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            {"targets": [GOVERNOR, GOVERNOR]},
            "two targets have the id 'governor' at targets[1].id; number the second one",
        ),
        ({"rules": [RULE, RULE]}, "two rules have the id 'a' at rules[1].id; give one of them another id"),
        ({"ended_on": "2020-06-01"}, "the case is open, and ended on 2020-06-01 at ended_on; set status to 'ended'"),
        ({"status": "closed"}, "unknown case status 'closed'"),
        ({"choose": "both"}, "unknown choice 'both'; expected one of all, any, one"),
        ({"country": "UK"}, "unknown country 'UK'; did you mean 'GB'?"),
        ({"demands": "free him"}, "expected a collection of things, not 'free him'"),
        ({"languages": "en"}, "expected a collection of languages, not 'en'"),
        ({"subjects": ["Konstantin Kotov"]}, "'Konstantin Kotov' is not a Subject at subjects[0]"),
        ({"deadline": "2020-07-01"}, "deadline is '2020-07-01', not a Deadline at deadline; give Deadline(...)"),
        ({"publisher": "Amnesty"}, "publisher is 'Amnesty', not a Publisher at publisher; give Publisher(...)"),
        ({"letter": "Dear Sir"}, "letter is 'Dear Sir', not a LetterTemplate at letter; give LetterTemplate(...)"),
        ({"edition": "2020-05-20"}, "edition is '2020-05-20', not an Edition at edition; give Edition(...)"),
    ],
)
def test_what_contradicts_itself_is_refused(wrong, told):
    with pytest.raises(InvalidValue) as caught:
        Case("UA 82/20", **wrong)
    assert str(caught.value).startswith(told)


def test_all_that_is_wrong_with_a_case_is_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        Case("UA 82/20", deadline="soon", targets=[GOVERNOR, GOVERNOR], ended_on="2020-06")
    assert [problem.where for problem in caught.value.problems] == ["deadline", "targets[1].id", "ended_on"]


def test_pronouns_are_kept_as_given_and_never_guessed():
    assert Subject("Konstantin Kotov").pronouns is None
    assert Subject("Konstantin Kotov", pronouns="he/him").pronouns == "he/him"


@pytest.mark.parametrize(
    "made", [lambda: Subject(" "), lambda: Subject(7), lambda: Note("other", 7), lambda: Note("hint", "x")]
)
def test_subjects_and_notes_are_words(made):
    with pytest.raises(InvalidValue):
        made()
