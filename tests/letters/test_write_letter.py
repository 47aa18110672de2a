"""Letters from the model letter of the sample, and from templates that mean harm."""

from datetime import date
from itertools import permutations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    BlanksLeft,
    InvalidTemplate,
    InvalidValue,
    LetterTemplate,
    LetterWriter,
    Sender,
    TemplateText,
    Text,
    UnknownTarget,
    write_letter,
    write_letters,
)
from urgent_actions.letter_template import literal
from urgent_actions.letters.letter_writer import MOST_REMEMBERED

DAY = date(2020, 5, 25)
ADA = Sender("US", name="Ada Example", address="1 Example Road\nSpringfield")


def letter(target=EMBASSY, *, body="Please free him.", sender=ADA, case=None, fill=None, **text):
    template = LetterTemplate(TemplateText(text.pop("language", "en"), body, **text))
    return write_letter(case or kotov(), target, sender=sender, on=DAY, template=template, fill=fill)


def test_a_letter_is_ready_to_sign():
    assert write_letter(kotov(), EMBASSY, sender=ADA, on=DAY).text == (
        "Anatoly Antonov\n"
        "Ambassador\n"
        "Embassy of the Russian Federation\n"
        "2650 Wisconsin Ave. NW\n"
        "Washington DC 20007\n"
        "\n"
        "May 25, 2020\n"
        "\n"
        "Dear Ambassador,\n"
        "\n"
        "Please see that Konstantin Kotov is free again without delay.\n"
        "\n"
        "Yours sincerely,\n"
        "Ada Example\n"
        "1 Example Road\n"
        "Springfield"
    )


def test_each_target_is_greeted_with_its_own_salutation():
    assert write_letter(kotov(), PROSECUTOR, sender=ADA, on=DAY).opening == "Dear Prosecutor General,"
    assert write_letter(kotov(), EMBASSY, sender=ADA, on=DAY).opening == "Dear Ambassador,"


def test_an_embassy_without_salutation_is_not_greeted_as_the_minister():
    prosecutor, embassy = kotov().targets
    case = attrs.evolve(kotov(), targets=(prosecutor, attrs.evolve(embassy, salutation=None)))
    assert write_letter(case, EMBASSY, sender=ADA, on=DAY).opening == "Dear Ambassador,"


def test_a_second_official_whom_the_greeting_does_not_name_is_greeted_without_guessing():
    prosecutor, embassy = kotov().targets
    other = attrs.evolve(prosecutor, id="governor", office="Governor of a region", name="Pat Example")
    case = attrs.evolve(kotov(), targets=(prosecutor, other, embassy))
    assert write_letter(case, "governor", sender=ADA, on=DAY).opening == "Dear Sir or Madam,"


def test_a_greeting_to_ministers_greets_each_minister():
    prosecutor, embassy = kotov().targets
    one = attrs.evolve(prosecutor, id="culture", office="Minister of Culture", name="Pat Example")
    two = attrs.evolve(prosecutor, id="justice", office="Minister of Justice", name="Sam Example")
    case = attrs.evolve(kotov(), targets=(one, two, embassy))
    case = attrs.evolve(case, letter=LetterTemplate(TemplateText("en", "Please act.", opening="Dear Ministers,")))
    assert {write_letter(case, name, sender=ADA, on=DAY).opening for name in ("culture", "justice")} == {
        "Dear Ministers,"
    }


def test_a_sender_without_a_name_signs_by_hand():
    assert write_letter(kotov(), EMBASSY, sender=Sender("US"), on=DAY).text.endswith("Yours sincerely,")


@pytest.mark.parametrize(
    ("language", "day", "greeting", "closing"),
    [
        ("fr", "25 mai 2020", "Excellence,", "Veuillez agréer"),
        ("es", "25 de mayo de 2020", "Excelencia:", "Atentamente,"),
        ("de", "25. Mai 2020", "Exzellenz,", "Hochachtungsvoll"),
        ("ru", "25 мая 2020", "Ваше Превосходительство!", "С уважением,"),
        ("ar", "25 مايو 2020", "سعادة السفير أو السفيرة،", "وتفضلوا"),
    ],
)
def test_a_letter_is_dated_greeted_and_closed_as_its_language_does(language, day, greeting, closing):
    written = letter(language=language)
    assert day in written.text
    assert written.opening == greeting
    assert written.closing.startswith(closing)


def test_a_salutation_in_the_letters_language_is_taken():
    prosecutor, embassy = kotov().targets
    two = attrs.evolve(embassy, salutation=Text({"en": "Dear Ambassador", "ru": "Уважаемый господин посол"}))
    case = attrs.evolve(kotov(), targets=(prosecutor, two))
    assert letter(case=case, language="ru").opening == "Уважаемый господин посол!"


