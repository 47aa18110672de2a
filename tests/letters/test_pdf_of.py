"""PDF files of letters, read back and measured."""

import sys
from io import BytesIO
from subprocess import run

import attrs
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from letters_to_send import BODIES
from printed import SENDERS, addressed, printed
from pypdf import PdfReader

from urgent_actions import InvalidValue, Language, MissingExtra, Paper, pdf_of
from urgent_actions.letters import pdf_of as pdf_of_module
from urgent_actions.letters.typefaces import typefaces_for

MM = 25.4 / 72


def pages(data):
    return PdfReader(BytesIO(data)).pages


def words(data):
    return " ".join(" ".join(page.extract_text().split()) for page in pages(data))


def spots(page):
    """Every piece of text with its place on the sheet in millimetres from the upper left, and its size in points."""
    found = []

    def visit(text, outer, *more):
        inner, _, size = more
        if text.strip():
            x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
            y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            found.append((text.strip(), x * MM, float(page.mediabox.height) * MM - y * MM, size * abs(outer[3])))

    page.extract_text(visitor_text=visit)
    return found


def width(text, size):
    """How wide a Latin text is in millimetres."""
    (typeface,) = typefaces_for(text, Language("en"))
    with TTFont(typeface.path) as font:
        names, advances = font.getBestCmap(), font["hmtx"]
        units = sum(advances[names[ord(char)]][0] for char in text)
        return units / font["head"].unitsPerEm * size * MM


@pytest.mark.parametrize("language", BODIES)
def test_a_short_letter_is_one_sheet_of_the_paper_of_the_senders_country(language):
    letter = printed(language)
    (sheet,) = pages(pdf_of(letter))
    assert float(sheet.mediabox.width) * MM == pytest.approx(letter.paper.width, abs=0.1)
    assert float(sheet.mediabox.height) * MM == pytest.approx(letter.paper.height, abs=0.1)


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru"])
def test_every_word_is_on_the_sheet_in_its_order(language):
    letter = printed(language)
    shown = "".join(words(pdf_of(letter)).split())
    for part in (*letter.sender, *letter.addressee, letter.day, letter.subject, letter.opening, letter.closing):
        assert "".join(part.split()) in shown
    assert "".join(letter.body.split()) in shown


def test_chinese_is_drawn_sign_by_sign():
    letter = printed("zh")
    shown = words(pdf_of(letter)).replace(" ", "")
    for paragraph in letter.paragraphs:
        assert "".join(paragraph) in shown


def test_arabic_letters_are_all_there_and_the_first_stands_at_the_right():
    letter = printed("ar")
    (sheet,) = pages(pdf_of(letter))
    shown = sheet.extract_text()
    for word in ("أكتب", "الإفراج", "بموجب", "مثال"):
        assert word in shown
    first, name, last = (
        next(x for text, x, *_ in spots(sheet) if word in text) for word in ("أكتب", "A. Example", "بموجب")
    )
    assert first > name > last > letter.paper.measures["margins"][0] - 1


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("via", [None, "Embassy of the State of Example in the Republic"])
def test_the_address_shows_in_the_window_of_the_envelope_and_nothing_else_does(paper, via):
    letter = printed(paper=paper, target=addressed(via=via))
    (sheet,) = pages(pdf_of(letter))
    left, top, wide, high = paper.measures["window"]
    inside = [
        (text, x, y, size) for text, x, y, size in spots(sheet) if left <= x <= left + wide and top <= y <= top + high
    ]
    small_print = [" · ".join(letter.sender)] if paper is Paper.A4 else []
    assert {text for text, *_ in inside} == {*letter.addressee, *small_print}
    for text, x, y, size in inside:
        assert x + width(text, size) <= left + wide - 3
        assert y - size * MM >= top
        assert y + 0.3 * size * MM <= top + high - 1


@pytest.mark.parametrize("paper", Paper)
def test_an_address_longer_than_the_window_is_smaller_but_whole_and_overlaps_nothing(paper):
    street = "\n".join(f"Line {number} of a street that is rather long" for number in range(1, 7)) + "\nRussia"
    letter = printed(paper=paper, target=addressed(street, via="the Permanent Mission of the State of Example"))
    (sheet,) = pages(pdf_of(letter))
    shown = {text: y for text, _, y, _ in spots(sheet)}
    assert set(letter.addressee) <= set(shown)
    sender, subject = shown[letter.sender[-1]], shown[letter.subject]
    heights = [shown[line] for line in letter.addressee]
    assert heights == sorted(heights)
    assert heights[-1] < subject - 5
    assert heights[0] > sender + 3 or paper is Paper.A4


