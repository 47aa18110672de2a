"""The editions of one case in the order of their dates, and who joined or left it on the way."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, pairwise

import attrs

from urgent_actions.case import Case, Subject, SubjectNews
from urgent_actions.edition import ENDINGS, Edition, EditionKind
from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.field_types import wrong_members
from urgent_actions.values.folding import fold
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.plain_forms import as_tuple

_KINDS = list(EditionKind)
_AGAIN = frozenset({EditionKind.CORRECTION, EditionKind.REISSUE})  # they may bear the number of what they put right


def _place(case: Case) -> tuple[date, int, int, str, str, str]:
    """Where an edition stands: no two that differ in anything that an edition says of itself stand at one place."""
    said = case.edition
    issued = said.issued.earliest if said.issued else date.min
    return issued, said.ordinal or 0, _KINDS.index(said.kind), str(said.language), str(said.index), str(said.url)


def _in_order(editions: Iterable[Case]) -> tuple[Case, ...]:
    """By date, and what has no date first, for a bulletin without one cannot replace one that has."""
    given = as_tuple(editions)
    refuse_if(wrong_members("editions", given, Case))
    return tuple(sorted(dict.fromkeys(given), key=_place))


@attrs.frozen
class PeopleChange:
    """Who joined and who left a case with one edition.

    Args:
        edition: the edition that says so.
        added: the subjects that no edition before it names, those whom it calls free aside.
        released: the subjects of whom it says for the first time that they are free.
        gone: the subjects that the edition before it names and it does not; nothing says that they are free.
    """

    edition: Edition
    added: tuple[Subject, ...] = ()
    released: tuple[Subject, ...] = attrs.field(default=(), kw_only=True)
    gone: tuple[Subject, ...] = attrs.field(default=(), kw_only=True)

    def __bool__(self) -> bool:
        return bool(self.added or self.released or self.gone)


@attrs.frozen
class CaseHistory:
    """All editions of one case by one publisher.

    What would leave open which edition is in force is refused: another case or publisher, two texts of one edition, two
    documents with one ordinal or one index number, ordinals that run against the dates, an update from before a first
    edition in its language. A correction or a reissue may bear the ordinal and the index number of what it puts right.
    What is odd and yet happens is told by `doubts`.

    Law: the order in which editions are given or added makes no difference. It holds because each contradiction is one
    of two editions, whatever others are there: so any part of a history is a history.

    Args:
        editions: the Case as each edition states it, in any order; equal ones count once.

    Raises:
        InvalidValue: there is no edition, or they contradict one another; all problems at once.

    >>> first = Case("UA 82/20", Edition(issued="2020-05-20"))
    >>> update = Case("UA 82/20", Edition("update", "2020-06-10"))
    >>> CaseHistory([update, first]).as_of(date(2020, 6, 1)) == first
    True
    """

    editions: tuple[Case, ...] = attrs.field(converter=_in_order)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self.editions))

    @property
    def latest(self) -> Case:
        """The case as its last edition states it."""
        return self.editions[-1]

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """What is odd about the series: another country, a second first edition, letters asked for after the end."""
        return tuple(_doubts_about(self.editions))

    def add(self, edition: Case) -> "CaseHistory":
        """The history with one more edition.

        Raises:
            InvalidValue: the edition contradicts those that are here.
        """
        return CaseHistory((*self.editions, edition))

    def as_of(self, day: date) -> Case | None:
        """The case in force on a day: the last edition issued by then, or None before the first.

        An edition without a date is taken to be older than any that has one. One of which only the month is known is
        taken to be of the first day of it.
        """
        refuse_wrong(day=(day, date))
        issued = [case for case in self.editions if case.issued is None or case.issued.earliest <= day]
        return issued[-1] if issued else None

    def changes(self) -> tuple[PeopleChange, ...]:
        """Who joined and who left, for each edition with which somebody did, in their order.

        An edition that names nobody says nothing. Names are compared without letter case and accents.
        """
        return tuple(filter(None, _changes_in(self.editions)))

    @property
    def added(self) -> tuple[Subject, ...]:
        """Everybody who joined after the first edition that names somebody."""
        return tuple(subject for change in self.changes() for subject in change.added)

    @property
    def released(self) -> tuple[Subject, ...]:
        """Everybody of whom an edition says that they are free."""
        return tuple(subject for change in self.changes() for subject in change.released)

    def __iter__(self) -> Iterator[Case]:
        return iter(self.editions)

    def __len__(self) -> int:
        return len(self.editions)


def _changes_in(editions: tuple[Case, ...]) -> Iterator[PeopleChange]:
    naming = [case for case in editions if case.subjects]
    known: set[str] = set()
    free: set[str] = set()
    before: dict[str, Subject] = {}
    for case in naming:
        now = {fold(subject.name): subject for subject in case.subjects}
        free_now = {name for name, one in now.items() if one.news is SubjectNews.RELEASED}
        new = {name for name, one in now.items() if one.news is SubjectNews.NEW or (known and name not in free_now)}
        released = free_now - free
        yield PeopleChange(
            case.edition,
            tuple(one for name, one in now.items() if name in new - known),
            released=tuple(one for name, one in now.items() if name in released),
            gone=tuple(one for name, one in before.items() if name not in now and name not in free),
        )
        known |= set(now)
        free |= released
        before = now


def _problems_in(editions: tuple[Case, ...]) -> Iterator[Problem]:
    if not editions:
        yield Problem("empty-history", "a history needs at least one edition", where="editions")
        return
    another = list(_of_another_case(editions))
    yield from another
    if not another:
        yield from _same_place(editions)
        yield from _same_number(editions)
        yield from _before_the_first(editions)
        yield from _against_the_dates(editions)


def _of_another_case(editions: tuple[Case, ...]) -> Iterator[Problem]:
    for number, case in enumerate(editions[1:], start=1):
        for name in ("reference", "publisher"):
            given, first = getattr(case, name), getattr(editions[0], name)
            if given != first:
                what = f"edition {number} has the {name} {given}, the first one {first}"
                yield Problem(
                    "another-case", what, where=f"editions[{number}].{name}", way_out="keep one history a case"
                )


def _same_place(editions: tuple[Case, ...]) -> Iterator[Problem]:
    for (number, case), (other, next_one) in pairwise(enumerate(editions)):
        if _place(case) == _place(next_one):
            what = f"editions {number} and {other} say of themselves the same, and differ in what they say of the case"
            way_out = "give one of them a date, an ordinal or an index number, or call it a correction"
            yield Problem("two-texts", what, where=f"editions[{other}]", way_out=way_out)


def _same_number(editions: tuple[Case, ...]) -> Iterator[Problem]:
    """One ordinal or one index number on two documents; its translations bear the same."""
    for name, code in (("ordinal", "same-ordinal"), ("index", "same-index")):
        numbered = [
            (str(value), str(case.edition.language), number)
            for number, case in enumerate(editions)
            if (value := getattr(case.edition, name)) is not None and case.edition.kind not in _AGAIN
        ]
        for (value, _), group in groupby(sorted(numbered), key=lambda entry: entry[:2]):
            first, *others = [number for _, _, number in group]
            for number in others:
                if _place(editions[first]) != _place(editions[number]):
                    what = f"editions {first} and {number} both have the {name} {value}"
                    way_out = "call the later one a correction or a reissue, or leave the number out where it is wrong"
                    yield Problem(code, what, where=f"editions[{number}].edition.{name}", way_out=way_out)


def _before_the_first(editions: tuple[Case, ...]) -> Iterator[Problem]:
    """Whatever is no first edition and is certainly older than one that calls itself the first in its language."""
    firsts: dict[str, PartialDate] = {}
    for case in editions:  # in the order of their dates, so that the last first of a language stays
        if case.edition.kind is EditionKind.FIRST and case.issued:
            firsts[str(case.edition.language)] = case.issued
    for number, case in enumerate(editions):
        first = firsts.get(str(case.edition.language))
        if first and case.edition.kind is not EditionKind.FIRST and case.issued and case.issued.latest < first.earliest:
            what = (
                f"edition {number}, of kind {str(case.edition.kind)!r}, is of {case.issued}, the first one of {first}"
            )
            where = f"editions[{number}].edition.issued"
            yield Problem("before-the-first", what, where=where, way_out="look both dates up in the bulletins")


def _against_the_dates(editions: tuple[Case, ...]) -> Iterator[Problem]:
    """Whoever is certainly later has the higher ordinal; one sweep over the dates."""
    counted = [
        (number, case)
        for number, case in enumerate(editions)
        if case.issued and case.edition.ordinal and case.edition.kind not in _AGAIN
    ]
    ending = sorted(counted, key=lambda entry: _latest(entry[1]))
    highest, at = 0, 0
    for number, case in counted:
        while _latest(ending[at][1]) < _place(case)[0]:
            highest = max(highest, ending[at][1].edition.ordinal or 0)
            at += 1
        ordinal = case.edition.ordinal or 0
        if ordinal < highest:
            what = f"edition {number} has the ordinal {ordinal}, and one with the ordinal {highest} is older"
            where = f"editions[{number}].edition.ordinal"
            yield Problem(
                "ordinal-against-date", what, where=where, way_out="look ordinals and dates up in the bulletins"
            )


def _latest(case: Case) -> date:
    return case.issued.latest if case.issued else date.min


def _doubts_about(editions: tuple[Case, ...]) -> Iterator[Problem]:
    yield from _odd_pairs(editions)
    firsts = [number for number, case in enumerate(editions) if case.edition.kind is EditionKind.FIRST]
    for number in firsts[1:]:
        yield Problem(
            "second-first", f"editions {firsts[0]} and {number} both are first ones", where=f"editions[{number}]"
        )
    for number, case in enumerate(editions):
        if case.issued is None and len(editions) > 1:
            what = f"edition {number} has no date, and is taken to be older than those that have one"
            yield Problem("undated", what, where=f"editions[{number}].edition.issued")
        elif case.issued and case.issued.latest.year < case.reference.year:
            what = f"edition {number} is of {case.issued}, before the year of {case.reference}"
            yield Problem("before-its-year", what, where=f"editions[{number}].edition.issued")


def _odd_pairs(editions: tuple[Case, ...]) -> Iterator[Problem]:
    """What each edition has against those before it."""
    country, ended = None, False
    for number, case in enumerate(editions):
        where = f"editions[{number}]"
        if country and case.country and case.country != country:
            what = f"edition {number} is about {case.country.name()}, the ones before it about {country.name()}"
            yield Problem("another-country", what, where=f"{where}.country")
        if ended and case.edition.kind not in _AGAIN | ENDINGS:
            yield Problem("after-the-end", f"edition {number} goes on after the case had ended", where=where)
        country = case.country or country
        ended = case.edition.kind in ENDINGS or (ended and case.edition.kind in _AGAIN)
