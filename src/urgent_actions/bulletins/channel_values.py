"""What stands behind a label, read as ways to reach somebody: e-mail addresses, numbers, links, accounts."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from string import ascii_lowercase

import attrs

from urgent_actions.bulletins.found_channel import FoundChannel
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.wires import cables_in, is_cable, telexes_in
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import InvalidValue
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.handle import Handle
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.web_link import WebLink

_MASK = r"\[[ ]?e-?mail[ ]?(?:address[ ]?)?protected[ ]?\]"
_DOT = r"(?:\.|[ ]?[(\[][ ]?(?:dot|punkt|punto|point)[ ]?[)\]][ ]?|[ ](?-i:DOT|PUNKT|PUNTO|POINT)[ ])"
_AT = r"(?:@|[ ]?[(\[][ ]?(?:at|a|arroba|arobase|chez)[ ]?[)\]][ ]?)"
_LOUD_AT = r"[ ](?-i:AT|ARROBA|AROBASE)[ ]"
_AT_SIGNS = re.compile(r"[@\[(]|" + _LOUD_AT)
_EMAIL = re.compile(
    rf"(?P<mask>{_MASK})|(?<![\w.+'-])[\w.+'-]{{1,64}}(?:{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,8}}"
    rf"|{_LOUD_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,8}})"
    r"(?P<cut>\.(?:[ ](?P<rest>(?-i:(?:[a-z]{2,4}\.)?[a-z]{2,3}))(?![\w@.]))?)?",
    re.IGNORECASE,
)
_LINKED = re.compile(r"[ ]{0,2}[<(\[][ ]?(?:mailto:)?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:\+[ ]?)?\(?\d[\d ().–-]{1,28}\d(?:[ ,]{0,2}\(?(?P<ext>ext\.?|x|extension)[ ]?\d{1,6}\)?)?(?P<more>/\d{1,6})?",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"0(?:0|11)[ (-]?[1-9]")
_ENDING = re.compile(r"(?:[ ]{1,2}[/|]|[ ]{0,2},(?=[ ]))[ ]{0,2}(?P<digits>\d{2,4})(?![\d.-])(?![ ]{0,2}[\d(])")
"""Two to four digits behind a stroke or a comma, with no more of a number behind them."""

_LINK = re.compile(
    r"https?://[^\s,;<>\"'|]{3,2000}|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:/[^\s,;<>\"'|]{0,2000})?", re.IGNORECASE
)
_HANDLE = re.compile(r"(?<![\w.])@[^\s,;:/|()\[\]{}<>\"“”•·]{1,2000}")
_LONGEST_HANDLE = 100
_REMARK = re.compile(r"\((?P<via>via |c/o |through )?(?P<words>[^()\n]{2,120})\)", re.IGNORECASE)

MOST_ADDRESSES = 25
"""Addresses behind one label; any more are no contact data of one target and stay unread."""


def channels_in(
    kinds: tuple[str, ...], value: Piece, region: Country | None, more: tuple[Piece, ...] = ()
) -> list[FoundChannel]:
    """The channels that a value names, in its order; none where it names none.

    Args:
        kinds: what the label says; two for a label such as "Phone/Fax".
        value: what stands behind the label.
        region: the country whose national numbers are certain here.
        more: the lines on which a telegram's address goes on.
    """
    if is_cable(kinds, value):
        return list(cables_in(value, more))
    asked = [ChannelKind.of(kind) for kind in kinds]
    found = [one for kind in asked for one in islice(_of_kind(kind, value, region), MOST_ADDRESSES)]
    if all(kind.takes_number for kind in asked):
        found += islice(emails_in(value), MOST_ADDRESSES)  # it tells by itself what it is: `+41 22 788 77 74 - a@b.org`
    return list(_with_remarks(found, value))


def values_end(kinds: tuple[str, ...], value: Piece) -> int:
    """Where in a value the last address ends, and words of another sort begin; its length where no address is found."""
    if not set(kinds) <= set(map(str, ChannelKind)) - {"post", "other"}:
        return len(value)
    found = [one for one in channels_in(kinds, value, None) if one.channel.state is not AddressState.UNREADABLE]
    return max((one.piece.end for one in found), default=value.end) - value.start


def _of_kind(kind: ChannelKind, value: Piece, region: Country | None) -> Iterator[FoundChannel]:
    if kind is ChannelKind.TELEX:
        return telexes_in(value)
    if kind.takes_number:
        return _numbers(kind, value, region)
    if kind is ChannelKind.EMAIL:
        return _first_some(emails_in(value), _links(ChannelKind.FORM, value, bare=False))
    if kind.is_social:
        return _accounts(kind, value)
    return _first_some(_links(kind, value), emails_in(value), _accounts(ChannelKind.OTHER, value))


def _first_some(*readings: Iterator[FoundChannel]) -> Iterator[FoundChannel]:
    """The first reading of a value that finds something."""
    for reading in readings:
        first = next(reading, None)
        if first is not None:
            return chain([first], reading)
    return iter(())


def emails_in(value: Piece) -> Iterator[FoundChannel]:
    """The e-mail addresses of a text: whole ones, masked ones, and those that were cut off.

    One that is said once more as the target of its link, `a@b.org <mailto:a@b.org>`, is one.
    """
    last: FoundChannel | None = None
    for one in _emails(value) if _AT_SIGNS.search(str(value)) else ():
        if last is not None and _is_linked(last, one):
            close = int(one.piece.end < value.end and value.page[one.piece.end] in ">)]")
            last = attrs.evolve(last, piece=Piece(value.page, last.piece.start, one.piece.end + close))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _is_linked(one: FoundChannel, other: FoundChannel) -> bool:
    """Whether a second address is the first one, as the target of its link."""
    between = one.piece.page[one.piece.end : other.piece.start]
    return _LINKED.fullmatch(between) is not None and one.channel == other.channel


def _emails(value: Piece) -> Iterator[FoundChannel]:
    text = str(value)
    for match in _EMAIL.finditer(text):
        piece = value.of(match)
        if match["mask"]:
            yield FoundChannel(ContactChannel.withheld("email", printed=" ".join(match[0].split())), piece)
            continue
        if match["rest"] and not _ends_domain(match["rest"]):
            piece = piece.part(0, match.start("rest") - match.start() - 1)
        piece = piece.part(0, _camel_end(str(piece)))
        typed = re.sub(f"{_AT}|{_LOUD_AT}", "@", str(piece), count=1, flags=re.IGNORECASE)
        typed = re.sub(_DOT, ".", typed, flags=re.IGNORECASE).replace(" ", "")
        try:
            yield FoundChannel(ContactChannel("email", EmailAddress(typed)), piece)
        except InvalidValue:
            yield from _cut_off(typed, piece, sentence_end=str(piece).endswith("."))


def _ends_domain(text: str) -> bool:
    """Whether what stands behind a full stop and a blank can end a domain: `press@ombudsman. gov.az`."""
    last = text.rpartition(".")[2]
    return last.upper() in COUNTRY_CODES or last in word_list("channels")["domain_ends"]


def _camel_end(text: str) -> int:
    """Where the last part of a domain ends if a word with a capital was glued to it: `info@example.orgTwitter`."""
    found = re.search(r"(?<=\.)[a-z]{2,24}(?=[A-Z][a-z])[A-Za-z]{0,40}\Z", text)
    return found.start() + len(found[0]) - len(found[0].lstrip(ascii_lowercase)) if found else len(text)


def _cut_off(typed: str, piece: Piece, *, sentence_end: bool) -> Iterator[FoundChannel]:
    """An address that cannot be one as it stands; a full stop may end a sentence, if the rest then has a domain."""
    if sentence_end and "." in typed.rstrip(".").partition("@")[2]:
        try:
            address = EmailAddress(typed.rstrip("."))
        except InvalidValue:
            pass
        else:
            yield FoundChannel(ContactChannel("email", address), piece.part(0, len(piece) - 1))
            return
    channel = ContactChannel("email", state=AddressState.UNREADABLE, printed=str(piece))
    yield FoundChannel(channel, piece, f"{str(piece)!r} is no whole e-mail address")


def _numbers(kind: ChannelKind, value: Piece, region: Country | None) -> Iterator[FoundChannel]:
    for match in _NUMBER.finditer(str(value)):
        piece = value.of(match).stripped(" .,-–")
        text = str(piece)
        if text.count("(") != text.count(")"):
            piece = piece.stripped(" .,-–()")
            text = str(piece)
        if sum(map(str.isdigit, text)) < 5:
            continue
        if match["ext"]:
            text = re.sub(r"[ ,]*\(?(?:ext\.?|x|extension)[ ]?(\d+)\)?\Z", r" x\1", text, flags=re.IGNORECASE)
        yield _number(kind, text, piece, None if match["more"] else region, sure=not match["more"])
        if not (match["ext"] or match["more"]):
            yield from _other_endings(kind, text, value.part(match.end()), region)


def _number(kind: ChannelKind, text: str, piece: Piece, region: Country | None, *, sure: bool) -> FoundChannel:
    """One number; in the world's form where it is sure which one that is."""
    certain = sure and not _ABROAD.match(text)
    try:
        number = PhoneNumber.parse(text, region) if certain else PhoneNumber(text)
    except InvalidValue:
        channel = ContactChannel(kind, state=AddressState.UNREADABLE, printed=text)
        return FoundChannel(channel, piece, f"{text!r} is no telephone number that can be dialled")
    doubt = "" if number.e164 else f"the country of the number {text!r} is not certain; it is kept as printed"
    return FoundChannel(ContactChannel(kind, number), piece, doubt, as_printed=True)


