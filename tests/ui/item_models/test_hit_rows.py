import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Snippet
from caseviewer.search.shown_hits import HitLine
from caseviewer.ui.item_models import hit_rows
from caseviewer.ui.item_models.hit_rows import HitRows

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
COUNTS = {Tab.PARTIES: 2, Tab.CHRONOLOGY: 0, Tab.DOCUMENTS: 3, Tab.REVIEW: 1}
HEADS = ["Parties 2", "Documents 3", "Review 1"]


def line(place: int) -> HitLine:
    return HitLine(f"P{place}", Snippet(f"name\n{place}"), "name", None, "")


@pytest.fixture
def rows(qapp: QApplication) -> HitRows:
    made = HitRows()
    QAbstractItemModelTester(made, FATAL, made)
    made.show_hits(COUNTS, line)
    return made


def said(rows: HitRows) -> list[str]:
    return [rows.index(row, 0).data(ACCESSIBLE) for row in range(rows.rowCount())]


def test_hits_stand_below_the_head_of_their_tab(rows: HitRows) -> None:
    expected = [
        HEADS[0], "P0, name 0, name", "P1, name 1, name",
        HEADS[1], "P2, name 2, name", "P3, name 3, name", "P4, name 4, name",
        HEADS[2], "P5, name 5, name",
    ]  # fmt: skip
    assert said(rows) == expected
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == expected
    assert rows.hits == 6
    assert rows.columnCount() == 1
    assert rows.group_rows() == (0, 3, 7)
    assert rows.columnCount(rows.index(0, 0)) == rows.rowCount(rows.index(0, 0)) == 0


def test_rows_and_places_lead_to_each_other(rows: HitRows) -> None:
    for place in range(6):
        assert rows.place_at(rows.row_of(place)) == place
    assert [rows.place_at(row) for row in (-1, 0, 3, 7, 9)] == [None] * 5
    assert [rows.head(row) for row in (0, 1, 3)] == [HEADS[0], "", HEADS[1]]
    assert rows.line(0) is None
    assert rows.line(1) == line(0)


def test_the_first_hit_of_a_tab_is_known(rows: HitRows) -> None:
    assert [rows.first_of(tab) for tab in (Tab.PARTIES, Tab.DOCUMENTS, Tab.REVIEW)] == [0, 2, 5]
    assert rows.first_of(Tab.CHRONOLOGY) is None


def test_heads_cannot_be_selected(rows: HitRows) -> None:
    selectable = [
        bool(rows.flags(rows.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable) for row in range(4)
    ]
    assert selectable == [False, True, True, False]
    assert rows.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert rows.data(QModelIndex()) is None
    assert rows.data(rows.index(1, 0), Qt.ItemDataRole.ToolTipRole) is None


def test_a_hit_is_made_when_it_is_looked_at_and_then_kept(
    rows: HitRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def make(place: int) -> HitLine:
        made.append(place)
        return line(place)

    monkeypatch.setattr(hit_rows, "_KEPT_LINES", 2)
    rows.show_hits({Tab.PARTIES: 100_000}, make)
    assert made == []
    assert rows.rowCount() == 100_001
    for row in (5, 5, 7, 5, 9, 5):
        rows.line(row)
    assert made == [4, 6, 8, 4]
    rows.show_hits({Tab.PARTIES: 1}, make)
    rows.line(1)
    assert made[-1] == 0


def test_hits_go_away(rows: HitRows) -> None:
    rows.clear()
    assert rows.rowCount() == rows.hits == 0
    assert rows.place_at(0) is None
    assert rows.line(0) is None
    with pytest.raises(IndexError):
        hit_rows._no_line(0)
