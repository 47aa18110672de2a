"""Family "German bulletin": bulletins in German, of the sections in Germany, Austria and Switzerland."""

from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.only_read import only_read
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.sheet_case import read_sheet
from urgent_actions.bulletins.sheet_marks import marks_of


def likeness(page: Page) -> int:
    """How many marks of the family a page has."""
    return marks_of(page, "de")


FAMILY = Family("German bulletin", likeness, read_sheet, only_read("German bulletin"))
