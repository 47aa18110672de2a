"""A letter as a post on a social network, or as a thread where it is longer than one post may be."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from urgent_actions.case import Case
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import InvalidValue, Problem, refuse_if
from urgent_actions.letters.asks import asks_of
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.mailto import quoted
from urgent_actions.letters.network import Network, network_of
from urgent_actions.letters.shortening import in_a_row
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.handle import Handle
from urgent_actions.values.plain_forms import as_tuple
from urgent_actions.values.printable import in_one_line
from urgent_actions.values.web_link import WebLink

_LONGEST_NUMBER = "9999/9999"
_LONGEST_LINK = 2048  # a longer one is none, and is cut as any word
_HASHTAG = re.compile(r"#?(\w*[^\W\d]\w*)")


@attrs.frozen
class SocialPost:
    """What is posted, in public: the person and what is asked, to the account of the target.

    It holds nothing of the supporter, and the name of the account stands behind the first words: a post that begins
    with it is shown to few.

    Args:
        network: where.
        account: of the target.
        posts: the texts, in the order of the thread, each within the network's limit.
        links: what opens each of them as a new post; empty where the network has no such link.
    """

    network: ChannelKind
    account: Handle | WebLink
    posts: tuple[str, ...] = attrs.field(kw_only=True)
    links: tuple[str, ...] = attrs.field(default=(), kw_only=True)

    @classmethod
    def of(
        cls,
        letter: Letter,
        channel: ContactChannel,
        *,
        case: Case,
        on: date,
        hashtags: Iterable[str] = (),
        link: WebLink | str | None = None,
    ) -> "SocialPost":
        """What a letter asks as a post, or as a thread.

        Args:
            letter: the letter; its language is that of the post.
            channel: the account of the target.
            case: whose demands are named, where they are in that language.
            on: the day of the post, since limits change.
            hashtags: words to be found by, with # or without; they stand at the end. Of more than the network takes on
                that day the first ones are kept.
            link: a page about the case; it stands at the end.

        Raises:
            InvalidValue: the channel is no account that is known, a hashtag is none, or there is no room for words. Or
                arguments are of another type; all of them are named.
        """
        asked = {"letter": (letter, Letter), "channel": (channel, ContactChannel)}
        refuse_wrong(**asked, case=(case, Case), on=(on, date))
        network, account = _network_and_account(channel)
        tags = _tags(hashtags, network, on)
        mention = str(account) if isinstance(account, Handle) else ""
        end = " ".join(part for part in (*tags, str(WebLink.of(link)) if link else "") if part)
        said, room = in_a_row(asks_of(case, letter)), _Room(network, on)
        refuse_if(_problems_of_the_end(mention, end, room))
        posts = tuple(_thread(f"{letter.subject}: {said}" if said else letter.subject, mention, end, room))
        links = tuple(network.write + quoted(post) for post in posts) if network.write else ()
        return cls(network.kind, account, posts=posts, links=links)

    @property
    def page(self) -> str:
        """The page of the account that is written to."""
        network = network_of(self.network)
        return network.page_of(self.account) if network else str(self.account)

    def __str__(self) -> str:
        return "\n\n".join((self.page, *self.posts))


@attrs.frozen
class _Room:
    """What fits into one post on a day."""

    network: Network
    on: date

    def takes(self, text: str) -> bool:
        return self.network.length(text) <= self.network.limit(self.on)


def _network_and_account(channel: ContactChannel) -> tuple[Network, Handle | WebLink]:
    network = network_of(channel.kind)
    if network and isinstance(channel.address, Handle | WebLink):
        return network, channel.address
    raise InvalidValue(Problem("no-account", f"{channel} is no account on a social network", where="channel"))


def _tags(hashtags: Iterable[str], network: Network, on: date) -> list[str]:
    given = as_tuple(hashtags)
    refuse_if(wrong_hashtags(given))
    tags = [f"#{tag.removeprefix('#')}" for tag in given]
    return tags[: network.most_hashtags(on)]


def wrong_hashtags(tags: Iterable[object]) -> Iterator[Problem]:
    """Those that no network takes for one, each as a problem."""
    way_out = "use letters, digits and _, and at least one letter"
    for tag in tags:
        if not isinstance(tag, str) or not _HASHTAG.fullmatch(tag):
            yield Problem("bad-hashtag", f"{tag!r} is no hashtag", where="hashtags", way_out=way_out)


def _problems_of_the_end(mention: str, end: str, room: _Room) -> Iterator[Problem]:
    if not room.takes(_put("A word.", mention, f"{end} {_LONGEST_NUMBER}")):
        yield Problem(
            "no-room", "hashtags and link leave no room in a post", where="hashtags", way_out="give fewer hashtags"
        )


def _thread(text: str, mention: str, end: str, room: _Room) -> Iterator[str]:
    """The post, or its parts with their numbers: the mention in the first one, hashtags and link in the last."""
    whole = _put(in_one_line(text), mention, end)
    if room.takes(whole):
        yield whole
        return
    parts = _parts(in_one_line(text), mention, end, room)
    for number, part in enumerate(parts, start=1):
        first, last = number == 1, number == len(parts)
        yield _put(part, mention if first else "", f"{end if last else ''} {number}/{len(parts)}".strip())


def _parts(text: str, mention: str, end: str, room: _Room) -> list[str]:
    """Whole words, as many as fit beside what a first or last post holds; a word too long for a post is cut."""
    beside = _put("", mention, f"{end} {_LONGEST_NUMBER}")
    words = [piece for word in text.split(" ") for piece in _cut(word, beside, room)]
    parts, part = [], ""
    for word in words:
        longer = f"{part} {word}".strip()
        if part and not room.takes(_put(longer, "", beside)):
            parts.append(part)
            longer = word
        part = longer
    return [*parts, part]


def _cut(word: str, beside: str, room: _Room) -> Iterator[str]:
    """A word as it stands where it fits beside the rest, or else cut in pieces that do."""
    most = room.network.limit(room.on)
    whole = len(word) <= _LONGEST_LINK and room.takes(_put(word, "", beside))
    pieces = [word] if whole else [word[start : start + most] for start in range(0, len(word), most)][::-1]
    while pieces:
        piece = pieces.pop()
        if len(piece) > 1 and not room.takes(_put(piece, "", beside)):
            half = len(piece) // 2
            pieces += [piece[half:], piece[:half]]
        else:
            yield piece


def _put(text: str, mention: str, end: str) -> str:
    return " ".join(part for part in (text, mention, end) if part)
