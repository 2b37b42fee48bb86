"""The command line: `caseviewer`, and its commands such as `check`, `show`, `cite` and `export`.

Qt is loaded for windows and pictures only. The codes that commands end with are told in
`caseviewer.saying`. The keys of `--json` are told in `caseviewer.formatting.show`.
"""

import argparse
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from caseviewer.arguments import (
    check_parser,
    deadline_parser,
    open_parser,
    render_parser,
    search_parser,
    show_parser,
)
from caseviewer.bundle.quiet import collector_off
from caseviewer.copy_arguments import (
    anchor_parser,
    cite_parser,
    export_parser,
    notes_parser,
    quote_parser,
    source_parser,
)
from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible_text
from caseviewer.release import program_version
from caseviewer.saying import (
    DONE,
    FAILED,
    INTERRUPTED,
    SET_ASIDE,
    fail,
    opened_case,
    print_json,
    print_lines,
    seen_at,
    tell,
    width,
)
from caseviewer.screen import find_obstacle, missing_library

if TYPE_CHECKING:
    from caseviewer.formatting.page import Tab
    from caseviewer.model.opened import OpenedCase


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the code that the command ends with."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # slow to look for, and not ours
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


def _tabs(name: str | None) -> "list[Tab]":
    from caseviewer.formatting.page import Tab

    return list(Tab) if name is None else [Tab(name)]


# Doing it -----------------------------------------------------------------------------------


def _open(given: list[str]) -> int:
    asked = open_parser().parse_args(given)
    if asked.version:
        return _tell_version()
    obstacle = find_obstacle()
    if obstacle is not None:
        return fail(_missing(obstacle.library) if obstacle.library else _no_screen())
    try:
        with collector_off():
            from caseviewer.ui.loading import load_qt

            load_qt()
            from caseviewer.app import run
    except ImportError as error:
        return fail(_not_loaded(error))
    with _interruptible():
        return run(asked.paths)


def _check(given: list[str]) -> int:
    asked = check_parser().parse_args(given)
    from caseviewer.documents.copies import recognised
    from caseviewer.documents.opening import begin
    from caseviewer.formatting import show
    from caseviewer.formatting.refusal import refusal_values
    from caseviewer.model.problems import BundleError, Severity

    try:
        opening = begin(asked.path)
        copies, told = recognised(opening.opened.case, asked.document)
        opened = opening.check(copies)
    except BundleError as error:
        if not asked.json:
            return fail(str(error))
        print_json(refusal_values(asked.path, error.problem))
        return FAILED
    if asked.json:
        print_json(show.check_values(opened))
    else:
        print_lines(show.check_lines(opened, width()))
    for sentence in told:
        tell(sentence)
    return SET_ASIDE if opened.count(Severity.SET_ASIDE) else DONE


def _show(given: list[str]) -> int:
    asked = show_parser().parse_args(given)
    whole = opened_case(asked.path)
    if whole is None:
        return FAILED
    from caseviewer.formatting import show

    opened = seen_at(whole, asked.as_at)
    if asked.between:
        return _show_between(opened, whole, asked)
    tabs = _tabs(asked.tab)
    if asked.json:
        print_json(show.case_values(opened, tabs))
    else:
        print_lines(show.case_lines(opened, tabs, width()))
    return DONE


def _show_between(opened: "OpenedCase", whole: "OpenedCase", asked: argparse.Namespace) -> int:
    from caseviewer.formatting import show
    from caseviewer.naming import UnknownNameError, named_in_chronology

    try:
        one, other = (named_in_chronology(opened, name, whole) for name in asked.between)
    except UnknownNameError as error:
        return fail(str(error))
    if one is other:
        return fail(tr("These are one and the same record; name two of them."))
    if asked.json:
        print_json(show.elapsed_values(opened, one, other))
    else:
        print_lines(show.elapsed_lines(opened, one, other, width()))
    return DONE


def _render(given: list[str]) -> int:
    asked = render_parser().parse_args(given)
    opened = opened_case(asked.path)
    if opened is None:
        return FAILED
    try:
        from caseviewer.ui.render import Wish, render
    except ImportError as error:
        return fail(_not_loaded(error))
    tabs = _tabs(asked.tab)
    wish = Wish(asked.size, asked.scheme, asked.scale, asked.text_size, tabs, asked.as_at)
    try:
        with _interruptible():
            print_lines(visible_text(str(path)) for path in render(opened, Path(asked.out), wish))
    except BrokenPipeError:
        raise
    except OSError as error:
        words = tr("The pictures could not be written to “{folder}”: {reason}.")
        return fail(words.format(folder=asked.out, reason=error.strerror))
    except MemoryError:
        return fail(
            tr("There is not enough memory for pictures of this size; ask for a smaller one.")
        )
    return DONE


def _cite(given: list[str]) -> int:
    asked = cite_parser().parse_args(given)
    from caseviewer import cite_cli

    return cite_cli.cite(asked)


def _quote(given: list[str]) -> int:
    asked = quote_parser().parse_args(given)
    from caseviewer import quote_cli

    return quote_cli.quote(asked)


def _deadline(given: list[str]) -> int:
    asked = deadline_parser().parse_args(given)
    from caseviewer import deadline_cli

    return deadline_cli.deadlines(asked)


def _export(given: list[str]) -> int:
    asked = export_parser().parse_args(given)
    from caseviewer import export_cli

    return export_cli.export(asked)


def _library(given: list[str]) -> int:
    from caseviewer.library_arguments import library_parser

    asked = library_parser().parse_args(given)
    from caseviewer import library_cli

    return library_cli.library(asked)


def _search(given: list[str]) -> int:
    if given and given[0][:1] == "-" and given[0][:2] != "--" and given[0] != "-h":
        # `-without` is a query here, which the parser takes for an option unless a space leads.
        given = [f" {given[0]}", *given[1:]]
    asked = search_parser().parse_args(given)
    from caseviewer import search_cli

    return search_cli.search(asked)


def _notes(given: list[str]) -> int:
    asked = notes_parser().parse_args(given)
    from caseviewer import notes_cli

    return notes_cli.notes(asked)


def _source(given: list[str]) -> int:
    asked = source_parser().parse_args(given)
    from caseviewer import cite_cli

    return cite_cli.import_files(asked.files)


def _anchor(given: list[str]) -> int:
    asked = anchor_parser().parse_args(given)
    from caseviewer import anchor_cli

    return anchor_cli.anchor_words(asked)


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "check": _check,
    "show": _show,
    "render": _render,
    "cite": _cite,
    "quote": _quote,
    "deadline": _deadline,
    "export": _export,
    "notes": _notes,
    "search": _search,
    "library": _library,
    "anchor": _anchor,
    "source": _source,
}


def _tell_version() -> int:
    found = program_version()
    print(f"caseviewer {found}" if found else tr("caseviewer, not installed"))
    return DONE


# Saying it ----------------------------------------------------------------------------------


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
