"""The public holidays of a state as rules: on such a day nobody may answer the telephone."""

from collections.abc import Iterable, Iterator
from datetime import date

from urgent_actions.errors import missing_extra
from urgent_actions.rules.effect import Effect
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.rules.scope import Scope
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.source import Source
from urgent_actions.values.text import Message
from urgent_actions.values.window import Window


def holiday_rules(country: Country | str, years: Iterable[int]) -> RuleBook:
    """One rule for each public holiday of a state, so that calls to its officials on that day need care.

    The days are those of the `holidays` library, which comes with the extra `holidays`; observed days count.

    Args:
        country: the state whose officials are called.
        years: the years, such as `range(2020, 2022)`.

    Raises:
        InvalidValue: there is no such state, or the years are no collection of whole numbers.
        MissingExtra: the extra `holidays` is not installed.

    >>> print(holiday_rules("RU", [2020])["RU 2020-06-12: Russia Day"])
    RU 2020-06-12: Russia Day (caution, 2020-06-12/2020-06-12)
    """
    state = Country.of(country)
    refuse_wrong(years=(years, [int]))
    return RuleBook(_rules(state, dict(_holidays(state, years))))


def _rules(state: Country, holidays: dict[date, str]) -> Iterator[Rule]:
    scope = Scope(countries={state}, channels={ChannelKind.PHONE})
    reason = Message("It is a public holiday ({country}); nobody may answer.", {"country": state})
    for day, name in holidays.items():
        source = Source(f"holidays {_version()}", "https://pypi.org/project/holidays/")
        yield Rule(
            f"{state} {day}: {name}", Effect.CAUTION, when=scope, during=Window(day, day), reason=reason, source=source
        )


def _holidays(state: Country, years: Iterable[int]) -> Iterator[tuple[date, str]]:
    try:
        from holidays import country_holidays
    except ImportError:
        raise missing_extra("holidays", "looking up public holidays") from None
    yield from country_holidays(state.code, years=list(years), language="en_US").items()


def _version() -> str:
    from importlib.metadata import version

    return version("holidays")
