"""A timeline above its list: the picture, its buttons and its key, in step with the rows."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import floor

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollBar, QVBoxLayout, QWidget

from caseviewer.formatting.facets import Facet
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.pictures.timeline_lanes import Lane, lanes_by, undated, whole_lane
from caseviewer.pictures.timeline_marks import Marks, marks_of
from caseviewer.pictures.timeline_words import lines, span_words
from caseviewer.search.slices import Slices, at_once, in_turn
from caseviewer.ui import background, theme
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.safe_text import control_text, new_action, set_button_text
from caseviewer.ui.widgets.facet_bar import MenuButton, QuietButton, open_below
from caseviewer.ui.widgets.flow_layout import FlowLayout
from caseviewer.ui.widgets.timeline_key import TimelineKey
from caseviewer.ui.widgets.timeline_keys import ZOOM_STEP
from caseviewer.ui.widgets.timeline_saving import Sheet
from caseviewer.ui.widgets.timeline_scene import Content
from caseviewer.ui.widgets.timeline_view import TimelineView

_BESIDE = 2_000
_MOST_LISTED = 40
_FEWEST_LINES = 7


class TimelinePane(QWidget):
    """Shows the rows of a list as marks, and tells which of them is selected."""

    row_selected = Signal(str)
    row_followed = Signal(str)
    left = Signal()
    picture_wanted = Signal()
    key_toggled = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self._preferences = preferences
        self._opened: OpenedCase | None = None
        self._model: RecordTableModel | None = None
        self._marks: Marks | None = None
        self._wanted = ""
        self._anew = True
        self._making, self._sorting = background.Turn(self), background.Turn(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_content)
        self.view = TimelineView()
        self.view.chosen.connect(self._tell_chosen)
        self.view.followed.connect(self._tell_followed)
        self.view.listed.connect(self._list)
        self.view.left.connect(self.left)
        self.view.changed.connect(self._fit_bar)
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.bar.setAccessibleName(tr("Lanes of the timeline"))
        self.bar.valueChanged.connect(self.view.scroll_to)
        self.lanes_button = MenuButton()
        self.lanes_menu = QMenu(self.lanes_button)
        self._lay_out()

    def show_rows(self, opened: OpenedCase, model: RecordTableModel, *, anew: bool) -> None:
        """Show the rows of a list; `anew` where it is that of another case."""
        if model is not self._model:
            model.modelReset.connect(self._later.start)
            model.facets_changed.connect(self._later.start)
        self._opened, self._model, self._anew = opened, model, self._anew or anew
        self._fill_lanes()
        self._making.stop()
        self._sorting.stop()
        rows = model.table.rows
        if len(rows) <= _BESIDE:
            self._take(at_once(marks_of(opened, rows)))
            return
        if anew:
            self._marks = None
            self.view.show_nothing(tr("The timeline is being drawn…"))
        self._making.start(
            lambda job: in_turn(marks_of(opened, rows), job.give_way), self._take, _raise
        )

    def show_record(self, record: str) -> None:
        """Mark the record that is selected in the list."""
        self._wanted = record
        model, marks = self._model, self._marks
        if model is None or marks is None or self._opened is None:
            return
        row = model.row_of(record)
        item = model.item(row)
        place = model.place_at(row)
        if item is None or place is None:
            self.view.show_chosen(None, "")
        else:
            self.view.show_chosen(place, model.table.sentence(self._opened, item))

    def facet(self) -> Facet | None:
        """What the lanes stand for; None for one lane."""
        name = self._preferences.get("timeline_lanes")
        facets = () if self._model is None else self._model.table.facets
        return next((facet for facet in facets if facet.name == name), None)

    def choose_lanes(self, name: str) -> None:
        """Show a lane for each value of a facet, or one lane where `name` is empty."""
        self._preferences.set("timeline_lanes", name)
        self._word_lanes()
        self._show_content()

    # Building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        unit = theme.unit(self.font())
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.setSpacing(0)
        flow.addWidget(self.lanes_button)
        self.lanes_button.clicked.connect(lambda: open_below(self.lanes_menu, self.lanes_button))
        self.buttons = {
            "in": self._button(flow, tr("Zoom in"), lambda: self.view.zoom(ZOOM_STEP)),
            "out": self._button(flow, tr("Zoom out"), lambda: self.view.zoom(1 / ZOOM_STEP)),
            "fit": self._button(flow, tr("Show all days"), self.view.fit),
            "key": self._button(flow, tr("Key"), self.toggle_key),
            "save": self._button(flow, tr("Save picture…"), self.picture_wanted.emit),
        }
        self.key = TimelineKey()
        self.key.hide()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, unit, 2 * unit, 0)
        column.setSpacing(0)
        column.addWidget(buttons)
        column.addLayout(row, 1)
        column.addWidget(self.key)
        self.bar.hide()
        self.setMinimumHeight(_FEWEST_LINES * self.fontMetrics().lineSpacing())

    def toggle_key(self) -> None:
        """Show what the shapes mean, or put it away."""
        shown = self.key.isHidden()
        self.key.setVisible(shown)
        button = self.buttons["key"]
        button.setProperty("chosen", shown)
        button.style().polish(button)
        self.key_toggled.emit()

    def key_height(self) -> int:
        """How much the key takes beside the picture."""
        return 0 if self.key.isHidden() else self.key.height()

    def sheet(self, title: str) -> Sheet | None:
        """The picture as it is shown, to be saved; None where none is."""
        scene = self.view.scene()
        if scene is None or self.isHidden() or self._model is None:
            return None
        scene = replace(scene, chosen=None, focused=False)
        total, shown = len(self._model.table.rows), self._model.shown
        days = span_words(floor(scene.scale.day(0)), floor(scene.scale.day(scene.plot)))
        many = tr("{shown} of {total} dates", shown=shown, total=total)
        told = "; ".join(words for _, words in scene.content.lines[:1])
        note = tr("Timeline, {days} · {many} · {told}", days=days, many=many, told=told)
        return Sheet.of(scene, title, note)

    def _button(self, flow: FlowLayout, words: str, do: Callable[[], object]) -> QuietButton:
        made = QuietButton()
        set_button_text(made, words)
        made.clicked.connect(lambda *_: do())
        made.left.connect(self.left)
        flow.addWidget(made)
        return made

    def _fill_lanes(self) -> None:
        self.lanes_menu.clear()
        facets = () if self._model is None else self._model.table.facets
        for name, title in (("", tr("one lane")), *((one.name, one.title) for one in facets)):
            action = new_action(control_text(title), self.lanes_menu)
            action.setCheckable(True)
            action.triggered.connect(partial(self._chosen_lanes, name))
            action.setData(name)
            self.lanes_menu.addAction(action)
        self._word_lanes()

    def _chosen_lanes(self, name: str, *_: object) -> None:
        self.choose_lanes(name)

    def _word_lanes(self) -> None:
        facet = self.facet()
        name = "" if facet is None else facet.name
        for action in self.lanes_menu.actions():
            action.setChecked(action.data() == name)
        told = tr("Lanes: {what}", what=tr("one") if facet is None else facet.title.lower())
        self.lanes_button.show_words(told, told, chosen=facet is not None)

    # Following ----------------------------------------------------------------------------

    def _take(self, marks: Marks | None) -> None:
        if marks is not None:
            self._marks = marks
            self._show_content()

    def _show_content(self) -> None:
        """Show the marks of the rows that the list shows."""
        opened, model, marks = self._opened, self._model, self._marks
        if opened is None or model is None or marks is None:
            return
        if marks.rows is not model.table.rows:
            return  # those of the rows that are there now are under way
        total = len(marks.rows)
        shown = None if model.shown == total else model.shown_places()
        whole = whole_lane(marks, shown)
        content = Content(marks, whole, (whole,), undated(marks, shown), lines(opened))
        self._sorting.stop()
        sorting = self._lanes(marks, whole)
        if sorting is None:
            self._show(content)
        elif len(whole.index) <= _BESIDE:
            self._show(replace(content, lanes=tuple(at_once(sorting))))
        else:
            self._sorting.start(
                lambda job: in_turn(sorting, job.give_way),
                partial(self._show_lanes, content),
                _raise,
            )

    def _show_lanes(self, content: Content, lanes: list[Lane] | None) -> None:
        if lanes is not None:
            self._show(replace(content, lanes=tuple(lanes)))

    def _show(self, content: Content) -> None:
        total = len(content.marks.rows)
        anew, self._anew = self._anew, False
        if not len(content.whole.index) and not content.undated:
            self._anew = anew
            words = tr("No event to draw.") if total == 0 else tr("The filter leaves no event.")
            self.view.show_nothing(words)
            return
        self.view.show_content(content, anew=anew)
        self.show_record(self._wanted)

    def _lanes(self, marks: Marks, whole: Lane) -> Slices[list[Lane]] | None:
        """The lanes that are chosen, still to be made; None for one lane."""
        facet, model = self.facet(), self._model
        known = None if model is None or facet is None else model.facets
        values = None if known is None or facet is None else known.of(facet.name)
        if facet is None or values is None or not len(whole.index):
            return None
        none = tr("deadline") if facet.name == "standing" else tr("not given")
        return lanes_by(marks, whole, facet, values, none)

    def _fit_bar(self) -> None:
        """Show the scroll bar where not all lanes can be seen."""
        scene = self.view.scene()
        if scene is None:
            self.bar.hide()
            return
        page = max(int(scene.bottom - scene.top), 1)
        most = int(scene.layout.rows * scene.measures.row) - page
        self.bar.setVisible(most > 0)
        self.bar.blockSignals(True)
        self.bar.setPageStep(page)
        self.bar.setSingleStep(int(scene.measures.row))
        self.bar.setRange(0, max(most, 0))
        self.bar.setValue(int(scene.scroll))
        self.bar.blockSignals(False)

    def _record(self, place: int) -> str:
        return "" if self._marks is None else str(getattr(self._marks.rows[place], "id", ""))

    def _tell_chosen(self, place: int) -> None:
        self._wanted = self._record(place)
        self.row_selected.emit(self._wanted)

    def _tell_followed(self, place: int) -> None:
        self.row_followed.emit(self._record(place))

    def _list(self, places: tuple[int, ...]) -> None:
        """Offer marks that no zooming sets apart: those of one day."""
        menu = QMenu(self)
        menu.setAccessibleName(tr("Events of one day"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in places[:_MOST_LISTED]:
            words = "" if self._marks is None else self._marks.mark(place).words
            action = new_action(control_text(words, 90), menu)
            action.triggered.connect(partial(self._pick, place))
            menu.addAction(action)
        if len(places) > _MOST_LISTED:
            rest = new_action(tr("{count} more", count=len(places) - _MOST_LISTED), menu)
            rest.setEnabled(False)
            menu.addAction(rest)
        menu.popup(QCursor.pos() if self.view.underMouse() else self._middle())

    def _middle(self) -> QPoint:
        return self.view.mapToGlobal(self.view.rect().center())

    def _pick(self, place: int, *_: object) -> None:
        record = self._record(place)
        self.show_record(record)
        self.row_selected.emit(record)


def _raise(error: Exception) -> None:
    """What goes wrong here is a mistake of the program."""
    raise error
