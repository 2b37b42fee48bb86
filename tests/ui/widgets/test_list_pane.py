import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.formatting.own_rows import FACET, own_rows
from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.search.slices import at_once
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.item_models.row_work import index_facets
from caseviewer.ui.widgets.list_pane import ListPane
from tests.formatting.noting import kept_on
from tests.ui.choosing import choose
from tests.ui.kit import WindowSpy, bring_to_front_widget, delete_later, opened_sample, press, write
from tests.ui.samples import without_records


def parties() -> RecordTableModel:
    return RecordTableModel(opened_sample(), table_for(opened_sample(), Tab.PARTIES))


@pytest.fixture
def pane(qtbot: QtBot) -> ListPane:
    side = QLabel("side")
    side.setTextFormat(Qt.TextFormat.PlainText)
    made = ListPane("Parties", side)
    qtbot.addWidget(made)
    made.resize(1_200, 600)
    made.show_model(parties(), [], [0.5, 0.5], "This file names no parties.")
    bring_to_front_widget(qtbot, made)
    return made


def test_building_a_pane_puts_no_window_on_the_screen(qapp: QApplication, qtbot: QtBot) -> None:
    spy = WindowSpy(qapp)
    made = ListPane("Parties", QWidget())
    qtbot.addWidget(made)
    assert spy.seen == []
    made.show()
    assert spy.seen == ["ListPane"]


def test_typing_filters_and_counts(qtbot: QtBot, pane: ListPane) -> None:
    assert pane.count.text() == ""
    assert pane.count.isHidden()
    pane.filter.setFocus()
    write("korr")
    model = pane.list.record_model()
    assert model is not None
    qtbot.waitUntil(lambda: model.shown < 41)
    assert pane.count.text() == f"{model.shown} of 41"
    assert pane.list.current_record() != ""
    pane.clear_filter()
    assert pane.count.text() == ""
    assert model.shown == 41


def test_the_selected_record_stays_selected_while_the_filter_lets_it(
    qtbot: QtBot, pane: ListPane
) -> None:
    pane.list.select_record("p-korr")
    pane.filter.setText("korr")
    qtbot.waitUntil(lambda: pane.count.text() != "")
    assert pane.list.current_record() == "p-korr"
    pane.filter.setText("mardek")
    qtbot.waitUntil(lambda: pane.list.current_record() == "p-mardek")


def test_a_filter_that_nothing_passes_says_so(qtbot: QtBot, pane: ListPane) -> None:
    pane.filter.setText("<b>nobody</b>")
    qtbot.waitUntil(lambda: pane.count.text() == "0 of 41")
    assert pane._empty.isVisible()
    assert pane._empty.text() == "Nothing matches “<b>nobody</b>”."


def test_choices_filter_and_count_together_with_what_is_typed(qtbot: QtBot, pane: ListPane) -> None:
    choose(pane.facets, "kind", "person")
    model = pane.list.record_model()
    assert model is not None
    persons = model.shown
    assert pane.count.text() == f"{persons} of 41"
    assert pane.list.current_record() != ""
    pane.filter.setText("korr")
    qtbot.waitUntil(lambda: model.shown < persons)
    assert pane.count.text() == f"{model.shown} of 41"
    pane.filter.setFocus()
    press("Esc")
    qtbot.waitUntil(lambda: model.shown == persons)
    pane.clear_filter()
    assert pane.count.text() == ""
    assert not pane.is_filtered()


def test_the_selected_record_stays_selected_while_the_choices_let_it(pane: ListPane) -> None:
    pane.list.select_record("p-korr")
    choose(pane.facets, "kind", "person")
    assert pane.list.current_record() == "p-korr"
    choose(pane.facets, "kind", "State", "person")
    model = pane.list.record_model()
    assert model is not None
    assert pane.list.current_record() == next(filter(None, map(model.id_at, range(3))))


def test_choices_that_nothing_passes_are_named(qtbot: QtBot, pane: ListPane) -> None:
    choose(pane.facets, "kind", "State")
    choose(pane.facets, "role", "witness")
    assert pane._empty.isVisible()
    assert pane._empty.text() == "Nothing matches Role: witness; Kind: State."
    pane.filter.setText("<b>")
    words = "Nothing matches “<b>” with Role: witness; Kind: State."
    qtbot.waitUntil(lambda: pane._empty.text() == words)


def test_show_all_shows_all_rows_and_gives_the_keys_to_the_list(
    qtbot: QtBot, pane: ListPane
) -> None:
    choose(pane.facets, "kind", "State")
    pane.filter.setText("sorvinia")
    qtbot.waitUntil(lambda: pane.count.text() == "1 of 41")
    QTest.mouseClick(pane.facets.show_all, Qt.MouseButton.LeftButton)
    assert pane.count.text() == ""
    assert pane.filter.text() == ""
    assert pane.facets.show_all.isHidden()
    assert pane.list.hasFocus()


def test_esc_on_a_facet_goes_back_to_the_list(pane: ListPane) -> None:
    pane.facets.buttons["kind"].setFocus()
    press("Esc")
    assert pane.list.hasFocus()


