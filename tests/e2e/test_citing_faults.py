"""Citations where something goes wrong: engines, hostile texts, cases that are left."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from tests.citations.small import BIBLIOGRAPHY, small_xml
from tests.e2e.citing import (
    REPORT,
    bar,
    edited,
    ready,
    row,
    told,
    wait,
)
from tests.ui.engines import BROKEN, Watched
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    clipboard,
    delete_later,
    open_in,
    page_of,
    press,
    write,
)

pytestmark = pytest.mark.usefixtures("something_before")


@pytest.mark.parametrize("kind", BROKEN)
def test_with_a_broken_engine_the_window_lives_and_the_own_words_are_copied(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    breaks, words = BROKEN[kind]
    breaks(monkeypatch, tmp_path)
    window = open_in(qtbot, program, ABDUSSAMATOV)
    press("Ctrl+5")
    own = row(window)
    assert own.startswith("Institute for War and Peace Reporting"), "it does not wait"
    told(qtbot, window, words)
    assert words in page_of(window, Tab.CITATIONS).toPlainText()
    assert row(window) == own
    window.notice.put_away()
    press("Ctrl+Shift+C")
    assert words in window.notice.text
    assert clipboard().text() == "before"
    press("Ctrl+Alt+L")
    assert "\u00a0CRS Issue 647" in clipboard().text()
    press("Ctrl+Alt+J")
    told(qtbot, window, "CSL-JSON")
    assert json.loads(clipboard().text())[0]["title"].startswith("UN Rebuke")


def test_a_bibliography_and_exports_are_copied_by_their_keys(
    qtbot: QtBot, small_window: MainWindow
) -> None:
    press("Ctrl+Alt+A")
    told(qtbot, small_window, "Copied: bibliography of 2 sources.")
    lines = clipboard().text().splitlines()
    assert [line.split(",")[0] for line in lines] == [
        "Committee against Torture",
        "Institute for War and Peace Reporting",
    ]
    press("Ctrl+Alt+B")
    told(qtbot, small_window, "Copied: bibliography of 1 source.")
    assert clipboard().text() == lines[1]
    for keys, name, begins in (
        ("Ctrl+Alt+R", "RIS", "TY  - "),
        ("Ctrl+Alt+X", "BibLaTeX", "@"),
        ("Ctrl+Alt+J", "CSL-JSON", "["),
    ):
        press(keys)
        told(qtbot, small_window, f"Copied: 1 source ({name}).")
        assert clipboard().text().startswith(begins)


def test_a_style_without_a_bibliography_says_so(
    qtbot: QtBot, small_window: MainWindow, tmp_path: Path, asked: list[str]
) -> None:
    path = tmp_path / "small.csl"
    path.write_bytes(small_xml())
    asked.append(str(path))
    press("Ctrl+Alt+D", "Ctrl+Alt+A")
    told(qtbot, small_window, "The style A small style has no bibliography.")
    path.write_bytes(small_xml(bibliography=BIBLIOGRAPHY.format(options="")))
    press("Ctrl+Alt+D", "Ctrl+Alt+A")
    told(qtbot, small_window, "Copied: bibliography of 2 sources.")


def test_a_hostile_title_is_copied_as_text_and_shown_letter_by_letter(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    title = '<b>bold</b> & <img src="x.png"> \u202eevil $x^2$ *star* [@cite]'
    folder = edited(tmp_path, lambda case: case["sources"][0]["csl"].update(title=title))
    window = ready(qtbot, open_in(qtbot, program, folder))
    press("Ctrl+Shift+C")
    assert f", {title}, 26 June 2012" in clipboard().text()
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src=" in clipboard().html()
    assert "<b>" not in clipboard().html()
    assert "<img" not in clipboard().html()
    press("Ctrl+Alt+I")
    write("9")
    label = bar(window).preview
    qtbot.waitUntil(lambda: ", para. 9" in label.text(), timeout=LONG)
    assert "<b>bold</b> & <img" in label.text()
    assert "\u202e" not in label.text()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "\u202e" not in row(window)
    assert "<b>bold</b> & <img" in page_of(window, Tab.CITATIONS).toPlainText()
    assert "\u202e" not in page_of(window, Tab.CITATIONS).toPlainText()


def test_a_style_with_a_hostile_title_is_offered_letter_by_letter(
    qtbot: QtBot, small_window: MainWindow, tmp_path: Path, asked: list[str]
) -> None:
    path = tmp_path / "<b>bold & \u202e.csl"
    title = b"<title>&lt;b&gt;bold&lt;/b&gt; &amp; \xe2\x80\xae</title>"
    path.write_bytes(small_xml().replace(b"<title>A small style</title>", title))
    asked.append(str(path))
    press("Ctrl+Alt+D")
    wait(qtbot, small_window)
    assert bar(small_window).style_box.currentText().startswith("<b>bold & ")
    assert "\u202e" not in bar(small_window).style_box.currentText()
    (action,) = [one for one in small_window._style_menu.actions() if one.isChecked()]
    assert action.text().startswith("<b>bold && ")
    press("Ctrl+Shift+C")
    assert "<b>bold</b> & " in small_window.notice.text
    assert "\u202e" not in small_window.notice.text
    assert "<b>bold</b> & " in page_of(small_window, Tab.CITATIONS).toPlainText()


def test_a_case_that_is_read_again_is_cited_as_it_is_now(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = edited(tmp_path, lambda _: None)
    window = ready(qtbot, open_in(qtbot, program, folder))
    before = window.desk.session.opened
    engine = Watched(monkeypatch)
    engine.free.clear()
    press("Ctrl+Alt+A")  # a copy of the case as it was is under way
    path = folder / "case.json"
    path.write_text(path.read_text("utf-8").replace("UN Rebuke for", "The rebuke of"), "utf-8")
    press("Ctrl+R")
    qtbot.waitUntil(lambda: window.desk.session.opened is not before, timeout=LONG)
    window.notice.put_away()
    press("Ctrl+Shift+C")
    assert window.notice.text == "The citations are still being formatted."
    assert clipboard().text() == "before"
    engine.free.set()
    wait(qtbot, window)
    qtbot.waitUntil(lambda: "The rebuke of" in row(window), timeout=LONG)
    assert clipboard().text() == "before", "what was under way was given up"
    press("Ctrl+Shift+C")
    assert clipboard().text() == REPORT.replace("UN Rebuke for", "The rebuke of")


def test_a_window_may_be_closed_while_citations_are_made(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Watched(monkeypatch)
    engine.free.clear()
    window = open_in(qtbot, program, HALVEK)
    press("Ctrl+Alt+A")
    window.close()
    delete_later()
    engine.free.set()
    other = ready(qtbot, open_in(qtbot, program, ABDUSSAMATOV))
    assert row(other) == REPORT
    assert clipboard().text() == "before"


def test_every_row_stays_selected_while_citations_arrive(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Watched(monkeypatch)
    engine.free.clear()
    window = open_in(qtbot, program, ABDUSSAMATOV)
    press("Ctrl+5", "Ctrl+A")
    engine.free.set()
    wait(qtbot, window)
    press("Ctrl+Shift+C")
    assert len(clipboard().text().splitlines()) == 2