TWO = LetterTemplate((TemplateText("en", "Please."), TemplateText("ru", "Просим."), TemplateText("es", "Por favor.")))


@pytest.mark.parametrize(
    ("asked", "writes", "wanted", "language"),
    [
        ((), (), (), "en"),
        ((), ("ru",), (), "ru"),
        (("es",), ("ru",), (), "ru"),
        (("es", "ru"), ("en", "ru"), (), "ru"),
        (("es",), (), (), "es"),
        (("es",), ("ru",), ("en",), "en"),
        ((), ("fr",), (), "en"),
        ((), ("es-MX",), (), "es"),
    ],
)
def test_the_letter_is_in_a_language_that_the_sender_writes_and_the_case_asks_for(asked, writes, wanted, language):
    case = attrs.evolve(kotov(), languages=asked)
    written = write_letter(case, EMBASSY, sender=Sender("US", writes), on=DAY, template=TWO, languages=wanted)
    assert str(written.language) == language


def test_blanks_are_filled_from_case_target_sender_and_day():
    body = (
        "{date}: {subjects} ({case}), {country}. {target_name}, {target_office}. "
        "{sender_name}, {sender_address}, {sender_country}. {salutation} {own_words} {{sic}}"
    )
    assert letter(body=body, fill={"own_words": "Thank you."}).body == (
        "May 25, 2020: Konstantin Kotov (UA 82/20), Russia. Anatoly Antonov, Ambassador. "
        "Ada Example, 1 Example Road\nSpringfield, the United States. Dear Ambassador, Thank you. {sic}"
    )


def test_a_value_that_ends_with_a_full_stop_brings_no_second_one():
    sender = attrs.evolve(ADA, name="A. E.")
    assert letter(body="I am {sender_name}. On {date}.", sender=sender).body == "I am A. E. On May 25, 2020."
    assert letter(body="{sender_name}, {sender_name}... {sender_name}", sender=sender).body == "A. E., A. E.... A. E."
    assert letter(body="Сегодня {date}.", language="ru").body == "Сегодня 25 мая 2020\u202fг."


def test_names_and_references_keep_to_themselves_among_arabic_words():
    written = letter(body="أنا {sender_name}، {target_name} ({case}).", language="ar")
    assert written.body == "أنا \u2068Ada Example\u2069، \u2068Anatoly Antonov\u2069 (\u2068UA 82/20\u2069)."
    arabic = letter(body="أنا {sender_name}.", language="ar", sender=attrs.evolve(ADA, name="آدا مثال"))
    assert arabic.body == "أنا آدا مثال."


def test_blanks_that_nothing_fills_are_all_named_and_nothing_leaves():
    with pytest.raises(BlanksLeft) as caught:
        letter(body="{own_words} {sender_name} {sender_name}", opening="{sender_address}", sender=Sender("US"))
    assert [problem.where for problem in caught.value.problems] == ["own_words", "sender_name"]


def test_a_bracket_left_by_the_publisher_is_a_blank():
    with pytest.raises(BlanksLeft, match=r"nothing fills \[your town\]"):
        letter(body="I write from [your town].")
    assert letter(body="I write from [your town].", fill={"[your town]": "Oslo"}).body == "I write from Oslo."


PARAGRAPHS = "I write about {subjects}.\n\nPlease act.\n\nThank you."
TEACHER = attrs.evolve(ADA, own_words="I teach.\n\nMy pupils ask about it.")


def test_own_words_stand_where_the_template_keeps_a_place_for_them():
    assert letter(body="As I say: {own_words} Please act.", sender=attrs.evolve(ADA, own_words="I teach.")).body == (
        "As I say: I teach. Please act."
    )


@pytest.mark.parametrize(
    ("woven", "body"),
    [
        (
            "opening",
            "I teach.\n\nMy pupils ask about it.\n\nI write about Konstantin Kotov.\n\nPlease act.\n\nThank you.",
        ),
        (
            "paragraph",
            "I write about Konstantin Kotov.\n\nI teach.\n\nMy pupils ask about it.\n\nPlease act.\n\nThank you.",
        ),
    ],
)
def test_own_words_without_a_place_are_an_opening_or_a_paragraph(woven, body):
    template = LetterTemplate(TemplateText("en", PARAGRAPHS))
    one = write_letter(kotov(), EMBASSY, sender=TEACHER, on=DAY, template=template, own_words_as=woven)
    assert one.body == body
    (many,) = write_letters(kotov(), EMBASSY, [TEACHER], on=DAY, template=template, own_words_as=woven)
    assert many == one


def test_however_many_lists_of_languages_there_are_few_are_remembered():
    writer = LetterWriter.of(kotov(), EMBASSY, on=DAY, template=TWO)
    tags = ["fr", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "hu", "tr"]
    senders = [Sender("US", [*several, "ru"]) for several in permutations(tags, 4)]
    assert len(senders) > MOST_REMEMBERED
    assert {str(writer.bound_for(sender).language) for sender in senders} == {"ru"}
    assert sum(map(len, (writer._known, writer._bound))) <= MOST_REMEMBERED + 3


