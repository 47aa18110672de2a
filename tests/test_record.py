"""Reports and later facts about them: what they hold, and what they refuse."""

from datetime import date, datetime

import attrs
import pytest

from urgent_actions.action_report import MOST
from urgent_actions.errors import InvalidValue
from urgent_actions.record import RECORDS
from urgent_actions.record_columns import COLUMN_NAMES, COLUMNS

DAY = date(2020, 5, 25)
WHOLE = {"id": "r-1", "case": "UA 82/20", "on": DAY, "corrected_on": DAY, "channel": "post", "reply": "pledge"}
FREE_TEXT = "Ada Example, 1 Long Street; writes on behalf of her mother"
every_record = pytest.mark.parametrize("word", RECORDS)


def needed(word, **changed):
    names = [field.name for field in attrs.fields(RECORDS[word]) if field.default is attrs.NOTHING]
    said = {name: needed("report") if name == "report" else WHOLE[name] for name in names} | changed
    return RECORDS[word](*[said.pop(name) for name in ("report", "id", "case") if name in said], **said)


@every_record
def test_a_record_says_whose_it_is_and_when(word):
    made = needed(word)
    assert (made.id, str(made.case), getattr(made, "report", made).on) == ("r-1", "UA 82/20", DAY)


@pytest.mark.parametrize(
    ("word", "field"),
    [
        (word, field.name)
        for word, kind in RECORDS.items()
        for field in attrs.fields(kind)
        if field.type is not date and field.name != "count"
    ],
)
def test_no_field_of_a_record_holds_free_text(word, field):
    with pytest.raises(InvalidValue):
        needed(word, **{field: FREE_TEXT})


@pytest.mark.parametrize("word", [word for word in RECORDS if word != "correction"])
def test_all_that_is_wrong_with_a_record_is_told_at_once(word):
    with pytest.raises(InvalidValue) as caught:
        needed(word, id="", on=datetime(2020, 5, 25, 12))
    assert [problem.where for problem in caught.value.problems] == ["id", "on"]


@pytest.mark.parametrize("count", [0, MOST + 1, True, 1.0])
def test_a_report_claims_no_counts_that_nobody_sent(count):
    with pytest.raises(InvalidValue, match="is not a whole number from 1 to 1000000 at count"):
        needed("report", count=count)


def test_a_correction_holds_the_report_that_counts_and_nothing_else():
    with pytest.raises(InvalidValue, match="a Reply is not an ActionReport at report"):
        needed("correction", report=needed("reply"))


def test_a_correction_knows_when_it_was_stated():
    with pytest.raises(InvalidValue, match="is not a day at corrected_on"):
        needed("correction", corrected_on="2020-05-26")


def test_a_token_is_not_shown():
    report = needed("report", supporter="f" * 32)
    assert "f" * 32 not in repr([report, needed("correction", report=report)])


@every_record
def test_the_columns_are_the_fields_of_the_records(word):
    fields = {field.name: field for field in attrs.fields(RECORDS[word])}
    if fields.pop("report", None):
        fields |= {field.name: field for field in attrs.fields(RECORDS["report"])}
    assert {"record", *fields} == {column.name for column in COLUMNS if word in column.of}
    without_default = {name for name, field in fields.items() if field.default is attrs.NOTHING}
    assert {"record", *without_default} == {column.name for column in COLUMNS if word in column.needed}


def test_every_column_is_told_once_with_its_kind():
    assert len({*COLUMN_NAMES}) == len(COLUMNS)
    assert {column.kind for column in COLUMNS} == {"text", "day", "number"}
    assert all(column.meaning and {*column.needed} <= {*column.of} <= {*RECORDS} for column in COLUMNS)
