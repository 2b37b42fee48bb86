"""The window of the library: its menus, its notices, and the indexing behind it."""

from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from time import monotonic

from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.places import resources
from caseviewer.search.library.library import Library
from caseviewer.search.library.state_words import off_page, welcome_page
from caseviewer.search.library.store import user_store
from caseviewer.search.library.values import CaseRow, State
from caseviewer.ui import messages
from caseviewer.ui.actions import Needs
from caseviewer.ui.commands.indexing import Indexer
from caseviewer.ui.commands.library_commands import LibraryCommands, failure_words
from caseviewer.ui.commands.look_commands import LookCommands
from caseviewer.ui.commands.view import Windows
from caseviewer.ui.dialogs.about import show_about
from caseviewer.ui.dialogs.shortcuts import show_library_shortcuts
from caseviewer.ui.library.asking import Asking
from caseviewer.ui.library.telling import Telling
from caseviewer.ui.library.view import LibraryView
from caseviewer.ui.library.welcome import Welcome
from caseviewer.ui.library_actions import LIBRARY_ACTIONS
from caseviewer.ui.preferences import SCHEMES, Preferences
from caseviewer.ui.widgets.indexing_bar import IndexingBar
from caseviewer.ui.widgets.menus import LibraryMenu, Menus
from caseviewer.ui.widgets.notice_bar import NoticeBar

_LIST_AGAIN_S = 2.0
"""How often the list is filled from a first indexing, until there is something in it."""


