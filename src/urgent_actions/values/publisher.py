"""The section or organisation whose bulletin it is."""

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.country import Country
from urgent_actions.values.plain_forms import as_country_or_none


@attrs.frozen
class Publisher:
    """Who published, and for supporters in which country.

    The country matters twice: an embassy without a named host is the one there, and a bulletin addressed to supporters
    at home does not warn them of their own country.

    >>> str(Publisher("Amnesty International USA", Country("US")))
    'Amnesty International USA'
    """

    name: str
    country: Country | None = attrs.field(default=None, converter=as_country_or_none)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip():
            refuse_if([Problem("publisher-without-name", f"publisher has no name: {self.name!r}", where="name")])

    def __str__(self) -> str:
        return self.name
