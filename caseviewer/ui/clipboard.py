"""Putting a copy on the clipboard: plain text, HTML and rich text, from the records."""

import sys

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from caseviewer.formatting.clip import ClipText


def mime_data(clip: ClipText) -> QMimeData:
    """The forms of a copy; the HTML names its encoding for programs that guess."""
    data = QMimeData()
    data.setText(clip.plain)
    if clip.html:
        data.setHtml(f'<meta charset="utf-8">{clip.html}')
    if clip.rtf:
        data.setData(rtf_format(sys.platform), clip.rtf.encode("ascii"))
    return data


def rtf_format(platform: str) -> str:
    """What word processors look for; on Windows Qt hands it on under its own name there."""
    if platform == "win32":
        return 'application/x-qt-windows-mime;value="Rich Text Format"'
    return "text/rtf"


def copy(clip: ClipText) -> None:
    """Put a copy on the clipboard."""
    QGuiApplication.clipboard().setMimeData(mime_data(clip))
