"""Words for people: those that others wrote, in one or more languages, and our own sentences, which are translated."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol, runtime_checkable

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.bidi import isolated
from urgent_actions.values.catalog import SUPPORTED, translated, translated_plural
from urgent_actions.values.cldr import date_in_words, is_right_to_left, number_in_digits
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language, best_language

ENGLISH = Language("en")


ByLanguage = Mapping[Language, str] | Mapping[str, str] | Mapping[Language | str, str]
"""Words by language or tag; three types of one thing, since the keys of a mapping are of one type to type checkers."""


def _as_pairs(
    words: "ByLanguage | Iterable[tuple[Language | str, str]]",
) -> tuple[tuple[Language, str], ...]:
    pairs = list(words.items() if isinstance(words, Mapping) else words if isinstance(words, Iterable) else [words])
    odd = [pair for pair in pairs if not isinstance(pair, tuple | list) or len(pair) != 2]
    refuse_if(Problem("not-words", f"expected a language and its words, got {pair!r}") for pair in odd)
    return tuple(sorted(((Language.of(language), said) for language, said in pairs), key=lambda pair: pair[0]))


@attrs.frozen
class Text:
    """Words that somebody wrote, in one language or in several; they are never translated by machine.

    Args:
        words: pairs of language and words, or a dict of them; kept in the order of the tags.

    Raises:
        InvalidValue: for no words at all, blank words, or one language twice.

    >>> reason = Text({"en": "no post is accepted", "es": "no se acepta correo"})
    >>> reason.say("es-MX"), reason.say("ru"), str(reason)
    ('no se acepta correo', 'no post is accepted', 'no post is accepted')
    """

    words: tuple[tuple[Language, str], ...] = attrs.field(converter=_as_pairs)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_of_words(self.words))

    def __str__(self) -> str:
        return self.say(ENGLISH)

    @classmethod
    def of(cls, words: "Text | str | ByLanguage", language: Language | str = ENGLISH) -> "Text":
        """A text as it stands, or made of a plain string in one language, or of a dict; the converter of fields."""
        if isinstance(words, Text):
            return words
        return cls([(language, words)]) if isinstance(words, str) else cls(words)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages it is written in, by tag."""
        return tuple(language for language, _ in self.words)

    def say(self, locale: Language | str = ENGLISH) -> str:
        """The words in the nearest language: the one asked for, else English, else the first by tag."""
        chosen = best_language((Language.of(locale), ENGLISH), self.languages)
        return dict(self.words)[chosen or self.words[0][0]]


@runtime_checkable
class Sayable(Protocol):
    """Anything that says itself in the language of a reader, such as a month or a window of dates."""

    def say(self, locale: Language | str) -> str:
        """The thing in words."""


Value = str | int | date | Country | Language | Text | Sayable


def _as_values(
    values: Mapping[str, Value] | tuple[tuple[str, Value], ...],
) -> tuple[tuple[str, Value], ...]:
    pairs = values.items() if isinstance(values, Mapping) else values
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


@attrs.frozen
class Message:
    """One sentence of our own: English with blanks, and what fills them; said in the language of the reader.

    Args:
        msgid: the sentence in English, with blanks such as `{country}`; the key in the catalogs (gettext).
        values: what fills each blank, as pairs of name and value, or a dict. Days, countries, languages and counts are
            written as the reader's language writes them; years and other numbers that are names go in as strings.
        plural_msgid: the English sentence for more than one, where the sentence counts something.
        count: how many; fills `{count}`.

    Raises:
        InvalidValue: for a blank without a value, a value without a blank, or a value that cannot be said.

    In a sentence that runs from right to left, inserted words that run from left to right stand between Unicode
    isolates (U+2068, U+2069): without them an address would pull the punctuation around it to the wrong end.

    >>> str(Message("post to {country} is closed since {day}", {"country": Country("US"), "day": date(2020, 5, 20)}))
    'post to the United States is closed since May 20, 2020'
    >>> Message.plural("{count} day left", "{count} days left", 1).say("en")
    '1 day left'
    """

    msgid: str
    values: tuple[tuple[str, Value], ...] = attrs.field(default=(), converter=_as_values)
    plural_msgid: str = attrs.field(default="", kw_only=True)
    count: int | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_of_message(self))

    def __str__(self) -> str:
        return self.say(ENGLISH)

    @classmethod
    def plural(
        cls,
        singular: str,
        plural: str,
        count: int,
        values: Mapping[str, Value] | tuple[tuple[str, Value], ...] = (),
    ) -> "Message":
        """A sentence that counts: every language has its own forms for one, few and many (CLDR plural rules)."""
        return cls(singular, values, plural_msgid=plural, count=count)

    def say(self, locale: Language | str = ENGLISH) -> str:
        """The sentence in the language of the reader, or in English where there is no catalog for it."""
        asked = Language.of(locale)
        reader = asked if asked.code in SUPPORTED else ENGLISH
        values: dict[str, Value] = dict(self.values)
        if self.count is None:
            sentence = translated(self.msgid, reader.code)
        else:
            sentence = translated_plural(self.msgid, self.plural_msgid, self.count, reader.code)
            values["count"] = self.count
        pieces = _pieces(sentence)
        if len(pieces) == 1:
            return sentence
        right_to_left = is_right_to_left(reader.tag)
        filled = [_said(values[name], reader, right_to_left) for name in pieces[1::2]]
        return "".join(part for pair in zip(pieces[::2], [*filled, ""], strict=True) for part in pair)


