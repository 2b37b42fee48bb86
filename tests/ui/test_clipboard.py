import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from caseviewer.formatting.clip import ClipText
from caseviewer.ui import clipboard
from tests.ui.kit import clipboard as on_clipboard


def test_both_forms_are_put_on_the_clipboard(qtbot: QtBot) -> None:
    clipboard.copy(ClipText("No.\u00a0444 – Ö", "<p>No.\u00a0444 – Ö</p>"))
    assert on_clipboard().text() == "No.\u00a0444 – Ö"
    assert on_clipboard().html() == '<meta charset="utf-8"><p>No.\u00a0444 – Ö</p>'


def test_without_html_there_is_text_alone(qtbot: QtBot) -> None:
    assert clipboard.mime_data(ClipText("words", "")).formats() == ["text/plain"]


def test_rich_text_is_put_there_under_the_name_that_word_processors_look_for(qtbot: QtBot) -> None:
    clipboard.copy(ClipText("Ö", "<i>Ö</i>", "{\\rtf1 \\u214 }"))
    assert bytes(on_clipboard().data("text/rtf").data()) == b"{\\rtf1 \\u214 }"
    assert on_clipboard().text() == "Ö"


def test_at_the_end_nothing_is_left_for_python_to_take_back(qtbot: QtBot) -> None:
    clipboard.copy(ClipText("a", ""))
    clipboard.let_go()
    assert QGuiApplication.clipboard().text() == ""


def test_a_real_clipboard_keeps_its_copy(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard.copy(ClipText("a", ""))
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    clipboard.let_go()
    assert on_clipboard().text() == "a"


def test_on_windows_rich_text_goes_through_under_its_name_there() -> None:
    assert clipboard.rtf_format("win32") == (
        'application/x-qt-windows-mime;value="Rich Text Format"'
    )
    assert clipboard.rtf_format("linux") == clipboard.rtf_format("darwin") == "text/rtf"
