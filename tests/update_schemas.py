"""Writes the published JSON Schemas anew from the classes: `python tests/update_schemas.py`."""

import json
from pathlib import Path

from urgent_actions.formats.json import DOCUMENTS
from urgent_actions.formats.record_schema import record_schema
from urgent_actions.formats.schema import json_schema

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "schemas"


def schema_files():
    """The text of each file by its name."""
    schemas = {key: json_schema(kind) for kind, key in DOCUMENTS.items()} | {"record": record_schema()}
    return {f"{key}.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for key, schema in schemas.items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in schema_files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(FOLDER / name)
