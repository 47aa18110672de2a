"""A job on inputs that double in size, each held against the one before: what is linear takes twice the time."""

from functools import partial
from itertools import pairwise


def doubled(job, sizes):
    """The jobs to measure side by side, each named by its size."""
    jobs = {f"{size:>9,}": (partial(job, size), "", "") for size in sizes}
    for smaller, larger in pairwise(list(jobs)):
        jobs[larger] = (jobs[larger][0], smaller, 2)
    return jobs
