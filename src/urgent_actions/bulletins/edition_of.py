"""Which case a page is about, and which document of it."""

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.page_title import Top
from urgent_actions.bulletins.requests import Requests
from urgent_actions.edition import Edition, EditionKind
from urgent_actions.values.case_reference import CaseReference


def reference_of(top: Top, requests: Requests, ledger: Ledger) -> CaseReference:
    """The number in the heading or, failing that, the one by which the supporter reports, or that the caller gave.

    Raises:
        UnreadableBulletin: there is none of them.
    """
    reference = ledger.settle(top.reference or requests.reference)
    if requests.reference not in {None, reference}:
        what = f"the heading says {reference}, and the request to report {requests.reference}; the heading is taken"
        ledger.warn("two-references", what, requests.reference_at, "ask the publisher which one is right")
    return reference


def edition_of(top: Top, requests: Requests, language: str) -> Edition:
    """First, update or outcome, as the heading or the request to report says."""
    ordinal = top.ordinal or requests.ordinal
    kind = top.kind or EditionKind.FIRST
    if kind is EditionKind.FIRST and ordinal is not None and ordinal > 1:
        kind = EditionKind.UPDATE
    return Edition(kind, top.issued, ordinal=ordinal, language=language)
