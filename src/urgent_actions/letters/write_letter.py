"""A letter to one target, from the model letter of a case, for one supporter, on one day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from urgent_actions.case import Case
from urgent_actions.errors import BlanksLeft, InvalidTemplate, Problem, did_you_mean, refuse_if
from urgent_actions.letter_template import LetterTemplate
from urgent_actions.letters.compiled_text import compiled
from urgent_actions.letters.letter import Letter
from urgent_actions.salutation import opening_for, usual_closing
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.cldr import date_in_words
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language
from urgent_actions.values.listing import Listing
from urgent_actions.values.plain_forms import as_languages
from urgent_actions.values.printable import printable


def write_letter(
    case: Case,
    target: Target | str,
    *,
    sender: Sender,
    on: date,
    template: LetterTemplate | None = None,
    languages: Iterable[Language | str] = (),
    fill: Mapping[str, str] | None = None,
) -> Letter:
    """Fill in a model letter for one target.

    Args:
        case: the case.
        target: one of its targets, or the id of one.
        sender: who signs; without a name, the letter is to be signed by hand.
        on: the date of the letter.
        template: another model letter than the case's own.
        languages: the languages to write in, best first. Without any: what the bulletin asks for and the sender writes,
            then what the sender writes, then what the bulletin asks for, then the first that the template has.
        fill: words for the template's further blanks, for `own_words`, and for printed ones such as `[date]`.

    Raises:
        InvalidTemplate: the case has no model letter, and none was given.
        BlanksLeft: a blank cannot be filled; all of them are named at once.
        InvalidValue: arguments are of another type, all of which are named, or `fill` names a blank that the letter
            does not have.
        UnknownTarget: the case has no target of that id.
    """
    refuse_wrong(
        case=(case, Case),
        target=(target, (Target, str)),
        sender=(sender, Sender),
        on=(on, date),
        template=(template, (LetterTemplate, type(None))),
        fill=(fill, (Mapping, type(None))),
    )
    model = template or case.letter
    if model is None:
        raise InvalidTemplate(Problem("no-letter", f"{case.reference} has no model letter", way_out="give template="))
    addressed = case.target(target) if isinstance(target, str) else target
    text = model.text_in(as_languages(languages) or _languages(case, sender))
    opening = opening_for(case, addressed, text)
    values = {**_of_case(case, text.language), **_of_target(addressed), **_of_sender(sender, text.language)}
    values |= {"date": date_in_words(on, text.language.tag), "salutation": opening, **(fill or {})}
    parts = (opening, text.body, text.closing or usual_closing(text.language))
    _refuse_unknown(fill or {}, parts)
    return _letter(case, addressed, _filled(parts, values), _Frame(text.language, on, _signature(sender)))


@attrs.frozen
class _Frame:
    """What stands around the words of a letter."""

    language: Language
    on: date
    signature: tuple[str, ...]


def _letter(case: Case, target: Target, parts: Sequence[str], frame: _Frame) -> Letter:
    opening, body, closing = parts
    return Letter(
        case.reference,
        target.id,
        language=frame.language,
        on=frame.on,
        addressee=_addressee(target),
        subject=printable(", ".join(map(str, case.subjects)) or case.title or str(case.reference)),
        opening=opening,
        body=body,
        closing=closing,
        signature=frame.signature,
    )


def _refuse_unknown(fill: Mapping[str, str], parts: tuple[str, ...]) -> None:
    """Words that no blank takes would be lost in silence."""
    blanks = sorted({name for part in parts for name in compiled(part).blanks})
    unknown = [name for name in fill if name not in blanks]
    refuse_if(
        Problem("unknown-blank", f"the letter has no blank {name!r}", where="fill", way_out=did_you_mean(name, blanks))
        for name in unknown
    )


def _filled(parts: tuple[str, ...], values: Mapping[str, str | None]) -> list[str]:
    """Every part with its blanks filled, or all the blanks that are left in any of them."""
    filled: list[str] = []
    problems: list[Problem] = []
    for part in parts:
        try:
            filled.append("\n".join(map(printable, compiled(part).fill(values).split("\n"))))
        except BlanksLeft as error:
            problems.extend(error.problems)
    refuse_if(dict.fromkeys(problems), BlanksLeft)
    return filled


def _languages(case: Case, sender: Sender) -> tuple[Language, ...]:
    both = tuple(language for language in case.languages if language in sender.languages)
    return (*both, *sender.languages, *case.languages)


def _of_case(case: Case, language: Language) -> dict[str, str | None]:
    return {
        "case": str(case.reference),
        "country": _name(case.country, language),
        "subjects": Listing(tuple(map(str, case.subjects))).say(language),
    }


def _of_target(target: Target) -> dict[str, str | None]:
    return {"target_name": target.name, "target_office": target.office}


def _of_sender(sender: Sender, language: Language) -> dict[str, str | None]:
    return {
        "sender_address": sender.address,
        "sender_country": _name(sender.country, language),
        "sender_name": sender.name,
    }


def _name(country: Country | None, language: Language) -> str | None:
    return None if country is None else country.name_in_sentence(language)


def _addressee(target: Target) -> tuple[str, ...]:
    """Who it is for and, where the bulletin prints one, the postal address."""
    person = " ".join(part for part in (target.title, target.name) if part)
    address = next((str(channel.address) for channel in target.by(ChannelKind.POST) if channel.address), "")
    lines = (person, target.office, target.organisation, *address.splitlines())
    return tuple(printable(line) for line in lines if line)


def _signature(sender: Sender) -> tuple[str, ...]:
    return tuple(printable(line) for line in (sender.name, *(sender.address or "").splitlines()) if line)
