"""The columns of records in a data frame as plain texts, nowhere null, whatever each kind of frame keeps them as."""

from typing import Any

import attrs

from urgent_actions.record_columns import COLUMNS
from urgent_actions.record_fields import MOST, Basis
from urgent_actions.totals.claim_key import ABOVE_COUNTS
from urgent_actions.totals.frame import Frame, narwhals

_KIND = {column.name: column.kind for column in COLUMNS}
_UNSAID = {"basis": str(Basis.SELF_REPORTED), "corrected_on": "0001-01-01"}
_LATEST = 99_999_999
DIGITS_OF_A_DAY = 8


@attrs.frozen(eq=False)
class RecordTexts:
    """A frame of records as narwhals sees it.

    Args:
        nw: narwhals.
        frame: the frame.
        schema: its columns and their types.
    """

    nw: Any
    frame: Any
    schema: dict[str, Any]

    @classmethod
    def of(cls, native: Frame) -> "RecordTexts":
        """The records of a frame of any kind."""
        nw = narwhals()
        frame = nw.from_native(native)
        return cls(nw, frame, dict(frame.collect_schema()))

    def records(self, *names: str, where: Any) -> Any:
        """These columns of the records that an expression on the column `record` chooses, what is empty filled in."""
        texts = {name: self._filled(name) for name in dict.fromkeys(("record", *names))}
        return self.frame.select(**texts).filter(where)

    def cells(self) -> Any:
        """All columns that the frame has, an empty cell as an empty text."""
        known = [column.name for column in COLUMNS if column.name in self.schema]
        return self.frame.select(**{name: self._text(name, "") for name in known})

    def _filled(self, name: str) -> Any:
        if _KIND[name] == "number":
            return (self._number(name).clip(0, MOST) + ABOVE_COUNTS).cast(self.nw.String)
        unsaid = _UNSAID.get(name, "")
        return self._text(name, unsaid) if name in self.schema else self.nw.lit(unsaid)

    def _number(self, name: str) -> Any:
        """A count; of what does not say it there was one."""
        if name not in self.schema:
            return self.nw.lit(1)
        one = "1" if self.schema[name] == self.nw.String else 1
        return self.nw.col(name).fill_null(one).cast(self.nw.Int64)

    def _text(self, name: str, unsaid: str) -> Any:
        nw, column, kind = self.nw, self.nw.col(name), self.schema[name]
        if kind == nw.String:
            return column.fill_null(unsaid)
        if _KIND[name] == "day" and kind.is_temporal():
            return column.dt.to_string("%Y-%m-%d").fill_null(unsaid)
        # some kinds of frames make a text of what is null, so it is not cast
        return nw.when(column.is_null()).then(nw.lit(unsaid)).otherwise(column.cast(nw.String))


def latest_first(nw: Any, day: Any) -> Any:
    """A day as eight digits that sort from the latest to the earliest."""
    number = day.str.replace_all("-", "", literal=True).cast(nw.Int64)
    return (_LATEST - number).cast(nw.String).str.zfill(DIGITS_OF_A_DAY)
