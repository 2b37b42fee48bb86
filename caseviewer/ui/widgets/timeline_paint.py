"""Paints a scene of a timeline: calendar, lines, lanes, undated marks, overview."""

from bisect import bisect_left
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from caseviewer.formatting.translate import tr
from caseviewer.pictures.timeline_layout import (
    Column,
    LaidLane,
    bar_of,
    own_bar,
    stands_inside,
    with_own,
    words_after,
)
from caseviewer.pictures.timeline_marks import Mark, Shape
from caseviewer.pictures.timeline_packing import Placed
from caseviewer.pictures.timeline_words import cluster_count
from caseviewer.ui.safe_text import short
from caseviewer.ui.theme import Colours
from caseviewer.ui.widgets.painted_words import paint_words
from caseviewer.ui.widgets.timeline_scene import Scene
from caseviewer.ui.widgets.timeline_shapes import Ink, draw_cluster, draw_own, draw_shape

_FAR = 4_000.0
"""No coordinate lies further outside: painters draw long lines slowly."""
_OVERVIEW_STEP = 3
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_HATCHED = frozenset({Shape.WITHIN, Shape.DEADLINE})


class ScenePainter:
    """Draws one scene with one painter."""

    def __init__(self, painter: QPainter, scene: Scene, colours: Colours) -> None:
        """Draw with the font of the scene."""
        self._painter = painter
        self._scene = scene
        self._m = scene.measures
        self._ink = Ink.of(colours)
        painter.setFont(self._m.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self) -> None:
        """Draw everything."""
        scene, painter = self._scene, self._painter
        painter.fillRect(QRectF(0, 0, scene.width, scene.height), self._ink.page)
        self._calendar()
        self._notes()
        painter.save()
        painter.setClipRect(QRectF(0, scene.top, scene.width, scene.bottom - scene.top))
        highest = self._highest_column()
        for at, lane in enumerate(scene.layout.lanes):
            self._lane(lane, highest, first=at == 0)
        painter.restore()
        if scene.undated:
            self._strip()
        if scene.zoomed:
            self._overview()

    def _x(self, day: float) -> float:
        scene = self._scene
        return max(-_FAR, min(scene.left + scene.scale.x(day), scene.width + _FAR))

    # The calendar and the lines through it ------------------------------------------------

    def _calendar(self) -> None:
        scene, m, painter = self._scene, self._m, self._painter
        painter.save()
        painter.setClipRect(QRectF(scene.left, 0, scene.plot, scene.bottom))
        above = [tick for tick in scene.ticks if tick.above]
        double = bool(above)
        low = m.line + m.unit / 2 if double else m.line / 2 + m.unit / 2
        for tick, following in pairwise(scene.ticks):
            x, end = self._x(tick.day), self._x(following.day)
            painter.setPen(QPen(self._ink.line, 1.0))
            long = double and bool(tick.above)
            painter.drawLine(QLineF(_sharp(x), 0 if long else low, _sharp(x), scene.bottom))
            painter.setPen(self._ink.muted)
            if x >= scene.left - m.unit:
                box = QRectF(x + m.unit, low, max(end - x, m.sizes.apart), m.line)
                paint_words(painter, box, _LEFT, tick.label)
        for tick, end in zip(above, [*(self._x(one.day) for one in above[1:]), _FAR], strict=False):
            start = max(self._x(tick.day), scene.left) + m.unit
            painter.setPen(self._ink.text)
            if end - start > m.width(tick.above) + m.unit:
                box = QRectF(start, m.unit / 4, end - start, m.line)
                paint_words(painter, box, _LEFT, tick.above)
        painter.setPen(QPen(self._ink.line, 1.0))
        bottom = _sharp(m.axis)
        painter.drawLine(QLineF(scene.left, bottom, scene.width, bottom))
        painter.restore()

    def _notes(self) -> None:
        """The words above the rows: what lies outside, and what lines stand for."""
        scene, m, painter = self._scene, self._m, self._painter
        top = m.axis + m.unit / 2
        taken: list[tuple[float, float]] = []
        index = scene.content.whole.index
        painter.setPen(self._ink.muted)
        if len(index):
            earlier = index.before(scene.scale.day(0))
            later = index.after(scene.scale.day(scene.plot))
            left, right = scene.left + m.unit, scene.width - m.unit
            if earlier:
                words = tr("◂ {count} earlier", count=f"{earlier:,}")
                taken.append(self._note(words, left, top))
            if later:
                words = tr("{count} later ▸", count=f"{later:,}")
                taken.append(self._note(words, right - m.width(words), top))
        in_order = sorted(scene.content.lines)
        for day, words in in_order:
            self._line(day, words, top, taken, leftwards=day < in_order[-1][0])

    def _note(self, words: str, x: float, top: float) -> tuple[float, float]:
        m = self._m
        width = m.width(words)
        paint_words(self._painter, QRectF(x, top, width + m.unit, m.line), _LEFT, words)
        return x - m.unit, x + width + m.unit

    def _line(
        self,
        day: int,
        words: str,
        top: float,
        taken: list[tuple[float, float]],
        *,
        leftwards: bool,
    ) -> None:
        """A line at the end of a day, with its words at a side where there is room for them."""
        scene, m, painter = self._scene, self._m, self._painter
        x = self._x(day + 1)
        if not scene.left <= x <= scene.width:
            return
        painter.setPen(QPen(self._ink.text, 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(_sharp(x), m.axis, _sharp(x), scene.bottom))
        painter.setPen(self._ink.text)
        width = m.width(words)
        sides = (x - m.unit - width, x + m.unit)
        for start in sides if leftwards else sides[::-1]:
            fits = scene.left <= start and start + width <= scene.width
            if fits and all(start + width <= low or start >= high for low, high in taken):
                taken.append(self._note(words, start, top))
                return

    # Lanes --------------------------------------------------------------------------------

    def _lane(self, lane: LaidLane, highest: int, *, first: bool) -> None:
        scene, m, painter = self._scene, self._m, self._painter
        top, height = scene.row_top(lane.row), lane.rows * m.row
        if top > scene.bottom or top + height < scene.top:
            return
        if not first:
            painter.setPen(QPen(self._ink.line, 1.0))
            painter.drawLine(QLineF(0, _sharp(top), scene.width, _sharp(top)))
        if scene.left:
            painter.setPen(self._ink.text)
            box = QRectF(m.unit, top, scene.left - 2 * m.unit, m.row)
            paint_words(painter, box, _LEFT, m.cut(short(lane.lane.name), box.width()))
        painter.save()
        painter.setClipRect(
            QRectF(scene.left, scene.top, scene.plot, scene.bottom - scene.top),
            Qt.ClipOperation.IntersectClip,
        )
        painter.translate(scene.left, 0)
        for column in lane.columns:
            self._column(lane, column, top, height, highest)
        self._marks(lane, top)
        painter.restore()

    def _marks(self, lane: LaidLane, top: float) -> None:
        scene, row = self._scene, self._m.row
        shift, plot = scene.shift, scene.plot
        for placed in lane.placed:
            if placed.left + shift <= plot and placed.right + shift >= 0:
                box = QRectF(
                    placed.left + shift, top + placed.row * row, placed.right - placed.left, row
                )
                if placed.is_cluster:
                    self._cluster(placed, box)
                else:
                    self._mark(placed, box)

    def _mark(self, placed: Placed, box: QRectF) -> None:
        scene, m = self._scene, self._m
        (place,) = placed.places
        marks = scene.content.marks
        mark = marks.mark(place)
        days = marks.firsts[place], marks.lasts[place]
        left, right = bar_of(mark, days, scene.scale, m.sizes)
        reach = with_own(mark, (left, right), scene.scale, m.sizes)
        first = max(-_FAR, reach[0])
        left, right = max(left, -_FAR), min(right, scene.plot + _FAR)
        bar = QRectF(left, box.top() + m.unit / 2, right - left, box.height() - m.unit)
        chosen = place == scene.chosen
        if chosen:
            self._mark_chosen(box, first)
        inset = self._own(mark, bar) if mark.own is not None else 0.0
        shape = _on_pixels(bar.adjusted(0, inset, 0, -inset))
        draw_shape(self._painter, mark, shape, m.sizes, self._ink)
        if reach[1] >= 0:  # words alone, of a mark that is out of view, would tell nothing
            self._mark_words(mark, bar, placed, chosen=chosen)

    def _own(self, mark: Mark, bar: QRectF) -> float:
        """What the file says, in its own place; how much lower the other is, to be seen in it."""
        scene, m = self._scene, self._m
        own = own_bar(mark, scene.scale, m.sizes)
        if mark.own is None or own is None:
            return 0.0
        left, right = (max(-_FAR, min(x, scene.plot + _FAR)) for x in own)
        box = _on_pixels(QRectF(left, bar.top(), right - left, bar.height()))
        if max(left, bar.left()) > min(right, bar.right()):
            near, far = (right, bar.left()) if right < bar.left() else (bar.right(), left)
            self._painter.setPen(QPen(self._ink.muted, 1.0, Qt.PenStyle.DotLine))
            self._painter.drawLine(QLineF(near, bar.center().y(), far, bar.center().y()))
        draw_own(self._painter, mark.own, box, m.sizes, self._ink)
        return m.unit / 2

    def _mark_chosen(self, box: QRectF, left: float) -> None:
        m, painter = self._m, self._painter
        around = box.adjusted(left - box.left() - m.unit / 2, 0.5, -m.unit / 2, -0.5)
        painter.setPen(QPen(self._ink.edge, 2.0) if self._scene.focused else Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.chosen)
        painter.drawRoundedRect(around, 3, 3)

    def _mark_words(self, mark: Mark, bar: QRectF, placed: Placed, *, chosen: bool) -> None:
        """Words in the bar where they fit, and in the part of it that is seen; else behind it."""
        m, painter = self._m, self._painter
        gap = m.sizes.gap
        words = m.words(mark, placed.room)
        width = m.width(words)
        is_bar = mark.shape is not Shape.POINT
        inside = is_bar and stands_inside(bar.width(), width, m.sizes)
        if inside:
            start = max(bar.left() + gap, gap)
            room = min(bar.right(), self._scene.plot) - gap - start
        else:
            ends, scale = (bar.left(), bar.right()), self._scene.scale
            start = words_after(mark, ends, min(width, placed.room), scale, m.sizes)
            room = min(placed.room, self._scene.plot - start - gap)
        if room < m.letter:
            return
        words = m.cut(words, room)
        width = m.width(words)
        if inside:
            box = QRectF(start, bar.top(), width, bar.height())
            if mark.shape in _HATCHED:
                painter.fillRect(box.adjusted(-gap / 2, 2, gap / 2, -2), self._ink.page)
        else:
            # Lines of the calendar, of today and of what is assumed lie behind words.
            box = QRectF(start, bar.top(), width + gap / 2, bar.height())
            painter.fillRect(box, self._ink.chosen if chosen else self._ink.page)
        on_selection = chosen and not (inside and mark.shape is not Shape.THROUGHOUT)
        painter.setPen(self._ink.chosen_text if on_selection else self._ink.text)
        paint_words(painter, box, _LEFT, words)

    def _cluster(self, placed: Placed, box: QRectF) -> None:
        scene, m = self._scene, self._m
        holds = scene.chosen is not None and scene.chosen in placed.places
        width = min(box.width(), m.more) - m.unit / 2  # no wider: it would look like a bar
        card = QRectF(box.left(), box.top() + m.unit / 2, width, box.height() - m.unit)
        draw_cluster(self._painter, card, self._ink, holds=holds, focused=scene.focused)
        rows = scene.content.marks.rows
        words = cluster_count([rows[place] for place in placed.places])
        self._painter.setPen(self._ink.chosen_text if holds else self._ink.text)
        room = card.adjusted(m.unit, 0, -m.unit, 0)
        room.setLeft(min(max(room.left(), m.unit), room.right()))
        paint_words(self._painter, room, _LEFT, m.cut(words, room.width()))

    # Columns ------------------------------------------------------------------------------

    def _highest_column(self) -> int:
        lanes = self._scene.layout.lanes
        return max((column.count for lane in lanes for column in lane.columns), default=1)

    def _column(
        self, lane: LaidLane, column: Column, top: float, height: float, highest: int
    ) -> None:
        """A column as high as there are marks, with their number above it."""
        scene, m, painter = self._scene, self._m, self._painter
        left, right = column.left + scene.shift, column.right + scene.shift
        if left > scene.plot or right < 0:
            return
        base = top + height - m.unit / 2
        tall = max((height - m.row - m.unit) * column.count / highest, 2.0)
        holds = self._holds(lane, column)
        painter.setPen(QPen(self._ink.edge, 2.0 if holds and scene.focused else 1.0))
        painter.setBrush(self._ink.chosen if holds else self._ink.span)
        painter.drawRect(_on_pixels(QRectF(left + 1, base - tall, right - left - 3, tall)))
        painter.setPen(self._ink.text)
        box = QRectF(left, base - tall - m.line - 1, right - left, m.line)
        paint_words(painter, box, _CENTRE, m.cut(f"{column.count:,}", right - left))

    def _holds(self, lane: LaidLane, column: Column) -> bool:
        """Whether the selected row is among those of a column."""
        place = self._scene.chosen
        if place is None:
            return False
        day = self._scene.content.marks.firsts[place]
        if not column.days[0] <= day <= column.days[1]:
            return False
        return place in lane.lane.index.order[column.low : column.high]

    # Below --------------------------------------------------------------------------------

    def _strip(self) -> None:
        scene, m, painter = self._scene, self._m, self._painter
        top = scene.strip_top
        painter.setPen(QPen(self._ink.line, 1.0))
        painter.drawLine(QLineF(0, _sharp(scene.bottom), scene.width, _sharp(scene.bottom)))
        painter.setPen(self._ink.muted)
        paint_words(painter, QRectF(m.unit, top, scene.strip_left, m.row), _LEFT, tr("Undated"))
        painter.save()
        painter.translate(scene.strip_left, 0)
        for placed in scene.undated:
            box = QRectF(placed.left, top, placed.right - placed.left, m.row)
            self._undated(placed, box)
        painter.restore()

    def _undated(self, placed: Placed, box: QRectF) -> None:
        scene, m, painter = self._scene, self._m, self._painter
        first = placed.places[0]
        chosen = scene.chosen == first
        mark = scene.content.marks.mark(first)
        is_one = not placed.is_rest
        words = mark.words if is_one else tr("{count} more", count=len(placed.places))
        if chosen and is_one:
            self._mark_chosen(box, box.left())
        painter.setPen(self._ink.chosen_text if chosen and is_one else self._ink.text)
        room = box.adjusted(m.unit, 0, -m.unit, 0)
        paint_words(painter, room, _LEFT, m.cut(words, room.width()))

    def _overview(self) -> None:
        """All days in one strip: how many marks begin where, and a frame around what is seen."""
        scene, m, painter = self._scene, self._m, self._painter
        top, height = scene.overview_top + m.unit / 2, m.overview - m.unit
        area = QRectF(scene.left, top, scene.plot, height)
        painter.fillRect(area, self._ink.button)
        counts = _counts(scene)
        highest = max(counts, default=1) or 1
        ink = QColor(self._ink.muted)
        for at, count in enumerate(counts):
            if count:
                tall = max(count / highest * (height - 4), 2.0)
                x = scene.left + at * _OVERVIEW_STEP
                painter.fillRect(QRectF(x, top + height - 1 - tall, _OVERVIEW_STEP, tall), ink)
        low, high = frame(scene)
        painter.setPen(QPen(self._ink.edge, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(low, top + 0.75, high - low, height - 1.5))


def frame(scene: Scene) -> tuple[float, float]:
    """The part of the overview that stands for what is seen."""
    low = overview_x(scene, scene.scale.day(0))
    high = overview_x(scene, scene.scale.day(scene.plot))
    if high - low < 6:
        middle = (low + high) / 2
        low, high = middle - 3, middle + 3
    return max(low, scene.left + 1), min(high, scene.width - 1)


def overview_x(scene: Scene, day: float) -> float:
    """Where a day lies in the overview."""
    first, last = scene.content.whole.index.span
    return scene.left + (day - first) / (last + 1 - first) * scene.plot


def overview_day(scene: Scene, x: float) -> float:
    """The day at a place of the overview."""
    first, last = scene.content.whole.index.span
    return first + (x - scene.left) / scene.plot * (last + 1 - first)


def _counts(scene: Scene) -> list[int]:
    """How many marks begin in each step of the overview."""
    starts = scene.content.whole.index.starts
    first, last = scene.content.whole.index.span
    steps = int(scene.plot // _OVERVIEW_STEP)
    day = (last + 1 - first) / scene.plot * _OVERVIEW_STEP
    ends = [bisect_left(starts, first + at * day) for at in range(steps + 1)]
    return [high - low for low, high in pairwise(ends)]


def _sharp(x: float) -> float:
    """In the middle of a pixel, so that a thin line is not blurred."""
    return int(x) + 0.5


def _on_pixels(box: QRectF) -> QRectF:
    """A box whose edges are not blurred."""
    left, top = _sharp(box.left()), _sharp(box.top())
    return QRectF(QPointF(left, top), QPointF(_sharp(box.right()), _sharp(box.bottom())))
