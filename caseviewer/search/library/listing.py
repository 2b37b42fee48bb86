"""The cases of the library as they are listed, and what the preview shows of one."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from caseviewer.bundle.container import CASE_FILE
from caseviewer.model.deadlines import DeadlineState
from caseviewer.search.library.texts import unpack
from caseviewer.search.library.values import (
    CaseDetails,
    CaseRow,
    Chosen,
    DeadlineRow,
    PartyRow,
    ProceedingRow,
    Reach,
)
from caseviewer.search.words import fold_words

_ROWS = "SELECT key, path, folder, reach, fault, row FROM files"


def case_name(path: str) -> str:
    """What a case file is called: its folder's name where that holds it, else its own."""
    pure = PurePath(path)
    return pure.parent.name if pure.name.casefold() == CASE_FILE else pure.name


def all_rows(connection: sqlite3.Connection, opened: Mapping[str, str]) -> tuple[CaseRow, ...]:
    """All cases by title; `opened` tells when each was opened, by its case file."""
    rows = [_row(values, opened) for values in connection.execute(_ROWS)]
    return tuple(sorted(rows, key=lambda row: (fold_words(row.title), row.path)))


def fitting(rows: Iterable[CaseRow], chosen: Chosen) -> tuple[CaseRow, ...]:
    """Of some cases those that are wanted."""
    if not any(chosen.choices.values()) and not chosen.text:
        return tuple(rows)
    wanted = [f" {word}" for word in fold_words(chosen.text).split()]
    choices = {facet: values for facet, values in chosen.choices.items() if values}
    return tuple(
        row
        for row in rows
        if all(not values.isdisjoint(row.values(facet)) for facet, values in choices.items())
        and (not wanted or _holds(row, wanted))
    )


def details_of(connection: sqlite3.Connection, row: CaseRow) -> CaseDetails | None:
    """What the preview shows of a case; None where it is gone."""
    found = connection.execute("SELECT details FROM files WHERE key = ?", (row.key,)).fetchone()
    if found is None:
        return None
    if not found[0]:
        return CaseDetails(row, "", "", fiction=False)
    told: dict[str, Any] = unpack(found[0])
    return CaseDetails(
        row=row,
        summary=told["summary"],
        handling=told["handling"],
        fiction=told["fiction"],
        proceedings=tuple(_proceeding(one) for one in told["proceedings"]),
        parties=tuple(map(party_row, told["parties"])),
        deadlines=tuple(map(_deadline, told["deadlines"])),
        counts=told["counts"],
        documents_here=told["documents_here"],
        documents=told["documents"],
        problems=tuple(told["problems"]),
        faults=tuple(told["faults"]),
    )


def party_row(told: dict[str, Any]) -> PartyRow:
    """A party of the preview."""
    return PartyRow(**{**told, "roles": tuple(told["roles"]), "variants": tuple(told["variants"])})


def _row(values: tuple[Any, ...], opened: Mapping[str, str]) -> CaseRow:
    key, path, folder, reach, fault, row = values
    case_file = os.fsdecode(path)
    told: dict[str, Any] = json.loads(row) if row else _UNREAD
    deadline = told["deadline"]
    return CaseRow(
        key=key,
        path=case_file,
        folder=os.fsdecode(folder),
        reach=Reach(reach),
        fault=fault,
        case_id=told["case_id"],
        title=told["title"] or case_name(case_file),
        proceeding=told["proceeding"],
        states=tuple(told["states"]),
        bodies=tuple(told["bodies"]),
        statuses=tuple(told["statuses"]),
        year=told["year"],
        deadline=None if deadline is None else _deadline(deadline),
        deadline_states=tuple(map(DeadlineState, told["deadline_states"])),
        first_day=told["first_day"],
        last_day=told["last_day"],
        set_aside=told["set_aside"],
        warnings=told["warnings"],
        as_of=told["as_of"],
        revision=told["revision"],
        opened=opened.get(case_file, ""),
        documents=tuple(told["documents"].items()),
    )


_UNREAD: dict[str, Any] = {
    "case_id": "", "title": "", "proceeding": "", "states": (), "bodies": (), "statuses": (),
    "year": None, "deadline": None, "deadline_states": (), "first_day": None, "last_day": None,
    "set_aside": 0, "warnings": 0, "as_of": "", "revision": "", "documents": {},
}  # fmt: skip
"""The row of a case that could not be opened."""


def _proceeding(told: dict[str, Any]) -> ProceedingRow:
    return ProceedingRow(**{**told, "identifiers": tuple(told["identifiers"])})


def _deadline(told: dict[str, Any]) -> DeadlineRow:
    return DeadlineRow(**{**told, "state": DeadlineState(told["state"])})


def _holds(row: CaseRow, wanted: Iterable[str]) -> bool:
    texts = (row.title, row.proceeding, *row.states, *row.bodies, row.case_id, row.path)
    folded = f" {fold_words(' '.join(texts))}"
    return all(word in folded for word in wanted)
