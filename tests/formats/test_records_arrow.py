"""Records go into an Arrow table and come back the same, and what is wrong in one is told row by row."""

import pyarrow as pa
import pytest
from hypothesis import given
from totals.test_tally import many

from urgent_actions import InvalidData, read_records_arrow, write_records_arrow
from urgent_actions.record_columns import COLUMN_NAMES, COLUMNS


@given(many)
def test_records_come_back_from_a_table_as_they_went_in(records):
    table = write_records_arrow(records)
    assert list(read_records_arrow(table)) == records
    assert [one for batch in table.to_batches(3) for one in read_records_arrow(batch)] == records


def test_a_table_has_the_columns_of_records_in_their_order_each_with_its_type():
    kinds = {"text": pa.string(), "day": pa.date32(), "number": pa.int64()}
    schema = write_records_arrow([]).schema
    assert schema.names == list(COLUMN_NAMES)
    assert schema.types == [kinds[column.kind] for column in COLUMNS]


def test_rows_that_are_no_records_are_told_by_number_and_column():
    table = pa.table({"record": ["bounce", "bounce"], "id": ["a", "b"], "case": ["UA 1/20", "one"], "on": ["x", "y"]})
    with pytest.raises(InvalidData) as caught:
        list(read_records_arrow(table))
    assert [(problem.line, problem.where) for problem in caught.value.problems] == [(1, "on"), (2, "case"), (2, "on")]


def test_columns_that_ask_for_personal_data_are_refused():
    with pytest.raises(InvalidData, match="key 'phone' has no place here"):
        list(read_records_arrow(pa.table({"record": ["bounce"], "phone": ["5"]})))
