"""Notes of one's own through the window: made by keys, shown in place, kept on disk at once."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab, Target
from caseviewer.notes import store as storing
from caseviewer.ui.main_window import MainWindow
from tests.e2e.noting import (
    PRIVATE,
    again,
    field_of,
    files_of,
    kept,
    note_on,
    own_of,
    rows_of,
)
from tests.ui.choosing import choose
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    bring_to_front,
    case_view,
    deliver,
    focused,
    go,
    list_of,
    open_in,
    page_of,
    place,
    press,
    tab_of,
    write,
)

RECORDS = [
    (Tab.OVERVIEW, "c-halvek"),
    (Tab.PARTIES, "p-halvek"),
    (Tab.CHRONOLOGY, "e-exams"),
    (Tab.CHRONOLOGY, "d-asylum-appeal"),
    (Tab.QUOTATIONS, "q-gate"),
    (Tab.CITATIONS, "s-views"),
    (Tab.CITATIONS, "t-dec-header"),
    (Tab.REVIEW, "x-arrival"),
    (Tab.REVIEW, "g-start"),
]
"""A record of each of the nine kinds, where it is read."""


@pytest.mark.parametrize(("tab", "record"), RECORDS)
def test_every_kind_of_record_can_bear_a_star_a_mark_and_a_note(
    program: Program, window: MainWindow, tab: Tab, record: str
) -> None:
    go(window, tab, record)
    short = window.desk.session.opened.index.short(record)  # type: ignore[union-attr]
    press("Ctrl+B")
    assert window.notice.text == f"Starred: {short}."
    press("Ctrl+Shift+R")
    assert window.notice.text == f"Marked as read: {short}."
    note_on(window, tab, record)
    text = page_of(window, tab).toPlainText()
    assert "Yours: starred · read · note" in text
    assert PRIVATE in text
    assert text.index("Your note, ") < text.index(PRIVATE)
    urns = {item["target"]["source"] for item in kept(program)}
    assert urns == {f"urn:x-casebundle:halvek-v-valdrasia:{record}"}
    assert sorted(item["motivation"] for item in kept(program)) == [
        "bookmarking", "commenting", "tagging",
    ]  # fmt: skip
    press("Ctrl+B", "Ctrl+Shift+R")
    assert "Yours: note" in page_of(window, tab).toPlainText()


def test_a_note_on_a_passage_has_its_words_and_stands_in_the_row_of_its_source(
    program: Program, window: MainWindow
) -> None:
    note_on(window, Tab.CITATIONS, "t-dec-header")
    (item,) = kept(program)
    assert item["target"]["selector"] == {
        "type": "TextQuoteSelector",
        "exact": "Views adopted by the Committee under article 22",
        "suffix": " of the Convention on",
    }
    assert rows_of(window, Tab.CITATIONS) == {"s-views": "Yours: note on T1"}
    go(window, Tab.CITATIONS, "s-views")
    assert "Yours on its passages" in page_of(window, Tab.CITATIONS).toPlainText()


def test_a_note_on_a_passage_is_shown_beneath_its_document(
    qtbot: QtBot, window: MainWindow
) -> None:
    note_on(window, Tab.CITATIONS, "t-dec-header")
    go(window, Tab.DOCUMENTS, "t-dec-header")
    pane = tab_of(window, Tab.DOCUMENTS).document.pane  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: PRIVATE in pane.stands_on.toPlainText(), timeout=LONG)
    assert PRIVATE not in page_of(window, Tab.DOCUMENTS).toPlainText()
    press("Ctrl+Shift+N")
    assert field_of(window, Tab.DOCUMENTS).text.toPlainText() == PRIVATE
    write("!")
    press("Ctrl+Return")
    assert f"{PRIVATE}!" in pane.stands_on.toPlainText()
    go(window, Tab.DOCUMENTS, "s-views")
    press("Ctrl+B")
    facts = page_of(window, Tab.DOCUMENTS)
    assert facts.isVisible() != ("Yours: starred" in pane.stands_on.toPlainText())
    assert "Yours: starred" in facts.toPlainText()


def test_several_rows_are_starred_at_once_and_told_in_their_rows(window: MainWindow) -> None:
    go(window, Tab.QUOTATIONS)
    press("F6", "Home", "Shift+Down", "Shift+Down")
    deliver()
    press("Ctrl+B", "Ctrl+Shift+R")
    assert window.notice.text == "Marked as read: Q1, Q2, Q3."
    assert list(rows_of(window, Tab.QUOTATIONS).values()) == ["Yours: starred · read"] * 3
    assert len(list_of(window, Tab.QUOTATIONS).selected_rows()) == 3
    press("Ctrl+B")
    assert window.notice.text == "No longer starred: Q1, Q2, Q3."


def test_buttons_do_the_same_and_say_what_they_would_do(window: MainWindow) -> None:
    go(window, Tab.PARTIES, "p-halvek")
    bar = own_of(window, Tab.PARTIES).pane.bar
    for button in (bar.star, bar.read):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert rows_of(window, Tab.PARTIES) == {"p-halvek": "Yours: starred · read"}
    assert (bar.star.text(), bar.read.text()) == ("Take the star away", "Mark as not read")
    QTest.mouseClick(bar.note, Qt.MouseButton.LeftButton)
    assert focused() is field_of(window, Tab.PARTIES).text
    press("F6", "Shift+Down")
    deliver()
    assert (bar.star.text(), bar.read.text()) == ("Star", "Mark as read")


def test_rows_are_chosen_by_what_is_the_readers_own(qtbot: QtBot, window: MainWindow) -> None:
    go(window, Tab.PARTIES, "p-halvek")
    press("Ctrl+B")
    pane = tab_of(window, Tab.PARTIES).pane
    assert not pane.facets.buttons["yours"].isHidden()
    choose(pane.facets, "yours", "starred")
    model = tab_of(window, Tab.PARTIES).model()
    assert model is not None
    assert model.shown == 1
    press("F6", "Ctrl+B")  # the last one goes, and with it what was chosen
    assert model.shown == 41
    assert pane.facets.buttons["yours"].isHidden()


def test_between_two_records_nothing_of_either_is_shown(window: MainWindow) -> None:
    note_on(window, Tab.CHRONOLOGY, "e-exams")
    go(window, Tab.CHRONOLOGY, "e-exams")
    press("F6", "Shift+Down")
    deliver()
    assert PRIVATE not in page_of(window, Tab.CHRONOLOGY).toPlainText()
    press("Home")
    deliver()
    assert PRIVATE in page_of(window, Tab.CHRONOLOGY).toPlainText()


def test_keys_go_back_to_the_list_and_the_field_follows_the_rows(window: MainWindow) -> None:
    go(window, Tab.PARTIES, "p-halvek")
    press("F6", "Ctrl+Shift+N")
    write("One")
    press("F6", "Down")
    field = field_of(window, Tab.PARTIES)
    assert field.is_open
    assert field.text.toPlainText() == ""
    press("Ctrl+Shift+N")
    write("Two")
    press("Esc")
    assert focused() is list_of(window, Tab.PARTIES)
    assert list(rows_of(window, Tab.PARTIES).values()) == ["Yours: note", "Yours: note"]


def test_in_another_tab_nothing_is_lost(window: MainWindow) -> None:
    go(window, Tab.PARTIES, "p-halvek")
    press("Ctrl+Shift+N")
    write("Unfinished")
    press("Ctrl+3")
    assert place(window).tab is Tab.CHRONOLOGY
    assert rows_of(window, Tab.PARTIES) == {"p-halvek": "Yours: note"}


def test_a_note_that_is_emptied_can_be_brought_back(window: MainWindow) -> None:
    note_on(window, Tab.PARTIES, "p-halvek")
    press("Ctrl+Shift+N", "Ctrl+A", "Del", "Esc")
    assert window.notice.text == "Taken away: your note on P2."
    assert rows_of(window, Tab.PARTIES) == {}
    QTest.mouseClick(window.notice._act, Qt.MouseButton.LeftButton)
    assert PRIVATE in page_of(window, Tab.PARTIES).toPlainText()


def test_where_no_record_is_read_that_is_said(window: MainWindow) -> None:
    go(window, Tab.OVERVIEW)
    assert not own_of(window, Tab.OVERVIEW).pane.isVisible()
    for key in ("Ctrl+B", "Ctrl+Shift+R", "Ctrl+Shift+N", "Ctrl+Alt+N"):
        window.notice.put_away()
        press(key)
        assert window.notice.text.startswith("Go to a record first")


def test_another_window_on_the_case_shows_it_at_once(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    other = again(qtbot, program, HALVEK)
    go(other, Tab.PARTIES, "p-halvek")
    bring_to_front(qtbot, window)
    note_on(window, Tab.PARTIES, "p-halvek")
    assert PRIVATE in page_of(other, Tab.PARTIES).toPlainText()
    assert rows_of(other, Tab.PARTIES) == {"p-halvek": "Yours: note"}


def test_what_another_program_wrote_is_shown_when_the_window_comes_to_the_front(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    note_on(window, Tab.PARTIES, "p-halvek")
    (name,) = files_of(program)
    path = program.preferences.data_folder / "notes" / name
    path.write_bytes(path.read_bytes().replace(PRIVATE.encode(), b"Changed elsewhere"))
    other = program.new_window()
    bring_to_front(qtbot, other)
    bring_to_front(qtbot, window)
    assert "Changed elsewhere" in page_of(window, Tab.PARTIES).toPlainText()


def test_each_case_has_a_file_of_its_own_for_its_reader_alone(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    note_on(window, Tab.PARTIES, "p-halvek")
    other = open_in(qtbot, program, ABDUSSAMATOV)
    go(other, Tab.PARTIES)
    press("F6", "Ctrl+B")
    assert len(files_of(program)) == 2
    folder = program.preferences.data_folder / "notes"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name in files_of(program):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
        assert "halvek" not in name


def test_notes_are_there_again_when_the_case_is(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    note_on(window, Tab.QUOTATIONS, "q-gate")
    window.close()
    other = open_in(qtbot, program, HALVEK)
    other.desk.session.go(Target("q-gate"))
    assert PRIVATE in page_of(other, Tab.QUOTATIONS).toPlainText()


def test_what_is_not_saved_stands_in_a_warning_until_it_is_and_closing_asks(
    qtbot: QtBot, program: Program, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    bar = case_view(window).unsaved_bar
    with monkeypatch.context() as patch:
        patch.setattr(storing, "write_whole", fail)
        note_on(window, Tab.PARTIES, "p-halvek")
        assert bar.words.text() == "1 change to your notes is not saved: No space left on device."
        assert PRIVATE in page_of(window, Tab.PARTIES).toPlainText()
        press("Ctrl+Shift+N")
        assert field_of(window, Tab.PARTIES).about.text() == "Your note on P2 · not saved"
        press("Ctrl+W")
        assert window.isVisible()
        assert "If this window is closed now, that is lost." in window.notice.text
        program.quit()
        assert window.isVisible()
        assert files_of(program) == {}
    QTest.mouseClick(bar.again, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert len(files_of(program)) == 1
    window.close()
    assert not window.isVisible()


def test_a_window_is_closed_all_the_same_when_that_is_wished(
    program: Program, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storing, "write_whole", fail)
    go(window, Tab.PARTIES, "p-halvek")
    press("Ctrl+B", "Ctrl+W")
    QTest.mouseClick(window.notice._act, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert files_of(program) == {}


def test_the_window_closes_with_what_was_being_written_saved(
    program: Program, window: MainWindow
) -> None:
    go(window, Tab.PARTIES, "p-halvek")
    press("Ctrl+Shift+N")
    write("Unfinished")
    window.close()
    assert [item["body"]["value"] for item in kept(program)] == ["Unfinished"]


def test_nothing_is_written_into_the_bundle(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    from tests.ui.kit import copy_of

    folder = copy_of(HALVEK, tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    window = open_in(qtbot, program, folder)
    note_on(window, Tab.PARTIES, "p-halvek")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
