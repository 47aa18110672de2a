"""Where a supporter's own words stand in a letter that keeps no place for them."""

import attrs

from urgent_actions.letter_template import TemplateText, split_blanks
from urgent_actions.values.word import Word

BLANK = "own_words"
"""The blank by which a model letter keeps a place for them itself."""


class OwnWords(Word):
    """As what a supporter's own words are woven into a letter."""

    OPENING = "opening"
    """Before the first paragraph, right below the greeting."""
    PARAGRAPH = "paragraph"
    """After the first paragraph, which says what the letter is about."""


def with_own_words(text: TemplateText, woven: OwnWords) -> TemplateText:
    r"""The text with a place for own words: where it keeps one itself, or else a paragraph by itself.

    >>> with_own_words(TemplateText("en", "I write about her.\n\nPlease act."), OwnWords.PARAGRAPH).body
    'I write about her.\n\n{own_words}\n\nPlease act.'
    """
    if any((BLANK, True) in split_blanks(part) for part in text.parts.values()):
        return text
    first, _, rest = text.body.partition("\n\n")
    parts = (f"{{{BLANK}}}", text.body) if woven is OwnWords.OPENING else (first, f"{{{BLANK}}}", rest)
    return attrs.evolve(text, body="\n\n".join(filter(None, parts)))
