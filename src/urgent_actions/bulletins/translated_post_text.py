"""A case as a web post in a language other than English: heading, date and story, then numbered requests."""

from collections.abc import Iterator

from urgent_actions.bulletins.translated_text import (
    Filled,
    edition_fields,
    letter_fields,
    request_fields,
    section,
    story_fields,
    subject_fields,
    target_fields,
    write_to_fields,
)
from urgent_actions.bulletins.translated_words import colon_of, label_of, word_for
from urgent_actions.case import Case
from urgent_actions.values.bidi import isolated
from urgent_actions.values.language import Language


def translated_post_text(case: Case) -> str:
    """The page of a case in the language of its edition, its sections set off by blank lines."""
    tag = case.edition.language.tag
    sections = [
        _heading(case, tag),
        _turned(case.issued.say(tag), tag) if case.issued else "",
        _turned(case.summary or "", tag),
        "\n".join(_requests(case, tag)),
        section(_margin(case, tag), tag),
        f"{label_of(tag, 'contacts')}{colon_of(tag)}" if case.targets else "",
        *(section(target_fields(target, tag), tag) for target in case.targets),
        *(section(letter_fields(text, tag), tag) for text in (case.letter.texts if case.letter else ())),
    ]
    return "\n\n".join(filter(None, sections)) + "\n"


def _turned(text: str, tag: str) -> str:
    """Lines that are safe on a page of the direction of the language."""
    return "\n".join(isolated(line, Language(tag).right_to_left) for line in text.split("\n"))


def _heading(case: Case, tag: str) -> str:
    """`Urgent Action: Title (Country: UA 1.20)` in the language."""
    number = _turned(str(case.reference).replace("/", "."), tag)
    label, colon = word_for(tag, "headings", str(case.edition.kind)), colon_of(tag)
    place = f"({case.country.name(tag)}{colon} {number})" if case.country else f"({number})"
    return f"{label}{colon} {_turned(case.title, tag)} {place}" if case.title else f"{label} {place}"


def _requests(case: Case, tag: str) -> Iterator[str]:
    """The requests, numbered; what belongs to one goes below it without a number."""
    yield f"{label_of(tag, 'actions')}{colon_of(tag)}"
    number = 0
    for field in request_fields(case, tag):
        number += field[0] != "concerns"
        yield f"  {number}. {section([field], tag)}" if field[0] != "concerns" else f"     {section([field], tag)}"


def _margin(case: Case, tag: str) -> Iterator[Filled]:
    """What stands neither in the heading nor in the story."""
    yield from write_to_fields(case, tag)
    yield from subject_fields(case, tag)
    yield from (field for field in story_fields(case) if field[0] != "summary")
    yield from (field for field in edition_fields(case, tag) if field[0] not in _ABOVE)


_ABOVE = frozenset({"reference", "kind", "title", "country", "issued"})
