"""The same party across cases: by its identifier, its name or another form of it, each told.

A State is told by the code of its country. A party's id is the compiler's own and may be given to
anybody in another file: that two are equal is a hint and no more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible
from caseviewer.search.library.listing import party_row
from caseviewer.search.library.tags import COUNTRY, PARTY_NAME, SOURCE_NAME
from caseviewer.search.library.texts import unpack
from caseviewer.search.library.values import CaseRow, PartyRow, SameBy, SameParty
from caseviewer.search.words import fold_words

_MOST = 2_000
_SHOWN = 80

_ORDER = {by: at for at, by in enumerate(SameBy)}


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of the party that is asked about; `own`: whether it is its name, not a variant."""

    letter: str
    folded: str
    text: str
    own: bool


def same_parties(
    connection: sqlite3.Connection, rows: Mapping[int, CaseRow], key: int, record: str
) -> tuple[SameParty, ...]:
    """Parties of other cases that may be the same as one, the surest first."""
    forms = list(_forms(connection, key, record))
    if not forms:
        return ()
    best: dict[tuple[int, str], tuple[SameBy, str]] = {}
    for form in forms:
        for file, other, by, sentence in _matches(connection, form, key):
            known = best.get((file, other))
            if known is None or _ORDER[by] < _ORDER[known[0]]:
                best[file, other] = by, sentence
    for file, other in _of_the_same_id(connection, key, record):
        words = tr(_WORDS[SameBy.ID], mine=record)
        best.setdefault((file, other), (SameBy.ID, words))
    found = [
        SameParty(rows[file], _party(connection, file, other), by, sentence)
        for (file, other), (by, sentence) in list(best.items())[:_MOST]
        if file in rows
    ]
    return tuple(sorted(found, key=lambda one: (_ORDER[one.by], one.case.title, one.party.name)))


def _forms(connection: sqlite3.Connection, key: int, record: str) -> Iterator[_Form]:
    found = connection.execute(
        "SELECT letter, folded, text, name FROM forms WHERE file = ? AND record = ?"
        " AND letter != ?",
        (key, record, SOURCE_NAME),
    )
    for letter, folded, text, name in found:
        yield _Form(letter, folded, text, text == name)


def _matches(
    connection: sqlite3.Connection, form: _Form, key: int
) -> Iterator[tuple[int, str, SameBy, str]]:
    """The parties of other cases that have a form, each with why it may be the same."""
    if not form.folded:  # a name without a letter is nobody's in particular
        return
    found = connection.execute(
        "SELECT file, record, text, name FROM forms WHERE letter = ? AND folded = ?"
        " AND file != ? LIMIT ?",
        (form.letter, form.folded, key, _MOST),
    )
    for file, record, text, name in found:
        by = SameBy.COUNTRY if form.letter == COUNTRY else _by_names(form, is_name=text == name)
        words = tr(
            _WORDS[by],
            mine=visible(form.text, _SHOWN),
            theirs=visible(text, _SHOWN),
            name=visible(name, _SHOWN),
        )
        yield file, record, by, words


def _of_the_same_id(
    connection: sqlite3.Connection, key: int, record: str
) -> Iterator[tuple[int, str]]:
    yield from connection.execute(
        "SELECT file, record FROM forms NOT INDEXED WHERE record = ? AND letter = ? AND file != ?"
        " LIMIT ?",
        (record, PARTY_NAME, key, _MOST),
    )


def _by_names(form: _Form, *, is_name: bool) -> SameBy:
    return SameBy.NAME if form.own and is_name else SameBy.VARIANT


_WORDS: Mapping[SameBy, str] = MappingProxyType({
    SameBy.COUNTRY: "the same country: {mine}",
    SameBy.NAME: "the same name: {theirs}",
    SameBy.VARIANT: "a form of both names: {theirs}, of {name}",
    SameBy.ID: "the same id in both files: {mine}; that is a hint only",
})  # fmt: skip


def _party(connection: sqlite3.Connection, file: int, record: str) -> PartyRow:
    """A party as the preview of its case shows it, else as far as its names tell."""
    (details,) = connection.execute("SELECT details FROM files WHERE key = ?", (file,)).fetchone()
    for one in unpack(details)["parties"] if details else ():
        if one["record"] == record:
            return party_row(one)
    found = connection.execute(
        "SELECT name, text FROM forms WHERE file = ? AND record = ? AND letter = ?",
        (file, record, PARTY_NAME),
    ).fetchall()
    name = found[0][0]
    variants = tuple(text for _, text in found if fold_words(text) != fold_words(name))
    return PartyRow(record, "", name, (), "", variants)
