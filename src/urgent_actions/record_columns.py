"""The one table of records: its columns, whatever holds it, be it lines of JSON, CSV, Parquet or a data frame.

One row is one record. The columns stand in this order; a file may leave out those that are empty throughout. A cell
that says nothing is empty in CSV, and null or absent elsewhere. Every text is one of a closed list, a code or a key.
"""

import attrs

from urgent_actions.record import RECORDS
from urgent_actions.record_fields import Basis
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.impact import Impact
from urgent_actions.values.reply_kind import ReplyKind
from urgent_actions.values.word import Word

_CLAIMS = ("report", "correction")
_ALL = tuple(RECORDS)


def _words(kind: type[Word]) -> tuple[str, ...]:
    return tuple(map(str, kind))


@attrs.frozen
class Column:
    """One column of the table.

    Args:
        name: its name, also the field of the records.
        kind: what its cells hold: `text`, `day` (ISO 8601) or `number` (whole).
        meaning: what it says.
        of: the words of the records that may have it; for all others it is empty.
        needed: the words of the records that must have it.
        words: the closed list that its cells are taken from, or nothing.
    """

    name: str
    kind: str
    meaning: str
    of: tuple[str, ...] = attrs.field(default=_ALL, kw_only=True)
    needed: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    words: tuple[str, ...] = attrs.field(default=(), kw_only=True)


COLUMNS = (
    Column("record", "text", "which record the row is", needed=_ALL, words=_ALL),
    Column("id", "text", "the report's own key; one report counts once, however often it comes in", needed=_ALL),
    Column("case", "text", "the reference of the case, as `UA 82/20`", needed=_ALL),
    Column(
        "on",
        "day",
        "of a report and a correction the day on which it was done, else the day of the withdrawal, bounce or reply",
        needed=_ALL,
    ),
    Column(
        "corrected_on",
        "day",
        "the day on which a correction was stated; the latest counts",
        of=("correction",),
        needed=("correction",),
    ),
    Column("channel", "text", "by which way", of=_CLAIMS, needed=_CLAIMS, words=_words(ChannelKind)),
    Column("target", "text", "the id of the target within the case", of=_CLAIMS),
    Column("count", "number", "how many letters, calls or posts, from 1 to one million; 1 if empty", of=_CLAIMS),
    Column("country", "text", "where it was sent from (ISO 3166-1 alpha-2)", of=_CLAIMS),
    Column("language", "text", "in which language (BCP 47)", of=_CLAIMS),
    Column("basis", "text", "how it is known; self-reported if empty", of=_CLAIMS, words=_words(Basis)),
    Column("supporter", "text", "the opaque token of the supporter, 32 to 64 hexadecimal digits", of=_CLAIMS),
    Column("reply", "text", "the kind of a reply", of=("reply",), needed=("reply",), words=_words(ReplyKind)),
    Column("impact", "text", "the impact on the situation seen with it", of=("reply",), words=_words(Impact)),
)
"""The columns, in their order."""

COLUMN_NAMES = tuple(column.name for column in COLUMNS)
"""Their names."""
