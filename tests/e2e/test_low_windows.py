"""Large letters in a small window: the list can be read, and what is put away says so."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.preferences import TEXT_SIZES
from caseviewer.ui.views.chronology_tab import ChronologyTab
from caseviewer.ui.widgets.timeline_frame import TimelineFrame
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    SAMPLES,
    case_view,
    deliver,
    focused,
    go,
    list_of,
    open_in,
    page_of,
    pane_of,
    press,
    tab_of,
)

SIZES = ((1_280, 800), (900, 600))


def with_large_text(
    qtbot: QtBot, program: Program, folder: Path, size: tuple[int, int]
) -> MainWindow:
    program.preferences.set("text_size", TEXT_SIZES[-1])
    program.apply_look()
    program.preferences.set("window_size", list(size))
    return open_in(qtbot, program, folder)


def frame_of(window: MainWindow) -> TimelineFrame:
    tab = tab_of(window, Tab.CHRONOLOGY)
    assert isinstance(tab, ChronologyTab)
    return tab.frame


def settle() -> None:
    for _ in range(6):
        QApplication.sendPostedEvents()
        deliver()


def whole_rows(window: MainWindow, tab: Tab) -> int:
    """How many rows are seen from their first to their last line."""
    shown = list_of(window, tab)
    model, height = shown.record_model(), shown.viewport().height()
    assert model is not None
    ends = [
        shown.rowViewportPosition(row) + shown.rowHeight(row) for row in range(model.rowCount())
    ]
    return sum(0 < end <= height for end in ends)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("folder", SAMPLES)
def test_three_rows_of_the_chronology_are_seen(
    qtbot: QtBot, program: Program, folder: Path, size: tuple[int, int]
) -> None:
    window = with_large_text(qtbot, program, folder, size)
    press("Ctrl+3")
    settle()
    assert (window.width(), window.height()) == size
    assert whole_rows(window, Tab.CHRONOLOGY) >= 3
    assert page_of(window, Tab.CHRONOLOGY).isVisible()
    assert frame_of(window).timeline.isHidden()


@pytest.mark.parametrize("folder", SAMPLES)
def test_a_few_lines_of_what_is_read_stand_below_a_list_of_quotations(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    window = with_large_text(qtbot, program, folder, (1_280, 800))
    go(window, Tab.QUOTATIONS)
    settle()
    page = page_of(window, Tab.QUOTATIONS)
    assert page.viewport().height() >= 3 * page.fontMetrics().lineSpacing()
    assert whole_rows(window, Tab.QUOTATIONS) >= 2


@pytest.mark.parametrize("size", SIZES)
def test_the_menu_tells_that_the_timeline_is_away_and_the_key_shows_it(
    qtbot: QtBot, program: Program, size: tuple[int, int]
) -> None:
    window = with_large_text(qtbot, program, HALVEK, size)
    mark = window.menus.actions["timeline"]
    press("Ctrl+3")
    settle()
    assert not mark.isChecked()
    assert program.preferences.get("timeline")  # elsewhere there is room
    press("Ctrl+T")
    settle()
    assert mark.isChecked()
    assert frame_of(window).timeline.isVisible()
    assert frame_of(window).timeline.view.scene() is not None
    press("Ctrl+T")
    assert not mark.isChecked()
    assert frame_of(window).timeline.isHidden()


def test_the_timeline_comes_with_the_room_for_it(qtbot: QtBot, program: Program) -> None:
    window = with_large_text(qtbot, program, HALVEK, (1_280, 800))
    mark = window.menus.actions["timeline"]
    press("Ctrl+3")
    settle()
    window.resize(1_280, 1_400)
    settle()
    assert mark.isChecked()
    assert frame_of(window).timeline.isVisible()
    window.resize(1_280, 800)
    settle()
    assert not mark.isChecked()
    assert frame_of(window).timeline.isHidden()


def test_the_heads_of_columns_are_whole(qtbot: QtBot, program: Program) -> None:
    window = with_large_text(qtbot, program, ABDUSSAMATOV, (900, 600))
    press("Ctrl+2")
    settle()
    shown = list_of(window, Tab.PARTIES)
    model, header = shown.record_model(), shown.horizontalHeader()
    assert model is not None
    titles = [column.title for column in model.columns]
    assert "Count" in titles
    for place, title in enumerate(titles):
        assert header.sectionSize(place) > header.fontMetrics().horizontalAdvance(title)


def test_a_low_window_keeps_one_line_of_the_title_and_the_receipt(
    qtbot: QtBot, program: Program
) -> None:
    window = with_large_text(qtbot, program, HALVEK, (1_280, 800))
    header = case_view(window).header
    lines = header.toPlainText().split("\n")
    assert len(lines) == 2
    assert lines[0].startswith("A lawyer held out of reach")
    assert lines[1].startswith("as of 30 September 2020")
    assert header.verticalScrollBar().maximum() == 0
    window.resize(900, 600)
    settle()
    assert header.height() <= 0.25 * window.height()
    assert header.verticalScrollBar().maximum() > 0  # the rest of the receipt can be scrolled to
    window.resize(1_280, 1_400)
    settle()
    assert "Committee on Persons in Custody" in header.toPlainText()
    assert header.document().size().height() <= header.height()


def test_the_title_is_whole_where_there_is_room_for_it(qtbot: QtBot, program: Program) -> None:
    window = with_large_text(qtbot, program, HALVEK, (1_280, 800))
    header = case_view(window).header  # the field stood beside it before it was laid out
    assert header.width() > 1_200
    title = header.toPlainText().split("\n")[0]
    assert title == "A lawyer held out of reach: Mirela Halvek v. Valdrasia"


def test_where_lines_are_few_the_facets_stand_beside_the_filter(
    qtbot: QtBot, program: Program
) -> None:
    window = with_large_text(qtbot, program, HALVEK, (900, 600))
    go(window, Tab.PARTIES)
    settle()
    pane, tab = pane_of(window, Tab.PARTIES), tab_of(window, Tab.PARTIES)
    assert pane.facets.isVisible()
    assert pane.facets.y() < pane.filter.geometry().bottom()
    assert not tab.bar.button.isVisible()  # type: ignore[attr-defined]
    press("Shift+Tab")
    assert focused().parent() is pane.facets
    window.resize(1_280, 1_400)
    settle()
    assert pane.facets.y() > pane.filter.geometry().bottom()
    assert tab.bar.button.isVisible()  # type: ignore[attr-defined]


def test_where_lines_are_few_the_keys_alone_star_and_note(qtbot: QtBot, program: Program) -> None:
    window = with_large_text(qtbot, program, ABDUSSAMATOV, (1_280, 800))
    go(window, Tab.QUOTATIONS)
    settle()
    own = tab_of(window, Tab.QUOTATIONS).own.pane
    assert not own.bar.isVisible()
    press("F6", "Ctrl+B")
    assert window.notice.text == "Starred: Q1."
    press("Ctrl+Shift+N")
    assert focused() is own.field.text
    settle()
    assert (window.width(), window.height()) == (1_280, 800)
    window.resize(1_280, 1_400)
    settle()
    assert own.bar.isVisible()
    for _ in range(2):  # what goes makes room for the rest of the way
        window.resize(900, 600)
        settle()
    assert (window.width(), window.height()) == (900, 600)
    assert own.field.text.isVisible()
