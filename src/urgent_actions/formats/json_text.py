"""JSON as text (RFC 8259): read strictly, written in one way, with orjson where that is installed.

Stricter than the standard library: a key that stands twice, a number that is none (NaN), half of a surrogate pair and
text that is not UTF-8 are refused.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from urgent_actions.errors import InvalidData, Problem, refuse_if
from urgent_actions.values.printable import printable

_HALF_ESCAPED = re.compile(r"\\u[dD][89a-fA-F]")


class _KeyTwice(Exception):
    """A key stands twice in an object: where, is found in a second pass."""


class _Object(dict[str, object]):
    """An object of JSON that remembers which of its keys stood more than once."""

    twice: tuple[str, ...] = ()


def parse_json(text: str | bytes) -> object:
    """Read JSON as tables, lists, strings, numbers, true, false and null.

    Args:
        text: a text, or the bytes of one in UTF-8; a byte order mark is passed over.

    Raises:
        InvalidData: it is no JSON, with line and column, or JSON that programs read differently (RFC 8259, 4 and 8.2).
    """
    orjson = _orjson()
    found = _parsed_by(orjson, text) if orjson else None
    return _parse_in_python(_decoded(text)) if found is None else found


def dump_json(data: object, indent: int | None = None) -> str:
    """Write plain data as JSON: keys in the order given, letters as they are, no blanks unless an indent is asked for.

    Raises:
        InvalidData: a string holds half of a surrogate pair, which no UTF-8 has.
    """
    text = _dumped_by(_orjson(), data, indent) or _dump_in_python(data, indent)
    if not is_unicode(text):
        refuse_if(unfit_strings(data, ""), InvalidData)
    return text


@lru_cache(maxsize=1)
def _orjson() -> ModuleType | None:
    try:
        import orjson
    except ImportError:
        return None
    return orjson


def _parsed_by(orjson: ModuleType, text: str | bytes) -> object:
    """What orjson reads, where it is sure to be all; otherwise None.

    orjson keeps the last of two equal keys and turns great numbers into fractions, without a word. But what it writes
    back byte for byte was read as it stands, and all that `dump_json` wrote is.
    """
    try:
        found: object = orjson.loads(text)
        same = orjson.dumps(found) == (text.encode() if isinstance(text, str) else text)
    except (ValueError, TypeError):
        return None
    return found if same else None


def _dumped_by(orjson: ModuleType | None, data: object, indent: int | None) -> str:
    """What orjson writes, or nothing where it cannot write the same as the standard library."""
    if orjson is None or indent not in {None, 2}:
        return ""
    try:
        written: bytes = orjson.dumps(data, option=orjson.OPT_INDENT_2 if indent else None)
    except TypeError:
        return ""
    return written.decode()


def _dump_in_python(data: object, indent: int | None) -> str:
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        what = f"byte {error.start + 1} is not UTF-8"
        raise InvalidData(Problem("not-utf8", what, way_out="save the file as UTF-8", line=line)) from None


def _parse_in_python(text: str) -> object:
    try:
        found, suspect = _decode(text)
        problems = list(unfit_strings(found, "")) if suspect else []
    except InvalidData:
        raise
    except RecursionError:
        raise InvalidData(Problem("too-deep", "the JSON is nested too deeply")) from None
    except json.JSONDecodeError as error:
        what = f"the text is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise InvalidData(Problem("not-json", what, line=error.lineno, column=error.colno)) from None
    except ValueError:  # Python reads no whole number of more than 4300 digits
        raise InvalidData(Problem("number-too-long", "the JSON has a number of thousands of digits")) from None
    refuse_if(problems, InvalidData)
    return found


def _decode(text: str) -> tuple[object, bool]:
    """The data, and whether it may have what `unfit_strings` looks for, which few texts do."""
    try:
        return _STRICT.decode(text), bool(_HALF_ESCAPED.search(text)) or not is_unicode(text)
    except _KeyTwice:
        return json.loads(text, object_pairs_hook=_remembering), True


def is_unicode(text: str) -> bool:
    """Whether a text can be written as UTF-8: it holds no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _KeyTwice
    return found


def _remembering(pairs: list[tuple[str, object]]) -> _Object:
    found = _Object(pairs)
    found.twice = tuple(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
    return found


def _no_number(name: str) -> object:
    raise InvalidData(Problem("not-json", f"the text is no JSON: {name} is no number", way_out="leave the key out"))


def unfit_strings(data: object, path: str) -> Iterator[Problem]:
    """The strings that no document can hold, each with its path: keys that stand twice, halves of surrogate pairs."""
    if isinstance(data, _Object):
        for key in data.twice:
            yield Problem("key-twice", f"key {key!r} stands twice", where=path, way_out="keep one of the two")
    for name, string in _strings_of(data):
        if not is_unicode(string):
            yield Problem("half-a-character", f"{name}{string!r} holds half of a surrogate pair", where=path)
    for step, inner in _parts_of(data):
        yield from unfit_strings(inner, f"{path}{step}".lstrip("."))


def _strings_of(data: object) -> Iterator[tuple[str, str]]:
    """The string itself, or the keys of a table, with what they are called."""
    if isinstance(data, str):
        yield "", data
    if isinstance(data, dict):
        yield from (("key ", key) for key in data)


def _parts_of(data: object) -> Iterator[tuple[str, object]]:
    if isinstance(data, list):
        yield from ((f"[{number}]", inner) for number, inner in enumerate(data))
    if isinstance(data, dict):
        yield from ((f".{printable(key)}", inner) for key, inner in data.items())


_STRICT = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
