import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidTemplate, InvalidValue
from urgent_actions.letter_template import BLANKS, LetterTemplate, TemplateText, literal, split_blanks
from urgent_actions.testing.strategies.nouns import templates
from urgent_actions.values.language import Language

LETTER = LetterTemplate(
    [
        TemplateText("en", "I am writing about {subjects}.\n\nI am a {profession}.", opening="Dear {target_office},"),
        TemplateText("es", "Me dirijo a usted por {subjects}.", closing="Atentamente,"),
        TemplateText("pt-BR", "Escrevo sobre {subjects}."),
    ],
    extra={"profession"},
)


def complaints(body, **more):
    with pytest.raises(InvalidTemplate) as caught:
        LetterTemplate(TemplateText("en", body), **more)
    return [str(problem) for problem in caught.value.problems]


def test_a_template_knows_its_languages_and_its_blanks():
    assert [str(language) for language in LETTER.languages] == ["en", "es", "pt-BR"]
    assert LETTER.blanks == {"subjects", "profession", "target_office"}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [(["es-CO", "en"], "es"), (["pt"], "pt-BR"), (["de", "pt-BR"], "pt-BR"), (["de"], "en"), ([], "en")],
)
def test_the_text_is_in_the_first_wanted_language_that_it_has(wanted, found):
    assert str(LETTER.text_in(map(Language, wanted)).language) == found


@given(templates())
def test_every_language_that_it_has_can_be_had(template):
    assert [template.text_in([language]).language for language in template.languages] == list(template.languages)
    assert template.blanks <= {*BLANKS}


@given(st.text(max_size=50) | st.text("{}ab\n", max_size=20))
def test_a_literal_text_has_no_blanks_and_reads_as_it_was(text):
    parts = list(split_blanks(literal(text)))
    assert "".join(words for words, _ in parts) == text
    assert not any(is_blank for _, is_blank in parts)


@given(st.text("{}ab_. \n", max_size=20))
def test_a_text_is_a_template_or_is_refused_and_what_is_kept_has_only_known_blanks(text):
    try:
        template = LetterTemplate(TemplateText("en", text), extra={"a", "ab"})
    except InvalidTemplate:
        return
    assert template.blanks <= {*BLANKS, "a", "ab"}
    assert "".join(f"{{{part}}}" if blank else literal(part) for part, blank in split_blanks(text)) == text


@pytest.mark.parametrize(
    "blank",
    [
        "sender.__class__",
        "sender_name.__init__.__globals__",
        "sender_name!r",
        "sender_name:>999999999",
        "0",
        "a[0]",
        " case",
        "",
    ],
)
def test_a_blank_can_only_be_a_name(blank):
    assert complaints(f"Dear Sir, {{{blank}}}")[0].startswith(f"line 1: unknown blank '{{{blank}}}' at texts[0].body; ")


def test_a_misspelt_blank_is_told_with_its_line_and_the_nearest_name():
    body = "Dear Sir,\n\nplease free {subject}\nand {\n}.\n{target_nam}"
    assert complaints(body)[0] == "line 3: unknown blank '{subject}' at texts[0].body; did you mean 'subjects'?"
    assert [told.partition(":")[0] for told in complaints(body)] == ["line 3", "line 4", "line 6"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("a } b", "line 1: lone '}' at texts[0].body; write }} for a brace"),
        ("a\n{ b", "line 2: lone '{' at texts[0].body; write {{ for a brace"),
        ("{{case}", "line 1: lone '}' at texts[0].body; write }} for a brace"),
    ],
)
def test_a_lone_brace_is_refused_with_what_to_write(body, told):
    assert complaints(body)[0] == told


def test_a_doubled_brace_is_a_brace():
    assert LetterTemplate(TemplateText("en", "a }} b {{case}} {{{case}}}")).blanks == {"case"}


def test_blanks_in_the_opening_and_the_closing_are_checked_too():
    with pytest.raises(InvalidTemplate) as caught:
        LetterTemplate([TemplateText("en", "a", opening="{x}"), TemplateText("es", "b", closing="{y}")])
    assert [problem.where for problem in caught.value.problems] == ["texts[0].opening", "texts[1].closing"]


def test_a_letter_needs_a_language_and_each_only_once():
    with pytest.raises(InvalidTemplate, match="a template needs a text in at least one language"):
        LetterTemplate([])
    with pytest.raises(InvalidTemplate, match=r"two texts in en at texts\[1\]; keep one"):
        LetterTemplate([TemplateText("en", "a"), TemplateText("en", "b")])
    with pytest.raises(InvalidValue, match="unknown language"):
        TemplateText("english", "a")


@pytest.mark.parametrize("body", ["", " \n ", None, 7])
def test_a_letter_has_words(body):
    with pytest.raises(InvalidTemplate):
        TemplateText("en", body)


@pytest.mark.parametrize("name", ["case", "Name", "a-b", "", "a.b", "__class__", "ａ"])
def test_blanks_of_ones_own_have_plain_names_that_are_not_taken(name):
    assert f"{name!r} cannot name a blank of one's own at extra" in complaints("a", extra={name})[0]


def test_texts_are_texts():
    with pytest.raises(InvalidTemplate, match=r"'Dear Sir' is not a TemplateText at texts\[0\]"):
        LetterTemplate(["Dear Sir"])
    with pytest.raises(InvalidValue):
        LetterTemplate("Dear Sir")


def test_a_letter_full_of_blanks_and_breaks_is_checked():
    body = "{case}\n" * 100_000
    assert LetterTemplate(TemplateText("en", body)).blanks == {"case"}
