"""PDF files, written by a real typesetter, read back as the lines that they show."""

import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import fontpkg_amiri
import fontpkg_noto_sans
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import ContentStream, DictionaryObject, NameObject, StreamObject

from urgent_actions import MissingExtra, UnreadableBulletin, read_bulletin
from urgent_actions.bulletins.text_of import text_of
from urgent_actions.bulletins.text_of_pdf import MOST_DRAWN, MOST_PAGES, text_of_pdf

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
FONTS = [
    str(path.parent)
    for module in (fontpkg_amiri, fontpkg_noto_sans)
    for path in Path(module.__file__).parent.rglob("*.ttf")
]
SETTING = '#set text(font: ("Noto Sans", "Amiri"), size: 11pt)\n'


@cache
def pdf(source, *, page='paper: "a4"'):
    """A PDF file of a text in the markup of Typst."""
    return typst.compile(f"#set page({page})\n{SETTING}{source}".encode(), font_paths=sorted(set(FONTS)))


def as_printed(text):
    """A plain text as markup: line for line, nothing in it a sign."""
    escaped = "".join(f"\\{char}" if char in "#$*_`<>@=-+/\\~[]'\"" else char for char in text)
    return escaped.replace("\n\n", "\x00").replace("\n", " \\\n").replace("\x00", "\n\n")


def lines(data):
    return [line for line in text_of_pdf(data).splitlines() if line]


def problem_of(data):
    with pytest.raises(UnreadableBulletin) as refused:
        text_of(data)
    assert refused.value.problems[0].way_out
    return refused.value.problems[0]


def changed(data, change):
    writer = PdfWriter(clone_from=BytesIO(data))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


class TestLines:
    def test_a_block_of_contact_data_keeps_its_lines(self):
        block = [
            "Ambassador Anatoly Antonov",
            "Embassy of the Russian Federation",
            "2650 Wisconsin Ave. NW, Washington DC 20007",
            "Phone: 202 298 5700 I Fax: 202 298 5735",
            "Email: embassy@example.org",
            "Twitter: @RusEmbUSA",
        ]
        assert lines(pdf(as_printed("\n".join(block)))) == block

    def test_sentences_that_broke_for_want_of_room_are_whole_again(self):
        sentence = (
            "Write a letter in your own words or using the sample below as a guide to one or both of the government "
            "officials who are listed below, and send it before the end of the month to the address that stands there."
        )
        assert lines(pdf(f"+ {sentence}\n+ Click here to let us know.\n\nIgor Krasnov")) == [
            f"1. {sentence}",
            "2. Click here to let us know.",
            "Igor Krasnov",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Генеральный прокурор Российской Федерации\nЭлектронная почта: a@example.org",
            "Premier ministre\nHôtel de Matignon, 57 rue de Varenne\nCourriel\u00a0: œuvre@example.org",
            "Generalstaatsanwältin\nStraße des Friedens 12\n10115 Berlin",
            "Γενικός Εισαγγελέας\nΑθήνα",
        ],
    )
    def test_any_letters_come_out_as_they_went_in(self, text):
        assert lines(pdf(as_printed(text))) == text.replace("\u00a0", " ").split("\n")

    def test_arabic_is_read_from_right_to_left_with_its_numbers_and_addresses(self):
        text = [
            "السيد النائب العام، القاهرة",
            "الهاتف: +20 2 2577 4880",
            "البريد: info@example.org",
            "موعد: 20 أيار 2020 (82/20)",
        ]
        source = '#set text(lang: "ar")\n' + as_printed("\n".join(text)) + '\n\n#set text(lang: "en")\nDear Minister'
        assert lines(pdf(source)) == [*text, "Dear Minister"]

    @pytest.mark.parametrize(
        "page", ['paper: "a4"', 'paper: "us-letter", numbering: "1 / 1"', "width: 40cm, height: 40cm"]
    )
    def test_the_sample_gives_the_case_of_its_text(self, page):
        text = (EXAMPLES / "UA-82-20.txt").read_text(encoding="utf-8")
        assert read_bulletin(text_of_pdf(pdf(as_printed(text), page=page))).case == read_bulletin(text).case


