"""Folders of small cases, an index of them, and what that index holds."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from caseviewer.search.library.library import Library
from caseviewer.search.library.refreshing import refresh
from caseviewer.search.library.settings import Decided
from caseviewer.search.library.store import Store, user_store
from caseviewer.search.library.texts import unpack
from caseviewer.search.library.values import Ending, Progress, Refreshed
from tests.builders import Bundle, bundle

OLD = 1_600_000_000


@pytest.fixture(autouse=True)
def closed_libraries() -> Iterator[None]:
    """Close every library that a test makes, as the program does when it ends."""
    made: list[Library] = []
    begin = Library.__init__

    def begun(self: Library, *given: Any, **named: Any) -> None:
        begin(self, *given, **named)
        made.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Library, "__init__", begun)
        yield
    for one in made:
        one.close()


def no_progress(_: Progress) -> None:
    """For whom progress does not matter."""


def go_on() -> bool:
    """For work that goes on to its end."""
    return True


def write_case(folder: Path, value: Bundle, *, document: str = "") -> Path:
    """A case in a folder of its own, as if it had lain there for long."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "case.json"
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    if document:
        (folder / "documents").mkdir(exist_ok=True)
        (folder / "documents" / "report.txt").write_text(document, encoding="utf-8")
    else:
        grow_old(folder)
    return path


def grow_old(folder: Path) -> None:
    """Let a folder look as if nothing had changed in it for long."""
    os.utime(folder, (OLD, OLD))


def write_cases(folder: Path, count: int) -> list[Path]:
    """So many small cases that differ in their titles."""
    return [
        write_case(folder / f"{at:03}", bundle(id=f"case-{at}", title=f"The case of {at}"))
        for at in range(count)
    ]


def counts(done: Refreshed) -> dict[str, int]:
    """What became of cases, without what became of none."""
    names = ("added", "changed", "unchanged", "removed", "broken", "away")
    assert done.ending is Ending.DONE, done
    return {name: count for name in names if (count := getattr(done, name))}


class Shelf:
    """Some folders and the index of them."""

    def __init__(self, tmp_path: Path, name: str = "index") -> None:
        self.cases = tmp_path / "cases"
        self.cases.mkdir(exist_ok=True)
        self.store: Store = user_store(tmp_path / name)
        self.folders: tuple[str, ...] = (str(self.cases),)

    def refresh(self, may_go_on: Callable[[], bool] = go_on, *, on: bool = True) -> Refreshed:
        """Bring the index up to date."""
        return refresh(self.store, Decided(on, self.folders), no_progress, may_go_on)

    def column(self, name: str) -> list[Any]:
        """A column of all files, in the order of their paths."""
        with closing(sqlite3.connect(self.store.path)) as connection:
            query = f"SELECT {name} FROM files ORDER BY path"  # noqa: S608  # a test's own name
            return [row[0] for row in connection.execute(query)]

    def titles(self) -> list[str]:
        """The titles of all cases."""
        return [json.loads(row)["title"] if row else "" for row in self.column("row")]

    def matching(self, expression: str) -> int:
        """How many records and documents match an expression of FTS5."""
        return matching(self.store.path, expression)


def matching(path: Path, expression: str) -> int:
    """How many records and documents match an expression of FTS5."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT count(*) FROM words WHERE words MATCH ?"
        return int(connection.execute(query, (expression,)).fetchone()[0])


def contents(path: Path) -> dict[str, Any]:
    """All that an index tells of cases, without the keys that the cases happen to have."""
    with closing(sqlite3.connect(path)) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        assert sound == "ok"
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        connection.execute("INSERT INTO cases (cases) VALUES ('integrity-check')")
        paths = dict(connection.execute("SELECT key, path FROM files"))
        files = {
            row[0]: (*row[1:-1], unpack(row[-1]) if row[-1] else None)
            for row in connection.execute(
                "SELECT path, folder, size, mtime_ns, documents, sha256, reach, fault, row, texts"
                " FROM files"
            )
        }
        forms = sorted((paths[row[0]], *row[1:]) for row in connection.execute(
            "SELECT * FROM forms"))  # fmt: skip
        vocabulary = connection.execute("SELECT * FROM vocabulary ORDER BY term").fetchall()
        connection.execute("CREATE VIRTUAL TABLE temp.found USING fts5vocab(main, words, instance)")
        places = sorted(
            (term, paths[rowid >> 20], rowid % (1 << 20), column, offset)
            for term, rowid, column, offset in connection.execute("SELECT * FROM temp.found")
        )
    return {"files": files, "forms": forms, "vocabulary": vocabulary, "places": places}


def library_of(tmp_path: Path, *values: Bundle, document: str = "") -> Library:
    """A library of some cases, which was refreshed; the first of them has a document."""
    for at, value in enumerate(values):
        write_case(tmp_path / "cases" / f"{at:03}", value, document="" if at else document)
    (tmp_path / "cases").mkdir(exist_ok=True)
    library = Library(tmp_path / "settings", tmp_path / "index")
    assert library.add_folder(tmp_path / "cases") == ""
    assert library.refresh(no_progress, go_on).ending == "done"
    return library
