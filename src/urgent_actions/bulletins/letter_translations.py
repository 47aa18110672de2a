"""Whether a letter of a page is another one in another language: as long, and about the same people and numbers."""

import re
from collections.abc import Iterable, Sequence

import attrs

from urgent_actions.bulletins.conclusions import tell_other_letters
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.model_letter import note_letter, read_letter
from urgent_actions.bulletins.stock import known_language_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.letter_template import LetterTemplate, TemplateText
from urgent_actions.values.folding import fold

_NAMES = re.compile(r"(?<![^\W_])[^\W\d_a-zß-ÿ][^\W\d_]+(?:[ -][^\W\d_a-zß-ÿ][^\W\d_]+)+")
_NUMBERS = re.compile(r"\d+")
_MOST = 2
"""How many times as long as the other one a translation may be."""


def with_translations(
    template: LetterTemplate | None, others: Iterable[Sequence[Line]], ledger: Ledger
) -> LetterTemplate | None:
    """The letter with those behind it that say the same in other languages; of another one it is told.

    Args:
        template: the first letter of the page.
        others: the lines of each letter behind it.
        ledger: where places and remarks are noted.
    """
    told = False
    for lines in others:
        letter = read_letter(lines)
        language = known_language_of(letter.body)
        text = letter.text(language) if language else None
        if template and text and may_join(template, text):
            note_letter(letter, (), ledger, number=len(template.texts))
            template = attrs.evolve(template, texts=(*template.texts, text))
        elif lines and not told:
            tell_other_letters(lines[0].words, ledger)
            told = True
    return template


def may_join(template: LetterTemplate, text: TemplateText) -> bool:
    """Whether a letter is one of a template in a language that the template does not have yet."""
    return text.language not in template.languages and is_translation(template.texts[0], text)


def is_translation(one: TemplateText, other: TemplateText) -> bool:
    """Whether two letters are one another's translation.

    Two letters of the same page name the same people, so one that is greeted as an envoy and one that is not are for
    two targets, whatever else they share.

    >>> english = TemplateText("en", "I ask you to free Ana Ruiz.", opening="Dear Minister,")
    >>> is_translation(english, TemplateText("es", "Le pido que libere a Ana Ruiz.", opening="Señor Ministro:"))
    True
    >>> is_translation(english, TemplateText("es", "Le pido que lo transmita.", opening="Señora Embajadora:"))
    False
    """
    shorter, longer = sorted((len(one.body), len(other.body)))
    return (
        one.language != other.language
        and longer <= _MOST * shorter
        and one.body.count("\n\n") == other.body.count("\n\n")
        and sorted(_NUMBERS.findall(one.body)) == sorted(_NUMBERS.findall(other.body))
        and not _names(one.body).isdisjoint(_names(other.body))
        and _greets_envoy(one) == _greets_envoy(other)
    )


def _names(text: str) -> set[str]:
    """The names of several words, folded."""
    return {fold(name) for name in _NAMES.findall(text)}


def _greets_envoy(text: TemplateText) -> bool:
    envoys = set(word_list("offices")["envoys"])
    return not envoys.isdisjoint(fold(text.opening or "").split())
