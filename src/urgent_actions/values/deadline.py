"""The last day for which a bulletin asks for appeals, and what happens after it."""

from datetime import date

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.field_types import wrong_types
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.plain_forms import as_partial_date


@attrs.frozen
class Deadline:
    """The last day, and whether it is firm.

    After a firm one nothing is sent any more; after any other one the supporter asks the section office first. Of a
    month the last day counts, so that nobody is turned away a day early. One that no bulletin states, because a caller
    asked for the usual weeks, is `assumed` and says so wherever it is shown.

    >>> from datetime import date
    >>> Deadline("2021-12").days_left(date(2021, 12, 1))
    30
    """

    on: PartialDate = attrs.field(converter=as_partial_date)
    firm: bool = False
    assumed: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_if(wrong_types(self, {"firm": bool, "assumed": bool}))
        if self.firm and self.assumed:
            refuse_if([Problem("firm-but-assumed", "a deadline that nobody stated cannot be firm", where="assumed")])

    @property
    def last_day(self) -> date:
        """The last day on which the deadline has not passed."""
        return self.on.latest

    def days_left(self, day: date) -> int:
        """Whole days from `day` to the last day; 0 on the last day, negative after it."""
        return (self.last_day - day).days

    def __str__(self) -> str:
        return f"{self.on}{'!' if self.firm else ''}{'?' if self.assumed else ''}"

    @classmethod
    def parse(cls, text: str) -> "Deadline":
        """Read `2020-07-01`, `2020-07-01!` for a firm one, or `2020-07-01?` for an assumed one.

        Raises:
            InvalidValue: the date has another form or does not exist.
        """
        return cls(text[:-1] if text.endswith(("!", "?")) else text, text.endswith("!"), assumed=text.endswith("?"))
