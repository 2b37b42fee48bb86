import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.widgets import record_list
from caseviewer.ui.widgets.record_list import RecordList
from tests.ui.kit import bring_to_front_widget, opened_sample, press


class Shown:
    """A list on screen, and what it tells."""

    def __init__(self, qtbot: QtBot, fractions: list[float] | None = None) -> None:
        self.list = RecordList("Parties", quoted=False)
        qtbot.addWidget(self.list)
        self.selected: list[str] = []
        self.followed: list[str] = []
        self.widths: list[list[float]] = []
        self.list.row_selected.connect(self.selected.append)
        self.list.row_followed.connect(self.followed.append)
        self.list.widths_changed.connect(self.widths.append)
        self.list.resize(800, 500)
        self.model = RecordTableModel(
            opened_sample(), table_for(opened_sample(), Tab.PARTIES), self.list
        )
        self.list.show_model(self.model, fractions or [])
        bring_to_front_widget(qtbot, self.list)
        self.list.setFocus()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def sizes(made: RecordList) -> list[int]:
    header = made.horizontalHeader()
    return [header.sectionSize(section) for section in range(header.count())]


def test_a_list_without_a_case_takes_every_wish_calmly(qtbot: QtBot) -> None:
    made = RecordList("Parties", quoted=False)
    qtbot.addWidget(made)
    made.select_first()
    made.resize(300, 300)
    made.show()
    QTest.keyClick(made, Qt.Key.Key_Return)
    made._fit_rows()
    made._span_groups()
    made._tell_row(made.currentIndex())
    made.horizontalHeader().resizeSections()
    assert not made.select_record("p-korr")
    assert made.current_record() == ""
    assert made.record_model() is None


def test_arrows_pass_over_the_heads_of_groups(shown: Shown) -> None:
    shown.list.select_first()
    heads = shown.model.group_rows()
    press(*["Down"] * (heads[1] + 1))
    assert shown.list.currentIndex().row() not in heads
    assert shown.list.currentIndex().row() > heads[1]
    assert shown.selected[:2] == [shown.model.id_at(1), shown.model.id_at(2)]
    press("PgDown", "PgUp", "Ctrl+End", "Ctrl+Home", "Up")
    assert shown.list.currentIndex().row() == 1
    assert "" not in shown.selected


def test_home_and_end_lead_to_the_ends_of_the_list(shown: Shown) -> None:
    records = [shown.model.id_at(row) for row in range(shown.model.rowCount())]
    records = [record for record in records if record]
    shown.list.select_record("p-korr")
    press("End")
    assert shown.list.current_record() == records[-1]
    press("Home")
    assert shown.list.current_record() == records[0]
    press("Shift+End")
    assert [shown.model.id_at(row) for row in shown.list.selected_rows()] == records


def test_enter_follows_the_row(shown: Shown) -> None:
    shown.list.select_record("p-korr")
    press("Return", "Enter")
    assert shown.followed == ["p-korr", "p-korr"]


def test_a_record_is_selected_by_its_id(shown: Shown) -> None:
    assert shown.list.select_record("p-korr")
    assert shown.list.current_record() == "p-korr"
    told = list(shown.selected)
    assert shown.list.select_record("p-korr")
    assert shown.selected == told
    assert not shown.list.select_record("no-such-record")
    assert shown.list.selected_rows() == []


def test_sorting_by_a_click_on_a_head_keeps_the_selected_record(qtbot: QtBot, shown: Shown) -> None:
    shown.list.select_record("p-korr")
    header = shown.list.horizontalHeader()
    middle = header.sectionViewportPosition(1) + header.sectionSize(1) // 2
    spot = header.viewport().rect().center()
    spot.setX(middle)
    names = []
    for _ in range(3):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert shown.list.current_record() == "p-korr"
        assert len(shown.list.selected_rows()) == 1
        names.append((header.sortIndicatorSection(), shown.model.index(1, 1).data()))
    assert names[0][0] == 1
    assert names[0] != names[1]
    assert names[2][0] == -1
    assert shown.model.group_rows()
    assert set(shown.selected) == {"p-korr"}


def test_its_own_order_brings_the_groups_back(shown: Shown) -> None:
    heads = shown.model.group_rows()
    shown.list.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown.model.group_rows() == []
    shown.list.own_order()
    assert shown.model.group_rows() == heads
    assert shown.list.columnSpan(heads[0], 0) == len(shown.model.columns)
    assert shown.list.columnSpan(heads[0] + 1, 0) == 1


