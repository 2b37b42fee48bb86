"""Putting a copy on the clipboard: plain text and HTML, from the records."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from caseviewer.formatting.clip import ClipText


def mime_data(clip: ClipText) -> QMimeData:
    """Both forms of a copy; the HTML names its encoding for programs that guess."""
    data = QMimeData()
    data.setText(clip.plain)
    if clip.html:
        data.setHtml(f'<meta charset="utf-8">{clip.html}')
    return data


def copy(clip: ClipText) -> None:
    """Put a copy on the clipboard."""
    QGuiApplication.clipboard().setMimeData(mime_data(clip))
