"""An answer to what a report speaks of: which kind it was, and what became better or worse with it."""

from collections.abc import Iterator
from datetime import date

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.record_fields import wrong_day, wrong_id
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.impact import Impact
from urgent_actions.values.plain_forms import as_reference
from urgent_actions.values.reply_kind import ReplyKind


def _as_reply_kind(value: ReplyKind | str) -> ReplyKind:
    return ReplyKind.of(value)


def _as_impact_or_none(value: Impact | str | None) -> Impact | None:
    return None if value is None else Impact.of(value)


@attrs.frozen
class Reply:
    """An answer that came in. What it says has no place here, only its kind.

    Args:
        id: the id of the report that was answered.
        case: the case of the report.
        on: the day on which the answer came.
        reply: its kind, a word of HURIDOCS' types of responses.
        impact: the impact on the situation that is seen with it, a word of HURIDOCS, or nothing where that is open.

    Raises:
        InvalidValue: a field is of another form; all problems at once.
    """

    id: str
    case: CaseReference = attrs.field(converter=as_reference)
    on: date = attrs.field(kw_only=True)
    reply: ReplyKind = attrs.field(kw_only=True, converter=_as_reply_kind)
    impact: Impact | None = attrs.field(default=None, kw_only=True, converter=_as_impact_or_none)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))


def _problems_in(reply: Reply) -> Iterator[Problem]:
    yield from wrong_id(reply.id)
    yield from wrong_day("on", reply.on)
