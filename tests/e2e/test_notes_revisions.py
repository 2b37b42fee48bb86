"""Notes on a file that changes, on a day of it, from elsewhere, and from a damaged disk."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.notes.codec import write as as_file
from caseviewer.notes.values import Annotation, Notes, Sort, new_id, now
from caseviewer.ui import messages
from caseviewer.ui.main_window import MainWindow
from tests.e2e.noting import (
    PRIVATE,
    field_of,
    files_of,
    kept,
    note_on,
    overview_of,
    own_of,
    rows_of,
    texts_seen,
)
from tests.e2e.screen import texts, tooltips
from tests.e2e.watching import AVAILABLE, Watch
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    click_link,
    copy_of,
    deliver,
    focused,
    go,
    open_in,
    page_of,
    place,
    press,
    wait_for_checks,
    write,
)


class Revised:
    """A window on a copy of a sample that can be changed on disk."""

    def __init__(self, qtbot: QtBot, program: Program, folder: Path) -> None:
        self.qtbot, self.program = qtbot, program
        self.path = copy_of(HALVEK, folder) / "case.json"
        self.window = open_in(qtbot, program, self.path.parent)

    def revise(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Write another revision, and read it."""
        value = json.loads(self.path.read_text("utf-8"))
        value["compiled"]["revision"] = "2"
        change(value)
        self.path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
        before = self.window.desk.session.opened
        press("Ctrl+R")
        self.qtbot.waitUntil(lambda: self.window.desk.session.opened is not before, timeout=LONG)
        wait_for_checks(self.qtbot, self.window)

    def rename(self, value: dict[str, Any]) -> None:
        party(value)["name"] = "Mirela Halvek, renamed"

    def remove(self, value: dict[str, Any]) -> None:
        value["parties"].remove(party(value))


def party(value: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in value["parties"] if one["id"] == "p-halvek")
    return found


@pytest.fixture
def revised(qtbot: QtBot, program: Program, tmp_path: Path) -> Revised:
    return Revised(qtbot, program, tmp_path / "case")


def test_a_record_that_changed_says_so_until_the_note_is_confirmed(revised: Revised) -> None:
    window = revised.window
    note_on(window, Tab.PARTIES, "p-halvek")
    press("Ctrl+Shift+R")
    revised.revise(revised.rename)
    text = page_of(window, Tab.PARTIES).toPlainText()
    assert "This record has changed since you wrote this (revision 1, now 2)." in text
    assert "This record has changed since you marked it as read (revision 1, now 2)." in text
    assert rows_of(window, Tab.PARTIES) == {"p-halvek": "Yours: note · changed since"}
    go(window, Tab.OVERVIEW)
    assert "Records that have changed since you wrote a note on them" in overview_of(window)
    go(window, Tab.PARTIES, "p-halvek")
    button = own_of(window, Tab.PARTIES).pane.bar.confirm
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.notice.text == "Still holds: what you kept on P2."
    assert not button.isVisible()
    assert rows_of(window, Tab.PARTIES) == {"p-halvek": "Yours: read · note"}
    assert "has changed" not in page_of(window, Tab.PARTIES).toPlainText()
    go(window, Tab.OVERVIEW)
    assert "have changed" not in overview_of(window)


def test_what_did_not_change_is_not_told(revised: Revised) -> None:
    note_on(revised.window, Tab.PARTIES, "p-korr")
    revised.revise(revised.rename)
    assert rows_of(revised.window, Tab.PARTIES) == {"p-korr": "Yours: note"}


def test_a_note_whose_record_is_gone_is_listed_read_and_taken_away(revised: Revised) -> None:
    window = revised.window
    note_on(window, Tab.PARTIES, "p-halvek")
    revised.revise(revised.remove)
    assert rows_of(window, Tab.PARTIES) == {}
    go(window, Tab.OVERVIEW)
    assert "Your notes on records that are no longer in this file" in overview_of(window)
    assert f"P2 Mirela Halvek: {PRIVATE}" in overview_of(window)
    page = page_of(window, Tab.OVERVIEW)
    click_link(page, lambda words: words == "P2 Mirela Halvek")
    assert place(window).record == "p-halvek"
    assert "Not in this file" in overview_of(window)
    assert "Your note on P2 Mirela Halvek, " in overview_of(window)
    press("Ctrl+Shift+N")
    assert focused() is field_of(window, Tab.OVERVIEW).text
    press("Ctrl+A", "Del", "Esc")
    assert kept(revised.program) == []
    go(window, Tab.OVERVIEW)
    assert "no longer in this file" not in overview_of(window)


def test_what_is_written_anew_on_a_record_that_is_gone_is_kept(revised: Revised) -> None:
    window = revised.window
    go(window, Tab.PARTIES, "p-halvek")
    press("Ctrl+B")
    note_on(window, Tab.PARTIES, "p-halvek")
    revised.revise(revised.remove)
    go(window, Tab.OVERVIEW, "p-halvek")
    press("Ctrl+Shift+N", "Ctrl+A", "Del", "Esc")  # the star stays, and with it the record
    note_on(window, Tab.OVERVIEW, "p-halvek", "Written anew")
    bodies = [item["body"]["value"] for item in kept(revised.program) if "body" in item]
    assert bodies == ["Written anew"]


