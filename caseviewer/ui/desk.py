"""What a window works with once it has been painted: the session, its commands, the case."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.citations.forms import Wanted
from caseviewer.citations.more_styles import INSTALL, style_names, style_path, styles_folder
from caseviewer.exporting.head import Chosen
from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.ui.actions import Needs
from caseviewer.ui.case_view import CaseView
from caseviewer.ui.commands.arriving import Arriving
from caseviewer.ui.commands.as_at import AsAtCommands
from caseviewer.ui.commands.attaching import Attaching
from caseviewer.ui.commands.brief_commands import BriefCommands
from caseviewer.ui.commands.case_commands import CaseCommands
from caseviewer.ui.commands.checking import Checker
from caseviewer.ui.commands.cite_commands import CiteCommands
from caseviewer.ui.commands.citing import Citing
from caseviewer.ui.commands.exporting import Exporting
from caseviewer.ui.commands.file_commands import FileCommands
from caseviewer.ui.commands.finding import Finding
from caseviewer.ui.commands.look_commands import LookCommands
from caseviewer.ui.commands.note_desk import NoteDesk
from caseviewer.ui.commands.opening import Opener, Watcher
from caseviewer.ui.commands.picture_commands import PictureCommands
from caseviewer.ui.commands.review_commands import ReviewCommands
from caseviewer.ui.commands.timeline_commands import TimelineCommands
from caseviewer.ui.commands.view import View, Windows
from caseviewer.ui.dialogs.about import show_about
from caseviewer.ui.dialogs.find_style import find_style
from caseviewer.ui.dialogs.shortcuts import show_shortcuts
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.seen_store import SeenStore
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.timeline_frame import TimelineFrame

_PROGRESS_AFTER_MS = 500


class Notices(Protocol):
    """Where a window tells what happened."""

    def say(self, text: str) -> None:
        """Tell a success."""

    def warn(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Tell what went wrong, and what can be done."""

    def progress(self, text: str, stop: Callable[[], None]) -> None:
        """Show that a long work is under way."""

    def advance(self, done: int, total: int) -> None:
        """Move the progress on."""

    def end_progress(self, text: str) -> None:
        """Show a work no more, if it is still shown, and say again what it covered."""

    def put_away(self) -> None:
        """Say nothing any more."""

    def take_back(self, text: str) -> None:
        """Say something no more, if it is still said."""


