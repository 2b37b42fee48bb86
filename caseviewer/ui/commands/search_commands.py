"""Finding in the open case: what is typed, what was found, and the way from hit to hit."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from caseviewer.formatting.page import Page
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.found_pages import found_head, nothing_page, operators_page, waiting_page
from caseviewer.search.hits import Found
from caseviewer.search.marking import Marking
from caseviewer.search.shown_hits import HitLine, hit_line, told_words
from caseviewer.search.walking import kept, stepped
from caseviewer.ui import background
from caseviewer.ui.commands.left_place import LeftPlace
from caseviewer.ui.commands.search_reading import SearchReading
from caseviewer.ui.commands.view import View
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.search_frame import SearchFrame

_GATHER_MS = 150
"""While documents are read one after the other, hits do not come more often."""


class SearchCommands(QObject):
    """The commands that find, for one window."""

    marked = Signal(object)
    """What marks the words that were found, where they are read; None: nothing is marked."""

    def __init__(
        self,
        session: Session,
        reading: SearchReading,
        view: Callable[[], View | None],
        parent: QObject,
    ) -> None:
        """`view` gives the tab that is in front."""
        super().__init__(parent)
        self._session, self._reading, self._view = session, reading, view
        self._frame: SearchFrame | None = None
        self._left: LeftPlace | None = None
        self._opened: OpenedCase | None = None
        self._found: Found | None = None
        self._search: CaseSearch | None = None
        self._answered, self._changes = "", 0
        self._read: int | None = None
        self._before: tuple[Found | None, int | None] = (None, None)
        self._then: Callable[[], None] | None = None
        self._marking = Marking()
        self._stints = background.Stints(self)
        self._typing = QTimer(self, singleShot=True, interval=0)
        self._typing.timeout.connect(self._ask)
        self._more = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._more.timeout.connect(self._ask)
        reading.changed.connect(self._take_more)
        session.case_changed.connect(self._change_case)
        session.case_checked.connect(self._look_again)
        session.location_changed.connect(self._bring_tabs)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {
            "find": self.find,
            "find_next": partial(self.step, 1),
            "find_previous": partial(self.step, -1),
        }

    def in_sight(
        self, handlers: dict[str, Callable[[], object]], *names: str
    ) -> dict[str, Callable[[], object]]:
        """Some handlers, each of which first brings the tabs into sight."""

        def do(name: str) -> None:
            if self._frame is not None:
                self._frame.show_tabs()
            handlers[name]()

        return {name: partial(do, name) for name in names}

    def serve(self, frame: SearchFrame) -> None:
        """Do what the search of a case view asks for."""
        self._frame = frame
        frame.field.textChanged.connect(self._type)
        frame.field.clicked.connect(self._click)
        frame.field.moved.connect(self._move)
        frame.field.paged.connect(lambda by: self._move(by * frame.panel.list.page_step()))
        frame.field.entered.connect(self._enter)
        frame.field.left.connect(self.leave)
        frame.panel.left.connect(self.leave)
        frame.panel.followed.connect(self._follow)
        frame.bar.stepped.connect(self.step)
        frame.bar.closed.connect(self.close)
        frame.bar.left.connect(self.leave)

    def find(self) -> None:
        """Ask what to look for; the place where the reader is can be come back to."""
        frame = self._frame
        if frame is None or self._session.opened is None:
            return
        self._open(frame)
        frame.open()
        self._ask()

    def step(self, by: int) -> None:
        """Go to the next hit, or to the one before; as soon as there is an answer."""
        frame = self._frame
        if frame is None or self._session.opened is None:
            return
        if not frame.field.text().strip():
            self.find()
            return
        if not frame.is_open:
            self._open(frame)
            frame.open(keys=False)
            self._ask()
        self._when_answered(partial(self._step, by))

    def leave(self) -> None:
        """Close the search, and go back to where the reader was when it was opened."""
        left = self._left
        self.close()
        view = self._view()
        if (left is None or not left.restore(self._session)) and view is not None:
            view.focus_list()

    def close(self) -> None:
        """Close the search; the reader stays where he is."""
        frame, view = self._frame, self._view()
        if frame is None or not frame.is_open:
            return
        inside = frame.holds(QApplication.focusWidget())
        self._forget()
        self._reading.rest()
        frame.close()
        self.marked.emit(None)
        if inside and view is not None:
            view.focus_page() if self._read is not None else view.focus_list()
        self._left = self._read = None
        self._marking.forget()

    def stop(self) -> None:
        """Give up what is under way, as the window closes."""
        self._forget()
        self._reading.drop()

    # Asking and being answered

    def _open(self, frame: SearchFrame) -> None:
        self._opened = self._session.opened
        if not frame.is_open:
            focus = QApplication.focusWidget()
            outside = None if frame.holds(focus) else focus
            self._left = LeftPlace.taken(self._session, outside, frame.body)
        self._reading.want()

    def _click(self) -> None:
        if self._frame is not None and not self._frame.is_open:
            self.find()

    def _type(self) -> None:
        frame = self._frame
        if frame is None:
            return
        if not frame.is_open:
            if not frame.field.hasFocus():
                return  # it was emptied, as another case came
            self._open(frame)
            frame.open(select=False)
        frame.show_hits()
        self._then = None
        self._typing.start()

    def _ask(self) -> None:
        """Look for what is typed; an answer to what was typed before is given up."""
        frame, search = self._frame, self._reading.search
        if frame is None or not frame.is_open:
            return
        typed = frame.field.text()
        self._stints.stop()
        if not typed.strip():
            self._show_nothing(operators_page())
        elif search is not None:
            self._stints.start(search.finding(typed), partial(self._answer, search, typed))
        elif self._found is None:
            frame.panel.show_page(waiting_page(tr("Getting ready to search…")))

    def _take_more(self) -> None:
        """Ask again, as there is more to search; at once where there is no answer yet."""
        if self._found is None or self._then is not None:
            self._ask()
        elif not self._more.isActive():
            self._more.start()

    def _show_nothing(self, page: Page) -> None:
        self._found = self._search = self._read = None
        self._answered, self._then = "", None
        if self._frame is not None:
            self._frame.panel.show_page(page)
        self.marked.emit(None)
        self._tell()

    def _answer(self, search: CaseSearch, typed: str, found: Found) -> None:
        frame = self._frame
        if frame is None:
            return
        place, self._read = self._place_in(typed, found)
        self._found, self._search, self._answered = found, search, typed
        still = self._reading.still_words()
        panel = frame.panel
        if len(found):
            panel.show_hits(found_head(found, still), found.counts, self._line)
            panel.list.go_to(place)
        else:
            panel.show_page(nothing_page(search.opened, found, still))
        self.marked.emit(partial(self._marking.marks, found) if len(found) else None)
        self._tell("" if self._read is None else self._told(self._read))
        then, self._then = self._then, None
        if then is not None:
            then()

    def _place_in(self, typed: str, found: Found) -> tuple[int, int | None]:
        """The hit to begin at, and the one that was read; the same ones as before, if need be."""
        before, now = self._before if self._found is None else (self._found, self._selected())
        if before is None or typed != self._answered:
            return 0, None
        read = self._read
        place = None if now is None else kept(before, now, found)
        return place or 0, None if read is None else kept(before, read, found)

    def _when_answered(self, do: Callable[[], None]) -> None:
        frame = self._frame
        typed = "" if frame is None else frame.field.text()
        if self._found is not None and typed == self._answered and self._reading.search is not None:
            do()
        else:
            self._then = do

    # Walking

    def _move(self, by: int) -> None:
        if self._frame is not None and self._frame.is_open:
            self._frame.show_hits()
            self._frame.panel.list.step(by)
            place = self._selected()
            if place is not None:
                self._tell(self._told(place))

    def _enter(self) -> None:
        """Go to the hit that is selected, or to the first one once it is there."""
        frame = self._frame
        if frame is not None and frame.field.text().strip():
            self._when_answered(self._follow_selected)

    def _selected(self) -> int | None:
        return None if self._frame is None else self._frame.panel.list.place

    def _follow_selected(self) -> None:
        place = self._selected()
        if place is not None:
            self._follow(place)

    def _step(self, by: int) -> None:
        frame, found = self._frame, self._found
        if frame is None or found is None:
            return
        if not len(found):
            frame.field.setFocus()
            return
        now = self._selected()
        step = stepped(now, by, len(found), is_read=now == self._read)
        again = tr("from the beginning again") if by > 0 else tr("from the end again")
        self._go_to(step.at, again if step.turned else "")

    def _follow(self, place: int) -> None:
        """Go to a hit, and give the keys to what is to be read there."""
        self._go_to(place, keys=True)

    def _go_to(self, place: int, again: str = "", *, keys: bool = False) -> None:
        """Show a hit where it stands; who steps from within the search keeps the keys there."""
        frame, found, search = self._frame, self._found, self._search
        if frame is None or found is None or search is None:
            return
        hit = search.hit(found, place)
        self._read = place
        frame.panel.list.go_to(place)
        focus = QApplication.focusWidget()
        frame.show_tabs()
        self._session.visit(Location(hit.tab, hit.record))
        view = self._view()
        if view is not None:
            view.show_found(hit.span)
        if not keys and focus is not None and frame.holds(focus) and focus.isVisible():
            focus.setFocus()
        elif view is not None:
            view.focus_page()
        self._tell(self._told(place, again))

    def _line(self, place: int) -> HitLine:
        if self._found is None or self._search is None:
            raise IndexError(place)
        hit = self._search.hit(self._found, place)
        return hit_line(self._search.opened, self._found, hit)

    def _told(self, place: int, again: str = "") -> str:
        count = 0 if self._found is None else len(self._found)
        return told_words(self._line(place), place, count, again=again)

    def _tell(self, words: str = "") -> None:
        """Tell where the reader is; as long as he is nowhere, how he gets there."""
        if self._frame is not None:
            steps = self._found is not None and len(self._found) > 0
            self._frame.bar.offer(steps=steps)
            keys = tr("Enter or F3: to the hit · Esc: back") if steps else ""
            self._frame.bar.tell(words or keys)

    # Other cases

    def _change_case(self) -> None:
        """Search the case as it is shown now; of another case, nothing is known any more."""
        frame, opened, before = self._frame, self._session.opened, self._opened
        self._forget()
        if frame is None or before is None or opened is None:
            return
        same = opened.path == before.path
        self._before = (self._found, self._selected()) if same else (None, None)
        self._found = self._search = None
        frame.panel.show_page(Page())  # what was found may be known no more
        if not same:
            self._left = self._opened = None
            self.close()
            self._reading.drop()
            frame.field.clear()
        elif frame.is_open:
            self._opened = opened
            self._reading.want()
            self._ask()

    def _bring_tabs(self) -> None:
        """Let the reader see where he goes; but a case that is read again is no step."""
        if self._changes != self._session.changes:
            self._changes = self._session.changes
        elif self._frame is not None:
            self._frame.show_tabs()

    def _look_again(self) -> None:
        """Read what was found of the case since, if somebody searches it."""
        if self._frame is not None and self._frame.is_open:
            self._reading.want()
            if self._reading.search is None:
                self._forget()

    def _forget(self) -> None:
        """Give up what is under way."""
        self._stints.stop()
        self._typing.stop()
        self._more.stop()
        self._then = None
