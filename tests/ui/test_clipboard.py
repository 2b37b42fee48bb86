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
