"""`letters`: a run that stops at any moment goes on, and leaves what it would have left without stopping."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from urgent_actions.cli.main import main

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "UA-82-20.txt"
EMBASSY = "embassy-of-the-russian-federation"
TABLE = "id,country,name\na,US,Ada\nb,FR,Bea\nc,ZZ,Cy\nd,US,'=Dee\ne,US,Eve\n"


@pytest.fixture
def bulletin(tmp_path):
    """The example, with an e-mail address that its public copy hides."""
    text = EXAMPLE.read_text(encoding="utf-8")
    shown = text.replace("Email: [email\u00a0protected]", "Email: embassy@example.org")
    assert shown != text
    file = tmp_path / "UA-82-20.txt"
    file.write_text(shown, encoding="utf-8")
    return file


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "senders.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


@pytest.fixture
def run(capsys, bulletin, table, tmp_path):
    def command(*words, kind="ndjson", to="out", by=()):
        given = [bulletin, "--senders", table, "--format", kind, "--to", tmp_path / to, "--target", EMBASSY, *by]
        status = main(["letters", *map(str, [*given, "--on", "2020-05-25", *words])])
        return status, *capsys.readouterr()

    return command


BY_POST = ("--by", "post")


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_letters_are_saved_and_every_other_row_is_told_with_its_line(run, tmp_path, table):
    status, printed, told = run(by=BY_POST)
    assert status == 1
    assert printed == f"{tmp_path / 'out'}: 3 written, 1 closed to their senders, 1 with problems\n"
    assert told.splitlines() == [
        f"{table}:3: This embassy serves senders in the United States only; write to the one in your own country."
        " (source: UA 82/20, Amnesty International USA)",
        f"{table}:4: unknown country 'ZZ' at country; expected two letters of ISO 3166-1, such as 'RU'",
    ]
    assert sorted(contents(tmp_path / "out")) == ["000000001.ndjson", "000000001.report.json", "run.json"]
    lines = (tmp_path / "out" / "000000001.ndjson").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "d", "e"]
    assert json.loads(lines[1])["text"].endswith("Yours sincerely,\n=Dee")


def test_a_closed_channel_is_an_answer_and_no_error(run, table, tmp_path):
    table.write_text("country\nFR\nUS\n", encoding="utf-8")
    status, printed, _ = run("--json", by=BY_POST)
    assert status == 0
    assert json.loads(printed)["letters"] == {
        "folder": str(tmp_path / "out"),
        "written": 1,
        "with_care": 0,
        "closed": 1,
        "wrong": 0,
        "unread": 0,
    }


def test_the_rows_that_a_stray_quote_takes_with_it_are_counted(run, table, tmp_path):
    table.write_text('country,name\nUS,Ada\nUS,"Bea\nUS,Cy\nUS,Dee\n', encoding="utf-8")
    status, printed, told = run(by=BY_POST)
    assert status == 1
    assert printed == f"{tmp_path / 'out'}: 1 written, 0 closed to their senders, 1 with problems (3 lines not read)\n"
    assert "3 lines, up to line 5, were not read" in told
    _, printed, _ = run("--json", by=BY_POST)
    assert json.loads(printed)["letters"]["unread"] == 3


def test_eml_files_stand_in_a_folder_for_each_part(run, tmp_path):
    run("--batch", "2", kind="eml")
    assert sorted(contents(tmp_path / "out")) == [
        "000000001.report.json",
        "000000001/000000001.eml",
        "000000003.report.json",
        "000000003/000000004.eml",
        "000000005.report.json",
        "000000005/000000005.eml",
        "run.json",
    ]


def test_a_run_that_is_whole_writes_nothing_and_tells_the_same(run, tmp_path):
    first = run("--batch", "2", by=BY_POST)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("0*")}
    assert run("--batch", "2", by=BY_POST) == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("0*")} == before


LEFT_BY_A_KILL = {
    "letters without their report": lambda out: (out / "000000003.report.json").unlink(),
    "half of a file": lambda out: (out / "000000003.report.json").rename(out / "000000003.report.json.half"),
    "half of a folder": lambda out: (
        (out / "000000003.report.json").unlink(),
        (out / "000000003").rename(out / "000000003.half") if (out / "000000003").exists() else None,
    ),
    "nothing but the name of the run": lambda out: [
        shutil.rmtree(path) if path.is_dir() else path.unlink() for path in out.glob("0*")
    ],
    "half of the name of the run": lambda out: (
        [shutil.rmtree(path) if path.is_dir() else path.unlink() for path in out.glob("0*")],
        (out / "run.json").rename(out / "run.json.half"),
    ),
}


@pytest.mark.parametrize("kind", ["eml", "mbox"])
@pytest.mark.parametrize("left", LEFT_BY_A_KILL)
def test_whatever_a_kill_leaves_is_made_whole(run, tmp_path, kind, left):
    run("--batch", "2", kind=kind)
    whole = contents(tmp_path / "out")
    LEFT_BY_A_KILL[left](tmp_path / "out")
    assert contents(tmp_path / "out") != whole
    run("--batch", "2", kind=kind)
    assert contents(tmp_path / "out") == whole


def test_of_two_runs_into_one_folder_the_second_is_told_who_writes_there_until_the_first_is_killed(run, tmp_path):
    (tmp_path / "out").mkdir()
    holding = f"""if True:
        from pathlib import Path
        from urgent_actions.cli.run_lock import run_lock
        with run_lock(Path({str(tmp_path / "out")!r})):
            print("held", flush=True)
            input()
    """
    with subprocess.Popen([sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        assert first.stdout.readline().strip() == b"held"
        before = contents(tmp_path / "out")
        status, printed, told = run(by=BY_POST)
        assert (status, printed) == (1, "")
        assert f"run.lock: process {first.pid} on " in told
        assert "writes letters there; wait until it ends, or give a new folder" in told
        assert contents(tmp_path / "out") == before
        first.kill()
    assert (tmp_path / "out" / "run.lock").exists()
    assert "3 written" in run(by=BY_POST)[1]
    assert not (tmp_path / "out" / "run.lock").exists()


def test_a_file_that_only_looks_like_a_lock_is_told_and_left_alone(run, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "run.lock").write_text("mine, and no lock of any run " * 9, encoding="utf-8")
    status, _, told = run(by=BY_POST)
    assert status == 1
    assert "run.lock: the folder cannot be locked: file is not a database; give a new folder on a local disk" in told
    assert [*contents(tmp_path / "out")] == ["run.lock"]


def test_a_folder_that_gives_no_lock_is_told(run, tmp_path):
    (tmp_path / "out" / "run.lock").mkdir(parents=True)
    status, _, told = run(by=BY_POST)
    assert status == 1
    assert "run.lock: the folder cannot be locked: unable to open database file; give a new folder" in told


def test_where_the_system_does_not_wait_for_the_disk_the_files_are_the_same(run, tmp_path, monkeypatch):
    run("--batch", "2", kind="eml")
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    run("--batch", "2", kind="eml", to="elsewhere")
    assert contents(tmp_path / "elsewhere") == contents(tmp_path / "out")


@pytest.mark.parametrize("killed_at", [("eml", 40), ("ndjson", 10, 40)])
def test_a_run_that_is_killed_and_goes_on_leaves_the_same_bytes_as_one_that_was_not(bulletin, table, capsys, killed_at):
    kind, *kills = killed_at
    rows = "".join(f"{number},{'US' if number % 5 else 'FR'},Ada {number}\n" for number in range(400))
    table.write_text(f"id,country,name\n{rows}", encoding="utf-8")
    words = ["letters", bulletin, "--senders", table, "--format", kind, "--target", EMBASSY, "--on", "2020-05-25"]
    words = [*map(str, [*words, "--batch", "5", "--by", "email", "--to"])]
    whole, killed = table.with_name("whole"), table.with_name("killed")
    for part in kills:
        kill_at([*words, str(killed)], killed / f"{part * 5 + 1:09}.report.json")
    assert 40 < len(list(killed.glob("*.report.json"))) < 80
    assert main([*words, str(killed)]) == main([*words, str(whole)]) == 0
    assert "killed: 320 written, 80 closed to their senders, 0 with problems" in capsys.readouterr().out
    assert contents(killed) == contents(whole)


def kill_at(words, report):
    """Start a run, and kill it as soon as it has saved a part: it gets no chance to tidy up."""
    process = subprocess.Popen(
        [sys.executable, "-m", "urgent_actions", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = monotonic() + 120
    while not report.exists() and process.poll() is None and monotonic() < end:
        sleep(0.001)
    process.kill()
    process.wait()
    assert report.exists()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--batch", "3"], "batch was 1000, and is 3; give the same again, or a new folder"),
        (["--on", "2020-05-26"], 'on was "2020-05-25", and is "2020-05-26"; give the same again, or a new folder'),
        (["--own-words-as", "opening"], 'own words was "paragraph", and is "opening"; give the same'),
    ],
)
def test_letters_of_another_run_are_never_mixed_in(run, tmp_path, words, what):
    run(by=BY_POST)
    before = contents(tmp_path / "out")
    status, printed, told = run(*words, by=BY_POST)
    assert (status, printed) == (1, "")
    assert f"run.json: the letters there are of another run: {what}" in told
    assert contents(tmp_path / "out") == before


def test_letters_from_another_model_letter_are_of_another_run(run, tmp_path):
    (tmp_path / "en.txt").write_text("I, {sender_name}, ask you.", encoding="utf-8")
    words = ("--template", f"en={tmp_path / 'en.txt'}")
    assert "3 written" in run(*words, by=BY_POST)[1]
    first = json.loads((tmp_path / "out" / "000000001.ndjson").read_bytes().splitlines()[0])
    assert "\n\nI, Ada, ask you.\n\n" in first["text"]
    (tmp_path / "en.txt").write_text("We ask you.", encoding="utf-8")
    assert "of another run: template was" in run(*words, by=BY_POST)[2]
    assert "of another run: template was" in run(by=BY_POST)[2]


def test_a_table_that_has_changed_is_another_run(run, table):
    run(by=BY_POST)
    table.write_text(TABLE.replace("Ada", "Ann"), encoding="utf-8")
    status, _, told = run(by=BY_POST)
    assert status == 1
    assert "of another run: senders was" in told


def test_a_folder_with_other_files_is_left_alone(run, tmp_path):
    (tmp_path / "out").mkdir()
    mine = {"1.half": b"mine", "notes.txt": b"mine too"}
    for name, content in mine.items():
        (tmp_path / "out" / name).write_bytes(content)
    status, _, told = run(by=BY_POST)
    assert (status, contents(tmp_path / "out")) == (1, mine)
    assert "the folder holds other files; give a new folder" in told


def test_a_heading_can_be_mended_and_the_run_begun_again(run, table):
    table.write_text("contry\nUS\n", encoding="utf-8")
    status, _, told = run(by=BY_POST)
    assert status == 1
    assert f"{table}:1: unknown column 'contry'; did you mean 'country'?" in told
    table.write_text("country\nUS\n", encoding="utf-8")
    assert run(by=BY_POST)[0] == 0


@pytest.mark.parametrize(
    ("words", "status", "what"),
    [
        (["--senders", "-"], 1, "-: the supporters cannot come from standard input; give a file"),
        (["--senders", "nowhere.csv"], 1, "nowhere.csv: cannot be read or written: no such file or directory"),
        (["--by", "form", "--format", "pdf"], 2, "a file of pdf holds no letters by form; take one of post, fax"),
        (["--target", "nobody"], 2, "nobody"),
        (["--batch", "-1"], 2, "-1 rows make no part"),
    ],
)
def test_what_cannot_be_is_told(run, words, status, what):
    assert run(*words)[0::2][0] == status
    assert what in run(*words)[2]


def test_a_target_is_named_where_there_are_several(bulletin, table, tmp_path, capsys):
    words = ["letters", str(bulletin), "--senders", str(table), "--format", "pdf", "--to", str(tmp_path / "out")]
    assert main(words) == 2
    assert "no target was named; give --target, one of prosecutor-general" in capsys.readouterr().err


def test_of_many_rows_without_a_letter_the_first_hundred_are_told(run, table):
    table.write_text("country\n" + "FR\n" * 130, encoding="utf-8")
    _, printed, told = run(by=BY_POST)
    assert "0 written, 130 closed" in printed
    assert len(told.splitlines()) == 101
    assert told.splitlines()[-1].startswith("30 more: the reports in ")


def test_reasons_are_told_in_the_language_of_the_reader(run):
    _, _, told = run("--language", "fr", by=BY_POST)
    assert "Cette ambassade" in told
