"""The codes of what can be found in a case, and how much each matters."""

from collections.abc import Mapping
from types import MappingProxyType

from urgent_actions.values.finding import Finding
from urgent_actions.values.severity import Severity

CASE_FINDINGS: Mapping[str, Severity] = MappingProxyType(
    {
        "deadline-before-issue": Severity.ERROR,
        "embassy-in-own-state": Severity.ERROR,
        "embassy-of-wrong-state": Severity.WARNING,
        "salutation-misfit": Severity.WARNING,
        "unreachable-target": Severity.WARNING,
        "foreign-number": Severity.WARNING,
        "channel-twice": Severity.WARNING,
        "shared-address": Severity.INFO,
        "rule-of-nobody": Severity.WARNING,
        "letter-asks-other": Severity.INFO,
    }
)
"""The codes of what can be found in a case, beside those of its rules."""


def finding_at(where: str, code: str, what: str, way_out: str) -> Finding:
    """A finding at a place in a case."""
    return Finding(code, what, where=where, way_out=way_out, severity=CASE_FINDINGS[code])
