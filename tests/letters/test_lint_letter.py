"""Advice on letters: what is told in each language, what is not, and that model letters are left in peace."""

from datetime import date
from io import BytesIO
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from kotov import EMBASSY, PROSECUTOR, kotov
from letters_to_send import ANY_TEXT, letter_in
from printed import printed
from pypdf import PdfReader

from urgent_actions import (
    InvalidValue,
    LetterTemplate,
    Sender,
    Severity,
    Subject,
    TemplateText,
    lint_letter,
    pdf_of,
    read_bulletin,
    write_letter,
)
from urgent_actions.letters.letter_finding import LETTER_FINDINGS
from urgent_actions.letters.lint_names import personal_name
from urgent_actions.values.catalog import SUPPORTED

ADA = Sender("US", ["en"], name="Ada Example", address="1 Example Road\nSpringfield")
DAY = date(2020, 5, 25)
GOOD = "I am writing about Konstantin Kotov.\n\nPlease see that he is free again without delay."
FIXTURES = Path(__file__).parents[1] / "bulletins" / "fixtures"


def findings(body=GOOD, *, language="en", case=None, sender=ADA, advice=None, **parts):
    return lint_letter(letter_in(language, body=body, **parts), case or kotov(), sender=sender, **(advice or {}))


def found(body=GOOD, code=None, **more):
    """What was found in the body: the words for each finding, of one code or of all."""
    wanted = [finding for finding in findings(body, **more) if code in (None, finding.code)]
    return [body[slice(*finding.span)] if finding.span else finding.where for finding in wanted]


def codes(body=GOOD, **more):
    return {finding.code for finding in findings(body, **more)}


def test_a_letter_that_says_whom_it_is_about_and_what_it_asks_is_left_in_peace():
    assert findings() == ()


# language, what the letter says, the words that are marked
INSULTS = [
    ("en", "You are a liar, Minister.", "You are a liar"),
    ("fr", "Vous êtes un menteur.", "Vous êtes un menteur"),
    ("es", "¡Ustedes son unos asesinos!", "Ustedes son unos asesinos"),
    ("de", "Schämen Sie sich für dieses Urteil.", "Schämen Sie sich"),
    ("ru", "Только идиоты так судят.", "идиоты"),
    ("ar", "أنتم قتلة.", "أنتم قتلة"),
    ("en", "You criminals will answer for it.", "You criminals"),
    ("fr", "Vous êtes des criminels.", "Vous êtes des criminels"),
    ("es", "Ustedes son unos criminales.", "Ustedes son unos criminales"),
    ("de", "Lassen Sie ihn frei, Sie Verbrecher.", "Sie Verbrecher"),
    ("ru", "Вы преступники.", "Вы преступники"),
    ("ar", "أنتم مجرمون.", "أنتم مجرمون"),
]
THREATS = [
    ("en", "You will regret this day.", "You will regret"),
    ("fr", "Nous savons où vous habitez.", "Nous savons où vous habitez"),
    ("es", "Se arrepentirán de esto.", "Se arrepentirán"),
    ("de", "Das werden Sie büßen.", "Das werden Sie büßen"),
    ("ru", "Вы за это заплатите.", "Вы за это заплатите"),
    ("ar", "سوف تندمون على هذا.", "سوف تندمون"),
]
PROFESSIONS = [
    ("en", "As a nurse, I know what thirst does.", "As a nurse", "health-professional"),
    ("fr", "En tant qu’avocate, je vous écris.", "En tant qu’avocate", "lawyer"),
    ("es", "Como periodista, le escribo.", "Como periodista", "journalist"),
    ("de", "Als Lehrerin schreibe ich Ihnen.", "Als Lehrerin", "teacher"),
    ("ru", "Как врач, я пишу Вам.", "Как врач", "health-professional"),
    ("ar", "بصفتي محامية أكتب إليكم.", "بصفتي محامية", "lawyer"),
]
CITIZENS = [
    ("en", "As a citizen of Germany, I write to you.", "As a citizen of", "DE"),
    ("fr", "Je vous écris en citoyen d’Allemagne.", "citoyen d", "DE"),
    ("es", "Le escribo como ciudadana de Alemania.", "ciudadana de", "DE"),
    ("de", "Ich schreibe als Bürgerin von Mexiko.", "Bürgerin von", "MX"),
    ("ru", "Пишу Вам как гражданин ФРГ.", "как гражданин", None),
    ("ar", "أكتب إليكم بصفتي مواطنة من ألمانيا.", "بصفتي مواطنة من", "DE"),
]
ACQUAINTANCES = [
    ("en", "I know Konstantin Kotov personally.", "I know Konstantin Kotov personally"),
    ("fr", "Je connais cet homme personnellement.", "Je connais cet homme personnellement"),
    ("es", "Conozco a este hombre personalmente.", "Conozco a este hombre personalmente"),
    ("de", "Ich kenne ihn persönlich.", "Ich kenne ihn persönlich"),
    ("ru", "Я лично знаю этого человека.", "Я лично знаю"),
    ("ar", "أعرف هذا الرجل شخصيًا.", "أعرف هذا الرجل شخصيًا"),
]
BLANKS = [
    ("en", "I write from [your town].", "[your town]"),
    ("en", "It was on [DATE].", "[DATE]"),
    ("en", "Dear {minister_name}, I write to you.", "{minister_name}"),
    ("en", "I am ____ years old.", "____"),
    ("en", "TODO say more.", "TODO"),
    ("en", "It was on XX/XX/2020.", "XX/XX/2020"),
    ("en", "He got XXXX years.", "XXXX"),
    ("fr", "J’écris de [votre ville].", "[votre ville]"),
    ("es", "Soy de [su ciudad].", "[su ciudad]"),
    ("de", "Ich schreibe aus [Ort].", "[Ort]"),
    ("ru", "Пишу из [город].", "[город]"),
    ("ar", "أكتب من [المدينة].", "[المدينة]"),
]
NO_BLANKS = [
    ("en", "He spoke of the “goverment” [sic] and paused [...] for long [1]."),
    ("en", "They want to do it all, and he has a to-do list."),
    ("es", "Todo empezó en el siglo XX."),
    ("es", "TODO el mundo lo sabe."),
    ("fr", "Au XX siècle déjà."),
    ("ru", "В XX веке это знали."),
]


