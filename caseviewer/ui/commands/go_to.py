"""Going to any record, tab or action by its number or words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.tabs import tab_title
from caseviewer.formatting.translate import tr
from caseviewer.search.go_to import Goal, What, goals
from caseviewer.ui import background
from caseviewer.ui.actions import ACTIONS, ActionSpec, Needs, plain_text
from caseviewer.ui.commands.search_reading import SearchReading
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.go_to_popup import GoToPopup
from caseviewer.ui.widgets.menus import Menu

_OF_TAB = "tab_"
_OWN = "go_to"


class GoToCommands(QObject):
    """The command that goes anywhere, for one window."""

    action_wanted = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        reading: SearchReading,
        offered: Callable[[], frozenset[Needs]],
        parent: QObject,
    ) -> None:
        """`offered` tells which needs of actions are met."""
        super().__init__(parent)
        self._window, self._session, self._reading = window, session, reading
        self._offered = offered
        self._popup: GoToPopup | None = None
        self._before: QWidget | None = None
        self._known: tuple[Goal, ...] = ()
        self._answered: str | None = None
        self._enters = False
        self._stints = background.Stints(self)
        reading.changed.connect(self._ask_again)
        session.case_changed.connect(self._ask_again)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {_OWN: self.open}

    def open(self) -> None:
        """Ask where to go."""
        if self._popup is None:
            self._popup = GoToPopup(self._window)
            self._popup.typed.connect(self._ask)
            self._popup.entered.connect(self._enter)
            self._popup.closed.connect(self._close)
        if self._popup.isHidden():
            self._before = QApplication.focusWidget()
        self._known = known_goals(self._offered(), notes=not self._session.notes_hidden)
        self._popup.open()
        self._reading.want(documents=False)
        self._ask("")

    def _ask_again(self) -> None:
        if self._popup is not None and not self._popup.isHidden():
            self._known = known_goals(self._offered(), notes=not self._session.notes_hidden)
            self._reading.want(documents=False)
            self._ask(self._popup.field.text())

    def _ask(self, typed: str) -> None:
        self._answered = None
        made = goals(typed, self._known, self._reading.search)
        self._stints.start(made, partial(self._answer, typed))

    def _answer(self, typed: str, found: tuple[Goal, ...]) -> None:
        popup = self._popup
        if popup is None or popup.isHidden():
            return
        self._answered = typed
        popup.show_goals(found, typed, self._nothing_words())
        if self._enters and not self._is_waiting():
            self._enter()

    def _nothing_words(self) -> str:
        if self._is_waiting():
            return tr("The records are being read…")
        if self._session.opened is None:
            return tr("No tab and no action has these words.")
        return tr("No record, tab or action has this number or these words.")

    def _is_waiting(self) -> bool:
        """Whether records are still to come."""
        return self._session.opened is not None and self._reading.search is None

    def _enter(self) -> None:
        """Go to what is selected, or do it; once it is there, where it is still looked for."""
        popup = self._popup
        if popup is None:
            return
        goal = popup.goal
        is_early = goal is None and self._is_waiting()
        self._enters = is_early or self._answered != popup.field.text()
        if not self._enters and goal is not None and goal.is_offered:
            self._close()
            self._go(goal)

    def _go(self, goal: Goal) -> None:
        if goal.what is What.RECORD:
            self._session.go(Target(goal.name))
            self.action_wanted.emit("focus_list")
        else:
            self.action_wanted.emit(goal.name)

    def _close(self) -> None:
        """Put the popup away; whoever had the keys before has them again."""
        popup, before = self._popup, self._before
        self._stints.stop()
        self._enters = False
        if popup is None:
            return
        popup.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()


def known_goals(offered: frozenset[Needs], *, notes: bool = True) -> tuple[Goal, ...]:
    """The tabs, then the actions in the order of the menus; `notes`: those for them among these."""
    tabs = {spec.name: spec for spec in ACTIONS if spec.name.startswith(_OF_TAB)}
    goals_of_tabs = [_tab_goal(tabs[f"{_OF_TAB}{tab}"], tab, offered) for tab in Tab]
    others = [
        spec
        for spec in ACTIONS
        if spec.name not in tabs and spec.name != _OWN and (notes or spec.menu is not Menu.NOTES)
    ]
    return (*goals_of_tabs, *(_action_goal(spec, offered) for spec in others))


def _tab_goal(spec: ActionSpec, tab: Tab, offered: frozenset[Needs]) -> Goal:
    return _goal(What.TAB, spec, tab_title(tab), tr("tab"), offered)


def _action_goal(spec: ActionSpec, offered: frozenset[Needs]) -> Goal:
    return _goal(What.ACTION, spec, tr(plain_text(spec)), tr("action"), offered)


def _goal(what: What, spec: ActionSpec, title: str, kind: str, offered: frozenset[Needs]) -> Goal:
    is_offered = spec.needs is Needs.NOTHING or spec.needs in offered
    detail = tr("{kind} · {key}", kind=kind, key=spec.shortcut)
    if not is_offered:
        detail = tr("{kind}, not now · {key}", kind=kind, key=spec.shortcut)
    return Goal(what, spec.name, title, detail, is_offered=is_offered)