def _other_endings(kind: ChannelKind, text: str, rest: Piece, region: Country | None) -> Iterator[FoundChannel]:
    """The numbers of which only another ending is printed: `202 332 9636 | 9637`."""
    found = _ENDING.match(str(rest))
    while found:
        ending, piece = found["digits"], rest.of(found, "digits")
        if not text[-len(ending) :].isdigit():
            return
        one = _number(kind, text[: -len(ending)] + ending, piece, region, sure=True)
        yield attrs.evolve(one, doubt=one.doubt or f"{ending!r} is taken for another ending of {text!r}")
        found = _ENDING.match(str(rest), found.end())


def _links(kind: ChannelKind, value: Piece, *, bare: bool = True) -> Iterator[FoundChannel]:
    """The links of a text; a bare domain is one only where nothing else can be meant."""
    for match in _LINK.finditer(str(value)):
        if match.end() < len(value) and str(value)[match.end()] == "@":
            continue
        piece = value.of(match).stripped(" .)")
        text = str(piece)
        if not bare and not text.lower().startswith(("http", "www.")):
            continue
        try:
            link = WebLink.parse(text if text.lower().startswith(("http", "www.")) else f"https://{text}")
        except InvalidValue:
            continue
        network = network_of(link)
        yield FoundChannel(ContactChannel(network if network and not kind.is_social else kind, link), piece)


