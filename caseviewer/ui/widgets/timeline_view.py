"""The picture of a chronology: paints itself, and is moved by wheel, mouse and keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from caseviewer.formatting.translate import tr
from caseviewer.pictures.timeline_path import Path
from caseviewer.pictures.timeline_scale import MOST_PIXELS_A_DAY, Scale, fitted, held
from caseviewer.ui import theme
from caseviewer.ui.safe_text import set_tooltip, short
from caseviewer.ui.widgets.painted_words import paint_words
from caseviewer.ui.widgets.timeline_found import Found, found_at, holder_of
from caseviewer.ui.widgets.timeline_keys import meaning
from caseviewer.ui.widgets.timeline_measure import Measures
from caseviewer.ui.widgets.timeline_paint import ScenePainter, overview_day
from caseviewer.ui.widgets.timeline_scene import Composer, Content, Scene

_WHEEL_STEP = 1.25
_NOTCH = 120
_PART_BEFORE = 0.3
"""Where a mark is put that comes into view: so far from the left edge."""


class TimelineView(QWidget):
    """Marks, clusters and columns of a case; one of the marks is selected with the list."""

    chosen = Signal(int)
    followed = Signal(int)
    listed = Signal(object)
    left = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = ""
        self._composer: Composer | None = None
        self._scale: Scale | None = None
        self._scroll = 0.0
        self._chosen: int | None = None
        self._kept: tuple[object, Scene] | None = None
        self._begin_later = False
        self._path = Path((), ())
        self._grip: QPointF | None = None
        self._dragged = False
        self._in_overview = False
        self.setAccessibleDescription(
            tr("Left and Right go along the marks, + and − zoom; the list below says the same.")
        )
        self._name("")

    @property
    def content(self) -> Content | None:
        """What is shown."""
        return None if self._composer is None else self._composer.content

    def scene(self) -> Scene | None:
        """What is painted now; None where there is nothing to paint."""
        composer, size = self._composer, (float(self.width()), float(self.height()))
        if composer is None:
            return None
        key = (composer, self._scale, size, self._scroll, self._chosen, self.hasFocus())
        if self._kept is None or self._kept[0] != key:
            made = composer.scene(
                self._scale, size, scroll=self._scroll, chosen=self._chosen, focused=key[-1]
            )
            self._kept = (key, made)
        return self._kept[1]

    def spare(self, height: float) -> float:
        """How much of a height the picture has no use for, as it would be laid out there."""
        if self._composer is None:
            return 0.0
        return self._composer.scene(self._scale, (float(self.width()), height)).spare

    def show_nothing(self, words: str) -> None:
        """Show words in the place of a picture."""
        self._words = words
        self._composer = None
        self._chosen = None
        self._name("")
        self._change()

    def show_content(self, content: Content, *, anew: bool) -> None:
        """Show marks; `anew` also chooses the days to begin with."""
        self._composer = Composer(content, Measures(self.font()))
        self._path = Path([lane.index.order for lane in content.lanes], content.undated)
        if anew:
            self._begin_later = True
        self._begin()
        self._look(self._scale)

    def show_chosen(self, place: int | None, sentence: str) -> None:
        """Mark the row that is selected in the list, and bring it into view."""
        self._name(sentence)
        if place != self._chosen:
            # The first row is selected of itself when a case is opened: that moves nothing.
            by_itself = self._chosen is None and place == 0
            self._chosen = place
            if by_itself:
                self._change()
            else:
                self._reveal()

    def scroll_to(self, pixels: int) -> None:
        """Move the lanes up."""
        self._scroll = float(pixels)
        self.update()

    # What keys and buttons ask ------------------------------------------------------------

    def step(self, by: int) -> None:
        """Select the next mark of the lane, or the one before."""
        self._choose(self._path.step(self._chosen, by))

    def to_end(self, by: int) -> None:
        """Select the last mark of the lane, or the first."""
        self._choose(self._path.end(self._chosen, by))

    def change_lane(self, by: int) -> None:
        """Select the nearest mark in the lane below or above."""
        if self.content is not None:
            self._choose(self._path.across(self._chosen, by, self.content.marks.firsts))

    def pan(self, part: float) -> None:
        """Move on by a part of what is seen."""
        scene = self.scene()
        if scene is not None:
            self._look(scene.scale.moved(-part * scene.plot))

    def zoom(self, factor: float) -> None:
        """Show fewer days, wider, around what is selected if that is in view."""
        scene = self.scene()
        if scene is None:
            return
        at = scene.plot / 2
        if self._chosen is not None and self._is_dated(scene, self._chosen):
            x = scene.scale.x(scene.content.marks.firsts[self._chosen])
            at = x if 0 <= x <= scene.plot else at
        self._look(scene.scale.zoomed(factor, at))

    def fit(self) -> None:
        """Show all days."""
        self._look(None)

    def follow(self) -> None:
        """Open the cluster that holds what is selected; else go on to its page."""
        scene = self.scene()
        if scene is None or self._chosen is None:
            return
        holder = holder_of(scene, self._chosen)
        if holder is not None and holder.is_many:
            self._open(scene, holder)
        else:
            self.followed.emit(self._chosen)

    def leave(self) -> None:
        """Give the keys back to the list."""
        self.left.emit()

    def _open(self, scene: Scene, found: Found) -> None:
        """Zoom in until marks stand apart; list those that never will."""
        if found.is_undated:
            self._choose(found.places[0])
        elif found.days[0] == found.days[1] or scene.scale.pixels >= MOST_PIXELS_A_DAY:
            self.listed.emit(found.places)
        elif self._composer is not None:
            margins = self._composer.margins(scene.plot)
            self._look(fitted(found.days, scene.plot, margins))

    def _choose(self, place: int | None) -> None:
        if place is not None and place != self._chosen:
            self._chosen = place
            self._reveal()
            self.chosen.emit(place)

    # What is looked at --------------------------------------------------------------------

    def _begin(self) -> None:
        """Choose the days to begin with, once there is a width to show them in."""
        composer = self._composer
        if composer is None or not self._begin_later or not self.isVisible():
            return
        self._begin_later = False
        self._scroll = 0.0
        self._scale = None
        if composer.content.span is not None:
            plot = composer.plot_width(self.width())
            days = composer.content.whole.index.main_span()
            self._scale = fitted(days, plot, composer.margins(plot))

    def _look(self, scale: Scale | None) -> None:
        """Show other days, as far as there are any."""
        composer = self._composer
        span = None if composer is None else composer.content.span
        if composer is not None and scale is not None and span is not None:
            plot = composer.plot_width(self.width())
            scale = held(scale, span, plot, composer.margins(plot))
        self._scale = scale
        self._change()

    def _reveal(self) -> None:
        """Bring the selected mark into view."""
        scene = self.scene()
        place = self._chosen
        if scene is not None and place is not None and self._is_dated(scene, place):
            marks = scene.content.marks
            left, right = scene.scale.x(marks.firsts[place]), scene.scale.x(marks.lasts[place] + 1)
            if right <= 0 or left >= scene.plot:
                self._scale = scene.scale.moved(_PART_BEFORE * scene.plot - left)
                scene = self.scene() or scene
            self._reveal_lane(scene, place)
            self._look(self._scale)
        self._change()

    def _reveal_lane(self, scene: Scene, place: int) -> None:
        """Scroll to the row of a mark, unless it is seen in some lane."""
        tops = [
            scene.row_top(lane.row + placed.row)
            for lane in scene.layout.lanes
            for placed in (lane.with_place(place),)
            if placed is not None
        ]
        row = scene.measures.row
        if tops and not any(scene.top <= top and top + row <= scene.bottom for top in tops):
            # From where the lanes are: what was asked for may be further than they go.
            self._scroll = max(0.0, scene.scroll + tops[0] - scene.top)

    def _change(self) -> None:
        self.update()
        self.changed.emit()

    @staticmethod
    def _is_dated(scene: Scene, place: int) -> bool:
        return place not in scene.content.undated

    def _name(self, sentence: str) -> None:
        """What a screen reader says: the selected mark as the list says it."""
        words = tr("Timeline: {sentence}", sentence=short(sentence, 600)) if sentence else ""
        self.setAccessibleName(words or tr("Timeline"))

    # Qt's side ----------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours_of(QApplication.instance())  # type: ignore[arg-type]
        scene = self.scene()
        with QPainter(self) as painter:
            if scene is None:
                painter.fillRect(self.rect(), self.palette().base())
                painter.setPen(self.palette().placeholderText().color())
                room = QRectF(self.rect())
                paint_words(painter, room, int(Qt.AlignmentFlag.AlignCenter), self._words)
            else:
                ScenePainter(painter, scene, colours).draw()
            edge = colours.link if self.hasFocus() else colours.line
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(edge), 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._begin()
        self._look(self._scale)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()
        self._look(self._scale)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._composer is not None:
            self._composer = Composer(self._composer.content, Measures(self.font()))
            self._look(self._scale)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = meaning(self, event.key(), event.modifiers())
        if do is None:
            super().keyPressEvent(event)
        else:
            do()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        scene = self.scene()
        turned, sideways = event.angleDelta().y(), event.angleDelta().x()
        if scene is None:
            return
        if sideways or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._look(scene.scale.moved(float(sideways or turned)))
        else:
            factor = _WHEEL_STEP ** (turned / _NOTCH)
            at = event.position().x() - scene.left
            self._look(scene.scale.zoomed(factor, at))
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        scene = self.scene()
        if scene is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._grip, self._dragged = event.position(), False
        self._in_overview = scene.zoomed and event.position().y() >= scene.overview_top
        if self._in_overview:
            self._drag(scene, event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scene = self.scene()
        if scene is None or self._grip is None:
            return
        moved = event.position() - self._grip
        far = QApplication.startDragDistance()
        if self._in_overview or self._dragged or moved.manhattanLength() >= far:
            self._drag(scene, event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        scene, clicked = self.scene(), self._grip is not None and not self._dragged
        self._grip = None
        self.unsetCursor()
        if scene is not None and clicked and not self._in_overview:
            self._click(scene, event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        scene = self.scene()
        found = None if scene is None else found_at(scene, event.position())
        if scene is None or found is None:
            return
        if found.is_many:
            self._open(scene, found)
        else:
            self.followed.emit(found.places[0])

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            scene = self.scene()
            words = "" if scene is None else self._told_at(scene, event.pos())
            set_tooltip(self, words)
        return super().event(event)

    def _told_at(self, scene: Scene, at: QPoint) -> str:
        found = found_at(scene, QPointF(at))
        if found is not None:
            return found.words
        lane = scene.lane_at(at.y()) if at.x() < scene.left else None
        return "" if lane is None else lane.lane.name

    def _drag(self, scene: Scene, to: QPointF) -> None:
        """Move what is seen with the pointer; in the overview, to where the pointer is."""
        self._dragged = True
        if self._in_overview:
            day = overview_day(scene, to.x())
            half = scene.plot / 2 / scene.scale.pixels
            self._look(Scale(day - half, scene.scale.pixels))
            return
        moved = to - (self._grip or to)
        self._grip = to
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll = max(0.0, scene.scroll - moved.y())
        self._look(scene.scale.moved(moved.x()))

    def _click(self, scene: Scene, at: QPointF) -> None:
        lane = scene.lane_at(at.y())
        if lane is not None:
            self._path.enter(scene.layout.lanes.index(lane))
        found = found_at(scene, at)
        if found is not None and self._chosen not in found.places:
            self._choose(found.places[0])
