import threading

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab, Target
from caseviewer.ui import background
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets import list_work, record_tab
from caseviewer.ui.widgets.record_tab import RecordTab
from tests.ui.kit import ABDUSSAMATOV, LONG, bring_to_front_widget, opened_sample


class Sources(RecordTab):
    """A tab as the views make them."""

    tab = Tab.CITATIONS


class Shown:
    """A tab that follows a session."""

    def __init__(self, qtbot: QtBot, session: Session, preferences: Preferences) -> None:
        self.session, self.preferences = session, preferences
        self.tab = Sources(session, preferences)
        qtbot.addWidget(self.tab)
        self.tab.resize(1_200, 600)
        session.location_changed.connect(self.tab.show_location)
        bring_to_front_widget(qtbot, self.tab)

    @property
    def text(self) -> str:
        return self.tab.page_view.toPlainText()


@pytest.fixture
def shown(qtbot: QtBot, session: Session, preferences: Preferences) -> Shown:
    made = Shown(qtbot, session, preferences)
    session.go(Target(tab=Tab.CITATIONS))
    return made


def test_the_first_record_is_selected_and_shown_without_being_a_step(shown: Shown) -> None:
    first = opened_sample().case.sources[0]
    assert shown.session.location == Location(Tab.CITATIONS, first.id)
    assert shown.tab.pane.list.current_record() == first.id
    shown.session.step(-1)
    assert shown.session.location == Location()


def test_selecting_a_row_shows_its_page(shown: Shown) -> None:
    last = opened_sample().case.sources[-1]
    shown.tab.pane.list.select_record(last.id)
    assert shown.session.location.record == last.id
    assert shown.text


def test_a_passage_is_shown_while_the_row_of_its_source_is_selected(shown: Shown) -> None:
    passage = opened_sample().case.passages[-1]
    shown.session.go(Target(passage.id))
    assert shown.session.location == Location(Tab.CITATIONS, passage.id)
    assert shown.tab.pane.list.current_record() == passage.source


def test_coming_back_without_a_record_shows_the_page_of_the_selected_row(shown: Shown) -> None:
    first = opened_sample().case.sources[0]
    page = shown.text
    passage = next(item for item in opened_sample().case.passages if item.source == first.id)
    shown.session.go(Target(passage.id))
    assert shown.text != page
    shown.session.step(-2)
    shown.session.go(Target(tab=Tab.CITATIONS))
    assert shown.session.location.record == first.id
    assert shown.text == page


def test_a_link_to_a_record_that_the_filter_hides_shows_all_rows_again(shown: Shown) -> None:
    first, last = opened_sample().case.sources[0], opened_sample().case.sources[-1]
    shown.tab.pane.filter.setText("no source holds these words")
    shown.tab.pane._filter()
    shown.session.go(Target(first.id))
    shown.session.go(Target(last.id))
    assert shown.tab.pane.filter.text() == ""
    assert shown.tab.pane.list.current_record() == last.id


def test_a_record_of_another_kind_is_shown_without_a_row(shown: Shown) -> None:
    shown.session.go(Target("p-korr", Tab.CITATIONS))
    assert "Korr" in shown.text
    assert shown.tab.pane.list.selected_rows() == []


def test_rows_are_copied_from_their_records_and_named(shown: Shown) -> None:
    found = shown.tab.clip()
    assert found is not None
    assert found[1] == "S1"
    shown.tab.select_all()
    found = shown.tab.clip()
    assert found is not None
    sources = opened_sample().case.sources
    assert found[1] == f"{len(sources)} rows"
    assert len(found[0].plain.split("\n")) == len(sources)
    assert found[0].html.count("<tr>") == len(sources) + 1
    shown.tab.pane.list.clearSelection()
    assert shown.tab.clip() is None


def test_the_page_is_copied(shown: Shown) -> None:
    assert str(opened_sample().case.sources[0].csl.title) in shown.tab.page_clip().plain


def test_the_keys_are_given_where_they_are_asked_for(shown: Shown) -> None:
    shown.tab.focus_filter()
    assert shown.tab.pane.filter.hasFocus()
    shown.tab.focus_page()
    assert shown.tab.page_view.hasFocus()
    shown.tab.focus_list()
    assert shown.tab.pane.list.hasFocus()
    shown.tab.pane.list.row_followed.emit("any")
    assert shown.tab.page_view.hasFocus()


