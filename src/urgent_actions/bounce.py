"""What was sent came back, or could not be delivered."""

from datetime import date

import attrs

from urgent_actions.errors import refuse_if
from urgent_actions.record_fields import wrong_day, wrong_id
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.plain_forms import as_reference


@attrs.frozen
class Bounce:
    """What a report speaks of was sent and did not arrive: it counts as done, and not as delivered.

    Args:
        id: the id of the report.
        case: the case of the report.
        on: the day on which that was known.

    Raises:
        InvalidValue: a field is of another form; all problems at once.
    """

    id: str
    case: CaseReference = attrs.field(converter=as_reference)
    on: date = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_if([*wrong_id(self.id), *wrong_day("on", self.on)])
