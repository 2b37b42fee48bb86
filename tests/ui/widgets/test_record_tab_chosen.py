"""A tab whose rows are chosen by their facets."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.table import Table
from caseviewer.formatting.tables import table_for
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets import list_work, record_tab
from caseviewer.ui.widgets.record_tab import RecordTab
from tests.ui.choosing import choose, shown
from tests.ui.kit import (
    ABDUSSAMATOV,
    LONG,
    bring_to_front_widget,
    deliver,
    opened_sample,
)

MOVED = frozenset({"moved"})


class Quotations(RecordTab):
    """A tab as the views make them."""

    tab = Tab.QUOTATIONS


def made_tab(qtbot: QtBot, session: Session, preferences: Preferences) -> Quotations:
    tab = Quotations(session, preferences)
    qtbot.addWidget(tab)
    tab.resize(1_200, 600)
    session.location_changed.connect(tab.show_location)
    bring_to_front_widget(qtbot, tab)
    session.go(Target(tab=Tab.QUOTATIONS))
    return tab


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> Quotations:
    return made_tab(qtbot, session, preferences)


def model_of(tab: RecordTab) -> RecordTableModel:
    model = tab.model()
    assert model is not None
    return model


def test_a_link_to_a_record_that_the_choices_hide_shows_all_rows_again(
    tab: Quotations, session: Session
) -> None:
    choose(tab.pane.facets, "mode", "paraphrase")
    assert model_of(tab).row_of("q-gate") == -1
    session.go(Target("q-gate"))
    assert model_of(tab).choices == {}
    assert tab.pane.list.current_record() == "q-gate"
    assert "Show all" not in shown(tab.pane.facets)


def test_a_link_to_a_record_that_is_shown_keeps_the_choices(
    tab: Quotations, session: Session
) -> None:
    choose(tab.pane.facets, "mode", "paraphrase")
    session.go(Target("q-bar"))
    assert model_of(tab).choices == {"mode": frozenset({"paraphrase"})}
    assert tab.pane.list.current_record() == "q-bar"


def test_another_case_is_shown_without_the_choices(tab: Quotations, session: Session) -> None:
    choose(tab.pane.facets, "mode", "paraphrase")
    session.swap_in(opened_sample(ABDUSSAMATOV), Tab.QUOTATIONS)
    assert model_of(tab).choices == {}
    assert model_of(tab).shown == len(opened_sample(ABDUSSAMATOV).case.quotations)
    assert "Show all" not in shown(tab.pane.facets)


def in_state(state: PassageState) -> OpenedCase:
    """The invented case with another state of the words that the mother spoke at the gate."""
    before = opened_sample()
    states = {**before.passage_states, "t-cou-gate-1": state}
    return replace(before, passages=tuple(states.items()))


def checks_of(state: PassageState) -> Table:
    """Its list, as it reads after another check."""
    checked = in_state(state)
    table = table_for(checked, Tab.QUOTATIONS)
    check = next(facet for facet in table.facets if facet.name == "check")
    told = replace(check, values_of=lambda _, item: check.values_of(checked, item))
    return replace(table, facets=(told,))


class Checked(Quotations):
    """A tab whose passages are checked again later."""

    state = PassageState.MOVED

    @override
    def table_of(self, _: OpenedCase) -> Table:
        return checks_of(self.state)


@pytest.mark.parametrize("beside", [False, True])
def test_what_another_check_found_can_be_chosen_and_what_is_gone_is_dropped(
    qtbot: QtBot,
    session: Session,
    preferences: Preferences,
    monkeypatch: pytest.MonkeyPatch,
    beside: bool,
) -> None:
    if beside:
        monkeypatch.setattr(record_tab, "_FOLD_BESIDE", 3)
    tab = Checked(session, preferences)
    qtbot.addWidget(tab)
    tab.show_case(opened_sample())
    model = model_of(tab)
    qtbot.waitUntil(lambda: model.facets is not None, timeout=LONG)
    model.set_choices({"check": MOVED})
    assert model.shown == 1
    tab.state = PassageState.FOUND
    tab.replace_table(opened_sample(), model)
    qtbot.waitUntil(lambda: model.choices == {}, timeout=LONG)
    assert model.shown == len(model.table.rows)
    assert wait_for_all()


def test_a_long_list_finds_beside_the_window_what_it_is_chosen_by(
    qtbot: QtBot, session: Session, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_tab, "_FOLD_BESIDE", 3)
    monkeypatch.setattr(list_work, "_ORDER_BESIDE", 3)
    tab = made_tab(qtbot, session, preferences)
    model = model_of(tab)
    assert model.facets is None
    assert not tab.pane.facets.buttons["mode"].isEnabled()
    qtbot.waitUntil(lambda: model.facets is not None, timeout=LONG)
    choose(tab.pane.facets, "mode", "paraphrase")
    assert model.shown < len(model.table.rows)
    qtbot.waitUntil(lambda: len(model._orders) == len(model.columns), timeout=LONG)
    assert wait_for_all()


@pytest.mark.parametrize("replaced", [False, True])
def test_what_was_found_of_replaced_texts_is_not_taken(
    qtbot: QtBot,
    tab: Quotations,
    monkeypatch: pytest.MonkeyPatch,
    replaced: bool,
) -> None:
    model = model_of(tab)
    taken: list[object] = []
    monkeypatch.setattr(model, "set_facets", taken.append)
    list_work.work_beside(opened_sample(), model)
    if replaced:
        model.table = table_for(opened_sample(), Tab.QUOTATIONS)
    for _ in range(4):  # one job starts the next when its word arrives
        assert wait_for_all()
        deliver()
    assert len(taken) == int(not replaced)