def _accounts(kind: ChannelKind, value: Piece) -> Iterator[FoundChannel]:
    text = str(value)
    handles = [value.of(match).stripped(" .!?") for match in _HANDLE.finditer(text)]
    taken = {place for piece in handles for place in range(piece.start, piece.end)}
    found = _links(kind, value) if kind is not ChannelKind.OTHER else ()
    links = [one for one in found if one.piece.start not in taken]
    yield from (_account(kind, piece) for piece in handles if any(map(str.isalnum, str(piece))))
    yield from links
    if not (handles or links or kind is ChannelKind.OTHER) and text.strip():
        yield _account(kind, value)


def _account(kind: ChannelKind, piece: Piece) -> FoundChannel:
    """An account by its whole name; a name that no account of the network can have is never shortened to one."""
    text = str(piece)
    if len(text) <= _LONGEST_HANDLE and _account_name(kind).fullmatch(text.strip()):
        return FoundChannel(ContactChannel(kind, Handle.parse(text)), piece)
    channel = ContactChannel(kind, state=AddressState.UNREADABLE, printed=text)
    return FoundChannel(channel, piece, f"{text!r} is no account name")


@cache
def _account_name(kind: ChannelKind) -> re.Pattern[str]:
    """The names that accounts of a network have."""
    listed = word_list("channels")["account_signs"]
    signs = re.escape(listed.get(str(kind), listed["other"]))
    return re.compile(rf"@?[a-z0-9_][a-z0-9{signs}]*", re.ASCII | re.IGNORECASE)


@cache
def _hosts() -> dict[str, ChannelKind]:
    return {host: ChannelKind.of(kind) for host, kind in word_list("channels")["hosts"].items()}


def network_of(link: WebLink) -> ChannelKind | None:
    """The social network that a link leads to, or None."""
    return _hosts().get(link.host.removeprefix("www.").removeprefix("m."))


def _with_remarks(found: list[FoundChannel], value: Piece) -> Iterator[FoundChannel]:
    """The channels, each with the words in brackets that stand behind it."""
    remarks = [(value.of(match), match) for match in _REMARK.finditer(str(value))]
    ends = [one.piece.start for one in found[1:]] + [value.end]
    for one, end in zip(found, ends, strict=False):
        yield next((_remarked(one, *it) for it in remarks if one.piece.end <= it[0].start < end), one)


def _remarked(one: FoundChannel, piece: Piece, remark: re.Match[str]) -> FoundChannel:
    """The channel with a remark: through whom it goes, or what else is said of it."""
    via, note = (remark["words"], None) if remark["via"] else (None, remark["words"])
    channel = attrs.evolve(one.channel, via=via, note=note)
    return attrs.evolve(one, channel=channel, piece=Piece(piece.page, one.piece.start, piece.end))
