"""Totals that add up, whatever order the records come in."""

import copy
import pickle
from datetime import date
from functools import reduce
from operator import or_

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import (
    ActionReport,
    Bounce,
    ChannelKind,
    Correction,
    Country,
    Impact,
    InvalidValue,
    Reply,
    ReplyKind,
    Tally,
    Withdrawal,
    tally,
)
from urgent_actions.totals.facets import BY
from urgent_actions.totals.later_facts import LaterFacts

IDS = st.sampled_from(["a", "b", "c", "d"])
CASES = st.sampled_from(["UA 82/20", "UA 82/20", "UA 83/20"])
DAYS = st.sampled_from([date(2020, 5, 25), date(2020, 5, 26)])
CLAIMS = {
    "channel": st.sampled_from([ChannelKind.POST, ChannelKind.FAX]),
    "on": DAYS,
    "target": st.sampled_from([None, "embassy"]),
    "count": st.integers(1, 3),
    "country": st.sampled_from([None, "US", "DE"]),
    "supporter": st.sampled_from([None, "a" * 32, "b" * 32]),
}
reports = st.builds(ActionReport, IDS, CASES, **CLAIMS)
corrections = st.builds(Correction, st.builds(ActionReport, IDS, CASES, **CLAIMS), corrected_on=DAYS)
replies = st.builds(Reply, IDS, CASES, on=DAYS, reply=st.sampled_from(ReplyKind), impact=st.sampled_from(Impact))
facts = st.one_of(corrections, replies, *(st.builds(kind, IDS, CASES, on=DAYS) for kind in (Withdrawal, Bounce)))
records = reports | facts
many = st.lists(records, max_size=14)


def report(name, **more):
    return ActionReport(name, "UA 82/20", **{"channel": "post", "on": date(2020, 5, 25), **more})


def corrected(name, day=26, **more):
    return Correction(report(name, **more), corrected_on=date(2020, 5, day))


def about_one_report(fact):
    """The same fact about the same report as all the others."""
    said = fact.report if isinstance(fact, Correction) else fact
    said = attrs.evolve(said, id="a", case="UA 82/20")
    return attrs.evolve(fact, report=said) if isinstance(fact, Correction) else said


def fact(kind, name, day=28, case="UA 82/20", **more):
    return kind(name, case, on=date(2020, 5, day), **more)


@given(many)
def test_parts_add_up_to_the_total(given_reports):
    totals = tally(given_reports)
    for facets in [("channel",), ("target", "day"), ("country", "channel", "basis", "case"), ()]:
        assert sum(totals.by(*facets).values()) == totals.total
        assert totals.totals(*facets).total == totals.total
        assert totals.totals(*facets).reports == len(totals.counted)


@given(many, many, many)
def test_tallies_add_up_in_any_grouping(one, two, three):
    a, b, c = tally(one), tally(two), tally(three)
    assert (a + b) + c == a + (b + c) == tally([*one, *two, *three])


@given(many, many)
def test_tallies_add_up_in_any_order(one, two):
    assert tally(one) + tally(two) == tally(two) + tally(one)
    assert hash(tally(one) + tally(two)) == hash(tally(two) + tally(one))


@given(many)
def test_adding_a_tally_again_changes_nothing(given_reports):
    totals = tally(given_reports)
    assert totals + totals == totals == totals + Tally()


@given(many, st.randoms())
def test_shuffled_and_repeated_reports_give_the_same_totals(given_reports, random):
    mixed = given_reports * 2
    random.shuffle(mixed)
    assert tally(mixed) == tally(given_reports)


def test_a_report_that_comes_in_twice_counts_once():
    assert tally([report("a", count=3), report("a", count=3)]).total == 3


def test_of_two_reports_with_one_id_the_smaller_claim_counts_and_the_id_is_named():
    totals = tally([report("a", count=300), report("a", count=3)])
    assert (totals.total, totals.disputed) == (3, frozenset({"a"}))


