"""The prices of letters in files that a command is given."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from urgent_actions.cli.input_file import problems_in, read_file
from urgent_actions.formats.postage_toml import read_postage
from urgent_actions.values.postage_rates import PostageRates, postage_rates


def read_postage_files(names: Iterable[str]) -> PostageRates:
    """The prices of all files, and behind them those that come with the library.

    Raises:
        UnreadableFile: a file is no table of postage; every problem in it is named.
    """
    return reduce(or_, (*map(_read, names), postage_rates()))


def _read(name: str) -> PostageRates:
    with problems_in(name):
        return read_postage(read_file(name))
