"""What a line of a file of records may look like, as JSON Schema 2020-12, made from the columns and the records."""

from urgent_actions.action_report import ActionReport
from urgent_actions.correction import Correction
from urgent_actions.formats.schema import Schema, noun_schema
from urgent_actions.record import RECORDS
from urgent_actions.record_columns import COLUMNS, Column


def record_schema() -> Schema:
    """The schema of one row of the table of records, as JSON.

    Whatever `write_record` writes is valid, and whatever is not valid is refused by `read_records`. An empty cell is
    left out or null.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of urgent_actions",
        "oneOf": [{"$ref": f"#/$defs/{word}"} for word in RECORDS],
        "$defs": {word: _of(word) for word in RECORDS},
    }


def _of(word: str) -> Schema:
    noun = noun_schema(RECORDS[word])
    held = noun_schema(ActionReport)["properties"] if RECORDS[word] is Correction else {}
    properties = {"record": {"const": word}} | held | noun["properties"]
    return noun | {
        "properties": {column.name: _cell(column, word, properties) for column in COLUMNS},
        "required": [column.name for column in COLUMNS if word in column.needed],
    }


def _cell(column: Column, word: str, properties: Schema) -> Schema:
    if word not in column.of:
        return {"type": "null"}
    cell: Schema = properties[column.name]
    told = {"description": column.meaning}
    if word in column.needed or {"type": "null"} in cell.get("anyOf", ()):
        return cell | told
    return {"anyOf": [{key: value for key, value in cell.items() if key != "description"}, {"type": "null"}]} | told
