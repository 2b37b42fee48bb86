"""What is the reader's own beside one page: it follows the session, and what is read there."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from caseviewer.formatting.note_words import called
from caseviewer.formatting.own_page import is_hidden, own_blocks
from caseviewer.formatting.own_rows import OwnRows, own_rows
from caseviewer.formatting.page import Block, Tab
from caseviewer.model.opened import OpenedCase
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.own_pane import OwnPane
from caseviewer.ui.widgets.page_view import PageView


class OwnReading(QObject):
    """Keeps a page and the pane above it at what is kept on the records that are read there."""

    def __init__(
        self,
        session: Session,
        page_view: PageView,
        pane: OwnPane,
        selected: Callable[[], tuple[str, ...]],
    ) -> None:
        """`selected` gives the ids of the records that are selected beside the page."""
        super().__init__(pane)
        self._session = session
        self._page_view = page_view
        self.pane = pane
        self._selected = selected
        self._record = ""
        self._of_page: str | None = ""
        self._case = ""

    def read(self, record: str, of_page: str | None) -> None:
        """Go over to a record, or with "" to the case as a whole.

        of_page: the record that the page is about, which is shown after that; None for several.
        """
        self._record, self._of_page = record, of_page
        self._page_view.set_own(() if of_page is None else self.blocks(of_page))
        self.tell()

    def renew(self) -> None:
        """Show what is kept by now; the page stays where it is."""
        self.read(self._record, self._of_page)
        self._page_view.renew(self._page_view.page)

    def blocks(self, record: str) -> tuple[Block, ...]:
        """What stands on a page of the reader's own on a record."""
        opened = self._session.opened
        return () if opened is None else own_blocks(opened, self._session.notes, record)

    def rows(self, opened: OpenedCase, tab: Tab) -> OwnRows | None:
        """What stands in the rows of a list; None while that is hidden."""
        hidden = self._session.notes_hidden
        return None if hidden else own_rows(opened, self._session.notes, tab)

    def noted(self) -> tuple[str, ...]:
        """The ids of the records that a star or a mark would be set on."""
        chosen = self._selected()
        return chosen if len(chosen) > 1 else tuple(filter(None, (self.record(),)))

    def record(self) -> str:
        """The id of the record that a note would be written on; empty where there is none."""
        opened, record = self._session.opened, self._record
        if opened is None or is_hidden(opened, record):
            return ""
        gone = opened.index.get(record) is None and not self._session.notes.of(record).kept
        return "" if gone else record

    def open_note(self) -> bool:
        """Let a note be written on the record that is read; whether there is one."""
        if self.record():
            self.pane.field.open_field()
        return bool(self.record())

    def tell(self) -> None:
        """Let the pane say what it would do with what is selected."""
        session, opened = self._session, self._session.opened
        notes, record = session.notes, self.record()
        self.pane.show_hidden(hidden=session.notes_hidden)
        self.pane.bar.show_records(tuple(map(notes.of, self.noted())))
        before, self._case = self._case, "" if opened is None else opened.case.id
        if not record or before != self._case:  # ids of records may be those of another case
            self.pane.field.close_field()
        if record and opened is not None:
            kept = notes.of(record)
            name = opened.index.short(record) or called(kept)
            self.pane.field.show_record(kept, name, session.unsaved)
