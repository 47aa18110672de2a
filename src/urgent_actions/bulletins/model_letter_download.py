"""Family "model letter": a letter offered for download by the section in Germany: address, subject, greeting, body."""

from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.only_read import only_read
from urgent_actions.bulletins.sheet_case import read_sheet
from urgent_actions.bulletins.sheet_marks import MOST_OF_MODEL_LETTER, marks_of_model_letter

FAMILY = Family("model letter", marks_of_model_letter, read_sheet, only_read("model letter"), most=MOST_OF_MODEL_LETTER)
