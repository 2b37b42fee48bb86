"""What tests of the timeline share: scenes of small cases, and what was painted."""

from PySide6.QtGui import QColor, QFont, QImage, QPainter

from caseviewer.model.opened import OpenedCase
from caseviewer.pictures.timeline_lanes import Lane, undated, whole_lane
from caseviewer.pictures.timeline_marks import Marks
from caseviewer.pictures.timeline_scale import Scale
from caseviewer.pictures.timeline_words import lines
from caseviewer.ui.theme import LIGHT, Colours
from caseviewer.ui.widgets.timeline_measure import Measures
from caseviewer.ui.widgets.timeline_paint import ScenePainter
from caseviewer.ui.widgets.timeline_scene import Composer, Content, Scene
from tests.pictures.timelines import marks

SIZE = (900.0, 300.0)


def content_of(opened: OpenedCase, *groups: tuple[str, list[int]]) -> Content:
    """The content of a picture, in one lane or in groups of rows."""
    found = marks(opened)
    whole = whole_lane(found, None)
    lanes = tuple(lane_of(found, name, places) for name, places in groups) or (whole,)
    return Content(found, whole, lanes, undated(found, None), lines(opened))


def lane_of(found: Marks, name: str, places: list[int]) -> Lane:
    return Lane(name, whole_lane(found, places).index)


def composer_of(content: Content, points: float = 9) -> Composer:
    font = QFont()
    font.setPointSizeF(points)
    return Composer(content, Measures(font))


def scene_of(
    content: Content,
    scale: Scale | None = None,
    *,
    size: tuple[float, float] = SIZE,
    scroll: float = 0,
    chosen: int | None = None,
    focused: bool = False,
) -> Scene:
    """A scene of a picture; of all days where no scale is told."""
    composer = composer_of(content)
    return composer.scene(scale, size, scroll=scroll, chosen=chosen, focused=focused)


def painted(scene: Scene, colours: Colours = LIGHT) -> QImage:
    """A picture of a scene."""
    image = QImage(int(scene.width), int(scene.height), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        ScenePainter(painter, scene, colours).draw()
    return image


def colours_in(
    image: QImage, left: float, top: float, width: float, height: float
) -> dict[str, int]:
    """The colours of a part of a picture, with the numbers of their dots."""
    found: dict[str, int] = {}
    for y in range(int(top), int(top + height)):
        for x in range(int(left), int(left + width)):
            name = QColor(image.pixel(x, y)).name()
            found[name] = found.get(name, 0) + 1
    return found
