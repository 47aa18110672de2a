"""Why no letter is shown: the way or the ways that are closed, and what can be used in their place."""

from collections.abc import Iterable, Iterator

from urgent_actions.guidance.option import Option
from urgent_actions.guidance.words import CHANNELS
from urgent_actions.target import Target
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.listing import Listing
from urgent_actions.values.text import Message, Value


def why_no_letter(target: Target, options: Iterable[Option], by: ChannelKind | None) -> Iterator[Message]:
    """What is so, in a sentence or two.

    Args:
        target: whom to write to.
        options: every way to it, with the advice on each.
        by: the channel that was asked for; None where any would do.
    """
    usable = {option.channel.kind: option.usable for option in sorted(options, key=lambda option: option.usable)}
    yield _why(target, usable, by)
    others = [CHANNELS[kind] for kind in usable if usable[kind]]
    if others:
        yield Message("What can be used instead: {channels}.", {"channels": Listing(others)})


def _why(target: Target, usable: dict[ChannelKind, bool], by: ChannelKind | None) -> Message:
    if by is not None and by not in usable:
        lacking: dict[str, Value] = {"target": target.post, "channel": CHANNELS[by]}
        return Message("{target} has no such channel: {channel}.", lacking)
    if not usable:
        return Message("No way is known, so no letter is shown: {target}.", {"target": target.post})
    if by is None or not any(usable.values()):
        return Message("Every way is closed on this day, so no letter is shown: {target}.", {"target": target.post})
    blanks: dict[str, Value] = {"channel": CHANNELS[by], "target": target.post}
    return Message("This way is closed on this day, so no letter is shown: {channel} ({target}).", blanks)
