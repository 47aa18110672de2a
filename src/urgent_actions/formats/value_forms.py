"""How each value is written in a document: as one string, and in one way only, so that equal documents are equal texts.

A value that is spelt otherwise (`ru`, `AU 82/20`) is refused, with the spelling to use.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Generic, TypeVar

import attrs

from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.country import Country
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.handle import Handle
from urgent_actions.values.hours import Hours
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.language import Language
from urgent_actions.values.lead import Lead
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.price import Price
from urgent_actions.values.web_link import WebLink
from urgent_actions.values.window import Window

V = TypeVar("V")


@attrs.frozen
class ValueForm(Generic[V]):
    """How the values of one class are read and written.

    Args:
        parse: reads the one spelling, and maybe others.
        pattern: what the spelling looks like, in ECMA 262 as JSON Schema has it; the class decides what no pattern can.
        write: gives the one spelling.
    """

    parse: Callable[[str], V]
    pattern: str
    write: Callable[[V], str] = str

    def read(self, text: str) -> V:
        """The value of a string.

        Raises:
            InvalidValue: the string is no such value, or spelt in another way than it is written.
        """
        try:
            value = self.parse(text)
        except InvalidValue as error:  # the parts of one string have no path of their own
            raise InvalidValue(*(attrs.evolve(problem, where="") for problem in error.problems)) from None
        written = self.write(value)
        if written != text:
            what = f"{text!r} is not how it is spelt here"
            raise InvalidValue(Problem("other-spelling", what, way_out=f"write it as {written!r}"))
        return value


def _parse_day(text: str) -> date:
    found = PartialDate.parse(text)
    if found.is_month:
        raise InvalidValue(Problem("no-day", f"{text!r} names no day", way_out="write it as 2020-05-20"))
    return found.earliest


def _as_dialled(number: PhoneNumber) -> str:
    """The number itself, for `str()` of it is set in groups for people."""
    return number.value


_MONTH = "[0-9]{4}-[0-9]{2}"
_DATE = f"{_MONTH}(-[0-9]{{2}})?"
_END = rf"({_DATE}|\.\.)"
_DAYS = r"(-?[0-9]{1,5}|\.\.)"

VALUE_FORMS: dict[type, ValueForm[Any]] = {
    CaseReference: ValueForm(CaseReference.parse, "^[A-Z]{2,12} [1-9][0-9]{0,3}/([0-9]{2}|[0-9]{4})$"),
    Country: ValueForm(Country.parse, "^[A-Z]{2}$"),
    Deadline: ValueForm(Deadline.parse, f"^{_DATE}[!?]?$"),
    EmailAddress: ValueForm(EmailAddress.parse, "^[^@]+@[^@]+$"),
    Handle: ValueForm(Handle.parse, "^@[^@]+$"),
    Hours: ValueForm(Hours.parse, "^[^ ]+ [0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2} [^ ]+$"),
    IndexNumber: ValueForm(IndexNumber.parse, "^[A-Z]{3} [0-9]{2}/[0-9]{3,5}/[0-9]{4}$"),
    Language: ValueForm(Language, "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|419))?$"),
    Lead: ValueForm(Lead.parse, f"^{_DAYS}/{_DAYS}$"),
    PartialDate: ValueForm(PartialDate.parse, f"^{_DATE}$"),
    PhoneNumber: ValueForm(PhoneNumber, "^[^@A-WYZa-wyz]{3,40}$", _as_dialled),
    Price: ValueForm(Price.parse, r"^[0-9]{1,9}(\.[0-9]{1,3})? [A-Z]{3}$"),
    WebLink: ValueForm(WebLink.parse, "^[hH][tT][tT][pP][sS]?://[^ ]+$"),
    Window: ValueForm(Window.parse, f"^{_END}/{_END}$"),
    date: ValueForm(_parse_day, f"^{_MONTH}-[0-9]{{2}}$"),
}
"""The classes whose values are one string in every document."""
