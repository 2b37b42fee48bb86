"""The search stays true while cases, days, windows and sizes of text change around it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.preferences import TEXT_SIZES
from caseviewer.ui.session import Location
from tests import builders
from tests.e2e.finding import (
    about,
    find,
    frame,
    hits,
    lines,
    marked,
    settle,
    told,
    type_in,
)
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    bring_to_front,
    copy_of,
    deliver,
    focused,
    go,
    list_of,
    open_in,
    page_of,
    place,
    press,
    shows_tabs,
    wait_for_checks,
    write,
)

RTL = "محمد العربي"


def small(qtbot: QtBot, program: Program, folder: Path, **changes: object) -> MainWindow:
    return open_in(qtbot, program, builders.write(folder, builders.bundle(**changes)))


def party(name: str) -> builders.Bundle:
    return {"id": "stranger", "kind": "person", "identity": "named", "name": name}


def with_party(name: str) -> list[builders.Bundle]:
    return [*builders.bundle()["parties"], party(name)]


def retitled(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def reload(qtbot: QtBot, window: MainWindow) -> None:
    before = window.desk.session.opened
    press("Ctrl+R")
    qtbot.waitUntil(lambda: window.desk.session.opened is not before, timeout=LONG)
    wait_for_checks(qtbot, window)
    settle(qtbot, window)


# Typing


def test_fast_typing_ends_with_the_answer_to_all_of_it(qtbot: QtBot, window: MainWindow) -> None:
    press("Ctrl+F")
    write("custody xyz")
    for _ in range(4):
        press("Backspace")
    settle(qtbot, window)
    assert frame(window).field.text() == "custody"
    assert len(lines(window)) == hits(window).hits.hits > 10
    assert all(line.found.lower().startswith("custod") for line in lines(window))


def test_enter_waits_for_the_answer_to_what_was_typed_before_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    find(qtbot, window, "custody")
    write(" korr")  # the answer to this is not there yet
    press("Return")
    settle(qtbot, window)
    assert told(window).startswith(f"1 of {len(lines(window))} · ")
    assert focused() is not frame(window).field


def test_typing_on_forgets_an_enter_that_waited(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "custody")
    write(" z")
    press("Return")
    write("zzqx")
    settle(qtbot, window)
    assert focused() is frame(window).field
    assert "Nothing found for custody zzzqx" in about(window)


def test_emptying_the_field_takes_the_marks_away(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "custody")
    assert marked(page_of(window, Tab.OVERVIEW))
    type_in(qtbot, window, "")
    assert marked(page_of(window, Tab.OVERVIEW)) == []
    assert "What can be typed" in about(window)
    press("F3")
    assert focused() is frame(window).field


# Other cases, other days


def test_a_case_that_is_read_again_is_searched_again(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    folder = copy_of(HALVEK, tmp_path)
    window = open_in(qtbot, program, folder)
    go(window, Tab.PARTIES)
    find(qtbot, window, "korr")
    count = len(lines(window))
    press("F3", "F3")
    retitled(folder / "case.json", "Korr", "Kurr")
    reload(qtbot, window)
    assert frame(window).is_open
    assert 0 < len(lines(window)) < count
    press("Ctrl+F", "Esc")
    assert place(window).tab is Tab.PARTIES


def test_another_case_closes_the_search_and_drops_it(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    find(qtbot, window, "custody")
    window.open_path(str(ABDUSSAMATOV))
    opened = window.desk.session.opened
    qtbot.waitUntil(lambda: window.desk.session.opened is not opened, timeout=LONG)
    wait_for_checks(qtbot, window)
    assert not frame(window).is_open
    assert frame(window).field.text() == ""
    assert window.desk.finding.reading.search is None
    assert window.desk.finding.reading._texts == {}
    assert hits(window).hits.hits == 0
    find(qtbot, window, "kazakhstan")
    assert lines(window)
    press("Esc")
    assert place(window).tab is Tab.OVERVIEW


def test_as_at_a_day_nothing_is_found_that_was_not_known(qtbot: QtBot, window: MainWindow) -> None:
    go(window, Tab.CHRONOLOGY)
    find(qtbot, window, "custody")
    whole = len(lines(window))
    last = hits(window).hits.hits - 1
    press("Shift+F3")
    assert told(window).startswith(f"{last} of") or told(window).startswith(f"{last + 1} of")
    press("Ctrl+D")
    write("20 March 2016")
    press("Return")
    settle(qtbot, window)
    assert 0 < len(lines(window)) < whole
    opened = window.desk.session.opened
    assert opened is not None
    assert opened.account is not None
    found = hits(window).hits
    assert all(line.number for line in lines(window)[1:])
    assert found.hits == len(lines(window))
    press("Ctrl+D", "Ctrl+D")
    settle(qtbot, window)
    assert len(lines(window)) == whole


def test_a_place_that_is_known_no_more_is_come_back_to_as_its_tab(
    qtbot: QtBot, window: MainWindow
) -> None:
    go(window, Tab.CHRONOLOGY, "e-decision")
    opened = window.desk.session.opened
    assert opened is not None
    last = opened.chronology[-1].id
    go(window, Tab.CHRONOLOGY, last)
    find(qtbot, window, "prison")
    press("Ctrl+D")
    write("20 March 2016")
    press("Return")
    settle(qtbot, window)
    press("Ctrl+F", "Return")
    settle(qtbot, window)
    press("Ctrl+F", "Esc")
    assert place(window).tab is Tab.CHRONOLOGY
    assert place(window).record != last


def test_what_is_found_of_documents_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "custody")
    before = window.desk.finding.reading.search
    window.desk.session.case_checked.emit()  # nothing else is known of it
    settle(qtbot, window)
    assert window.desk.finding.reading.search is before


# Windows


def test_two_windows_search_for_themselves(qtbot: QtBot, program: Program) -> None:
    first = open_in(qtbot, program, HALVEK)
    find(qtbot, first, "custody")
    second = open_in(qtbot, program, HALVEK)
    assert not frame(second).is_open
    find(qtbot, second, "korr")
    assert frame(first).field.text() == "custody"
    count = len(lines(first))
    press("F3", "F3")
    assert told(second).startswith("2 of ")
    bring_to_front(qtbot, first)
    press("F3")
    assert told(first).startswith(f"1 of {count} · ")
    press("Esc")
    assert (frame(first).is_open, frame(second).is_open) == (False, True)


def test_a_window_may_be_closed_while_its_search_is_being_read(
    qtbot: QtBot, program: Program
) -> None:
    window = open_in(qtbot, program, HALVEK)
    press("Ctrl+F")
    write("custody")
    window.close()
    deliver()
    assert program.windows == []


def test_in_a_narrow_window_hits_and_tabs_take_turns(qtbot: QtBot, program: Program) -> None:
    program.preferences.set("window_size", [900, 600])
    window = open_in(qtbot, program, HALVEK)
    find(qtbot, window, "custody")
    assert hits(window).isVisible()
    assert not shows_tabs(frame(window))
    press("Down", "Return")
    assert shows_tabs(frame(window))
    assert not hits(window).isVisible()
    assert told(window).startswith("2 of ")
    press("F3")
    assert told(window).startswith("3 of ")
    assert not hits(window).isVisible()
    press("Ctrl+F")
    assert hits(window).isVisible()
    assert hits(window).place == 2
    press("Ctrl+3")
    assert shows_tabs(frame(window))
    assert focused() is list_of(window, Tab.CHRONOLOGY)
    QTest.mouseClick(frame(window).bar.hits, Qt.MouseButton.LeftButton)
    assert focused() is hits(window)
    press("F6")  # to the list of the tab
    assert focused() is list_of(window, Tab.CHRONOLOGY)
    press("Ctrl+F", "Esc")
    assert place(window).tab is Tab.OVERVIEW


def test_a_window_that_grows_shows_hits_beside_the_tabs(qtbot: QtBot, program: Program) -> None:
    program.preferences.set("window_size", [900, 600])
    window = open_in(qtbot, program, HALVEK)
    find(qtbot, window, "custody")
    window.resize(1_400, 800)
    deliver()
    assert hits(window).isVisible()
    assert shows_tabs(frame(window))
    assert focused() is frame(window).field
    window.resize(900, 600)
    deliver()
    assert not shows_tabs(frame(window))


@pytest.mark.parametrize("size", [(1_280, 800), (900, 600)])
def test_large_letters_leave_room_for_title_field_and_hits(
    qtbot: QtBot, program: Program, size: tuple[int, int]
) -> None:
    program.preferences.set("text_size", TEXT_SIZES[-1])
    program.apply_look()
    program.preferences.set("window_size", list(size))
    window = open_in(qtbot, program, HALVEK)
    assert not frame(window).field.isVisible()  # the title needs the room
    find(qtbot, window, "custody")
    deliver()
    assert (window.width(), window.height()) == size
    assert frame(window).field.isVisible()
    assert hits(window).viewport().height() > 3 * hits(window).fontMetrics().lineSpacing()
    press("Return")
    assert told(window).startswith("1 of ")
    assert frame(window).bar.told.text().startswith("1 of ")
    press("Ctrl+F", "Esc")
    assert not frame(window).field.isVisible()


def test_another_size_of_text_lays_the_hits_out_anew(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    find(qtbot, window, "custody")
    before = [hits(window).rowHeight(row) for row in range(4)]
    press("Ctrl++")
    deliver()
    assert [hits(window).rowHeight(row) > before[row] for row in range(4)] == [True] * 4


# Strange words


def test_words_that_run_from_right_to_left_are_found_and_told_in_order(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window = small(qtbot, program, tmp_path, parties=with_party(RTL))
    find(qtbot, window, "مُحَمَّد")
    (line,) = [line for line in lines(window) if line.where == "name"]
    assert line.title.text == RTL
    assert [words for words, is_marked in line.title.pieces() if is_marked] == ["محمد"]
    press("Return")
    assert place(window) == Location(Tab.PARTIES, "stranger")
    assert marked(page_of(window, Tab.PARTIES)) == ["محمد"]
    hits(window).grab()


def test_a_hostile_name_is_told_and_painted_letter_by_letter(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    name = '<img src="/dev/zero">\u202e12/34 & Co'
    window = small(qtbot, program, tmp_path, parties=with_party(name))
    find(qtbot, window, "dev")
    model = hits(window).hits
    said = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert any('<img src="/dev/zero">⟨U+202E⟩12/34 & Co' in words for words in said)
    press("Return")
    assert told(window).startswith("1 of 1 · dev, in P")
    assert marked(page_of(window, Tab.PARTIES)) == ["dev"]
    window.grab()


def test_the_search_is_walked_through_with_tab(qtbot: QtBot, window: MainWindow) -> None:
    go(window, Tab.PARTIES)
    press("End")  # a page of few links
    find(qtbot, window, "custody")
    there: list[str] = []
    while not there or focused() is not frame(window).field:
        if focused().accessibleName() not in there[-1:]:
            there.append(focused().accessibleName())
        press("Tab")
    assert there[:7] == [
        "Find in the case", "Previous hit", "Next hit", "Close", "What was found", "Hits",
        "Tabs of the case",
    ]  # fmt: skip
    assert there[-1] == "About the open case"
