"""What writes the letters of many senders: the model letter bound once for each language that they write."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from urgent_actions.case import Case
from urgent_actions.errors import InvalidTemplate, Problem, did_you_mean, refuse_if
from urgent_actions.letter_template import LetterTemplate, TemplateText
from urgent_actions.letters.bound_letter import BoundLetter
from urgent_actions.letters.compiled_text import compiled
from urgent_actions.letters.own_words import OwnWords, with_own_words
from urgent_actions.salutation import opening_for, usual_closing
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import Asked, refuse_wrong
from urgent_actions.values.language import Language
from urgent_actions.values.plain_forms import as_languages
from urgent_actions.values.printable import printable

MOST_REMEMBERED = 1000  # lists of languages that senders write; the bound texts are as few as the template has


@attrs.frozen(eq=False)
class LetterWriter:
    """Writes the letters to one target on one day. It keeps the bound texts, and nothing of any sender.

    Args:
        case: the case.
        target: one of its targets, or the id of one.
        on: the date of the letters.
        template: another model letter than the case's own.
        languages: the languages to write in, best first. Without any: what the bulletin asks for and the sender writes,
            then what the sender writes, then what the bulletin asks for, then the first that the template has.
        fill: words for the template's further blanks, the same for all senders.
        own_words_as: as what the own words of senders are woven in, where the template keeps no place for them.

    Raises:
        InvalidTemplate: the case has no model letter, and none was given.
        InvalidValue: arguments are of another type; all of them are named.
        UnknownTarget: the case has no target of that id.
    """

    case: Case
    target: Target
    on: date = attrs.field(kw_only=True)
    template: LetterTemplate = attrs.field(kw_only=True)
    languages: tuple[Language, ...] = attrs.field(kw_only=True)
    fill: Mapping[str, str] = attrs.field(kw_only=True)
    own_words_as: OwnWords = attrs.field(default=OwnWords.PARAGRAPH, kw_only=True)
    _bound: dict[TemplateText, BoundLetter] = attrs.field(factory=dict, init=False, repr=False)
    _known: dict[tuple[tuple[Language, ...], bool], BoundLetter] = attrs.field(factory=dict, init=False, repr=False)

    @classmethod
    def of(
        cls,
        case: Case,
        target: Target | str,
        *,
        on: date,
        template: LetterTemplate | None = None,
        languages: Iterable[Language | str] = (),
        fill: Mapping[str, str] | None = None,
        own_words_as: OwnWords | str = OwnWords.PARAGRAPH,
    ) -> "LetterWriter":
        """A writer of the case's own letter, or of another one."""
        refuse_wrong(**asked_of_a_letter(case, target, on=on, template=template, fill=fill))
        refuse_if(_no_words(fill or {}))
        model = template or case.letter
        if model is None:
            what = f"{case.reference} has no model letter"
            raise InvalidTemplate(Problem("no-letter", what, way_out="give template="))
        addressed = case.target(target) if isinstance(target, str) else target
        return cls(
            case,
            addressed,
            on=on,
            template=model,
            languages=as_languages(languages),
            fill=fill or {},
            own_words_as=OwnWords.of(own_words_as),
        )

    def bound_for(self, sender: Sender) -> BoundLetter:
        """The letter in the language that fits a sender, made once for all who write the same languages.

        Raises:
            InvalidValue: `fill` names a blank that the letter does not have.
        """
        kind = (sender.languages, bool(sender.own_words))
        found = self._known.get(kind)
        if found is None:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            text = self._text_for(*kind)
            found = self._known[kind] = self._bound.get(text) or self._bind(text)
        return found

    def __reduce__(self) -> tuple[object, ...]:
        """It travels without what it has bound, which is soon bound again where it arrives."""
        return _rewritten, (
            self.case,
            self.target,
            self.on,
            self.template,
            self.languages,
            self.fill,
            self.own_words_as,
        )

    def _text_for(self, languages: tuple[Language, ...], own_words: bool) -> TemplateText:
        text = self.template.text_in(self.languages or _languages(self.case, languages))
        return with_own_words(text, self.own_words_as) if own_words else text

    def _bind(self, text: TemplateText) -> BoundLetter:
        self._refuse_unknown(text)
        self._bound[text] = BoundLetter.of(self.case, self.target, text, on=self.on, fill=self.fill)
        return self._bound[text]

    def _refuse_unknown(self, text: TemplateText) -> None:
        """Words that no blank takes would be lost in silence."""
        if not self.fill:
            return
        opening, closing = opening_for(self.case, self.target, text), text.closing or usual_closing(text.language)
        blanks = sorted({name for part in (opening, text.body, closing) for name in compiled(part).blanks})
        way_out = {name: did_you_mean(name, blanks) for name in self.fill if name not in blanks}
        refuse_if(
            Problem("unknown-blank", f"the letter has no blank {name!r}", where="fill", way_out=way)
            for name, way in way_out.items()
        )


def asked_of_a_letter(case: object, target: object, **others: object) -> dict[str, tuple[object, Asked]]:
    """The arguments of whatever writes letters, each with what it must be."""
    asked: dict[str, Asked] = {"case": Case, "target": (Target, str), "on": date}
    optional: dict[str, Asked] = {"template": (LetterTemplate, type(None)), "fill": (Mapping, type(None))}
    given = {"case": case, "target": target, **others}
    return {name: (given[name], kind) for name, kind in (asked | optional).items()}


def _no_words(fill: Mapping[str, str]) -> Iterator[Problem]:
    for name, words in fill.items():
        if not isinstance(words, str):
            what = f"{printable(repr(words))} is no text"
            yield Problem("wrong-type", what, where=f"fill[{name!r}]", way_out="give the words as text")


def _languages(case: Case, spoken: tuple[Language, ...]) -> tuple[Language, ...]:
    both = tuple(language for language in case.languages if language in spoken)
    return (*both, *spoken, *case.languages)


def _rewritten(case: Case, target: Target, *others: Any) -> LetterWriter:
    names = ("on", "template", "languages", "fill", "own_words_as")
    return LetterWriter(case, target, **dict(zip(names, others, strict=True)))
