"""What the reader's language calls the facets of a scope, by the names of its fields."""

from collections.abc import Iterable

from urgent_actions.values.listing import Listing
from urgent_actions.values.text import Message

FACET_WORDS = {
    "cases": Message("case"),
    "countries": Message("country of the target"),
    "senders": Message("country of the sender"),
    "ties": Message("ties to a country"),
    "targets": Message("target"),
    "kinds": Message("kind of target"),
    "channels": Message("channel"),
    "addresses": Message("state of the address"),
    "languages": Message("languages of the sender"),
    "affiliations": Message("affiliations of the sender"),
    "failed": Message("channels that failed before"),
    "statuses": Message("status of the case"),
    "hours": Message("hours"),
    "lead": Message("days left to the deadline"),
}


def facets_in_words(facets: Iterable[str]) -> Listing:
    """The facets of these names, in their order."""
    return Listing(FACET_WORDS[facet] for facet in facets)
