"""Which answers a change of rules changes."""

import re
from datetime import date, timedelta

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from kotov import EMBASSY, kotov

from urgent_actions import Diff, Rule, RuleBook, RuleChange, Scope, Sender, Source, Status, Window, diff, guide
from urgent_actions.testing.strategies.rules import rulebooks

MAY = [date(2020, 5, day) for day in range(20, 32)]
SENDERS = [Sender("US"), Sender("FI", ["ru"], ties=["RU"])]
NO_CALLS = Rule(
    "no-calls",
    "close",
    when=Scope(channels={"phone"}),
    during=Window("2020-05-25", "2020-05-27"),
    reason="The embassy is on holiday.",
    source=Source("Notice", stated="2020-05-20"),
)
NONE, CLOSED = RuleBook(), RuleBook([NO_CALLS])


def test_a_new_rule_is_told_with_the_answers_it_changes_day_after_day_as_one():
    found = diff(kotov(), NONE, CLOSED, senders=[Sender("US")], days=MAY)
    assert found.rules == (RuleChange("no-calls", None, after=NO_CALLS),)
    [change] = found.answers
    assert (change.target.id, str(change.channel.kind)) == (EMBASSY, "phone")
    assert (change.first, change.last) == (date(2020, 5, 25), date(2020, 5, 27))
    assert (change.before.status, change.after.status) == (Status.OPEN, Status.CLOSED)
    assert change.closes
    assert not change.opens
    assert str(found) == (
        "rule added: no-calls (close, 2020-05-25/2020-05-27)\n"
        "UA 82/20 from US, phone to Embassy of the Russian Federation, 2020-05-25 to 2020-05-27: "
        "open -> closed (no-calls)"
    )


def test_days_that_do_not_follow_each_other_are_changes_of_their_own():
    days = [date(2020, 5, 27), date(2020, 5, 25)]
    found = diff(kotov(), NONE, CLOSED, senders=[Sender("US"), Sender("US", name="Ada")], days=days)
    assert [row[3] for row in found.rows()] == ["2020-05-25", "2020-05-27"]


def test_a_new_edition_is_told_field_by_field_and_counts_where_it_decides():
    longer = attrs.evolve(NO_CALLS, edition=2, during=Window("2020-05-25", "2020-05-28"))
    found = diff(kotov(), CLOSED, CLOSED | RuleBook([longer]), senders=[Sender("US")], days=MAY)
    assert found.rules[0].fields == ("during", "edition")
    assert str(found.rules[0]) == (
        "new edition: no-calls (close, 2020-05-25/2020-05-28, edition 2); it differs in during, edition"
    )
    assert [(row[3], row[4]) for row in found.rows()] == [
        ("2020-05-25 to 2020-05-27", "closed (no-calls)"),
        ("2020-05-28", "open"),
    ]


def test_a_change_without_a_new_edition_is_told_as_such():
    shorter = attrs.evolve(NO_CALLS, during=Window("2020-05-25"))
    found = diff(kotov(), CLOSED, RuleBook([shorter]), senders=[Sender("US")], days=MAY)
    assert str(found.rules[0]) == "changed: no-calls (close, 2020-05-25/..); it differs in during"


def test_an_answer_is_told_with_all_rules_that_decide_it():
    both = CLOSED | RuleBook([attrs.evolve(NO_CALLS, id="no-answer")])
    found = diff(kotov(), NONE, both, senders=[Sender("US")], days=MAY[5:6])
    assert [row[4:] for row in found.rows()] == [("open", "closed (no-answer, no-calls)")]


def test_a_diff_is_true_where_rules_or_answers_differ():
    found = diff(kotov(), NONE, CLOSED, senders=[Sender("US")], days=MAY)
    assert found
    assert Diff(rules=found.rules)
    assert Diff(answers=found.answers)
    assert not Diff()


def test_two_editions_that_both_close_are_told_apart():
    shorter = RuleBook([attrs.evolve(NO_CALLS, edition=2, during=Window("2020-05-25", "2020-05-26"))])
    found = diff(kotov(), CLOSED, CLOSED | shorter, senders=[Sender("US")], days=MAY)
    assert [row[3:] for row in found.rows()] == [
        ("2020-05-25 to 2020-05-26", "closed (no-calls)", "closed (no-calls, edition 2)"),
        ("2020-05-27", "closed (no-calls)", "open"),
    ]


def test_a_remark_changes_a_rule_and_no_answer():
    remark = RuleBook([attrs.evolve(NO_CALLS, effect="note")])
    found = diff([kotov()], NONE, remark, senders=SENDERS, days=MAY)
    assert not found.answers
    assert str(found).endswith("\nno answer differs")
    assert str(diff([], remark, NONE, senders=SENDERS, days=MAY).rules[0]).startswith("removed: ")
    assert str(Diff()) == "no rule differs\nno answer differs"


def test_a_notebook_shows_both_tables_with_every_text_escaped():
    shown = diff(kotov(), NONE, RuleBook([attrs.evolve(NO_CALLS, id="<b>")]), senders=SENDERS, days=MAY)._repr_html_()
    assert shown.count("<table>") == 2
    assert re.findall(r"<th [^>]*>([^<]*)<", shown) == ["Rules", "Case", "From", "Channel", "Days", "Before", "After"]
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


BOOKS = rulebooks(most=4)
WEEKS = st.dates(date(2019, 12, 1), date(2021, 3, 1)).map(lambda first: [first + timedelta(days=n) for n in range(9)])


@given(BOOKS, WEEKS)
@settings(max_examples=settings().max_examples // 4)
def test_a_book_does_not_differ_from_itself(book: RuleBook, days: list[date]):
    assert not diff(kotov(), book, book, senders=SENDERS, days=days)


@given(BOOKS, BOOKS, WEEKS)
@settings(max_examples=settings().max_examples // 2)
def test_just_what_differs_is_told_on_just_the_days_on_which_it_does(old: RuleBook, new: RuleBook, days: list[date]):
    told = {}
    for change in diff(kotov(), old, new, senders=SENDERS, days=days).answers:
        for day in (change.first + timedelta(days=n) for n in range((change.last - change.first).days + 1)):
            key = (change.sender, change.target.id, change.channel, day)
            assert key not in told
            told[key] = (change.before, change.after)
    differing = {}
    for sender in SENDERS:
        for day in days:
            before, after = (guide(kotov(), sender=sender, on=day, rules=rules) for rules in (old, new))
            for then, now in zip(before, after, strict=True):
                decisions = then.advice.decision, now.advice.decision
                if len({(one.status, frozenset(one.because)) for one in decisions}) > 1:
                    differing[sender.profile, then.target.id, then.channel, day] = decisions
    assert told == differing


@given(BOOKS, BOOKS, WEEKS)
@settings(max_examples=settings().max_examples // 2)
def test_exchanging_the_books_exchanges_before_and_after(old: RuleBook, new: RuleBook, days: list[date]):
    there, back = (diff(kotov(), *books, senders=SENDERS, days=days) for books in ((old, new), (new, old)))
    for name in ("rules", "answers"):
        mirrored = tuple(attrs.evolve(one, before=one.after, after=one.before) for one in getattr(back, name))
        assert mirrored == getattr(there, name)
