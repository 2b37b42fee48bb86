"""The list beside the reading pane: a table of uniform rows with heads of groups."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from caseviewer.ui import theme
from caseviewer.ui.item_models.record_table import IS_GROUP, SECOND_LINE, RecordTableModel

Index = QModelIndex | QPersistentModelIndex

_NARROWEST = 3
_QUOTE_LINES = 3


class RowDelegate(QStyledItemDelegate):
    """Paints cells as plain text: heads of groups, one line, or a quotation with its speaker."""

    def __init__(self, parent: QWidget, *, quoted: bool) -> None:
        """`quoted` lists set their text in the serif face over several lines."""
        super().__init__(parent)
        self._quoted = quoted

    def row_height(self, font: QFont) -> int:
        """The height that all rows of a list share."""
        step = theme.unit(font)
        line = QFontMetrics(font).height()
        if not self._quoted:
            return line + 2 * step
        return QFontMetrics(theme.serif(font)).lineSpacing() * _QUOTE_LINES + line + 3 * step

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(0, self.row_height(option.font))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        if index.data(IS_GROUP):
            option.font.setWeight(QFont.Weight.DemiBold)
        elif self._quoted:
            option.displayAlignment = option.displayAlignment & ~Qt.AlignmentFlag.AlignVCenter
            option.displayAlignment |= Qt.AlignmentFlag.AlignTop

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        second = index.data(SECOND_LINE)
        if second is None:
            super().paint(painter, self._padded(option), index)
            return
        text = str(index.data())
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setPen(option.palette.color(role))
        self._paint_quotation(painter, option, text, str(second), selected=selected)
        painter.restore()

    def _padded(self, option: QStyleOptionViewItem) -> QStyleOptionViewItem:
        if not self._quoted:
            return option
        made = QStyleOptionViewItem(option)
        made.rect = made.rect.adjusted(0, theme.unit(option.font), 0, 0)
        return made

    def _paint_quotation(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        text: str,
        second: str,
        *,
        selected: bool,
    ) -> None:
        step = theme.unit(option.font)
        area = option.rect.adjusted(step, step, -2 * step, -step)
        below = self._paint_wrapped(painter, area, theme.serif(option.font), text)
        metrics = QFontMetrics(option.font)
        line = QRect(area.left(), below, area.width(), metrics.height())
        painter.setFont(option.font)
        if not selected:
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        shortened = metrics.elidedText(second, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.TextFlag.TextSingleLine, shortened)

    def _paint_wrapped(self, painter: QPainter, area: QRect, font: QFont, text: str) -> int:
        """Draw at most three lines, the last one cut with "…"; returns where they end."""
        metrics = QFontMetrics(font)
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        painter.setFont(font)
        layout.beginLayout()
        top = area.top()
        for number in range(1, _QUOTE_LINES + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            start, length = line.textStart(), line.textLength()
            last = number == _QUOTE_LINES and start + length < len(text.encode("utf-16-le")) // 2
            piece = text[start:] if last else text[start : start + length]
            if last:
                piece = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, area.width())
            box = QRect(area.left(), top, area.width(), metrics.lineSpacing())
            painter.drawText(box, Qt.TextFlag.TextSingleLine, piece.rstrip())
            top += metrics.lineSpacing()
        layout.endLayout()
        return top


class RecordList(QTableView):
    """Rows of records: selected with arrows, followed with Enter, sorted by their headers."""

    row_selected = Signal(str)
    row_followed = Signal(str)
    widths_changed = Signal(list)

    def __init__(self, name: str, *, quoted: bool, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._delegate = RowDelegate(self, quoted=quoted)
        self._fractions: list[float] = []
        self._chosen = False
        self._fitting = False
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.sectionResized.connect(self._note_widths)

    def record_model(self) -> RecordTableModel | None:
        """The model, typed; None before there is a case."""
        model = self.model()
        return model if isinstance(model, RecordTableModel) else None

    def show_model(self, model: RecordTableModel, fractions: list[float]) -> None:
        """Show a list; `fractions` are the remembered shares of the width, if any."""
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        count = len(model.columns)
        self._chosen = len(fractions) == count
        weights = [float(column.weight) for column in model.columns]
        self._fractions = fractions if self._chosen else [part / sum(weights) for part in weights]
        model.modelReset.connect(self._span_groups)
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        self._fit_rows()
        self._span_groups()
        self._fit_columns()

    def selected_rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def select_record(self, record: str) -> bool:
        """Select the row of a record and bring it into view; whether it is in the list."""
        model = self.record_model()
        if model is None:
            return False
        current = self.currentIndex()
        if current.isValid() and model.id_at(current.row()) == record:
            return True
        row = model.row_of(record)
        if row < 0:
            self.clearSelection()
            return False
        index = model.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def own_order(self) -> None:
        """Sort by no column, so that the list's own order and its groups return."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def select_first(self) -> None:
        """Select the first record of the list."""
        model = self.record_model()
        for row in range(0 if model is None else model.rowCount()):
            if model is not None and model.id_at(row):
                self.setCurrentIndex(model.index(row, 0))
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit_columns()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        model = self.record_model()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and model is not None:
            self.row_followed.emit(model.id_at(self.currentIndex().row()))
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            # Qt would copy what the cell shows; the action copies from the record.
            event.ignore()
            return
        super().keyPressEvent(event)

    def _tell_row(self, current: QModelIndex) -> None:
        model = self.record_model()
        if model is not None and current.isValid():
            record = model.id_at(current.row())
            if record:
                self.row_selected.emit(record)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height(self.font()))

    def _span_groups(self) -> None:
        self.clearSpans()
        model = self.record_model()
        if model is not None and len(model.columns) > 1:
            for row in model.group_rows():
                self.setSpan(row, 0, 1, len(model.columns))

    def _fit_columns(self) -> None:
        model = self.record_model()
        room = self.viewport().width()
        if model is None or room <= 0:
            return
        self._fitting = True
        narrowest = self._narrowest()
        widths = [max(narrowest, round(part * room)) for part in self._fractions]
        if not self._chosen and model.columns[0].name == "number":
            widths[0] = self.fontMetrics().horizontalAdvance("E99999") + 2 * theme.unit(self.font())
        self._shrink(widths, room, narrowest)
        for section, width in enumerate(widths):
            self.horizontalHeader().resizeSection(section, width)
        self._fitting = False

    def _shrink(self, widths: list[int], room: int, narrowest: int) -> None:
        """Make the columns fill the room exactly; the widest gives or takes what is needed."""
        widest = max(range(len(widths)), key=widths.__getitem__)
        others = sum(widths) - widths[widest]
        widths[widest] = max(narrowest, room - others)

    def _narrowest(self) -> int:
        return self.fontMetrics().horizontalAdvance("m") * _NARROWEST

    def _note_widths(self) -> None:
        model = self.record_model()
        if self._fitting or model is None or not self.isVisible():
            return
        header = self.horizontalHeader()
        widths = [header.sectionSize(section) for section in range(len(model.columns))]
        total = sum(widths)
        self._fractions = [width / total for width in widths]
        self._chosen = True
        self.widths_changed.emit(self._fractions)
