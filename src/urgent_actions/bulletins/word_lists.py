"""The word lists of the readers: labels, phrases, offices. They are data, and change without code."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from urgent_actions.values.data_table import data_text


@cache
def word_list(name: str) -> Mapping[str, Any]:
    """A list of `data/bulletins`, such as `offices`."""
    import tomllib

    return tomllib.loads(data_text(f"bulletins/{name}.toml"))
