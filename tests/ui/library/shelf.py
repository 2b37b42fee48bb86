"""A library that is not on disk: it answers as a test wants, and writes down what it was asked."""

from collections.abc import Callable
from pathlib import Path

from typing_extensions import override

from caseviewer.search.hits import Hit
from caseviewer.search.library.library import Library
from caseviewer.search.library.store import IndexUnusableError
from caseviewer.search.library.values import (
    EVERYTHING,
    Answer,
    CaseDetails,
    CaseHits,
    CaseRow,
    Chosen,
    Ending,
    MayGoOn,
    OnProgress,
    Progress,
    Reach,
    Refreshed,
    SameBy,
    SameParty,
    State,
    Step,
)
from tests.search.library.rows import HERE, KAZAKHSTAN, NAMES, OTHER, ROWS, details, hit

READING = tuple(Progress(Step.READING, done, 40, 90.0, "a case") for done in range(1, 40))


class Shelf(Library):
    """Answers as it is told, and writes down what it was asked."""

    def __init__(
        self, rows: tuple[CaseRow, ...] = ROWS, folders: tuple[str, ...] = ("/cases", "/media/disk")
    ) -> None:
        self.rows = rows
        self.folders = folders
        self.on = True
        self.fault = ""
        self.told: tuple[str, ...] = ()
        self.asked: list[object] = []
        self.refreshed = Refreshed(Ending.DONE)
        self.steps: tuple[Progress, ...] = ()
        self.wait: Callable[[], object] = lambda: None
        self.hits: tuple[Hit, ...] = (hit(),)
        self.error: Exception | None = None
        self.more = False
        self.most = 0
        self.damaged = ""

    @override
    def state(self) -> State:
        self._fail()
        return State(
            on=self.on,
            folders=self.folders,
            cases=len(self.rows),
            broken=sum(one.reach is Reach.BROKEN for one in self.rows),
            away=sum(one.reach is Reach.AWAY for one in self.rows),
            indexed_at="2026-11-24T14:02:00",
            bytes=1,
            told=self.told,
        )

    @override
    def switch(self, *, on: bool) -> str:
        self.asked.append(("switch", on))
        self._fail()
        self.on = on if not self.fault else self.on
        return self.fault

    @override
    def add_folder(self, folder: Path) -> str:
        self.asked.append(("add", str(folder)))
        self.folders = (*self.folders, str(folder))
        return self.fault

    @override
    def forget_folder(self, folder: str) -> str:
        self.asked.append(("forget", folder))
        self.folders = tuple(one for one in self.folders if one != folder)
        self.rows = tuple(one for one in self.rows if one.folder != folder)
        return self.fault

    @override
    def erase(self) -> str:
        self.asked.append("erase")
        self.rows = ()
        return self.fault

    @override
    def mark_opened(self, case_file: Path) -> str:
        self.asked.append(("opened", str(case_file)))
        return self.fault

    @override
    def refresh(self, on_progress: OnProgress, may_go_on: MayGoOn) -> Refreshed:
        self.asked.append("refresh")
        self._fail()
        self.damaged = ""
        for step in self.steps:
            on_progress(step)
            self.wait()
            if not may_go_on():
                return Refreshed(Ending.STOPPED, added=step.done)
        return self.refreshed

    @override
    def cases(self, chosen: Chosen = EVERYTHING) -> tuple[CaseRow, ...]:
        if self.damaged:
            raise IndexUnusableError(self.damaged)
        return self.rows

    @override
    def details(self, key: int) -> CaseDetails | None:
        self.asked.append(("details", key))
        found = next((one for one in self.rows if one.key == key), None)
        return None if found is None or found.reach is Reach.BROKEN else details(found)

    @override
    def search(self, typed: str, chosen: Chosen = EVERYTHING, most: int = 50) -> Answer:
        self.asked.append(("search", typed, dict(chosen.choices)))
        if "nothing" in typed:
            return Answer(typed, told=("412 cases were searched.",))
        self.most = most
        here = CaseHits(HERE, self.hits, len(self.hits) + 2, NAMES)
        return Answer(
            typed,
            (here, CaseHits(OTHER, (hit(record="q-1"),), 1, NAMES)),
            records=4,
            in_cases=2,
            more=self.more,
        )

    @override
    def hits_in(self, typed: str, key: int, most: int = 500) -> Answer:
        self.asked.append(("hits in", typed, key))
        return Answer(
            typed, (CaseHits(HERE, (*self.hits, hit(), hit()), len(self.hits) + 2, NAMES),)
        )

    @override
    def same_party(self, key: int, record: str) -> tuple[SameParty, ...]:
        self.asked.append(("same", key, record))
        said = "Both are States with the code KZ."
        return (SameParty(OTHER, KAZAKHSTAN, SameBy.COUNTRY, said),) if record == "p-kaz" else ()

    @override
    def close(self) -> None:
        self.asked.append("close")

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error