class Desk(QObject):
    """The working parts of one window."""

    view_made = Signal(object)
    case_shown = Signal(object)
    offer_changed = Signal()
    action_wanted = Signal(str)
    recent_changed = Signal()

    def __init__(
        self, window: QWidget, windows: Windows, preferences: Preferences, notices: Notices
    ) -> None:
        """Work in `window`, and tell what happens through `notices`."""
        super().__init__(window)
        self._preferences = preferences
        self._notices = notices
        self.session = Session(self)
        copies = partial(preferences.get, "document_copies")
        self.opener = Opener(self, copies, self.session.standing_in)
        self.checker, self.watcher = Checker(self), Watcher(self)
        self.case_view: CaseView | None = None
        self._slow, self._slow_checks = _slow_timer(self), _slow_timer(self)
        self.files = FileCommands(window, windows, self.session, preferences, self.opener)
        self._as_at = AsAtCommands(self.session, self._read_on, self)
        self._cases = CaseCommands(self.session, self.view, self)
        self.citing = Citing(self.session, preferences, self)
        self._attaching = Attaching(window, self.session, preferences)
        self._cites = CiteCommands(window, self.session, self.citing, self.view)
        self._briefs = BriefCommands(self.session, preferences, self.citing, self.view)
        self._exporting = Exporting(window, self.session, self._narrowed_chronology)
        store = SeenStore(preferences.data_folder / "seen")
        self._reviews = ReviewCommands(self.session, store, self.view)
        self._timeline = TimelineCommands(window, self.session, preferences, self._timeline_frame)
        self.notes = NoteDesk(window, windows, self.session, preferences, self.view)
        self._pictures = PictureCommands(window, self.session, self.view)
        self.finding = Finding(window, self.session, preferences, self.view, self.offered)
        self.handlers: dict[str, Callable[[], object]] = {
            **self._timeline.handlers(),
            **self.files.handlers(),
            **self._cases.handlers(),
            **self._as_at.handlers(),
            **self._attaching.handlers(),
            **self._cites.handlers(),
            **self._briefs.handlers(),
            **self._exporting.handlers(),
            **self._reviews.handlers(),
            **self.notes.handlers(),
            **self._pictures.handlers(),
            **self.finding.handlers(),
            **LookCommands(windows, preferences).handlers(),
            "find_style": partial(self._find_style, window),
            "shortcuts": partial(show_shortcuts, window),
            "about": partial(show_about, window),
        }
        self.handlers |= self.finding.within_tabs(dict(self.handlers))
        self._telling_checks, self._words_after = False, ""
        self._connect()
        self._told_at_start = self._tell_warnings()

    @cached_property
    def arriving(self) -> Arriving:
        """Opens cases at places in them, such as hits in the library."""
        return Arriving(self.session, self.opener, self.view, self)

    def view(self) -> View | None:
        """The tab in front, if there is a case."""
        return None if self.case_view is None else self.case_view.view()

    def _read_on(self) -> None:
        view = self.view()
        if view is not None:
            view.focus_list()

    def offered(self) -> frozenset[Needs]:
        """Which needs of actions are met."""
        there = {
            Needs.CASE: self.session.opened is not None,
            Needs.BACK: self.session.can_go(-1),
            Needs.FORWARD: self.session.can_go(1),
            Needs.RECENT: bool(self._preferences.get("recent")),
            Needs.COPIES: bool(self._preferences.get("document_copies")),
        }
        return frozenset(need for need, met in there.items() if met)

    @property
    def shows_timeline(self) -> bool:
        """Whether the chronology has its timeline above it in this window."""
        made = self.case_view is not None and self.case_view.is_made(Tab.CHRONOLOGY)
        frame = self._timeline_frame() if made else None
        return bool(self._preferences.get("timeline")) if frame is None else frame.is_shown

    def _timeline_frame(self) -> TimelineFrame | None:
        """The timeline of the case, if there is a case."""
        if self.case_view is None:
            return None
        frame: TimelineFrame = self.case_view.tab_view(Tab.CHRONOLOGY).frame  # type: ignore[union-attr]
        return frame

    def stop(self) -> None:
        """Give up what is under way, as the window closes."""
        self.opener.stop()
        self.checker.drop()
        self._attaching.stop()
        self.citing.stop()
        self._as_at.stop()
        self._cites.stop()
        self._exporting.stop()
        self.finding.stop()

    def _narrowed_chronology(self) -> Chosen | None:
        return None if self.case_view is None else self.case_view.narrowed(Tab.CHRONOLOGY)

    def _connect(self) -> None:
        self.files.said.connect(self._notices.say)
        self.files.recent_changed.connect(self.recent_changed)
        self._cases.said.connect(self._notices.say)
        self._attaching.warned.connect(self._notices.warn)
        self._as_at.warned.connect(self._notices.warn)
        self._attaching.attached.connect(self._read_with_copies)
        for telling in (
            self._cites,
            self._briefs,
            self._exporting,
            self._reviews,
            self._pictures,
            self.notes,
        ):
            telling.said.connect(self._notices.say)
            telling.warned.connect(self._notices.warn)
        self._exporting.slow.connect(self._notices.progress)
        self.citing.failed.connect(self._notices.warn)
        self.finding.slow.connect(self._notices.progress)
        self.finding.progressed.connect(self._notices.advance)
        self.finding.ended.connect(self._notices.end_progress)
        self.finding.warned.connect(self._notices.warn)
        self.finding.action_wanted.connect(self.action_wanted)
        self.notes.hidden_changed.connect(self.offer_changed)
        self.notes.taken_back.connect(self._notices.take_back)
        self.opener.started.connect(lambda _: self._slow.start())
        self.opener.opened.connect(self.show_case)
        self.opener.left.connect(self.checker.start)
        self.checker.started.connect(self._slow_checks.start)
        self.checker.checked.connect(self._show_checks)
        self.checker.failed.connect(self._notices.warn)
        self.checker.progressed.connect(self._advance_checks)
        self._slow_checks.timeout.connect(self._show_check_progress)
        self.opener.refused.connect(self._refuse)
        self.opener.progressed.connect(self._notices.advance)
        self._slow.timeout.connect(self._show_progress)
        self.watcher.file_changed.connect(self._tell_change)
        self.session.location_changed.connect(self._moved)
        self.case_shown.connect(self.arriving.arrive)

    def show_case(self, opened: OpenedCase) -> None:
        """Put a case that was read on the desk; what was there before is swapped out."""
        self.checker.drop()
        self._slow_checks.stop()
        self._telling_checks = False
        self._stop_progress()
        reloaded = self.session.opened is not None
        if self.case_view is None:
            self.case_view = CaseView(self.session, self._preferences)
            self.case_view.wished.connect(self._grant)
            self._as_at.serve(self.case_view.as_at_bar)
            self.notes.serve(self.case_view.unsaved_bar)
            self.finding.serve(self.case_view.search, self.case_view.mark_found)
            self.view_made.emit(self.case_view)
        self.notes.hand_on()
        self.session.swap_in(opened, _remembered_tab(self._preferences))
        self.watcher.watch(opened)
        self._preferences.add_recent(str(Path(opened.path).absolute()))
        self.case_shown.emit(opened)
        self.case_view.view().focus_list()
        self.recent_changed.emit()
        # The bar was put away for this case, perhaps with a warning that nobody had time to read.
        warned, self._told_at_start = self._tell_warnings(self._told_at_start), ""
        if reloaded and not warned:
            again = tr("Read again: this is the file as it is now.")
            self._notices.say(self._words_after or again)
        self._words_after = ""
        self.notes.tell_when_hidden()

    def _read_with_copies(self, words: str) -> None:
        """Read the case again, now with the copies that were attached or forgotten."""
        self.offer_changed.emit()
        if self.session.opened is None:
            self._notices.say(words)
            return
        self._words_after = words
        self.files.reload()

    def _show_checks(self, opened: OpenedCase) -> None:
        self._slow_checks.stop()
        if self._telling_checks:
            self._notices.end_progress(_checking_words())
            self._telling_checks = False
        self.session.show_checks(opened)

    def _show_check_progress(self) -> None:
        self._telling_checks = True
        self._notices.progress(_checking_words(), self.checker.stop)

    def _advance_checks(self, done: int, total: int) -> None:
        if self._telling_checks:
            self._notices.advance(done, total)

    def _grant(self, name: str, value: object) -> None:
        """Do what a tab wishes."""
        if name == "choose_style":
            self.citing.choose(str(value))
        elif name == "offer":
            self.offer_changed.emit()
        elif name == "format" and isinstance(value, Wanted):
            self.citing.ask((value,), lambda: None)
        elif name == "write_note":
            self.notes.write(value)
        else:
            self.handlers[name]()

    def _find_style(self, window: QWidget) -> None:
        folder = styles_folder()
        if folder is None:
            words = tr("The styles to search are not installed. To install them: {command}")
            self._notices.warn(words.format(command=INSTALL))
            return
        find_style(window, style_names(folder)).chosen.connect(
            lambda name: self.citing.add(str(style_path(folder, name)))
        )

    def _refuse(self, path: str, reason: str) -> None:
        self._stop_progress()
        self._words_after = ""
        words = tr("“{name}” was not opened. {reason}", name=Path(path).name, reason=reason)
        self._notices.warn(words, tr("Try again"), partial(self.opener.open, path))

    def _show_progress(self) -> None:
        self._notices.progress(tr("Reading the case…"), self._give_up)

    def _give_up(self) -> None:
        self._slow.stop()
        self._words_after = ""
        self.opener.stop()
        self._notices.say(tr("Reading was stopped; nothing was opened."))

    def _stop_progress(self) -> None:
        self._slow.stop()
        self._notices.put_away()

    def _tell_change(self) -> None:
        self._notices.warn(
            tr("The file changed on disk. What you see is what was read before."),
            tr("Reload"),
            self.files.reload,
        )

    def _moved(self, location: Location) -> None:
        self._preferences.set("tab", location.tab.value)
        self._tell_warnings()
        self.offer_changed.emit()

    def _tell_warnings(self, earlier: str = "") -> str:
        """Tell what is wrong with the preferences; returns the words, if there are any."""
        words = " ".join(filter(None, (earlier, *self._preferences.take_warnings())))
        if words:
            self._notices.warn(words)
        return words


def _slow_timer(parent: QObject) -> QTimer:
    """Runs out when a work takes so long that its progress is to be shown."""
    return QTimer(parent, singleShot=True, interval=_PROGRESS_AFTER_MS)


def _checking_words() -> str:
    return tr("Checking documents and passages…")


def _remembered_tab(preferences: Preferences) -> Tab:
    known = {tab.value: tab for tab in Tab}
    return known.get(preferences.get("tab"), Tab.OVERVIEW)
