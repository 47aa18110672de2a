"""Whatever bytes a bulletin is saved in, its text comes out, or a sentence that says what to do."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import MissingExtra, UnreadableBulletin
from urgent_actions.bulletins.text_of import MOST_BYTES, text_of

BULLETINS = {
    "ru": "Срочная акция: UA 82/20\nГенеральный прокурор Российской Федерации\nЭлектронная почта: a@example.org",
    "ar": "تحرك عاجل 82/20\nالسيد النائب العام، القاهرة\nيرجى الكتابة قبل 20 أيار 2020",
    "fr": "Action urgente 82/20\nÉcrivez à l'ambassadeur à Genève avant le 1er août 2020. Merci à tous.",
    "de": "Eilaktion 82/20\nBitte schreiben Sie höflich formulierte Briefe an den Präsidenten. Mit freundlichen Grüßen",
    "es": "Acción urgente 82/20\nEscriban al señor Fiscal General de la Nación, Bogotá, Colombia.",
}
LEGACY = [
    ("ru", "koi8-r"),
    ("ru", "windows-1251"),
    ("ru", "iso-8859-5"),
    ("ru", "ibm866"),
    ("ar", "windows-1256"),
    ("ar", "iso-8859-6"),
    ("fr", "iso-8859-1"),
    ("fr", "windows-1252"),
    ("de", "iso-8859-15"),
    ("es", "windows-1252"),
]


def problem_of(data, **more):
    with pytest.raises(UnreadableBulletin) as refused:
        text_of(data, **more)
    return refused.value.problems[0]


def is_read_or_refused(data, **more):
    try:
        return isinstance(text_of(data, **more), str)
    except UnreadableBulletin as refused:
        return bool(refused.problems[0].way_out)


class TestEncodings:
    @pytest.mark.parametrize(("language", "encoding"), LEGACY)
    def test_a_text_says_nothing_and_is_read(self, language, encoding):
        text = BULLETINS[language].replace("،", ",")
        assert text_of(text.encode(encoding)) == text

    @pytest.mark.parametrize(("language", "encoding"), LEGACY)
    def test_a_page_is_read_in_the_encoding_that_it_declares(self, language, encoding):
        text = BULLETINS[language].replace("\n", " ").replace("،", ",")
        for head in (
            f"<meta charset={encoding}>",
            f"<META http-equiv=Content-Type content='text/html; charset={encoding}'>",
        ):
            assert text_of(f"<html><head>{head}</head><p>{text}".encode(encoding)) == text + "\n"
        prolog = f"<?xml version='1.0' encoding='{encoding}'?><html><body><p>{text}</p></body></html>"
        assert text_of(prolog.encode(encoding)) == text + "\n"

    @pytest.mark.parametrize("language", BULLETINS)
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
    def test_unicode_is_known_with_and_without_a_mark(self, language, encoding):
        assert text_of(BULLETINS[language].encode(encoding)) == BULLETINS[language]

    def test_a_page_that_is_utf_8_is_that_whatever_it_declares(self):
        assert text_of("<meta charset=windows-1251><p>Гене́ва".encode()) == "Гене́ва\n"

    def test_a_page_that_declares_what_it_is_not_is_guessed(self):
        page = f"<meta charset=utf-8><p>{BULLETINS['ru']}".replace("\n", " ")
        assert "Генеральный" in text_of(page.encode("koi8-r"))

    def test_a_little_damage_is_shown_and_the_rest_is_read(self):
        text = BULLETINS["ru"].encode()
        assert text_of(text + b"\xff") == BULLETINS["ru"] + "\ufffd"

    def test_the_caller_knows_better_than_any_guess(self):
        assert text_of("Ёж".encode("koi8-r"), encoding="KOI8-R") == "Ёж"
        assert text_of("<p>Ёж".encode("cp1251"), encoding="windows-1251") == "Ёж\n"

    @pytest.mark.parametrize(
        "name", ["", "rot13", "zlib", "unicode_escape", "idna", "no such", "\0", "../x", "é", "x" * 5000]
    )
    def test_only_encodings_of_texts_are_known(self, name):
        assert problem_of(b"abc", encoding=name).code == "unknown-encoding"

    def test_what_is_not_in_the_named_encoding_is_refused(self):
        assert str(problem_of(b"ab\xff", encoding="utf-8")).startswith("byte 3 is not utf-8; name the right encoding")

    def test_without_the_extra_it_is_named(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "chardetng_py", None)
        with pytest.raises(MissingExtra, match=r"urgent-actions\[encodings\]"):
            text_of("Grüße".encode("cp1252"))
        assert text_of("Grüße".encode()) == "Grüße"


class TestKinds:
    @pytest.mark.parametrize(
        "page",
        [
            "<!DOCTYPE html><p>a",
            "\n <html><p>a",
            "<!-- saved - from --><!-- b --><p>a",
            "a <b>b</b> <p>c</p><p>d</p>",
            "<P CLASS=x>a",
            "﻿<div>a</div>",
            "<?xml version='1.0'?>\n<!DOCTYPE html><p>a",
        ],
    )
    def test_a_page_is_known_by_its_tags(self, page):
        assert "<" not in text_of(page.encode())

    @pytest.mark.parametrize(
        "text", ["a < b", "<office@example.org> wrote", "1 <2> 3", "<<<", "Urgent Action <UA 82/20>", "<!--"]
    )
    def test_a_text_with_angles_is_no_page(self, text):
        assert text_of(text.encode()) == text

    def test_a_name_counts_where_the_bytes_leave_it_open(self):
        assert text_of(b"a <i>b", name="page.HTML") == "a b\n"
        assert text_of(b"a <i>b", name="page.txt") == "a <i>b"
        assert text_of(b"plain", name="page.html") == "plain"

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
            (b"\xff\xd8\xff\xe0\0", "a picture"),
            (b"GIF89a", "a picture"),
            (b"PK\x03\x04\0\0word/document.xml", "a Word document (.docx)"),
            (b"PK\x03\x04\0", "an archive (.zip)"),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
            (b"PK\x03\x04[Content_Types].xml", "a spreadsheet or slides of Microsoft Office"),
            (b"\x1f\x8b\x08", "an archive"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document (.doc) or another file of Microsoft Office"),
            (b"{\\rtf1\\ansi", "a rich text document (.rtf)"),
            (b"%!PS-Adobe", "a PostScript file"),
            (b"MZ\x90\0", "a program or a database"),
            (b"RIFF\0\0\0\0WEBP", "a picture, a sound or a film"),
            (
                b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x",
                "an e-mail or a web archive (.eml, .mhtml)",
            ),
        ],
    )
    def test_what_is_no_text_is_refused_by_its_name_with_the_way_out(self, data, said):
        problem = problem_of(data, name="bulletin.txt")
        assert (problem.code, problem.what) == ("not-text", f"this is {said}, and no text")
        assert problem.way_out

    def test_a_plain_message_with_its_header_is_read(self):
        message = "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nUrgent Action 82/20"
        assert text_of(message.encode()) == message

    @pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\n"])
    def test_an_empty_file_is_said_to_be_empty(self, data):
        assert problem_of(data).code == "empty-text"

    @pytest.mark.parametrize("data", [b"\0\1\2\3", bytes(range(256)), b"\x81\x8d\x8f\x90\x9d" * 9 + b"\0"])
    def test_bytes_of_no_encoding_are_refused(self, data):
        assert problem_of(data).code == "not-text"

    def test_a_file_longer_than_any_is_refused(self):
        assert problem_of(b"a" * (MOST_BYTES + 1)).code == "too-long"


@given(
    data=st.one_of(
        st.binary(),
        st.text().map(str.encode),
        st.builds(
            bytes.__add__,
            st.sampled_from([b"%PDF-1.4\n", b"<html>", b"\xff\xfe", b"<meta charset=utf-7>"]),
            st.binary(),
        ),
    ),
    encoding=st.one_of(st.none(), st.text(max_size=9), st.sampled_from(["koi8-r", "gb18030", "iso-2022-jp", "utf-16"])),
    name=st.sampled_from(["", "a.html", "a.pdf"]),
)
def test_any_bytes_are_read_or_refused(data, encoding, name):
    assert is_read_or_refused(data, name=name, encoding=encoding)


def test_the_bulletins_of_the_project_come_out_as_they_are():
    sample = Path(__file__).parents[2] / "docs" / "examples" / "UA-82-20.txt"
    assert text_of(sample.read_bytes()) == sample.read_text(encoding="utf-8")
