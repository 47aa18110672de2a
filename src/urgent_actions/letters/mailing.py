"""Letters to one target on one day for any number of senders: whom they may come from, and who writes them."""

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.letters.admission import Admission
from urgent_actions.letters.bound_letter import BoundLetter
from urgent_actions.letters.letter_writer import LetterWriter
from urgent_actions.rules.advice import explain_rule
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.text import Message


@attrs.frozen(eq=False)
class Mailing:
    """What is the same for all letters of a run. It keeps bound texts and answers by profile, and no sender.

    Args:
        writer: writes the letters.
        admission: says who may send one; None where no channel was named, so that each sender gets a letter.
    """

    writer: LetterWriter
    admission: Admission | None = None
    _writers: dict[Target, LetterWriter] = attrs.field(factory=dict, init=False, repr=False)

    @classmethod
    def of(
        cls, writer: LetterWriter, *, by: ChannelKind | str | None = None, prepared: PreparedCase | None = None
    ) -> "Mailing":
        """A run of letters by a kind of channel, or by none in particular.

        Raises:
            InvalidValue: arguments are of another type, or the prepared case is another one than the letters are about.
        """
        refuse_wrong(writer=(writer, LetterWriter), prepared=(prepared, (PreparedCase, type(None))))
        if by is None:
            return cls(writer)
        asked = prepared or PreparedCase(writer.case)
        if asked.case.reference != writer.case.reference:
            what = f"the letters are about {writer.case.reference}, and the rules about {asked.case.reference}"
            refuse_if([Problem("mismatch", what, where="prepared", way_out="prepare the case that is written about")])
        return cls(writer, Admission(asked, writer.target, by=ChannelKind.of(by), on=writer.on))

    def ask(self, sender: Sender) -> Option | tuple[Message, ...] | None:
        """The channel that a sender may use, or why there is none; None where no channel was named."""
        return None if self.admission is None else self.admission.ask(sender)

    def cautions(self, way: Option | None) -> tuple[Message, ...]:
        """Why a channel that may be used calls for care; nothing where it does not."""
        return () if way is None else tuple(map(explain_rule, way.advice.because))

    def bound_for(self, sender: Sender, way: Option | None) -> BoundLetter:
        """The letter in the sender's language, to the target as it is for that sender."""
        return (self.writer if way is None else self._writer_to(way.target)).bound_for(sender)

    def _writer_to(self, target: Target) -> LetterWriter:
        if target is self.writer.target or target == self.writer.target:
            return self.writer
        if target not in self._writers:
            self._writers[target] = attrs.evolve(self.writer, target=target)
        return self._writers[target]

    def __reduce__(self) -> tuple[object, ...]:
        """It travels without the writers that it keeps, which are soon made again where it arrives."""
        return Mailing, (self.writer, self.admission)
