"""What an empty window shows: how to open a case, recent files, and the samples."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import PlainLabel, set_button_text, short

Entry = tuple[str, str]

_WIDTH_EMS = 46


class StartPage(QScrollArea):
    """Buttons for everything that can be opened."""

    file_wanted = Signal()
    folder_wanted = Signal()
    path_chosen = Signal(str)
    library_wanted = Signal()

    def __init__(
        self,
        recent: Sequence[Entry] = (),
        samples: Sequence[Entry] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show recent files and samples, each as (name, path)."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._holds = ""
        self.show_entries(recent, samples)

    def show_entries(self, recent: Sequence[Entry], samples: Sequence[Entry]) -> None:
        """Show others instead."""
        self._recent, self._samples = recent, samples
        self._built_for = self.font()
        outer = QWidget()
        centred = QVBoxLayout(outer)
        centred.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        page.setFixedWidth(self._page_width())
        centred.addWidget(page)
        column = QVBoxLayout(page)
        step = theme.unit(self.font())
        column.setSpacing(2 * step)
        column.setContentsMargins(4 * step, 8 * step, 4 * step, 4 * step)
        self._introduce(column)
        self._list(column, tr("Recent files"), recent)
        self._list(column, tr("Sample cases"), samples)
        self.setWidget(outer)
        self.setFocusProxy(self._first)

    def show_library(self, holds: str) -> None:
        """Say beside the way to the library what it holds, such as "412 cases"."""
        self._holds = holds
        set_button_text(self._library, self._library_words())

    def redraw(self) -> None:
        """Build the page anew where the size of the text is another one."""
        if self.font() != self._built_for:
            self.show_entries(self._recent, self._samples)

    def _page_width(self) -> int:
        return _WIDTH_EMS * self.fontMetrics().averageCharWidth() * 2

    def _introduce(self, column: QVBoxLayout) -> None:
        title = PlainLabel(tr("Case Viewer"))
        title.setFont(theme.scaled(self.font(), theme.TITLE_SCALE))
        column.addWidget(title)
        column.addWidget(
            PlainLabel(
                tr(
                    "Opens a case file: who the parties are, what happened when, who said"
                    " what, and where it is written. Nothing is sent anywhere, and the file"
                    " is never changed."
                )
            )
        )
        self._first = self._button(tr("Open a case file… (Ctrl+O)"))
        self._first.setDefault(True)
        self._first.clicked.connect(self.file_wanted)
        folder = self._button(tr("Open a case folder… (Ctrl+Shift+O)"))
        folder.clicked.connect(self.folder_wanted)
        self._library = self._button(self._library_words())
        self._library.clicked.connect(self.library_wanted)
        column.addWidget(self._first)
        column.addWidget(folder)
        column.addWidget(self._library)
        column.addWidget(PlainLabel(tr("Or drop a file or a folder on this window.")))

    def _list(self, column: QVBoxLayout, head: str, entries: Sequence[Entry]) -> None:
        if not entries:
            return
        label = PlainLabel(head)
        label.setFont(theme.scaled(self.font(), theme.NAME_SCALE))
        label.setContentsMargins(0, 4 * theme.unit(self.font()), 0, 0)
        column.addWidget(label)
        for name, path in entries:
            button = self._button(name)
            button.setAccessibleDescription(short(path))
            button.clicked.connect(partial(self._choose, path))
            column.addWidget(button)

    def _library_words(self) -> str:
        if self._holds:
            return tr("Library: {cases} (Ctrl+L)", cases=self._holds)
        return tr("Library… (Ctrl+L)")

    def _button(self, text: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName("entry")
        set_button_text(button, text)
        button.setAutoDefault(True)
        return button

    def _choose(self, path: str, *_: object) -> None:
        self.path_chosen.emit(path)
