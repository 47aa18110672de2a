"""A telephone or fax number, in the world's form where that is certain (ITU-T E.164), otherwise as printed."""

import re
from functools import lru_cache

import attrs

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES

_DIGITS = re.compile(r"\d", re.ASCII)
_SPELT = re.compile(r"[-+()./ \d\u2010-\u2015xX#*]{3,40}", re.ASCII)
_SHORTEST, _LONGEST = 8, 16  # signs of a number in E.164 with its +: seven digits at least, fifteen at most
_OTHER_ENDING = 4  # so many digits at most are printed of a second number that differs in its end


def _as_dialled(text: str) -> str:
    """The world's form of a number that names its country, any other as printed."""
    return _normalised(_spelt(text), None)


@attrs.frozen
class PhoneNumber:
    """A number that can be dialled.

    `value` is E.164 (`+12022985700`, an extension after `x`) where the country is certain, and otherwise what was
    printed. Plans of numbers change and some states are missing in every directory, so an unlikely number is never
    refused: ask `is_likely`. Two numbers printed as one (`202 298 5700/5701`) stay as printed.

    >>> str(PhoneNumber.parse("202 298 5700", Country("US")))
    '+1 202-298-5700'
    """

    value: str = attrs.field(converter=_as_dialled)

    @classmethod
    def parse(cls, text: str, country: Country | None = None) -> "PhoneNumber":
        """Read a number as printed.

        Args:
            text: the number alone. One that begins with + or 00 names its own country.
            country: whose national form the number is in; without it, such a number stays as printed.

        Raises:
            InvalidValue: the text is no number.
        """
        return cls(_normalised(_spelt(text), country.code if country else None))

    @property
    def e164(self) -> str | None:
        """The number in E.164 without its extension, or None where the country is not certain."""
        return self.value.partition("x")[0] if _is_certain(self.value) else None

    @property
    def countries(self) -> frozenset[Country]:
        """The countries that share its calling code; none where the country is not certain, or the code is nobody's.

        >>> Country("RU") in PhoneNumber("+74959876543").countries, PhoneNumber("800 123 456").countries
        (True, frozenset())
        """
        return frozenset() if self.e164 is None else _sharing_code(self.e164)

    @property
    def is_likely(self) -> bool:
        """Whether the number fits the numbering plan of its country, as far as that is known."""
        return self.e164 is not None and _in_plan(self.value)

    @property
    def zones(self) -> tuple[str, ...]:
        """The time zones in which it may ring, by IANA name, as its plan tells; none where they are not known.

        >>> PhoneNumber("+12022985700").zones
        ('America/New_York',)
        """
        return () if self.e164 is None else _zones_of(self.e164)

    def dialled_from(self, country: Country) -> str:
        """What somebody in a country dials, with the country's own code for calls abroad and in groups (ITU-T E.123).

        A number whose country is not certain stays as printed.

        >>> number = PhoneNumber("+12022985700")
        >>> number.dialled_from(Country("DE")), number.dialled_from(Country("US"))
        ('00 1 202-298-5700', '1 (202) 298-5700')
        """
        return self.value if self.e164 is None else _dialled(self.value, country.code)

    def __str__(self) -> str:
        return _spoken(self.value) if self.e164 else self.value


def _spelt(text: str) -> str:
    """The text with plain blanks, if it can be a number at all."""
    spaced = " ".join(text.split()) if isinstance(text, str) else ""
    if not _SPELT.fullmatch(spaced) or len(_DIGITS.findall(spaced)) < 3:
        what = f"{text!r} is no telephone number"
        raise InvalidValue(Problem("bad-phone", what, way_out="write it as +1 202 298 5700"))
    return spaced


@lru_cache(maxsize=4096)
def _normalised(text: str, region: str | None) -> str:
    found = _e164(text, region)
    # a form that reads as another number would not be read back: it is left as printed
    return found if found and _is_certain(found) and not _is_two_numbers(text, region) else text


def _e164(text: str, region: str | None) -> str | None:
    import phonenumbers

    # "00 98 ..." read as a number of the United States loses its country: to dial 00 is to dial +
    dialled = re.sub(r"^00(?=\s*[1-9])", "+", text)
    try:
        number = phonenumbers.parse(dialled, None if dialled.startswith("+") else region)
    except phonenumbers.NumberParseException:
        return None
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    # plans change, so a number that names its country may have a length that it has no more, within those of E.164
    named = dialled.startswith("+") and _SHORTEST <= len(plain) <= _LONGEST
    if not named and not phonenumbers.is_possible_number(number):
        return None
    return f"{plain}x{number.extension}" if number.extension else plain


def _is_two_numbers(text: str, region: str | None) -> bool:
    """Whether what stands before a slash is a number of its own, as in `298 5700/5701`, and not an area: `030/4711`."""
    before, _, after = text.rpartition("/")
    first = _e164(before, region) if before else None
    return first is not None and (len(_DIGITS.findall(after)) <= _OTHER_ENDING or _in_plan(first))


@lru_cache(maxsize=4096)
def _is_certain(value: str) -> bool:
    return _e164(value, None) == value


@lru_cache(maxsize=4096)
def _spoken(value: str) -> str:
    """An E.164 number in groups, as its country writes it for callers from abroad (ITU-T E.123)."""
    import phonenumbers

    plain, x, extension = value.partition("x")
    grouped = phonenumbers.format_number(phonenumbers.parse(plain), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    spoken = f"{grouped} x{extension}" if x else grouped
    return spoken if _SPELT.fullmatch(spoken) and _e164(spoken, None) == value else value


@lru_cache(maxsize=4096)
def _in_plan(value: str) -> bool:
    import phonenumbers

    return phonenumbers.is_valid_number(phonenumbers.parse(value))


@lru_cache(maxsize=4096)
def _sharing_code(value: str) -> frozenset[Country]:
    import phonenumbers

    code = phonenumbers.parse(value).country_code
    regions = phonenumbers.region_codes_for_country_code(code) if code else ()
    return frozenset(Country(region) for region in regions if region in COUNTRY_CODES)


@lru_cache(maxsize=4096)
def _dialled(value: str, region: str) -> str:
    import phonenumbers

    plain, x, extension = value.partition("x")
    dialled = phonenumbers.format_out_of_country_calling_number(phonenumbers.parse(plain), region)
    return f"{dialled} x{extension}" if x else dialled


@lru_cache(maxsize=4096)
def _zones_of(value: str) -> tuple[str, ...]:
    import phonenumbers
    from phonenumbers.timezone import UNKNOWN_TIMEZONE, time_zones_for_number

    found = time_zones_for_number(phonenumbers.parse(value))
    return tuple(sorted(zone for zone in found if zone != UNKNOWN_TIMEZONE))
