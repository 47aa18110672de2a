"""What a sentence settles by its words: that the action is over, to whom and in which languages to write."""

import re
from collections.abc import Iterator
from functools import cache

from urgent_actions.bulletins.dates import find_dates
from urgent_actions.bulletins.patterns import loose, one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.case import Choice
from urgent_actions.values.language import Language, find_language
from urgent_actions.values.partial_date import PartialDate

_RIGHT_BEFORE = r"[ ]{1,3}(?:the )?\Z"


def asked_choice(text: str) -> Choice | None:
    """To how many of the targets a sentence asks to write."""
    names = (name for name, patterns in word_list("asked")["choose"].items() if one_of(tuple(patterns)).search(text))
    name = next(names, None)
    return Choice.of(name) if name else None


def says_ended(text: str) -> bool:
    """Whether a sentence says that the action is over."""
    found = _any("ended").search(text) or _any("ended_on").search(text)
    return found is not None and not _any("conditions", _RIGHT_BEFORE).search(text[: found.start()])


def ended_on(text: str, languages: tuple[str, ...]) -> PartialDate | None:
    """Since when it is over, where the sentence says so."""
    dates = (
        found for found in find_dates(text, languages) if _any("ended_on", _RIGHT_BEFORE).search(text[: found.start])
    )
    return next((found.date for found in dates), None)


def asked_languages(text: str) -> list[Language]:
    """The languages in which a sentence asks to write, in their order."""
    found = [language for match in _languages().finditer(text) for language in _known(match[0])]
    return list(dict.fromkeys(found))


def languages_named(text: str) -> list[Language]:
    """The languages whose names stand in a sentence, in their order."""
    return list(dict.fromkeys(_known(text)))


def _known(text: str) -> Iterator[Language]:
    for word in re.findall(r"[^\W\d_]{4,14}", text):
        language = find_language(word)
        if language is not None:
            yield language


@cache
def _any(purpose: str, behind: str = r"(?!\w)") -> Wording:
    return one_of(
        tuple(phrase for phrases in word_list("asked")[purpose].values() for phrase in phrases), behind=behind
    )


@cache
def _languages() -> Wording:
    """A request to write, and behind it the names; or a name, and behind it that it is the one to write in."""
    lists = word_list("asked")["languages"]
    before, behind, joints = ("|".join(map(loose, lists[name])) for name in ("before", "behind", "joints"))
    name = r"(?:[^\W\d_]{4,14})"
    more = rf"(?:(?:,|\s(?:{joints})|,\s(?:{joints}))\s(?:in\s|en\s|auf\s)?{name}){{0,5}}"
    return Wording.of(rf"(?<!\w)(?:{before})[ ]{name}{more}|(?<!\w){name}[ ](?:{behind})(?!\w)", re.IGNORECASE)
