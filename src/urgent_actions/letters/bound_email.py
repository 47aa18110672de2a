"""An e-mail that waits for its senders: what is the same in all of them is written once, in mails and in links."""

import attrs

from urgent_actions.errors import refuse_if
from urgent_actions.letters.bound_letter import BoundLetter, foot_of
from urgent_actions.letters.email import NOBODY, Email, as_addresses
from urgent_actions.letters.mail_body import Paragraph, body_of, paragraph_of
from urgent_actions.letters.mail_header import head_of, sender_header
from urgent_actions.letters.mailto import link_start, mailto_link, quoted_anew
from urgent_actions.letters.passage import Passage
from urgent_actions.sender import Sender
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.email_address import EmailAddress


def _as_bound(letter: BoundLetter) -> BoundLetter:
    refuse_wrong(letter=(letter, BoundLetter))
    return letter


@attrs.frozen(eq=False)
class BoundEmail:
    """A bound letter, and to whom it goes by e-mail. It keeps nothing of any sender.

    Args:
        letter: the letter, as a `LetterWriter` has bound it for such senders: `writer.bound_for(sender)`.
        to: the addresses of its target.
        copies: who gets a copy.

    Raises:
        InvalidValue: nobody to write to, an address that is none, or a letter that is not bound.
    """

    letter: BoundLetter = attrs.field(converter=_as_bound)
    to: tuple[EmailAddress, ...] = attrs.field(converter=as_addresses)
    copies: tuple[EmailAddress, ...] = attrs.field(default=(), converter=as_addresses, kw_only=True)
    _parts: tuple[Paragraph | Passage, ...] = attrs.field(init=False, repr=False)
    _last: Passage = attrs.field(init=False, repr=False)
    _heads: tuple[bytes, bytes] = attrs.field(init=False, repr=False)
    _link: tuple[str, Passage] = attrs.field(init=False, repr=False)

    @_parts.default
    def _as_parts(self) -> tuple[Paragraph | Passage, ...]:
        """The paragraphs before the last one, of which those wait that a sender fills."""
        *parts, _ = self.letter.message.text.paragraphs()
        language = self.letter.language
        return tuple(Passage.of(part, language) if part.blanks else paragraph_of(part.words[0]) for part in parts)

    @_last.default
    def _as_last(self) -> Passage:
        """The last paragraph, which waits for the signature."""
        *_, last = self.letter.message.text.paragraphs()
        return Passage.of(last, self.letter.language)

    @_heads.default
    def _as_heads(self) -> tuple[bytes, bytes]:
        """The header of a mail, and that of a draft."""
        subject, language = self.letter.subject, self.letter.language
        mail, draft = (head_of(self.to, self.copies, subject, language, draft=draft) for draft in (False, True))
        return mail.encode(), draft.encode()

    @_link.default
    def _as_link(self) -> tuple[str, Passage]:
        start = link_start(self.to, self.copies, self.letter.subject)
        return f"{start}&body=", self.letter.message.written(quoted_anew)

    def __attrs_post_init__(self) -> None:
        refuse_if(() if self.to else [NOBODY])

    def email(self, sender: Sender, *, address: EmailAddress | str | None = None) -> Email:
        """The e-mail of one sender.

        Args:
            sender: who signs.
            address: the sender's own address; without it the mail program fills it in.

        Raises:
            BlanksLeft: a blank cannot be filled; all of them are named at once.
            InvalidValue: the address is none.
        """
        name = sender.name or ""  # the signature of who gives none begins with a street
        return Email.of(self.letter.letter(sender), self.to, copies=self.copies, sender=address, sender_name=name)

    def as_bytes(self, sender: Sender, *, address: EmailAddress | str | None = None, draft: bool = False) -> bytes:
        """That e-mail as a file: the same as `email(sender).as_bytes()`, and quicker where there are millions.

        Args:
            sender: who signs.
            address: the sender's own address; without it no `From` is written, and the mail program fills it in.
            draft: whether a mail program should open it to be sent, not to be read.

        Raises:
            BlanksLeft, InvalidValue: as `email`.
        """
        if not self.letter.message.tame:
            return self.email(sender, address=address).as_bytes(draft=draft)
        author = "" if address is None else sender_header(EmailAddress.of(address), sender.name)
        return author.encode() + self._heads[draft] + body_of(self._paragraphs(sender), self.letter.language, html=True)

    def link(self, sender: Sender) -> str:
        """That e-mail as a link: the same as `mailto_link(email(sender))`, and quicker where there are millions.

        Raises:
            BlanksLeft: a blank cannot be filled; all of them are named at once.
        """
        if not self.letter.message.tame:
            return mailto_link(self.email(sender))
        start, message = self._link
        return start + message.fill(sender, after=quoted_anew(foot_of(sender)))

    def _paragraphs(self, sender: Sender) -> list[Paragraph]:
        self.letter.message.refuse_missing(sender)
        paragraphs = list[Paragraph]()
        for part in self._parts:
            if isinstance(part, Passage):
                paragraphs += map(paragraph_of, part.fill(sender).split("\n\n"))
            else:
                paragraphs.append(part)
        paragraphs += map(paragraph_of, self._last.fill(sender, after=foot_of(sender)).split("\n\n"))
        return paragraphs
