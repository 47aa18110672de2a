"""In which country a case is, where the heading does not say it."""

from collections.abc import Iterable, Sequence

from urgent_actions.bulletins.drafts import Draft
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.page_title import Top
from urgent_actions.bulletins.piece import Piece
from urgent_actions.values.country import Country
from urgent_actions.values.country_names import countries_named_in


def country_of_case(top: Top, drafts: Iterable[Draft], ledger: Ledger) -> Country | None:
    """The country of the heading; else the state of all targets; else the only country that the summary names."""
    if top.country is not None or top.countries_named:
        return top.country
    states = {draft.country for draft in drafts if draft.country and draft.acts_for_a_state}
    if len(states) == 1:
        (country,) = states
        ledger.info("country-by-targets", f"the heading names no country; all targets act for {country.name()}")
        return country
    summary = [line for paragraph in top.summary for line in paragraph]
    named = {country for line in summary for country in countries_named_in(str(line))}
    if len(named) == 1:
        (country,) = named
        ledger.info(
            "country-by-summary", f"the heading names no country; the summary names {country.name()}", _first(summary)
        )
        return country
    return None


def _first(pieces: Sequence[Piece]) -> Piece | None:
    return pieces[0] if pieces else None
