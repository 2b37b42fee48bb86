"""The command line: `caseviewer`, and its `check`, `show` and `render`.

Qt is loaded for windows and pictures only. Codes that a command ends with:

    0    done; `check`: valid, perhaps with warnings
    1    `check`: opened, but records were set aside
    2    cannot be opened, drawn or understood; a sentence says why
    130  interrupted

The keys of `--json` are told in `caseviewer.formatting.show`.
"""

import io
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from caseviewer.arguments import check_parser, open_parser, render_parser, show_parser
from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible_text
from caseviewer.screen import find_obstacle, missing_library

if TYPE_CHECKING:
    from caseviewer.model.opened import OpenedCase

DONE, SET_ASIDE, FAILED, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the code that the command ends with."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    command = _COMMANDS.get(given[0]) if given else None
    try:
        code = _open(given) if command is None else command(given[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_the_pipe()
        return DONE
    return code


def _tabs(name: str | None) -> list[Tab]:
    return list(Tab) if name is None else [Tab(name)]


# Doing it -----------------------------------------------------------------------------------


def _open(given: list[str]) -> int:
    asked = open_parser().parse_args(given)
    if asked.version:
        return _tell_version()
    obstacle = find_obstacle()
    if obstacle is not None:
        return _fail(_missing(obstacle.library) if obstacle.library else _no_screen())
    try:
        from caseviewer.app import run
    except ImportError as error:
        return _fail(_not_loaded(error))
    with _interruptible():
        return run(asked.paths)


def _check(given: list[str]) -> int:
    asked = check_parser().parse_args(given)
    from caseviewer.documents.opening import open_case
    from caseviewer.formatting import show
    from caseviewer.model.problems import BundleError, Severity

    try:
        opened = open_case(asked.path)
    except BundleError as error:
        if not asked.json:
            return _fail(str(error))
        _print_json(show.refusal_values(asked.path, error.problem))
        return FAILED
    if asked.json:
        _print_json(show.check_values(opened))
    else:
        _print_lines(show.check_lines(opened, _width()))
    return SET_ASIDE if opened.count(Severity.SET_ASIDE) else DONE


def _show(given: list[str]) -> int:
    asked = show_parser().parse_args(given)
    opened = _opened(asked.path)
    if opened is None:
        return FAILED
    from caseviewer.formatting import show

    tabs = _tabs(asked.tab)
    if asked.json:
        _print_json(show.case_values(opened, tabs))
    else:
        _print_lines(show.case_lines(opened, tabs, _width()))
    return DONE


def _render(given: list[str]) -> int:
    asked = render_parser().parse_args(given)
    opened = _opened(asked.path)
    if opened is None:
        return FAILED
    try:
        from caseviewer.ui.render import Wish, render
    except ImportError as error:
        return _fail(_not_loaded(error))
    wish = Wish(asked.size, asked.scheme, asked.scale, asked.text_size, _tabs(asked.tab))
    try:
        with _interruptible():
            _print_lines(visible_text(str(path)) for path in render(opened, Path(asked.out), wish))
    except BrokenPipeError:
        raise
    except OSError as error:
        words = tr("The pictures could not be written to “{folder}”: {reason}.")
        return _fail(words.format(folder=asked.out, reason=error.strerror))
    except MemoryError:
        return _fail(
            tr("There is not enough memory for pictures of this size; ask for a smaller one.")
        )
    return DONE


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "check": _check,
    "show": _show,
    "render": _render,
}


def _opened(path: str) -> "OpenedCase | None":
    """The case at a path; None, after a sentence, where it cannot be opened."""
    from caseviewer.documents.opening import open_case
    from caseviewer.model.problems import BundleError

    try:
        return open_case(path)
    except BundleError as error:
        _fail(str(error))
        return None


def _tell_version() -> int:
    from importlib.metadata import PackageNotFoundError, version

    try:
        print(f"caseviewer {version('caseviewer')}")
    except PackageNotFoundError:
        print(tr("caseviewer, not installed"))
    return DONE


# Saying it ----------------------------------------------------------------------------------


def _fail(sentence: str) -> int:
    print(visible_text(sentence), file=sys.stderr)
    return FAILED


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _print_json(values: dict[str, object]) -> None:
    from caseviewer.formatting.show import json_text

    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    print(json_text(values, ascii_only=encoding != "utf8"))


def _width() -> int | None:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _without_a_window() -> str:
    return tr(
        "Without a window you can read a case as text (caseviewer show PATH) or have its tabs"
        " drawn (caseviewer render PATH --out DIR)."
    )


def _no_screen() -> str:
    return tr("There is no screen to open a window on. {ways}", ways=_without_a_window())


def _missing(library: str) -> str:
    package = debian_package(library)
    return tr(
        "The system library {library} is missing or cannot be used. Install the package that"
        " holds it (on Debian and Ubuntu usually: sudo apt-get install {package}). To read a"
        " case as text nothing is missing: caseviewer show PATH",
        library=library,
        package=package,
    )


def _not_loaded(error: ImportError) -> str:
    if "cannot open shared object file" in str(error):
        return _missing(missing_library(str(error)))
    return tr(
        "Qt could not be loaded ({reason}). Install Case Viewer anew, with all that it needs:"
        " pip install --force-reinstall caseviewer. To read a case as text nothing is missing:"
        " caseviewer show PATH",
        reason=error,
    )


def debian_package(library: str) -> str:
    """The package that holds a library, by Debian's rule: libEGL.so.1 is in libegl1."""
    name, _, version = library.partition(".so")
    name = name.lower().replace("_", "-")
    return f"{name}{'-' if name[-1:].isdigit() else ''}{version.lstrip('.')}"


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl+C end the program at once: while Qt waits, Python would not hear of it."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _let_go_of_the_pipe() -> None:
    """The reader has gone: what is still to be written goes nowhere, in silence."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
