"""How the tests run: how many examples Hypothesis tries, and what pytest leaves alone."""

import os

from hypothesis import HealthCheck, Phase, settings

# A shared machine is slow by fits, so no example has a deadline and no property is blamed for slow data.
PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("default", **PATIENT)
settings.register_profile("ci", derandomize=True, database=None, print_blob=True, **PATIENT)
settings.register_profile("nightly", max_examples=10_000, **PATIENT)
# With the lowest versions it is the outsiders that differ, not the laws: each property is asked a few times.
settings.register_profile("lowest", max_examples=20, derandomize=True, database=None, print_blob=True, **PATIENT)
QUICK = {"max_examples": 20, "derandomize": True, "database": None, "phases": (Phase.explicit, Phase.generate)}
settings.register_profile("mutation", **QUICK, **PATIENT)
settings.load_profile("ci" if os.environ.get("CI") else "default")

collect_ignore = ["typing"]  # examples for the type checker: read by mypy, never run
