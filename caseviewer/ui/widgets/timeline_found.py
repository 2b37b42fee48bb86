"""What lies under the pointer in a timeline, or holds the selected row: a mark, or several."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from caseviewer.pictures.timeline_layout import Column, LaidLane
from caseviewer.pictures.timeline_packing import Placed
from caseviewer.pictures.timeline_words import cluster_words, column_words, undated_words
from caseviewer.ui.widgets.timeline_scene import Scene


@dataclass(frozen=True, slots=True)
class Found:
    """Rows that are drawn as one: their places, the days on which they begin, and words."""

    places: Sequence[int]
    days: tuple[int, int]
    words: str
    is_undated: bool = False
    is_rest: bool = False

    @property
    def is_many(self) -> bool:
        """Whether it can be opened: a cluster, a column, or the undated marks left out."""
        return len(self.places) > 1 or self.is_rest


def found_at(scene: Scene, at: QPointF) -> Found | None:
    """What lies at a place of the picture."""
    placed = scene.placed_at(at.x(), at.y())
    if placed is not None:
        return _of_placed(scene, placed)
    column = scene.column_at(at.x(), at.y())
    return None if column is None else _of_column(*column)


def holder_of(scene: Scene, place: int) -> Found | None:
    """What shows a row, if it is laid out."""
    for lane in scene.layout.lanes:
        placed = lane.with_place(place)
        if placed is not None:
            return _of_placed(scene, placed)
        day = scene.content.marks.firsts[place]
        for column in lane.columns:
            holds = column.days[0] <= day <= column.days[1]
            if holds and place in lane.lane.index.order[column.low : column.high]:
                return _of_column(lane, column)
    return None


def _of_placed(scene: Scene, placed: Placed) -> Found:
    marks, places = scene.content.marks, placed.places
    if places[0] in scene.content.undated:
        words = marks.mark(places[0]).words if not placed.is_rest else undated_words(len(places))
        return Found(places, (0, 0), words, is_undated=True, is_rest=placed.is_rest)
    starts = [marks.firsts[place] for place in places]
    words = cluster_words(marks, places) if placed.is_cluster else marks.mark(places[0]).whole
    return Found(places, (min(starts), max(starts)), words)


def _of_column(lane: LaidLane, column: Column) -> Found:
    places = lane.lane.index.order[column.low : column.high]
    return Found(places, column.days, column_words(column.count, column.days))
