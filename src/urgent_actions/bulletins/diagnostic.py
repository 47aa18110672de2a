"""What a reader noticed while reading: an error, a warning, or how something that is not printed was concluded."""

import attrs

from urgent_actions.values.finding import Finding
from urgent_actions.values.severity import Severity


@attrs.frozen
class Diagnostic(Finding):
    """A problem of a bulletin, with its severity; `line` and `column` count from 1.

    >>> str(Diagnostic("no-channels", "the target has no channel", severity="warning", line=7))
    'line 7: warning: the target has no channel'
    """

    @property
    def refused_when_strict(self) -> bool:
        """Whether strict reading raises it."""
        return self.severity is not Severity.INFO
