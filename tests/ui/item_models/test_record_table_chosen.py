"""A list whose rows are chosen by their facets, together with the typed filter and a sort."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from caseviewer.formatting.facets import Facet
from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Item, row_id, row_text
from caseviewer.formatting.tables import table_for
from caseviewer.search.folding import fold, needles
from caseviewer.search.slices import at_once
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.item_models.row_work import index_facets
from tests.ui.kit import opened_sample

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
TABS = (Tab.PARTIES, Tab.CHRONOLOGY, Tab.QUOTATIONS)
DIRECT = {"mode": frozenset({"direct quotation"})}


def model_of(tab: Tab) -> RecordTableModel:
    return RecordTableModel(opened_sample(), table_for(opened_sample(), tab))


MODELS = {tab: model_of(tab) for tab in TABS}


def ids(model: RecordTableModel) -> list[str]:
    return [found for row in range(model.rowCount()) if (found := model.id_at(row))]


def offered(model: RecordTableModel) -> dict[str, list[str]]:
    facets = model.facets
    assert facets is not None
    return {one.name: sorted(facets.counts(one.name)) for one in model.table.facets}


def naive(model: RecordTableModel, choices: dict[str, frozenset[str]], query: str) -> list[str]:
    """The rows that a plain look at each of them finds."""
    opened, table = opened_sample(), model.table

    def passes(item: Item) -> bool:
        text = fold(row_text(opened, table, item))
        has = {one.name: set(one.values_of(opened, item)) for one in table.facets}
        chosen = all(values & has[name] for name, values in choices.items())
        return chosen and all(word in text for word in needles(query))

    return [row_id(opened, item) for item in table.rows if passes(item)]


@st.composite
def wishes(draw: st.DrawFn) -> tuple[Tab, dict[str, frozenset[str]], str, int]:
    tab = draw(st.sampled_from(TABS))
    model, choices = MODELS[tab], {}
    for name, values in offered(model).items():
        if draw(st.booleans()):
            some = st.frozensets(st.sampled_from(values), min_size=1, max_size=4)
            choices[name] = draw(some)
    query = draw(st.sampled_from(["", "the", "a e", "mother", "nobody wrote this"]))
    return tab, choices, query, draw(st.integers(-1, len(model.columns) - 1))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wishes())
def test_rows_are_shown_that_pass_every_facet_and_hold_every_word(
    wish: tuple[Tab, dict[str, frozenset[str]], str, int],
) -> None:
    tab, choices, query, column = wish
    model = MODELS[tab]
    model.set_choices(choices)
    model.set_filter(query)
    model.sort(column)
    wanted = naive(model, choices, query)
    assert sorted(ids(model)) == sorted(wanted)
    assert model.shown == len(wanted)
    if column < 0:
        assert ids(model) == wanted


@pytest.mark.parametrize("tab", TABS)
def test_qt_finds_no_fault_while_rows_are_chosen(qapp: object, tab: Tab) -> None:
    model = model_of(tab)
    tester = QAbstractItemModelTester(model, FATAL)
    own = ids(model)
    for column in (-1, 0, 1):
        model.sort(column, Qt.SortOrder.DescendingOrder)
        for name, values in offered(model).items():
            for value in values[:4]:
                model.set_choices({name: frozenset({value})})
                assert 0 < model.shown < len(own) or len(values) == 1
                model.set_filter("e")
                model.set_filter("")
        model.set_choices({})
        assert sorted(ids(model)) == sorted(own)
    tester.deleteLater()


def test_the_same_choices_do_not_reset_the_list() -> None:
    model = model_of(Tab.QUOTATIONS)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_choices(DIRECT)
    model.set_choices(dict(DIRECT))
    assert resets == [True]
    assert model.choices == DIRECT


def test_choices_stay_while_the_texts_change_as_long_as_a_row_has_them() -> None:
    model = model_of(Tab.QUOTATIONS)
    model.set_choices(DIRECT)
    told: list[int] = []
    model.facets_changed.connect(lambda: told.append(model.shown))
    direct = model.shown
    model.replace_table(table_for(opened_sample(), Tab.QUOTATIONS), opened_sample())
    alike = Facet("mode", "Mode", lambda *_: ("alike",))
    model.replace_table(replace(model.table, facets=(alike,)), opened_sample())
    assert told == [direct, len(model.table.rows)]
    assert model.choices == {}


def test_facets_that_are_made_elsewhere_are_taken(qapp: object) -> None:
    model = model_of(Tab.QUOTATIONS)
    told: list[bool] = []
    model.facets_changed.connect(lambda: told.append(True))
    model.await_facets()
    assert model.facets is None
    model.set_choices(DIRECT)
    assert model.shown == len(model.table.rows)
    made = at_once(index_facets(opened_sample(), model.table))
    model.set_facets(made)
    assert told == [True]
    model.set_choices(DIRECT)
    assert model.shown == made.counts("mode")["direct quotation"]


def test_facets_of_other_texts_show_other_rows() -> None:
    model = model_of(Tab.QUOTATIONS)
    model.set_choices(DIRECT)
    model.await_facets()
    first = model.table.rows[0]
    few = Facet("mode", "Mode", lambda _, row: ("direct quotation" if row is first else "other",))
    table = replace(model.table, facets=(few,))
    before = ids(model)
    model.replace_table(table, opened_sample())
    assert ids(model) == before
    model.set_facets(at_once(index_facets(opened_sample(), table)))
    assert ids(model) == [row_id(opened_sample(), first)]
