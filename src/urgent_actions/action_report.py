"""What one supporter says was done, without a word about who: case, target, channel, count, day, country."""

import re
from collections.abc import Iterator
from datetime import date

import attrs

from urgent_actions.case import Case
from urgent_actions.errors import InvalidReport, Problem, did_you_mean, refuse_if
from urgent_actions.record_fields import Basis, as_basis, wrong_day, wrong_id
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.key import is_key
from urgent_actions.values.language import Language
from urgent_actions.values.plain_forms import as_channel_kind, as_country_or_none, as_language_or_none, as_reference

MOST = 1_000_000
"""The greatest count that one report may state; a petition of more is reported in parts."""

_TOKEN = re.compile(r"[0-9a-f]{32,64}", re.ASCII)


@attrs.frozen
class ActionReport:
    """One report. It has no field for a name, an address or free text: keys, words of closed lists, days and counts.

    Args:
        id: the report's own key, of at most 64 letters, digits and `_.:-`, best a random one, and never a name; one id
            counts once, however often it comes in.
        case: the case it was for.
        channel: by which way.
        on: the day.
        target: the target's id within the case, where one was named.
        count: how many letters, calls or posts, from 1 to one million.
        country: where they were sent from.
        language: in which language.
        basis: how it is known.
        supporter: an opaque token of 32 to 64 hexadecimal digits, as `supporter_token` makes it with a key that the
            caller holds.

    Raises:
        InvalidValue: a field is of another form; all problems at once.
    """

    id: str
    case: CaseReference = attrs.field(converter=as_reference)
    channel: ChannelKind = attrs.field(converter=as_channel_kind, kw_only=True)
    on: date = attrs.field(kw_only=True)
    target: str | None = attrs.field(default=None, kw_only=True)
    count: int = attrs.field(default=1, kw_only=True)
    country: Country | None = attrs.field(default=None, kw_only=True, converter=as_country_or_none)
    language: Language | None = attrs.field(default=None, kw_only=True, converter=as_language_or_none)
    basis: Basis = attrs.field(default=Basis.SELF_REPORTED, kw_only=True, converter=as_basis)
    supporter: str | None = attrs.field(default=None, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    def check(self, case: Case, on: date) -> None:
        """Make sure that it can have been done, as far as the case and the day tell.

        Args:
            case: the case it is said to be for.
            on: the day on which the report is taken in.

        Raises:
            InvalidReport: it is for another case, a target that the case lacks, a channel that the target lacks, or a
                day in the future or before the case was issued; all problems at once.
        """
        refuse_wrong(case=(case, Case), on=(on, date))
        refuse_if(_misfits(self, case, on), InvalidReport)


def _problems_in(report: ActionReport) -> Iterator[Problem]:
    yield from wrong_id(report.id)
    yield from wrong_day("on", report.on)
    if type(report.count) is not int or not 1 <= report.count <= MOST:
        what = f"count {report.count!r} is not a whole number from 1 to {MOST}"
        way_out = "leave out what was not done, report a petition in parts"
        yield Problem("bad-count", what, where="count", way_out=way_out)
    if report.target is not None and not is_key(report.target):
        way_out = "give the id that the case has for it"
        yield Problem("bad-target-id", "the target is not a target's id", where="target", way_out=way_out)
    if report.supporter is not None and not (isinstance(report.supporter, str) and _TOKEN.fullmatch(report.supporter)):
        way_out = "make it with supporter_token(key, case, identity)"
        yield Problem("bad-token", "the supporter's token is not opaque", where="supporter", way_out=way_out)


def _misfits(report: ActionReport, case: Case, on: date) -> Iterator[Problem]:
    if report.case != case.reference:
        yield Problem("another-case", f"the report is for {report.case}, the case is {case.reference}", where="case")
    if report.on > on:
        yield Problem(
            "future-day", f"the report is of {report.on}, after {on}", where="on", way_out="report it when it is done"
        )
    if case.issued is not None and report.on < case.issued.earliest:
        what = f"the report is of {report.on}, before {case.reference} was issued on {case.issued}"
        yield Problem("before-issue", what, where="on")
    if report.target is not None:
        yield from _misfits_of_target(report, case)
    elif case.targets and not any(target.by(report.channel) for target in case.targets):
        what = f"no target of {case.reference} has a channel {str(report.channel)!r}"
        yield Problem("unknown-channel", what, where="channel")


def _misfits_of_target(report: ActionReport, case: Case) -> Iterator[Problem]:
    target = next((target for target in case.targets if target.id == report.target), None)
    if target is None:
        ids = [target.id for target in case.targets]
        way_out = did_you_mean(str(report.target), ids) if ids else ""
        yield Problem(
            "unknown-target", f"{case.reference} has no target {report.target!r}", where="target", way_out=way_out
        )
    elif not target.by(report.channel):
        kinds = sorted({str(channel.kind) for channel in target.channels})
        way_out = "it has " + ", ".join(kinds) if kinds else ""
        what = f"{target.id} has no channel {str(report.channel)!r}"
        yield Problem("unknown-channel", what, where="channel", way_out=way_out)
