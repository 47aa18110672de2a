"""What a letter asks for, in a few sentences: for those who speak, and for places where little fits."""

from urgent_actions.case import Case
from urgent_actions.letters.letter import Letter
from urgent_actions.letters.shortening import sentences_of
from urgent_actions.values.printable import in_one_line


def asks_of(case: Case, letter: Letter) -> tuple[str, ...]:
    """What the bulletin says that letters ask for, if it says so in the language of the letter.

    Otherwise the last paragraph of the letter, since letters end with what they ask.

    Args:
        case: the case.
        letter: the letter that is sent elsewhere or read out.
    """
    if case.demands and case.edition.language.code == letter.language.code:
        return tuple(map(in_one_line, case.demands))
    return tuple(map(in_one_line, sentences_of(letter.body.strip().rpartition("\n\n")[2])))
