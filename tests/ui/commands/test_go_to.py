import pytest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from caseviewer.formatting.page import Tab
from caseviewer.search.go_to import What
from caseviewer.ui.actions import ACTIONS, Needs
from caseviewer.ui.commands.go_to import GoToCommands, known_goals
from caseviewer.ui.commands.search_reading import SearchReading
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.go_to_popup import GoToPopup
from tests.ui.kit import LONG, bring_to_front_widget, focused, press


class Window(QWidget):
    """A window with something that has the keys, and the command."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.text, self.wished = QPlainTextEdit(), list[str]()
        QVBoxLayout(self).addWidget(self.text)
        reading = SearchReading(session, dict, session)
        self.commands = GoToCommands(
            self, session, reading, lambda: frozenset({Needs.CASE}), session
        )
        self.commands.action_wanted.connect(self.wished.append)

    @property
    def popup(self) -> GoToPopup:
        found = self.findChild(GoToPopup)
        assert isinstance(found, GoToPopup)
        return found

    def ask(self, qtbot: QtBot, words: str) -> None:
        self.commands.handlers()["go_to"]()
        self.popup.field.setText(words)
        qtbot.waitUntil(
            lambda: self.commands._answered == words and not self.commands._is_waiting(),
            timeout=LONG,
        )


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Window:
    made = Window(session)
    qtbot.addWidget(made)
    made.resize(800, 600)
    bring_to_front_widget(qtbot, made)
    made.text.setFocus()
    return made


def test_what_is_done_with_notes_is_not_offered_while_they_are_hidden() -> None:
    shown = {goal.name for goal in known_goals(frozenset({Needs.CASE}))}
    hidden = {goal.name for goal in known_goals(frozenset({Needs.CASE}), notes=False)}
    assert {"star", "note", "export_notes"} <= shown - hidden
    assert "show_notes" in hidden
    assert len(shown - hidden) == 7


def test_tabs_and_actions_are_told_with_their_keys() -> None:
    goals = known_goals(frozenset({Needs.CASE}))
    assert [goal.title for goal in goals[:2]] == ["Overview", "Parties"]
    assert all(goal.what is What.TAB for goal in goals[: len(Tab)])
    by_name = {goal.name: goal for goal in goals}
    assert by_name["tab_parties"].detail == "tab · Ctrl+2"
    assert by_name["export_chronology"].detail == "action · Ctrl+E"
    assert by_name["export_chronology"].title == "Export chronology"
    assert by_name["back"].detail == "action, not now · Alt+Left"
    assert not by_name["back"].is_offered
    assert by_name["quit"].is_offered
    assert set(by_name) == {spec.name for spec in ACTIONS} - {"go_to"}


def test_a_record_is_gone_to(qtbot: QtBot, session: Session, window: Window) -> None:
    window.ask(qtbot, "P1")
    press("Return")
    assert session.location == Location(Tab.PARTIES, session.opened.index.by_short("P1").id)  # type: ignore[union-attr]
    assert window.wished == ["focus_list"]
    assert focused() is window.text


def test_an_action_is_asked_for(qtbot: QtBot, session: Session, window: Window) -> None:
    window.ask(qtbot, "export chron")
    press("Return")
    window.ask(qtbot, "chronology")
    press("Return")
    assert window.wished == ["export_chronology", "tab_chronology"]


def test_the_keys_go_nowhere_if_what_had_them_is_gone(qtbot: QtBot, window: Window) -> None:
    window.ask(qtbot, "P1")
    window.commands.handlers()["go_to"]()  # open already: what had the keys stays known
    assert window.commands._before is window.text
    delete(window.text)
    press("Esc")
    assert window.popup.isHidden()


def test_a_case_that_comes_meanwhile_is_gone_about_in(
    qtbot: QtBot, session: Session, window: Window
) -> None:
    window.ask(qtbot, "P1")
    session.case_changed.emit()
    qtbot.waitUntil(lambda: window.commands._answered == "P1", timeout=LONG)
    press("Esc")
    session.case_changed.emit()
    window.commands._answer("P1", ())  # the popup is away by then
    assert window.popup.isHidden()


def test_without_a_popup_nothing_happens(window: Window) -> None:
    window.commands._enter()
    window.commands._close()
    window.commands._answer("", ())
    assert window.wished == []
