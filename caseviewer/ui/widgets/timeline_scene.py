"""One state of a timeline's picture: what is drawn, and where; the same for screen and file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from caseviewer.pictures.timeline_lanes import Lane
from caseviewer.pictures.timeline_layout import STILL_RIGHT, Arranger, Column, LaidLane, Layout
from caseviewer.pictures.timeline_marks import Marks
from caseviewer.pictures.timeline_packing import Placed
from caseviewer.pictures.timeline_scale import Scale, Tick, fitted, ticks
from caseviewer.pictures.timeline_strip import strip
from caseviewer.ui.widgets.timeline_measure import Measures

_ROWS_BESIDE_OVERVIEW = 3


@dataclass(frozen=True, slots=True)
class Content:
    """What a timeline is about: its marks, the lanes of those shown, the undated ones."""

    marks: Marks
    whole: Lane
    lanes: tuple[Lane, ...]
    undated: Sequence[int]
    lines: Sequence[tuple[int, str]]

    @property
    def span(self) -> tuple[int, int] | None:
        """The days of all dated marks that are shown; None where there are none."""
        return self.whole.index.span if len(self.whole.index) else None


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its parts with their places in pixels.

    left: where the plot begins, right of the names of lanes. scroll: how far the lanes are moved
    up. shift: how far the laid out marks are moved to the right. zoomed: whether there is an
    overview, as marks lie outside of the picture and it is high enough.
    """

    content: Content
    measures: Measures
    scale: Scale
    width: float
    height: float
    left: float
    scroll: float
    layout: Layout
    shift: float
    ticks: Sequence[Tick]
    undated: Sequence[Placed]
    zoomed: bool
    chosen: int | None = None
    focused: bool = False

    @property
    def plot(self) -> float:
        """The width of the plot."""
        return max(self.width - self.left, 1.0)

    @property
    def top(self) -> float:
        """Where the rows begin."""
        return self.measures.axis + self.measures.notes

    @property
    def bottom(self) -> float:
        """Where the rows end, after a whole one."""
        room = self.strip_top - (self.measures.unit if self.undated else 0) - self.top
        return self.top + max(room // self.measures.row, 1) * self.measures.row

    @property
    def spare(self) -> float:
        """How much of the height no row needs; one row stays free beneath the marks."""
        lanes = self.layout.lanes
        if len(lanes) == 1 and not lanes[0].columns:
            used = max((one.row + 1 for one in lanes[0].placed), default=1)
        else:
            used = self.layout.rows
        rows = (self.bottom - self.top) / self.measures.row
        return max(rows - used - 1, 0.0) * self.measures.row

    @property
    def strip_top(self) -> float:
        """Where the undated marks begin."""
        return self.overview_top - (self.measures.row if self.undated else 0)

    @property
    def overview_top(self) -> float:
        """Where the overview begins."""
        return self.height - (self.measures.overview if self.zoomed else 0)

    def row_top(self, row: int) -> float:
        """Where a row begins."""
        return self.top + row * self.measures.row - self.scroll

    def lane_at(self, y: float) -> LaidLane | None:
        """The lane at a height."""
        if not self.top <= y < self.bottom:
            return None
        row = self.row_at(y)
        lanes = self.layout.lanes
        return next((lane for lane in lanes if lane.row <= row < lane.row + lane.rows), None)

    def row_at(self, y: float) -> int:
        """The row at a height."""
        return int((y - self.top + self.scroll) // self.measures.row)

    def placed_at(self, x: float, y: float) -> Placed | None:
        """The mark or cluster at a place."""
        if self.undated and self.strip_top <= y < self.overview_top:
            at = x - self.strip_left
            return next((one for one in self.undated if one.left <= at <= one.right), None)
        lane = self.lane_at(y)
        if lane is None or x < self.left:
            return None
        return lane.at(x - self.left - self.shift, self.row_at(y) - lane.row)

    def column_at(self, x: float, y: float) -> tuple[LaidLane, Column] | None:
        """The column at a place, and its lane."""
        lane = self.lane_at(y)
        if lane is None or x < self.left:
            return None
        at = x - self.left - self.shift
        found = (one for one in lane.columns if one.left <= at < one.right)
        return next(((lane, one) for one in found), None)

    @property
    def strip_left(self) -> float:
        """Where the undated marks begin, right of their name."""
        return max(self.left, strip_name_width(self.measures))


def strip_name_width(measures: Measures) -> float:
    """How much the name of the undated marks takes."""
    return 11 * measures.letter


@dataclass(slots=True, eq=False)
class Composer:
    """Makes scenes; what is laid out is kept for as long as it is right."""

    content: Content
    measures: Measures
    _kept: tuple[object, Layout] | None = field(default=None, init=False)

    def scene(
        self,
        scale: Scale | None,
        size: tuple[float, float],
        *,
        scroll: float = 0.0,
        chosen: int | None = None,
        focused: bool = False,
    ) -> Scene:
        """The scene at a scale; without one, that of all days."""
        width, height = size
        measures, content = self.measures, self.content
        left = measures.gutter(width, [lane.name for lane in content.lanes])
        plot = max(width - left, 1.0)
        used = scale or self.whole_scale(width)
        zoomed = self.is_zoomed(used, plot)
        room = plot if left else width - strip_name_width(measures)
        undated = strip(content.undated, self._strip_width, room, self._widest_undated, chosen)
        free = height - measures.axis - measures.notes
        free -= (measures.row + measures.unit) * bool(undated)
        overview = zoomed and free - measures.overview >= _ROWS_BESIDE_OVERVIEW * measures.row
        free -= measures.overview * overview
        rows = max(int(free // measures.row), 1)
        layout = self._laid(used, plot, rows)
        return Scene(
            content=content,
            measures=measures,
            scale=used,
            width=width,
            height=height,
            left=left,
            scroll=min(scroll, max((layout.rows - rows) * measures.row, 0.0)),
            layout=layout,
            shift=(layout.scale.left - used.left) * used.pixels,
            ticks=ticks(used, plot, measures.sizes.apart),
            undated=undated,
            zoomed=overview,
            chosen=chosen,
            focused=focused,
        )

    def margins(self, plot: float) -> tuple[float, float]:
        """What stays free before the first mark, and behind the last one for its words."""
        sizes = self.measures.sizes
        return 3.0 * self.measures.unit, min(sizes.rooms.words[1], plot / 4)

    def plot_width(self, width: float) -> float:
        """The width of the plot in a picture so wide."""
        return max(width - self.measures.gutter(width, self._names()), 1.0)

    def whole_scale(self, width: float) -> Scale:
        """The scale that shows all marks; the last one leaves room for its words."""
        plot = self.plot_width(width)
        return fitted(self.content.span or (1, 1), plot, self.margins(plot))

    def is_zoomed(self, scale: Scale, plot: float) -> bool:
        """Whether marks lie outside of the picture."""
        span = self.content.span
        if span is None:
            return False
        return scale.x(span[0]) < 0 or scale.x(span[1] + 1) > plot

    def _names(self) -> list[str]:
        return [lane.name for lane in self.content.lanes]

    @property
    def _widest_undated(self) -> float:
        sizes = self.measures.sizes
        return sizes.rooms.words[1] + 4 * sizes.gap

    def _strip_width(self, place: int) -> float:
        sizes = self.measures.sizes
        words = self.measures.words_width(self.content.marks, place, sizes.rooms.words[0])
        return min(words + 4 * sizes.gap, self._widest_undated)

    def _laid(self, scale: Scale, plot: float, rows: int) -> Layout:
        key = (scale.pixels, plot, rows)
        if self._kept is not None and self._kept[0] == key:
            kept = self._kept[1]
            if kept.whole or abs(kept.scale.left - scale.left) * scale.pixels <= plot * STILL_RIGHT:
                return kept
        marks, measures = self.content.marks, self.measures
        arranger = Arranger(marks, measures.sizes, partial(measures.words_width, marks))
        made = arranger.layout(self.content.lanes, scale, plot, rows)
        self._kept = (key, made)
        return made
