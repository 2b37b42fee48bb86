"""Filter and sort.

A chronology of 100,000 rows in a window. Time runs from the key, or the click on the head of
a column, until the list is painted anew. The peer is Qt's own QSortFilterProxyModel, in C++,
over a model that is in C++ too and holds the same texts.
"""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.widgets.record_list import RecordList
from tests.benchmarks.conftest import CaseFile
from tests.benchmarks.figures import middle, share
from tests.benchmarks.measuring import Bench
from tests.benchmarks.windows import rest, until_painted, window_with
from tests.ui.kit import pane_of

ROWS = 100_000
TYPED = ("detainees", "register", "orvath", "119")
"""Words that occur, without a space: each key changes what the list shows."""


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, case_file: CaseFile, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """A window with a chronology of 100,000 events in front."""
    case = case_file(ROWS, "chronology")
    with window_with(qapp, case, tmp_path_factory.mktemp("preferences")) as made:
        made.desk.session.go(Target(tab=Tab.CHRONOLOGY))
        rest(qapp)
        yield made


def test_filter(bench: Bench, qapp: QApplication, window: MainWindow) -> None:
    pane = pane_of(window, Tab.CHRONOLOGY)
    samples: list[float] = []
    for word in TYPED:
        for letter in (*word, *[""] * len(word)):

            def press(letter: str = letter) -> None:
                QTest.keyClicks(pane.filter, letter)
                if not letter:
                    QTest.keyClick(pane.filter, Qt.Key.Key_Backspace)

            samples.append(until_painted(qapp, pane.list.viewport(), press))
            rest(qapp)
    bench.keep(samples)
    theirs = _proxy_filter(qapp, window)
    note = f"Qt’s proxy: {middle(theirs) * 1000:.0f} ms, worst {max(theirs) * 1000:.0f} ms"
    bench.tell("filter, key to painting, middle", middle(samples) * 1000, "ms", goal=30, note=note)
    bench.tell("filter, key to painting, p95", share(samples, 0.95) * 1000, "ms")
    bench.tell("filter, key to painting, worst", max(samples) * 1000, "ms", goal=60)


def test_sort(bench: Bench, qapp: QApplication, window: MainWindow) -> None:
    found = pane_of(window, Tab.CHRONOLOGY).list
    model = found.record_model()
    assert model is not None
    samples: dict[str, list[float]] = {}
    for section, column in enumerate(model.columns):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            taken = _sorted(qapp, found, section, order)
            samples.setdefault(column.title, []).append(taken)
    own = until_painted(qapp, found.viewport(), found.own_order)
    bench.keep([taken for both in samples.values() for taken in both])
    theirs = _proxy_sort(qapp, window)
    for title, both in samples.items():
        note = f"downwards {both[1] * 1000:.0f} ms"
        bench.tell(f"sort by “{title}”", both[0] * 1000, "ms", goal=150, note=note)
    bench.tell("back to the list’s own order", own * 1000, "ms", goal=150)
    note = f"by its texts, worst column {max(theirs) * 1000:.0f} ms"
    bench.tell("Qt’s proxy sorts, middle column", middle(theirs) * 1000, "ms", note=note)


def _sorted(app: QApplication, found: RecordList, section: int, order: Qt.SortOrder) -> float:
    """As a click on the head of the column does it."""
    head = found.horizontalHeader()
    taken = until_painted(app, found.viewport(), lambda: head.setSortIndicator(section, order))
    rest(app)
    return taken


def _peer(window: MainWindow) -> tuple[QTableView, QSortFilterProxyModel]:
    """A plain table of the same rows, in a window of the same size."""
    model = pane_of(window, Tab.CHRONOLOGY).list.record_model()
    assert model is not None
    items = QStandardItemModel(0, len(model.columns))
    opened = window.desk.session.opened
    for row in model.table.rows:
        cells = [QStandardItem(column.text(opened, row)) for column in model.columns]  # type: ignore[arg-type]
        items.appendRow(cells)
    proxy = QSortFilterProxyModel()
    items.setParent(proxy)
    proxy.setSourceModel(items)
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view = QTableView()
    proxy.setParent(view)
    view.setModel(proxy)
    view.resize(window.size())
    view.show()
    return view, proxy


def _proxy_filter(app: QApplication, window: MainWindow) -> list[float]:
    view, proxy = _peer(window)
    rest(app)
    samples = []
    for word in TYPED[:2]:
        lengths = (*range(1, len(word) + 1), *range(len(word) - 1, -1, -1))
        for end in lengths:
            start = time.perf_counter()
            proxy.setFilterFixedString(word[:end])
            view.viewport().repaint()
            samples.append(time.perf_counter() - start)
    view.close()
    view.deleteLater()
    return samples


def _proxy_sort(app: QApplication, window: MainWindow) -> list[float]:
    view, proxy = _peer(window)
    rest(app)
    samples = []
    for section in range(proxy.columnCount()):
        start = time.perf_counter()
        proxy.sort(section)
        view.viewport().repaint()
        samples.append(time.perf_counter() - start)
    view.close()
    view.deleteLater()
    return samples