class LibraryWindow(QMainWindow):
    """One window beside those of cases; closing it ends an indexing under way."""

    def __init__(self, windows: Windows, preferences: Preferences, library: Library) -> None:
        """Show what the library holds, and bring its index up to date."""
        super().__init__()
        self._windows = windows
        self._preferences = preferences
        self._state: State | None = None
        self._to_index = True
        self._told: tuple[str, ...] = ()
        self._listed_at = monotonic()
        self.asking = Asking(library, self)
        self.indexer = Indexer(library, self)
        self.commands = LibraryCommands(self, library)
        self.view = LibraryView(self.asking, preferences)
        self.welcome = Welcome(tr("About the library"))
        self.indexing = IndexingBar()
        self.notice = NoticeBar()
        self._lay_out()
        self.menus = Menus(self, self.do, LibraryMenu, lambda: LIBRARY_ACTIONS)
        self._forget = self.menus.add_list("erase", tr("&Forget a folder"), LibraryMenu.LIBRARY)
        self.menus.actions["find"].setShortcuts([QKeySequence("Ctrl+F"), QKeySequence("Ctrl+L")])
        self._telling = Telling(self.indexer, self.indexing, self.notice, self)
        self._handlers = self._made_handlers()
        self._connect()
        self.setWindowTitle(tr("Library – Case Viewer"))
        self.setWindowIcon(QIcon(str(resources() / "icons" / "caseviewer.svg")))
        self.resize(*preferences.get("library_size"))
        self.look_changed()
        self._offer()
        self.asking.list_cases()

    def do(self, name: str) -> None:
        """Do what an action is named after."""
        self._handlers[name]()

    def look_changed(self) -> None:
        """Mark the colours in use, and lay out anew what has a width of its own."""
        scheme = self._preferences.get("scheme")
        self.menus.check({f"scheme_{name}": name == scheme for name in SCHEMES})
        if self._state is not None:
            self._show_welcome(self._state)

    def list_again(self) -> None:
        """Show what the library holds by now."""
        self.asking.list_cases()

    def _made_handlers(self) -> dict[str, Callable[[], object]]:
        view, commands = self.view, self.commands
        return {
            **LookCommands(self._windows, self._preferences).handlers(),
            "open": lambda: self._open(messages.ask_for_file(self)),
            "open_folder": lambda: self._open(messages.ask_for_folder(self)),
            "new_window": self._windows.new_window,
            "close": self.close,
            "quit": self._windows.quit,
            "add_folder": commands.add_folder,
            "refresh": self.indexer.start,
            "pause": self.indexer.pause_or_go_on,
            "stop": self.indexer.stop,
            "erase": self._ask_to_erase,
            "use": self._use_or_not,
            "own_order": view.own_order,
            "show_all": view.show_all,
            "find": view.focus_search,
            "find_next": partial(view.step, 1),
            "find_previous": partial(view.step, -1),
            "focus_list": view.focus_list,
            "focus_page": view.focus_page,
            "open_case": view.open_selected,
            "shortcuts": partial(show_library_shortcuts, self),
            "about": partial(show_about, self),
        }

    def _connect(self) -> None:
        self.asking.listed.connect(self._show)
        self.asking.failed.connect(self._fail)
        self.view.place_wanted.connect(self._windows.open_at)
        self.view.add_wanted.connect(self.commands.add_folder)
        self.welcome.wanted.connect(self._welcomed)
        self.commands.said.connect(self.notice.say)
        self.commands.warned.connect(self.notice.warn)
        self.commands.begun.connect(self.indexer.stop)
        self.commands.changed.connect(self._after_command)
        self._telling.problems_wanted.connect(self.view.show_problems)
        self.indexer.changed.connect(self._indexing_changed)
        self.indexer.progressed.connect(lambda _: self._list_while_empty())

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # until it is known what there is
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.welcome)
        column.addWidget(self._stack, 1)
        column.addWidget(self.indexing)
        column.addWidget(self.notice)
        self.setCentralWidget(whole)

    # What is shown -------------------------------------------------------------------------

    def _show(self, state: State, rows: tuple[CaseRow, ...]) -> None:
        self._state = state
        self._listed_at = monotonic()
        self._tell(state)
        self.menus.fill_list(
            self._forget,
            [(_short_path(folder), folder) for folder in state.folders] if state.on else [],
            self.commands.forget_folder,
        )
        self._offer()
        if state.on and state.folders:
            self.view.show_cases(state, rows)
            self._bring_to_front(self.view, self.view.head.field)
        else:
            self._show_welcome(state)
            self._bring_to_front(self.welcome, self.welcome.button)
        if self._to_index and state.on and state.folders:
            self.indexer.start()
        self._to_index = False

    def _bring_to_front(self, shown: QWidget, focus: QWidget) -> None:
        if self._stack.currentWidget() is not shown:
            self._stack.setCurrentWidget(shown)
            focus.setFocus()

    def _show_welcome(self, state: State) -> None:
        if not state.on:
            self.welcome.show_words(off_page(), tr("Use the library"))
        elif not state.folders:
            self.welcome.show_words(welcome_page(str(user_store().path)), tr("Add a folder…"))

    def _tell(self, state: State) -> None:
        """Say once what a reader should know of the index."""
        if state.told and state.told != self._told:
            self.notice.warn(" ".join(state.told))
        self._told = state.told

    def _offer(self) -> None:
        state = self._state
        on = state is not None and state.on
        there = {
            Needs.LIBRARY: on,
            Needs.FOLDERS: state is not None and on and bool(state.folders),
            Needs.AT_REST: on and not self.indexer.busy,
            Needs.INDEXING: self.indexer.busy,
        }
        self.menus.offer(frozenset(need for need, met in there.items() if met))
        self.menus.check({"use": on, "pause": self.indexer.paused})

    def _fail(self, error: Exception) -> None:
        """Tell that the index could not be asked; a refresh makes a damaged one anew."""
        self.notice.warn(failure_words(error), tr("Refresh"), self.indexer.start)

    # What is done --------------------------------------------------------------------------

    def _open(self, path: str) -> None:
        if path:
            self._windows.open_paths([path])

    def _welcomed(self) -> None:
        if self._state is not None and self._state.on:
            self.commands.add_folder()
        else:
            self.commands.switch(on=True)

    def _use_or_not(self) -> None:
        self.commands.switch(on=self._state is None or not self._state.on)

    def _ask_to_erase(self) -> None:
        if self._state is not None:
            self.commands.ask_to_erase(self._state)
            self.notice.focus_action()

    def _after_command(self, to_index: bool) -> None:  # noqa: FBT001 - so the signal tells it
        self._to_index = to_index
        self.asking.list_cases()

    def _indexing_changed(self) -> None:
        self.view.set_indexing(self.indexer.busy)
        self._offer()
        if self.indexer.paused or not self.indexer.busy:
            self.asking.list_cases()

    def _list_while_empty(self) -> None:
        if not self.view.has_cases and monotonic() - self._listed_at > _LIST_AGAIN_S:
            self._listed_at = monotonic()
            self.asking.list_cases()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.indexer.drop()
        self.asking.drop()
        self.commands.stop()
        if not self.isFullScreen() and not self.isMaximized():
            self._preferences.set("library_size", [self.width(), self.height()])
        super().closeEvent(event)


def _short_path(folder: str) -> str:
    return PurePath(folder).name or folder
