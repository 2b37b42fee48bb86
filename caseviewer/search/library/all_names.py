"""What a query looks for across all cases: with the forms of names that any of them lists."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import cast

from caseviewer.model.kinds import Identity, PartyKind
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party, Variant
from caseviewer.search.library.tags import PARTY_NAME
from caseviewer.search.query import Query, Term
from caseviewer.search.slices import at_once
from caseviewer.search.understanding import Corrected, Understanding, corrected
from caseviewer.search.vocabulary import Vocabulary
from caseviewer.search.wanted import Wanted

_MOST_NAMES = 60
_MOST_WORDS = 8
_FEWEST = 4
"""So many letters of the last word of a name have to be typed, unless it is typed whole."""
_HIGHEST = "\U0010ffff"
_FIRST_FOREIGN = "\x80"


class Words:
    """The words of all cases; read when they are asked for, as few queries need them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read nothing yet; good as long as the index is not written."""
        self._connection = connection
        self._all: Vocabulary | None = None
        self._foreign: Vocabulary | None = None

    def for_scripts(self, query: Query) -> Vocabulary:
        """Those that may be another script's writing of what was typed."""
        if any(not word.isascii() for term in query.terms for word in term.words):
            return self.all()
        if self._foreign is None:
            self._foreign = self._read("SELECT term FROM vocabulary WHERE term >= ?")
        return self._foreign

    def all(self) -> Vocabulary:
        """All of them."""
        if self._all is None:
            self._all = self._read("SELECT term FROM vocabulary WHERE term >= ?", "")
        return self._all

    def _read(self, query: str, least: str = _FIRST_FOREIGN) -> Vocabulary:
        found = self._connection.execute(query, (least,))
        return Vocabulary(term for (term,) in found)


def understood(connection: sqlite3.Connection, query: Query, words: Words) -> Wanted:
    """What a query looks for."""
    parties = tuple(_parties(connection, query.terms))
    # `Understanding` asks a case for its parties, and for records by number, which tell nothing
    # across cases.
    case = SimpleNamespace(parties=parties)
    index = SimpleNamespace(by_short=lambda _: None)
    cases = cast("OpenedCase", SimpleNamespace(case=case, index=index))
    vocabularies = [words.for_scripts(query)] if query.terms else []
    return at_once(Understanding(cases).wanted(query, vocabularies))


def with_near_words(query: Query, wanted: Wanted, words: Words) -> Corrected | None:
    """The same with near words for those that stand in no case; None where there are none."""
    return corrected(query, wanted, [words.all()])


def _parties(connection: sqlite3.Connection, terms: Sequence[Term]) -> Iterator[Party]:
    """The parties of which words of the query are a form of the name, each name once."""
    known: dict[tuple[str, str], None] = {}
    for typed in _runs(terms):
        known.update(dict.fromkeys(_named(connection, typed)))
    for name, told in list(known)[:_MOST_NAMES]:
        variants = tuple(
            Variant(text=text, language=language, note=note)
            for text, language, note in json.loads(told)
        )
        yield Party(
            id="party",
            kind=PartyKind.PERSON,
            identity=Identity.NAMED,
            name=name,
            variants=variants,
        )


def _runs(terms: Sequence[Term]) -> Iterator[list[str]]:
    """Words side by side in the query, which together may be a name."""
    for at in range(len(terms)):
        words: list[str] = []
        for term in terms[at:]:
            words += term.words
            if term.exact or len(words) > _MOST_WORDS:
                break
            yield list(words)


def _named(connection: sqlite3.Connection, words: list[str]) -> Iterator[tuple[str, str]]:
    """The names with variants of which a form is these words, or of which the last goes on."""
    typed = " ".join(words)
    highest = f"{typed}{_HIGHEST}" if len(words[-1]) >= _FEWEST else typed
    yield from connection.execute(
        "SELECT DISTINCT name, variants FROM forms WHERE letter = ? AND folded >= ?"
        " AND folded <= ? AND NOT instr(substr(folded, ?), ' ') AND variants != '' LIMIT ?",
        (PARTY_NAME, typed, highest, len(typed) + 1, _MOST_NAMES),
    )
