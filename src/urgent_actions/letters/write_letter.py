"""A letter to one target, from the model letter of a case, for one supporter, on one day."""

from collections.abc import Iterable, Mapping
from datetime import date

from urgent_actions.case import Case
from urgent_actions.letter_template import LetterTemplate
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.letter_writer import LetterWriter, asked_of_a_letter
from urgent_actions.letters.own_words import OwnWords
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.language import Language


def write_letter(
    case: Case,
    target: Target | str,
    *,
    sender: Sender,
    on: date,
    template: LetterTemplate | None = None,
    languages: Iterable[Language | str] = (),
    fill: Mapping[str, str] | None = None,
    own_words_as: OwnWords | str = OwnWords.PARAGRAPH,
) -> Letter:
    """Fill in a model letter for one target.

    Args:
        case: the case.
        target: one of its targets, or the id of one.
        sender: who signs; without a name, the letter is to be signed by hand.
        on: the date of the letter.
        template: another model letter than the case's own.
        languages: the languages to write in, best first. Without any: what the bulletin asks for and the sender writes,
            then what the sender writes, then what the bulletin asks for, then the first that the template has.
        fill: words for the template's further blanks, and for printed ones such as `[date]`.
        own_words_as: as what the own words of the sender are woven in, where the template keeps no place for them.

    Raises:
        InvalidTemplate: the case has no model letter, and none was given.
        BlanksLeft: a blank cannot be filled; all of them are named at once.
        InvalidValue: arguments are of another type, all of which are named, or `fill` names a blank that the letter
            does not have.
        UnknownTarget: the case has no target of that id.
    """
    asked = asked_of_a_letter(case, target, on=on, template=template, fill=fill)
    refuse_wrong(**asked, sender=(sender, Sender))
    writer = LetterWriter.of(
        case, target, on=on, template=template, languages=languages, fill=fill, own_words_as=own_words_as
    )
    return writer.bound_for(sender).letter(sender)
