"""`advise`: codes, places and suggestions, as text and as JSON."""

import io
import json
from pathlib import Path

import pytest

from urgent_actions.cli.main import main

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "UA-82-20.txt"
LETTER = """Dear Ambassador,

I am writing to you about Konstantin Kotov, who is in prison.

Please have his conviction set aside by [date], and see that he is free again.

Yours sincerely,
Ada Example
Springfield, United States
"""


@pytest.fixture
def advise(capsys, tmp_path):
    def command(*words, text=LETTER):
        file = tmp_path / "letter.txt"
        file.write_text(text, encoding="utf-8")
        given = [file, EXAMPLE, "--to", "2", "--from", "US", "--on", "2020-05-25", *words]
        return main(["advise", *map(str, given)]), *capsys.readouterr()

    return command


def test_what_is_found_is_told_with_file_line_column_and_code(advise, tmp_path):
    status, printed, _ = advise()
    assert status == 0
    assert printed.splitlines()[0] == (
        f"{tmp_path / 'letter.txt'}:5:41: error: nothing fills [date];"
        " put in what is meant, or take it out [blank-left]"
    )


def test_a_strict_command_refuses_what_must_not_leave(advise):
    assert advise("--strict")[0] == 1
    assert advise("--strict", text=LETTER.replace(" by [date]", ""))[0] == 0


def test_the_same_is_told_as_json_in_the_language_of_the_reader(advise):
    _, printed, _ = advise("--json", "--language", "fr")
    first = json.loads(printed)["advice"][0]
    assert first["told"].startswith("rien ne remplit")
    assert {name: first[name] for name in ("code", "severity", "where", "span", "line", "column")} == {
        "code": "blank-left",
        "severity": "error",
        "where": "body",
        "span": [103, 109],
        "line": 5,
        "column": 41,
    }


def test_who_is_at_risk_is_told_what_not_to_sign_with(advise):
    assert "[full-name-at-risk]" in advise("--at-risk")[1]
    assert "[full-name-at-risk]" in advise("--ties", "RU")[1]
    assert "at-risk" not in advise()[1]


def test_the_wish_of_the_section_is_asked(advise):
    named = LETTER.replace("in prison.", "in prison (UA 82/20).")
    assert "[organisation-named]" in advise("--names-organisation", "no", text=named)[1]
    assert "[organisation-missing]" in advise("--names-organisation", "yes")[1]
    assert "organisation" not in advise(text=named)[1]


def test_the_letter_that_is_printed_leaves_nothing_to_advise(advise, capsys):
    words = ["letter", str(EXAMPLE), "--to", "2", "--from", "US", "--on", "2020-05-25", "--name", "Ada Example"]
    main([*words, "--address", "Springfield"])
    status, printed, _ = advise("--strict", text=capsys.readouterr().out)
    assert (status, printed) == (0, "there is nothing to advise\n")


def test_what_to_personalise_is_told_where_it_is_asked_for(advise, tmp_path):
    hint = "Say in a sentence of your own why this case concerns you."
    assert f"{tmp_path / 'letter.txt'}: {hint}\n" in advise("--personalise")[1]
    assert hint in json.loads(advise("--personalise", "--json")[1])["own_words"]
    assert hint not in advise()[1]
    assert "Say nothing by which somebody could recognise you" in advise("--personalise", "--at-risk")[1]


def test_a_letter_can_come_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode())))
    main(["advise", "-", str(EXAMPLE), "--to", "2", "--from", "US", "--on", "2020-05-25"])
    assert capsys.readouterr().out.startswith("-:5:41: error: nothing fills [date]")


def test_a_terminal_obeys_nothing_that_stands_in_a_letter(advise):
    _, printed, _ = advise(text=LETTER.replace("[date]", "[\x1b[31mdate]"))
    assert "\x1b" not in printed
