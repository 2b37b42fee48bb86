"""The engine: pandoc's citeproc as a separate process, with limits of time and memory.

Nothing of a bundle reaches it but text elements, and nothing of it reaches the window but
text elements. It reads no file but the style, no file of the user's and no network.
"""

import json
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from caseviewer.processes import Fault, Limits, RunError, Stop, never, run

_MEMORY = "-M1g"
_OUTPUT = 512 * 1024 * 1024
_BASE_SECONDS = 20.0
_SECONDS_A_CITATION = 0.02
_TELL_LIMIT = 300


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
        ended = run(command, [source], Limits(seconds, _OUTPUT), should_stop)
    except RunError as error:
        raise EngineError(f"The engine for citations {_not_run(error, seconds)}.") from None
    if ended.code != 0:
        raise EngineError(_failure(ended.code, ended.told))
    return ended.output


def _not_run(error: RunError, seconds: float) -> str:
    match error.fault:
        case Fault.NOT_STARTED:
            return f"could not be started: {error.reason}"
        case Fault.NOT_NEEDED:
            return "was stopped, as its work is not needed"
        case Fault.TOO_LONG:
            return f"was stopped, as it took more than {seconds:.0f} seconds"
    return f"was stopped, as it answered more than {_OUTPUT // 1024 // 1024} MB"


def _failure(code: int, told: bytes) -> str:
    if code < 0:
        return "The engine for citations was ended from outside before it was done."
    words = " ".join(told.decode("utf-8", "replace").split())[:_TELL_LIMIT]
    return f"The engine for citations gave up: {words or f'exit code {code}'}"
