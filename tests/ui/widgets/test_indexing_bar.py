from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.indexing_bar import IndexingBar
from tests.ui.kit import LONG


def made(qtbot: QtBot) -> IndexingBar:
    bar = IndexingBar()
    qtbot.addWidget(bar)
    return bar


def test_what_is_over_soon_is_not_shown(qtbot: QtBot) -> None:
    bar = made(qtbot)
    bar.begin("Looking…")
    assert bar.isHidden()
    bar.end()
    qtbot.wait(600)
    assert bar.isHidden()


def test_what_takes_long_is_shown_with_words_and_a_bar(qtbot: QtBot) -> None:
    bar = made(qtbot)
    bar.begin("Looking…")
    qtbot.waitUntil(bar.isVisible, timeout=LONG)
    assert bar.words.text() == "Looking…"
    assert (bar.bar.minimum(), bar.bar.maximum()) == (0, 0)
    bar.advance("Reading…", 3, 40)
    bar.advance("Reading…", 4, 40)
    assert bar.words.text() == "Reading…"
    assert (bar.bar.value(), bar.bar.maximum()) == (4, 40)
    bar.end()
    assert bar.isHidden()


def test_it_can_be_paused_and_stopped_by_mouse_and_by_keys(qtbot: QtBot) -> None:
    bar = made(qtbot)
    bar.show()
    wishes: list[str] = []
    bar.pause_wanted.connect(lambda: wishes.append("pause"))
    bar.stop_wanted.connect(lambda: wishes.append("stop"))
    QTest.mouseClick(bar.pause, Qt.MouseButton.LeftButton)
    QTest.keyClick(bar.stop, Qt.Key.Key_Space)
    assert wishes == ["pause", "stop"]
    assert bar.pause.text() == "Pause"
    bar.set_paused(True)
    assert bar.pause.text() == bar.pause.accessibleName() == "Go on"
    bar.begin("Looking…")
    assert bar.pause.text() == "Pause"
