"""Tables of postage as TOML: one `[[postage]]` for each price, as sections keep their own.

Law: `read_postage(write_postage(rates)) == rates`.
"""

from collections.abc import Iterator

import attrs

from urgent_actions.errors import InvalidData, InvalidValue
from urgent_actions.formats.faults import Fault
from urgent_actions.formats.toml_file import TomlFile, in_order
from urgent_actions.formats.toml_manners import toml_converter
from urgent_actions.formats.toml_text import toml_pairs
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.postage_rate import PostageRate
from urgent_actions.values.postage_rates import PostageRates

_FILE = TomlFile("postage", InvalidData)
_ORDER = [field.name for field in attrs.fields(PostageRate)]


def read_postage(text: str) -> PostageRates:
    """Read the prices of a TOML text; one without prices is an empty table.

    Raises:
        InvalidData: it is no TOML, or says what no price can be; every problem, in the order of the lines.

    >>> own = read_postage('''
    ... [[postage]]
    ... country = "NZ"
    ... price = "2.90 NZD"
    ... carrier = "NZ Post"
    ... to = ["NZ"]
    ... during = { from = 2025-07-01 }
    ... source = { title = "Our own list", checked = 2026-11-20 }
    ... ''')
    >>> [str(rate.price) for rate in own]
    ['2.90 NZD']
    """
    data = _FILE.parse(text)
    rates = _FILE.read_each(text, data, lambda table: toml_converter().read(table, PostageRate))
    try:
        return PostageRates(rates)
    except InvalidValue as error:
        raise InvalidData(*in_order(_placed(error), text)) from None


def write_postage(rates: PostageRates) -> str:
    """Write a table as TOML, price by price, each key on a line of its own.

    Raises:
        InvalidData: a string holds half of a surrogate pair.
    """
    refuse_wrong(rates=(rates, PostageRates))
    return _FILE.write([toml_converter().write(rate) for rate in rates], _written)


def _written(table: dict[str, object]) -> str:
    pairs = toml_pairs({name: table[name] for name in _ORDER if name in table})
    return "\n".join(["[[postage]]", *pairs, ""])


def _placed(error: InvalidValue) -> Iterator[Fault]:
    """The problems of a table, at the prices of the file."""
    for problem in error.problems:
        path = problem.where.replace("rates", "postage", 1)
        what = problem.what.replace("rates[", "postage[", 1)
        yield Fault(attrs.evolve(problem, where=path, what=what), path)
