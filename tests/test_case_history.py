from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.case import Case, Subject
from urgent_actions.case_history import CaseHistory
from urgent_actions.edition import Edition
from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.nouns import histories
from urgent_actions.testing.strategies.values import days
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.publisher import Publisher

INDEX = IndexNumber.parse("EUR 46/2345/2020")


def issued(*dates, **more):
    return [Case("UA 82/20", Edition(issued=day, ordinal=n), **more) for n, day in enumerate(dates, 1)]


def age(case):
    return case.issued.earliest if case.issued else date.min


@given(histories(), st.randoms(use_true_random=False))
def test_editions_are_in_the_order_of_their_dates_in_whatever_order_they_come(history, random):
    shuffled = [*history, *history]
    random.shuffle(shuffled)
    again = CaseHistory(shuffled)
    assert {*again} == {*history}
    assert [age(case) for case in again] == sorted(age(case) for case in history)


@given(histories(), days())
def test_the_case_of_a_day_is_the_last_one_issued_by_then(history, day):
    by_then = [case for case in history if age(case) <= day]
    case = history.as_of(day)
    assert case in by_then if by_then else case is None
    assert not by_then or age(case) == max(map(age, by_then))


@given(histories(), days(), st.integers(0, 60))
def test_time_never_takes_an_edition_back(history, day, wait):
    order = [*history]
    before, after = history.as_of(day), history.as_of(day + timedelta(days=wait))
    assert before is None or order.index(before) <= order.index(after)
    assert history.as_of(date.max) == history.latest == order[-1]


def test_before_the_first_edition_there_is_no_case():
    history = CaseHistory(issued("2020-05-20", "2020-06-10"))
    assert history.as_of(date(2020, 5, 19)) is None
    assert history.as_of(date(2020, 5, 20)) == history.as_of(date(2020, 6, 9)) == next(iter(history))
    assert history.as_of(date(2020, 6, 10)) == history.latest


def test_an_edition_without_a_date_is_older_than_any_that_has_one():
    dated, undated = issued("2020-05-20", None)
    assert [*CaseHistory([dated, undated])] == [undated, dated]
    assert CaseHistory([dated, undated]).as_of(date(1999, 1, 1)) == undated


def test_of_two_editions_of_one_day_the_later_ordinal_counts():
    one, two = issued("2020-05-20", "2020-05-20")
    assert CaseHistory([two, one]).latest == two


def test_equal_editions_count_once():
    assert len(CaseHistory(issued("2020-05-20") * 2)) == 1


def test_a_history_is_of_one_case_by_one_publisher():
    (case,) = issued("2020-05-20")
    with pytest.raises(InvalidValue, match="edition 1 has the reference UA 83/20, the first one UA 82/20"):
        CaseHistory([case, attrs.evolve(case, reference="UA 83/20", edition=Edition(issued="2020-06-01"))])
    with pytest.raises(InvalidValue, match="edition 1 has the publisher Somebody, the first one None"):
        CaseHistory([case, attrs.evolve(case, publisher=Publisher("Somebody"), edition=Edition(issued="2020-06-01"))])


@pytest.mark.parametrize("editions", [[], "UA 82/20", [None], None])
def test_what_is_no_history_is_refused(editions):
    with pytest.raises(InvalidValue):
        CaseHistory(editions)


CHANGES = [
    ("another-case", [Edition(issued="2020-05-20"), Edition("update", "2020-06-01")], {"reference": "UA 83/20"}),
    ("two-texts", [Edition(issued="2020-05-20"), Edition(issued="2020-05-20")], {"title": "Another text"}),
    ("same-ordinal", [Edition("update", "2020-05-20", ordinal=2), Edition("update", "2020-06-01", ordinal=2)], {}),
    ("before-the-first", [Edition(issued="2020-05-20"), Edition("update", "2020-05-19")], {}),
    ("before-the-first", [Edition(issued="2020-05-20"), Edition("outcome", "2020-04")], {}),
    ("ordinal-against-date", [Edition("update", "2020-05", ordinal=3), Edition("update", "2020-06-01", ordinal=2)], {}),
]


@pytest.mark.parametrize(("code", "editions", "other"), CHANGES)
def test_what_contradicts_is_refused_and_told_why(code, editions, other):
    one, two = Case("UA 82/20", editions[0]), attrs.evolve(Case("UA 82/20", editions[1]), **other)
    for first, second in ((one, two), (two, one)):
        with pytest.raises(InvalidValue) as refused:
            CaseHistory([first]).add(second)
        assert [problem.code for problem in refused.value.problems] == [code]


def test_an_index_number_is_that_of_one_document():
    one = Case("UA 82/20", Edition(issued="2020-05-20", index=INDEX))
    with pytest.raises(InvalidValue, match="editions 0 and 1 both have the index EUR 46/2345/2020"):
        CaseHistory([one, Case("UA 82/20", Edition("update", "2020-06-01", index=INDEX))])
    spanish = Case("UA 82/20", Edition(issued="2020-05-21", index=INDEX, language="es"))
    correction = Case("UA 82/20", Edition("correction", "2020-06-01", index=INDEX))
    assert [*CaseHistory([correction, spanish, one])] == [one, spanish, correction]