def test_facets_show_what_the_rows_have_once_that_is_known(pane: ListPane) -> None:
    model = parties()
    model.await_facets()
    pane.show_model(model, [], [0.5, 0.5], "")
    assert not pane.facets.buttons["kind"].isEnabled()
    model.set_facets(at_once(index_facets(opened_sample(), model.table)))
    assert pane.facets.buttons["kind"].isEnabled()


def test_a_list_without_facets_shows_no_row_of_buttons(pane: ListPane) -> None:
    sources = RecordTableModel(opened_sample(), table_for(opened_sample(), Tab.CITATIONS))
    pane.show_model(sources, [], [0.5, 0.5], "")
    assert pane.facets.isHidden()


def test_a_low_pane_has_one_button_for_all_facets(pane: ListPane) -> None:
    assert pane.facets.one_for_all.isHidden()
    pane.resize(1_200, 200)
    assert not pane.facets.one_for_all.isHidden()
    assert pane.facets.buttons["kind"].isHidden()


@pytest.mark.parametrize("key", ["Down", "Return", "Enter"])
def test_keys_lead_from_the_filter_to_the_list(pane: ListPane, key: str) -> None:
    pane.filter.setFocus()
    press(key)
    assert pane.list.hasFocus()


def test_esc_empties_the_filter_and_leaves_it(qtbot: QtBot, pane: ListPane) -> None:
    pane.filter.setFocus()
    write("korr")
    qtbot.waitUntil(lambda: pane.count.text() != "")
    press("Esc")
    assert pane.filter.text() == ""
    assert pane.list.hasFocus()
    qtbot.waitUntil(lambda: pane.count.text() == "")


def test_a_list_without_records_says_what_is_missing(pane: ListPane) -> None:
    opened = without_records()
    model = RecordTableModel(opened, table_for(opened, Tab.PARTIES))
    pane.show_model(model, [], [], "This file names no parties.")
    assert pane._empty.isVisible()
    assert pane._empty.text() == "This file names no parties."
    assert pane.count.text() == ""


def test_the_list_of_another_case_replaces_the_one_before(pane: ListPane) -> None:
    before = pane.list.record_model()
    pane.show_model(parties(), [], [0.5, 0.5], "")
    delete_later()
    assert pane.findChildren(RecordTableModel) == [pane.list.record_model()]
    assert pane.list.record_model() is not before


def test_a_narrow_pane_puts_the_side_beneath(pane: ListPane) -> None:
    assert pane._splitter.orientation() is Qt.Orientation.Horizontal
    pane.resize(400, 600)
    assert pane._splitter.orientation() is Qt.Orientation.Vertical
    pane.resize(1_200, 600)
    assert pane._splitter.orientation() is Qt.Orientation.Horizontal


def test_shares_are_told_when_the_divider_is_moved_and_kept_in_other_sizes(
    pane: ListPane,
) -> None:
    told: list[list[float]] = []
    pane.shares_changed.connect(told.append)
    pane.resize(1_400, 600)
    assert told == []
    pane._splitter.setSizes([300, 900])
    pane._splitter.splitterMoved.emit(300, 1)
    assert len(told) == 1
    assert sum(told[0]) == pytest.approx(1)
    pane.resize(1_300, 600)
    left, right = pane._splitter.sizes()
    assert left / (left + right) == pytest.approx(told[0][0], abs=0.05)


def test_a_pane_without_a_case_takes_every_wish_calmly(qtbot: QtBot) -> None:
    made = ListPane("Parties", QWidget())
    qtbot.addWidget(made)
    told: list[list[float]] = []
    made.shares_changed.connect(told.append)
    made.filter.setText("korr")
    made._filter()
    made._tell_count()
    made.facets.chosen.emit({})
    made.clear_filter()
    assert not made.is_filtered()
    made._splitter.setSizes([0, 0])
    made._tell_shares()
    assert made.count.text() == ""
    assert all(0 < part < 1 for shares in told for part in shares)


def test_the_order_of_the_rows_is_told_while_it_is_the_lists_own(pane: ListPane) -> None:
    assert pane.order.isHidden()
    case = opened_sample()
    model = RecordTableModel(case, table_for(case, Tab.CHRONOLOGY))
    pane.show_model(model, [], [0.5, 0.5], "")
    assert pane.order.isVisible()
    assert pane.order.text() == "By earliest, then latest day; unknown start first"
    pane.list.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert pane.order.isHidden()
    pane.list.own_order()
    assert pane.order.isVisible()


def test_what_was_chosen_of_the_readers_own_is_named_for_nobody_else(pane: ListPane) -> None:
    opened, model = opened_sample(), pane.list.record_model()
    assert model is not None
    person = opened.case.parties[0].id
    model.set_own(own_rows(opened, kept_on(opened, stars=(person,)), Tab.PARTIES))
    assert not pane.facets.buttons[FACET].isHidden()
    model.set_choices({FACET: frozenset({"starred"})})
    chosen = pane.narrowed()
    assert chosen is not None
    assert chosen.ids == {person}
    assert chosen.words == "the reader’s own choice of rows"
    role = next(iter(model.facets.counts("role"))) if model.facets else ""
    model.set_choices({FACET: frozenset({"not read"}), "role": frozenset({role})})
    chosen = pane.narrowed()
    assert chosen is not None
    assert chosen.words == f"Role: {role}; the reader’s own choice of rows"
    model.set_own(None)
    assert FACET not in pane.facets.buttons
