"""Who a form is about, by the line that names them: `Name: Ana Ruiz and Li Wei`, `Konstantin Kotov (he/him)`."""

import re
from collections.abc import Sequence

from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.lines import Line
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.case import Subject

_ONE = re.compile(r"(?P<name>[^,;()\n]{2,120}?)(?:[ ]?\((?P<said>[^()\n]{1,40})\))?(?:[,;]|[ ]and[ ]|\Z)")
_PRONOUNS = re.compile(r"\w{1,6}(?:/\w{1,6}){1,3}")


def read_subjects(lines: Sequence[Line], genders: Sequence[Line], ledger: Ledger) -> list[Subject]:
    """The people that these lines name, each with the pronouns or the sex that is given; none is ever guessed.

    Args:
        lines: those that name them.
        genders: the line that gives the sex of all of them, where it stands by itself.
        ledger: where places are noted.
    """
    subjects: list[Subject] = []
    common = genders[0].words if genders and lines else None
    for line in lines:
        words, gender = line.words, common
        found = one_of((word_list("form")["subjects"]["gender"],), behind="").search(str(words))
        if found:
            gender = words.part(found.end()).stripped(" .()")
            ledger.form(words.of(found))
            words = words.part(0, found.start())
        for match in _ONE.finditer(str(words)):
            name, said = match["name"].strip(" ."), match["said"] or ""
            if not any(map(str.isalpha, name)):
                continue
            path = f"subjects[{len(subjects)}]"
            ledger.claim(path, [words.of(match).stripped(), *([gender] if gender else [])])
            pronouns = said if _PRONOUNS.fullmatch(said) and said != "m/f" else None
            description = (said if said and not pronouns else None) or (str(gender) if gender else None)
            subjects.append(Subject(name, pronouns=pronouns, description=description))
    return subjects
