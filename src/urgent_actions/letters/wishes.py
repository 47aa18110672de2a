"""What the maker of a page adds to the letters that are made ready there."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, TypeVar

import attrs

from urgent_actions.errors import InvalidValue, Problem, refuse_if
from urgent_actions.letters.email import Addresses, as_addresses
from urgent_actions.letters.social_post import wrong_hashtags
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.field_types import Kinds, wrong_types
from urgent_actions.values.paper import Paper
from urgent_actions.values.plain_forms import as_tuple, as_web_link_or_none
from urgent_actions.values.postage_rates import PostageRates
from urgent_actions.values.web_link import WebLink

V = TypeVar("V")


def _if_right(value_of: Callable[[Any], V], given: Any) -> V:
    """What was given as a value, or as it stands: what is wrong with it is told together with all else."""
    made: V = given
    with suppress(InvalidValue):
        made = value_of(given)
    return made


def _as_copies(copies: Addresses) -> tuple[EmailAddress, ...]:
    return _if_right(as_addresses, tuple(copies) if isinstance(copies, Iterator) else copies)


def _as_hashtags(hashtags: Iterable[str]) -> tuple[str, ...]:
    return _if_right(as_tuple, hashtags)


def _as_link(link: WebLink | str | None) -> WebLink | None:
    return _if_right(as_web_link_or_none, link)


def _as_paper(paper: Paper | str | None) -> Paper | None:
    return _if_right(_paper_of, paper)


def _paper_of(paper: Paper | str | None) -> Paper | None:
    return None if paper is None else Paper.of(paper)


_VALUES: dict[str, Callable[[Any], object]] = {
    "copies": as_addresses,
    "hashtags": as_tuple,
    "link": as_web_link_or_none,
    "paper": _paper_of,
}
_KINDS: dict[str, Kinds] = {
    "form_limit": (int, type(None)),
    "place": (str, type(None)),
    "postage": (PostageRates, type(None)),
}


@attrs.frozen(kw_only=True)
class Wishes:
    """What the maker of a page knows, and no bulletin tells.

    Args:
        copies: addresses that get an e-mail too.
        form_limit: the most signs that the message of the online form may have; None for any number.
        hashtags: words to be found by on social networks.
        link: a page about the case, for social networks.
        paper: what letters are printed on; that of the sender's country unless told otherwise.
        place: where letters are written, for the line with the date.
        postage: what letters cost; the prices that come with the library unless told otherwise.

    Raises:
        InvalidValue: an address, a hashtag, a link or a paper that is none, a form without room, or another type; all
            at once.
    """

    copies: tuple[EmailAddress, ...] = attrs.field(default=(), converter=_as_copies)
    form_limit: int | None = None
    hashtags: tuple[str, ...] = attrs.field(default=(), converter=_as_hashtags)
    link: WebLink | None = attrs.field(default=None, converter=_as_link)
    paper: Paper | None = attrs.field(default=None, converter=_as_paper)
    place: str | None = None
    postage: PostageRates | None = None

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))


def _problems_in(wishes: Wishes) -> Iterator[Problem]:
    yield from wrong_types(wishes, _KINDS)
    for name, value_of in _VALUES.items():
        try:
            value_of(getattr(wishes, name))
        except InvalidValue as error:
            yield from (attrs.evolve(problem, where=problem.where or name) for problem in error.problems)
    if isinstance(wishes.hashtags, tuple):
        yield from wrong_hashtags(wishes.hashtags)
    if isinstance(wishes.form_limit, int) and wishes.form_limit < 1:
        what = f"a form of {wishes.form_limit} signs holds no message"
        yield Problem("bad-limit", what, where="form_limit", way_out="give 1 or more, or None for any number")
