"""Family "loose letter": what local groups, other sites and other organisations pass on, in no layout."""

from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.only_read import only_read
from urgent_actions.bulletins.sheet_case import read_sheet
from urgent_actions.bulletins.sheet_marks import MOST_OF_LOOSE_LETTER, marks_of_loose_letter

FAMILY = Family("loose letter", marks_of_loose_letter, read_sheet, only_read("loose letter"), most=MOST_OF_LOOSE_LETTER)