@pytest.mark.parametrize(("language", "body", "words"), INSULTS)
def test_what_insults_the_reader_is_marked(language, body, words):
    assert found(body, "insult", language=language) == [words]


@pytest.mark.parametrize(("language", "body", "words"), THREATS)
def test_what_threatens_the_reader_is_marked(language, body, words):
    assert found(body, "threat", language=language) == [words]


@pytest.mark.parametrize(("language", "body", "words", "affiliation"), PROFESSIONS)
def test_a_profession_is_asked_about_unless_the_sender_has_it(language, body, words, affiliation):
    assert found(body, "claim-about-sender", language=language) == [words]
    assert found(body, "claim-about-sender", language=language, sender=Sender("US", affiliations={affiliation})) == []


@pytest.mark.parametrize(("language", "body", "words", "country"), CITIZENS)
def test_a_citizen_of_another_country_than_the_senders_is_asked_about(language, body, words, country):
    assert found(body, "claim-about-sender", language=language) == [words]
    for sender in [Sender(country), Sender("US", ties={country})] if country else []:
        assert found(body, "claim-about-sender", language=language, sender=sender) == []


@pytest.mark.parametrize(("language", "body", "words"), ACQUAINTANCES)
def test_whoever_says_to_know_the_person_is_asked_about(language, body, words):
    assert found(body, "claim-about-sender", language=language) == [words]


@pytest.mark.parametrize(("language", "body", "words"), BLANKS)
def test_a_blank_that_nobody_filled_is_an_error(language, body, words):
    assert found(body, "blank-left", language=language) == [words]
    assert {f.severity for f in findings(body, language=language) if f.code == "blank-left"} == {Severity.ERROR}


@pytest.mark.parametrize(("language", "body"), NO_BLANKS)
def test_what_a_finished_letter_may_hold_is_no_blank(language, body):
    assert not {"blank-left", "blank-perhaps"} & codes(body, language=language)


@pytest.mark.parametrize("words", ["[the police]", "XX", "XXX", "[he]", "[that is the name of his street]"])
def test_what_may_be_meant_stops_no_letter(words):
    assert found(f"They say that {words} came.", "blank-perhaps") == [words]
    assert "blank-left" not in codes(f"They say that {words} came.")


