"""The reader of the documents must notice when a page is wrong, or the pages prove nothing."""

from pathlib import Path

import pytest
from reader_at_a_desk import ConsoleParser, ScriptParser, sit_down, stand_up
from sybil.document import Document
from sybil.example import SybilFailure


def read(parser, block, tmp_path):
    (example,) = Document.parse(str(written(block, tmp_path)), parser).examples()
    example.evaluate()


def written(block, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(block, encoding="utf-8")
    return page


def test_a_console_block_that_prints_what_it_says_passes(tmp_path):
    read(ConsoleParser(), "```console\n$ echo one\none\n$ echo two \\\n  three\ntwo ...\n```\n", tmp_path)


def test_a_console_block_that_prints_something_else_fails(tmp_path):
    with pytest.raises(SybilFailure, match="but printed\none"):
        read(ConsoleParser(), "```console\n$ echo one\ntwo\n```\n", tmp_path)


def test_a_call_that_fails_in_a_script_block_fails(tmp_path):
    with pytest.raises(SybilFailure, match="urgent_actions no-such-verb ended with"):
        read(ScriptParser("sh"), "```sh\npip install . && python -m urgent_actions no-such-verb\n```\n", tmp_path)


def test_a_step_of_setting_up_is_left_alone(tmp_path):
    read(ScriptParser("sh"), "```sh\n# once\npip install no-such-package\n```\n", tmp_path)


def test_a_command_that_would_go_unread_is_refused(tmp_path):
    with pytest.raises(SybilFailure, match="neither a call of this program"):
        read(ScriptParser("sh"), "```sh\nrm page.md\n```\n", tmp_path)


def test_the_reader_sits_in_a_folder_with_the_documents_and_leaves_it_again():
    before, namespace = Path.cwd(), {}
    sit_down(namespace)
    try:
        assert Path("docs").is_dir()
        assert Path.cwd() != before
    finally:
        stand_up(namespace)
    assert Path.cwd() == before
    assert not namespace["_desk"].exists()