def test_an_address_that_fits_on_no_envelope_is_refused():
    street = "\n".join(f"{number}. A line as long as one would ever print on an envelope" * 2 for number in range(8))
    with pytest.raises(InvalidValue, match=r"at letters\[1\]; give fewer or shorter lines"):
        pdf_of([printed(), printed(target=addressed(street))])


@pytest.mark.parametrize("part", ["addressee", "sender", "day", "subject", "opening", "body", "closing", "name"])
def test_a_word_longer_than_a_line_is_broken_and_stays_on_the_sheet(part):
    word = "https://example.org/" + "x" * 130
    letter = attrs.evolve(printed(), **{part: (word,) if part in {"addressee", "sender"} else word})
    (sheet,) = pages(pdf_of(letter))
    pieces = [spot for spot in spots(sheet) if "xxxx" in spot[0] or "example" in spot[0]]
    assert len(pieces) > 1
    for text, x, _, size in pieces:
        assert x > 0
        assert x + width(text.replace("\u200b", ""), size) < letter.paper.width - 5


def test_a_sender_of_whom_nothing_shows_takes_no_room():
    assert len(pages(pdf_of(attrs.evolve(printed(), sender=("\u200d",), name="\u200d")))) == 1


def test_a_sender_with_many_lines_is_printed_in_full():
    sender = attrs.evolve(SENDERS["de"], address="\n".join(f"Beispielweg {number}" for number in range(6)))
    letter = printed("de", sender=sender)
    assert set(letter.sender) <= {text for text, *_ in spots(pages(pdf_of(letter))[0])}


@pytest.mark.parametrize(
    "text",
    [
        "ข้าพเจ้าเขียนจดหมายฉบับนี้เพื่อขอให้ท่านปล่อยตัวบุคคลที่ถูกคุมขัง",
        "ខ្ញុំសូមសរសេរលិខិតនេះដើម្បីស្នើសុំឱ្យដោះលែងបុគ្គលដែលត្រូវបានឃុំខ្លួន",
        "ငြိမ်းချမ်းစွာဆန္ဒပြခဲ့သောကြောင့်အကျဉ်းကျနေသူအတွက်စာရေးပါသည်",
        "部长先生我写信给您请立即释放她她没有伤害任何人也没有做错任何事情谢谢您",
    ],
)
def test_a_script_without_spaces_is_broken_by_its_own_rules_and_not_after_so_many_signs(text):
    assert pdf_of_module._breakable(text) == text
    assert pdf_of_module._breakable("x" * 31) == f"{'x' * 30}\u200bx"


def below_the_head(language, body):
    """The letter, and where its words stand on the sheet below address and date."""
    letter = attrs.evolve(printed(), language=Language(language), body=body)
    (sheet,) = pages(pdf_of(letter))
    return letter, [(x, y) for _, x, y, _ in spots(sheet) if y > letter.paper.measures["text"]]


@pytest.mark.parametrize(
    ("language", "sentence", "times"),
    [("th", "ขอให้ปล่อยตัวทันทีโดยไม่มีเงื่อนไข", 12), ("he", "אנא שחררו אותו לאלתר. ", 40)],
    ids=["Thai", "Hebrew"],
)
def test_a_letter_in_a_further_script_is_broken_into_lines_that_stay_between_its_margins(language, sentence, times):
    letter, inside = below_the_head(language, sentence * times)
    _, short = below_the_head(language, sentence)
    assert len({round(y) for _, y in inside}) >= len({round(y) for _, y in short}) + 3
    left, _, right, _ = letter.paper.measures["margins"]
    assert min(x for x, _ in inside) >= left - 0.5
    assert max(x for x, _ in inside) <= letter.paper.width - right + 0.5


def test_a_long_letter_goes_on_and_its_later_pages_are_numbered():
    letter = printed(times=20)
    first, second = pages(pdf_of(letter))
    assert "2 / 2" in second.extract_text()
    assert "/ 2" not in first.extract_text()
    assert "Pat Example" not in second.extract_text()
    ending = second.extract_text()
    assert ending.index("free again. Thank you.") < ending.index("Yours sincerely,") < ending.index("Ada Example")