def test_what_a_report_does_not_say_is_counted_at_the_end():
    totals = tally([report("a"), report("b", country="US"), report("c", country="DE", count=2)])
    assert totals.by("country") == {(Country("DE"),): 2, (Country("US"),): 1, (None,): 1}
    assert list(totals.by("country"))[-1] == (None,)


def test_totals_by_several_facets_are_by_all_of_them_together():
    totals = tally([report("a", country="US"), report("b", country="US", channel="fax")])
    assert totals.by("channel", "country") == {
        (ChannelKind.FAX, Country("US")): 1,
        (ChannelKind.POST, Country("US")): 1,
    }


def test_an_unknown_facet_is_refused_with_the_nearest_one():
    with pytest.raises(InvalidValue, match="did you mean 'channel'"):
        Tally().by("chanel")


def test_a_notebook_shows_the_totals():
    html = tally([report("a", count=7)])._repr_html_()
    assert "<td" in html
    assert "7" in html


def test_a_tally_is_only_read():
    with pytest.raises(TypeError):
        tally([report("a")]).reports["a"] = report("b")
    assert Tally() != 0
    with pytest.raises(TypeError):
        Tally() + 1


def test_a_tally_travels_between_processes_and_adds_up_there():
    totals = tally([report("a"), report("b")])
    again = pickle.loads(pickle.dumps(totals))
    assert again == totals == copy.deepcopy(totals)
    assert sum([again, tally([report("c")])]).total == 3


@given(many, st.lists(st.integers(0, 3), max_size=14), st.randoms())
def test_records_that_are_split_repeated_and_shuffled_among_sections_give_the_same_totals(
    given_records, places, random
):
    sections = [[] for _ in range(4)]
    for record, place in zip(given_records, [*places, *[0] * 14], strict=False):
        sections[place].append(record)
        sections[random.randrange(4)].append(record)
    for section in sections:
        random.shuffle(section)
    whole = tally(given_records)
    assert sum(map(tally, sections)) == whole == tally(record for section in sections for record in section)
    assert hash(sum(map(tally, sections))) == hash(whole)


@given(st.lists(facts, max_size=8), st.randoms())
def test_facts_are_joined_in_any_order_grouping_and_repetition(given_facts, random):
    of_one = [LaterFacts.of(about_one_report(fact)) for fact in given_facts]
    mixed = [*of_one, *of_one]
    random.shuffle(mixed)
    assert reduce(or_, mixed, LaterFacts()) == reduce(or_, of_one, LaterFacts())
    half = len(of_one) // 2
    grouped = reduce(or_, of_one[:half], LaterFacts()) | reduce(or_, of_one[half:], LaterFacts())
    assert grouped == reduce(or_, of_one, LaterFacts())


@given(many, records)
def test_no_record_is_ever_lost(given_records, one):
    totals = tally([*given_records, one])
    if isinstance(one, ActionReport):
        assert one.id in totals.reports
    else:
        told = [*totals.later[one.id, one.case]]
        assert one in told or (not isinstance(one, Reply) and any(type(other) is type(one) for other in told))


@given(many)
def test_a_tally_says_what_a_plain_reading_of_the_rules_says(given_records):
    """The rules of docs/reference/records.md, one after the other, without any of the machinery."""
    total = delivered = answers = 0
    for name in {record.id for record in given_records}:
        claims = [record for record in given_records if record.id == name and isinstance(record, ActionReport)]
        if not claims:
            continue
        first = min(claims, key=written)
        own = {record for record in given_records if (record.id, record.case) == (name, first.case)}
        if any(isinstance(record, Withdrawal) for record in own):
            continue
        anew = [record for record in own if isinstance(record, Correction)]
        last = [one.report for one in anew if one.corrected_on == max(each.corrected_on for each in anew)]
        count = min(last or [first], key=written).count
        total += count
        delivered += 0 if any(isinstance(record, Bounce) for record in own) else count
        answers += sum(isinstance(record, Reply) for record in own)
    totals = tally(given_records)
    assert (totals.total, totals.delivered, sum(totals.replies.values())) == (total, delivered, answers)
    assert sum(totals.impacts.values()) == answers


