import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.search.go_to import Goal, What
from caseviewer.ui.widgets.go_to_popup import GoToPopup
from tests.ui.kit import bring_to_front_widget, focused, press

GOALS = (
    Goal(What.ACTION, "forward", "Forward", "action, not now", is_offered=False),
    *(Goal(What.RECORD, f"p{n}", f"Party {n}", "party", f"P{n}") for n in range(30)),
    Goal(What.ACTION, "back", "Back", "action, not now", is_offered=False),
)


@pytest.fixture
def popup(qtbot: QtBot) -> GoToPopup:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QPlainTextEdit())
    window.resize(800, 600)
    made = GoToPopup(window)
    bring_to_front_widget(qtbot, window)
    made.open()
    made.show_goals(GOALS, "party", "Nothing.")
    return made


def window_of(popup: GoToPopup) -> QWidget:
    found = popup.parentWidget()
    assert found is not None
    return found


def chosen(popup: GoToPopup) -> str:
    assert popup.goal is not None
    return popup.goal.name


def test_the_first_that_is_offered_is_selected_and_the_keys_are_in_the_field(
    popup: GoToPopup,
) -> None:
    assert focused() is popup.field
    assert chosen(popup) == "p0"
    assert popup.field.accessibleDescription() == "P0, Party 0, party"


def test_arrows_go_from_goal_to_goal_past_what_is_not_offered(popup: GoToPopup) -> None:
    names = []
    for key in ("Up", "Down", "Down", "Up", "PgDown", "PgUp", *(40 * ["Down"]), *(40 * ["Up"])):
        press(key)
        names.append(chosen(popup))
    assert names[:6] == ["p0", "p1", "p2", "p1", "p13", "p1"]
    assert names[45] == "p29"
    assert names[-1] == "p0"


def test_enter_esc_and_clicks_are_told(qtbot: QtBot, popup: GoToPopup) -> None:
    heard: list[str] = []
    popup.entered.connect(lambda: heard.append(chosen(popup)))
    popup.closed.connect(lambda: heard.append("closed"))
    popup.typed.connect(heard.append)
    press("Return")
    spot = popup.list.visualRect(popup.goals.index(3, 0)).center()
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    press("a", "Esc")
    assert heard == ["p0", "p2", "a", "closed"]


def test_nothing_that_fits_is_said(popup: GoToPopup) -> None:
    high = popup.height()
    popup.show_goals((), "zzqx", "Nothing fits.")
    assert popup.told.text() == "Nothing fits."
    assert not popup.list.isVisible()
    assert popup.goal is None
    press("Down", "Up")
    assert popup.goal is None
    assert popup.height() < high
    popup.show_goals(GOALS[:1], "", "")
    assert popup.goal is None
    press("Down")
    assert popup.goal is None
    assert popup.list.isVisible()


def test_it_stays_within_the_window(popup: GoToPopup) -> None:
    window = window_of(popup)
    for size in ((800, 600), (400, 300), (1_600, 900)):
        window.resize(*size)
        QApplication.processEvents()
        assert window.rect().contains(popup.geometry())
        assert abs(popup.geometry().center().x() - window.rect().center().x()) <= 2


@pytest.mark.parametrize(
    ("reason", "stays"),
    [
        (Qt.FocusReason.ActiveWindowFocusReason, True),
        (Qt.FocusReason.PopupFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.TabFocusReason, False),
    ],
)
def test_going_on_elsewhere_puts_it_away(
    popup: GoToPopup, reason: Qt.FocusReason, stays: bool
) -> None:
    QApplication.sendEvent(popup.field, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert popup.isVisible() is stays
    QApplication.sendEvent(popup.field, QFocusEvent(QEvent.Type.FocusOut, reason))


def test_it_opens_empty_again(popup: GoToPopup) -> None:
    press("x")
    popup.hide()
    window_of(popup).resize(700, 500)
    popup.open()
    assert popup.field.text() == ""
