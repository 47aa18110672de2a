"""Something noticed in a rule, a case or a bulletin that is no reason to refuse it, and how much it matters."""

import attrs

from urgent_actions.errors import Problem
from urgent_actions.values.severity import Severity


def _as_severity(value: Severity | str) -> Severity:
    return Severity.of(value)


@attrs.frozen
class Finding(Problem):
    """A problem with its severity; `where` is a rule (`rule 'post closed'`) or a path into a case (`targets[0]`).

    >>> str(Finding("stale", "nobody has checked it since 2020-05-20", where="rule 'post closed'", severity="warning"))
    "warning: nobody has checked it since 2020-05-20 at rule 'post closed'"
    """

    severity: Severity = attrs.field(default=Severity.ERROR, kw_only=True, converter=_as_severity)

    def in_file(self, name: str) -> str:
        """The finding as one line, its severity before what is wrong."""
        said = attrs.evolve(self, what=f"{self.severity}: {self.what}")
        return Problem.in_file(said, name)

    def __str__(self) -> str:
        return self.in_file("")
