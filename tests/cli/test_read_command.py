"""`read`: what a coordinator sees of one bulletin and of a folder of them."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from urgent_actions import Case
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.cli.main import main
from urgent_actions.formats.json import from_json

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "UA-82-20.txt"
TEXT = EXAMPLE.read_text(encoding="utf-8")


@pytest.fixture
def run(capsys):
    def command(*words):
        status = main([str(word) for word in words])
        return status, *capsys.readouterr()

    return command


def test_every_part_is_shown_beside_its_place(run):
    status, printed, _ = run("read", EXAMPLE)
    assert status == 0
    rows = [line.split(maxsplit=2) for line in printed.splitlines()]
    assert ["3:1-3:13", "edition.issued", "2020-05-20"] in rows
    assert ["19:8-19:20", "targets[1].channels[1]", "phone: +1 202-298-5700"] in rows
    assert ["14:8-14:25", "targets[0].channels[2]", "email (withheld)"] in rows
    assert "info: Embassy of the Russian Federation sits in the United States" in printed


def test_json_holds_the_case_the_places_and_the_remarks(run):
    _, printed, _ = run("read", EXAMPLE, "--json")
    reading = json.loads(printed)["reading"]
    case = from_json(json.dumps({"urgent_actions": 1, "case": reading["case"]}), Case)
    assert case == read_bulletin(TEXT).case
    assert {"part": "edition.issued", "span": "3:1-3:13"} in reading["spans"]
    assert reading["unread"] == []
    assert {found["severity"] for found in reading["diagnostics"]} == {"info"}


def test_strict_refuses_what_lenient_only_tells(run, tmp_path):
    odd = tmp_path / "odd.txt"
    odd.write_text(
        TEXT.replace("Online form: https://ipriem", "Carrier pigeon: Moscow loft 7\nOnline form: https://ipriem")
    )
    status, printed, _ = run("read", odd)
    assert status == 0
    assert "warning" in printed
    status, printed, problems = run("read", odd, "--strict")
    assert (status, printed) == (1, "")
    assert f"{odd}:13" in problems


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("82.20", "83.20"), encoding="utf-8")
    (tmp_path / "c.txt").write_text("A recipe for bread", encoding="utf-8")
    (tmp_path / "notes.md").write_text("not read", encoding="utf-8")
    return tmp_path


def test_a_folder_is_shown_as_a_table_and_what_cannot_be_read_is_named(run, folder):
    status, printed, problems = run("read", folder)
    assert status == 1
    rows = {Path(line.split()[0]).name: line.split()[1:] for line in printed.splitlines()[2:]}
    assert rows["a.txt"] == ["UA", "82/20", "RU", "2020-05-20", "2", "11", "0", "0", "0"]
    assert rows["b.txt"][1] == "83/20"
    assert rows["c.txt"] == ["unreadable"]
    assert "notes.md" not in rows
    assert f"{folder / 'c.txt'}:" in problems


def test_a_folder_as_json_is_one_document_a_line(run, folder):
    (folder / "c.txt").unlink()
    status, printed, _ = run("read", folder, "--json")
    documents = [json.loads(line) for line in printed.splitlines()]
    assert status == 0
    assert [document["reading"]["case"]["reference"] for document in documents] == ["UA 82/20", "UA 83/20"]


def test_colours_are_for_terminals_only():
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "urgent_actions", "read", EXAMPLE]
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm-256color"}
    process = subprocess.Popen(words, stdout=theirs, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while more := os.read(ours, 100_000):
            shown += more
    except OSError:  # the other end is closed
        pass
    assert process.wait(timeout=60) == 0
    assert b"\x1b[" in shown
    piped = subprocess.run(words, capture_output=True, check=True)
    assert b"\x1b[" not in piped.stdout
