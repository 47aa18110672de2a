"""A case as a labelled template in a language other than English: every field behind its label."""

from collections.abc import Iterable, Iterator

from urgent_actions.bulletins.translated_rules import rule_fields
from urgent_actions.bulletins.translated_values import BETWEEN
from urgent_actions.bulletins.translated_words import colon_of, heading_of, label_of, word_for
from urgent_actions.case import Case, Subject
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.edition import EditionKind
from urgent_actions.letter_template import TemplateText, split_blanks
from urgent_actions.target import Target
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.bidi import isolated
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.language import Language
from urgent_actions.values.phone_number import PhoneNumber

Filled = tuple[str, str, str | None]
"""The name of a field, the word in brackets behind its label, and its value; a field without a value is left out."""


def translated_text(case: Case) -> str:
    """The form filled in for a case, in the language of its edition; its sections are set off by blank lines."""
    tag = case.edition.language.tag
    sections = [
        edition_fields(case, tag),
        subject_fields(case, tag),
        story_fields(case),
        *(target_fields(target, tag) for target in case.targets),
        *(letter_fields(text, tag) for text in (case.letter.texts if case.letter else ())),
        [*write_to_fields(case, tag), *request_fields(case, tag)],
    ]
    return "\n\n".join(filter(None, [heading_of(tag), *(section(fields, tag) for fields in sections)])) + "\n"


def section(fields: Iterable[Filled], tag: str) -> str:
    """The fields that have a value, one below the other."""
    return "\n".join(_written(field, tag) for field in fields if field[2] is not None)


def _written(field: Filled, tag: str) -> str:
    """A label with its value; what runs against the direction of the page is isolated, and long text goes below."""
    name, said, value = field
    lines = [isolated(line, Language(tag).right_to_left) for line in (value or "").split("\n")]
    bracket = f" ({said})" if said else ""
    between = "\n" if len(lines) > 1 else " "
    return f"{label_of(tag, name)}{bracket}{colon_of(tag)}{between}{chr(10).join(lines)}".rstrip(" ")


def edition_fields(case: Case, tag: str) -> Iterator[Filled]:
    """What the document is, where and when, and whether the action goes on."""
    edition, publisher = case.edition, case.publisher
    yield "reference", "", str(case.reference)
    yield "kind", "", None if edition.kind is EditionKind.FIRST else word_for(tag, "editions", str(edition.kind))
    yield "ordinal", "", None if edition.ordinal is None else str(edition.ordinal)
    yield "title", "", case.title
    yield "country", "", case.country.name(tag) if case.country else None
    yield "issued", "", case.issued.say(tag) if case.issued else None
    yield "index", "", str(edition.index) if edition.index else None
    yield "url", "", str(edition.url) if edition.url else None
    yield "publisher", "", publisher.name if publisher else None
    yield "publisher_country", "", publisher.country.name(tag) if publisher and publisher.country else None
    yield "status", "", None if case.status is CaseStatus.OPEN else word_for(tag, "status", str(case.status))
    yield "ended_on", "", case.ended_on.say(tag) if case.ended_on else None


def subject_fields(case: Case, tag: str) -> Iterator[Filled]:
    """Who is at risk."""
    for subject in case.subjects:
        yield from _subject(subject, tag)


def _subject(subject: Subject, tag: str) -> Iterator[Filled]:
    yield "subject", "", subject.name
    yield "pronouns", "", subject.pronouns
    yield "description", "", subject.description
    yield "news", "", word_for(tag, "news", str(subject.news)) if subject.news else None


def story_fields(case: Case) -> Iterator[Filled]:
    """What happened, and what is asked for."""
    yield "summary", "", case.summary
    yield "demands", "", "".join(f"\n- {demand}" for demand in case.demands) or None


def target_fields(target: Target, tag: str) -> Iterator[Filled]:
    """Who is written to, and how it is reached."""
    yield "copy" if target.copy else "target", "", word_for(tag, "kinds", str(target.kind))
    yield "person_title", "", target.title
    yield "name", "", target.name
    yield "office", "", target.office
    yield "organisation", "", target.organisation
    yield "answers_for", "", target.country.name(tag) if target.country else None
    yield "accredited_to", "", target.accredited_to.name(tag) if target.accredited_to else None
    for channel in target.channels:
        yield from _channel(channel, tag)
    for language, words in target.salutation.words if target.salutation else ():
        yield "salutation", _other_language(language, tag), words


def _channel(channel: ContactChannel, tag: str) -> Iterator[Filled]:
    known = channel.state is AddressState.KNOWN
    address = channel.address.value if isinstance(channel.address, PhoneNumber) else str(channel.address or "")
    said = "" if known else word_for(tag, "states", str(channel.state))
    yield str(channel.kind), said, address if known else channel.printed or ""
    yield "via", "", channel.via
    yield "note", "", channel.note
    yield "verified", "", channel.verified.say(tag) if channel.verified else None


def letter_fields(text: TemplateText, tag: str) -> Iterator[Filled]:
    """The parts of a letter; a blank stands as it is written, so that reading the page back finds it out."""
    yield "letter", _other_language(text.language, tag), ""
    yield "letter_opening", "", _plain(text.opening)
    yield "letter_body", "", _plain(text.body)
    yield "letter_closing", "", _plain(text.closing)


def _plain(text: str | None) -> str | None:
    if text is None:
        return None
    return "".join(f"{{{words}}}" if blank else words for words, blank in split_blanks(text))


def _other_language(language: Language, tag: str) -> str:
    """The name of a language that is not the one of the page."""
    return "" if language.tag == tag else language.name(tag)


def write_to_fields(case: Case, tag: str) -> Iterator[Filled]:
    """To how many to write, and in which languages."""
    yield "choose", "", word_for(tag, "choices", str(case.choose)) if case.choose else None
    yield "languages", "", BETWEEN.join(language.name(tag) for language in case.languages) or None


def request_fields(case: Case, tag: str) -> Iterator[Filled]:
    """The last day, the notes, and the rules."""
    if case.deadline:
        yield "deadline", _said_of(case.deadline, tag), case.deadline.on.say(tag)
    for note in case.notes:
        yield "remark", word_for(tag, "notes", str(note.kind)), note.text
    for rule in case.rules:
        yield from rule_fields(rule, case, tag)


def _said_of(deadline: Deadline, tag: str) -> str:
    if deadline.assumed:
        return word_for(tag, "deadlines", "assumed")
    return word_for(tag, "deadlines", "firm") if deadline.firm else ""
