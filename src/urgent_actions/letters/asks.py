"""What a letter asks for, in a few sentences: for those who speak, and for places where little fits.

Such places may be public, so that no word of a supporter is ever among these sentences.
"""

from urgent_actions.case import Case
from urgent_actions.letters.compiled_text import CompiledText, compiled
from urgent_actions.letters.letter_head import LetterHead
from urgent_actions.letters.own_words import BLANK as OWN_WORDS
from urgent_actions.letters.shortening import sentences_of
from urgent_actions.values.content_words import after_asking
from urgent_actions.values.language import Language
from urgent_actions.values.printable import in_one_line

_BLANK = "\N{NULL}x"
"""Stands where a supporter fills a blank, as a word would; no printable text has it."""
_OWN_WORDS = f"{_BLANK}. "
"""Own words are sentences by themselves, with or without a full stop."""


def asks_of(case: Case, letter: LetterHead) -> tuple[str, ...]:
    """What the bulletin says that letters ask for, if it says so in the language of the letter.

    Otherwise what the model letter asks, the letter's own or else that of the case; nothing where none says it without
    the words of a supporter.

    Args:
        case: the case.
        letter: the letter that is sent elsewhere or read out.
    """
    if case.demands and case.edition.language.code == letter.language.code:
        return tuple(map(in_one_line, case.demands))
    models = case.letter.texts if case.letter else ()
    texts = (
        asks_in(compiled(text.body), text.language) for text in models if text.language.code == letter.language.code
    )
    return letter.asks or next(texts, ())


def asks_in(body: CompiledText, language: Language) -> tuple[str, ...]:
    """The sentences of a model letter that ask for something, or else all of its last paragraph.

    Letters end with what they ask, so the last paragraph tells that has a sentence without a blank.

    Args:
        body: the paragraphs, filled but for what each supporter fills.
        language: that they are in.
    """
    filled = body.bound({OWN_WORDS: _OWN_WORDS} | {name: _BLANK for name in body.blanks if name != OWN_WORDS})
    for paragraph in "".join(filled.words).split("\n\n")[::-1]:
        sentences = [sentence for sentence in sentences_of(paragraph) if _BLANK not in sentence]
        if sentences:
            asking = [sentence for sentence in sentences if after_asking(sentence, language.code)]
            return tuple(map(in_one_line, asking or sentences))
    return ()
