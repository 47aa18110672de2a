"""What counts in a data frame of records, by the rules of docs/reference/records.md; it is lazy where the frame is.

Nearly every report is alone: no other row has its id, so nothing disputes, corrects or withdraws it, and it is summed
as it stands. Only rows that share an id are joined, so that no engine has to hold what all the others say.
"""

from collections.abc import Iterator
from typing import Any

import attrs

from urgent_actions.totals.claim_key import ClaimKey, tidy
from urgent_actions.totals.frame_join import BECAME, FrameJoin
from urgent_actions.totals.record_texts import RecordTexts

_FACTS = ("correction", "withdrawal", "bounce", "reply")


@attrs.frozen(eq=False)
class FrameFold:
    """What the records of a frame say, ready to be asked.

    Args:
        texts: the records.
    """

    texts: RecordTexts

    def counted(self, *fields: str, **cut: int) -> Any:
        """What counts, as corrected, in rows that stand for one report or for several that say the same.

        Their columns are the fields, empty where a report does not say them, the numbers of `actions` and of `reports`,
        and what became of all of them, 1 where that is so.

        Args:
            fields: what the rows are told apart by.
            cut: how many signs of a field are asked for, where that is not all of it.
        """
        joined = FrameJoin(self.texts, fields, cut).rows(self._marked())
        return joined.select(*fields, "actions", "reports", *BECAME)

    def people(self, *fields: str) -> Any:
        """Who is behind what counts: the fields, `person`, and the numbers of `actions` and of `reports`.

        A person is a token in its case, in as many rows as there are reports, or an empty text for all without a token.
        What is alone comes straight from its row, for there are nearly as many people as reports.
        """
        return self.texts.nw.concat([*self.people_apart(*fields)])

    def people_apart(self, *fields: str) -> Iterator[Any]:
        """The same in two frames: the reports that are alone, and all others."""
        nw, told = self.texts.nw, (*dict.fromkeys((*fields, "case", "supporter")),)
        person = nw.concat_str("case", nw.lit(" "), "supporter", ignore_nulls=True)
        named = nw.when(nw.col("supporter") != "").then(person).otherwise(nw.lit(""))
        read = {field: tidy(nw.col(field)) for field in fields}
        sums = {name: nw.col(name).cast(nw.Int64) for name in ("actions", "reports")}
        for rows in (self._alone(told), FrameJoin(self.texts, told).rows(self._marked("inner"))):
            yield rows.select(**read, person=named, **sums)

    def replies(self) -> Any:
        """The replies to what counts, each once: `id`, `case`, `on`, `reply` and `impact`."""
        replies = self.texts.records("id", "case", "on", "reply", "impact", of=("reply",)).unique()
        reports = self._of_these(replies, "case").select("id", "case")
        return replies.join(reports, on=["id", "case"], how="inner")

    def returned(self) -> Any:
        """The numbers of `actions` of each report that counts and has come back."""
        bounces = self.texts.records("id", of=("bounce",))
        return self._of_these(bounces).filter(self.texts.nw.col("bounced") == 1).select("actions")

    def disputed(self) -> Any:
        """The ids under which different reports have come in."""
        nw = self.texts.nw
        lines = self._lines(self._marked("inner"), ClaimKey.up_to("supporter"))
        ends = lines.group_by("id").agg(nw.col("line").min(), nw.col("line").max().alias("most"))
        return ends.filter(nw.col("line") != nw.col("most")).select("id")

    def unmatched(self) -> Any:
        """The ids of facts whose report has not come in, or was for another case."""
        nw, key = self.texts.nw, ClaimKey.up_to()
        facts = self.texts.records("id", "case", of=_FACTS).unique()
        least = self._lines(self.texts.rows_of(facts), key).group_by("id").agg(nw.col("line").min())
        reports = least.select("id", case=tidy(key.cell(nw.col("line"), "case")))
        return facts.join(reports, on=["id", "case"], how="anti").select("id")

    def _alone(self, told: tuple[str, ...]) -> Any:
        """The reports whose id is in no other row, as they are."""
        text = self.texts.text
        reports = self._marked("anti").filter(text("record") == "report")
        cells = {name: text(name) for name in told}
        return reports.select(**cells, actions=self.texts.number("count"), reports=self.texts.nw.lit(1))

    def _of_these(self, facts: Any, *fields: str) -> Any:
        """What counts of the reports that some facts are about; all others are not looked at."""
        rows = self.texts.rows_of(facts).with_columns(shared=self.texts.nw.lit(1))
        return FrameJoin(self.texts, fields).rows(rows)

    def _marked(self, how: str = "left") -> Any:
        """The rows, and `shared` for those whose key another row has too."""
        nw, rows = self.texts.nw, self.texts.keyed()
        keys = rows.select("key").group_by("key").agg(rows=nw.len())
        shared = keys.filter(nw.col("rows") > 1).select("key", shared=nw.lit(1))
        return rows.join(shared, on="key", how=how)

    def _lines(self, rows: Any, key: ClaimKey) -> Any:
        """The ids and the lines of the reports among some rows."""
        text = self.texts.text
        return rows.filter(text("record") == "report").select(id=text("id"), line=key.line(self.texts.nw, text))