def test_a_bracket_of_the_model_letter_is_a_blank_whatever_it_holds():
    body = "I write as [what you are]."
    case = attrs.evolve(kotov(), letter=LetterTemplate(TemplateText("en", body)))
    assert found(body, "blank-left", case=case) == ["[what you are]"]
    assert found(body, "blank-perhaps") == ["[what you are]"]


def test_blanks_are_found_in_every_field():
    parts = {"subject": "[name]", "opening": "Dear [name],", "closing": "____", "signature": ("[your name]", "Oslo")}
    blanks = [finding.where for finding in findings(**parts) if finding.code == "blank-left"]
    assert blanks == ["subject", "opening", "closing", "signature[0]"]


# what the body says, the code, the part of the name that is told
NAMES = [
    ("Please free Konstantin Kotov.", None, None),
    ("Please free KOTOV, Konstantin.", None, None),
    ("Please free Konstantín Kótov.", None, None),
    ("Please free Mr Kotov.", "name-in-part", "Kotov"),
    ("Please free Konstantin.", "name-in-part", "Konstantin"),
    ("Please free him.", "name-missing", None),
]


@pytest.mark.parametrize(("body", "code", "part"), NAMES)
def test_a_letter_names_the_person_in_full(body, code, part):
    told = [finding for finding in findings(body, subject="A person") if finding.code.startswith("name-")]
    assert [finding.code for finding in told] == ([code] if code else [])
    assert part is None or f"only a part of the name: {part}" in told[0].what
    assert all("Konstantin Kotov" in finding.way_out for finding in told)


def test_a_name_in_the_subject_line_alone_is_a_remark():
    (finding,) = (f for f in findings("Please free him.", subject="Konstantin Kotov") if f.code.startswith("name-"))
    assert (finding.code, finding.what) == ("name-in-part", "only the subject line of the letter names the person")


def named(*names):
    return attrs.evolve(kotov(), subjects=[Subject(name) for name in names])


@pytest.mark.parametrize(
    ("language", "name", "body"),
    [
        ("ru", "Константин Котов", "Прошу освободить Константина Котова."),
        ("ru", "Анна Примерова", "Пишу об Анне Примеровой."),
        ("ar", "أحمد مثال", "أكتب بشأن أحمد مثال."),
        ("zh", "张展", "我为张展写信。"),
        ("de", "Ana Ejemplo", "Lassen Sie Ana Ejemplos Familie zu ihr."),
        ("es", "Maria da Silva Costa", "Escribo por Maria Silva Costa."),
        ("vi", "Huỳnh Trương Ca", "Xin thả Huỳnh Trương Ca."),
    ],
)
def test_a_name_is_known_in_the_forms_that_its_language_gives_it(language, name, body):
    case = named(name)
    assert not {"name-missing", "name-in-part"} & codes(body, language=language, case=case, subject="-")
    assert "name-missing" in codes(body, language=language, case=named(NOBODY[language]), subject="-")


NOBODY = {
    "ru": "Борис Белов",
    "ar": "سالم خطيب",
    "zh": "刘伟",
    "de": "Boris Belov",
    "es": "Boris Belov",
    "vi": "Boris Belov",
}


def test_a_name_in_another_script_is_not_looked_for():
    assert "name-missing" not in codes("Прошу освободить Константина Котова.", language="ru", subject="-")


def test_a_name_that_stands_in_a_letter_of_another_script_is_found():
    case = named("Анна Примерова", "Konstantin Kotov")
    assert "name-missing" not in codes("Прошу освободить его: Konstantin Kotov.", language="ru", case=case, subject="-")


def test_one_full_name_of_many_is_enough_and_groups_have_none():
    case = named("Two other men", "Ana Ejemplo", "Konstantin Kotov")
    assert not {"name-missing", "name-in-part"} & codes(case=case, subject="-")
    assert not {"name-missing", "name-in-part"} & codes("Please help.", case=named("Two other men"), subject="-")


@pytest.mark.parametrize(
    "group",
    [
        "Two other men", "one man", "at least six other members of the Lutheran Church", "Her husband", "Three others",
        "Members of the Collective of Social Organizations", "Zwei weitere Männer", "Dos hombres", "Deux autres femmes",
        "Двое мужчин", "رجلان آخران", "29 activists",
    ],
)  # fmt: skip
def test_a_group_is_no_name(group):
    assert personal_name(group) is None