def test_a_letter_that_is_a_little_long_is_set_a_little_smaller():
    shown = {}
    for times in range(4, 14):
        sheets = pages(pdf_of(printed(times=times)))
        size = next(size for text, _, _, size in spots(sheets[0]) if text == "Dear Sir or Madam,")
        shown.setdefault((len(sheets), size), times)
    assert {(1, 11.0), (2, 11.0)} < set(shown)
    assert all(10 <= size <= 11 for _, size in shown)
    assert list(shown) == sorted(shown, key=lambda found: (found[0], -found[1]))


def test_each_letter_begins_on_a_new_page_of_its_own_paper():
    letters = [printed("en", times=20), printed("ar"), printed("ru", paper="US Letter"), printed("zh")]
    sheets = pages(pdf_of(letters))
    assert len(sheets) == 5
    assert [round(float(sheet.mediabox.width) * MM) for sheet in sheets] == [216, 216, 210, 216, 210]
    assert "Ада Примерова" in sheets[3].extract_text()


def test_the_same_letters_give_the_same_bytes_anywhere_and_at_any_time():
    letters = [printed("en"), printed("ar"), printed("zh")]
    once = pdf_of(letters)
    assert pdf_of(letters) == once
    code = (
        "import sys; sys.path.insert(0, 'tests'); from printed import printed; from urgent_actions import pdf_of;"
        "sys.stdout.buffer.write(pdf_of([printed('en'), printed('ar'), printed('zh')]))"
    )
    again = run([sys.executable, "-c", code], check=True, capture_output=True, env={"TZ": "Asia/Tokyo"}).stdout
    assert again == once
    assert b"CreationDate" not in once


@pytest.mark.parametrize(
    "name",
    [
        "#panic(1)",
        '#read("/etc/passwd") $x^2$ *bold* _it_ `raw` <label> @ref',
        "<svg onload=alert(1)><b>bold</b></svg>",
        "=cmd|' /C calc'!A0",
        '] #import "x.typ" [',
        "javascript:alert(1)",
        "\\u{202e} ~ -- ... // /* */",
    ],
)
def test_markup_in_a_name_is_only_ever_text(name):
    shown = words(pdf_of(printed(sender=attrs.evolve(SENDERS["en"], name=name), target=addressed(name=name))))
    assert shown.replace(" ", "").count(name.replace(" ", "")) == 3


def test_a_name_that_looks_like_a_link_becomes_none():
    letter = printed(sender=attrs.evolve(SENDERS["en"], name="https://example.org/"))
    assert not any(sheet.get("/Annots") for sheet in pages(pdf_of(letter)))


def test_characters_that_no_typeface_draws_are_told_for_all_letters_at_once():
    letters = [printed("en"), printed(body="Please 🕊"), printed(body="ნინო, please")]
    with pytest.raises(InvalidValue) as refused:
        pdf_of(letters)
    assert [problem.where for problem in refused.value.problems] == ["letters[1].letter", "letters[2].letter"]
    assert "DOVE OF PEACE" in str(refused.value)


DRAWN = "abé Łкот ابتثج\u064e\u200d 我们,。 12 ١٢ -–…“”«» \u00a0\u202f\u00ad\u200f\u2068\u2069 #$[]\\{}*_`<>@~/\n"


@settings(max_examples=20)
@given(st.text(DRAWN, min_size=1, max_size=200), st.sampled_from(["en", "ar", "zh-Hant", "ja", "fa"]))
def test_any_text_of_known_letters_is_set_or_refused_and_never_breaks_the_layout(text, language):
    codes, sheets = set(), []
    try:
        letter = attrs.evolve(printed(), body=text, name=text[:40], addressee=(text[:80],), language=language)
        sheets = pages(pdf_of(letter))
    except InvalidValue as refused:
        codes = {problem.code for problem in refused.problems}
    assert codes <= {"unprintable", "missing-part", "no-typeface"}
    assert codes or len(sheets) == 1


def test_no_letters_are_no_file():
    with pytest.raises(InvalidValue, match="there is no letter to print"):
        pdf_of([])


def test_without_the_extra_the_way_out_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra, match=r"urgent-actions\[pdf\]"):
        pdf_of(printed())


def test_the_text_can_be_read_aloud_in_its_language():
    catalog = PdfReader(BytesIO(pdf_of(printed("de")))).trailer["/Root"]
    assert str(catalog["/Lang"]).startswith("de")
