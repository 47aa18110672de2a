"""What a type checker knows of the public names, though none of them is there before it is used.

Read by mypy and never run.
"""

from typing import assert_type

import urgent_actions
from urgent_actions import CaseReference, Country, InvalidValue, Problem, UnknownTarget

assert_type(Country("RU"), Country)
assert_type(Country.parse("Russia"), Country)
assert_type(Country("RU").code, str)
assert_type(CaseReference.parse("UA 82/20"), CaseReference)
assert_type(urgent_actions.Country("FR"), Country)


def what_is_wrong(text: str) -> tuple[Problem, ...]:
    """An error says everything that is wrong at once."""
    try:
        Country.parse(text)
    except InvalidValue as error:
        return assert_type(error.problems, tuple[Problem, ...])
    return ()


def people_expect(error: UnknownTarget) -> KeyError:
    """Each error is also the builtin one that people expect."""
    return error
