"""What the subject line or heading of a bulletin says: which document of which case it is, of which place and day."""

import attrs

from urgent_actions.bulletins.diagnostic import Diagnostic
from urgent_actions.edition import Edition, EditionKind
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.country import Country
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.partial_date import PartialDate


@attrs.frozen(kw_only=True)
class SubjectLine:
    """What a subject line says.

    Args:
        reference: the number of the case.
        kind: None where the line does not speak of an urgent action at all.
        ordinal: which document of the case it is, where the line says so: a second update is the third.
        country: the country that it is filed under, which is named first; None where that is no one country.
        countries: all countries that it names as its place.
        issued: the day of this document.
        index: the index number of this document.
        earlier: the documents before it that the line refers to, with their index numbers and days.
        others: further cases that it names.
        diagnostics: what was put right or could not be read; columns count from 1.
        unread: what was not understood, such as a title.
    """

    reference: CaseReference | None = None
    kind: EditionKind | None = None
    ordinal: int | None = None
    country: Country | None = None
    countries: tuple[Country, ...] = ()
    issued: PartialDate | None = None
    index: IndexNumber | None = None
    earlier: tuple[Edition, ...] = ()
    others: tuple[CaseReference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unread: tuple[str, ...] = ()