@pytest.mark.parametrize(
    "name",
    ["Konstantin Kotov", "Maria da Silva Costa", "Fatima al-Sindi", "Amalia TORALES DE VERÓN", "Zhang Zhan", "张展"],
)
def test_a_name_is_a_name(name):
    assert personal_name(f"{name} (aged 30)") == name


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("RELEASE THIS INNOCENT MAN now.", "RELEASE THIS INNOCENT MAN"),
        ("ОСВОБОДИТЕ ЭТОГО ЧЕЛОВЕКА СЕЙЧАС.", "ОСВОБОДИТЕ ЭТОГО ЧЕЛОВЕКА СЕЙЧАС"),
        ("Let him go!!!", "!!!"),
        ("Why?! Let him go! Now! Today! At once!", "!"),
    ],
)
def test_shouting_is_marked(body, words):
    assert found(body, "shouting") == [words]


@pytest.mark.parametrize(
    "body",
    [
        "KONSTANTIN KOTOV is held in the IK-2 of the FSIN. Please help!",
        "The OHCHR, UNHCR and ICRC asked for it.",
        "He wrote to the UN, EU, ICC and others.",
        "ACTIVIST JAILED FOR PEACEFUL PROTESTS",
        "Thank you! Please write back!",
        "请释放他！",
    ],
)
def test_names_abbreviations_and_a_mark_or_two_are_no_shouting(body):
    assert "shouting" not in codes(body)


def test_a_serious_letter_may_speak_of_crimes():
    body = (
        "The killers of Konstantin Kotov must be brought to justice. Torture is a crime and a shame for any country. "
        "Will you criminalise peaceful protest, and treat you know whom as a criminal? "
        "Those responsible will have to answer before a court, or else nobody will trust it. He fears for his life."
    )
    assert not {"insult", "threat", "shouting"} & codes(body)


TIED = attrs.evolve(ADA, ties={"RU"})


@pytest.mark.parametrize(
    ("signature", "told"),
    [
        (("Ada Example", "1 Example Road", "Springfield"), ["full-name-at-risk", "address-at-risk"]),
        (("Ada Example", "Springfield"), ["full-name-at-risk"]),
        (("A. E.", "12345 Springfield"), ["address-at-risk"]),
        (("王小明", "Springfield"), ["full-name-at-risk"]),
        (("A. E.", "Springfield"), []),
        (("Ada E.", "Springfield"), []),
        ((), []),
    ],
)
def test_who_is_at_risk_is_told_to_sign_with_initials_and_town(signature, told):
    letter = {"signature": signature, "sender": attrs.evolve(TIED, name="A. E.", address=None)}
    assert [finding.code for finding in findings(**letter)] == told
    by_hand = {**letter, "sender": Sender("US"), "advice": {"at_risk": True}}
    assert [finding.code for finding in findings(**by_hand)] == told
    assert not {"full-name-at-risk", "address-at-risk"} & codes(signature=signature)


def test_a_full_name_is_found_in_any_line_of_the_signature():
    told = findings(sender=TIED, signature=("With respect,", "Ms Ada Example"))
    assert [(finding.code, finding.where) for finding in told][-1] == ("full-name-at-risk", "signature[1]")


def test_ties_to_the_country_of_the_target_are_a_risk_too():
    target = attrs.evolve(kotov().target(EMBASSY), id="minister", country="BY")
    case = attrs.evolve(kotov(), targets=(target,))
    tied = attrs.evolve(ADA, ties={"BY"})
    assert "full-name-at-risk" in codes(case=case, sender=tied)
    assert "full-name-at-risk" not in codes(sender=tied)


def test_a_name_and_an_address_in_the_body_are_found_and_never_repeated():
    body = f"My name is Ada Example, of 1 Example Road. {GOOD}"
    told = findings(body, sender=TIED, signature=("A. E.",))
    assert [body[slice(*finding.span)] for finding in told] == ["Ada Example", "1 Example Road"]
    assert not any(private in repr(told) + "".join(map(str, told)) for private in ("Ada Example", "Example Road"))


@pytest.mark.parametrize(
    ("signature", "said"),
    [
        ((), "nothing says who writes"),
        (("Ada Example",), "nothing says where you write from"),
        (("Ada Example", "Oslo"), None),
    ],
)
def test_a_letter_says_who_writes_and_from_where(signature, said):
    assert [f.what for f in findings(signature=signature)] == ([said] if said else [])


