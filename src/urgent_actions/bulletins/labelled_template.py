"""Family "labelled template": the Secretariat's form of 2017, in which every field has its heading."""

from urgent_actions.bulletins.family import Family
from urgent_actions.bulletins.form import form_of
from urgent_actions.bulletins.form_case import case_of
from urgent_actions.bulletins.form_fields import read_fields
from urgent_actions.bulletins.form_marks import form_likeness
from urgent_actions.bulletins.labelled_template_text import labelled_template_text
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.page import Page
from urgent_actions.bulletins.translated_case import translated_template
from urgent_actions.bulletins.translated_fields import LIKENESS, language_of_labels
from urgent_actions.bulletins.translated_text import translated_text
from urgent_actions.bulletins.translated_words import TRANSLATIONS
from urgent_actions.case import Case
from urgent_actions.values.publisher import Publisher


def likeness(page: Page) -> int:
    """How much the headings of the form count that a page has, where the title or the number is filled in."""
    return LIKENESS if language_of_labels(page) else form_likeness(page, "labelled_template")


def read_template(ledger: Ledger, publisher: Publisher | None) -> Case:
    """Read a page of this family, in the language of its labels.

    Raises:
        UnreadableBulletin: neither the page nor the caller names a case.
    """
    tag = language_of_labels(ledger.page)
    if tag is not None:
        return translated_template(ledger, tag, publisher)
    form = form_of(ledger)
    return case_of(form, read_fields(form, ledger), ledger, publisher, layout="secretariat")


def write_template(case: Case) -> str:
    """The form in the language of the case."""
    return translated_text(case) if case.edition.language.tag in TRANSLATIONS else labelled_template_text(case)


FAMILY = Family("labelled template", likeness, read_template, write_template)