def test_columns_fill_the_list_and_are_told_when_a_person_moves_them(
    qtbot: QtBot, shown: Shown
) -> None:
    assert sum(sizes(shown.list)) == shown.list.viewport().width()
    assert shown.widths == []
    shown.list.resize(1_000, 500)
    assert sum(sizes(shown.list)) == shown.list.viewport().width()
    assert shown.widths == []
    header = shown.list.horizontalHeader()
    header.resizeSection(1, sizes(shown.list)[1] + 40)
    assert len(shown.widths) == 1
    assert sum(shown.widths[0]) == pytest.approx(1)
    qtbot.waitUntil(lambda: sum(sizes(shown.list)) == shown.list.viewport().width())
    assert len(shown.widths) == 1
    shown.list.resize(600, 500)
    assert len(shown.widths) == 1
    assert sum(sizes(shown.list)) == shown.list.viewport().width()


def test_remembered_widths_are_used(qtbot: QtBot) -> None:
    count = len(Shown(qtbot).model.columns)
    fractions = [0.5] + [0.5 / (count - 1)] * (count - 1)
    shown = Shown(qtbot, fractions)
    share = sizes(shown.list)[0] / shown.list.viewport().width()
    assert share == pytest.approx(0.5, abs=0.02)


def test_remembered_widths_of_other_columns_are_left_out(qtbot: QtBot) -> None:
    assert sizes(Shown(qtbot, [0.9, 0.1]).list) == sizes(Shown(qtbot).list)


def test_rows_are_as_high_as_their_texts_need(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.list._fit_rows()
    heights = {shown.list.rowHeight(row) for row in range(shown.model.rowCount())}
    assert len(heights) > 1
    monkeypatch.setattr(record_list, "_FITTED_ROWS", 5)
    uniform = Shown(qtbot)
    uniform.list._fit_rows()
    heights = {uniform.list.rowHeight(row) for row in range(uniform.model.rowCount())}
    assert len(heights) == 1


def test_rows_that_are_not_seen_are_fitted_when_the_window_had_its_turn(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not shown.list._unfitted)
    count = shown.model.rowCount()
    fitted = [shown.list.rowHeight(row) for row in range(count)]
    monkeypatch.setattr(RecordList, "fitted_at_once", 7)
    for row in range(count):
        shown.list.setRowHeight(row, 20)
    shown.list.verticalScrollBar().setValue(20 * 8)
    seen = shown.list.rowAt(0)
    assert seen > 0
    shown.list._fit_rows()
    heights = [shown.list.rowHeight(row) for row in range(count)]
    assert heights[seen : seen + 7] == fitted[seen : seen + 7]
    assert heights[:seen] == [20] * seen
    qtbot.waitUntil(lambda: [shown.list.rowHeight(row) for row in range(count)] == fitted)


def test_rows_that_a_filter_has_taken_away_are_fitted_no_more(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RecordList, "fitted_at_once", 2)
    shown.list._fit_rows()
    assert shown.list._unfitted
    shown.model.set_filter("mardek")
    assert shown.list._unfitted == []
    shown.list._fit_more_rows()
    qtbot.wait(50)
    assert shown.model.rowCount() == 2


def test_columns_need_as_much_in_a_filtered_list_and_more_in_a_larger_font(shown: Shown) -> None:
    shown.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    before = sizes(shown.list)
    shown.model.set_filter("mardek")
    shown.list.resize(801, 500)
    shown.list.resize(800, 500)
    assert sizes(shown.list) == before
    font = shown.list.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    shown.list.setFont(font)
    shown.list._fit_columns()
    assert sizes(shown.list)[0] > before[0]


def test_copying_is_left_to_the_action_that_copies_from_the_records(shown: Shown) -> None:
    QApplication.clipboard().setText("before")
    shown.list.select_first()
    press("Ctrl+C")
    assert QApplication.clipboard().text() == "before"


def test_few_selected_rows_are_told_and_many_are_not(shown: Shown) -> None:
    told: list[str] = []
    shown.list.rows_chosen.connect(lambda: told.append("chosen"))
    shown.list.select_record("p-korr")
    assert told
    row = shown.list.currentIndex().row()
    assert shown.list.few_selected(1) == shown.list.few_selected(2) == [row]
    press("Shift+Down")
    assert shown.list.few_selected(1) == []
    assert shown.list.few_selected(2) == [row, row + 1]
    shown.list.select_current()
    assert shown.list.selected_rows() == [row + 1]
    shown.list.selectAll()
    assert shown.list.few_selected(2) == []


def test_without_a_current_row_none_is_selected(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.list.clearSelection()
    shown.list.setCurrentIndex(shown.model.index(-1, -1))
    shown.list.select_current()
    assert shown.list.selected_rows() == []


def test_keys_come_to_a_list_without_a_row_and_nothing_is_selected_by_that(
    qtbot: QtBot, shown: Shown
) -> None:
    made = shown.list
    made.selectionModel().clear()
    told: list[str] = []
    made.row_selected.connect(told.append)
    made.clearFocus()
    made.setFocus()
    assert (told, made.current_record()) == ([], "")
    press("Down")
    assert told == [made.current_record()] != [""]
    assert made.selected_rows() == [made.currentIndex().row()]
