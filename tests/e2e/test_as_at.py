"""A person asks what could be known on a day, and goes back to the whole file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.formatting.tabs import tab_count
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands import opening
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.widgets.as_at_bar import AsAtBar
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    case_view,
    clipboard,
    copy_of,
    deliver,
    focused,
    go,
    list_of,
    open_in,
    opened_sample,
    page_of,
    pane_of,
    place,
    press,
    wait_for_checks,
    write,
)


def bar_of(window: MainWindow) -> AsAtBar:
    return case_view(window).as_at_bar


def ask(text: str) -> None:
    press("Ctrl+D")
    write(text)
    press("Return")


def ids(window: MainWindow, tab: Tab) -> list[str]:
    model = list_of(window, tab).record_model()
    assert model is not None
    return [name for row in range(model.rowCount()) if (name := model.id_at(row))]


def tab_titles(window: MainWindow) -> list[str]:
    tabs = case_view(window).tabs
    return [tabs.tabText(at) for at in range(tabs.count())]


def test_a_day_is_typed_and_only_what_was_known_is_listed(window: MainWindow) -> None:
    press("Ctrl+3")
    assert len(ids(window, Tab.CHRONOLOGY)) == 68 + 9
    ask("20 March 2016")
    assert not bar_of(window).isHidden()
    assert "4 of 18 sources, 11 of 68 events" in bar_of(window).words.text()
    assert " – as at 20 March 2016 – " in window.windowTitle()
    known = ids(window, Tab.CHRONOLOGY)
    assert len(known) == 11
    assert known[0] == "e-first-prison"
    assert "Parties 21" in tab_titles(window)
    assert "Chronology 11" in tab_titles(window)
    press("Ctrl+6")
    assert ids(window, Tab.DOCUMENTS) == ["s-courier"]


def test_asking_again_shows_the_whole_file_and_gives_the_keys_back(window: MainWindow) -> None:
    press("Ctrl+3")
    titles, name = tab_titles(window), window.windowTitle()
    ask("20 March 2016")
    assert focused() is list_of(window, Tab.CHRONOLOGY)
    press("Ctrl+D", "Ctrl+D")
    assert bar_of(window).isHidden()
    assert focused() is list_of(window, Tab.CHRONOLOGY)
    assert (tab_titles(window), window.windowTitle()) == (titles, name)
    assert len(ids(window, Tab.CHRONOLOGY)) == 68 + 9


def test_a_day_before_everything_shows_nothing_and_says_why(qtbot: QtBot, program: Program) -> None:
    window = open_in(qtbot, program, ABDUSSAMATOV)
    press("Ctrl+3")
    ask("10 June 2011")
    words = "Nothing of this kind could be known on 10 June 2011 by what this file holds."
    assert ids(window, Tab.CHRONOLOGY) == []
    assert pane_of(window, Tab.CHRONOLOGY)._empty.text() == words
    press("Ctrl+1")
    assert "Nothing in this file can be shown" in page_of(window, Tab.OVERVIEW).toPlainText()


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("10 June 2012", "1 of 2 sources, 2 of 7 events, 0 of 1 deadline"),
        ("1 July 2012", "2 of 2 sources, 7 of 7 events, 1 of 1 deadline"),
    ],
)
def test_the_first_sample_on_two_days(
    qtbot: QtBot, program: Program, typed: str, counts: str
) -> None:
    window = open_in(qtbot, program, ABDUSSAMATOV)
    ask(typed)
    assert counts in bar_of(window).words.text()


def test_esc_leaves_the_field_and_the_day_stays(window: MainWindow) -> None:
    press("Ctrl+3")
    ask("20 March 2016")
    press("Ctrl+D")
    assert focused() is bar_of(window).field
    write("1 May")
    press("Esc")
    assert focused() is list_of(window, Tab.CHRONOLOGY)
    assert bar_of(window).field.text() == "20 March 2016"
    assert len(ids(window, Tab.CHRONOLOGY)) == 11
    press("Ctrl+D")
    QTest.mouseClick(bar_of(window).whole, Qt.MouseButton.LeftButton)
    assert bar_of(window).isHidden()
    assert focused() is list_of(window, Tab.CHRONOLOGY)
    press("Ctrl+D", "Esc")
    assert bar_of(window).isHidden()


def test_who_read_what_was_not_known_reads_on_at_the_first_row_and_comes_back(
    window: MainWindow,
) -> None:
    go(window, Tab.CHRONOLOGY, "e-supreme")
    page = page_of(window, Tab.CHRONOLOGY)
    for typed in ("20 March 2016", "1 May 2016"):
        ask(typed)
        assert place(window).record == ids(window, Tab.CHRONOLOGY)[0] == "e-first-prison"
        assert list_of(window, Tab.CHRONOLOGY).selected_rows() != []
        assert "Not known on" not in page.toPlainText()
    press("Ctrl+D", "Ctrl+D")
    assert place(window).record == "e-supreme"
    assert "The Supreme Court finds" in page.toPlainText()
    assert list_of(window, Tab.CHRONOLOGY).current_record() == "e-supreme"


def test_who_goes_elsewhere_meanwhile_stays_there(window: MainWindow) -> None:
    go(window, Tab.CHRONOLOGY, "e-supreme")
    ask("20 March 2016")
    press("Down")
    there = place(window)
    press("Ctrl+D", "Ctrl+D")
    assert place(window) == there


def test_what_a_link_leads_to_and_was_not_known_says_so(window: MainWindow) -> None:
    press("Ctrl+3")
    ask("20 March 2016")
    go(window, Tab.CHRONOLOGY, "e-supreme")
    page = page_of(window, Tab.CHRONOLOGY)
    assert "the record that was read before could not be known then" in page.toPlainText()
    assert list_of(window, Tab.CHRONOLOGY).selected_rows() == []
    ask("21 March 2016")
    assert place(window).record == "e-supreme"
    assert "Not known on 21 March 2016" in page.toPlainText()
    press("Ctrl+D", "Ctrl+D")
    assert "The Supreme Court finds" in page.toPlainText()


def test_back_and_forward_can_be_used_on_a_day(window: MainWindow) -> None:
    go(window, Tab.PARTIES, "p-korr")
    go(window, Tab.CHRONOLOGY, "e-supreme")
    go(window, Tab.PARTIES, "p-halvek")
    ask("20 March 2016")
    press("Alt+Left")
    assert "Not known on 20 March 2016" in page_of(window, Tab.CHRONOLOGY).toPlainText()
    press("Alt+Left")
    assert place(window).record == "p-korr"
    assert "Ilias Korr" in page_of(window, Tab.PARTIES).toPlainText()
    press("Alt+Right")
    assert place(window).record == "e-supreme"


def test_an_old_day_that_is_still_looked_for_is_superseded(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("1 May 2016")
    shown = window.desk.session.standpoint
    monkeypatch.setattr(opening, "BESIDE", 1)
    ask("20 March 2016")
    assert bar_of(window).words.text() == "Finding what could be known on that day…"
    ask("1 May 2016")
    assert "What could be known" in bar_of(window).words.text()
    wait_for_all()
    qtbot.wait(20)
    assert window.desk.session.standpoint == shown


def test_a_day_that_is_looked_for_in_one_case_is_not_that_of_another(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BESIDE", 1)
    ask("20 March 2016")
    press("Ctrl+D")
    write("1 May")
    window.desk.show_case(opened_sample(ABDUSSAMATOV))
    assert bar_of(window).words.text().startswith("Type a day and press Enter")
    wait_for_all()
    qtbot.wait(20)
    assert window.desk.session.standpoint.as_at is None
    assert "Citations 2" in tab_titles(window)


def test_a_filter_works_on_what_is_known(window: MainWindow) -> None:
    press("Ctrl+3", "Ctrl+Shift+F")
    write("prison")
    deliver()
    ask("20 March 2016")
    assert pane_of(window, Tab.CHRONOLOGY).filter.text() == ""
    press("Ctrl+Shift+F")
    write("prison")
    deliver()
    assert "e-gate" in ids(window, Tab.CHRONOLOGY)
    assert len(ids(window, Tab.CHRONOLOGY)) < 11


def test_a_date_that_cannot_be_read_is_told_and_nothing_changes(window: MainWindow) -> None:
    titles = tab_titles(window)
    ask("2.3.2016")
    assert bar_of(window).words.text().startswith("This could be misread")
    assert tab_titles(window) == titles


def test_copies_carry_the_day(window: MainWindow) -> None:
    press("Ctrl+3")
    ask("20 March 2016")
    press("F6", "Ctrl+A", "Ctrl+C")
    mark = "As at 20 March 2016: what could be known on that day."
    assert clipboard().text().startswith(mark)
    press("Ctrl+1", "Ctrl+Shift+P")
    assert mark in clipboard().text()


def test_the_day_stays_when_the_file_is_read_again_and_ends_with_another_case(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window = open_in(qtbot, program, copy_of(HALVEK, tmp_path))
    ask("20 March 2016")
    press("Ctrl+R")
    qtbot.waitUntil(lambda: "Read again" in window.notice.text)
    wait_for_checks(qtbot, window)
    assert window.desk.session.standpoint.as_at is not None
    assert "Parties 21" in tab_titles(window)
    window.desk.show_case(opened_sample(ABDUSSAMATOV))
    assert bar_of(window).isHidden()
    assert f"Parties {tab_count(opened_sample(ABDUSSAMATOV), Tab.PARTIES)}" in tab_titles(window)
    assert "as at" not in window.windowTitle()


def test_no_day_is_remembered(window: MainWindow, tmp_path: Path) -> None:
    ask("20 March 2016")
    window.close()
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert all(b"2016" not in data and b"as_at" not in data for data in written)
