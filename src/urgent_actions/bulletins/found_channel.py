"""A way to reach somebody, as it was found in a text."""

import attrs

from urgent_actions.bulletins.piece import Piece
from urgent_actions.contact_channel import ContactChannel


@attrs.frozen(eq=False)
class FoundChannel:
    """A channel, and where it stood; `more` are the lines on which a wrapped one goes on."""

    channel: ContactChannel
    piece: Piece
    doubt: str = ""
    as_printed: bool = False
    more: tuple[Piece, ...] = ()
