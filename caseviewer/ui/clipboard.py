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


def let_go() -> None:
    """Empty the clipboard of a platform that has none of its own, as the program ends.

    Without a screen Qt keeps the copy in memory until after Python has ended, and would then
    ask Python to take it back. Elsewhere a copy outlives the program where the system lets it.
    """
    if QGuiApplication.platformName() in _WITHOUT_CLIPBOARD:
        QGuiApplication.clipboard().clear()


_WITHOUT_CLIPBOARD = frozenset({"offscreen", "minimal"})
