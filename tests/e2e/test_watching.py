"""The watchers that other tests rely on notice what they are there for."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from caseviewer.citations.engine import pandoc_path, run_pandoc
from caseviewer.documents.reading_process import read_web_page, worker_command
from tests.e2e.watching import (
    AVAILABLE,
    ENGINE,
    READER,
    Watch,
    calls_to_other_machines_and_programs,
)


@pytest.mark.skipif(not AVAILABLE, reason="only Linux tells that a file was opened")
def test_opening_a_file_is_noticed_and_looking_at_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "canary.png"
    path.write_bytes(b"picture")
    with Watch(path) as watch:
        assert path.stat().st_size == 7
        assert list(tmp_path.iterdir()) == [path]
        assert not watch.touched()
        path.read_bytes()
        assert watch.touched()
        assert not watch.touched()


@pytest.mark.skipif(not AVAILABLE, reason="only Linux tells that a file was opened")
def test_a_file_that_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="inotify_add_watch"):
        Watch(tmp_path / "none")


def test_calls_are_heard_only_while_they_are_listened_to() -> None:
    with calls_to_other_machines_and_programs() as calls:
        with pytest.raises(OSError, match=r"\S"):
            socket.create_connection(("127.0.0.1", 1), timeout=1)
        subprocess.run([sys.executable, "-c", ""], check=True)
    assert {"socket.connect", "subprocess.Popen"} <= set(calls)
    before = list(calls)
    subprocess.run([sys.executable, "-c", ""], check=True)
    assert calls == before


def test_the_engine_is_told_from_other_programs_by_its_sandbox() -> None:
    with calls_to_other_machines_and_programs() as calls:
        run_pandoc(["--version"], b"", 20)
        subprocess.run([pandoc_path(), "--version"], check=True, capture_output=True)
    assert calls == [ENGINE, "subprocess.Popen"]


def test_the_reader_of_documents_is_told_by_its_whole_command() -> None:
    with calls_to_other_machines_and_programs() as calls:
        assert read_web_page(b"<p>words") == "words"
        subprocess.run([*worker_command(), "more"], check=False, capture_output=True, input=b"")
    assert calls == [READER, "subprocess.Popen"]


@pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="this system has no posix_spawn")
def test_a_program_started_past_subprocess_is_heard() -> None:
    with calls_to_other_machines_and_programs() as calls:
        run_pandoc(["--version"], b"", 20)
        read_web_page(b"<p>words")
        child = os.posix_spawn(sys.executable, [sys.executable, "-c", ""], os.environ)
        os.waitpid(child, 0)
    assert calls == [ENGINE, READER, "os.posix_spawn"]
