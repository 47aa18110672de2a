"""What a supporter may say in a letter in words of their own, and what better stays as it is."""

from collections.abc import Iterator

from urgent_actions.case import Case
from urgent_actions.letters.asks import asks_of
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.lint_sender import is_at_risk
from urgent_actions.sender import Sender
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.text import Message


def own_words_advice(letter: Letter, case: Case, *, sender: Sender, at_risk: bool = False) -> tuple[Message, ...]:
    """Advise on what to personalise in a letter: who writes and why, and neither what is asked nor what is told.

    Args:
        letter: the letter as it was written.
        case: the case it is for.
        sender: who signs; a sender with ties to the country of the case or of the target is at risk.
        at_risk: whether writing is a risk for the sender for another reason.

    Returns:
        What to add, then what to leave, each as a sentence to the supporter.

    Raises:
        InvalidValue: arguments are of another type; all of them are named.
    """
    refuse_wrong(letter=(letter, Letter), case=(case, Case), sender=(sender, Sender), at_risk=(at_risk, bool))
    return tuple(_advice(letter, case, at_risk=at_risk or is_at_risk(letter, case, sender)))


def _advice(letter: Letter, case: Case, *, at_risk: bool) -> Iterator[Message]:
    if at_risk:
        yield Message("Say nothing by which somebody could recognise you: no name, no place of work, no small town.")
    else:
        yield Message("Say who you are, if you like: your work, your family, the place where you live.")
    yield Message("Say in a sentence of your own why this case concerns you.")
    for ask in asks_of(case, letter):
        yield Message("Leave what is asked for as it is, so that all letters want the same: {ask}", {"ask": ask})
    yield Message("Add nothing about the case that the bulletin does not say: a mistake could do harm.")
