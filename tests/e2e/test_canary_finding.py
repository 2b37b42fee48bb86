"""What is found in a bundle full of markup is told and painted letter by letter, too."""

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from tests.e2e.finding import find, frame, hits, settle, told
from tests.e2e.screen import texts, tooltips
from tests.e2e.test_canary import (
    check,
    draw,
    hostile_window,
    opened_window,
    trap,
    untouched,
)
from tests.e2e.watching import AVAILABLE
from tests.ui.kit import LONG, go, place, press, write

__all__ = ["hostile_window", "opened_window", "trap", "untouched"]

pytestmark = pytest.mark.skipif(not AVAILABLE, reason="only Linux tells that a file was opened")

_WORD = "img"
"""It stands in every free text, and is not what `check` counts."""


def test_hits_are_told_and_painted_letter_by_letter(
    qtbot: QtBot, hostile_window: MainWindow
) -> None:
    find(qtbot, hostile_window, _WORD)
    draw(hostile_window)
    panel = frame(hostile_window).panel
    assert check(texts(panel)) > 20
    assert check(tooltips(panel)) == 0
    tabs = set()
    for _ in range(hits(hostile_window).hits.hits // 10):
        hits(hostile_window).step(10)
        press("F3")
        settle(qtbot, hostile_window)
        tabs.add(place(hostile_window).tab)
        check(iter((told(hostile_window),)))
        draw(hostile_window)
    assert tabs >= {Tab.PARTIES, Tab.CHRONOLOGY, Tab.QUOTATIONS, Tab.CITATIONS, Tab.DOCUMENTS}
    assert check(texts(frame(hostile_window).bar)) == 0
    press("Esc")


def test_the_words_that_are_not_found_are_told_letter_by_letter(
    qtbot: QtBot, hostile_window: MainWindow
) -> None:
    find(qtbot, hostile_window, "zzqx <b>bold</b> &amp;")
    draw(hostile_window)
    page = frame(hostile_window).panel.page
    assert check(texts(page)) >= 1
    press("Esc")


def test_goals_are_told_and_painted_letter_by_letter(
    qtbot: QtBot, hostile_window: MainWindow
) -> None:
    go(hostile_window, Tab.PARTIES)
    press("Ctrl+K")
    write(_WORD)
    commands = hostile_window.desk.finding.go_to
    popup = commands._popup
    assert popup is not None
    answered = lambda: commands._answered == _WORD and not commands._is_waiting()  # noqa: E731
    qtbot.waitUntil(answered, timeout=LONG)
    draw(hostile_window)
    assert check(texts(popup)) > 10
    assert check(tooltips(popup)) == 0
    press("Esc")
