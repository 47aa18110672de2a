"""The commands as processes: exit statuses, pipes, and progress on a terminal only."""

import os
import pty
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from threading import Thread

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "UA-82-20.txt"
BASH = shutil.which("bash")
COMMAND = [sys.executable, "-m", "urgent_actions"]


def reports(folder, number):
    line = '{"urgent_actions":1,"action_report":{"id":"r-%d","case":"UA 82/20","channel":"fax","on":"2020-05-25"}}\n'
    file = folder / "reports.jsonl"
    file.write_text("".join(line % name for name in range(number)))
    return file


def test_the_module_runs_as_a_program():
    done = subprocess.run(
        [*COMMAND, "guide", EXAMPLE, "--from", "US", "--on", "2020-05-25"], capture_output=True, check=True
    )
    assert b"Konstantin Kotov" in done.stdout


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path):
    done = subprocess.run(
        [BASH, "-c", f"set -o pipefail; {sys.executable} -m urgent_actions guide {EXAMPLE} --from US | head -1"],
        capture_output=True,
        check=False,
    )
    assert done.stderr.count(b"Traceback") == 0


def seen_on_a_terminal(words):
    """Run a command whose standard error is a terminal of 80 columns; what the terminal and the pipe got."""
    ours, theirs = pty.openpty()
    shown = []
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=theirs, env=environment)
    os.close(theirs)
    watcher = Thread(target=lambda: shown.extend(iter(partial(read_or_end, ours), b"")))
    watcher.start()
    printed, _ = process.communicate(timeout=120)
    watcher.join(timeout=10)
    os.close(ours)
    return b"".join(shown), printed


def read_or_end(terminal):
    try:
        return os.read(terminal, 100_000)
    except OSError:  # the other end is closed
        return b""


def test_a_long_file_shows_its_progress_on_a_terminal(tmp_path):
    shown, printed = seen_on_a_terminal([*COMMAND, "tally", reports(tmp_path, 45_000)])
    assert b"reports.jsonl" in shown
    assert b"%" in shown
    assert b"45000 actions" in printed


def test_letters_show_their_progress_however_short_the_table_is(tmp_path):
    table = tmp_path / "senders.csv"
    table.write_text("country\n" + "US\n" * 300)
    words = ["--format", "ndjson", "--by", "post", "--target", "2", "--on", "2020-05-25", "--to", tmp_path / "out"]
    shown, printed = seen_on_a_terminal([*COMMAND, "letters", EXAMPLE, "--senders", table, *words])
    assert b"senders.csv" in shown
    assert b"300 written" in printed


def test_a_short_file_shows_no_progress(tmp_path):
    shown, printed = seen_on_a_terminal([*COMMAND, "tally", reports(tmp_path, 10)])
    assert shown == b""
    assert b"10 actions" in printed


def test_a_long_file_shows_no_progress_in_a_pipe(tmp_path):
    done = subprocess.run([*COMMAND, "tally", reports(tmp_path, 45_000)], capture_output=True, check=True)
    assert done.stderr == b""
    assert b"45000 actions" in done.stdout
