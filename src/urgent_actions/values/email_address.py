"""An e-mail address, as a mail program takes it (RFC 5321, RFC 6531)."""

from functools import lru_cache

import attrs

from urgent_actions.errors import InvalidValue, Problem


def _normalised(text: str) -> str:
    if not isinstance(text, str):
        raise InvalidValue(Problem("bad-email", f"{text!r} is no e-mail address", way_out="give it as a string"))
    return _checked(text)


@lru_cache(maxsize=4096)
def _checked(text: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError as error:
        reason = str(error).rstrip(".")
        what = f"{text!r} is no e-mail address: {reason[:1].lower()}{reason[1:]}"
        raise InvalidValue(Problem("bad-email", what, way_out="write it as name@example.org")) from None


@attrs.frozen
class EmailAddress:
    """An address whose form is right; nobody asked the network whether it exists.

    The domain is kept in lower case and in Unicode; the part before the @ as it was given.

    >>> str(EmailAddress("Despacho@Fiscalia.gov.co"))
    'Despacho@fiscalia.gov.co'
    """

    value: str = attrs.field(converter=_normalised)

    @classmethod
    def of(cls, value: "EmailAddress | str") -> "EmailAddress":
        """Take an address, or its text."""
        return value if isinstance(value, cls) else cls(str(value))

    @classmethod
    def parse(cls, text: str) -> "EmailAddress":
        """Read an address and nothing else.

        Raises:
            InvalidValue: the text cannot be an address; the reason is named.
        """
        return cls(text)

    @property
    def ascii(self) -> str | None:
        """The address as every mail server takes it: the domain in A-labels (RFC 5890); None where only RFC 6531 helps.

        >>> EmailAddress("info@münchen.example").ascii, EmailAddress("иван@example.org").ascii
        ('info@xn--mnchen-3ya.example', None)
        """
        return _in_ascii(self.value)

    def __str__(self) -> str:
        return self.value


@lru_cache(maxsize=4096)
def _in_ascii(value: str) -> str | None:
    from email_validator import validate_email

    return value if value.isascii() else validate_email(value, check_deliverability=False).ascii_email
