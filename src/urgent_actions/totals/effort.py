"""What the people of each country did."""

from collections import Counter
from collections.abc import Iterable

import attrs

from urgent_actions.action_report import ActionReport
from urgent_actions.totals.order import in_order
from urgent_actions.values.country import Country


@attrs.frozen
class Effort:
    """What was done from one country.

    Args:
        actions: the number of actions.
        reports: the number of reports that they come from.
        supporters: the number of distinct supporters among the reports that have a token, each once in every case.
    """

    actions: int
    reports: int
    supporters: int


def effort_by_country(counted: Iterable[ActionReport]) -> dict[Country | None, Effort]:
    """What was done from each country, by its code, and at the end from where it is not said."""
    actions: Counter[tuple[Country | None]] = Counter()
    reports: Counter[tuple[Country | None]] = Counter()
    people: dict[tuple[Country | None], set[tuple[object, str]]] = {}
    for said in counted:
        key = (said.country,)
        actions[key] += said.count
        reports[key] += 1
        known = people.setdefault(key, set())
        if said.supporter is not None:
            known.add((said.case, said.supporter))
    return {key[0]: Effort(actions[key], reports[key], len(people[key])) for key in in_order(reports)}
