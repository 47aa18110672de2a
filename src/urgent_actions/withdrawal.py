"""A report taken back: it was not done, or is not to be counted."""

from datetime import date

import attrs

from urgent_actions.errors import refuse_if
from urgent_actions.record_fields import wrong_day, wrong_id
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.plain_forms import as_reference


@attrs.frozen
class Withdrawal:
    """A report that is taken back counts nothing any more, whatever else is said of it.

    Args:
        id: the id of the report.
        case: the case of the report.
        on: the day on which it was taken back.

    Raises:
        InvalidValue: a field is of another form; all problems at once.
    """

    id: str
    case: CaseReference = attrs.field(converter=as_reference)
    on: date = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_if([*wrong_id(self.id), *wrong_day("on", self.on)])
