"""A model letter with all filled in but what is the sender's own: one case, one target, one language, one day."""

from collections.abc import Mapping
from datetime import date

import attrs

from urgent_actions.case import Case
from urgent_actions.letter_template import TemplateText
from urgent_actions.letters.asks import asks_in
from urgent_actions.letters.compiled_text import CompiledText, compiled, joined
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_head import LetterHead, names_of
from urgent_actions.letters.passage import Passage
from urgent_actions.salutation import opening_for, usual_closing
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.bidi import isolated
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.cldr import date_in_words
from urgent_actions.values.language import Language
from urgent_actions.values.listing import Listing
from urgent_actions.values.printable import printable


@attrs.frozen(cache_hash=True)
class BoundLetter(LetterHead):
    """A letter that waits for its senders. What the sender alone fills is filled for each: a join and no more.

    Args:
        opening: the greeting.
        body: the paragraphs.
        closing: the line above the signature.

    Attributes:
        message: all of these, up to the signature.
    """

    opening: Passage = attrs.field(kw_only=True)
    body: Passage = attrs.field(kw_only=True)
    closing: Passage = attrs.field(kw_only=True)
    message: Passage = attrs.field(init=False, repr=False, eq=False)
    _whole: Passage = attrs.field(init=False, repr=False, eq=False)

    @message.default
    def _as_message(self) -> Passage:
        space = CompiledText(("\n\n",), ())
        parts = (self.opening.text, space, self.body.text, space, self.closing.text)
        return Passage.of(joined(parts), self.language)

    @_whole.default
    def _as_whole(self) -> Passage:
        head = "\n\n".join(("\n".join(self.addressee), date_in_words(self.on, self.language.tag), ""))
        return Passage.of(joined((CompiledText((head,), ()), self.message.text)), self.language)

    @classmethod
    def of(cls, case: Case, target: Target, text: TemplateText, *, on: date, fill: Mapping[str, str]) -> "BoundLetter":
        """One text of a model letter, bound to a case, a target and a day.

        Args:
            case: the case.
            target: whom it is for.
            text: the model letter in one language.
            on: the date of the letter.
            fill: words for further blanks, the same for all senders.
        """
        known = _of_case(case, text.language) | _of_target(target, text.language)
        known["date"] = date_in_words(on, text.language.tag)
        opening = compiled(opening_for(case, target, text))
        body = compiled(text.body).bound({"salutation": opening})
        closing = compiled(text.closing or usual_closing(text.language))
        passages = [Passage.of(part.bound({**known, **fill}), text.language) for part in (opening, body, closing)]
        return cls(
            case.reference,
            target.id,
            language=text.language,
            on=on,
            addressee=_addressee(target),
            subject=printable(", ".join(map(str, case.subjects)) or case.title or str(case.reference)),
            opening=passages[0],
            body=passages[1],
            closing=passages[2],
            asks=asks_in(compiled(text.body).bound(known), text.language),
        )

    def letter(self, sender: Sender) -> Letter:
        """The letter of one sender; what `fill` gave goes before what the sender is.

        Raises:
            BlanksLeft: a blank cannot be filled; all of them are named at once.
        """
        self.message.refuse_missing(sender)
        return self.with_words(
            opening=self.opening.fill(sender),
            body=self.body.fill(sender),
            closing=self.closing.fill(sender),
            signature=signature_of(sender),
        )

    def with_words(self, *, opening: str, body: str, closing: str, signature: tuple[str, ...]) -> Letter:
        """A letter with this head, whatever its words."""
        return Letter(
            self.case,
            self.target,
            language=self.language,
            on=self.on,
            addressee=self.addressee,
            subject=self.subject,
            asks=self.asks,
            opening=opening,
            body=body,
            closing=closing,
            signature=signature,
        )

    def text(self, sender: Sender) -> str:
        """The text of that letter, the same as `letter(sender).text`, and quicker where there are millions.

        Raises:
            BlanksLeft: a blank cannot be filled; all of them are named at once.
        """
        return self._whole.fill(sender, after=foot_of(sender))


def signature_of(sender: Sender) -> tuple[str, ...]:
    """The lines below the closing: the name, and the address where it is given."""
    name = (sender.name,) if sender.name else ()
    return (*name, *sender.address.split("\n")) if sender.address else name


def foot_of(sender: Sender) -> str:
    """The signature as it follows the closing."""
    name = f"\n{sender.name}" if sender.name else ""
    return f"{name}\n{sender.address}" if sender.address else name


def _of_case(case: Case, language: Language) -> dict[str, str | None]:
    return {
        "case": isolated(str(case.reference), language.right_to_left),
        "country": None if case.country is None else case.country.name_in_sentence(language),
        "subjects": Listing(tuple(map(str, case.subjects))).say(language),
    }


def _of_target(target: Target, language: Language) -> dict[str, str | None]:
    named = {"target_name": target.name, "target_office": target.office}
    return {blank: name and isolated(name, language.right_to_left) for blank, name in named.items()}


def _addressee(target: Target) -> tuple[str, ...]:
    """Who it is for and, where the bulletin prints one, the postal address."""
    printed = next((str(channel.address) for channel in target.by(ChannelKind.POST) if channel.address), "")
    return (*names_of(target), *(printable(line) for line in printed.splitlines() if line))
