"""The ways to reach the targets of a block, shared out where two targets share it."""

from collections.abc import Iterator, Sequence

from urgent_actions.bulletins.blocks import Block
from urgent_actions.bulletins.channel_values import channels_in, emails_in
from urgent_actions.bulletins.drafts import Draft
from urgent_actions.bulletins.found_channel import FoundChannel
from urgent_actions.bulletins.labels import SALUTATION
from urgent_actions.bulletins.piece import hull
from urgent_actions.bulletins.postal import care_of
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.folding import fold
from urgent_actions.values.postal_address import PostalAddress

CERTAIN_NUMBERS = Country("US")
"""The country whose national numbers are certain: the one that the publisher writes without its code."""

NO_CHANNELS = frozenset({SALUTATION, "post", "attention", "office_hours"})
"""Labels of what is no channel, or is read with the address."""


def block_channels(block: Block, draft: Draft) -> list[FoundChannel]:
    """All channels of a block, the one by post among them, in the order of the text."""
    region = CERTAIN_NUMBERS if _is_in_its_plan(draft) else None
    items = [item for item in block.items if item.kinds[0] not in NO_CHANNELS]
    found = [channel for item in items for channel in channels_in(item.kinds, item.value, region, item.more)]
    found += _post(block, draft)
    if not draft.address:
        found += [channel for item in block.items if item.kinds[0] == "post" for channel in emails_in(item.value)]
    return sorted(found, key=lambda one: one.piece.start)


def _is_in_its_plan(draft: Draft) -> bool:
    """Whether a national number in the block is one of the country whose numbers are certain."""
    return CERTAIN_NUMBERS in {draft.host, draft.at_address, None if draft.kind.is_abroad else draft.country}


def _post(block: Block, draft: Draft) -> Iterator[FoundChannel]:
    if draft.address:
        address = PostalAddress(str(line) for line in draft.address)
        yield FoundChannel(ContactChannel("post", address, via=care_of(draft.address)), hull(draft.address))
    elif draft.unsure:
        printed = ", ".join(str(piece).strip(" ,") for piece in draft.unsure)
        channel = ContactChannel("post", state=AddressState.UNREADABLE, printed=printed)
        yield FoundChannel(channel, hull(draft.unsure), "where the name ends and the address begins cannot be told")
    elif block.instructions:
        # the text speaks of post to this target, and prints no address
        yield FoundChannel(ContactChannel("post"), block.instructions[0].piece.part(0, 0))


def share_of(draft: Draft, drafts: Sequence[Draft], channels: Sequence[FoundChannel]) -> list[FoundChannel]:
    """What one of those who share a block gets: the address, the accounts that name it; the last one gets all else."""
    others = [other for other in drafts if other is not draft]
    rest = draft is drafts[-1]
    return [
        one
        for one in channels
        if one.channel.kind is ChannelKind.POST
        or _names(one, draft)
        or (rest and not any(_names(one, other) for other in others))
    ]


def _names(one: FoundChannel, draft: Draft) -> bool:
    """Whether an account has a word of the target's name in it."""
    if not one.channel.kind.is_social:
        return False
    account = fold(str(one.channel.address or "")).replace(" ", "")
    return any(len(word) > 3 and word in account for word in fold(str(draft.head.name or "")).split())
