"""A report said anew: what it should have said, and on which day that was stated."""

from datetime import date

import attrs

from urgent_actions.action_report import ActionReport
from urgent_actions.errors import refuse_if
from urgent_actions.record_fields import wrong_day
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.case_reference import CaseReference


@attrs.frozen
class Correction:
    """A report as it should have been: it says everything anew, and what it leaves out is no longer said.

    The report that was made never changes. Of several corrections the one stated last counts. Who did nothing
    withdraws the report.

    Args:
        report: the report that takes its place, with the same id and case.
        corrected_on: the day on which that was stated.

    Raises:
        InvalidValue: a field is of another form.
    """

    report: ActionReport
    corrected_on: date = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_wrong(report=(self.report, ActionReport))
        refuse_if(wrong_day("corrected_on", self.corrected_on))

    @property
    def id(self) -> str:
        """The id of the report."""
        return self.report.id

    @property
    def case(self) -> CaseReference:
        """The case of the report."""
        return self.report.case
