"""On which line of a TOML text each key stands, for tomllib keeps no places.

The text is cut into statements, each the fewest lines that are TOML by themselves. No part of a string or a list that
runs over several lines is TOML, so none is ever cut, and tomllib alone says what a line means.
"""

import re
import tomllib
from collections.abc import Iterator

_MAY_END_A_VALUE = re.compile(r'"""|\'\'\'|[\]}]')
_MOST_TRIES = 300


def lines_of(text: str) -> dict[str, int]:
    r"""The line of every table and key of a text that tomllib reads, by path.

    What stands inside a value has the line on which the value begins.

    >>> lines_of('[[rule]]\nid = "a"\nwhen = { kinds = ["embassy"] }')["rule[0].when.kinds[0]"]
    3
    """
    found: dict[str, int] = {}
    items: dict[str, int] = {}
    table = ""
    for line, statement in _statements(text):
        data = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _table_of(data, items, is_item=statement.lstrip().startswith("[["))
            found.setdefault(table, line)
            if table.endswith("]"):  # the list begins with its first item
                found.setdefault(table[: table.rindex("[")], line)
        else:
            for path in _paths_in(data, table):
                found.setdefault(path, line)
    return found


def line_of(path: str, lines: dict[str, int]) -> int | None:
    """The line of a path, or else of the nearest thing around it that has one."""
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each statement with the number of its first line; blank lines and comments are statements of nothing."""
    begun: list[str] = []
    tries = 0
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        begun.append(line)
        if len(begun) > 1 and not _MAY_END_A_VALUE.search(line):
            continue
        statement = "\n".join(begun)
        tries += 1
        if _is_toml(statement):
            yield number - len(begun) + 1, statement
            begun, tries = [], 0
        elif tries == _MOST_TRIES:  # the time stays linear; what follows has the line of what is around it
            return


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _table_of(header: object, items: dict[str, int], *, is_item: bool) -> str:
    """The path of the table that a header opens, with the number of each list's last item.

    Args:
        header: the header alone, as data: `[[rule.unless]]` is `{"rule": {"unless": [{}]}}`.
        items: how many items each list has so far, by its path; a header in double brackets adds one.
        is_item: whether the header is in double brackets.
    """
    path = ""
    while isinstance(header, dict) and header:
        ((key, header),) = header.items()
        path = _below(path, key)
        if is_item and isinstance(header, list):
            items[path] = items.get(path, 0) + 1
        if path in items:
            path = f"{path}[{items[path] - 1}]"
    return path


def _paths_in(data: object, path: str) -> Iterator[str]:
    if isinstance(data, dict):
        for key, inner in data.items():
            yield _below(path, key)
            yield from _paths_in(inner, _below(path, key))
    if isinstance(data, list):
        for number, inner in enumerate(data):
            yield f"{path}[{number}]"
            yield from _paths_in(inner, f"{path}[{number}]")


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
