from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from caseviewer.formatting.page import Tab
from caseviewer.ui.commands.left_place import LeftPlace
from caseviewer.ui.session import Location, Session
from tests.ui.kit import bring_to_front_widget, deliver, focused


def text(qtbot: QtBot) -> tuple[QWidget, QPlainTextEdit, QPlainTextEdit]:
    """A window with a long text in front, and one that is hidden."""
    window = QWidget()
    qtbot.addWidget(window)
    shown, hidden = QPlainTextEdit("line\n" * 300), QPlainTextEdit("line\n" * 300)
    column = QVBoxLayout(window)
    column.addWidget(shown)
    column.addWidget(hidden)
    hidden.hide()
    bring_to_front_widget(qtbot, window)
    return window, shown, hidden


def test_the_reader_comes_back_with_keys_and_scroll(qtbot: QtBot, session: Session) -> None:
    window, shown, hidden = text(qtbot)
    shown.verticalScrollBar().setValue(120)
    session.visit(Location(Tab.PARTIES, "p-korr"))
    left = LeftPlace.taken(session, shown, window)
    assert [bar for bar, _ in left.scrolled] == [shown.verticalScrollBar()]
    session.visit(Location(Tab.REVIEW))
    shown.verticalScrollBar().setValue(0)
    shown.clearFocus()
    assert left.restore(session)
    assert session.location == Location(Tab.PARTIES, "p-korr")
    assert focused() is shown
    shown.verticalScrollBar().setValue(7)  # as laying out may do
    deliver()
    assert shown.verticalScrollBar().value() == 120
    assert hidden.verticalScrollBar().value() == 0


def test_who_did_not_go_away_is_not_moved(qtbot: QtBot, session: Session) -> None:
    window, shown, _ = text(qtbot)
    left = LeftPlace.taken(session, shown, window)
    with qtbot.assertNotEmitted(session.location_changed):
        assert left.restore(session)


def test_what_is_gone_or_hidden_gets_no_keys(qtbot: QtBot, session: Session) -> None:
    window, shown, hidden = text(qtbot)
    assert not LeftPlace.taken(session, None, window).restore(session)
    assert not LeftPlace.taken(session, hidden, window).restore(session)
    left = LeftPlace.taken(session, shown, window)
    delete(shown)
    assert not left.restore(session)


def test_a_record_that_is_known_no_more_is_left_out(qtbot: QtBot, session: Session) -> None:
    window, shown, _ = text(qtbot)
    session.visit(Location(Tab.PARTIES, "no-such-record"))
    left = LeftPlace.taken(session, shown, window)
    session.visit(Location(Tab.REVIEW))
    assert left.restore(session)
    assert session.location == Location(Tab.PARTIES)