def written(said):
    names = ["case", "on", "channel", "target", "country", "language", "basis", "supporter"]
    return said.count, [str(getattr(said, name) or "") for name in names]


def test_of_equal_counts_the_columns_decide_the_token_included():
    one, other = report("a", supporter="a" * 32), report("a", supporter="b" * 32)
    assert tally([one, other]) == tally([other, one])
    assert tally([other, one]).reports["a"] == one


def test_a_correction_takes_the_place_of_its_report():
    totals = tally([corrected("a", count=3, channel="fax"), report("a", count=30)])
    assert totals.by("channel") == {(ChannelKind.FAX,): 3}
    assert totals.disputed == frozenset()


def test_the_correction_stated_last_counts_and_of_one_day_the_smaller():
    assert tally([report("a"), corrected("a", 27, count=5), corrected("a", 26, count=2)]).total == 5
    assert tally([report("a"), corrected("a", 27, count=5), corrected("a", 27, count=2)]).total == 2


def test_what_is_withdrawn_counts_nothing_whatever_else_is_known():
    all_of_it = [report("a", count=9), corrected("a"), fact(Bounce, "a"), fact(Reply, "a", reply="pledge")]
    totals = tally([*all_of_it, fact(Withdrawal, "a"), report("b")])
    assert (totals.total, totals.delivered, totals.replies, totals.unmatched) == (1, 1, {}, ())


def test_what_came_back_was_done_and_not_delivered():
    totals = tally([report("a", count=9), fact(Bounce, "a"), fact(Bounce, "a", 29), report("b", count=2)])
    assert (totals.total, totals.delivered) == (11, 2)


def test_replies_are_counted_by_kind_and_impact():
    answers = [
        fact(Reply, "a", 28, reply="pledge", impact="minor"),
        fact(Reply, "a", 29, reply="pledge"),
        fact(Reply, "b", 28, reply="counter", impact="strong negative"),
    ]
    totals = tally([report("a"), report("b"), *answers, answers[0]])
    assert totals.replies == {ReplyKind.PLEDGE: 2, ReplyKind.COUNTER: 1}
    assert totals.impacts == {Impact.MINOR: 1, Impact.STRONG_NEGATIVE: 1}
    assert list(totals.replies) == [ReplyKind.PLEDGE, ReplyKind.COUNTER]


def test_a_fact_without_its_report_is_told_and_counts_once_the_report_comes():
    early = tally([corrected("a", count=4), fact(Bounce, "a"), fact(Reply, "z", reply="pledge")])
    assert (early.total, len(early.unmatched)) == (0, 3)
    late = early + tally([report("a", count=9)])
    assert (late.total, late.delivered) == (4, 0)
    assert late.unmatched == (fact(Reply, "z", reply="pledge"),)


def test_a_fact_of_another_case_is_not_about_the_report():
    totals = tally([report("a"), fact(Withdrawal, "a", case="UA 83/20")])
    assert (totals.total, totals.unmatched) == (1, (fact(Withdrawal, "a", case="UA 83/20"),))


def test_supporters_are_counted_once_in_each_case():
    tokens = ["a" * 32, "a" * 32, "b" * 32, None]
    totals = tally(report(str(number), supporter=token) for number, token in enumerate(tokens))
    assert (totals.supporters, totals.anonymous) == (2, 1)


def test_every_facet_that_the_records_have_can_be_asked_for():
    totals = tally([report("a", language="fr", target="embassy", country="DE")])
    assert [list(totals.by(facet)) for facet in BY] == [
        [(getattr(report("a", language="fr", target="embassy", country="DE"), field),)] for field in BY.values()
    ]


def test_what_is_no_record_is_named_by_its_place_beyond_the_first_batch_too():
    stream = (report(str(number)) if number != 10_500 else 5 for number in range(10_600))
    with pytest.raises(InvalidValue, match=r"5 is no record at records\[10500\]"):
        tally(stream)
