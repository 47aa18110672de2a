"""The verb: a case in, a page out, from which the same case can be read.

Law: nothing is lost silently. What was written is read back before it is handed out; where the two cases differ, every
field is named and no page is given.
"""

from collections.abc import Iterator

from urgent_actions.bulletins.differences import differences
from urgent_actions.bulletins.families import family_named
from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.case import Case
from urgent_actions.errors import Problem, UnreadableBulletin, refuse_if
from urgent_actions.values.language import Language


def write_bulletin(case: Case, *, family: str = "web post", locale: Language | str | None = None) -> str:
    """Write a case as a bulletin of a family.

    Args:
        case: the case to publish.
        family: the layout, by its name.
        locale: the language of the labels, dates and names of countries; that of the edition where it is not given.
            The words of the case are never translated, so it can be no other.

    Returns:
        The text of the page. `read_bulletin` of the same text gives an equal case.

    Raises:
        InvalidValue: there is no such family, the locale is not the language of the edition, or the layout cannot say
            everything that the case says: each field that would be lost or changed is named.
    """
    layout = family_named(family)
    refuse_if(_another_language(case, locale))
    text = layout.write(case)
    refuse_if(_lost(case, text, layout))
    return text


def _another_language(case: Case, locale: Language | str | None) -> Iterator[Problem]:
    """That a page cannot be in another language than the words of the case."""
    spoken = case.edition.language
    if locale is not None and Language.of(locale) != spoken:
        what = f"the edition is in {spoken.name()}, and a page in {Language.of(locale).name()} was asked for"
        way_out = f"leave locale out, or translate the case first and set its language to {str(locale)!r}"
        yield Problem("another-language", what, where="edition.language", way_out=way_out)


def _lost(case: Case, text: str, layout: Family) -> Iterator[Problem]:
    """What the page does not say as the case does."""
    way_out = "leave it out, put it as the layout can say it, or keep the case as JSON"
    try:
        back = read_bulletin(text)
    except UnreadableBulletin as error:
        yield from error.problems
        return
    if back.family != layout.name:
        yield Problem("another-family", f"the page would be read as {back.family!r}", way_out=way_out)
    for one in differences(case, back.case):
        what = f"a bulletin of the family {layout.name!r} cannot say {one.path} as it is: {one.said}"
        yield Problem("lost-in-writing", what, where=one.path, way_out=way_out)
