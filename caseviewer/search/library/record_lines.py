"""The records of the library as plain values, for other programs: see docs/library-export.md."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from caseviewer.formatting.dates import iso_day
from caseviewer.model.labels import words_for
from caseviewer.model.references import Kind
from caseviewer.search.filters import OtherKind
from caseviewer.search.library.tags import FILE
from caseviewer.search.library.texts import (
    PackedTexts,
    StoredDate,
    StoredDocument,
    StoredRow,
    StoredTexts,
)
from caseviewer.search.library.values import CaseRow

Values: TypeAlias = dict[str, object]


def record_values(connection: sqlite3.Connection, rows: Sequence[CaseRow]) -> Iterator[Values]:
    """One after the other the records of all cases, and the blocks of their documents.

    They are those of one moment, whatever is written meanwhile.
    """
    connection.execute("BEGIN")
    try:
        for row in rows:
            found = connection.execute(
                "SELECT sha256, texts FROM files WHERE key = ?", (row.key,)
            ).fetchone()
            if found is not None and found[1]:
                yield from _of_case(row, found[0], PackedTexts(found[1]).whole())
    finally:
        connection.execute("ROLLBACK")


def _of_case(case: CaseRow, sha256: str, texts: StoredTexts) -> Iterator[Values]:
    names = _names(texts.rows)
    head: Values = {
        "case": case.case_id,
        "case_title": case.title,
        "as_of": case.as_of,
        "path": case.path,
        "sha256": sha256,
        "reach": case.reach.value,
    }
    for row in texts.rows:
        yield head | _of_record(row, names)
    for document in texts.documents:
        yield from (head | block for block in _blocks(document, names))


def _of_record(row: StoredRow, names: Mapping[str, str]) -> Values:
    return {
        "record": row.record,
        "kind": FILE if row.kind is None else row.kind.value,
        "number": row.short,
        "block": None,
        "place": "",
        "text": "\n".join(text for _, text in row.fields),
        "fields": [{"label": label, "text": text} for label, text in row.fields],
        "dates": [_date(one) for one in row.dates],
        "parties": _named(row.parties, names),
        "sources": _named(row.sources, names),
    }


def _blocks(document: StoredDocument, names: Mapping[str, str]) -> Iterator[Values]:
    """The blocks of a document, each as a record of its own."""
    for at, (place, text) in enumerate(document.blocks()):
        yield {
            "record": document.source,
            "kind": OtherKind.DOCUMENT.value,
            "number": "",
            "block": at,
            "place": place,
            "text": text,
            "fields": [],
            "dates": [_date(one) for one in document.dates],
            "parties": _named(document.parties, names),
            "sources": _named((document.source,), names),
        }


def _date(one: StoredDate) -> Values:
    return {
        "label": words_for(one.label),
        "edtf": one.edtf,
        "earliest": iso_day(one.earliest) or None,
        "latest": iso_day(one.latest) or None,
        "guide": one.guide,
    }


def _named(ids: Sequence[str], names: Mapping[str, str]) -> list[Values]:
    return [{"id": one, "name": names.get(one, "")} for one in ids]


def _names(rows: Sequence[StoredRow]) -> dict[str, str]:
    """What parties and sources are called, by their ids."""
    found: dict[str, str] = {}
    for row in rows:
        label = _CALLED.get(row.kind) if row.kind is not None else None
        if label is not None:
            found[row.record] = next((text for name, text in row.fields if name == label), "")
    return found


_CALLED = {Kind.PARTY: words_for("name"), Kind.SOURCE: words_for("title")}