def test_a_correction_may_bear_the_ordinal_of_what_it_corrects():
    update, after = (
        Case("UA 82/20", Edition("update", day, ordinal=n)) for n, day in ((2, "2020-06-01"), (3, "2020-07-01"))
    )
    correction = Case("UA 82/20", Edition("correction", "2020-08-01", ordinal=2))
    assert CaseHistory([correction, after, update]).latest == correction


def test_dates_of_which_only_the_month_is_known_contradict_nobody():
    month = Case("UA 82/20", Edition("update", "2020-05", ordinal=3))
    day = Case("UA 82/20", Edition("update", "2020-05-20", ordinal=2))
    assert len(CaseHistory([month, day])) == 2


ODD = [
    ("another-country", [Edition(issued="2020-05-20"), Edition("update", "2020-06-01")], {"country": "BY"}),
    ("second-first", [Edition(issued="2020-05-20"), Edition(issued="2020-06-01")], {}),
    ("after-the-end", [Edition("outcome", "2020-05-20"), Edition("update", "2020-06-01")], {}),
    ("after-the-end", [Edition("withdrawn", "2020-05-20"), Edition("further information", "2020-06-01")], {}),
    ("undated", [Edition(issued="2020-05-20"), Edition("update")], {}),
    ("before-its-year", [Edition("update", "2019-05-20"), Edition("update", "2020-06-01")], {}),
]


@pytest.mark.parametrize(("code", "editions", "other"), ODD)
def test_what_is_odd_and_yet_happens_is_kept_and_told(code, editions, other):
    first, second = (Case("UA 82/20", edition, country="RU") for edition in editions)
    history = CaseHistory([first, attrs.evolve(second, **other)])
    assert len(history) == 2
    assert [problem.code for problem in history.doubts] == [code]


@pytest.mark.parametrize("last", ["outcome", "correction", "reissue", "withdrawn"])
def test_after_the_end_corrections_and_a_second_end_are_nothing_odd(last):
    editions = [Edition(issued="2020-05-20"), Edition("outcome", "2020-06-01"), Edition(last, "2020-07-01")]
    assert CaseHistory([Case("UA 82/20", edition) for edition in editions]).doubts == ()


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_adding_makes_no_difference(history, random):
    shuffled = [*history]
    random.shuffle(shuffled)
    built = CaseHistory(shuffled[:1])
    for case in shuffled[1:]:
        built = built.add(case)
    assert built == history
    assert built.editions == history.editions


def parts_of(history):
    return st.sets(st.sampled_from(history.editions), min_size=1)


@given(histories().flatmap(lambda history: st.tuples(st.just(history), parts_of(history))))
def test_any_part_of_a_history_is_a_history(history_and_part):
    history, part = history_and_part
    assert {*CaseHistory(part)} == part <= {*history}


def test_an_edition_that_calls_itself_the_first_comes_after_no_update_in_its_language():
    early, update, late = (
        Edition(issued="2020-05-02"),
        Edition("update", "2020-05-10"),
        Edition(issued="2020-06-01", ordinal=2),
    )
    with pytest.raises(InvalidValue, match="is of 2020-05-10, the first one of 2020-06-01"):
        CaseHistory([Case("UA 82/20", edition) for edition in (early, update, late)])
    french = attrs.evolve(late, language="fr")
    assert len(CaseHistory([Case("UA 82/20", edition) for edition in (early, update, french)])) == 3


def named(*subjects, edition):
    return Case("UA 349/03", edition, subjects=[Subject(*one) if isinstance(one, tuple) else one for one in subjects])


FIRST = named(("Asha Rai",), ("Two other men",), edition=Edition(issued="2003-11-28"))
SECOND = named(
    ("ASHA RAI",),
    Subject("One man", news="released"),
    Subject("Dev Rai", news="new"),
    edition=Edition("further information", "2004-02-16"),
)


def test_a_history_tells_who_joined_who_is_free_and_who_is_named_no_more():
    silent = Case("UA 349/03", Edition("further information", "2004-01-10"))
    history = CaseHistory([SECOND, silent, FIRST])
    (change,) = history.changes()
    assert change.edition == SECOND.edition
    assert [str(subject) for subject in change.added] == ["Dev Rai"]
    assert [str(subject) for subject in history.released] == ["One man"]
    assert [str(subject) for subject in change.gone] == ["Two other men"]


def test_what_an_edition_calls_new_or_free_counts_where_the_one_before_it_is_not_at_hand():
    history = CaseHistory([SECOND])
    assert [str(subject) for subject in history.added] == ["Dev Rai"]
    assert [str(subject) for subject in history.released] == ["One man"]


def test_nobody_is_released_twice_or_gone_once_free():
    people = ("Asha Rai",), ("Dev Rai",)
    free = Subject("One man", news="released")
    again = named(*people, free, edition=Edition("further information", "2004-03-01"))
    last = named(*people, edition=Edition("further information", "2004-04-01"))
    history = CaseHistory([FIRST, SECOND, again, last])
    assert [str(subject) for subject in history.released] == ["One man"]
    assert [change.edition for change in history.changes()] == [SECOND.edition]


@given(histories())
def test_editions_that_name_the_same_people_change_nothing(history):
    told = {subject.news for case in history for subject in case.subjects}
    assert told != {None} or history.changes() == ()
