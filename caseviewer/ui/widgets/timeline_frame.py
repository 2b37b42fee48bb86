"""The timeline above a list, with a divider between them; it can be put away."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from caseviewer.model.opened import OpenedCase
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.widgets.timeline_pane import TimelinePane

_SHARES = "timeline"
_USUAL, _LOW = 0.4, 0.36
"""At most so much of the height is taken; in a low window less."""
_LOW_LINES = 36
_FEWEST_LINES = 24
"""Where there are fewer, list and page need them all."""


class TimelineFrame(QSplitter):
    """Picture and list, one above the other.

    In a window too low for both the picture is away until the reader asks for it.
    """

    toggled = Signal()

    def __init__(self, pane: QWidget, preferences: Preferences) -> None:
        """Put a timeline above `pane`, as high as it was left."""
        super().__init__(Qt.Orientation.Vertical)
        self._preferences = preferences
        self._pending: tuple[OpenedCase, RecordTableModel] | None = None
        self._anew = False
        self._wanted = bool(preferences.get("timeline"))
        self._fitted = self._chosen = False
        self.timeline = TimelinePane(preferences)
        self.setChildrenCollapsible(False)
        self.addWidget(self.timeline)
        self.addWidget(pane)
        self.timeline.hide()  # until it is known how much room there is
        self.splitterMoved.connect(self._remember)
        # What was put off is laid out first; only then it is known how much room there is.
        self._sharing = QTimer(self, singleShot=True, interval=0)
        self._sharing.timeout.connect(self._share_out)
        self.timeline.key_toggled.connect(self._sharing.start)

    def show_rows(self, opened: OpenedCase, model: RecordTableModel, *, anew: bool) -> None:
        """Show the rows of a list as a picture too; nothing is made of it while it is hidden."""
        self._anew = self._anew or anew
        self._pending = (opened, model)
        self._show_pending()
        if anew:
            self._sharing.start()

    def show_timeline(self, *, shown: bool) -> None:
        """Show the picture, or put it away, as the reader wants it in this window."""
        self._chosen = True
        self._set_shown(shown=shown)

    @property
    def is_shown(self) -> bool:
        """Whether the picture is seen, or will be."""
        return not self.timeline.isHidden() if self._fitted else self._wanted

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_in()
        self._share_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_in()
        self._share_out()
        self._sharing.start()

    def _fit_in(self) -> None:
        if self._chosen or not self._wanted or not self.isVisible():
            return
        lines = self.height() / self.fontMetrics().lineSpacing()
        self._set_shown(shown=lines >= _FEWEST_LINES)

    def _set_shown(self, *, shown: bool) -> None:
        before, self._fitted = self.is_shown, True
        self.timeline.setVisible(shown)
        self._show_pending()
        self._share_out()
        if shown != before:
            self.toggled.emit()

    def _show_pending(self) -> None:
        if self._pending is not None and not self.timeline.isHidden():
            opened, model = self._pending
            self._pending = None
            self.timeline.show_rows(opened, model, anew=self._anew)
            self._anew = False

    def _share_out(self) -> None:
        """Give the picture what the reader left it, or at most a part of the room.

        The key takes its room from the list: the marks stay where they are.
        """
        height, key = self.height(), self.timeline.key_height()
        shares = self._preferences.get("panes").get(_SHARES, [])
        if len(shares) == self.count():
            picture = round(shares[0] * height) + key
            self.setSizes([picture, height - picture])
            return
        low = height < _LOW_LINES * self.fontMetrics().lineSpacing()
        most = (_LOW if low else _USUAL) * height
        view = self.timeline.view
        around = self.timeline.height() - view.height() - key
        wanted = most - view.spare(max(most - around, 0.0))
        self.setSizes([round(wanted) + key, round(height - wanted) - key])

    def _remember(self) -> None:
        key, (picture, rest) = self.timeline.key_height(), self.sizes()
        sizes = [max(picture - key, 1), rest + key]
        if picture and rest:
            shares = [size / sum(sizes) for size in sizes]
            known = dict(self._preferences.get("panes"))
            self._preferences.set("panes", {**known, _SHARES: shares})
