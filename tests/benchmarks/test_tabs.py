"""Switching tabs.

From the choice of a tab until it is painted: the first time, when the tab fills itself, and
when it is come back to.
"""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from tests.benchmarks.conftest import CaseFile
from tests.benchmarks.figures import middle
from tests.benchmarks.measuring import ROOT, Bench
from tests.benchmarks.windows import rest, until_painted, window_with
from tests.ui.kit import case_view

RETURNS = 10
RECORDS = 10_000
SAMPLES = ("abdussamatov-v-kazakhstan", "halvek-v-valdrasia")


@pytest.mark.parametrize("name", [*SAMPLES, ""])
def test_switching(
    bench: Bench, qapp: QApplication, case_file: CaseFile, tmp_path: Path, name: str
) -> None:
    case = ROOT / "cases" / name if name else case_file(RECORDS)
    with window_with(qapp, case, tmp_path) as window:
        rounds = [_round(qapp, window) for _ in range(1 + RETURNS)]
    first, *later = rounds
    every = [taken for taken_by_tab in later for taken in taken_by_tab.values()]
    bench.keep(every)
    title = name or f"{RECORDS:,} records"
    slowest = max(first, key=first.__getitem__)
    bench.tell(f"{title}: first visit, slowest", first[slowest] * 1000, "ms", note=slowest.value)
    last = max(Tab, key=lambda tab: middle([by_tab[tab] for by_tab in later]))
    note = f"slowest tab {middle([by_tab[last] for by_tab in later]) * 1000:.1f} ms ({last.value})"
    bench.tell(f"{title}: return, middle", middle(every) * 1000, "ms", note=note)


def _round(app: QApplication, window: MainWindow) -> dict[Tab, float]:
    """Each tab once; the overview is left first, so that it is come back to as well."""
    view = case_view(window)
    order = [*list(Tab)[1:], Tab.OVERVIEW]
    taken = {}
    for tab in order:
        place = list(Tab).index(tab)
        choose = partial(view.tabs.setCurrentIndex, place)
        taken[tab] = until_painted(app, view.tab_view(tab), choose)
        rest(app)
    return taken
