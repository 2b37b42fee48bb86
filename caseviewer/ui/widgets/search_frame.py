"""Where the search stands around the tabs of a case: its field, its hits, its line.

In a wide window the hits stand beside the tabs, elsewhere in their place. The field stands beside
the title, or in a row of its own beneath it, where the title needs the room.
"""

from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSplitter, QWidget

from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.widgets.hit_bar import HitBar
from caseviewer.ui.widgets.search_field import SearchField
from caseviewer.ui.widgets.search_panel import SearchPanel

_BESIDE_LETTERS = 180
"""From so many letters on a line, hits stand beside the tabs."""
_IN_HEADER_LETTERS = 110
"""From so many on, the field stands beside the title."""
_FIELD_LETTERS = 34
_FIELD_SHARE = 0.24
"""At most so much of the width is the field's."""
_SHARES = [0.3, 0.7]
_REMEMBERED = "search"


class SearchFrame(QObject):
    """Arranges header, field, hits and tabs; `head` and `body` are what it makes of them."""

    def __init__(
        self, header: QWidget, tabs: QWidget, preferences: Preferences, parent: QWidget
    ) -> None:
        """Start with the search closed."""
        super().__init__(parent)
        self._tabs, self._preferences = tabs, preferences
        self._open = self._beside = self._in_header = False
        self._hits_in_front = True
        self.field = SearchField(tr("Find in the case"), tr("Find  {key}", key="Ctrl+F"))
        self.panel, self.bar = SearchPanel(), HitBar()
        self.head = self._head(header)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.setChildrenCollapsible(False)
        self.body.addWidget(self.panel)
        self.body.addWidget(tabs)
        self.body.splitterMoved.connect(self._remember)
        self.bar.hits_wanted.connect(self._read_hits)
        self._put_field(in_header=True)
        self._put_bar(beside=True)
        self._show()

    @property
    def is_open(self) -> bool:
        """Whether the search is open."""
        return self._open

    def holds(self, widget: QWidget | None) -> bool:
        """Whether a widget is part of the search."""
        parts = (self.field, self.panel, self.bar)
        return widget is not None and any(
            part is widget or part.isAncestorOf(widget) for part in parts
        )

    def open(self, *, keys: bool = True, select: bool = True) -> None:
        """Show the hits; `keys` go to the field, and `select` makes it ready to be typed over."""
        was_open, self._open = self._open, True
        self._hits_in_front = True
        self._put_in_order()
        self._show(anew=not was_open)
        if keys:
            self.field.setFocus()
        if select:
            self.field.selectAll()

    def close(self) -> None:
        """Show the tabs alone; what was typed stays in the field."""
        self._open = False
        self._show()

    def show_hits(self) -> None:
        """Show the hits in place of the tabs, where there is no room for both."""
        if not self._hits_in_front:
            self._hits_in_front = True
            self._show()

    def show_tabs(self) -> None:
        """Show the tabs in place of the hits, where there is no room for both."""
        if self._open and self._hits_in_front:
            self._hits_in_front = False
            self._show()

    def fit(self, width: int) -> None:
        """Arrange everything for a width."""
        letters = width / max(1, self.field.fontMetrics().averageCharWidth())
        focused = self.field.hasFocus()
        beside, in_header = letters >= _BESIDE_LETTERS, letters >= _IN_HEADER_LETTERS
        wanted = _FIELD_LETTERS * self.field.fontMetrics().averageCharWidth()
        self.field.setFixedWidth(round(min(wanted, _FIELD_SHARE * width)))
        if (beside, in_header) == (self._beside, self._in_header):
            return
        self._put_field(in_header=in_header)
        self._put_bar(beside=beside)
        self._put_in_order()
        self._show(anew=True)
        if focused:
            self.field.setFocus()

    def _read_hits(self) -> None:
        self.show_hits()
        self.panel.take_keys()

    def _head(self, header: QWidget) -> QWidget:
        head, step = QWidget(), 2 * theme.unit(header.font())
        self._grid = QGridLayout(head)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(header, 0, 0)
        self._beside_title = QHBoxLayout()
        self._beside_title.setContentsMargins(0, step, step, 0)
        self._grid.addLayout(self._beside_title, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._row = QWidget()
        self._in_row = QHBoxLayout(self._row)
        self._in_row.setContentsMargins(step, 0, step, step // 2)
        self._in_row.setSpacing(step)
        self._grid.addWidget(self._row, 1, 0, 1, 2)
        return head

    def _put_field(self, *, in_header: bool) -> None:
        self._in_header = in_header
        if in_header:
            self._beside_title.addWidget(self.field)
        else:
            self._in_row.insertWidget(0, self.field)

    def _put_bar(self, *, beside: bool) -> None:
        self._beside = beside
        if beside:
            self.panel.put_on_top(self.bar)
        else:
            self._in_row.addWidget(self.bar, 1)
        self.bar.arrange(beneath=beside)

    def _show(self, *, anew: bool = False) -> None:
        hits = self._open and (self._beside or self._hits_in_front)
        tabs = not self._open or self._beside or not self._hits_in_front
        self.panel.setVisible(hits)
        self._tabs.setVisible(tabs)
        self._row.setVisible(self._open and not (self._beside and self._in_header))
        self.field.setVisible(self._in_header or self._open)
        self.bar.show_way_to_hits(shown=self._open and not hits)
        if anew and hits and tabs:
            self._share_out()

    def _put_in_order(self) -> None:
        """Let Tab lead from the field through the search, and then on."""
        way = (self.panel.head, self.panel.page, self.panel.list)
        for first, second in pairwise((self.field, *self.bar.buttons(), *way)):
            QWidget.setTabOrder(first, second)

    def _share_out(self) -> None:
        shares = self._preferences.get("panes").get(_REMEMBERED, _SHARES)
        room = max(self.body.width() - self.body.handleWidth(), 1)
        if len(shares) == len(_SHARES):
            self.body.setSizes([round(share * room) for share in shares])

    def _remember(self) -> None:
        sizes = self.body.sizes()
        if all(sizes):
            known = dict(self._preferences.get("panes"))
            shares = [size / sum(sizes) for size in sizes]
            self._preferences.set("panes", {**known, _REMEMBERED: shares})
