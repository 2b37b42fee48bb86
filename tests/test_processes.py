import os
import sys
import time
from pathlib import Path

import pytest

from caseviewer.processes import Fault, Limits, RunError, run

SMALL = Limits(20, 1_000)


def python(body: str) -> list[str]:
    return [sys.executable, "-I", "-c", body]


def fault_of(body: str, limits: Limits = SMALL) -> Fault:
    with pytest.raises(RunError) as caught:
        run(python(body), [], limits)
    return caught.value.fault


def test_an_input_in_parts_arrives_as_one() -> None:
    body = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()); sys.exit('why')"
    ended = run(python(body), [b"one ", b"two"], SMALL)
    assert (ended.code, ended.output, ended.told.split()) == (1, b"one two", [b"why"])


def test_what_cannot_be_started_says_why(tmp_path: Path) -> None:
    with pytest.raises(RunError) as caught:
        run([str(tmp_path / "none")], [], SMALL)
    assert (caught.value.fault, caught.value.reason) == (
        Fault.NOT_STARTED,
        "No such file or directory",
    )


def test_a_wild_answer_is_not_taken_in() -> None:
    assert fault_of("while True: print('x' * 1_000)") is Fault.TOO_MUCH


def test_an_answer_up_to_the_limit_is_whole() -> None:
    ended = run(python("import sys; sys.stdout.write('x' * 1_000)"), [], SMALL)
    assert ended.output == b"x" * 1_000


def test_endless_complaints_neither_block_nor_fill_anything() -> None:
    body = "import sys\nfor _ in range(1_000): sys.stderr.write('x' * 1_000)\nprint('done')"
    ended = run(python(body), [], SMALL)
    assert (ended.output.split(), len(ended.told)) == ([b"done"], 64 * 1024)


@pytest.mark.parametrize("before", ["", "import os; os.close(1); "], ids=["silent", "closed"])
def test_what_takes_too_long_is_ended(before: str) -> None:
    assert fault_of(before + "import time; time.sleep(60)", Limits(0.5, 1_000)) is Fault.TOO_LONG


def test_a_program_that_leaves_another_behind_is_not_waited_for(tmp_path: Path) -> None:
    number = tmp_path / "number"
    body = (
        "import pathlib, subprocess, sys; child = subprocess.Popen([sys.executable, '-c',"
        " 'import time; time.sleep(60)'], stdout=subprocess.DEVNULL);"
        f" pathlib.Path({str(number)!r}).write_text(str(child.pid)); print('done')"
    )
    try:
        assert run(python(body), [], SMALL).output.split() == [b"done"]
    finally:
        os.kill(int(number.read_text("utf-8")), 9)
        time.sleep(0.1)  # so that the stream which it held is closed by its thread


def test_a_working_program_is_ended_when_it_is_not_needed() -> None:
    asked = iter([False, True])
    with pytest.raises(RunError) as caught:
        run(python("import time; time.sleep(60)"), [b"x" * 1_000_000], SMALL, lambda: next(asked))
    assert caught.value.fault is Fault.NOT_NEEDED


def test_no_window_is_opened_and_nothing_of_the_user_is_handed_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("TMPDIR", "/temporary")
    ended = run(python("import os; print(sorted(os.environ))"), [], SMALL)
    assert b"TMPDIR" in ended.output
    assert b"PYTHONPATH" not in ended.output
    assert b"HOME" not in ended.output


@pytest.mark.skipif(sys.platform == "win32", reason="a number is asked for as POSIX does")
def test_nothing_is_left_running(tmp_path: Path) -> None:
    number = tmp_path / "number"
    body = f"import os, time; open({str(number)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    with pytest.raises(RunError):
        run(python(body), [], SMALL, number.exists)
    with pytest.raises((ProcessLookupError, ValueError)):  # it may be ended before it wrote
        os.kill(int(number.read_text("utf-8")), 0)
