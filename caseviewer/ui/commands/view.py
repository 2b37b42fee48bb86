"""What commands ask of the tab that is in front, and of the program's windows."""

from collections.abc import Sequence
from typing import Protocol

from caseviewer.citations.forms import Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.page import Target
from caseviewer.model.quotations import Quotation
from caseviewer.search.hits import Hit


class View(Protocol):
    """A tab, as commands see it."""

    def clip(self) -> tuple[ClipText, str] | None:
        """A copy of the selected rows, and what it holds in words; None where none is."""

    def cited(self) -> tuple[Wanted, ...]:
        """What is cited where the selection is: sources, and places in them."""

    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations that are selected, or the one that is read or marked."""

    def page_clip(self) -> ClipText:
        """A copy of what is being read."""

    def elapsed(self) -> tuple[ClipText, str] | None:
        """A copy of the time between two selected records, in steps and in one line."""

    def focus_filter(self) -> None:
        """Put the cursor where a filter is typed."""

    def focus_pinpoint(self, pinpoint: Pinpoint | None) -> None:
        """Put the cursor where a place in the selected source is typed, if there is one."""

    def place_fault(self) -> str:
        """A sentence, where a place is typed that cannot be read."""

    def focus_list(self) -> None:
        """Give the keys to the list."""

    def focus_page(self) -> None:
        """Give the keys to the page."""

    def show_found(self, span: tuple[int, int] | None) -> None:
        """Bring the words that a search found into view; `span` is theirs in a document."""

    def select_all(self) -> None:
        """Select every row."""

    def own_order(self) -> None:
        """Put the list into its own order."""


class Windows(Protocol):
    """All windows of the program."""

    def new_window(self) -> object:
        """Open an empty window."""

    def open_paths(self, paths: Sequence[str]) -> None:
        """Open each case: in an empty window if there is one, else in a new one."""

    def open_at(self, path: str, place: Target | Hit) -> None:
        """Show a place in a case, in the window that shows it, else as `open_paths`."""

    def show_library(self) -> object:
        """Show the window of the library, of which there is one."""

    def quit(self) -> None:
        """Close every window."""

    def refresh_recent(self) -> None:
        """Show the recent files as they are now in every window."""

    def refresh_notes(self) -> None:
        """Show what is kept on cases as it is by now in every window, or hide it."""

    def apply_look(self) -> None:
        """Show the remembered colours and size of text in every window."""