ASKING = {
    "en": (
        "Release him at once without conditions",
        "Let independent doctors examine him",
        "Please build a railway through northern valleys.",
    ),
    "fr": (
        "Libérer ce prisonnier immédiatement",
        "Autoriser une visite médicale",
        "Je vous demande de construire une ligne ferroviaire rapide.",
    ),
    "es": (
        "Liberar al prisionero inmediatamente",
        "Permitir una visita médica",
        "Le pido construir carreteras nuevas cerca de nuestra frontera.",
    ),
    "de": (
        "Den Gefangenen sofort freilassen",
        "Eine ärztliche Untersuchung erlauben",
        "Bitte bauen Sie eine schnelle Autobahn zwischen unseren Städten.",
    ),
    "ru": (
        "Немедленно освободить заключённого",
        "Разрешить врачебный осмотр",
        "Прошу построить железную дорогу между нашими городами.",
    ),
    "ar": (
        "الإفراج الفوري عن المعتقل",
        "السماح بزيارة الأطباء المستقلين",
        "أرجو تعبيد الطريق الساحلي السريع ومضاعفة الاستثمار.",
    ),
}


@pytest.mark.parametrize("language", ASKING)
def test_an_ask_that_is_left_out_and_one_that_is_added_are_hints(language):
    first, second, other = ASKING[language]
    edition = attrs.evolve(kotov().edition, language=language)
    case = attrs.evolve(kotov(), demands=(first, second), edition=edition, letter=None)
    told = findings(f"{first}.\n\n{other}", case=case, language=language, subject="Konstantin Kotov")
    asks = [finding for finding in told if finding.code.startswith("ask-")]
    assert [finding.code for finding in asks] == ["ask-missing", "ask-added"]
    assert second in asks[0].what
    assert f"{first}.\n\n{other}"[slice(*asks[1].span)] == other.rstrip(".")
    assert {finding.severity for finding in asks} == {Severity.INFO}
    whole = codes(f"{first}.\n\n{second}.", case=case, language=language)
    assert not {"ask-missing", "ask-added"} & whole


def test_what_the_model_letter_says_besides_asking_may_be_left_out():
    model = TemplateText(
        "en", "He suffers.\n\nFreedom of assembly belongs to all. Please release Konstantin Kotov now."
    )
    case = attrs.evolve(kotov(), letter=LetterTemplate(model))
    assert "ask-missing" not in codes("Konstantin Kotov needs help: please release him by now.", case=case)


def test_without_demands_the_end_of_the_model_letter_says_what_is_asked():
    assert "ask-missing" in codes("Konstantin Kotov wrote a book.")
    assert "ask-missing" not in codes("Konstantin Kotov must be free without delay.")


@pytest.mark.parametrize(
    ("names", "body", "code"),
    [
        (None, "I am with Amnesty International.", None),
        (False, "I am with Amnesty International.", "organisation-named"),
        (False, "Je suis avec Amnistía Internacional.", "organisation-named"),
        (False, "This is UA 82/20.", "organisation-named"),
        (False, "Please grant an amnesty.", None),
        (True, "I am with Amnesty International USA.", None),
        (True, "This is UA 82/20.", None),
        (True, "I am nobody.", "organisation-missing"),
    ],
)
def test_the_organisation_is_named_as_the_section_asks(names, body, code):
    told = codes(body, advice={"names_organisation": names})
    assert {name for name in told if name.startswith("organisation")} == ({code} if code else set())


@pytest.mark.parametrize(
    ("opening", "body", "missing"),
    [
        ("Dear Minister,", GOOD, False),
        ("", GOOD, True),
        (" ", f"Dear Minister,\n\n{GOOD}", False),
        ("", f"سعادة الوزير،\n\n{GOOD}", False),
    ],
)
def test_somebody_is_greeted(opening, body, missing):
    assert ("greeting-missing" in codes(body, opening=opening)) is missing


def test_a_letter_of_one_page_is_no_longer_than_it_says():
    page = " ".join(["Konstantin Kotov", *["word"] * 398])
    assert "too-long" not in codes(page)
    (told,) = (finding for finding in findings(f"{page} more") if finding.code == "too-long")
    assert "words: 401" in told.what
    assert "words: 400" in told.way_out
    assert "too-long" in codes("字" * 1251)
    assert "too-long" not in codes("字" * 1250)


