"""Mail in an mbox (RFC 4155): one message after the other, each behind a line that begins with `From `."""

from datetime import date

from urgent_actions.letters.email import Email

_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_NOBODY = "MAILER-DAEMON@localhost"


def mbox_entry(email: Email, on: date) -> bytes:
    r"""One message of an mbox; entries put one behind the other are an mbox again.

    Lines end in LF. No line of a letter begins with `From` and a blank, nor with `>` before them: in quoted-printable
    it begins with `=46rom`, which all read as it was written, and none takes for another message or a quotation.

    Args:
        email: the message.
        on: the day in the line before it, at midnight of universal time.

    >>> mbox_entry(Email("info@example.org", "A. Example", "Dear Minister,", language="en"), date(2020, 5, 25))[:54]
    b'From MAILER-DAEMON@localhost Mon May 25 00:00:00 2020\n'
    """
    return as_mbox_entry(email.as_bytes(), on, author=email.sender.ascii if email.sender else None)


def as_mbox_entry(message: bytes, on: date, *, author: str | None = None) -> bytes:
    """The same of a message as it is sent.

    Args:
        message: what `Email` or `BoundEmail` writes, with lines that end in CR LF.
        on: the day in the line before it.
        author: whose address stands there.
    """
    return f"From {author or _NOBODY} {_as_asctime(on)}\n".encode() + message.replace(b"\r\n", b"\n") + b"\n"


def _as_asctime(day: date) -> str:
    """The day as C's `asctime` writes it, whatever language the machine speaks."""
    return f"{_DAYS[day.weekday()]} {_MONTHS[day.month - 1]} {day.day:2} 00:00:00 {day.year:04}"
