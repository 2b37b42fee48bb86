"""A person reads a case without a mouse."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.session import Location
from caseviewer.ui.views.documents_tab import DocumentsTab
from caseviewer.ui.widgets.page_dialog import PageDialog
from caseviewer.ui.widgets.page_view import PageView
from caseviewer.ui.widgets.record_list import RecordList
from tests.ui.kit import (
    LONG,
    bring_to_front,
    clipboard,
    delete_later,
    focused,
    list_of,
    page_of,
    pane_of,
    place,
    press,
    tab_of,
    write,
)

NO_BREAK = "\u00a0"


def in_list() -> RecordList:
    found = focused()
    assert isinstance(found, RecordList)
    return found


def in_page() -> PageView:
    found = focused()
    assert isinstance(found, PageView)
    return found


def test_ctrl_and_a_number_bring_a_tab_to_the_front_with_the_keys_in_its_list(
    window: MainWindow,
) -> None:
    for number, tab in enumerate(Tab, start=1):
        press(f"Ctrl+{number}")
        assert place(window).tab is tab
        assert (
            focused()
            .accessibleName()
            .startswith("Overview" if tab is Tab.OVERVIEW else tab.value.capitalize())
        )


def test_arrows_move_in_a_list_and_the_page_follows(window: MainWindow) -> None:
    press("Ctrl+2")
    seen = []
    for _ in range(4):
        press("Down")
        seen.append((place(window).record, page_of(window, Tab.PARTIES).toPlainText()))
    assert len({record for record, _ in seen}) == 4
    assert len({text for _, text in seen}) == 4
    press("Up")
    assert place(window).record == seen[-2][0]


def test_enter_leads_from_the_list_to_its_page_and_a_key_back(window: MainWindow) -> None:
    press("Ctrl+2", "Return")
    assert in_page() is page_of(window, Tab.PARTIES)
    press("F6")
    assert in_list() is list_of(window, Tab.PARTIES)
    press("Shift+F6")
    assert in_page() is page_of(window, Tab.PARTIES)


def test_tab_finds_a_link_enter_follows_it_and_alt_left_comes_back(window: MainWindow) -> None:
    press("Ctrl+2", "Down", "Return", "Tab")
    start = place(window)
    page = in_page()
    words = page.textCursor().selectedText()
    assert words
    press("Return")
    assert place(window) != start
    followed = place(window)
    press("Alt+Left")
    assert place(window) == start
    press("Alt+Right")
    assert place(window) == followed


def test_the_way_back_leads_through_every_tab_that_was_read(window: MainWindow) -> None:
    press("Ctrl+2", "Ctrl+3", "Ctrl+4")
    way = []
    for _ in range(3):
        press("Alt+Left")
        way.append(place(window).tab)
    assert way == [Tab.CHRONOLOGY, Tab.PARTIES, Tab.OVERVIEW]
    press("Alt+Left")  # there is nothing before
    assert place(window).tab is Tab.OVERVIEW


def test_tab_leaves_a_page_behind_its_last_link(window: MainWindow) -> None:
    press("Ctrl+7", "Return")
    page = in_page()
    for _ in range(200):
        press("Tab")
        if focused() is not page:
            break
    assert focused() is not page


def test_a_filter_is_typed_and_left_with_esc(qtbot: QtBot, window: MainWindow) -> None:
    press("Ctrl+2", "Ctrl+Shift+F")
    assert isinstance(focused(), QLineEdit)
    write("LENA mardek")
    model = tab_of(window, Tab.PARTIES).model()
    assert model is not None
    qtbot.waitUntil(lambda: model.shown == 1)
    assert place(window) == Location(Tab.PARTIES, "p-mardek")
    assert pane_of(window, Tab.PARTIES).count.text() == "1 of 41"
    press("Esc")
    assert in_list() is list_of(window, Tab.PARTIES)
    qtbot.waitUntil(lambda: model.shown == 41)
    assert place(window).record == "p-mardek"


def test_a_filter_stands_ready_to_be_typed_over(qtbot: QtBot, window: MainWindow) -> None:
    press("Ctrl+2", "Ctrl+Shift+F")
    write("mardek")
    press("Down", "Ctrl+Shift+F")
    write("korr")
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "korr"


def test_the_lists_own_order_returns_by_a_key(window: MainWindow) -> None:
    press("Ctrl+2")
    found = in_list()
    found.sortByColumn(1, found.horizontalHeader().sortIndicatorOrder())
    model = found.record_model()
    assert model is not None
    assert model.group_rows() == []
    press("Ctrl+0")
    assert model.group_rows()


# Copying


def test_selected_rows_are_copied_as_plain_text_and_html(window: MainWindow) -> None:
    press("Ctrl+2", "Shift+Down", "Shift+Down", "Ctrl+C")
    lines = clipboard().text().split("\n")
    rows = list_of(window, Tab.PARTIES).selected_rows()
    assert len(lines) == len(rows) > 1
    assert all(line.startswith("P") and "\t" in line for line in lines)
    assert "<" not in clipboard().text()
    html = clipboard().html()
    assert html.startswith('<meta charset="utf-8"><table><tr><th>')
    assert html.count("<tr>") == len(rows) + 1
    assert "style" not in html
    assert window.notice.text.startswith("Copied: P")


def test_all_rows_are_selected_and_copied(window: MainWindow) -> None:
    press("Ctrl+2", "Ctrl+A", "Ctrl+C")
    assert len(clipboard().text().split("\n")) == 41
    assert window.notice.text == "Copied: 41 rows."


def test_a_copy_keeps_the_no_break_spaces_of_the_record(window: MainWindow) -> None:
    press("Ctrl+5", "Ctrl+A", "Ctrl+Alt+L")
    opened = window.desk.session.opened
    assert opened is not None
    cited = [item.cite_as for item in opened.case.sources if NO_BREAK in (item.cite_as or "")]
    assert cited
    assert all(str(text) in clipboard().text() for text in cited)


def test_in_a_page_with_a_selection_the_selection_is_copied(window: MainWindow) -> None:
    press("Ctrl+2", "Return")
    page = in_page()
    page.selectAll()
    press("Ctrl+C")
    assert clipboard().text().startswith(page.toPlainText()[:40])
    assert clipboard().formats() == ["text/plain"]


def test_in_a_page_without_a_selection_the_selected_rows_are_copied(window: MainWindow) -> None:
    press("Ctrl+2", "Return", "Ctrl+C")
    assert clipboard().text().startswith("P")
    assert "\t" in clipboard().text()


def test_the_page_is_copied_by_its_own_key(window: MainWindow) -> None:
    press("Ctrl+2", "Ctrl+Shift+P")
    title = page_of(window, Tab.PARTIES).toPlainText().split("\n")[0]
    assert clipboard().text().startswith(title)
    assert clipboard().html().startswith(f'<meta charset="utf-8"><h1>{title}</h1>')
    assert window.notice.text == "Copied: the page that is shown."


def test_on_the_overview_the_whole_page_is_copied(window: MainWindow) -> None:
    press("Ctrl+1", "Ctrl+C")
    assert "Submitted by: " in clipboard().text()
    assert window.notice.text == "Copied: the overview."


# Dialogs


@pytest.mark.parametrize(
    ("key", "title"), [("F1", "Keyboard shortcuts"), ("Shift+F1", "About Case Viewer")]
)
def test_help_opens_beside_the_case_and_esc_puts_it_away(
    qtbot: QtBot, window: MainWindow, key: str, title: str
) -> None:
    press("Ctrl+2", key)
    dialog = window.findChild(PageDialog)
    assert isinstance(dialog, PageDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.windowTitle() == title
    press("Esc")
    assert dialog.isHidden()
    delete_later()
    bring_to_front(qtbot, window)
    assert in_list() is list_of(window, Tab.PARTIES)


def test_tab_goes_round_through_filter_list_page_and_text(qtbot: QtBot, window: MainWindow) -> None:
    press("Ctrl+6")
    text = tab_of(window, Tab.DOCUMENTS)
    assert isinstance(text, DocumentsTab)
    qtbot.waitUntil(lambda: bool(text.document.contents.source), timeout=LONG)
    start = focused()
    seen = []
    for _ in range(300):
        press("Tab")
        seen.append(focused())
        if focused() is start:
            break
    names = [part.accessibleName() for part in dict.fromkeys(seen)]
    assert focused() is start, "Tab goes round"
    assert "Text of the document" in names
    assert "" not in names
