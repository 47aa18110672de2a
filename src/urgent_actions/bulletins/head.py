"""The head of a block of contact data: who it is, what they are, and of which body, before the address begins."""

import attrs

from urgent_actions.bulletins.piece import Piece

LONGEST_HEAD = 80
"""Words of a head, the ends of its lines counted; readers take one more, to see whether it ends there."""


@attrs.define(eq=False)
class Head:
    """What the head names, and `end`, the word with which the rest begins.

    `doubtful` says that a name runs into an address and cannot be told from it, `heads_block` that the office stands on
    a line of its own above the name.
    """

    title: list[Piece] = attrs.field(factory=list)
    name: Piece | None = None
    office: list[Piece] = attrs.field(factory=list)
    organisation: Piece | None = None
    repeats: list[Piece] = attrs.field(factory=list)
    end: int = 0
    doubtful: bool = False
    after_office: bool = False
    heads_block: bool = False

    @property
    def found(self) -> bool:
        """Whether anything is named."""
        return bool(self.name or self.office or self.organisation)

    @property
    def pieces(self) -> list[Piece]:
        """Where it stood."""
        return [*self.title, *self.office, *(piece for piece in (self.name, self.organisation) if piece)]
