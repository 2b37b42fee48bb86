import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.widgets import list_work
from caseviewer.ui.widgets.list_work import rows_of, work_beside
from tests.ui.kit import LONG, deliver, opened_sample


def model_of(tab: Tab) -> RecordTableModel:
    return RecordTableModel(opened_sample(), table_for(opened_sample(), tab))


@pytest.mark.parametrize("tab", [Tab.CITATIONS, Tab.PARTIES])
def test_texts_and_facets_come_in_turn_and_orders_only_for_very_long_lists(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tab: Tab
) -> None:
    model = model_of(tab)
    model.await_facets()
    work_beside(opened_sample(), model)
    assert model.facets is None
    qtbot.waitUntil(lambda: model.facets is not None, timeout=LONG)
    assert not model._awaiting
    assert model._orders == {}
    monkeypatch.setattr(list_work, "_ORDER_BESIDE", 3)
    work_beside(opened_sample(), model)
    qtbot.waitUntil(lambda: len(model._orders) == len(model.columns), timeout=LONG)
    assert wait_for_all()


def test_what_was_made_of_other_texts_is_dropped(qtbot: QtBot) -> None:
    model = model_of(Tab.PARTIES)
    model.await_facets()
    work_beside(opened_sample(), model)
    model.table = table_for(opened_sample(), Tab.PARTIES)
    for _ in range(4):
        assert wait_for_all()
        deliver()
    assert model.facets is None


def test_records_are_found_in_as_few_spans_as_there_are() -> None:
    model = model_of(Tab.QUOTATIONS)
    ids = [model.id_at(row) for row in range(model.rowCount())]
    found = rows_of(model, {ids[1], ids[2], ids[5], "no such record"})
    spans = [found.at(place) for place in range(found.count())]
    assert [(span.top(), span.bottom()) for span in spans] == [(1, 2), (5, 5)]
