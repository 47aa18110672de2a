"""Whether a letter says whom it is about: the full name, a part of it, or nobody."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from urgent_actions.case import Case
from urgent_actions.letters.advice_words import particles, words_of_groups
from urgent_actions.letters.folded_text import FoldedText
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_finding import LetterFinding
from urgent_actions.values.listing import Listing
from urgent_actions.values.text import Message

_ASIDE = re.compile(r"\([^()]*+\)")
_SAMPLE = 500
_MANY = 3


def name_findings(letter: Letter, case: Case, body: FoldedText) -> Iterator[LetterFinding]:
    """That no person of the case is named in full, and what is there instead.

    One full name is enough. Groups have no name, and a name in another script than the letter's is not looked for.
    """
    names = [name for subject in case.subjects if (name := personal_name(subject.name))]
    names = [name for name in names if body.has(name) or _script(name) == _script(letter.body)]
    if not names or any(_in_full(name, body) for name in names):
        return
    parts = {name: said for name in names if (said := _parts(name, body))}
    if parts:
        name, said = next(iter(parts.items()))
        told = Message("the body of the letter has only a part of the name: {part}", {"part": " ".join(said)})
        yield LetterFinding.at("body", "name-in-part", told, _in_full_once(name))
    elif any(_in_full(name, FoldedText(letter.subject)) for name in names):
        told = Message("only the subject line of the letter names the person")
        yield LetterFinding.at("body", "name-in-part", told, _in_full_once(names[0]))
    else:
        told = Message("the letter names nobody of those at risk")
        way_out = Message("name in full whom it is about: {names}", {"names": Listing(tuple(names[:_MANY]))})
        yield LetterFinding.at("body", "name-missing", told, way_out)


def personal_name(name: str) -> str | None:
    """The name of a person without what stands in brackets; None for a group, such as `Two other men`.

    A group is told by its words, or by a small letter where a name would have a capital.

    >>> personal_name("Maria da Silva Costa (aged 30)"), personal_name("Two other men")
    ('Maria da Silva Costa', None)
    """
    bare = " ".join(_ASIDE.sub(" ", name).split())
    words = FoldedText(bare)
    written = [bare[start:end] for start, end in words.spans]
    small = (word for word in written if word[0].islower() and word not in particles())
    group = not words_of_groups().isdisjoint(words.words) or next(small, None) or any(map(str.isdigit, written))
    return None if group or not written else bare


def _in_full_once(name: str) -> Message:
    return Message("write the name in full once: {name}", {"name": name})


def _in_full(name: str, text: FoldedText) -> bool:
    return text.has(name) or len(_parts(name, text)) == len(_own_words(name))


def _parts(name: str, text: FoldedText) -> Sequence[str]:
    """The words of a name that stand in a text, in any of their forms."""
    return [word for word in _own_words(name) if text.has_form_of(FoldedText(word).words[0])]


def _own_words(name: str) -> Sequence[str]:
    """The words of a name without initials and what many names share."""
    words = [name[start:end] for start, end in FoldedText(name).spans]
    return [word for word in words if len(word) > 1 and word.casefold() not in particles()] or words


def _script(text: str) -> str:
    """The script of most letters at the start of a text: `LATIN`."""
    letters = (sign for sign in text[:_SAMPLE] if sign.isalpha())
    counted = Counter(unicodedata.name(sign, "").partition(" ")[0] for sign in letters)
    return max(counted, key=lambda script: counted[script], default="")