def test_its_own_order_returns(shown: Shown) -> None:
    model = shown.tab.model()
    assert model is not None
    own = [model.id_at(row) for row in range(model.rowCount())]
    shown.tab.pane.list.sortByColumn(1, shown.tab.pane.list.horizontalHeader().sortIndicatorOrder())
    assert [model.id_at(row) for row in range(model.rowCount())] != own
    shown.tab.own_order()
    assert [model.id_at(row) for row in range(model.rowCount())] == own


def test_widths_and_shares_are_remembered_for_the_tab(
    qtbot: QtBot, shown: Shown, session: Session
) -> None:
    header = shown.tab.pane.list.horizontalHeader()
    header.resizeSection(1, header.sectionSize(1) + 60)
    shown.tab.pane.shares_changed.emit([0.7, 0.3])
    remembered = Preferences(shown.preferences.folder)
    assert list(remembered.get("columns")) == list(remembered.get("panes")) == ["citations"]
    assert remembered.get("panes")["citations"] == [0.7, 0.3]
    again = Shown(qtbot, session, remembered)
    session.go(Target(tab=Tab.CITATIONS))
    width = again.tab.pane.list.horizontalHeader().sectionSize(1)
    share = width / again.tab.pane.list.viewport().width()
    assert share == pytest.approx(remembered.get("columns")["citations"][1], abs=0.02)


def test_another_case_replaces_the_list_and_empties_the_filter(shown: Shown) -> None:
    shown.tab.pane.filter.setText("views")
    shown.session.swap_in(opened_sample(ABDUSSAMATOV), Tab.CITATIONS)
    model = shown.tab.model()
    assert model is not None
    assert model.shown == 2
    assert shown.tab.pane.filter.text() == ""


def test_a_long_list_makes_the_texts_for_its_filter_beside_the_window(
    qtbot: QtBot, session: Session, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_tab, "_FOLD_BESIDE", 3)
    shown = Shown(qtbot, session, preferences)
    session.go(Target(tab=Tab.CITATIONS))
    model = shown.tab.model()
    assert model is not None
    assert model._awaiting
    model.set_filter("no source holds these words")
    assert model.shown == len(opened_sample().case.sources)
    qtbot.waitUntil(lambda: model.shown == 0, timeout=LONG)
    assert wait_for_all()


def test_a_very_long_list_makes_its_orders_beside_the_window(
    qtbot: QtBot, session: Session, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_tab, "_FOLD_BESIDE", 3)
    monkeypatch.setattr(list_work, "_ORDER_BESIDE", 3)
    shown = Shown(qtbot, session, preferences)
    session.go(Target(tab=Tab.CITATIONS))
    model = shown.tab.model()
    assert model is not None
    assert model._orders == {}
    qtbot.waitUntil(lambda: len(model._orders) == len(model.columns), timeout=LONG)
    assert wait_for_all()


def test_what_is_made_beside_the_window_ends_with_its_list(
    qtbot: QtBot, session: Session, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_tab, "_FOLD_BESIDE", 1)
    asked: list[bool] = []
    gone = threading.Event()
    give_way = background.Job.give_way

    def told(job: background.Job) -> bool:
        gone.wait(LONG / 1000)
        asked.append(give_way(job))
        return asked[-1]

    monkeypatch.setattr(background.Job, "give_way", told)
    shown = Shown(qtbot, session, preferences)
    session.go(Target(tab=Tab.CITATIONS))
    model = shown.tab.model()
    assert model is not None
    session.swap_in(opened_sample(ABDUSSAMATOV), Tab.PARTIES)
    shown.tab.show_case(opened_sample(ABDUSSAMATOV))
    with qtbot.waitSignal(model.destroyed, timeout=LONG):
        pass
    gone.set()
    assert wait_for_all()
    assert False in asked


def test_without_a_case_there_is_nothing_to_show_or_copy(
    qtbot: QtBot, preferences: Preferences
) -> None:
    shown = Shown(qtbot, Session(), preferences)
    shown.tab.show_location(Location(Tab.CITATIONS))
    shown.tab.pane.list.row_selected.emit("p-korr")
    assert shown.tab.clip() is None
    assert shown.text == ""
    assert RecordTab.empty_words(shown.tab) == "This file holds no such records."


def test_a_row_selected_while_another_tab_is_in_front_does_not_move_the_session(
    shown: Shown,
) -> None:
    shown.session.go(Target("p-korr"))
    shown.tab.pane.list.row_selected.emit(opened_sample().case.sources[-1].id)
    assert shown.session.location == Location(Tab.PARTIES, "p-korr")
