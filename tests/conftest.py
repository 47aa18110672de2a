"""How the tests run: how many examples Hypothesis tries, and what pytest leaves alone."""

import os
from importlib.util import find_spec
from shutil import which

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

# The clusters are real: pip installs them with the extra `clusters`, and Spark runs on Java.
NEEDED_BY_CLUSTERS = {"distributed": find_spec("distributed"), "pyspark": find_spec("pyspark"), "java": which("java")}
NO_CLUSTERS = [name for name, found in NEEDED_BY_CLUSTERS.items() if not found]

collect_ignore = [
    "typing",  # examples for the type checker: read by mypy, never run
    "measures/mutants.py",  # wants the extra `mutation`
]
if NO_CLUSTERS:
    collect_ignore.append("clusters")


def pytest_terminal_summary(terminalreporter):
    if NO_CLUSTERS:
        terminalreporter.write_line(f"left out: tests/clusters, for there is no {', no '.join(NO_CLUSTERS)}")
