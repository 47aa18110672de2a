"""A case as a web post: the page that the reader of the same family reads back."""

from collections.abc import Iterator

from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.case import Case
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.edition import EditionKind
from urgent_actions.letter_template import split_blanks
from urgent_actions.rules.rule import Rule
from urgent_actions.target import Target
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.language import Language
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.phone_number import PhoneNumber

_ENGLISH = Language("en")


def web_post_text(case: Case) -> str:
    """The page of a case, its sections set off by blank lines."""
    sections = [
        _heading(case),
        *_dates(case),
        case.summary or "",
        "\n".join(_requests(case)),
        *(contact_block(target, case) for target in case.targets),
        *_letter(case),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _heading(case: Case) -> str:
    edition = case.edition
    labels = word_list("web_post")["written"]["labels"]
    ordinals = {number: word for word, number in reversed(word_list("web_post")["ordinals"].items())}
    label: str = labels.get(str(edition.kind), labels["first"])
    if edition.ordinal is not None and edition.kind is EditionKind.UPDATE:
        label = f"{ordinals.get(edition.ordinal, edition.ordinal)} {labels['first']}".title()
    country = case.country.name() if case.country else ""
    place = f"({country}: {_number(case.reference)})" if country else f"({_number(case.reference)})"
    return f"{label}: {case.title} {place}" if case.title else f"{label} {place}"


def _number(reference: CaseReference) -> str:
    return str(reference).replace("/", ".")


def _dates(case: Case) -> Iterator[str]:
    if case.issued:
        yield day_said(case.issued)
    if case.status is CaseStatus.ENDED and case.ended_on:
        yield f"This action ended on {day_said(case.ended_on)}."
    elif case.status is CaseStatus.ENDED and case.edition.kind is not EditionKind.OUTCOME:
        yield "This action has ended."


def day_said(date: PartialDate) -> str:
    """A date as bulletins in English print it."""
    return date.say(_ENGLISH)


def _margin(case: Case) -> Iterator[str]:
    if case.subjects:
        names = (f"{one.name} ({one.pronouns})" if one.pronouns else one.name for one in case.subjects)
        yield "Names and pronouns: " + "; ".join(names)
    if case.languages:
        yield "Preferred languages: " + ", ".join(language.name(_ENGLISH) for language in case.languages)


def _requests(case: Case) -> Iterator[str]:
    """The section of actions: the last day, the notes, and the instructions that stand in no block."""
    lines = []
    if case.deadline:
        day = day_said(case.deadline.on)
        lines.append(
            f"This Urgent Action expires on {day}." if case.deadline.firm else f"Please take action before {day}."
        )
    lines += [note.text for note in case.notes]
    lines += [str(rule.reason) for rule in case.rules if block_of(rule, case) is None]
    margin = list(_margin(case))
    if lines or margin or case.targets:
        yield "Take action:"
    for number, line in enumerate(lines, start=1):
        yield f"  {number}. {line}"
    yield from margin
    if case.targets:
        yield "\nContact information:"


def block_of(rule: Rule, case: Case) -> Target | None:
    """The target in whose block the reason of a rule stands: the first whose post it speaks of without an address."""
    for target in case.targets:
        if any(channel.state is AddressState.MISSING for channel in target.by(ChannelKind.POST)):
            meant = rule.when.targets in (frozenset(), frozenset({target.id}))
            return target if meant and rule.when.countries <= {target.country} else None
    return None


def contact_block(target: Target, case: Case) -> str:
    """The lines on a target: who it is, how to reach it, its salutation; the first copied one below a heading."""
    lines = ["Please also send copies to:"] if target.copy and not _copied_before(target, case) else []
    lines += _head(target)
    for channel in target.channels:
        if channel.kind is ChannelKind.POST and channel.state is AddressState.MISSING:
            lines += [str(rule.reason) for rule in case.rules if block_of(rule, case) is target]
        else:
            lines.append(_channel(channel))
    if target.salutation:
        lines.append(f"Salutation: {target.salutation.say(_ENGLISH)}")
    return "\n".join(lines)


def _copied_before(target: Target, case: Case) -> bool:
    return any(other.copy for other in case.targets[: case.targets.index(target)])


def _head(target: Target) -> Iterator[str]:
    person = " ".join(part for part in (target.title, target.name) if part)
    if target.office and (target.kind.is_abroad or (person and " of " not in target.office)):
        yield f"{target.office} {person}".strip()
    else:
        yield from (part for part in (person, target.office) if part)
    if target.organisation:
        yield target.organisation


def _channel(channel: ContactChannel) -> str:
    label = word_list("web_post")["written"]["channels"].get(str(channel.kind), "Other")
    if channel.kind is ChannelKind.POST:
        return str(channel.address or channel.printed or "")
    shown = (
        channel.address.value
        if isinstance(channel.address, PhoneNumber)
        else str(channel.address or channel.printed or "")
    )
    remarks = [f"(via {channel.via})" if channel.via else "", f"({channel.note})" if channel.note else ""]
    return " ".join(part for part in (f"{label}:", shown, *remarks) if part)


def _letter(case: Case) -> Iterator[str]:
    parts = letter_parts(case)
    if parts:
        yield "Sample letter"
    yield from parts


def letter_parts(case: Case) -> list[str]:
    """The opening, the paragraphs and the closing of the model letter, those that are there."""
    text = case.letter.texts[0] if case.letter else None
    return [_plain(part) for part in (text.opening, text.body, text.closing) if part] if text else []


def _plain(text: str) -> str:
    """The words of a template with its doubled braces as plain ones; a blank stays as it is written."""
    return "".join(f"{{{words}}}" if blank else words for words, blank in split_blanks(text))
