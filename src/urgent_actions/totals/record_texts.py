"""The columns of records in a data frame as plain texts, nowhere null, whatever each kind of frame keeps them as."""

from typing import Any

import attrs

from urgent_actions.record_columns import COLUMNS
from urgent_actions.record_fields import Basis
from urgent_actions.totals.claim_key import ABOVE_COUNTS, FARTHEST_COUNT, fitting
from urgent_actions.totals.frame import Frame, hashed, narwhals

_KIND = {column.name: column.kind for column in COLUMNS}
_UNSAID = {"basis": str(Basis.SELF_REPORTED), "corrected_on": "0001-01-01"}
_ABOVE_DAYS = 199_999_999
DIGITS_OF_A_DAY = 9


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

    def keyed(self) -> Any:
        """The rows, and a `key` that rows of one id have in common, and hardly any others."""
        return hashed(self.nw, self._whole().with_columns(key=self.text("id")), "key")

    def records(self, *names: str, of: tuple[str, ...]) -> Any:
        """These columns of the records that are called so."""
        rows = self._whole().filter(self.text("record").is_in(of))
        return rows.select(**{name: self.text(name) for name in names})

    def rows_of(self, told: Any) -> Any:
        """The rows whose id a frame has in its column `id`."""
        ids = told.select(key=self.nw.col("id")).unique()
        return self._whole().with_columns(key=self.text("id")).join(ids, on="key", how="semi")

    def cells(self) -> Any:
        """All columns that the frame has, an empty cell as an empty text."""
        known = [column.name for column in COLUMNS if column.name in self.schema]
        return self.frame.select(**{name: self._filled(name, "") for name in known})

    def text(self, name: str) -> Any:
        """A column as text, what is empty filled in, `?` for what is longer than can be; a count as eight digits."""
        if _KIND[name] == "number":
            return (self.number(name) + ABOVE_COUNTS).cast(self.nw.String)
        if name not in self.schema:
            return self.nw.col(name)
        return fitting(self.nw, name, self._filled(name, _UNSAID.get(name, "")))

    def number(self, name: str) -> Any:
        """A count; of what does not say it there was one."""
        if name not in self.schema:
            return self.nw.col(name)
        one = "1" if self.schema[name] == self.nw.String else 1
        return self.nw.col(name).fill_null(one).cast(self.nw.Int64).clip(-FARTHEST_COUNT, FARTHEST_COUNT)

    def _whole(self) -> Any:
        """The frame with the columns that it lacks."""
        lacking = (name for name in _KIND if name not in self.schema)
        unsaid = {name: 1 if _KIND[name] == "number" else _UNSAID.get(name, "") for name in lacking}
        added = {name: self.nw.lit(value) for name, value in unsaid.items()}
        return self.frame.with_columns(**added) if added else self.frame

    def _filled(self, name: str, unsaid: str) -> Any:
        nw, column, kind = self.nw, self.nw.col(name), self.schema[name]
        if kind == nw.String:
            return column.fill_null(unsaid)
        if _KIND[name] == "day" and kind.is_temporal():
            return column.dt.to_string("%Y-%m-%d").fill_null(unsaid)
        # some kinds of frames make a text of what is null, so it is not cast
        return nw.when(column.is_null()).then(nw.lit(unsaid)).otherwise(column.cast(nw.String))


def latest_first(nw: Any, day: Any) -> Any:
    """A day as nine digits that sort from the latest to the earliest."""
    number = day.str.replace_all("-", "", literal=True).cast(nw.Int64)
    return (_ABOVE_DAYS - number).cast(nw.String)
