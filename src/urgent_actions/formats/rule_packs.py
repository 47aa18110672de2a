"""The rule packs that come with the library: rule files on one topic each, such as what post offices did not take.

Every rule of a pack was found at a public source, and names it with the days on which it was stated and checked. A
pack is a rule file like any other (`data/rules` in the package), read and merged with `|` as a file of your own is.
"""

from functools import cache

from urgent_actions.errors import InvalidValue, Problem, did_you_mean
from urgent_actions.formats.rules_toml import read_rules
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.values.data_table import data_files, data_text

_FOLDER = "rules"
_ENDING = ".toml"


def rule_packs() -> dict[str, str]:
    """The names of the packs, sorted, each with one line on what it holds.

    >>> list(rule_packs())
    ['manners', 'post-covid-19', 'post-suspended', 'safety', 'sections']
    """
    return {name: _text_of(name).partition("\n")[0].removeprefix("# ") for name in _names()}


@cache
def rule_pack(name: str) -> RuleBook:
    """The rules of one pack.

    Raises:
        InvalidValue: no pack has that name; the nearest one that exists is named.

    >>> print(*rule_pack("safety"))
    initials-are-enough (note, ../..) think-of-ties-and-trips (note, ../..)
    """
    if name not in _names():
        raise InvalidValue(Problem("unknown-pack", f"unknown rule pack {name!r}", way_out=did_you_mean(name, _names())))
    return read_rules(_text_of(name))


def _text_of(name: str) -> str:
    return data_text(f"{_FOLDER}/{name}{_ENDING}")


@cache
def _names() -> tuple[str, ...]:
    return tuple(name.removesuffix(_ENDING) for name in data_files(_FOLDER))
