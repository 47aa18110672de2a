"""The fold of records over data frames, by the rules of docs/reference/records.md; it is lazy where the frame is."""

from typing import Any

import attrs

from urgent_actions.totals.claim_key import ABOVE_COUNTS, ClaimKey, is_empty
from urgent_actions.totals.record_texts import DIGITS_OF_A_DAY, RecordTexts, latest_first

BECAME = ("bounced", "answered", "favourable")
"""What may become of a report that counts."""
_NONE = "~"  # sorts after every line: pandas finds no least text where some are null
_FACTS = ("withdrawn", *BECAME)


@attrs.frozen(eq=False)
class FrameFold:
    """What the records of a frame say, ready to be asked.

    Args:
        texts: the records.
    """

    texts: RecordTexts

    def counted(self, *fields: str) -> Any:
        """One row for each report that counts, as corrected.

        Its columns are `id`, `case`, `count`, the fields, as they stand in a line (`plain` reads them), and what
        became of it, 1 where that is so.
        """
        nw, key = self.texts.nw, ClaimKey.up_to(*fields)
        known = self._smaller_claims(key).join(self._became(key), on=["id", "case"], how="left")
        stands = known.filter(nw.col("withdrawn").fill_null(0) == 0)
        stands = stands.with_columns(line=nw.coalesce(nw.col("corrected"), nw.col("line")))
        asked = (field for field in dict.fromkeys(("count", *fields)) if field != "case")
        cells = {field: key.cell(nw.col("line"), field) for field in asked}
        cells["count"] = cells["count"].cast(nw.Int64) - ABOVE_COUNTS
        became = {flag: nw.col(flag).fill_null(0) for flag in BECAME}
        return stands.select("id", "case", **cells, **became)

    def replies(self) -> Any:
        """The replies to what counts, each once: `id`, `case`, `on`, `reply` and `impact`."""
        nw = self.texts.nw
        told = ("id", "case", "on", "reply", "impact")
        placed = self._placed(ClaimKey.up_to(), *told, where=nw.col("record") == "reply")
        replies = placed.select(*told).unique()
        return replies.join(self.counted().select("id", "case"), on=["id", "case"], how="inner")

    def disputed(self) -> Any:
        """The ids under which different reports have come in."""
        nw = self.texts.nw
        ends = self._reports(ClaimKey.up_to("supporter")).group_by("id")
        least_and_most = ends.agg(nw.col("line").min(), nw.col("line").max().alias("most"))
        return least_and_most.filter(nw.col("line") != nw.col("most")).select("id")

    def unmatched(self) -> Any:
        """The ids of facts whose report has not come in, or was for another case."""
        nw, key = self.texts.nw, ClaimKey.up_to()
        told = self._placed(key, "id", where=nw.col("record") != "report").select("id", "case").unique()
        return told.join(self._smaller_claims(key).select("id", "case"), on=["id", "case"], how="anti").select("id")

    def people(self, *fields: str) -> Any:
        """The distinct people behind what counts: the fields, and `person`, a token in its case or else a report."""
        nw = self.texts.nw
        token = nw.concat_str(nw.col("case"), nw.col("supporter"))
        person = nw.when(is_empty(nw, "supporter")).then(nw.col("id")).otherwise(token)
        return self.counted(*fields, "supporter").select(*fields, person=person).unique()

    def _smaller_claims(self, key: ClaimKey) -> Any:
        nw = self.texts.nw
        least = self._reports(key).group_by("id").agg(nw.col("line").min())
        case = key.cell(nw.col("line"), "case").cast(nw.String)  # Dask takes what it has cut for another type
        return least.with_columns(case=case)

    def _reports(self, key: ClaimKey) -> Any:
        nw = self.texts.nw
        said = self._placed(key, "id", where=nw.col("record") == "report")
        return said.select("id", line=key.line(nw))

    def _placed(self, key: ClaimKey, *names: str, where: Any) -> Any:
        """Some columns of some records, and the cells of a line in their places."""
        return self.texts.records(*names, *key.fields, where=where).with_columns(**key.places(self.texts.nw))

    def _became(self, key: ClaimKey) -> Any:
        """What became of each report: the line that corrects it, and the other facts."""
        nw = self.texts.nw
        facts = self._facts(key).group_by("id", "case")
        joined = facts.agg(nw.col("corrected").min(), *(nw.col(flag).max() for flag in _FACTS))
        corrected = nw.when(nw.col("corrected") != _NONE).then(nw.col("corrected").str.slice(DIGITS_OF_A_DAY))
        return joined.with_columns(corrected=corrected)

    def _facts(self, key: ClaimKey) -> Any:
        """Each later fact alone; the line of a correction stands behind its day, the latest first."""
        nw = self.texts.nw
        record = nw.col("record")
        said = self._placed(key, "id", "corrected_on", "reply", where=record != "report")
        line = nw.concat_str(latest_first(nw, nw.col("corrected_on")), key.line(nw))
        return said.select(
            "id",
            "case",
            corrected=nw.when(record == "correction").then(line).otherwise(nw.lit(_NONE)),
            withdrawn=_flag(nw, record == "withdrawal"),
            bounced=_flag(nw, record == "bounce"),
            answered=_flag(nw, record == "reply"),
            favourable=_flag(nw, (record == "reply") & (nw.col("reply") == "favourable")),
        )


def _flag(nw: Any, holds: Any) -> Any:
    return nw.when(holds).then(nw.lit(1)).otherwise(nw.lit(0))
