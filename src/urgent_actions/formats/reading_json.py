"""A reading of a bulletin as JSON: the case, where each part of it stood, what was noticed, what was left unread."""

import json
from typing import Any

from urgent_actions.bulletins.diagnostic import Diagnostic
from urgent_actions.bulletins.reading import Reading
from urgent_actions.formats.json import VERSION, to_json


def reading_document(reading: Reading) -> dict[str, Any]:
    """Everything that a reading holds, as plain dicts, lists, strings and numbers.

    Returns:
        A dict of the version and the reading. The case is as `from_json` reads it; lines and columns count from 1.
    """
    body = {
        "family": reading.family,
        "case": json.loads(to_json(reading.case))["case"],
        "spans": [{"part": path, "span": str(span)} for path, span in reading.spans],
        "diagnostics": [_diagnostic(found) for found in reading.diagnostics],
        "unread": [{"line": left.line, "column": left.column, "text": left.text} for left in reading.unread],
    }
    return {"urgent_actions": VERSION, "reading": body}


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": str(found.severity),
        "what": found.what,
        "way_out": found.way_out,
        "line": found.line,
        "column": found.column,
    }