def test_own_words_follow_the_only_paragraph():
    assert letter(body="Please act.", sender=attrs.evolve(ADA, own_words="I teach.")).body == "Please act.\n\nI teach."


def test_letters_with_and_without_own_words_are_written_in_one_run():
    template = LetterTemplate(TemplateText("en", PARAGRAPHS))
    senders = [TEACHER, ADA, attrs.evolve(ADA, own_words=" \n "), TEACHER]
    bodies = [each.body for each in write_letters(kotov(), EMBASSY, senders, on=DAY, template=template)]
    assert ["I teach." in body for body in bodies] == [True, False, False, True]
    assert bodies[1] == bodies[2]


def test_own_words_are_words_and_neither_blanks_nor_controls():
    hostile = attrs.evolve(ADA, own_words="{sender_name} [here]\x1b\u202e")
    assert letter(sender=hostile).body == "Please free him.\n\n{sender_name} [here]\ufffd\ufffd"


def test_words_that_fill_a_blank_are_not_read_as_blanks():
    assert letter(body="{own_words}", fill={"own_words": "{sender_name} [here]"}).body == "{sender_name} [here]"


def test_a_blank_of_ones_own_is_filled_by_the_sender():
    template = LetterTemplate(TemplateText("en", "As a {profession}, I ask you."), {"profession"})
    written = write_letter(kotov(), EMBASSY, sender=ADA, on=DAY, template=template, fill={"profession": "teacher"})
    assert written.body == "As a teacher, I ask you."


@pytest.mark.parametrize(
    "body",
    [
        "{sender.__class__}",
        "{sender[name]}",
        "{0}",
        "{}",
        "{sender_name!r}",
        "{sender_name:>999999999}",
        "{",
        "}",
        "{ date }",
    ],
)
def test_a_template_can_do_nothing_but_fill_blanks(body):
    with pytest.raises(InvalidTemplate):
        LetterTemplate(TemplateText("en", body))


@given(st.text(st.characters(blacklist_characters="[]", blacklist_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])))
def test_literal_text_leaves_as_it_was(text):
    assert letter(body=literal(f"Please {text}")).body == f"Please {text}"


def test_a_case_without_a_letter_says_so():
    with pytest.raises(InvalidTemplate, match="has no model letter"):
        write_letter(attrs.evolve(kotov(), letter=None), EMBASSY, sender=ADA, on=DAY)


def test_an_unknown_target_is_refused():
    with pytest.raises(UnknownTarget):
        write_letter(kotov(), "nobody", sender=ADA, on=DAY)


def test_a_letter_shows_no_name_in_its_repr():
    assert "Ada" not in repr(write_letter(kotov(), EMBASSY, sender=ADA, on=DAY))


def test_a_notebook_shows_the_letter_as_text():
    assert "&lt;b&gt;" in letter(body="<b>bold</b>")._repr_html_()


def test_words_for_a_blank_that_the_letter_lacks_are_refused_and_not_lost():
    with pytest.raises(InvalidValue, match="the letter has no blank 'own_word' at fill; did you mean 'own_words'"):
        letter(body="{own_words}", fill={"own_word": "Thank you.", "own_words": "Thank you."})
    with pytest.raises(InvalidValue, match="there is none"):
        letter(fill={"own_words": "Thank you."})


def test_nothing_leaves_that_a_printer_or_a_reader_would_obey():
    hostile = Sender("US", name="Ada\r\nBcc: x@example.org", address="1 St\u202e\nTown\x1b[31m")
    written = letter(body="{own_words}", sender=hostile, fill={"own_words": "a\u202e\x00\x1b b\n\nsecond"})
    assert written.body == "a\ufffd\ufffd\ufffd b\n\nsecond"
    assert written.signature == ("Ada Bcc: x@example.org", "1 St\ufffd", "Town\ufffd[31m")


def test_letters_of_many_are_the_letters_of_each_in_the_language_that_fits():
    pool = [ADA, Sender("DE", ["ru"], name="Ädа \u202e"), Sender("FR", ["es", "ru"]), ADA]
    case = attrs.evolve(kotov(), letter=TWO)
    many = [*write_letters(case, EMBASSY, iter(pool), on=DAY)]
    assert many == [write_letter(case, EMBASSY, sender=sender, on=DAY) for sender in pool]
    assert [str(written.language) for written in many] == ["en", "ru", "es", "en"]


