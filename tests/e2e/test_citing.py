"""Citations by keys and clicks: copied in every form, and at the place that is typed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.model.problems import Problem
from caseviewer.ui.main_window import MainWindow
from tests.e2e.citing import REPORT, STYLE, bar, edited, told, wait
from tests.ui.engines import Watched
from tests.ui.kit import (
    LONG,
    clipboard,
    focused,
    go,
    list_of,
    open_in,
    press,
    tab_of,
    write,
)

pytestmark = pytest.mark.usefixtures("something_before")


def test_the_citation_of_the_selected_source_is_copied_in_every_form_of_the_clipboard(
    small_window: MainWindow,
) -> None:
    press("Ctrl+Shift+C")
    assert clipboard().text() == REPORT
    title = "UN Rebuke for Kazakstan Over Refugee Return"
    assert clipboard().html() == (
        f'<meta charset="utf-8"><p>{REPORT.replace(title, f"<i>{title}</i>")}</p>'
    )
    rich = bytes(clipboard().data("text/rtf").data()).decode("ascii")
    assert rich.startswith("{\\rtf1")
    assert f"{{\\i {title}}}" in rich
    assert small_window.notice.text == f"Copied: S1 ({STYLE}). To know: no web address."


@pytest.mark.parametrize(
    ("keys", "ends"), [("Ctrl+4", ", para. 10"), ("Ctrl+3", ", para. 6"), ("Ctrl+6", "2015]")]
)
def test_records_are_cited_at_the_place_that_they_rest_on(
    small_window: MainWindow, keys: str, ends: str
) -> None:
    press(keys, "Ctrl+Shift+C")
    assert clipboard().text() == REPORT + ends.removeprefix("2015]")
    assert clipboard().text().endswith(ends)
    place = ends.removeprefix("2015]").replace(", para.", ", paragraph")
    assert small_window.notice.text.startswith(f"Copied: S1{place} ({STYLE}).")
    counted = "paragraphs counted" in small_window.notice.text
    assert counted is bool(place)


def test_several_records_are_a_line_for_each_source(qtbot: QtBot, small_window: MainWindow) -> None:
    press("Ctrl+4", "Ctrl+A", "Ctrl+Shift+C")
    told(qtbot, small_window, "Copied: S1, paragraphs ")
    assert clipboard().text().startswith(REPORT + ", paras. ")
    assert len(clipboard().text().splitlines()) == len(clipboard().html().split("<p>")) - 1


def test_a_problem_is_cited_nowhere(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    folder = edited(tmp_path, lambda case: case["passages"][3].update(source="no-such-source"))
    window = open_in(qtbot, program, folder)
    wait(qtbot, window)
    go(window, Tab.REVIEW, "problem:0")
    press("Ctrl+Shift+C")
    (chosen,) = tab_of(window, Tab.REVIEW).chosen()
    assert isinstance(chosen, Problem)
    assert "no-such-source" in chosen.sentence()
    assert window.notice.text == "Nothing is selected that rests on a source; nothing was copied."
    assert clipboard().text() == "before"


def test_every_form_is_copied_by_its_key(small_window: MainWindow) -> None:
    said = {}
    for keys in (f"Ctrl+Alt+{letter}" for letter in "KSEMLP"):
        press(keys)
        said[keys] = clipboard().text()
        assert small_window.notice.text.startswith("Copied: S1 (")
    assert said["Ctrl+Alt+K"] == f"{REPORT} [no web address]"
    assert said["Ctrl+Alt+S"].startswith("Institute for War and Peace Reporting")
    assert said["Ctrl+Alt+E"] == REPORT
    assert said["Ctrl+Alt+M"].startswith("[^report]: Institute for War and Peace Reporting, *UN")
    assert "26 June 2012,\u00a0CRS Issue 647,\u00a0available at:\u00a0[" in said["Ctrl+Alt+L"]
    assert said["Ctrl+Alt+P"] == said["Ctrl+Alt+L"].replace("\u00a0", " ")
    press("Ctrl+Alt+L")
    assert "26 June 2012,\u00a0CRS Issue" in clipboard().html()
    assert "3 no-break spaces" in small_window.notice.text


# Pinpoints


def test_a_place_is_typed_seen_and_copied_with_enter(
    qtbot: QtBot, small_window: MainWindow
) -> None:
    press("Ctrl+Alt+I")
    assert focused() is bar(small_window).place
    write("paras 9-11")
    qtbot.waitUntil(bar(small_window).preview.isVisible, timeout=LONG)
    wanted = REPORT + ", paras. 9–11"
    qtbot.waitUntil(lambda: bar(small_window).preview.text() == wanted, timeout=LONG)
    assert bar(small_window).note.text().startswith("The paragraphs were counted")
    press("Return")
    assert clipboard().text() == wanted
    assert small_window.notice.text.startswith(f"Copied: S1, paragraphs 9-11 ({STYLE}). To know:")
    assert "paragraphs counted" in small_window.notice.text
    press("Esc")
    assert focused() is list_of(small_window, Tab.CITATIONS)
    press("Ctrl+Shift+C")
    assert clipboard().text() == REPORT
    qtbot.waitUntil(lambda: not bar(small_window).preview.isVisible(), timeout=LONG)


def test_a_place_that_nobody_asked_for_before_costs_one_call_and_no_waiting(
    qtbot: QtBot, small_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Watched(monkeypatch)
    engine.free.clear()
    press("Ctrl+Alt+I")
    write("art 3(1)")
    press("Return")
    assert clipboard().text() == "before"
    preview = bar(small_window).preview
    qtbot.waitUntil(lambda: preview.text() == "The citation is being formatted…", timeout=LONG)
    press("F6", "Shift+F6", "F6")
    assert focused() is list_of(small_window, Tab.CITATIONS), "the window is alive"
    engine.free.set()
    assert "article 3(1)" in told(qtbot, small_window, "Copied: S1")
    assert clipboard().text() == preview.text() == REPORT + ", art. 3(1)"
    before = engine.calls
    press("Ctrl+Shift+C")
    assert small_window.notice.text.startswith("Copied")
    assert engine.calls == before, "it is there now"


def test_a_text_that_is_no_place_is_told_and_never_left_out(
    qtbot: QtBot, small_window: MainWindow
) -> None:
    press("Ctrl+Alt+I")
    write("chapitre <b>")
    preview = bar(small_window).preview
    qtbot.waitUntil(lambda: "“chapitre” is no label of a place" in preview.text(), timeout=LONG)
    for keys in ("Return", "Ctrl+Shift+C"):
        press(keys)
        assert small_window.notice.text == preview.text()
        assert clipboard().text() == "before"
    press("Esc", "Ctrl+Shift+C")
    assert clipboard().text() == REPORT


def test_the_way_from_a_quotation_to_the_pinpoint_brings_its_place(
    qtbot: QtBot, small_window: MainWindow
) -> None:
    press("Ctrl+4", "Ctrl+Alt+I")
    assert small_window.desk.session.location.tab is Tab.CITATIONS
    assert focused() is bar(small_window).place
    assert bar(small_window).place.text() == "paragraph 10"
    assert bar(small_window).preview.text() == REPORT + ", para. 10"
    QTest.mouseClick(bar(small_window).button, Qt.MouseButton.LeftButton)
    assert clipboard().text() == REPORT + ", para. 10"
