"""The letter that puts the published total before those who were written to, on one page and in their language."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from urgent_actions.case import Case
from urgent_actions.errors import InvalidValue, Problem, refuse_if
from urgent_actions.guidance.words import CHANNELS
from urgent_actions.letters.envelope_address import addressee_of
from urgent_actions.letters.letter import Letter
from urgent_actions.salutation import greeting_line, usual_closing
from urgent_actions.target import Target
from urgent_actions.totals.release import Release
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.catalog import SUPPORTED
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language
from urgent_actions.values.listing import Listing
from urgent_actions.values.printable import in_one_line
from urgent_actions.values.text import ENGLISH, Message, Value

MOST_NAMED = 10
"""How many numbers of one sort stand in the letter, so that it stays on one page."""


def _by_channel(numbers: Listing) -> Message:
    return Message("They were sent in these ways: {numbers}.", {"numbers": numbers})


def _by_country(numbers: Listing) -> Message:
    return Message("They were sent from these countries: {numbers}.", {"numbers": numbers})


_SENTENCES = {"channel": _by_channel, "country": _by_country}
_KNOWN: dict[str, Callable[[str], object]] = {"channel": ChannelKind.of, "country": Country}


def summary_letter(
    case: Case,
    target: Target | str,
    release: Release,
    *,
    on: date,
    language: Language | str = "en",
    signed: Iterable[str] = (),
) -> Letter:
    """Write what was done, as it is published, to one of those who were written to.

    The letter has the total, and the largest numbers by channel and by country where the release is by these. It is
    printed like any other letter, on one page, with `print_letter`, whose sender is then the name below it.

    Args:
        case: the case.
        target: one of its targets, or the id of one.
        release: what is published, of this case alone or by the facet `case`, of which the rows of this case are taken;
            with it nothing is told that is not public. A release of totals that are not by case, and one that was read
            from a document, do not know their cases: that they are of this one alone is then for the caller to see to.
        on: the date of the letter, up to which was counted.
        language: the language of the letter; English where there is no catalog for it.
        signed: the lines of the signature, such as the name of the organisation.

    Raises:
        InvalidValue: arguments are of another type, the release counts other cases too, shows nothing of this one, or
            has a channel or a country that there is not; all problems at once.
        UnknownTarget: the case has no target of that id.
    """
    refuse_wrong(case=(case, Case), target=(target, (Target, str)), release=(release, Release), on=(on, date))
    release, total = _of_case(release, case)
    to, asked = case.target(target) if isinstance(target, str) else target, Language.of(language)
    reader = asked if asked.code in SUPPORTED else ENGLISH
    told = (message.say(reader) for message in (_about(case), _counted(total, on)))
    left_out = (message.say(reader) for message in _left_out(release))
    return Letter(
        case.reference,
        to.id,
        language=reader,
        on=on,
        addressee=addressee_of(to),
        subject=_subject(case).say(reader),
        opening=greeting_line(case, to, reader),
        body="\n\n".join((*told, *_largest(release, reader), *left_out)),
        closing=usual_closing(reader),
        signature=tuple(map(in_one_line, signed)),
    )


def _of_case(release: Release, case: Case) -> tuple[Release, int]:
    """What is published of a case, and its total."""
    reference = str(case.reference)
    refuse_if((*_other_cases(release, reference), *_unknown_words(release)))
    told = release.only("case", reference) if "case" in release.facets else release
    if not told.total:
        what, way_out = f"the release shows no number of {reference}", "wait until more was done, and publish again"
        raise InvalidValue(Problem("nothing-shown", what, where="release", way_out=way_out))
    return told, told.total


def _other_cases(release: Release, reference: str) -> Iterator[Problem]:
    others = () if release.cases is None or "case" in release.facets else {*release.cases} - {reference}
    if others:
        named = sorted("a case that is not said" if case is None else case for case in others)
        more = [f"{len(named) - MOST_NAMED} more"] if len(named) > MOST_NAMED else []
        what = f"the release counts {', '.join([*named[:MOST_NAMED], *more])}, the letter is about {reference}"
        way_out = f"publish what was done for {reference} alone, or by the facet 'case' too"
        yield Problem("other-cases", what, where="release", way_out=way_out)


def _unknown_words(release: Release) -> Iterator[Problem]:
    """Every channel and every country that cannot be named."""
    for facet, known in _KNOWN.items():
        for (value,) in release.by(facet) if facet in release.facets else ():
            try:
                if value is not None:
                    known(value)
            except InvalidValue as error:
                yield from (problem.below(f"release.by({facet!r})") for problem in error.problems)


def _names(case: Case) -> Listing | None:
    names = tuple(subject.name for subject in case.subjects)
    return Listing(names) if names else None


def _subject(case: Case) -> Message:
    names = _names(case)
    if names is None:
        return Message("Appeals in the case {reference}", {"reference": str(case.reference)})
    return Message("Appeals for {names} ({reference})", {"names": names, "reference": str(case.reference)})


def _about(case: Case) -> Message:
    names, reference = _names(case), str(case.reference)
    if names is None:
        return Message("We write to you about the case {reference}.", {"reference": reference})
    return Message("We write to you about {names} ({reference}).", {"names": names, "reference": reference})


def _counted(total: int, on: date) -> Message:
    return Message.plural(
        "Up to {day} we have heard of {count} letter, call or other message in this matter.",
        "Up to {day} we have heard of {count} letters, calls and other messages in this matter.",
        total,
        {"day": on},
    )


def _largest(release: Release, reader: Language) -> Iterator[str]:
    """The largest numbers by each facet that there is a sentence for."""
    for facet, sentence in _SENTENCES.items():
        if facet in release.facets:
            shown = {value: number for (value,), number in release.by(facet).items() if number and value is not None}
            largest = sorted(shown.items(), key=lambda item: -item[1])[:MOST_NAMED]
            named = Listing(_named(facet, value, reader, number) for value, number in largest)
            cut = [Message("Only the {number} largest are named.", {"number": MOST_NAMED})]
            said = [sentence(named), *(cut if len(shown) > len(largest) else [])]
            if largest:
                yield " ".join(message.say(reader) for message in said)


def _named(facet: str, value: str, reader: Language, number: int) -> Message:
    name: Value = Country(value).name(reader) if facet == "country" else CHANNELS[ChannelKind(value)]
    return Message("{name} ({number})", {"name": name, "number": number})


def _left_out(release: Release) -> Iterator[Message]:
    if release.withheld:
        yield Message("Numbers so small that they could point to those who wrote are left out.")
    if release.round_to is not None:
        yield Message("Numbers are rounded to multiples of {multiple}.", {"multiple": release.round_to})