@given(
    st.text(st.sampled_from("ab {}[]\n\u2066\u2069\u202e\x00ж"), max_size=30),
    st.text(st.sampled_from("ab \n\u2066\u2069\u202e\x00ж{}"), max_size=20),
    st.none() | st.text(st.sampled_from("a1 \n\u2067ж"), max_size=20),
)
def test_the_text_alone_is_the_text_of_the_letter(words, name, address):
    body = f"x {literal(words.replace('[', '('))} {{sender_name}} y {{sender_country}}"
    template = LetterTemplate(TemplateText("en", body))
    writer = LetterWriter.of(kotov(), EMBASSY, on=DAY, template=template)
    sender = Sender("DE", name=f"A{name}", address=address)
    bound = writer.bound_for(sender)
    assert (
        bound.text(sender)
        == bound.letter(sender).text
        == write_letter(kotov(), EMBASSY, sender=sender, on=DAY, template=template).text
    )


def test_a_sender_who_leaves_a_blank_is_told_by_number_after_the_letters_before():
    template = LetterTemplate(TemplateText("en", "I am {sender_name}."))
    stream = write_letters(kotov(), EMBASSY, [ADA, Sender("US")], on=DAY, template=template)
    assert next(stream).body == "I am Ada Example."
    with pytest.raises(BlanksLeft) as caught:
        next(stream)
    assert [problem.where for problem in caught.value.problems] == ["senders[1].sender_name"]


def test_letters_are_refused_before_the_first_is_asked_for():
    with pytest.raises(UnknownTarget):
        write_letters(kotov(), "nobody", [ADA], on=DAY)
    with pytest.raises(InvalidValue, match="is not a day at on"):
        write_letters(kotov(), EMBASSY, [ADA], on="2020-05-25")


@pytest.mark.parametrize("woven", ["opening", "paragraph"])
@pytest.mark.parametrize(
    ("body", "asks"),
    [
        ("I write about {subjects}.\n\nPlease free him.", ("Please free him.",)),
        ("Please free {subjects}, says {sender_name}. He did no harm.", ("He did no harm.",)),
        ("He did no harm. Please free him.\n\nI am {profession} in [your town].", ("Please free him.",)),
        ("Please free him.\n\n{own_words}", ("Please free him.",)),
        ("{sender_name} asks you to free him.", ()),
        ("About him.\n\nPlease free him. {own_words}", ("Please free him.",)),
        ("About him.\n\n{own_words} Please free him.", ("Please free him.",)),
        ("About him.\n\nPlease free him. {own_words}. Yes.", ("Please free him.",)),
    ],
)
def test_what_is_asked_holds_no_word_of_the_sender(body, asks, woven):
    ada = attrs.evolve(ADA, own_words="I am a nurse. Please write back to me.")
    template = LetterTemplate(TemplateText("en", body), extra={"profession"})
    named = {"profession": "a nurse", "[your town]": "Springfield"}
    fill = {name: words for name, words in named.items() if name in body}
    written = write_letter(kotov(), EMBASSY, sender=ada, on=DAY, template=template, fill=fill, own_words_as=woven)
    assert written.asks == asks


def test_a_salutation_of_the_bulletin_is_words_and_fills_no_blank():
    case = kotov()
    target = attrs.evolve(case.target(EMBASSY), salutation="Dear {sender_address} of {{none}}")
    body = "{salutation}\n\nPlease free him."
    written = letter(target, body=body, case=attrs.evolve(case, targets=(target,)))
    assert written.opening == "Dear {sender_address} of {{none}},"
    assert written.body == "Dear {sender_address} of {{none}},\n\nPlease free him."


def test_a_greeting_inside_the_letter_has_its_blanks_filled_or_refused():
    greeting, case = "Dear friend of {sender_country},", greeted()
    written = letter(PROSECUTOR, body="{salutation}\n\nplease.", opening=greeting, case=case)
    assert written.body.startswith("Dear friend of the United States,")
    target = attrs.evolve(kotov().target(EMBASSY), salutation="Dear [Name]")
    with pytest.raises(BlanksLeft, match=r"\[Name\]"):
        letter(target, body="{salutation}\n\nPlease.", case=attrs.evolve(kotov(), targets=(target,)))


def greeted():
    """The case with a model letter that greets the prosecutor with a blank of the sender's."""
    text = TemplateText("en", "Please.", opening="Dear friend of {sender_country},")
    return attrs.evolve(kotov(), letter=LetterTemplate(text))


def test_words_for_blanks_are_text():
    with pytest.raises(InvalidValue, match=r"3 is no text at fill\['profession'\]"):
        letter(fill={"profession": 3})


def test_brackets_of_a_quotation_leave_as_they_are_printed():
    body = "He wrote [sic] in [2019]: “they [...] came” [emphasis added]. On [date]."
    assert letter(body=body, fill={"[date]": "May 1"}).body == body.replace("[date]", "May 1")
    with pytest.raises(BlanksLeft, match=r"^nothing fills \[date\] at \[date\]"):
        letter(body=body)
