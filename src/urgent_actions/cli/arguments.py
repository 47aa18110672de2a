"""The words of the command line that several commands share, as the values they mean."""

import argparse
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from urgent_actions.errors import UrgentActionsError
from urgent_actions.formats.rule_packs import rule_pack, rule_packs
from urgent_actions.letters.own_words import OwnWords
from urgent_actions.sender import Sender
from urgent_actions.values.catalog import SUPPORTED
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language
from urgent_actions.values.partial_date import PartialDate

V = TypeVar("V")


def value_of(read: Callable[[str], V]) -> Callable[[str], V]:
    """A reader of one word for argparse: what the value refuses is bad use, in the value's own words."""

    def convert(word: str) -> V:
        try:
            return read(word)
        except UrgentActionsError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def day(word: str) -> date:
    """A day written as 2020-05-25."""
    found = value_of(PartialDate.parse)(word)
    if found.is_month:
        raise argparse.ArgumentTypeError(f"{word} is a month; write a day as {word}-01")
    return found.earliest


def moment(word: str) -> datetime:
    """A moment with its time zone, written as 2020-05-25T10:30-04:00."""
    try:
        found = datetime.fromisoformat(word)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{word!r} is no moment with a time zone; write it as 2020-05-25T10:30-04:00")
    return found


def add_bulletin(parser: argparse.ArgumentParser) -> None:
    """The bulletin that a command is about."""
    parser.add_argument(
        "bulletin", metavar="BULLETIN", help="the published text, a saved web page or a PDF file; - for standard input"
    )
    add_encoding(parser)


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """The encoding of a text or a page, where its bytes do not tell."""
    parser.add_argument(
        "--encoding", help="the encoding of the text, such as windows-1252 (default: what its bytes tell)"
    )


def add_day(parser: argparse.ArgumentParser, meaning: str = "the day") -> None:
    """The day that a command asks about."""
    parser.add_argument(
        "--on", metavar="DAY", type=day, default=date.today(), help=f"{meaning}, as 2020-05-25 (default: today)"
    )


def add_sender(parser: argparse.ArgumentParser) -> None:
    """Who writes, from where, on which day."""
    parser.add_argument(
        "--from",
        dest="sender",
        metavar="COUNTRY",
        required=True,
        type=value_of(Country.parse),
        help="where the supporter writes from: a code such as US, or a name",
    )
    add_day(parser)
    parser.add_argument(
        "--ties",
        metavar="COUNTRY",
        action="append",
        default=[],
        type=value_of(Country.parse),
        help="a country in which writing could bring the supporter harm; may be repeated",
    )
    parser.add_argument(
        "--writes",
        metavar="LANGUAGE",
        action="append",
        default=[],
        type=value_of(Language.parse),
        help="a language that the supporter writes, best first; may be repeated",
    )
    parser.add_argument(
        "--member-of",
        dest="affiliations",
        metavar="GROUP",
        action="append",
        default=[],
        help="a group that the supporter belongs to, such as section-de; may be repeated",
    )
    parser.add_argument("--name", help="the name that the letters are signed with")
    parser.add_argument("--address", help="the address below the signature")
    parser.add_argument("--own-words", metavar="WORDS", help="what the supporter wants to add to the letters")


def sender_of(options: argparse.Namespace) -> Sender:
    """The supporter that the words describe."""
    return Sender(
        options.sender,
        options.writes,
        ties=options.ties,
        affiliations=options.affiliations,
        name=options.name,
        address=options.address,
        own_words=options.own_words,
    )


def add_tries(parser: argparse.ArgumentParser) -> None:
    """When to the minute, and what was tried in vain before."""
    parser.add_argument(
        "--at",
        metavar="MOMENT",
        type=moment,
        help="the moment on that day, as 2020-05-25T10:30-04:00, for hours",
    )
    parser.add_argument(
        "--failed",
        metavar="TARGET/CHANNEL",
        action="append",
        default=[],
        type=_attempted,
        help="what did not get through before, such as governor/email; may be repeated",
    )


def _attempted(word: str) -> tuple[str, ChannelKind]:
    """A target's id and a kind of channel."""
    target, _, kind = word.rpartition("/")
    return target, value_of(ChannelKind.of)(kind)


def _spoken(word: str) -> Language:
    """A language in which explanations are given."""
    language = value_of(Language.parse)(word)
    if language.code not in SUPPORTED:
        raise argparse.ArgumentTypeError(f"no explanations in {word!r}; expected one of {', '.join(SUPPORTED)}")
    return language


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Further rules to ask."""
    parser.add_argument(
        "--pack",
        dest="packs",
        metavar="NAME",
        action="append",
        default=[],
        type=value_of(rule_pack),
        help=f"a rule pack that comes with the library, one of {', '.join(rule_packs())}; may be repeated",
    )
    parser.add_argument("--rules", metavar="FILE", action="append", default=[], help="a file of further rules (TOML)")
    parser.add_argument(
        "--holidays", action="store_true", help="look up the public holidays of the officials' states (extra: holidays)"
    )


def add_fill(parser: argparse.ArgumentParser) -> None:
    """Words for the blanks of a letter."""
    parser.add_argument(
        "--fill",
        metavar="BLANK=WORDS",
        action="append",
        default=[],
        type=_blank,
        help="words for a blank of the letter",
    )


def add_template(parser: argparse.ArgumentParser) -> None:
    """Another model letter than the bulletin's own."""
    parser.add_argument(
        "--template",
        dest="templates",
        metavar="LANGUAGE=FILE",
        action="append",
        default=[],
        type=_text_in_language,
        help="a text with blanks in place of the bulletin's model letter; may be repeated for further languages",
    )


def _text_in_language(word: str) -> tuple[Language, str]:
    language, equals, file = word.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{word!r} has no '='; write LANGUAGE=FILE")
    return value_of(Language.parse)(language), file


def add_weaving(parser: argparse.ArgumentParser) -> None:
    """Where own words stand."""
    parser.add_argument(
        "--own-words-as",
        metavar="PLACE",
        default=OwnWords.PARAGRAPH,
        type=value_of(OwnWords.of),
        help="where own words stand if the letter keeps no place for them: opening or paragraph (default)",
    )


def _blank(word: str) -> tuple[str, str]:
    name, equals, words = word.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{word!r} has no '='; write BLANK=WORDS")
    return name, words


def add_missions(parser: argparse.ArgumentParser) -> None:
    """The embassies that are known."""
    parser.add_argument(
        "--missions",
        metavar="FILE",
        action="append",
        default=[],
        help="a file of embassies, consulates and missions (CSV or TOML); may be repeated",
    )


def add_postage(parser: argparse.ArgumentParser) -> None:
    """What letters cost."""
    parser.add_argument(
        "--postage",
        metavar="FILE",
        action="append",
        default=[],
        help="a file of prices of letters (TOML), which come before those of the library; may be repeated",
    )


def add_locale(parser: argparse.ArgumentParser) -> None:
    """The language of the answer."""
    parser.add_argument(
        "--language",
        dest="locale",
        metavar="LANGUAGE",
        default=Language("en"),
        type=_spoken,
        help=f"the language of the explanations, one of {', '.join(SUPPORTED)} (default: en)",
    )
