"""Scrolling.

Quotations of up to three wrapped lines with their speaker, in a list of 10,000; a frame is one
step of the wheel with everything painted anew.
"""

import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caseviewer.formatting.page import Tab, Target
from tests.benchmarks.conftest import CaseFile
from tests.benchmarks.figures import share
from tests.benchmarks.measuring import Bench
from tests.benchmarks.windows import rest, window_with
from tests.ui.kit import pane_of

FRAMES = 400
QUOTATIONS = 10_000


@pytest.mark.parametrize("step", [60, 700], ids=["wheel", "page"])
def test_quotations(
    bench: Bench, qapp: QApplication, case_file: CaseFile, tmp_path: Path, step: int
) -> None:
    with window_with(qapp, case_file(QUOTATIONS, "quotations"), tmp_path) as window:
        window.desk.session.go(Target(tab=Tab.QUOTATIONS))
        rest(qapp)
        found = pane_of(window, Tab.QUOTATIONS).list
        bar, viewport = found.verticalScrollBar(), found.viewport()
        samples = []
        for frame in range(FRAMES):
            start = time.perf_counter()
            bar.setValue(frame * step)
            viewport.repaint()
            samples.append(time.perf_counter() - start)
        rows = viewport.height() / found.verticalHeader().defaultSectionSize()
    bench.keep(samples)
    name = f"quotations, {step} pixels a frame"
    bench.tell(f"{name}: p50", share(samples, 0.5) * 1000, "ms", note=f"{rows:.0f} rows in view")
    note = f"worst {max(samples) * 1000:.1f} ms"
    bench.tell(f"{name}: p95", share(samples, 0.95) * 1000, "ms", goal=10, note=note)
