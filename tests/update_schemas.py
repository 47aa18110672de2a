"""Writes the published JSON Schemas anew from the classes: `python tests/update_schemas.py`."""

import json
from pathlib import Path

from urgent_actions.formats.json import DOCUMENTS
from urgent_actions.formats.schema import json_schema

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "schemas"


def schema_files():
    """The text of each file by its name."""
    return {
        f"{key}.json": json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"
        for kind, key in DOCUMENTS.items()
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in schema_files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(FOLDER / name)
