"""Letters to one target from many supporters, one after the other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from urgent_actions.case import Case
from urgent_actions.errors import BlanksLeft
from urgent_actions.letter_template import LetterTemplate
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_writer import LetterWriter
from urgent_actions.letters.own_words import OwnWords
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.language import Language


def write_letters(
    case: Case,
    target: Target | str,
    senders: Iterable[Sender],
    *,
    on: date,
    template: LetterTemplate | None = None,
    languages: Iterable[Language | str] = (),
    fill: Mapping[str, str] | None = None,
    own_words_as: OwnWords | str = OwnWords.PARAGRAPH,
) -> Iterator[Letter]:
    """Fill in a model letter for one target and any number of senders, of whom nothing is kept.

    The model letter is bound once for each language that senders write; each letter is then a join. Whoever wants the
    texts alone asks a `LetterWriter` for them.

    Args:
        case: the case.
        target: one of its targets, or the id of one.
        senders: who signs.
        on: the date of the letters.
        template: another model letter than the case's own.
        languages: the languages to write in, best first; without any, those of each sender count as in `write_letter`.
        fill: words for the template's further blanks, the same for all.
        own_words_as: as what the own words of each sender are woven in, where the template keeps no place for them.

    Yields:
        The letter of each sender, in their order.

    Raises:
        InvalidTemplate, InvalidValue, UnknownTarget: as `write_letter`, when it is called.
        BlanksLeft: a blank cannot be filled for a sender, whose number is told; the letters before are given.
    """
    writer = LetterWriter.of(
        case, target, on=on, template=template, languages=languages, fill=fill, own_words_as=own_words_as
    )
    return _letters(writer, senders)


def _letters(writer: LetterWriter, senders: Iterable[Sender]) -> Iterator[Letter]:
    for number, sender in enumerate(senders):
        try:
            yield writer.bound_for(sender).letter(sender)
        except BlanksLeft as error:
            raise BlanksLeft(*(problem.below(f"senders[{number}]") for problem in error.problems)) from None