class TestMargins:
    HEADER = "header: [UA 82/20 Index: EUR 46/2345/2020], "
    PAGES = "Dear Minister,\n#pagebreak()\nplease free her.\n#pagebreak()\nYours sincerely"

    @pytest.mark.parametrize(
        "footer",
        [
            '#counter(page).display("1")',
            '#counter(page).display("- 1 -")',
            '#counter(page).display("1 / 1", both: true)',
            "Page #counter(page).display() of #counter(page).final().first()",
            "Seite #counter(page).display()",
            "стр. #counter(page).display()",
        ],
    )
    def test_numbers_that_count_the_pages_are_left_out(self, footer):
        read = lines(pdf(self.PAGES, page=f"footer: context [{footer}]"))
        assert read == ["Dear Minister,", "please free her.", "Yours sincerely"]

    @pytest.mark.parametrize(("footer", "kept"), [("Page 1", False), ("1/1", False), ("1", True), ("Page 2", True)])
    def test_the_number_of_a_single_page_is_left_out_where_it_says_so(self, footer, kept):
        assert (footer in lines(pdf("a", page=f"footer: [{footer}]"))) is kept

    def test_a_line_on_top_of_each_page_stands_once(self):
        read = lines(pdf(self.PAGES, page=self.HEADER + 'paper: "a5"'))
        assert read == ["UA 82/20 Index: EUR 46/2345/2020", "Dear Minister,", "please free her.", "Yours sincerely"]

    def test_a_number_alone_at_the_end_of_one_page_may_be_part_of_an_address(self):
        assert lines(pdf(as_printed("Piazza Colonna\n1"))) == ["Piazza Colonna", "1"]

    def test_numbers_that_do_not_count_the_pages_are_kept(self):
        assert lines(pdf("a\n\n20500\n#pagebreak()\nb\n\n7")) == ["a", "20500", "b", "7"]


class TestRefusals:
    def test_a_scanned_page_says_that_it_is_a_picture(self):
        problem = problem_of(pdf("#rect(width: 5cm, height: 5cm, fill: red)"))
        assert problem.what == "the PDF file holds no text: its pages are pictures"
        assert "OCR" in problem.way_out

    def test_a_locked_file_says_so(self):
        locked = changed(pdf("secret"), lambda writer: writer.encrypt("password", algorithm="RC4-128"))
        assert (problem_of(locked).code, problem_of(locked).what) == (
            "locked",
            "the PDF file is locked with a password",
        )

    def test_a_file_that_only_its_owner_may_change_is_read(self):
        open_to_all = changed(pdf("open"), lambda writer: writer.encrypt("", "owner", algorithm="RC4-128"))
        assert lines(open_to_all) == ["open"]

    @pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\n1 0 obj <<", b"%PDF-9 " + b"\0" * 99])
    def test_a_broken_file_says_so(self, data):
        assert problem_of(data).code == "broken-pdf"

    def test_a_file_cut_short_is_broken(self):
        assert problem_of(pdf("Dear Minister")[:2000]).code == "broken-pdf"

    def test_more_pages_than_any_bulletin_are_refused(self):
        assert problem_of(pdf("#pagebreak()\n" * MOST_PAGES + "x")).code == "too-long"

    def test_pages_drawn_with_more_than_text_is_refused(self):
        def flood(writer):
            drawing = StreamObject()
            drawing.set_data(b"0 0 m " * (MOST_DRAWN // 6 + 1))
            writer.pages[0][NameObject("/Contents")] = writer._add_object(drawing.flate_encode())

        assert problem_of(changed(pdf("x"), flood)).code == "too-long"

    def test_a_form_that_draws_itself_comes_to_an_end(self):
        def endless(writer):
            form = ContentStream(None, writer)
            form.set_data(b"/Again Do")
            form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
            place = writer._add_object(form)
            again = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/Again"): place})})
            form[NameObject("/Resources")] = again
            writer.pages[0][NameObject("/Resources")] = again
            writer.pages[0][NameObject("/Contents")] = place

        assert problem_of(changed(pdf("x"), endless)).code in {"broken-pdf", "empty-text"}

    def test_forms_that_draw_forms_that_draw_forms_come_to_an_end(self):
        def laughing(writer):
            drawn = None
            for _ in range(9):
                form = StreamObject()
                form.set_data(b"/Form Do " * 10 if drawn else b"BT (ha) Tj ET")
                form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
                form[NameObject("/Resources")] = resources(drawn)
                drawn = writer._add_object(form)
            writer.pages[0][NameObject("/Resources")] = resources(drawn)
            writer.pages[0][NameObject("/Contents")] = drawn

        def resources(form):
            forms = DictionaryObject({NameObject("/Form"): form} if form else {})
            return DictionaryObject({NameObject("/XObject"): forms})

        assert "ha" in text_of_pdf(changed(pdf("x"), laughing))

    def test_nothing_is_said_behind_the_back_of_the_caller(self, capfd):
        problem_of(b"%PDF-1.7 nonsense")
        assert capfd.readouterr() == ("", "")

    def test_without_the_extra_it_is_named(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "pypdf", None)
        with pytest.raises(MissingExtra, match=r"urgent-actions\[pdf-in\]"):
            text_of_pdf(b"%PDF-1.7")


@settings(max_examples=50)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=20)), min_size=1, max_size=20))
def test_a_damaged_file_is_read_or_refused(wounds):
    data = bytearray(pdf("Dear Minister, \\\nplease free her."))
    for place, length, instead in wounds:
        start = int(place * len(data))
        data[start : start + length] = instead
    try:
        read = text_of_pdf(bytes(data))
    except UnreadableBulletin as refused:
        read = refused.problems[0].way_out
    assert read
