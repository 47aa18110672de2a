"""Rows of a data frame that share an id joined into one: the smaller claim, as corrected, and what became of it."""

from typing import Any

import attrs

from urgent_actions.totals.claim_key import ABOVE_COUNTS, WIDTHS, ClaimKey, place, tidy
from urgent_actions.totals.record_texts import DIGITS_OF_A_DAY, RecordTexts, latest_first

BECAME = ("bounced", "answered", "favourable")
"""What may become of a report that counts."""

_FLAGS = ("withdrawn", *BECAME)
_NONE = "~"  # sorts after every line: pandas finds no least text where some are null
_ID = "#"  # begins every id of what is not alone, even one that is not said
_HEAD = ClaimKey.up_to().width  # the count and the case, which of claims with one id and several cases tell the smaller
_LINE_AT = _HEAD + len(_FLAGS)
_OF_THE_ALONE = "0" * _LINE_AT + str(ABOVE_COUNTS)


@attrs.frozen(eq=False)
class FrameJoin:
    """Joins rows, first those of one id and case, then those of one id; rows that are alone are only summed.

    Args:
        texts: the records.
        fields: what the joined rows tell.
        cut: how many signs of a field they tell, where that is not all of it.
    """

    texts: RecordTexts
    fields: tuple[str, ...]
    cut: dict[str, int] = attrs.field(factory=dict)

    def rows(self, marked: Any) -> Any:
        """The fields, the `id` of what is not alone, `actions`, `reports`, and what became of them, 1 where that is so.

        Args:
            marked: the rows of the frame, and `shared`, null for those that are alone.
        """
        known = self._read(self._of_ids(self._of_cases(self._told(marked))))
        return known.filter(self.texts.nw.col("withdrawn") == 0)

    def _told(self, marked: Any) -> Any:
        """What each row tells: of one alone the fields, of any other its id and case, and its line."""
        nw, text, said = self.texts.nw, self.texts.text, self.texts.text("record")
        alone, line = nw.col("shared").is_null(), self._key.line(nw, text)
        corrected = _joined(nw, latest_first(nw, text("corrected_on")), line)
        return marked.filter((said == "report") | ~alone).select(
            id=_either(nw, ~alone, _joined(nw, place(nw, "case", text("case")), nw.lit(_ID), text("id")), ""),
            **{field: _either(nw, alone, self._asked(field, text(field)), "") for field in self.fields},
            actions=self.texts.number("count"),
            line=_either(nw, ~alone & (said == "report"), line, _NONE),
            corrected=_either(nw, said == "correction", corrected, _NONE),
            **{flag: holds.cast(nw.Int64) for flag, holds in self._became().items()},
        )

    def _became(self) -> dict[str, Any]:
        """Of which rows each flag is told."""
        said, reply = self.texts.text("record"), self.texts.text("reply")
        told = {"withdrawn": said == "withdrawal", "bounced": said == "bounce", "answered": said == "reply"}
        return told | {"favourable": reply == "favourable"}

    def _of_cases(self, told: Any) -> Any:
        """Of every id and case the smaller claim and the correction that holds; facts without a report are left out."""
        nw = self.texts.nw
        least, flags = nw.col("line", "corrected").min(), nw.col(*_FLAGS).max()
        joined = told.group_by("id", *self.fields).agg(nw.col("actions").sum(), least, flags, reports=nw.len())
        return joined.filter((nw.col("id") == "") | (nw.col("line") != _NONE))

    def _of_ids(self, cases: Any) -> Any:
        """Of every id the case of the smaller claim: its beginning, what became of it, and its line as corrected."""
        nw, line, corrected = self.texts.nw, self.texts.nw.col("line"), self.texts.nw.col("corrected")
        holds = nw.when(corrected != _NONE).then(corrected.str.slice(DIGITS_OF_A_DAY)).otherwise(line)
        flags = (nw.col(flag).cast(nw.String) for flag in _FLAGS)
        claim = _joined(nw, line.str.slice(0, _HEAD), *flags, holds)
        lines = _either(nw, nw.col("id") != "", claim, _OF_THE_ALONE)
        of_each = cases.with_columns(id=nw.col("id").str.slice(WIDTHS["case"]), line=lines)
        return of_each.group_by("id", *self.fields).agg(nw.col("actions", "reports").sum(), nw.col("line").min())

    def _read(self, known: Any) -> Any:
        """What the lines say, in columns; what is alone has none, and says it already."""
        nw, alone = self.texts.nw, self.texts.nw.col("id") == ""
        line = nw.col("line").str.slice(_LINE_AT)
        count = self._key.cell(line, "count").cast(nw.Int64) - ABOVE_COUNTS
        cells = {field: self._asked(field, tidy(self._key.cell(line, field))) for field in self.fields}
        return known.select(
            id=nw.col("id").str.slice(len(_ID)),
            **{field: nw.when(alone).then(tidy(nw.col(field))).otherwise(cells[field]) for field in self.fields},
            actions=nw.when(alone).then(nw.col("actions")).otherwise(count),
            reports=_either(nw, alone, nw.col("reports"), 1),
            **{flag: nw.col("line").str.slice(_HEAD + at, 1).cast(nw.Int64) for at, flag in enumerate(_FLAGS)},
        )

    @property
    def _key(self) -> ClaimKey:
        return ClaimKey.up_to(*self.fields)

    def _asked(self, field: str, text: Any) -> Any:
        return text.str.slice(0, self.cut[field]) if field in self.cut else text


def _either(nw: Any, holds: Any, one: Any, other: str | int) -> Any:
    return nw.when(holds).then(one).otherwise(nw.lit(other))


def _joined(nw: Any, *texts: Any) -> Any:
    return nw.concat_str(*texts, ignore_nulls=True)  # none is null, and engines need not look
