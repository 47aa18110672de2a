"""The plain forms in which fields take values: `"RU"` for a country, any collection for a set, `None` for nothing.

Each function is the converter of fields of one type, and a function of its own because type checkers read its
signature. Where several values are asked for, one bare string is refused: `"RU"` must not become R and U.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from urgent_actions.errors import InvalidValue, Problem, refuse_if
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.language import Language
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import ByLanguage, Message, Reason, Text
from urgent_actions.values.web_link import WebLink

G = TypeVar("G")
V = TypeVar("V")


def as_country(value: Country | str) -> Country:
    """A country, or its code."""
    return Country.of(value)


def as_country_or_none(value: Country | str | None) -> Country | None:
    """A country, its code, or nothing."""
    return None if value is None else Country.of(value)


def as_countries(values: Iterable[Country | str]) -> frozenset[Country]:
    """Any collection of countries or codes."""
    if type(values) is frozenset and all(type(value) is Country for value in values):
        return values  # a region has dozens, and most scopes are made of what another one held
    return frozenset(_each(Country.of, values, "countries"))


def as_language(value: Language | str) -> Language:
    """A language, or its tag."""
    return Language.of(value)


def as_language_or_none(value: Language | str | None) -> Language | None:
    """A language, its tag, or nothing."""
    return None if value is None else Language.of(value)


def as_languages(values: Iterable[Language | str]) -> tuple[Language, ...]:
    """Any collection of languages or tags, in its order."""
    return tuple(_each(Language.of, values, "languages"))


def as_language_set(values: Iterable[Language | str]) -> frozenset[Language]:
    """Any collection of languages or tags."""
    return frozenset(_each(Language.of, values, "languages"))


def as_partial_date(value: PartialDate | date | str) -> PartialDate:
    """A date of either precision, a day, or ISO 8601 text."""
    return PartialDate.of(value)


def as_partial_date_or_none(value: PartialDate | date | str | None) -> PartialDate | None:
    """The same, or nothing."""
    return None if value is None else PartialDate.of(value)


def as_web_link_or_none(value: WebLink | str | None) -> WebLink | None:
    """A link, its text, or nothing."""
    return None if value is None else WebLink.of(value)


def as_reference(value: CaseReference | str) -> CaseReference:
    """A reference, or its text."""
    return value if isinstance(value, CaseReference) else CaseReference.parse(str(value))


def as_references(values: Iterable[CaseReference | str]) -> frozenset[CaseReference]:
    """Any collection of references or their texts."""
    return frozenset(_each(as_reference, values, "cases"))


def as_case_status(value: CaseStatus | str) -> CaseStatus:
    """A status of a case, or its word."""
    return CaseStatus.of(value)


def as_case_statuses(values: Iterable[CaseStatus | str]) -> frozenset[CaseStatus]:
    """Any collection of statuses of a case or their words."""
    return frozenset(_each(CaseStatus.of, values, "statuses"))


def as_channel_kind(value: ChannelKind | str) -> ChannelKind:
    """A kind of channel, or its word."""
    return ChannelKind.of(value)


def as_target_kind(value: TargetKind | str) -> TargetKind:
    """A kind of target, or its word."""
    return TargetKind.of(value)


def as_address_state(value: AddressState | str) -> AddressState:
    """A state of an address, or its word."""
    return AddressState.of(value)


def as_channel_kinds(values: Iterable[ChannelKind | str]) -> frozenset[ChannelKind]:
    """Any collection of kinds of channel or their words."""
    return frozenset(_each(ChannelKind.of, values, "channels"))


def as_target_kinds(values: Iterable[TargetKind | str]) -> frozenset[TargetKind]:
    """Any collection of kinds of target or their words."""
    return frozenset(_each(TargetKind.of, values, "kinds"))


def as_address_states(values: Iterable[AddressState | str]) -> frozenset[AddressState]:
    """Any collection of states of an address or their words."""
    return frozenset(_each(AddressState.of, values, "addresses"))


def as_strings(values: Iterable[str]) -> frozenset[str]:
    """Any collection of strings, not one string."""
    return frozenset(_each(_as_string, values, "strings"))


def as_tuple(values: Iterable[V]) -> tuple[V, ...]:
    """Any collection, in its order, not one string."""
    return tuple(_each(_as_it_is, values, "things"))


def as_email_addresses(values: Iterable[EmailAddress | str]) -> tuple[EmailAddress, ...]:
    """Any collection of e-mail addresses or their texts, in its order."""
    return tuple(_each(EmailAddress.of, values, "e-mail addresses"))


def as_text_or_none(value: Text | str | ByLanguage | None) -> Text | None:
    """Words in any languages, plain English, or nothing."""
    return None if value is None else Text.of(value)


def as_reason(value: Reason | str | ByLanguage) -> Reason:
    """Words in any languages, one of our sentences, or plain English."""
    return value if isinstance(value, Message) else Text.of(value)


def _as_string(value: str) -> str:
    if not isinstance(value, str):
        raise InvalidValue(Problem("wrong-type", f"expected a string, not {value!r}"))
    return value


def _as_it_is(value: V) -> V:
    return value


def _each(kind: Callable[[G], V], values: Iterable[G], name: str) -> Iterable[V]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        what = f"expected a collection of {name}, not {values!r}"
        raise InvalidValue(Problem("bare-string", what, way_out=f"write {{{values!r}}}"))
    made: list[V] = []
    problems: list[Problem] = []
    for value in values:
        try:
            made.append(kind(value))
        except InvalidValue as error:
            problems.extend(error.problems)
    refuse_if(problems)
    return made
