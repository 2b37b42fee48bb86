"""The command line for the library: `caseviewer library`."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from caseviewer.bundle.container import CASE_FILE
from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible
from caseviewer.saying import (
    DONE,
    FAILED,
    NOTHING_FOUND,
    fail,
    print_json,
    print_lines,
    tell,
    writes_bold,
)
from caseviewer.search.hit_lines import BOLD, QUOTED
from caseviewer.search.library.library import Library
from caseviewer.search.library.library_lines import (
    answer_lines,
    answer_remarks,
    answer_values,
    count_words,
    list_lines,
    list_values,
    refreshed_values,
    refreshed_words,
)
from caseviewer.search.library.refresh_words import off_words
from caseviewer.search.library.settings import absolute
from caseviewer.search.library.store import IndexOutOfReachError, IndexUnusableError
from caseviewer.search.library.values import (
    CaseRow,
    Chosen,
    Ending,
    Facet,
    Progress,
    State,
    Step,
)
from caseviewer.search.words import fold_words
from caseviewer.whole_file import whole_file

_SHOWN = 200


def library(asked: Namespace) -> int:
    """Do what is asked of the library; returns the code that the command ends with."""
    library = Library()
    try:
        return _DOING[asked.what](library, asked)
    except IndexOutOfReachError as error:
        return fail(str(error))
    except IndexUnusableError as error:
        return fail(tr("{reason} Do that with: caseviewer library refresh", reason=error))
    finally:
        library.close()


def _add(library: Library, asked: Namespace) -> int:
    for folder in asked.folders:
        fault = library.add_folder(Path(folder))
        if fault:
            return fail(fault)
    return _refreshed(library, as_json=False)


def _remove(library: Library, asked: Namespace) -> int:
    code = DONE
    for folder in asked.folders:
        known = library.state().folders
        fault = library.forget_folder(folder if folder in known else absolute(Path(folder)))
        if fault:
            code = fail(fault)
    return code


def _refresh(library: Library, asked: Namespace) -> int:
    return _refreshed(library, as_json=asked.json)


def _refreshed(library: Library, *, as_json: bool) -> int:
    on_terminal = sys.stderr.isatty()
    done = library.refresh(_told if on_terminal else _nothing, lambda: True)
    if on_terminal:
        print("\r\x1b[K", end="", file=sys.stderr)
    if as_json:
        print_json(refreshed_values(done))
    else:
        for sentence in done.told:
            tell(sentence)
        if done.ending is Ending.DONE:
            print_lines([refreshed_words(done)])
    return DONE if done.ending is Ending.DONE else FAILED


def _nothing(_: Progress) -> None:
    """For an output that nobody watches."""


def _told(progress: Progress) -> None:
    """Tell on one line of the terminal how far a refresh is."""
    words = tr("Looking through the folders …")
    if progress.step is Step.READING:
        words = tr("{done} of {total} cases read", done=progress.done, total=progress.total)
    elif progress.step is Step.TIDYING:
        words = tr("Tidying the index …")
    print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)


def _list(library: Library, asked: Namespace) -> int:
    state = library.state()
    rows = library.cases(_chosen(library, asked))
    if asked.json:
        print_json(list_values(state, rows))
        return DONE
    for sentence in _lacking(state):
        tell(sentence)
    if not state.on:
        return fail(off_words())
    print_lines(list_lines(rows))
    return DONE


def _lacking(state: State) -> Iterator[str]:
    """Why the index may not hold what the reader looks for."""
    yield from state.told
    if not state.on:
        return
    if not state.folders:
        yield tr("The library has no folder yet. Add one: caseviewer library add FOLDER")
    elif not state.indexed_at and not state.cases:
        yield tr("Nothing is read yet. Do that with: caseviewer library refresh")
    elif not state.indexed_at:
        yield tr("Not all cases are read yet. Go on with: caseviewer library refresh")


def _search(library: Library, asked: Namespace) -> int:
    state = library.state()
    if not state.on:
        return fail(tr("{off} To search: caseviewer search QUERY FOLDER", off=off_words()))
    answer = library.search(asked.query, _chosen(library, asked), asked.most)
    answer = replace(answer, told=(*_lacking(state), *answer.told))
    if asked.json:
        print_json(answer_values(answer))
    else:
        print_lines(answer_lines(answer, BOLD if writes_bold() else QUOTED))
        said, count = answer_remarks(answer), count_words(answer)
        for sentence in (*said, count) if answer.cases else (count, *said):
            tell(sentence)
    if answer.faults and not answer.cases:
        return FAILED
    return DONE if answer.cases else NOTHING_FOUND


def _erase(library: Library, _: Namespace) -> int:
    fault = library.erase()
    if fault:
        return fail(fault)
    tell(tr("The index is erased. The folders stay known; refresh makes it anew."))
    return DONE


def _switch(library: Library, asked: Namespace) -> int:
    fault = library.switch(on=asked.what == "on")
    return fail(fault) if fault else DONE


# Choosing cases -----------------------------------------------------------------------------


def _chosen(library: Library, asked: Namespace) -> Chosen:
    """Which cases are wanted: typed words choose the values that hold them."""
    typed = {
        Facet.STATE: asked.state,
        Facet.BODY: asked.body,
        Facet.STATUS: asked.status,
        Facet.YEAR: asked.year,
    }
    choices = dict(_matching(library.cases(), typed))
    if asked.deadline:
        choices[Facet.DEADLINE] = frozenset(asked.deadline)
    if asked.folder:
        choices[Facet.FOLDER] = frozenset(absolute(Path(one)) for one in asked.folder)
    return Chosen(choices, asked.text)


def _matching(
    rows: tuple[CaseRow, ...], typed: Mapping[Facet, list[str]]
) -> Iterator[tuple[Facet, frozenset[str]]]:
    for facet, words in typed.items():
        if words:
            known = {value for row in rows for value in row.values(facet)}
            fitting = frozenset(value for value in known if _holds(value, words))
            yield facet, fitting or frozenset(words)  # what nobody has chooses no case


def _holds(value: str, typed: list[str]) -> bool:
    folded = f" {fold_words(value)}"
    return any(f" {fold_words(one)}" in folded for one in typed)


# Exporting ----------------------------------------------------------------------------------


def _export(library: Library, asked: Namespace) -> int:
    if not library.state().on:
        return fail(off_words())
    lines = (json.dumps(values, ensure_ascii=False) for values in library.records())
    if asked.out is None:
        for line in lines:
            sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "backslashreplace"))
        return DONE
    target = Path(asked.out)
    refusal = _refusal(target, overwrite=asked.force)
    if refusal:
        return fail(refusal)
    count = 0
    try:
        with whole_file(target, private=True) as stream:
            for line in lines:
                stream.write(f"{line}\n".encode("utf-8", "backslashreplace"))
                count += 1
    except OSError as error:
        reason = error.strerror or type(error).__name__
        words = tr("“{name}” could not be written: {reason}.")
        return fail(words.format(name=target.name, reason=reason))
    tell(tr("Exported: {count} records to “{name}”.", count=f"{count:,}", name=target.name))
    return DONE


def _refusal(target: Path, *, overwrite: bool) -> str:
    """Why a file may not be written; empty where it may."""
    name = visible(target.name, _SHOWN)
    if target.is_dir():
        return tr("“{name}” is a folder. Name a file in it.", name=name)
    if any((folder / CASE_FILE).exists() for folder in _place(target).parents):
        return tr(
            "“{name}” would lie in a case’s own folder, where nothing is ever written. Choose"
            " another folder.",
            name=name,
        )
    if os.path.lexists(target) and not (overwrite and target.is_file()):
        words = tr("“{name}” is there already and was left as it is. To write over it: --force")
        return words.format(name=name)
    return ""


def _place(target: Path) -> Path:
    """Where a file would lie, whatever links lead there."""
    return Path(os.path.realpath(target.parent)) / target.name


_DOING: Mapping[str, Callable[[Library, Namespace], int]] = {
    "add": _add,
    "remove": _remove,
    "list": _list,
    "refresh": _refresh,
    "search": _search,
    "erase": _erase,
    "on": _switch,
    "off": _switch,
    "export": _export,
}
