"""What stands in a document in place of what should stand there, named without telling what it says."""

from datetime import date, datetime, time

from urgent_actions.errors import InvalidValue, Problem

_NAMES: dict[type, str] = {
    bool: "true or false",
    date: "a date",
    datetime: "a date with a time",
    dict: "a table of keys",
    float: "a fraction",
    int: "a whole number",
    list: "a list",
    str: "a string",
    time: "a time",
    type(None): "null",
}


def wrong_type(expected: type, given: object) -> InvalidValue:
    """The error for data of another type; it says which, and never shows the data.

    >>> str(wrong_type(list, "RU"))
    'expected a list, got a string; put it in brackets'
    """
    what = f"expected {_NAMES[expected]}, got {_NAMES.get(type(given), type(given).__name__)}"
    if expected is list and type(given) in {str, dict}:
        code = "bare-string" if type(given) is str else "wrong-type"
        return InvalidValue(Problem(code, what, way_out="put it in brackets"))
    return InvalidValue(Problem("wrong-type", what, way_out=_way_out(expected, given)))


def _way_out(expected: type, given: object) -> str:
    if expected is str and type(given) in {int, float, date}:
        return "put it in quotes"
    if expected is dict and type(given) is list and len(given) == 1:
        return "remove the brackets"
    if expected is int and type(given) is str and given.lstrip("-").isdecimal():
        return "remove the quotes"
    return "leave the key out" if given is None else ""
