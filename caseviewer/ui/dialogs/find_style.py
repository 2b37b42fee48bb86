"""Finding a citation style by its name among thousands."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.search.folding import fold, matches, needles
from caseviewer.ui.safe_text import PlainLabel, set_button_text


class FindStyle(QDialog):
    """A field, and the names that fit what is typed in it; Enter chooses."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        """Build the dialog; the window stays usable beside it."""
        super().__init__(parent)
        self.setWindowTitle(tr("Find a citation style"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Words of the style’s name…"))
        self.field.setAccessibleName(tr("Words of the style’s name"))
        self._names = [(fold(name), name) for name in names]
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Styles that fit"))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setModel(self._model)
        self.count = PlainLabel()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.use = buttons.button(QDialogButtonBox.StandardButton.Ok)
        set_button_text(self.use, tr("Use this style"))
        set_button_text(buttons.button(QDialogButtonBox.StandardButton.Cancel), tr("Cancel"))
        layout = QVBoxLayout(self)
        for part in (self.field, self.list, self.count, buttons):
            layout.addWidget(part)
        self.field.textChanged.connect(self._narrow)
        self.list.doubleClicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._offer)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.resize(60 * self.fontMetrics().averageCharWidth(), parent.window().height() * 3 // 4)
        self._narrow("")

    @override
    def accept(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.chosen.emit(str(index.data()))
            super().accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
            return
        super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = needles(text)
        fitting = [name for folded, name in self._names if matches(folded, wanted)]
        self._model.setStringList(fitting)
        self.list.setCurrentIndex(self._model.index(0, 0))
        count = len(fitting)
        self.count.set_text(
            tr("1 style fits.") if count == 1 else tr("{count} styles fit.", count=f"{count:,}")
        )
        self._offer()

    def _offer(self, *_: object) -> None:
        self.use.setEnabled(self.list.currentIndex().isValid())


def find_style(parent: QWidget, names: Sequence[str]) -> FindStyle:
    """Show the dialog on top of a window, without blocking it."""
    dialog = FindStyle(parent, names)
    dialog.show()
    return dialog
