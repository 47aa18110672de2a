"""Law: how a page is printed changes nothing of what it says: labels, signs, margins, what a site adds around it."""

import re
from pathlib import Path

import pytest
from bulletins.expected import as_expected

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.values.case_reference import CaseReference

HERE = Path(__file__).parent
NAMES = [
    "appeals/nepal-2003",
    "fixtures/h-russia-82-20",
    "unseen/publishers/d-azerbaijan-75-15-third-update",
    "unseen/publishers/j-tchad-271-16",
    "unseen/publishers/k-ecuador-12-13-actualizacion",
    "unseen/publishers/n-gambia-press-alert-2006",
]
LABEL = re.compile(r"^(Fax|Tel|Phone|Email|E-mail|Twitter|Salutation|Courriel|Correo-e):[ \t]*", re.MULTILINE)
ADDRESS = re.compile(r"(?<![\w.@(\[<])([\w.+-]+@[\w-]+\.[\w.-]*\w)")
SHORT = {"Fax": "F", "Tel": "T", "Phone": "T", "Email": "E", "E-mail": "E"}


def in_columns(text):
    return LABEL.sub(lambda label: f"{label[1]}  ", text)


def with_a_blank_before_the_colon(text):
    return LABEL.sub(lambda label: f"{label[1]} : ", text)


def with_labels_of_one_letter(text):
    return LABEL.sub(lambda label: f"{SHORT[label[1]]}: " if label[1] in SHORT else label[0], text)


def with_labels_in_bold(text):
    return LABEL.sub(lambda label: f"**{label[1]}:** ", text)


def with_links(text):
    return ADDRESS.sub(r"\1 <mailto:\1>", text)


def on_a_site(text):
    return f"Riverside Group\nHome | About us | Meetings\n\n{text}\n\nShare this:\nFacebook\nTwitter\n\nPosted by Ann\n"


def with_a_margin(text):
    return re.sub(r"^(?=.)", "    ", text, flags=re.MULTILINE)


def double_spaced(text):
    return "\n\n".join(line for line in text.split("\n") if line.strip())


WAYS = [
    in_columns,
    with_a_blank_before_the_colon,
    with_labels_of_one_letter,
    with_labels_in_bold,
    with_links,
    on_a_site,
    with_a_margin,
    double_spaced,
]


def said(text):
    reading = as_expected(read_bulletin(text, reference=CaseReference("UA", 1, year=2000)))
    return {field: reading[field] for field in ("reference", "title", "country", "deadline", "targets")}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_is_printed_otherwise_names_the_same_targets(way, name):
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    assert said(way(text)) == said(text)


def test_a_blank_within_an_address_is_put_right_only_before_the_end_of_a_domain():
    text = (HERE / "unseen/publishers/d-azerbaijan-75-15-third-update.txt").read_text(encoding="utf-8")
    emails = {
        printed: said(text.replace("press@ombudsman. gov.az", printed))["targets"][2]["channels"][-1]["value"]
        for printed in ("press@ombudsman. gov.az", "press@ombudsman.az. In short", "press@ombudsman. or by post")
    }
    assert list(emails.values()) == ["press@ombudsman.gov.az", "press@ombudsman.az", "press@ombudsman."]
