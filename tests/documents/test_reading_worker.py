import json
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest

from caseviewer.documents.reading_worker import answered, confine, limit, main, refuse
from caseviewer.documents.refusals import RefusedError
from tests.conftest import ROOT
from tests.documents.strange import pdf_of, picture_of


def ask(data: bytes, **request: object) -> tuple[dict[str, Any], bytes, list[tuple[int, int]]]:
    held: list[tuple[int, int]] = []
    source = BytesIO(json.dumps({**request, "size": len(data)}).encode() + b"\n" + data)
    target = BytesIO()

    def hold(seconds: int, files: int) -> None:
        assert source.tell() == len(source.getvalue()) - len(data)  # nothing is read yet
        held.append((seconds, files))

    main(source, target, hold)
    line, _, body = target.getvalue().partition(b"\n")
    return json.loads(line), body, held


def test_each_job_is_answered_once_the_process_is_held_to_its_limits() -> None:
    pdf = pdf_of("words")
    assert ask(pdf, job="pdf text", seconds=60) == ({"pages": [["1", 5]]}, b"words", [(60, 0)])
    header, _, held = ask(pdf, job="pdf page", seconds=20, index=0, width=10)
    assert (header["width"], held) == (10, [(20, 64)])
    header, _, held = ask(picture_of("PNG"), job="picture", seconds=9, width=3, height=3)
    assert (header["full_width"], held) == (30, [(9, 0)])
    assert ask(b"<p>words", job="web page", seconds=9) == ({}, b"words", [(9, 0)])


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RefusedError("page"), "page"),
        (MemoryError(), "memory"),
        (RecursionError(), "broken"),
        (SyntaxError("not a PNG file"), "broken"),
        (PermissionError("not while a document is read"), "broken"),
    ],
)
def test_whatever_goes_wrong_is_an_answer(error: Exception, code: str) -> None:
    def work(request: Mapping[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
        raise error

    header, body = answered(work, {"size": 0}, BytesIO())
    assert (header["refused"], body) == (code, b"")


@pytest.fixture
def resource(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[int, int]]:
    """A system that knows no RLIMIT_AS, and lets RLIMIT_CPU not be raised."""
    set_to: dict[str, tuple[int, int]] = {}

    def setrlimit(name: str, limits: tuple[int, int]) -> None:
        if name == "cpu":
            raise ValueError("not allowed to raise maximum limit")
        set_to[name] = limits

    fake = SimpleNamespace(
        setrlimit=setrlimit,
        RLIMIT_CPU="cpu",
        RLIMIT_CORE="core",
        RLIMIT_FSIZE="size",
        RLIMIT_NOFILE="files",
    )
    monkeypatch.setitem(sys.modules, "resource", fake)
    return set_to


def test_every_limit_is_set_that_the_system_has(resource: dict[str, tuple[int, int]]) -> None:
    limit(20, 7)
    assert resource == {"core": (0, 0), "size": (0, 0), "files": (7, 7)}


def test_without_limits_of_the_system_the_work_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    limit(20, 7)


def test_the_process_listens_to_what_python_is_asked(
    monkeypatch: pytest.MonkeyPatch, resource: dict[str, tuple[int, int]]
) -> None:
    hooks: list[object] = []
    monkeypatch.setattr(sys, "addaudithook", hooks.append)
    confine(20, 0)
    assert hooks == [refuse]
    assert resource["files"] == (0, 0)


HELD = """
import socket, subprocess, sys
from caseviewer.documents.reading_worker import confine
confine(20, 0)
told = []
for attempt in (
    lambda: open(sys.executable, "rb"),
    lambda: subprocess.Popen([sys.executable]),
    lambda: socket.socket(),
    lambda: bytearray(3 << 30),
):
    try:
        told.append(str(attempt()))
    except (OSError, MemoryError) as error:
        told.append(type(error).__name__)
print(" ".join(told))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="not every system limits memory")
def test_a_process_that_is_held_opens_nothing_and_grows_no_further() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HELD], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [*["PermissionError"] * 3, "MemoryError"]


@pytest.mark.parametrize(
    "event",
    ["open", "os.exec", "os.system", "os.remove", "socket.connect", "subprocess.Popen"],
)
def test_what_reading_never_needs_is_refused(event: str) -> None:
    with pytest.raises(PermissionError, match=event):
        refuse(event, ())


@pytest.mark.parametrize("event", ["import", "compile", "object.__getattr__", "ctypes.addressof"])
def test_what_the_libraries_need_is_not(event: str) -> None:
    refuse(event, ())
