"""The least that a window in Python costs: PySide6, and an empty tab widget in its first paint."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from typing_extensions import override

from tests.benchmarks.programs.marks import memory, tell


class Window(QTabWidget):
    """Tells when it is painted, and ends."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self.end)

    def end(self) -> None:
        tell("painted")
        memory()
        QApplication.quit()


app = QApplication(sys.argv)
window = Window()
for title in ("One", "Two", "Three", "Four", "Five", "Six", "Seven"):
    window.addTab(QWidget(), title)
window.resize(1280, 800)
window.show()
app.exec()