def test_when_the_record_comes_back_so_does_its_note(revised: Revised) -> None:
    before = revised.path.read_text("utf-8")
    note_on(revised.window, Tab.PARTIES, "p-halvek")
    revised.revise(revised.remove)
    revised.revise(lambda value: value.update(json.loads(before)))
    assert rows_of(revised.window, Tab.PARTIES) == {"p-halvek": "Yours: note"}


def test_as_at_a_day_a_note_on_what_could_not_be_known_is_not_shown(
    qtbot: QtBot, program: Program
) -> None:
    window = open_in(qtbot, program, ABDUSSAMATOV)
    opened = window.desk.session.opened
    assert opened is not None
    late = opened.case.quotations[0].id
    note_on(window, Tab.QUOTATIONS, late)
    note_on(window, Tab.CITATIONS, opened.case.sources[0].id, "On the report.")
    press("Ctrl+D")
    write("10 June 2012")
    press("Return")
    deliver()
    for tab in Tab:
        go(window, tab)
        deliver()
        shown = "\n".join(texts_seen(window))
        assert PRIVATE not in shown
        assert "On the report." not in shown
    assert "no longer in this file" not in overview_of(window)
    window.desk.session.take(opened.standpoint)
    go(window, Tab.QUOTATIONS, late)
    assert PRIVATE in page_of(window, Tab.QUOTATIONS).toPlainText()
    assert len(kept(program)) == 2


def test_a_damaged_file_is_told_and_its_backup_is_shown(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    note_on(window, Tab.PARTIES, "p-halvek")
    note_on(window, Tab.PARTIES, "p-korr", "Last.")
    window.close()
    name = next(name for name in files_of(program) if name.endswith(".json"))
    path = program.preferences.data_folder / "notes" / name
    path.write_bytes(b"\x00 no notes")
    other = open_in(qtbot, program, HALVEK)
    assert other.notice.text.startswith("The file of your notes on this case could not be read.")
    go(other, Tab.PARTIES)
    assert rows_of(other, Tab.PARTIES) == {"p-halvek": "Yours: note"}
    assert b"\x00 no notes" in files_of(program).values()


def test_notes_go_to_a_colleague_and_come_back(
    qtbot: QtBot,
    program: Program,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note_on(window, Tab.PARTIES, "p-halvek")
    target = tmp_path / "mine.json"
    monkeypatch.setattr(messages, "ask_where_to_export_notes", lambda *_: str(target))
    monkeypatch.setattr(messages, "ask_for_notes", lambda *_: str(target))
    press("Ctrl+Alt+O")
    assert window.notice.text == "Exported: 1 note to “mine.json”."
    press("Ctrl+Alt+W")
    assert window.notice.text == ("Forget what you keep on this case, and its backup: 1 note?")
    QTest.mouseClick(window.notice._act, Qt.MouseButton.LeftButton)
    assert files_of(program) == {}
    assert rows_of(window, Tab.PARTIES) == {}
    press("Ctrl+Alt+U")
    assert window.notice.text == "Imported from “mine.json”: 1 new, 0 changed."
    assert rows_of(window, Tab.PARTIES) == {"p-halvek": "Yours: note"}


HOSTILE = '<img src="/dev/zero"><b>bold</b> &amp; \u202e12\u0000 <a href="file:///etc/passwd">x</a>'


@pytest.mark.skipif(not AVAILABLE, reason="only Linux tells that a file was opened")
def test_hostile_notes_are_shown_letter_by_letter_and_open_nothing(
    program: Program, window: MainWindow, tmp_path: Path
) -> None:
    canary = tmp_path / "canary.png"
    canary.write_bytes(b"picture")
    text = f'{HOSTILE} <img src="{canary}">'
    moment = now()
    records = ("p-halvek", "p-gone", "t-dec-header")
    found = [Annotation(new_id(), Sort.NOTE, one, moment, moment, text, None) for one in records]
    file = tmp_path / "theirs.json"
    file.write_bytes(
        as_file(Notes({one.id: one for one in found}), "halvek-v-valdrasia", "<b>bold</b>")
    )
    with Watch(canary) as watch:
        window.desk.notes._files.take(file)
        assert window.notice.text == "Imported from “theirs.json”: 3 new, 0 changed."
        for tab, record in ((Tab.PARTIES, "p-halvek"), (Tab.CITATIONS, "t-dec-header"),
                            (Tab.OVERVIEW, ""), (Tab.OVERVIEW, "p-gone"),
                            (Tab.DOCUMENTS, "t-dec-header")):  # fmt: skip
            go(window, tab, record)
            press("Ctrl+Shift+N")
            deliver()
            window.grab()
            shown = "\n".join(texts(window))
            assert "<b>bold</b> &amp;" in shown
            list(tooltips(window))
        assert not watch.touched()
