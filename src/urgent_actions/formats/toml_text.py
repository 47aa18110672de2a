"""Plain data as TOML 1.0 text: strings in quotes, dates bare, tables inline."""

import json
import re
from collections.abc import Mapping
from datetime import date


def toml_value(data: object) -> str:
    """One value, in one line.

    >>> toml_value({"countries": ["RU"], "from": date(2020, 5, 20)})
    '{ countries = ["RU"], from = 2020-05-20 }'
    """
    if isinstance(data, Mapping):
        return "{ " + ", ".join(toml_pairs(data)) + " }" if data else "{}"
    if isinstance(data, list):
        return "[" + ", ".join(map(toml_value, data)) + "]"
    if isinstance(data, date):
        return data.isoformat()
    return _quoted(data) if isinstance(data, str) else json.dumps(data)


def toml_pairs(data: Mapping[str, object]) -> list[str]:
    """Each key with its value: `key = value`."""
    return [f"{_key(key)} = {toml_value(value)}" for key, value in data.items()]


def _quoted(text: str) -> str:
    """A basic string: the escapes of JSON are those of TOML, which also escapes DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else _quoted(key)
