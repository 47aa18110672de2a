"""Who reads a plot: in which language its words, numbers and days stand, and from which side it is read.

A plot stays one that can be put beside others, so all of this stands in its own marks and axes, and nothing in the
settings (`config`) that only the outermost chart may have.
"""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import attrs

from urgent_actions.guidance.words import CHANNELS
from urgent_actions.pages.plot_numbers import altair
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.cldr import date_in_words, day_and_month, is_right_to_left, month_by_itself, number_in_digits
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language
from urgent_actions.values.plain_forms import as_language
from urgent_actions.values.text import Message

_NOT_SAID = Message("not said")
ACTIONS = Message("actions")
_WITHHELD = Message("withheld")

_APART = 8
"""How many pixels there are between two days on an axis at least."""
_EACH_DAY = timedelta(days=14)
"""How long an axis is at most that marks every day; the parts of days are marked on none."""
_DAY = 22  # of two digits that stand in no year of `_MONTHS` and are no number of a month
_MONTHS = [date(2000, month, _DAY) for month in range(1, 13)]


@attrs.frozen
class PlotReader:
    """A reader, by language.

    Args:
        language: the language; words of ours that are not translated into it are English.
    """

    language: Language = attrs.field(converter=as_language)

    @property
    def from_right(self) -> bool:
        """Whether plots begin on the right, as writing does."""
        return is_right_to_left(self.language.tag)

    @property
    def begin(self) -> str:
        """The side where lines begin."""
        return "right" if self.from_right else "left"

    def line(self, text: str) -> str:
        """A line that runs as the language does, whatever stands in it (RIGHT-TO-LEFT ISOLATE, U+2067)."""
        return f"\u2067{text}\u2069" if self.from_right else text

    def say(self, message: Message) -> str:
        """A line in words of ours."""
        return self.line(message.say(self.language))

    def channel(self, word: str | None) -> str:
        """The name of a channel."""
        return self.say(_NOT_SAID if word is None else CHANNELS[ChannelKind.of(word)])

    def country(self, code: str | None) -> str:
        """The name of a country."""
        return self.say(_NOT_SAID) if code is None else self.line(Country(code).name(self.language))

    def number(self, number: int) -> str:
        """A number with the separators of the language."""
        return number_in_digits(number, self.language.tag)

    def number_or_withheld(self, number: int | None) -> str:
        """A number, or that it is withheld."""
        return self.say(_WITHHELD) if number is None else self.number(number)

    def withheld_in(self, colour: str) -> Any:
        """The colour of what is withheld, and its legend."""
        alt = altair()
        scale = alt.Scale(domain=[self.say(_WITHHELD)], range=[colour])
        return alt.Color("said:N", title=None, scale=scale, legend=self.legend())

    def tooltips(self, what: str = " ") -> list[Any]:
        """What is told where the pointer rests: the name of a thing and its number."""
        alt = altair()
        return [alt.Tooltip("what:N", title=what), alt.Tooltip("said:N", title=self.say(ACTIONS))]

    def day(self, day: date) -> str:
        """A day in words."""
        return date_in_words(day, self.language.tag)

    def title(self, heading: Message, below: Iterable[str] = (), **more: Any) -> Any:
        """A heading at the side where lines begin, with lines below it."""
        anchor = "end" if self.from_right else "start"
        lines = [*map(self.line, below)]
        return altair().Title(self.say(heading), anchor=anchor, **({"subtitle": lines} if lines else {}), **more)

    def beside(self, **more: Any) -> Any:
        """An axis at the side where lines begin."""
        return altair().Axis(orient=self.begin, **more)

    def onwards(self, **more: Any) -> Any:
        """A scale that goes on in the direction in which lines do."""
        return altair().Scale(reverse=self.from_right, **more)

    def legend(self, **more: Any) -> Any:
        """A legend at the side where lines end, its signs before its words."""
        return altair().Legend(orient="left" if self.from_right else "right", **more)

    def legend_of_counts(self, most: int) -> Any:
        """A legend of numbers up to a largest one: the last three of 1, 2, 5, 10, 20, 50 and so on."""
        round_ones = [digit * 10**power for power in range(len(str(most))) for digit in (1, 2, 5)]
        return self.legend(labelExpr=self.written, values=[number for number in round_ones if number <= most][-3:])

    @property
    def counts(self) -> dict[str, Any]:
        """How an axis writes whole numbers."""
        return {"labelExpr": self.written, "tickMinStep": 1, "labelFlush": False}

    @property
    def written(self) -> str:
        """A Vega expression that writes a whole number with the separators of the language."""
        separator = self.number(1_000)[1:-3]
        return f"replace(format(datum.value, ',d'), /,/g, {json.dumps(separator)})"

    def days(self, length: timedelta) -> Any:
        """An axis of days: the year at its beginning, the month at its, and any other day with its month."""
        tag = self.language.tag
        months = json.dumps([month_by_itself(day.month, tag) for day in _MONTHS])
        days = json.dumps([day_and_month(day, tag).replace(str(_DAY), "#") for day in _MONTHS])
        month = "utcmonth(datum.value)"
        year = f"utcmonth(datum.value) == 0 ? utcyear(datum.value) + '' : {months}[{month}]"
        label = f"utcdate(datum.value) == 1 ? ({year}) : replace({days}[{month}], '#', utcdate(datum.value))"
        each = {"tickCount": "day"} if length <= _EACH_DAY else {}
        return altair().Axis(labelExpr=label, labelFlush=False, labelSeparation=_APART, **each)
