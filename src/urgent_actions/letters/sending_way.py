"""The ways in which a supporter can send one e-mail, the easiest first."""

from collections.abc import Iterator

import attrs

from urgent_actions.letters.email import Email
from urgent_actions.letters.mail_program import ANY, MailProgram, mail_program, programs_on_the_web
from urgent_actions.letters.mailto import addresses_in_link, mailto_link, quoted
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.text import Message
from urgent_actions.values.word import Word


class SendingManner(Word):
    """How an e-mail leaves the page."""

    LINK = "mailto"
    """A link with the whole letter."""
    LINK_AND_CLIPBOARD = "short mailto"
    """A link with addresses and subject; the text is pasted."""
    WEB = "web"
    """A page of a mail program on the web, with the whole letter."""
    FILE = "eml"
    """A file that a mail program opens as a draft."""


_TOLD = {
    SendingManner.LINK: Message("Open the link in your mail program."),
    SendingManner.LINK_AND_CLIPBOARD: Message(
        "The letter is too long for a link: copy the text, open the link, and paste the text into the new mail."
    ),
    SendingManner.FILE: Message("Save the file, and open it with your mail program."),
}


@attrs.frozen
class SendingWay:
    """One way to send an e-mail.

    Args:
        manner: how it leaves the page.
        link: what to follow; None for a file.
        clipboard: the text to paste; None where the link holds it.
        file: the message as a draft; None where there is a link.
        program: the name of the mail program on the web.
    """

    manner: SendingManner
    link: str | None = attrs.field(default=None, kw_only=True, repr=False)
    clipboard: str | None = attrs.field(default=None, kw_only=True, repr=False)
    file: bytes | None = attrs.field(default=None, kw_only=True, repr=False)
    program: str | None = attrs.field(default=None, kw_only=True)

    @property
    def told(self) -> Message:
        """What the supporter does, as a sentence."""
        if self.program:
            return Message("Open the letter in {program}.", {"program": self.program})
        return _TOLD[self.manner]


def sending_ways(email: Email, *, program: str = ANY, budget: int | None = None) -> tuple[SendingWay, ...]:
    """Every way to send an e-mail whole, the easiest first; none cuts the letter.

    First a link: with the whole letter where it is short enough, else beside the text to paste, which works at any
    length of the letter; where the addresses and the subject alone are too long for a link, there is none. Then a file
    to open, which is always there, and the mail programs on the web that take a link of that length.

    Args:
        email: what to send.
        program: the supporter's mail program, where it is known; see `data/mail_programs.toml`.
        budget: the most signs of a link, where another number is known than the program's: 2,000 for most.

    Raises:
        InvalidValue: the program is unknown, or an argument is of another type.
    """
    refuse_wrong(email=(email, Email), program=(program, str), budget=(budget, (int, type(None))))
    return tuple(_ways(email, mail_program(program), budget))


def _ways(email: Email, program: MailProgram, budget: int | None) -> Iterator[SendingWay]:
    most = program.budget if budget is None else budget
    if len(whole := mailto_link(email, separator=program.separator)) <= most:
        yield SendingWay(SendingManner.LINK, link=whole)
    elif len(short := mailto_link(email, body=False, separator=program.separator)) <= most:
        yield SendingWay(SendingManner.LINK_AND_CLIPBOARD, link=short, clipboard=email.text)
    yield SendingWay(SendingManner.FILE, file=email.as_bytes(html=False, draft=True))
    for site in programs_on_the_web():
        link = _on_the_web(email, site)
        if len(link) <= (site.budget if budget is None else budget):
            yield SendingWay(SendingManner.WEB, link=link, program=site.name)


def _on_the_web(email: Email, site: MailProgram) -> str:
    values = {
        "to": addresses_in_link(email.to, site.separator),
        "copies": addresses_in_link(email.copies, site.separator),
        "subject": quoted(email.subject),
        "body": quoted(email.text),
    }
    given = "&".join(f"{name}={values[field]}" for field, name in site.fields if values[field])
    return f"{site.page}{'' if (site.page or '').endswith('?') else '&'}{given}"
