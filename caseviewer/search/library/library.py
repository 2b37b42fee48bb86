"""The library as windows and commands use it; safe to call from any thread.

Reading never waits for a refresh, neither for one of this program nor for another's.
"""

from __future__ import annotations

from pathlib import Path

from caseviewer.search.library.values import (
    EVERYTHING,
    Answer,
    CaseDetails,
    CaseRow,
    Chosen,
    MayGoOn,
    OnProgress,
    Refreshed,
    SameParty,
    State,
)


class Library:
    """The reader's folders and the index of the cases below them."""

    def __init__(self, settings: Path | None = None, cache: Path | None = None) -> None:
        """`settings` and `cache` are folders; the user's own unless told."""
        raise NotImplementedError

    def state(self) -> State:
        """Whether it is on, the folders, how many cases there are."""
        raise NotImplementedError

    # What the reader decides; each returns a sentence where it could not be kept, else nothing.

    def switch(self, *, on: bool) -> str:
        """Switch it on or off; off, no index is read or written, and what is there stays."""
        raise NotImplementedError

    def add_folder(self, folder: Path) -> str:
        """Add a folder; its cases come with the next refresh."""
        raise NotImplementedError

    def forget_folder(self, folder: str) -> str:
        """Forget a folder, as `state` names it, and erase its cases from the index at once."""
        raise NotImplementedError

    def erase(self) -> str:
        """Erase the index and when cases were opened; the folders stay known."""
        raise NotImplementedError

    def mark_opened(self, case_file: Path) -> str:
        """Remember that a case was opened just now, if it is in the library."""
        raise NotImplementedError

    # What takes long

    def refresh(self, on_progress: OnProgress, may_go_on: MayGoOn) -> Refreshed:
        """Bring the index up to date; call it beside the window."""
        raise NotImplementedError

    # What is asked

    def cases(self, chosen: Chosen = EVERYTHING) -> tuple[CaseRow, ...]:
        """The cases that fit, by title."""
        raise NotImplementedError

    def details(self, key: int) -> CaseDetails | None:
        """What the preview of a case shows; None where it is gone."""
        raise NotImplementedError

    def search(self, typed: str, chosen: Chosen = EVERYTHING, most: int = 50) -> Answer:
        """The first hits, case by case, the best case first."""
        raise NotImplementedError

    def hits_in(self, typed: str, key: int, most: int = 500) -> Answer:
        """The hits in one case alone, as many as are wanted."""
        raise NotImplementedError

    def same_party(self, key: int, record: str) -> tuple[SameParty, ...]:
        """Parties of other cases that may be the same as one, the surest first."""
        raise NotImplementedError