Reason = Text | Message
"""Why something is as it is: in the words of a source, or in ours."""


def _said(value: Value, reader: Language, right_to_left: bool) -> str:
    """One value in the language of the reader; what others wrote is isolated, what CLDR and we wrote needs it not."""
    if isinstance(value, str | Text):
        return isolated(value if isinstance(value, str) else value.say(reader), right_to_left)
    if isinstance(value, date):
        return date_in_words(value, reader.tag)
    if isinstance(value, int):
        return number_in_digits(value, reader.tag)
    if isinstance(value, Country):
        return value.name_in_sentence(reader)
    if isinstance(value, Language):
        return value.name(reader)
    return value.say(reader)


@lru_cache(maxsize=1024)
def _pieces(sentence: str) -> tuple[str, ...]:
    """The sentence cut at its blanks: words, name of a blank, words, ..., words."""
    return tuple(re.split(r"\{([a-z_]+)\}", sentence))


def blanks_of(sentence: str) -> frozenset[str]:
    """The names of the blanks of a sentence.

    >>> sorted(blanks_of("{name} of {country}"))
    ['country', 'name']
    """
    return frozenset(_pieces(sentence)[1::2])


def _problems_of_words(words: tuple[tuple[Language, str], ...]) -> Iterable[Problem]:
    if not words:
        yield Problem("no-words", "a text needs words in at least one language")
    tags = [language.tag for language, _ in words]
    for tag in sorted({tag for tag in tags if tags.count(tag) > 1}):
        yield Problem("language-twice", f"two texts in the language {tag!r}", way_out="keep one")
    yield from (problem for language, said in words for problem in _problems_of_saying(said, language))


def _problems_of_saying(said: object, language: Language) -> Iterable[Problem]:
    if not isinstance(said, str):
        yield Problem("not-words", f"expected a string, got {type(said).__name__}", where=str(language))
    elif not said.strip():
        yield Problem("blank-words", "the text is blank", where=str(language))


def _problems_of_message(message: Message) -> Iterable[Problem]:
    yield from _problems_of_sentence(message.msgid)
    yield from _problems_of_sentence(message.plural_msgid) if message.plural_msgid else ()
    if bool(message.plural_msgid) != (message.count is not None):
        yield Problem("half-a-plural", "a sentence that counts needs its plural and its count", where=message.msgid)
    given = {name for name, _ in message.values} | ({"count"} if message.count is not None else set())
    blanks = blanks_of(message.msgid) | blanks_of(message.plural_msgid)
    for name in sorted(blanks - given):
        yield Problem("blank-without-value", f"no value for the blank {{{name}}}", where=message.msgid)
    for name in sorted(given - blanks - {"count"}):
        yield Problem("value-without-blank", f"no blank for the value {name!r}", where=message.msgid)
    for name, value in message.values:
        if isinstance(value, bool | datetime) or not isinstance(value, Value):
            yield Problem("unsayable-value", f"{type(value).__name__} cannot be said", where=f"{{{name}}}")


def _problems_of_sentence(sentence: str) -> Iterable[Problem]:
    words = "".join(_pieces(sentence)[::2])
    if not words.strip() and not blanks_of(sentence):
        yield Problem("blank-words", "the sentence is blank")
    if "{" in words or "}" in words:
        yield Problem("odd-brace", "a brace that is no blank", way_out="write blanks as {name}", where=sentence)
