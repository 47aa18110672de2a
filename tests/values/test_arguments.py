"""Verbs that are given something else than they ask for say so, all at once, with the way out."""

from collections import Counter
from datetime import date, datetime
from functools import partial

import pytest
from kotov import kotov

from urgent_actions import (
    ActionReport,
    BoundEmail,
    Case,
    CaseHistory,
    Email,
    Fax,
    FormEntry,
    InvalidValue,
    MissionDirectory,
    PhoneCall,
    PreparedCase,
    RuleBook,
    Sender,
    SocialPost,
    TextMessage,
    diff,
    dispatch,
    docx_of,
    explain,
    guide,
    holiday_rules,
    implied_rules,
    lint_case,
    lint_rules,
    mailto_link,
    pdf_of,
    plan,
    print_letter,
    read_missions_csv,
    read_missions_toml,
    read_rules,
    tally,
    what_if,
    write_letter,
    write_missions_csv,
    write_missions_toml,
    write_rules,
)
from urgent_actions.testing.check_table import check_table
from urgent_actions.values.arguments import refuse_wrong, several

CASE, US, DAY = kotov(), Sender("US"), date(2020, 5, 25)
GUIDANCE = guide(CASE, sender=US, on=DAY)
LETTER = write_letter(CASE, CASE.targets[0], sender=US, on=DAY)
REPORT = ActionReport("one", CASE.reference, channel="post", on=DAY)


def told(verb):
    with pytest.raises(InvalidValue) as refused:
        verb()
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("verb", "places"),
    [
        (partial(guide, "text", sender="US", on="2020-05-25", rules=[], missions=[], at="now"), 6),
        (partial(PreparedCase, "text", rules=5, missions=5), 3),
        (partial(PreparedCase(CASE).decide, "US", on="2020-05-25"), 2),
        (partial(PreparedCase(CASE).guide, "US", on="2020-05-25", at=5), 3),
        (partial(write_letter, "text", 5, sender="US", on="2020-05-25", template=5, fill=5), 6),
        (partial(plan, "text", CASE), 2),
        (partial(what_if, "text", 0, CASE), 3),
        (partial(lint_case, "text", on="today", rules=5, senders="US", missions=5), 5),
        (partial(lint_rules, "text", on="today"), 2),
        (partial(diff, "text", 5, 5, senders="US", days="2020-05-25", missions=5), 6),
        (partial(check_table, 5, rules=[], case="text", missions=5, alike=5), 5),
        (partial(explain, "text"), 1),
        (partial(implied_rules, "text"), 1),
        (partial(tally, 5), 1),
        (partial(GUIDANCE.instead_of, "text"), 1),
        (partial(REPORT.check, "text", "today"), 2),
        (partial(RuleBook().advise, "text"), 1),
        (partial(RuleBook().trace, "text"), 1),
        (partial(RuleBook().known_by, "today"), 1),
        (partial(RuleBook().stale, "today", 5), 2),
        (partial(CaseHistory([CASE]).as_of, "today"), 1),
        (partial(MissionDirectory().find, "RU", "US", "today"), 1),
        (partial(MissionDirectory().permanent, "RU", 5, "today"), 2),
        (partial(holiday_rules, "RU", 2020), 1),
        (partial(read_rules, 5), 1),
        (partial(write_rules, 5), 1),
        (partial(read_missions_toml, 5), 1),
        (partial(read_missions_csv, 5), 1),
        (partial(write_missions_toml, 5), 1),
        (partial(write_missions_csv, 5), 1),
        (partial(dispatch, "text", 5, case="text", sender="US", wishes={}, anyway="yes"), 6),
        (partial(print_letter, "text", "minister", "post", sender="US", paper=5, place=5), 6),
        (partial(pdf_of, LETTER), 1),
        (partial(pdf_of, "text"), 1),
        (partial(docx_of, iter([LETTER, 5])), 2),
        (partial(mailto_link, LETTER), 1),
        (partial(Fax.of, "text", "001", target="minister", sender="US"), 4),
        (partial(PhoneCall.of, "text", "phone", case="text", sender="US"), 4),
        (partial(TextMessage.of, "text", "sms", case="text"), 3),
        (partial(SocialPost.of, "text", "twitter", case="text", on="today"), 4),
        (partial(FormEntry.of, "text", "https://example.org", sender="US", limit="x"), 4),
        (partial(Email.of, "text", "info@example.org"), 1),
        (partial(BoundEmail, LETTER, "info@example.org"), 1),
    ],
)
def test_a_verb_names_every_argument_of_another_type_with_the_way_out(verb, places):
    problems = told(verb)
    assert len(problems) == places
    assert all(" at " in problem and "; " in problem for problem in problems)


