"""The one room for text that Qt might take for markup.

Qt renders markup, and opens files that it names, in labels, tooltips and many other
places. Text of a bundle reaches those only through these functions, which show it letter
by letter. A test forbids the calls elsewhere.
"""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QImage, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLabel, QTextBrowser, QTextEdit, QWidget
from typing_extensions import override

from caseviewer.model.visible import visible, visible_text

LABEL_LIMIT = 2_000
SHORT_LIMIT = 200


def shown(text: str) -> str:
    """Text for a reading pane: whole, with characters that nobody can see made visible."""
    return visible_text(text)


def short(text: str, limit: int = SHORT_LIMIT) -> str:
    """Text for one line of a cell, a tab or a title: hidden characters visible, cut with "…"."""
    return visible(text.replace("\n", " ").replace("\t", " "), limit)


def control_text(text: str, limit: int = SHORT_LIMIT) -> str:
    """Text for tabs, buttons and menus, where a single & would mark a letter."""
    return short(text, limit).replace("&", "&&")


class PlainLabel(QLabel):
    """A label that shows every text letter by letter and wraps it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Make the label plain before it gets its text."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show a text; it also becomes what a screen reader says."""
        clean = visible(text, LABEL_LIMIT)
        super().setText(clean)
        self.setAccessibleName(clean)


class PlainBrowser(QTextBrowser):
    """A pane of text with links of our own making; nothing in it is parsed or fetched.

    Text gets in through a `QTextCursor` with formats. The ways in that would read markup
    lead to plain text, and a copy carries the characters alone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Open no link by itself."""
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # Returning None would let Qt go on and read the file; an empty picture does not.
        return QImage()

    @override
    def setHtml(self, text: str) -> None:
        self.setPlainText(text)

    @override
    def setMarkdown(self, markdown: str) -> None:
        self.setPlainText(markdown)

    @override
    def setText(self, text: str) -> None:
        self.setPlainText(text)

    def selected_words(self) -> str:
        """What a copy of the selection holds, with Qt's own separators in it."""
        return self.textCursor().selectedText()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected_words().translate(_SEPARATORS))
        return data


_SEPARATORS = {0x2029: "\n", 0x2028: "\n", 0xFDD0: "\n", 0xFDD1: "\n", 0xFFFC: ""}
"""What stands in a document between paragraphs, around tables, and for pictures."""


def set_tooltip(target: QWidget | QAction, text: str) -> None:
    """Give a tooltip in which nothing is markup; also for `QAction`, whose text Qt would use.

    Escaping alone would show "AT&amp;T", as Qt guesses; the qt tag settles the question.
    """
    from html import escape  # its list of all entities is slow to load, and no label needs it

    target.setToolTip(f"<qt>{escape(short(text, LABEL_LIMIT))}</qt>" if text else "")


def set_button_text(button: QAbstractButton, text: str) -> None:
    """Label a button with text that may come from a bundle."""
    button.setText(control_text(text))
    button.setAccessibleName(short(text))


def text_mark(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    """A mark on a stretch of plain text."""
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, look
    return mark


def new_action(text: str, parent: QWidget) -> QAction:
    """An action whose text shows letter by letter, and whose tooltip cannot be markup."""
    action = QAction(parent)
    action.setText(text)
    set_tooltip(action, text.replace("&&", "\0").replace("&", "").replace("\0", "&"))
    return action
