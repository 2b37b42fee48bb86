"""Timeline.

A chronology of 1,000, 10,000 and 100,000 events as a picture in a window of 1280 by 800. A frame
is one step of moving or zooming with everything laid out and painted anew. In the same run the
peer is painted, an empty widget of that size, so that frames can be told in units of it.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.chronology_tab import ChronologyTab
from caseviewer.ui.widgets.timeline_pane import TimelinePane
from caseviewer.ui.widgets.timeline_view import TimelineView
from tests.benchmarks.conftest import CaseFile
from tests.benchmarks.figures import middle, share
from tests.benchmarks.measuring import Bench, in_turn, timed
from tests.benchmarks.windows import Painted, rest, wait_until, window_with
from tests.ui.kit import pane_of, tab_of

ROWS = (1_000, 10_000, 100_000)
FRAMES = 60
STEPS = 26
GOAL_MS = 4
TYPED = ("detainees", "register", "orvath")
_frames: dict[int, float] = {}


@pytest.fixture(params=ROWS)
def window(
    request: pytest.FixtureRequest, qapp: QApplication, case_file: CaseFile, tmp_path: Path
) -> Iterator[MainWindow]:
    """A window with a chronology of so many events in front."""
    with window_with(qapp, case_file(request.param, "chronology"), tmp_path) as made:
        made.desk.session.go(Target(tab=Tab.CHRONOLOGY))
        rest(qapp)
        wait_until(qapp, lambda: pane(made).view.content is not None)
        rest(qapp)
        yield made


def pane(window: MainWindow) -> TimelinePane:
    tab = tab_of(window, Tab.CHRONOLOGY)
    assert isinstance(tab, ChronologyTab)
    return tab.frame.timeline


def frame(view: TimelineView, act: Callable[[], object]) -> float:
    """Seconds of one act with what is painted after it."""

    def step() -> None:
        act()
        view.repaint()

    return timed(step)


def events_of(window: MainWindow) -> int:
    content = pane(window).view.content
    assert content is not None
    return len(content.marks.rows)


def test_moving_zoomed_out(bench: Bench, window: MainWindow) -> None:
    view, count = pane(window).view, events_of(window)
    empty = QWidget()
    empty.resize(view.size())
    empty.show()
    view.fit()
    view.zoom(1.5)
    steps = iter(range(FRAMES))
    ours, theirs = in_turn(
        FRAMES,
        lambda: frame(view, lambda: view.pan(0.002 if next(steps) % 20 < 10 else -0.002)),
        lambda: timed(empty.repaint),
    )
    empty.close()
    empty.deleteLater()
    bench.keep(ours)
    _frames[count] = middle(ours)
    name = f"{count:,} events, zoomed out: a frame of moving"
    note = f"{middle(ours) / middle(theirs):.0f} × an empty widget"
    least = min(_frames)
    if least != count:
        note += f", {middle(ours) / _frames[least]:.2f} × that of {least:,} events"
    bench.tell(f"{name}, middle", middle(ours) * 1000, "ms", goal=GOAL_MS, note=note)
    bench.tell(f"{name}, p95", share(ours, 0.95) * 1000, "ms")


def test_zooming(bench: Bench, window: MainWindow) -> None:
    view, count = pane(window).view, events_of(window)
    samples: list[float] = []
    for _ in range(3):
        view.fit()
        samples += [frame(view, lambda: view.zoom(1.4)) for _ in range(STEPS)]
    bench.keep(samples)
    name = f"{count:,} events: a frame of zooming from years to days"
    bench.tell(f"{name}, middle", middle(samples) * 1000, "ms")
    bench.tell(f"{name}, worst", max(samples) * 1000, "ms", goal=60)


def test_moving_among_single_marks(bench: Bench, window: MainWindow) -> None:
    view, count = pane(window).view, events_of(window)
    view.fit()
    scene = view.scene()
    assert scene is not None
    for _ in range(STEPS):
        if not any(lane.columns for lane in scene.layout.lanes):
            break
        view.zoom(1.4)
        scene = view.scene()
        assert scene is not None
    seen = sum(len(lane.placed) for lane in scene.layout.lanes)
    samples = [frame(view, lambda: view.pan(0.05)) for _ in range(FRAMES)]
    bench.keep(samples)
    name = f"{count:,} events, single marks: a frame of moving"
    bench.tell(f"{name}, middle", middle(samples) * 1000, "ms", note=f"{seen} marks laid out")
    bench.tell(f"{name}, p95", share(samples, 0.95) * 1000, "ms")


def test_filter(bench: Bench, qapp: QApplication, window: MainWindow) -> None:
    """From the key until the picture, which follows the list, shows what is left."""
    timeline, count = pane(window), events_of(window)
    typed = pane_of(window, Tab.CHRONOLOGY).filter
    samples: list[float] = []
    for word in TYPED:
        for end in (*range(1, len(word) + 1), 0):
            samples.append(_until_repainted(qapp, timeline, partial(typed.setText, word[:end])))
            rest(qapp)
    bench.keep(samples)
    name = f"{count:,} events: filter, key to the painting of the picture"
    bench.tell(f"{name}, middle", middle(samples) * 1000, "ms")
    bench.tell(f"{name}, worst", max(samples) * 1000, "ms")


def _until_repainted(app: QApplication, timeline: TimelinePane, act: Callable[[], object]) -> float:
    """Seconds from an act until the picture is painted anew, if the rows changed."""
    watch = Painted(timeline.view)

    def step() -> None:
        act()
        wait_until(app, lambda: bool(watch.times))

    try:
        return timed(step)
    finally:
        watch.let_go()
