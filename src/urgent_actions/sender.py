"""Who wants to write: from where, in which languages, with which ties; name, address and own words are for letters."""

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.country import Country
from urgent_actions.values.key import wrong_keys
from urgent_actions.values.language import Language
from urgent_actions.values.plain_forms import as_countries, as_country, as_languages, as_strings
from urgent_actions.values.printable import in_one_line, one_line_each, printable_lines, seen


def _in_order(members: frozenset[Country] | frozenset[str]) -> str:
    """The members by code or key, so that equal senders are shown alike."""
    return f"frozenset({{{', '.join(sorted(map(repr, members)))}}})" if members else "frozenset()"


def _name(given: str | None) -> str | None:
    return in_one_line(given) if isinstance(given, str) else given


def _address(given: str | None) -> str | None:
    return one_line_each(given) if isinstance(given, str) else given


def _own_words(given: str | None) -> str | None:
    if not isinstance(given, str):
        return given
    told = printable_lines(given).strip()
    return told if seen(told) else ""


@attrs.frozen
class Sender:
    """A supporter. Rules look at all but name, address and own words, and none of these shows in a `repr` or on a page.

    These three are made printable here, once for all letters: whatever was typed, a name is one line, an address lines
    without blank ones between, and nothing in them is obeyed by a printer, a mail program or a neighbour's text. What
    nobody would see of them, such as a name of fillers, is empty.

    Args:
        country: where the supporter writes from.
        languages: the languages that the supporter writes, best first.
        ties: countries in which writing could bring harm: nationality, relatives, property, plans to travel.
        affiliations: keys of the groups that the supporter belongs to, such as `section-de` or `health-professional`.
        name: how the supporter signs.
        address: the supporter's address as lines of text, below the name.
        own_words: what the supporter wants to say in the letter, as one paragraph or several.

    >>> Sender("US", name="Ada Example")
    Sender(country=Country(code='US'), languages=(), ties=frozenset(), affiliations=frozenset())
    """

    country: Country = attrs.field(converter=as_country)
    languages: tuple[Language, ...] = attrs.field(default=(), converter=as_languages)
    ties: frozenset[Country] = attrs.field(default=frozenset(), kw_only=True, converter=as_countries, repr=_in_order)
    affiliations: frozenset[str] = attrs.field(default=frozenset(), kw_only=True, converter=as_strings, repr=_in_order)
    name: str | None = attrs.field(default=None, kw_only=True, repr=False, converter=_name)
    address: str | None = attrs.field(default=None, kw_only=True, repr=False, converter=_address)
    own_words: str | None = attrs.field(default=None, kw_only=True, repr=False, converter=_own_words)

    def __attrs_post_init__(self) -> None:
        for field in ("name", "address", "own_words"):
            if not isinstance(getattr(self, field), str | None):
                # what was given is not told: it may be a name all the same
                refuse_if([Problem("wrong-type", f"the {field} is no string", where=field)])
        refuse_if(wrong_keys("affiliations", self.affiliations))

    @property
    def profile(self) -> "Sender":
        """The same sender without what only letters hold: all who share a profile get one answer."""
        return Sender(self.country, self.languages, ties=self.ties, affiliations=self.affiliations)
