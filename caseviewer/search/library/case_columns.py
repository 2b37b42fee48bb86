"""The list of cases in the library in words: its columns, and what cases can be chosen by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from caseviewer.formatting.facets import Facet, Values
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.table import ColumnLook
from caseviewer.formatting.translate import tr
from caseviewer.model.deadlines import DeadlineState
from caseviewer.search.folding import fold
from caseviewer.search.library.moments import moment_words
from caseviewer.search.library.values import CaseRow, Choices, Reach
from caseviewer.search.library.values import Facet as By

CellText = Callable[[CaseRow], str]

_DEADLINES: Mapping[DeadlineState, str] = {
    DeadlineState.OPEN: "open",
    DeadlineState.ENDING: "perhaps over",
    DeadlineState.OVER: "over",
    DeadlineState.UNKNOWN: "not known",
}
_NEEDED = ("title", "deadline", "states", "statuses", "problems", "year", "opened", "bodies")
"""The columns, in the order in which they are given room where there is too little for all."""
_LISTED = 1
_CASE_FILE = "case.json"
_GRAVEST = {Reach.BROKEN: 0, Reach.AWAY: 1, Reach.HERE: 2}


@dataclass(frozen=True, slots=True)
class CaseColumn(ColumnLook):
    """One column: its name, the text of a cell, and what it sorts by."""

    text: CellText
    key: Callable[[CaseRow], Any]
    second_line: CellText | None = None


@dataclass(frozen=True, slots=True)
class CaseFacet:
    """What cases can be chosen by, as people read it; `raw` leads from words to the values."""

    by: By
    shown: Facet
    words: Callable[[CaseRow], Values]
    raw: Callable[[str], str]


def case_title(row: CaseRow) -> str:
    """What a case is called: by its title, else by its file, or the folder of that."""
    path = PurePath(row.path)
    return row.title or (path.parent.name if path.name.casefold() == _CASE_FILE else path.name)


def problem_words(row: CaseRow) -> str:
    """What is wrong with a case, in a few words; empty where nothing is."""
    if row.reach is Reach.BROKEN:
        return tr("cannot be opened")
    if row.reach is Reach.AWAY:
        return tr("folder is not there")
    parts = []
    if row.set_aside:
        parts.append(counted(row.set_aside, tr("record set aside"), tr("records set aside")))
    if row.warnings:
        parts.append(counted(row.warnings, tr("warning"), tr("warnings")))
    return ", ".join(parts)


def case_columns(rows: Sequence[CaseRow], most: int = len(_NEEDED)) -> tuple[CaseColumn, ...]:
    """The columns that at least one case fills; of these the most needed ones."""
    filled = [
        column
        for column in _columns()
        if column.name == "title" or not rows or any(map(column.text, rows))
    ]
    by_need = sorted((column.name for column in filled), key=_NEEDED.index)
    return tuple(column for column in filled if column.name in by_need[:most])


def case_sentence(row: CaseRow) -> str:
    """A whole row for a screen reader."""
    deadline = "" if row.deadline is None else _deadline_sentence(row)
    parts = (
        case_title(row),
        _list(row.states),
        _list(row.bodies),
        _list(row.statuses),
        "" if row.year is None else tr("decided {year}", year=row.year),
        deadline,
        problem_words(row),
        tr("last opened {moment}", moment=moment_words(row.opened)) if row.opened else "",
    )
    return ", ".join(filter(None, parts))


def case_facets(rows: Sequence[CaseRow]) -> tuple[CaseFacet, ...]:
    """What cases can be chosen by: State, body, status, year, deadline, folder."""
    folders = folder_names(row.folder for row in rows)
    states = {tr(words): str(state.value) for state, words in _DEADLINES.items()}
    named = {value: words for words, value in states.items()}
    paths = {name: folder for folder, name in folders.items()}
    return (
        _facet(By.STATE, tr("State")),
        _facet(By.BODY, tr("Body")),
        _facet(By.STATUS, tr("Status")),
        _facet(By.YEAR, tr("Year"), place=lambda year: -int(year)),
        CaseFacet(
            By.DEADLINE,
            Facet(
                By.DEADLINE.value,
                tr("Deadline"),
                _nothing,
                first=tuple(states),
                note=tr("As at the day up to which each file speaks"),
            ),
            lambda row: tuple(named[value] for value in row.values(By.DEADLINE)),
            lambda words: states[words],
        ),
        CaseFacet(
            By.FOLDER,
            Facet(By.FOLDER.value, tr("Folder"), _nothing),
            lambda row: (folders[row.folder],),
            lambda name: paths[name],
        ),
    )


def raw_choices(facets: Sequence[CaseFacet], chosen: Mapping[str, frozenset[str]]) -> Choices:
    """What is chosen, as the index knows it."""
    return {
        facet.by: frozenset(map(facet.raw, chosen[facet.shown.name]))
        for facet in facets
        if chosen.get(facet.shown.name)
    }


def folder_names(folders: Iterable[str]) -> dict[str, str]:
    """What folders are called by their paths: by their last part, if no other has the same."""
    known = {folder: PurePath(folder).name or folder for folder in folders}
    last = Counter(known.values())
    return {folder: name if last[name] == 1 else folder for folder, name in known.items()}


def _columns() -> tuple[CaseColumn, ...]:
    return (
        CaseColumn("title", tr("Title"), case_title, lambda row: fold(case_title(row)), weight=6),
        _listed("states", tr("State"), lambda row: row.states, weight=2),
        _listed("bodies", tr("Body"), lambda row: row.bodies, weight=4),
        _listed("statuses", tr("Status"), lambda row: row.statuses, weight=2),
        CaseColumn("year", tr("Decided"), _year, lambda row: (row.year is None, row.year or 0),
                   short=True),
        CaseColumn("deadline", tr("Next deadline"), _deadline, _deadline_key, weight=5,
                   second_line=_deadline_state),
        CaseColumn("problems", tr("Problems"), problem_words, _problem_key, weight=3),
        CaseColumn("opened", tr("Last opened"), lambda row: moment_words(row.opened),
                   lambda row: (not row.opened, row.opened), weight=3),
    )  # fmt: skip


def _listed(name: str, title: str, values: Callable[[CaseRow], Values], weight: int) -> CaseColumn:
    def text(row: CaseRow) -> str:
        return _first(values(row))

    def key(row: CaseRow) -> tuple[bool, str]:
        return (not values(row), fold(_list(values(row))))

    return CaseColumn(name, title, text, key, weight=weight)


def _facet(by: By, title: str, place: Callable[[str], int] = lambda _: 0) -> CaseFacet:
    shown = Facet(by.value, title, _nothing, place=place)
    return CaseFacet(by, shown, lambda row: row.values(by), str)


def _nothing(*_: object) -> Values:
    """Stands for what facets of records ask of an open case: none is open here."""
    return ()


def _list(values: Values) -> str:
    return ", ".join(values)


def _first(values: Values) -> str:
    """The first values, and how many there are besides; the page of the case has them all."""
    if len(values) <= _LISTED + 1:
        return _list(values)
    return tr(
        "{values} and {more} more", values=_list(values[:_LISTED]), more=len(values) - _LISTED
    )


def _year(row: CaseRow) -> str:
    return "" if row.year is None else str(row.year)


def _deadline(row: CaseRow) -> str:
    """The window alone; what is said of it besides stands on the page."""
    return "" if row.deadline is None else row.deadline.ends.partition(";")[0]


def _deadline_state(row: CaseRow) -> str:
    if row.deadline is None:
        return ""
    words = tr(_DEADLINES[row.deadline.state])
    return tr("{words}, unanswered", words=words) if row.deadline.unanswered else words


def _deadline_sentence(row: CaseRow) -> str:
    words = tr("next deadline {ends}", ends=_deadline(row))
    return ": ".join((words, _deadline_state(row)))


def _deadline_key(row: CaseRow) -> tuple[bool, int]:
    found = row.deadline
    if found is None:
        return (True, 0)
    bounds = [bound for bound in (found.latest, found.earliest) if bound is not None]
    return (not bounds, bounds[0] if bounds else 0)


def _problem_key(row: CaseRow) -> tuple[int, int, int]:
    return (_GRAVEST[row.reach], -row.set_aside, -row.warnings)
