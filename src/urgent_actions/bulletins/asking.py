"""Whether a sentence asks something of those who write: by its mood, its subject and its tense, in any wording.

A request has the verb in front ("Keep it short"), behind a clause where need be ("If the line is busy, try later"), or
speaks of letters, messages and those who send them ("Letters should be short"). What somebody is reported to have said,
and what has a subject and a verb in the past, tells what happened.
"""

import re
from collections.abc import Iterable
from functools import cache

from urgent_actions.bulletins.patterns import loose, one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary, Wording

_LONGEST = 400


def asks(text: str) -> bool:
    """Whether a sentence asks something of those who write.

    >>> asks("Pick up the phone, and follow that up with an e-mail.")
    True
    >>> asks("Letters from her family were returned unopened.")
    False
    """
    start = text[:_LONGEST]
    if _is_reported(start):
        return False
    return commands(start) or (not _is_past(start) and _speaks_of_writing(start))


def tells(text: str) -> bool:
    """Whether a sentence tells what was said or what happened.

    >>> tells("Do not forget me, she wrote to her mother.")
    True
    """
    start = text[:_LONGEST]
    return _is_reported(start) or (_is_past(start) and not commands(start))


def commands(text: str) -> bool:
    """Whether the verb goes before all else, or right behind a clause that says when."""
    return bool(_command().match(text) or _german_command().search(text)) and not _page_command().match(text)


def _speaks_of_writing(text: str) -> bool:
    if _subject().match(text):
        return not (_any("subjects", "others_english").stands_in(text) or _any("subjects", "others").stands_in(text))
    return _any("turns", "said").stands_in(text) or bool(
        _words("reader", "words").search(text) and _words("reader", "deeds").search(text)
    )


def _is_reported(text: str) -> bool:
    return _reported().stands_in(text)


def _is_past(text: str) -> bool:
    return bool(_past().match(text))


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(map(loose, phrases))


def _lead() -> str:
    """What may stand before the main clause: a clause that says when, a question, adverbs."""
    lists = word_list("asking")["before"]
    clauses, adverbs = _alternatives(lists["clauses"]), _alternatives(lists["adverbs"])
    when = rf"(?:{clauses})(?!\w)[^,;:?!.]{{0,120}}[,:?]\s{{1,3}}"
    lead = rf"(?:{when}|[^.;:?!,]{{3,60}}[;:?—–]\s{{1,3}}|[^.;:?!]{{3,80}}, so\s)?"
    return rf"\W{{0,3}}{lead}(?:(?:{adverbs}),?\s{{1,3}}){{0,3}}"


@cache
def _command() -> re.Pattern[str]:
    english = word_list("asking")["english"]
    either, objects = _alternatives(english["either"]), _alternatives(english["objects"])
    always, prepositions = _alternatives(english["always"]), _alternatives(english["prepositions"])
    forms = [
        *word_list("asking")["forms"]["french"],
        *word_list("asking")["forms"]["spanish"],
        *english["verbs"],
        *english["negated"],
        rf"(?:{either}) (?:{objects})",
        rf"(?:{always}) (?:{prepositions})",
    ]
    return re.compile(rf"{_lead()}(?:{_alternatives(forms)})(?!\w)", re.IGNORECASE)


@cache
def _german_command() -> Wording:
    return one_of(tuple(word_list("asking")["forms"]["german"]))


@cache
def _page_command() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{_alternatives(word_list('asking')['page']['commands'])})(?!\w)", re.IGNORECASE)


@cache
def _subject() -> re.Pattern[str]:
    lists = word_list("asking")["subjects"]
    determiners, nouns, links = (_alternatives(lists[name]) for name in ("determiners", "english", "links"))
    english = (
        rf"(?:(?:{determiners}) ){{0,3}}(?:{nouns})(?:(?:, | and | or |, and |, or )(?:{nouns})){{0,4}}"
        rf"(?:,? [^\s,.;:]{{1,20}}){{0,8}}?,? (?:{links})"
    )
    others = (_alternatives(lists[name]) for name in ("french", "spanish", "german"))
    return re.compile(rf"{_lead()}(?:{english}|{_valued()}|{'|'.join(others)})(?!\w)", re.IGNORECASE)


def _valued() -> str:
    nouns, links = (_alternatives(word_list("asking")["valued"][name]) for name in ("nouns", "links"))
    return rf"(?:[^\s,.;:]{{1,20}} ){{0,3}}(?:{nouns}) (?:[^\s,.;:]{{1,20}} ){{0,3}}?(?:{links})"


@cache
def _words(part: str, name: str) -> Wording:
    return one_of(tuple(word_list("asking")[part][name]))


@cache
def _any(part: str, name: str) -> Vocabulary:
    """Long phrases, each by itself: of all of them, few have their words in a sentence."""
    return Vocabulary.of(one_of((phrase,)) for phrase in word_list("asking")[part][name])


@cache
def _reported() -> Vocabulary:
    return Vocabulary.of(one_of((phrase,), before="", behind="") for phrase in word_list("asking")["reported"]["words"])


@cache
def _past() -> re.Pattern[str]:
    """A subject without any word that may begin a request, and behind it a verb in the past."""
    lists = word_list("asking")["past"]
    stops, about = (_alternatives(lists[name]) for name in ("stops", "about"))
    past = _alternatives(phrase for name in ("english", "french", "spanish", "german") for phrase in lists[name])
    subject = rf"(?:(?!(?:{stops})(?!\w))[^\s.;:?!]{{1,30}}\s){{0,14}}?"
    return re.compile(rf"\W{{0,3}}(?!(?:{about})(?!\w)){subject}(?:{past})(?!\w)", re.IGNORECASE)
