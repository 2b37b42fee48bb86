from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import PageBuilder
from caseviewer.ui.widgets.page_dialog import PageDialog
from tests.ui.kit import delete_later


def test_a_page_is_shown_beside_the_window_and_put_away_with_esc(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1_000, 700)
    parent.show()
    builder = PageBuilder()
    builder.title("<b>Title</b>")
    dialog = PageDialog.shown(parent, "About", builder.page())
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.windowTitle() == dialog.page_view.accessibleName() == "About"
    assert dialog.page_view.toPlainText() == "<b>Title</b>"
    assert dialog.height() <= parent.height()
    QTest.keyClick(dialog.page_view, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    delete_later()
    assert parent.findChild(PageDialog) is None


def test_its_button_closes_it(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PageDialog.shown(parent, "About", PageBuilder().page())
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    button = box.button(QDialogButtonBox.StandardButton.Close)
    assert button.accessibleName() == button.text() == "Close"
    button.click()
    assert dialog.isHidden()
    delete_later()
