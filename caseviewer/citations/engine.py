"""The engine: pandoc's citeproc as a separate process, with limits of time and memory.

Nothing of a bundle reaches it but text elements, and nothing of it reaches the window but
text elements. It reads no file but the style, no file of the user's and no network.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, cast

Stop = Callable[[], bool]
"""Whether work should be given up."""

_MEMORY = "-M1g"
_LOOK_SECONDS = 0.1
_BASE_SECONDS = 20.0
_SECONDS_A_CITATION = 0.02
_TELL_LIMIT = 300


def never() -> bool:
    """For work that goes on to its end."""
    return False


class EngineError(Exception):
    """The engine gave no usable result; its text is a sentence for people."""


def pandoc_path() -> Path:
    """Where the engine lies: in the package pypandoc_binary, whatever else is installed."""
    found = find_spec("pypandoc")
    folders = [] if found is None else found.submodule_search_locations or []
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    for folder in folders:
        path = Path(folder) / "files" / name
        if path.is_file():
            return path
    raise EngineError(
        "The engine for citations (pandoc) is not installed. The sources’ own citations"
        " remain usable. Install it with: pip install pypandoc_binary"
    )


def run_citeproc(
    document: Mapping[str, Any], style: bytes, citations: int, should_stop: Stop = never
) -> dict[str, Any]:
    """Format the citations of a document in a style; both sides are pandoc's document tree.

    citations: how many there are, for the time limit (20 s, and 20 ms for each).
    """
    with tempfile.TemporaryDirectory(prefix="caseviewer-") as folder:
        path = Path(folder) / "style.csl"
        path.write_bytes(style)
        options = ["--from=json", "--to=json", "--citeproc", f"--csl={path}"]
        output = run_pandoc(
            [*options, f"--data-dir={folder}"],
            json.dumps(document).encode(),
            _BASE_SECONDS + citations * _SECONDS_A_CITATION,
            should_stop,
        )
    try:
        found = json.loads(output)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("blocks"), list):
        raise EngineError("The engine for citations gave an answer that cannot be read.")
    return found


def run_pandoc(
    options: list[str], source: bytes, seconds: float, should_stop: Stop = never
) -> bytes:
    """Run pandoc in its sandbox on `source`; what goes wrong is an `EngineError`.

    should_stop: is asked several times a second, and ends the process when it says so.
    """
    command = [str(pandoc_path()), "+RTS", _MEMORY, "-RTS", "--sandbox", *options]
    try:
        process = subprocess.Popen(  # noqa: S603 - the command is ours, and no shell reads it
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EngineError(f"The engine for citations could not be started: {reason}.") from None
    with process:
        try:
            output, told = _answer(process, source, seconds, should_stop)
        finally:
            process.kill()
    if process.returncode != 0:
        raise EngineError(_failure(process.returncode, told))
    return output


def _answer(
    process: subprocess.Popen[bytes], source: bytes, seconds: float, should_stop: Stop
) -> tuple[bytes, bytes]:
    # Fed by a thread: of input that is given to `communicate`, Python 3.11 writes no more once
    # that has timed out.
    feeder = threading.Thread(
        target=_feed, args=(cast("IO[bytes]", process.stdin), source), daemon=True
    )
    process.stdin = None
    feeder.start()
    end = time.monotonic() + seconds
    while True:
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=_LOOK_SECONDS)
        if should_stop():
            raise EngineError("The engine for citations was stopped, as its work is not needed.")
        if time.monotonic() > end:
            raise EngineError(
                f"The engine for citations was stopped, as it took more than {seconds:.0f} seconds."
            )


def _feed(stream: IO[bytes], source: bytes) -> None:
    with suppress(OSError), stream:  # the engine may end before it has read everything
        stream.write(source)


def _failure(code: int, told: bytes) -> str:
    if code < 0:
        return "The engine for citations was ended from outside before it was done."
    words = " ".join(told.decode("utf-8", "replace").split())[:_TELL_LIMIT]
    return f"The engine for citations gave up: {words or f'exit code {code}'}"


def _environment() -> dict[str, str]:
    """Nothing of the user's that could lead the engine elsewhere."""
    kept = {"SYSTEMROOT", "TEMP", "TMP", "TMPDIR"}
    found = {name: value for name, value in os.environ.items() if name.upper() in kept}
    return {**found, "LANG": "C.UTF-8"}