def test_what_was_given_and_what_is_expected_are_both_told():
    assert told(partial(guide, "text", sender="US", on=datetime(2020, 5, 25))) == [
        "'text' is not a Case at case; read_bulletin(text).case gives one",
        "'US' is not a Sender at sender; write it as Sender('US')",
        "datetime.datetime(2020, 5, 25, 0, 0) is not a day at on; give a datetime.date",
    ]


def test_of_something_long_only_the_type_is_told():
    assert told(partial(what_if, GUIDANCE, GUIDANCE.options[0], CASE)) == [
        "a Case is not a PreparedCase at prepared; make one of the case: PreparedCase(case)"
    ]


def test_a_letter_that_is_not_ready_yet_is_told_what_makes_it_ready():
    assert told(partial(pdf_of, LETTER)) == [
        "a Letter is not a PrintedLetter at letters; print_letter(letter, target, channel, sender=...) makes one of a "
        "letter"
    ]
    assert told(partial(mailto_link, LETTER)) == [
        "a Letter is not an Email at email; Email.of(letter, to) makes one of a letter"
    ]


def test_the_members_of_a_collection_are_told_one_by_one():
    asked = partial(diff, iter([CASE, 5]), RuleBook(), RuleBook(), senders=["US", US], days=iter(["today"]))
    assert told(asked) == [
        "5 is not a Case at cases[1]; read_bulletin(text).case gives one",
        "'US' is not a Sender at senders[0]; write it as Sender('US')",
        "'today' is not a day at days[0]; give a datetime.date",
    ]
    assert told(partial(tally, [REPORT, 5, "x"])) == [
        "5 is no record at records[1]; read_records(lines) gives them",
        "'x' is no record at records[2]; read_records(lines) gives them; "
        "for several files give one path with a pattern, such as 'reports/*.parquet'",
    ]


def test_one_thing_where_a_collection_is_asked_for_is_to_be_put_in_a_list():
    assert told(partial(lint_case, CASE, on=DAY, senders=US)) == [
        "a Sender is no collection of Sender at senders; put it in a list"
    ]
    assert told(partial(tally, REPORT)) == [
        "an ActionReport is no collection of ActionReport at records; put it in a list"
    ]


@pytest.mark.parametrize(
    ("failed", "places"),
    [("fax", ["failed[0]"]), (("governor", "fax"), ["failed[0]", "failed[1]"]), (5, ["failed[0]"])],
)
def test_what_failed_before_is_told_as_pairs(failed, places):
    with pytest.raises(InvalidValue, match=r"write \[\('prosecutor', 'email'\)\]") as refused:
        guide(CASE, sender=US, on=DAY, failed=failed)
    assert [problem.where for problem in refused.value.problems] == places


def test_what_may_be_left_out_may_be_none():
    refuse_wrong(at=(None, (datetime, type(None))), rules=(RuleBook(), RuleBook), days=([DAY], [date]))
    with pytest.raises(InvalidValue, match="'now' is not a datetime at at; give a datetime with a time zone"):
        refuse_wrong(at=("now", (datetime, type(None))))


def test_a_type_without_advice_of_its_own_is_called_by_its_name():
    with pytest.raises(InvalidValue, match=r"^5 is not a Counter at counts; give Counter\(\.\.\.\)$"):
        refuse_wrong(counts=(5, Counter))


def test_a_book_merges_with_books_only():
    with pytest.raises(TypeError, match="unsupported operand"):
        RuleBook() | [CASE.rules[0]]


def test_what_can_be_walked_through_only_once_is_kept():
    assert several(iter([1, 2])) == (1, 2)
    given = [Case("UA 1/20")]
    assert several(given) is given
