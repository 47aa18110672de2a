"""DOCX files of letters, read back."""

import sys
import time
from io import BytesIO

import attrs
import pytest
from docx import Document
from docx.oxml.ns import qn
from letters_to_send import BODIES
from printed import SENDERS, addressed, printed

from urgent_actions import InvalidValue, MissingExtra, Paper, docx_of


def read(letters):
    return Document(BytesIO(docx_of(letters)))


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def framed(document):
    """The lines in frames, by the place of the frame in millimetres."""
    places = {}
    for paragraph in document.paragraphs:
        frame = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
        if frame is not None:
            box = tuple(int(frame.get(qn(f"w:{name}"))) / 1440 * 25.4 for name in "xywh")
            places.setdefault(box, []).append(paragraph)
    return places


@pytest.mark.parametrize("language", BODIES)
def test_a_letter_is_read_back_word_for_word(language):
    letter = printed(language)
    lines = [*letter.sender, *letter.addressee, letter.day, letter.subject, letter.opening]
    assert texts(read(letter)) == [*lines, *map("\n".join, letter.paragraphs), letter.closing, letter.name]


@pytest.mark.parametrize("paper", Paper)
def test_the_sheet_has_the_size_and_the_margins_of_the_paper(paper):
    (section,) = read(printed(paper=paper)).sections
    assert section.page_width.mm == pytest.approx(paper.width, abs=0.1)
    assert section.page_height.mm == pytest.approx(paper.height, abs=0.1)
    margins = (section.left_margin, section.top_margin, section.right_margin, section.bottom_margin)
    assert [margin.mm for margin in margins] == pytest.approx(paper.measures["margins"], abs=0.1)


@pytest.mark.parametrize("paper", Paper)
def test_the_address_stands_in_the_window_of_the_envelope(paper):
    letter = printed(paper=paper, target=addressed(via="Embassy of Example"))
    ((box, lines),) = [item for item in framed(read(letter)).items() if item[1][0].text == letter.addressee[0]]
    assert tuple(line.text for line in lines) == letter.addressee
    x, y, width, height = box
    left, top, wide, high = paper.measures["window"]
    assert left <= x
    assert top <= y
    assert x + width <= left + wide
    assert y + height <= top + high
    taken = sum(line.runs[0].font.size.mm * 1.2 for line in lines)
    assert taken <= height + 0.1


@pytest.mark.parametrize("language", BODIES)
def test_only_letters_from_right_to_left_say_so_in_paragraph_and_run(language):
    letter = printed(language)
    for paragraph in read(letter).paragraphs:
        if paragraph.text in {letter.opening, letter.closing, *map("\n".join, letter.paragraphs)}:
            backwards = letter.language.right_to_left
            assert (paragraph._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) is backwards
            assert bool(paragraph.runs[0].font.rtl) is backwards


def test_a_latin_address_of_an_arabic_letter_runs_from_left_to_right():
    letter = printed("ar")
    by_text = {paragraph.text: paragraph for paragraph in read(letter).paragraphs}
    for line in letter.addressee[:-1]:
        assert by_text[line].runs[0].font.rtl is None
    country = by_text["روسيا"]
    assert country.runs[0].font.rtl is True
    assert country._p.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == "end"


def test_every_word_processor_is_told_the_language():
    (run,) = read(printed("ru")).paragraphs[0].runs
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "ru"


def test_each_letter_begins_on_a_new_page_of_its_own_paper_and_counts_from_one():
    document = read([printed("en"), printed("ar"), printed("ru", paper="US Letter")])
    assert [round(section.page_width.mm) for section in document.sections] == [216, 210, 216]
    for section in document.sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
        assert [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))] == ["PAGE"]


def test_the_parts_of_a_paragraph_stand_in_the_order_of_the_schema():
    for paragraph in read(printed("ar")).paragraphs:
        order = ["keepNext", "framePr", "bidi", "spacing", "jc", "sectPr"]
        found = [child.tag.split("}")[1] for child in paragraph._p.find(qn("w:pPr"))]
        assert found == [name for name in order if name in found]


def test_the_same_letters_give_the_same_bytes_at_any_time(monkeypatch):
    once = docx_of([printed("en"), printed("ar")])
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert docx_of([printed("en"), printed("ar")]) == once


def test_nobody_is_named_but_in_the_letter():
    properties = read(printed()).core_properties
    assert (properties.author, properties.comments, properties.title) == ("", "", "UA 82/20")


def test_markup_in_a_name_is_only_text():
    name = "<w:t>&amp;</w:t> <svg onload=alert(1)> {MERGEFIELD x}"
    document = read(printed(sender=attrs.evolve(SENDERS["en"], name=name)))
    assert texts(document).count(name) == 2


def test_no_letters_are_no_file():
    with pytest.raises(InvalidValue, match="there is no letter to print"):
        docx_of([])


def test_without_the_extra_the_way_out_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtra, match=r"urgent-actions\[docx\]"):
        docx_of(printed())
