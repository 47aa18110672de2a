"""A letter as e-mail: to whom, about what, and the message that a mail server or a mail program takes."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from email.message import EmailMessage

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.mail_body import body_of, page_of, paragraphs_of
from urgent_actions.letters.mail_header import head_of, sender_header
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.field_types import Kinds, wrong_types
from urgent_actions.values.language import Language
from urgent_actions.values.plain_forms import as_email_addresses, as_language
from urgent_actions.values.printable import in_one_line, printable_lines, seen

Addresses = Iterable[EmailAddress | str] | EmailAddress | str
"""One address or several, each as a value or as text."""


def as_addresses(addresses: Addresses) -> tuple[EmailAddress, ...]:
    """One address or several, as a tuple."""
    if isinstance(addresses, EmailAddress | str):
        return (EmailAddress.of(addresses),)
    return () if addresses == () else as_email_addresses(addresses)


def _as_address_or_none(address: EmailAddress | str | None) -> EmailAddress | None:
    return None if address is None else EmailAddress.of(address)


def _as_line(text: str) -> str:
    return in_one_line(text) if isinstance(text, str) else text


def _as_lines(text: str) -> str:
    return printable_lines(text) if isinstance(text, str) else text


NOBODY = Problem("nobody", "the e-mail is to nobody", where="to", way_out="give an address")


@attrs.frozen
class Email:
    """A letter that goes by e-mail.

    A subject or a name is one printable line, whatever it was made of, so that it can never begin another header; the
    text keeps its line breaks and loses its control characters.

    Args:
        to: the addresses of the target.
        subject: one line.
        text: the letter from its greeting on.
        language: of the text.
        copies: further addresses that get it openly (Cc).
        sender: the supporter's own address; without it the mail program fills it in.
        sender_name: the name that stands before it. It does not show in the `repr`.

    Raises:
        InvalidValue: nobody to write to, an address that is none, a blank subject or text; all at once.

    >>> email = Email("info@example.org", "A. Example", "Dear Minister,", language="en")
    >>> email.message["Subject"], email.needs_smtputf8
    ('A. Example', False)
    """

    to: tuple[EmailAddress, ...] = attrs.field(converter=as_addresses)
    subject: str = attrs.field(converter=_as_line)
    text: str = attrs.field(converter=_as_lines, repr=False)
    language: Language = attrs.field(converter=as_language, kw_only=True)
    copies: tuple[EmailAddress, ...] = attrs.field(default=(), converter=as_addresses, kw_only=True)
    sender: EmailAddress | None = attrs.field(default=None, converter=_as_address_or_none, kw_only=True, repr=False)
    sender_name: str | None = attrs.field(
        default=None, converter=attrs.converters.optional(_as_line), kw_only=True, repr=False
    )

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    @classmethod
    def of(
        cls,
        letter: Letter,
        to: Addresses,
        *,
        copies: Addresses = (),
        sender: EmailAddress | str | None = None,
        sender_name: str | None = None,
    ) -> "Email":
        """A letter as e-mail: its subject, and the letter from its greeting to its signature.

        Args:
            letter: the letter.
            to: the address of its target, or several.
            copies: who gets a copy.
            sender: the supporter's own address.
            sender_name: the name before it; that of the signature unless told otherwise, and none where it is empty.

        Raises:
            InvalidValue: as `Email`, or the letter is none.
        """
        if not isinstance(letter, Letter):  # asked here first, for mails are made by the million
            refuse_wrong(letter=(letter, Letter))
        signed = letter.signature[0] if letter.signature else None
        return cls(
            to,
            letter.subject,
            letter.message,
            language=letter.language,
            copies=copies,
            sender=sender,
            sender_name=signed if sender_name is None else sender_name,
        )

    @property
    def html(self) -> str:
        """The text as a page: paragraphs and line breaks, and nothing that acts."""
        return page_of(self.text, self.language)

    @property
    def needs_smtputf8(self) -> bool:
        """Whether an address cannot be written in ASCII, so that the server must know SMTPUTF8 (RFC 6531)."""
        everybody = (*self.to, *self.copies, *((self.sender,) if self.sender else ()))
        return any(address.ascii is None for address in everybody)

    def as_bytes(self, *, html: bool = True, sent: datetime | None = None, draft: bool = False) -> bytes:
        """The message as a server or a file takes it (RFC 5322): lines end in CR LF, and all is ASCII.

        Only where `needs_smtputf8`, the header holds UTF-8 (RFC 6532).

        Args:
            html: whether the letter is in it as a page too.
            sent: when it is sent, with a time zone; without it no date is written, and the server that takes it in
                writes one (RFC 6409, 8.2).
            draft: whether a mail program should open it to be sent, not to be read (`X-Unsent`).

        Raises:
            InvalidValue: `sent` has no time zone.
        """
        return self._head(sent, draft).encode() + body_of(paragraphs_of(self.text), self.language, html=html)

    @property
    def message(self) -> EmailMessage:
        """The message as the standard library reads it: what `smtplib.SMTP.send_message` takes."""
        from email import message_from_bytes, policy

        return message_from_bytes(self.as_bytes(), _class=EmailMessage, policy=policy.SMTPUTF8)

    def __str__(self) -> str:
        copies = f"Cc: {', '.join(map(str, self.copies))}\n" if self.copies else ""
        return f"To: {', '.join(map(str, self.to))}\n{copies}Subject: {self.subject}\n\n{self.text}"

    def _head(self, sent: datetime | None, draft: bool) -> str:
        date = f"Date: {_stamp(sent)}\r\n" if sent else ""
        author = sender_header(self.sender, self.sender_name) if self.sender else ""
        return date + author + head_of(self.to, self.copies, self.subject, self.language, draft=draft)


def _stamp(sent: datetime) -> str:
    from email.utils import format_datetime

    if sent.tzinfo is None:
        refuse_if([Problem("no-time-zone", f"{sent} has no time zone", where="sent", way_out="give an aware datetime")])
    return format_datetime(sent)


def _problems_in(email: Email) -> Iterator[Problem]:
    yield from wrong_types(email, _KINDS)
    if not email.to:
        yield NOBODY
    for name, text in (("subject", email.subject), ("text", email.text)):
        if isinstance(text, str) and not seen(text):
            yield Problem("blank-words", f"the {name} is blank", where=name)


_KINDS: dict[str, Kinds] = {"subject": str, "text": str, "sender_name": (str, type(None))}
