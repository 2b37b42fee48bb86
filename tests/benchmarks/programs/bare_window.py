"""The least that a window in Python costs: PySide6, and an empty tab widget in its first paint."""

import sys

from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from tests.benchmarks.programs.marks import memory, tell
from tests.benchmarks.programs.painting import FirstFrame


def _painted(ago: float) -> None:
    tell("painted", ago)
    memory()
    QApplication.quit()


app = QApplication(sys.argv)
window = QTabWidget()
for title in ("One", "Two", "Three", "Four", "Five", "Six", "Seven"):
    window.addTab(QWidget(), title)
window.resize(1280, 800)
window.show()
frame = FirstFrame(window, _painted)
app.exec()
