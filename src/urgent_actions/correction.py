"""A report said anew: what it should have said, and on which day that was stated."""

from collections.abc import Iterator
from datetime import date

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.record_fields import Basis, as_basis, wrong_claim, wrong_day, wrong_id
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language
from urgent_actions.values.plain_forms import as_channel_kind, as_country_or_none, as_language_or_none, as_reference


@attrs.frozen
class Correction:
    """A report as it should have been: it says everything anew, and what it leaves out is no longer said.

    The report itself never changes. Of several corrections the one stated last counts.

    Args:
        id: the id of the report.
        case: the case of the report.
        channel: by which way it was done.
        on: the day on which it was done.
        corrected_on: the day on which the correction was stated.
        target: the target's id within the case, where one was named.
        count: how many letters, calls or posts, from 1 to one million; who did nothing withdraws the report.
        country: where they were sent from.
        language: in which language.
        basis: how it is known.
        supporter: the opaque token of the supporter.

    Raises:
        InvalidValue: a field is of another form; all problems at once.
    """

    id: str
    case: CaseReference = attrs.field(converter=as_reference)
    channel: ChannelKind = attrs.field(converter=as_channel_kind, kw_only=True)
    on: date = attrs.field(kw_only=True)
    corrected_on: date = attrs.field(kw_only=True)
    target: str | None = attrs.field(default=None, kw_only=True)
    count: int = attrs.field(default=1, kw_only=True)
    country: Country | None = attrs.field(default=None, kw_only=True, converter=as_country_or_none)
    language: Language | None = attrs.field(default=None, kw_only=True, converter=as_language_or_none)
    basis: Basis = attrs.field(default=Basis.SELF_REPORTED, kw_only=True, converter=as_basis)
    supporter: str | None = attrs.field(default=None, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))


def _problems_in(correction: Correction) -> Iterator[Problem]:
    yield from wrong_id(correction.id)
    yield from wrong_day("on", correction.on)
    yield from wrong_day("corrected_on", correction.corrected_on)
    yield from wrong_claim(correction.count, correction.target, correction.supporter)