SENTENCES = {
    "en": "Please see that she is free again without delay, for she has harmed nobody at all. ",
    "de": "Bitte sorgen Sie dafür, dass sie unverzüglich freigelassen wird, denn sie hat niemandem geschadet. ",
    "ru": "Прошу Вас немедленно освободить её, поскольку она никому не причинила вреда. ",
    "zh": "请立即释放她，她没有伤害任何人。",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_what_is_told_to_be_too_long_takes_a_second_printed_page(language):
    paragraph = (SENTENCES[language] * 6).strip()
    bodies = ("\n\n".join([paragraph] * times) for times in range(1, 50))
    body = next(body for body in bodies if "too-long" in codes(body, language=language))
    pages = PdfReader(BytesIO(pdf_of(printed(language, body=body)))).pages
    assert len(pages) > 1


def kinds_of_findings():
    """One letter with everything that is advised against, so that each sentence is said."""
    case = attrs.evolve(kotov(), demands=("Release him without conditions", "Let doctors examine him"))
    body = (
        "[name] and [he] of Amnesty International: you idiots! You will regret this!! SET THAT MAN FREE TODAY. "
        "As a nurse and as a citizen of Chad I know him personally. Please build a railway through northern valleys."
    ) + " word" * 400
    for signature, risk, named, words in [((), False, False, body), (("Ada Example", "1 Road"), True, True, "Kotov x")]:
        advice = {"at_risk": risk, "names_organisation": named}
        yield from findings(words, case=case, opening="", signature=signature, subject="-", advice=advice)
    yield from findings("Please help.", subject="-", signature=("Ada",))
    yield from findings("Please help.", subject="Konstantin Kotov")


def test_every_code_is_told_in_every_language_of_our_sentences():
    told = [*kinds_of_findings()]
    assert {finding.code for finding in told} == set(LETTER_FINDINGS)
    for finding in told:
        said = {finding.say(locale) for locale in SUPPORTED}
        assert len(said) == len(SUPPORTED), finding
        assert finding.say("en") == f"{finding.what}; {finding.way_out}"
        assert finding.severity is LETTER_FINDINGS[finding.code]


def test_only_blanks_are_errors():
    assert [code for code, severity in LETTER_FINDINGS.items() if severity is Severity.ERROR] == ["blank-left"]


def fixture_letters():
    for path in sorted(FIXTURES.glob("*.txt")):
        case = read_bulletin(path.read_text(encoding="utf-8"), reference="UA 1/20").case
        filled = dict.fromkeys(case.letter.blanks if case.letter else (), "teacher")
        for target in case.targets if case.letter else ():
            yield pytest.param(
                case, write_letter(case, target, sender=ADA, on=DAY, fill=filled), id=f"{path.stem} {target.id}"
            )


@pytest.mark.parametrize(("case", "letter"), [*fixture_letters()])
def test_the_model_letters_of_bulletins_give_no_more_than_remarks(case, letter):
    told = [finding for finding in lint_letter(letter, case, sender=ADA) if finding.severity is not Severity.INFO]
    assert [finding for finding in told if finding.code != "too-long"] == []


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_is_looked_at_and_spans_lie_within_it(body, line):
    letter = letter_in("en", body=body or "x", subject=line, opening=line, closing=line, signature=(line,))
    for finding in lint_letter(letter, kotov(), sender=TIED, names_organisation=False):
        text = getattr(letter, finding.where.partition("[")[0])
        text = text[0] if finding.where.startswith("signature[") else text
        assert finding.span is None or 0 <= finding.span[0] < finding.span[1] <= len(text)


def test_arguments_of_another_type_are_all_named():
    with pytest.raises(InvalidValue) as caught:
        lint_letter("Dear Minister", "UA 82/20", sender="US", at_risk=1, names_organisation="no")
    names = ["letter", "case", "sender", "at_risk", "names_organisation"]
    assert [problem.where for problem in caught.value.problems] == names


def test_a_letter_to_each_target_of_the_sample_is_left_in_peace():
    for target in (PROSECUTOR, EMBASSY):
        assert lint_letter(write_letter(kotov(), target, sender=ADA, on=DAY), kotov(), sender=ADA) == ()
