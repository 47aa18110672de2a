"""A model letter that asks for something of which the case has no word: a hint, and no more."""

import re
from collections.abc import Iterator

from urgent_actions.case import Case
from urgent_actions.guidance.case_findings import finding_at
from urgent_actions.values.content_words import after_asking, stems
from urgent_actions.values.finding import Finding

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_LEAST_WORDS = 3


def letter_findings(case: Case) -> Iterator[Finding]:
    """The sentences of the letter that ask for something and share no longer word with what the case asks or says.

    A bulletin with a model letter seldom lists demands as well. Then a letter that names nobody and nothing of the
    heading is compared with the whole of what the bulletin tells: it is likely to be that of another case. Only the
    letter in the language of the bulletin is compared, and words by how they begin. A sentence with fewer than three
    longer words says too little to be compared.
    """
    for number, text in enumerate(case.letter.texts if case.letter else ()):
        if text.language.code == case.edition.language.code:
            known = stems(*case.demands) or _told_unless_named(case, text.body)
            for sentence in _SENTENCE.split(text.body) if known else ():
                asked = stems(after_asking(sentence, text.language.code))
                if len(asked) >= _LEAST_WORDS and asked.isdisjoint(known):
                    yield finding_at(f"letter.texts[{number}]", "letter-asks-other", *_said(case, sentence.strip()))


def _told_unless_named(case: Case, body: str) -> set[str]:
    """What the bulletin tells; nothing where the letter names somebody at risk, or something of the heading."""
    heading = stems(case.title, *(subject.name for subject in case.subjects))
    told = stems(case.summary, *(subject.description for subject in case.subjects))
    return set() if heading & stems(body) else heading | told


def _said(case: Case, sentence: str) -> tuple[str, str]:
    """What is wrong with a sentence, and the way out."""
    if case.demands:
        way_out = "compare the letter with the demands; one of them may be of another case"
        return f"the letter asks what no demand of the case asks: {sentence!r}", way_out
    way_out = "compare the letter with the bulletin; it may be that of another case"
    return f"the letter asks what nothing in the case speaks of: {sentence!r}", way_out
