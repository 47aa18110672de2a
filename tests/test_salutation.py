"""Every language greets and closes in its own form, and none takes the reader or the writer for a man or a woman."""

import tomllib

import attrs
import pytest
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions.letter_template import LetterTemplate, TemplateText
from urgent_actions.salutation import greeting_line, opening_for, usual_closing
from urgent_actions.values.bidi import runs_right_to_left
from urgent_actions.values.data_table import data_text
from urgent_actions.values.language import Language

MANNERS = tomllib.loads(data_text("salutations.toml"))
CASE = attrs.evolve(kotov(), letter=None)
TO_THE_EMBASSY, TO_THE_PROSECUTOR = (attrs.evolve(CASE.target(name), salutation=None) for name in (EMBASSY, PROSECUTOR))

every_language = pytest.mark.parametrize("tag", MANNERS)


@every_language
def test_a_language_has_all_that_a_letter_needs_and_each_greeting_on_one_line(tag):
    manners = MANNERS[tag]
    assert manners.keys() == {"mark", "embassy", "other", "closing"}
    assert len(manners["mark"]) <= 1
    for words in (manners["embassy"], manners["other"], *manners["closing"].split("\n")):
        assert words == words.strip()
        assert words.isprintable()
        assert not {*words} & {*"{}"}
    assert Language(tag).tag == tag


@every_language
def test_a_letter_is_greeted_and_closed_in_its_own_language_and_script(tag):
    language = Language(tag)
    for target, name in ((TO_THE_EMBASSY, "embassy"), (TO_THE_PROSECUTOR, "other")):
        assert greeting_line(CASE, target, language) == MANNERS[tag][name] + MANNERS[tag]["mark"]
    assert usual_closing(language) == MANNERS[tag]["closing"]
    assert runs_right_to_left(MANNERS[tag]["other"], otherwise=False) is language.right_to_left


@pytest.mark.parametrize(
    ("tag", "greeting", "closing"),
    [
        ("zh-CN", "尊敬的大使阁下：", "此致\n敬礼！"),
        ("zh-SG", "尊敬的大使阁下：", "此致\n敬礼！"),
        ("zh-TW", "大使閣下：", "此致\n敬禮"),
        ("zh-HK", "大使閣下：", "此致\n敬禮"),
        ("pt-BR", "Excelência,", "Respeitosamente,"),
        ("fa-AF", "سفیر محترم،", "با احترام،"),
        ("sr-Latn", "Dear Ambassador,", "Yours sincerely,"),
        ("tlh", "Dear Ambassador,", "Yours sincerely,"),
    ],
)
def test_a_regions_letters_take_the_form_of_their_script_or_language_or_else_the_english_one(tag, greeting, closing):
    assert greeting_line(CASE, TO_THE_EMBASSY, Language(tag)) == greeting
    assert usual_closing(Language(tag)) == closing


@pytest.mark.parametrize("printed", ["尊敬的检察长先生：", "尊敬的检察长先生，", "尊敬的检察长先生"])
def test_a_greeting_with_the_marks_of_chinese_is_kept_as_it_is_printed(printed):
    text = TemplateText("zh", "我写信给您。", opening=printed)
    case = attrs.evolve(CASE, targets=(TO_THE_PROSECUTOR,), letter=LetterTemplate((text,)))
    assert opening_for(case, TO_THE_PROSECUTOR, text) == printed
