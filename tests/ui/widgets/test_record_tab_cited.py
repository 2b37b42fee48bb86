"""What is cited where the selection of a list is, and a list that shows other texts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from caseviewer.citations.forms import Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.formatting.page import Page, Tab, Target
from caseviewer.formatting.table import Item, Table, row_id
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import OpenedCase
from caseviewer.ui import background
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.widgets import list_work, record_tab
from caseviewer.ui.widgets.record_tab import RecordTab
from tests.ui.kit import opened_sample
from tests.ui.samples import without_records

P = LocatorLabel.PARAGRAPH


class Quotations(RecordTab):
    """A list of what rests on sources."""

    tab = Tab.QUOTATIONS


class Review(RecordTab):
    """A list of problems and gaps."""

    tab = Tab.REVIEW


class Sources(RecordTab):
    """A list whose texts change, with a label beside the page."""

    tab = Tab.CITATIONS
    prefix = ""
    prefixes: dict[str, str] | None = None

    @override
    def side(self) -> QWidget:
        self.beside = QWidget()
        self.page_view.setParent(self.beside)
        self.own.pane.setParent(self.beside)
        return self.beside

    @override
    def page_of(self, opened: OpenedCase, target: Target) -> Page:
        return Page() if opened.index.get(target.record) else super().page_of(opened, target)

    @override
    def table_of(self, opened: OpenedCase) -> Table:
        table = super().table_of(opened)
        title = table.columns[1]
        prefix, prefixes = self.prefix, self.prefixes or {}

        def text(case: OpenedCase, item: Item) -> str:
            return prefix + prefixes.get(row_id(case, item), "") + title.text(case, item)

        changed = replace(title, text=text)
        return replace(table, columns=(table.columns[0], changed, *table.columns[2:]))


def shown(
    qtbot: QtBot, session: Session, preferences: Preferences, kind: type[RecordTab]
) -> RecordTab:
    made = kind(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    session.go(Target(tab=kind.tab))
    return made


def select(tab: RecordTab, *rows: int) -> None:
    selection = tab.pane.list.selectionModel()
    selection.clearSelection()
    model = tab.model()
    assert model is not None
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag
        selection.select(model.index(row, 0), flags.Select | flags.Rows)


def test_a_row_is_cited_at_the_places_that_it_rests_on(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    tab = shown(qtbot, session, preferences, Quotations)
    assert tab.cited() == (Wanted("s-courier", Pinpoint(P, "3")),)
    assert tab.place_fault() == ""


def test_several_rows_are_cited_together(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    tab = shown(qtbot, session, preferences, Quotations)
    tab.select_all()
    places = tab.cited()
    assert len({(one.source, one.pinpoint and one.pinpoint.label) for one in places}) == len(places)
    courier = next(one for one in places if one.source == "s-courier")
    assert courier.pinpoint is not None
    assert courier.pinpoint.value.startswith("3, ")


def test_a_passage_that_is_read_is_cited_rather_than_the_row_of_its_source(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    tab = shown(qtbot, session, preferences, Sources)
    passage = next(one for one in opened_sample().case.passages if one.id == "t-dec-complainant")
    session.go(Target(passage.id))
    assert passage.locator is not None
    assert tab.cited() == (Wanted("s-views", Pinpoint(P, passage.locator.value)),)
    select(tab, 0, 1)
    assert [one.source for one in tab.cited()] == ["s-views", "s-views-advance"]
    assert all(one.pinpoint is None for one in tab.cited())


def test_without_a_selection_or_a_case_nothing_is_cited(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    tab = shown(qtbot, session, preferences, Quotations)
    select(tab)
    assert tab.cited() == ()
    empty = Quotations(Session(), preferences)
    qtbot.addWidget(empty)
    assert empty.cited() == ()
    assert empty.chosen() == []
    session.swap_in(without_records())
    session.go(Target(tab=Tab.QUOTATIONS))
    assert tab.cited() == ()


def test_only_the_tab_of_citations_has_a_place_to_type(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    tab = shown(qtbot, session, preferences, Quotations)
    before = tab.cited()
    tab.focus_pinpoint(Pinpoint(P, "1"))
    assert tab.cited() == before


def test_what_stands_beside_the_list_and_what_is_read_can_be_the_tabs_own(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    tab = shown(qtbot, session, preferences, Sources)
    assert isinstance(tab, Sources)
    assert tab.pane._splitter.widget(1) is tab.beside
    assert tab.page_view.toPlainText() == ""


def titles(tab: RecordTab) -> list[str]:
    model = tab.model()
    assert model is not None
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("rows", [(3,), (0, 1, 2, 5, 7, 8), tuple(range(18))])
def test_other_texts_leave_what_is_selected_selected(
    qtbot: QtBot, session: Session, preferences: Preferences, rows: tuple[int, ...]
) -> None:
    tab = shown(qtbot, session, preferences, Sources)
    model = tab.model()
    assert isinstance(tab, Sources)
    assert model is not None
    tab.pane.list.setCurrentIndex(model.index(rows[-1], 0))
    select(tab, *rows)
    tab.prefix = "again "
    tab.replace_table(opened_sample(), model)
    assert all(text.startswith("again ") for text in titles(tab))
    assert tab.pane.list.selected_rows() == list(rows)
    assert tab.pane.list.currentIndex().row() == rows[-1]


def test_what_was_made_of_texts_that_were_replaced_is_dropped_however_late_it_comes(
    qtbot: QtBot, session: Session, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[background.Job] = []
    monkeypatch.setattr(record_tab, "_FOLD_BESIDE", 2)
    monkeypatch.setattr(list_work, "_ORDER_BESIDE", 2)
    monkeypatch.setattr(background, "start", jobs.append)
    tab = shown(qtbot, session, preferences, Sources)
    model = tab.model()
    assert isinstance(tab, Sources)
    assert model is not None
    texts = titles(tab)
    sources = opened_sample().case.sources
    tab.prefixes = {one.id: f"again {9 - at // 2}" for at, one in enumerate(sources)}
    tab.replace_table(opened_sample(), model)
    before, now = jobs
    model.set_filter("again")
    assert model.shown == 18, "the filter waits for the texts"
    for job in (now, before):
        job.run()
    assert model.shown == 18
    for job in jobs[:1:-1]:
        job.run()
    model.set_filter("")
    model.sort(1)
    assert titles(tab) == sorted(titles(tab), key=str.casefold) != sorted(texts)
