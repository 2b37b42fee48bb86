"""What a person sees and hears of a window: every text of every part, as Qt would show it."""

from collections.abc import Iterator
from html.parser import HTMLParser

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as QtOfTexts
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from caseviewer.ui.item_models.record_table import SECOND_LINE
from tests.ui.kit import delete_later

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, SECOND_LINE)
_MOST_ROWS = 200


def texts(root: QWidget) -> Iterator[str]:
    """Everything that a window and its parts show or tell a screen reader."""
    for part in (root, *root.findChildren(QWidget)):
        yield from (part.windowTitle(), part.accessibleName(), part.accessibleDescription())
        yield from (part.statusTip(), part.whatsThis())
        yield from own_texts(part)
    for action in root.findChildren(QAction):
        yield action.text()


def own_texts(part: QWidget) -> Iterator[str]:
    """What one part shows by itself."""
    if isinstance(part, QLineEdit):
        yield part.placeholderText()
    if isinstance(part, QLabel):
        yield label_text(part)
    elif isinstance(part, QAbstractButton | QLineEdit):
        yield part.text()
    elif isinstance(part, QTabBar):
        yield from map(part.tabText, range(part.count()))
    elif isinstance(part, QTextEdit | QPlainTextEdit):
        yield without_markup(part.document())
    elif isinstance(part, QMenu):
        yield part.title()
    elif isinstance(part, QAbstractItemView):
        yield from _cells(part)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for row in range(min(model.rowCount(QModelIndex()), _MOST_ROWS)):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in _ROLES)
            assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def label_text(label: QLabel) -> str:
    """The text of a label as it is shown; markup is a mistake of the program."""
    guessed = label.textFormat() is not Qt.TextFormat.PlainText
    if not (guessed and QtOfTexts.mightBeRichText(label.text())):
        return label.text()
    document = QTextDocument()
    document.setHtml(label.text())
    return without_markup(document)


def without_markup(document: QTextDocument) -> str:
    """The text of a document; fails where it holds a picture or a word in bold of its own."""
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            style = parts.fragment().charFormat()
            assert not style.isImageFormat(), "a picture"
            assert parts.fragment().text().strip() != "bold", "markup was read"
            parts += 1
        block = block.next()
    assert "\ufffc" not in document.toPlainText()
    return document.toPlainText()


def tooltips(root: QWidget) -> Iterator[str]:
    """Every tooltip of a window, shown one after the other, as it is read."""
    holders: list[QWidget | QAction] = [root, *root.findChildren(QWidget)]
    holders.extend(root.findChildren(QAction))
    for holder in holders:
        if holder.toolTip():
            yield shown_tooltip(holder.toolTip(), root)


def shown_tooltip(text: str, root: QWidget) -> str:
    """Show a tooltip as Qt does when the mouse rests, and read it."""
    QToolTip.showText(root.mapToGlobal(QPoint(5, 5)), text, root)
    (label,) = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QLabel) and widget.objectName() == "qtooltip_label"
    ]
    label.grab()
    words = label_text(label)
    label.close()
    label.deleteLater()
    delete_later()
    return words


class Pasted(HTMLParser):
    """HTML as a word processor would take it: its tags, its attributes, its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.words = ""
        self.feed(html)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(attrs)

    @override
    def handle_data(self, data: str) -> None:
        self.words += data
