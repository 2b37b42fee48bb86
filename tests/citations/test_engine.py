import os
import signal
import stat
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from caseviewer.citations import engine
from caseviewer.citations.engine import EngineError, pandoc_path, run_citeproc, run_pandoc
from tests.citations.small import small_style

DOCUMENT = {"pandoc-api-version": [1, 23], "meta": {}, "blocks": []}


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of the engine; a test writes what it does."""
    path = tmp_path / "pandoc"
    monkeypatch.setattr(engine, "pandoc_path", lambda: path)
    return path


def script(path: Path, body: str) -> None:
    path.write_text(f"#!{sys.executable}\n{body}\n", "utf-8")
    path.chmod(stat.S_IRWXU)


def test_the_engine_is_the_one_that_was_installed_with_the_program() -> None:
    assert pandoc_path().is_file()
    assert b"pandoc" in run_pandoc(["--version"], b"", 20)


def test_an_answer_is_a_document() -> None:
    answer = run_citeproc(DOCUMENT, small_style().content, 0)
    assert answer["blocks"] == []


@pytest.mark.parametrize("spec", [None, SimpleNamespace(submodule_search_locations=None)])
def test_without_the_engine_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, spec: object
) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _: spec)
    with pytest.raises(EngineError, match=r"\(pandoc\) is not installed.* remain usable"):
        run_pandoc(["--version"], b"", 20)


def test_a_package_without_the_engine_is_no_engine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spec = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
    monkeypatch.setattr(engine, "find_spec", lambda _: spec)
    with pytest.raises(EngineError, match="is not installed"):
        pandoc_path()


@pytest.mark.parametrize(("platform", "name"), [("win32", "pandoc.exe"), ("darwin", "pandoc")])
def test_where_the_engine_lies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, name: str
) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / name).touch()
    spec = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
    monkeypatch.setattr(engine, "find_spec", lambda _: spec)
    monkeypatch.setattr(sys, "platform", platform)
    assert pandoc_path().name == name


def test_an_engine_that_cannot_be_started(fake: Path) -> None:
    fake.write_bytes(b"")
    with pytest.raises(EngineError, match="could not be started: Permission denied"):
        run_pandoc([], b"", 20)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "was ended from outside"),
        ("import sys; sys.exit('it  was\\ntoo much')", "gave up: it was too much"),
        ("import sys; sys.exit(3)", "gave up: exit code 3"),
        ("import time; time.sleep(60)", "was stopped, as it took more than 1 seconds"),
    ],
)
def test_an_engine_that_fails_says_how(fake: Path, body: str, words: str) -> None:
    script(fake, body)
    with pytest.raises(EngineError, match=words):
        run_pandoc([], b"", 1)


def test_an_engine_that_answers_without_end_is_stopped(
    fake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_OUTPUT", 1024 * 1024)
    script(fake, "while True: print('x' * 1_000)")
    with pytest.raises(EngineError, match="was stopped, as it answered more than 1 MB"):
        run_pandoc([], b"", 20)


@pytest.mark.parametrize(
    "output", ["", "<html>", "[]", "{}", '{"blocks": 3}', "[" * 100_000, "\\xff"]
)
def test_garbage_is_never_taken_for_an_answer(fake: Path, output: str) -> None:
    script(fake, f"import sys; sys.stdout.write({output!r})")
    with pytest.raises(EngineError, match="gave an answer that cannot be read"):
        run_citeproc(DOCUMENT, b"", 0)


def test_an_engine_that_is_killed_midway_becomes_a_sentence(fake: Path) -> None:
    told: list[str] = []
    mark = fake.with_name("running")
    script(
        fake,
        f"import os, pathlib, time\npathlib.Path({str(mark)!r}).write_text("
        "str(os.getpid()))\ntime.sleep(60)",
    )

    def work() -> None:
        try:
            run_pandoc([], b"x" * 1_000_000, 50)
        except EngineError as error:
            told.append(str(error))

    worker = threading.Thread(target=work)
    worker.start()
    while not (mark.exists() and mark.read_text("utf-8")):
        time.sleep(0.01)
    os.kill(int(mark.read_text("utf-8")), signal.SIGKILL)
    worker.join(timeout=20)
    assert told == ["The engine for citations was ended from outside before it was done."]


def test_much_is_written_and_read_however_long_it_takes(fake: Path) -> None:
    body = "import sys, time; time.sleep(0.5); sys.stdout.buffer.write(sys.stdin.buffer.read())"
    script(fake, body)
    source = bytes(range(256)) * 20_000
    assert run_pandoc([], source, 50) == source


def test_an_engine_that_reads_nothing_may_answer(fake: Path) -> None:
    script(fake, "print('x')")
    assert run_pandoc([], b"x" * 5_000_000, 50) == b"x\n"


def test_work_that_is_not_needed_any_more_is_ended(fake: Path) -> None:
    mark = fake.with_name("ended")
    script(
        fake,
        f"import time\ntime.sleep(1.5)\nopen({str(mark)!r}, 'w').close()",
    )
    asked = iter([False, True])
    with pytest.raises(EngineError, match="its work is not needed"):
        run_pandoc([], b"x" * 1_000_000, 50, lambda: next(asked))
    time.sleep(1.6)
    assert not mark.exists()


def test_nothing_of_the_user_leads_the_engine_elsewhere(
    fake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/elsewhere")
    monkeypatch.setenv("TMPDIR", str(fake.parent))
    script(
        fake, "import json, os, sys; print(json.dumps({'blocks': [sys.argv, dict(os.environ)]}))"
    )
    arguments, environment = run_citeproc(DOCUMENT, b"", 0)["blocks"]
    assert {"--sandbox", "--citeproc"} <= set(arguments)
    assert not any(name.startswith(("XDG", "HOME", "HTTP")) for name in environment)
    assert environment["TMPDIR"] == str(fake.parent)


def test_the_engine_reads_no_file_and_no_address_from_a_document() -> None:
    document = {
        **DOCUMENT,
        "meta": {"bibliography": {"t": "MetaString", "c": "/etc/passwd"}},
    }
    with pytest.raises(EngineError, match="gave up"):
        run_citeproc(document, small_style().content, 0)
