"""The command line: `caseviewer`, and its `check`, `show` and `render`.

Qt is loaded for windows and pictures only. Codes that a command ends with:

    0    done; `check`: valid, perhaps with warnings
    1    `check`: opened, but records were set aside
    2    cannot be opened, drawn or understood; a sentence says why
    130  interrupted

The keys of `--json` are told in `caseviewer.formatting.show`.
"""

import argparse
import io
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible_text
from caseviewer.screen import find_obstacle, missing_library

if TYPE_CHECKING:
    from caseviewer.model.opened import OpenedCase

DONE, SET_ASIDE, FAILED, INTERRUPTED = 0, 1, 2, 130

_SIDES = (320, 4096)
_SCALES = (1, 4)
_TEXT_SIZES = (100, 200)


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


# What is asked for --------------------------------------------------------------------------


def _parser(name: str, what: str, notes: str = "", usage: str | None = None) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=f"caseviewer {name}".strip(),
        usage=usage,
        description=what,
        epilog=notes,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _open_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "",
        tr("Open case files and read them in tabs."),
        tr(
            "Without a window:\n"
            "  caseviewer check PATH    say whether a case is sound, and what is wrong with it\n"
            "  caseviewer show PATH     read a case as text\n"
            "  caseviewer render PATH   draw its tabs into pictures\n"
            "Each of them tells more with --help.\n"
            "\n"
            "A case called like one of these words is opened by ./check, one that starts with\n"
            "a dash after two of them: caseviewer -- -case.json"
        ),
        "caseviewer [PATH ...]\n       caseviewer {check,show,render} PATH ...",
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help=tr("a case file, or a folder with a case.json")
    )
    parser.add_argument("--version", action="store_true", help=tr("say which version this is"))
    return parser


def _check_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "check",
        tr("Say whether a case is sound: the receipt, and every problem on a line."),
        tr(
            "Ends with 0 when the case is valid (warnings are allowed), with 1 when records had\n"
            "to be set aside, with 2 when it cannot be opened.\n"
            "\n"
            "Keys of --json: path, opened, valid, case (id and title, or null), receipt,\n"
            "problems, unlisted_problems. Each problem has: severity (stop, set_aside or warn),\n"
            "code, message, found, expected, record, short, field, path, place (line and\n"
            "column, or null), hint, line_text, sentence."
        ),
    )
    _add_path(parser)
    parser.add_argument("--json", action="store_true", help=tr("answer as JSON"))
    return parser


def _show_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "show",
        tr("Write a case as text: the overview, then every record, tab by tab."),
        tr(
            "Long lines are wrapped in a terminal only.\n"
            "\n"
            "  caseviewer show cases/halvek-v-valdrasia --tab parties\n"
            "  caseviewer show case.json --json > case-pages.json\n"
            "\n"
            "Keys of --json: case (id, title, proceeding, receipt) and tabs. A tab has: tab,\n"
            "title, count, columns, page, rows; a row: id, number, group, cells, page, parts\n"
            "(the passages of a source); a page is a list of blocks: kind, label, level, text,\n"
            "links (text, record, number, tab)."
        ),
    )
    _add_path(parser)
    _add_tab(parser)
    parser.add_argument("--json", action="store_true", help=tr("write the pages as JSON"))
    return parser


def _render_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "render",
        tr("Draw the tabs of a case into pictures; no screen is needed."),
        tr(
            "Writes overview.png, parties.png and so on, over pictures of the same name.\n"
            "\n"
            "  caseviewer render case.json --out pictures --scheme dark --scale 2"
        ),
    )
    _add_path(parser)
    parser.add_argument(
        "--out", required=True, metavar="DIR", help=tr("the folder for the pictures")
    )
    parser.add_argument(
        "--size", type=_size, default=(1280, 800), metavar="WxH", help=tr("size of the window")
    )
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    parser.add_argument(
        "--scale",
        type=_number_within(_SCALES, float),
        default=1.0,
        metavar="N",
        help=tr("pixels for each point, 1 to 4"),
    )
    parser.add_argument(
        "--text-size",
        type=_number_within(_TEXT_SIZES, int),
        default=100,
        metavar="N",
        help=tr("size of the text in per cent, 100 to 200"),
    )
    _add_tab(parser)
    return parser


def _add_path(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path", metavar="PATH", help=tr("a case file, or a folder with a case.json")
    )


def _add_tab(parser: argparse.ArgumentParser) -> None:
    names = [tab.value for tab in Tab]
    parser.add_argument(
        "--tab",
        type=str.lower,
        choices=names,
        metavar="TAB",
        help=tr("one tab alone: {names}", names=", ".join(names)),
    )


def _tabs(name: str | None) -> list[Tab]:
    return list(Tab) if name is None else [Tab(name)]


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,5})[xX×]([0-9]{1,5})", text)
    least, most = _SIDES
    if found is None or not all(least <= int(side) <= most for side in found.groups()):
        words = tr("write it like 1280x800, each side from {least} to {most}")
        raise argparse.ArgumentTypeError(words.format(least=least, most=most))
    return int(found[1]), int(found[2])


def _number_within(
    span: tuple[int, int], kind: Callable[[str], float]
) -> Callable[[str], float]:
    least, most = span

    def number(text: str) -> float:
        try:
            value = kind(text)
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(tr("a number from {least} to {most}", least=least, most=most))
        return value

    return number


# Doing it -----------------------------------------------------------------------------------


def _open(given: list[str]) -> int:
    asked = _open_parser().parse_args(given)
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
    asked = _check_parser().parse_args(given)
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
    asked = _show_parser().parse_args(given)
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
    asked = _render_parser().parse_args(given)
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
        return _fail(tr("There is not enough memory for pictures of this size; ask for a smaller one."))
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
        "The system library {library} is missing. Install the package that holds it (on Debian"
        " and Ubuntu usually: sudo apt-get install {package}). To read a case as text"
        " nothing is missing: caseviewer show PATH",
        library=library,
        package=package,
    )


def _not_loaded(error: ImportError) -> str:
    if ".so" in str(error).split(":")[0]:
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
