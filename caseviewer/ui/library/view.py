"""The library on screen: the list with its preview, or what a search in all cases found."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseviewer.formatting.facets import choice_words
from caseviewer.formatting.facets import nothing_words as none_chosen_words
from caseviewer.formatting.page import Page, Target
from caseviewer.formatting.translate import tr
from caseviewer.search.library import case_hit_words, case_page
from caseviewer.search.library.case_columns import raw_choices
from caseviewer.search.library.values import (
    Answer,
    CaseDetails,
    CaseRow,
    Chosen,
    PartyRow,
    SameParty,
    State,
)
from caseviewer.search.row_facets import Choices
from caseviewer.ui.item_models.case_hits import CaseHitsModel, HitRow
from caseviewer.ui.item_models.case_table import CaseTableModel
from caseviewer.ui.library.asking import Asking
from caseviewer.ui.library.head import LibraryHead
from caseviewer.ui.library.pane import LibraryPane
from caseviewer.ui.preferences import Preferences

_FIRST_HITS = 50
_FURTHER = 4
"""So many times as many hits are shown when more are wanted."""
REMEMBERED = "library"
"""Under this name widths and shares are remembered."""


class LibraryView(QWidget):
    """Moves between the list and the hits, and keeps the preview beside both.

    `place_wanted` gives what to open: a path, and the record or hit to go to.
    """

    place_wanted = Signal(str, object)
    add_wanted = Signal()

    def __init__(
        self, asking: Asking, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        """Start with nothing to list."""
        super().__init__(parent)
        self._asking = asking
        self._preferences = preferences
        self._model = CaseTableModel(())
        self._state: State | None = None
        self._details: CaseDetails | None = None
        self._wanted = -1
        self._indexing = False
        self.head = LibraryHead()
        self.pane = LibraryPane()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.pane, 1)
        self._typing = QTimer(self, singleShot=True, interval=0)
        self._typing.timeout.connect(self._search_anew)
        self._most, self._going_on = _FIRST_HITS, -1
        self.pane.share(preferences.get("panes").get(REMEMBERED, []))
        self._connect()

    # What the library holds ----------------------------------------------------------------

    def show_cases(self, state: State, rows: tuple[CaseRow, ...]) -> None:
        """List cases; what is chosen, sorted by and selected stays so."""
        self.head.tell(state)
        before, current = self._model, self.pane.list.current_record()
        scrolled = self.pane.list.verticalScrollBar().value()
        self._state = state
        self._model = model = CaseTableModel(rows, self, self.pane.most_columns)
        model.set_choices(before.choices)
        self.pane.list.show_model(model, self._preferences.get("columns").get(REMEMBERED, []))
        self._sort_by(*before.sorted_by)
        before.deleteLater()
        model.modelReset.connect(self._tell_list)
        self._show_facets()
        self._tell_list()
        if not self.pane.list.select_record(current):
            self.pane.list.select_first()
        else:
            self.pane.list.verticalScrollBar().setValue(scrolled)
            self._ask_details(int(current), anew=True)
        if not rows:
            self.pane.preview.show_page(Page())

    def _fit_columns(self) -> None:
        """List the same cases again, in as many columns as there is room for.

        Columns of a list that is shown cannot change; so it is another list.
        """
        if self._state is not None and self.has_cases:
            self.show_cases(self._state, tuple(self._model.rows))

    def set_indexing(self, indexing: bool) -> None:  # noqa: FBT001 - the one thing that is set
        """Whether cases are still being read, so that more may come."""
        self._indexing = indexing
        self._tell_list()

    @property
    def has_cases(self) -> bool:
        """Whether there is anything to list."""
        return bool(self._model.rows)

    # Where the keys go ---------------------------------------------------------------------

    def focus_search(self) -> None:
        """Put the cursor where a search is typed."""
        self.head.field.setFocus()
        self.head.field.selectAll()

    def focus_list(self) -> None:
        """Give the keys to the list, or to the hits."""
        self.pane.front.setFocus()

    def focus_page(self) -> None:
        """Give the keys to the preview."""
        self.pane.preview.setFocus()

    def open_selected(self) -> None:
        """Open what is selected, wherever the keys are."""
        if self._is_searching():
            self.pane.hits.follow()
        else:
            self._follow(self.pane.list.current_record())

    def step(self, by: int) -> None:
        """Go to the next hit, or to the one before."""
        self.pane.hits.step(by)

    def own_order(self) -> None:
        """List cases by their titles."""
        self.pane.list.own_order()

    def show_all(self) -> None:
        """List all cases, whatever was typed or chosen."""
        self.leave_search()
        self._choose({})

    def show_problems(self) -> None:
        """List the cases with the worst problems first."""
        self.leave_search()
        self._sort_by("problems", Qt.SortOrder.AscendingOrder)
        self.pane.list.select_first()

    def leave_search(self) -> None:
        """Go back to the list as it was."""
        self.head.field.clear()
        self._search()
        self.pane.list.setFocus()

    # Inside --------------------------------------------------------------------------------

    def _connect(self) -> None:
        asking, pane, field = self._asking, self.pane, self.head.field
        asking.detailed.connect(self._show_details)
        asking.found.connect(self._show_answer)
        asking.found_more.connect(self._show_more)
        asking.same_found.connect(self._show_same)
        self.head.add_wanted.connect(self.add_wanted)
        self.head.problems_wanted.connect(self.show_problems)
        field.textChanged.connect(self._typing.start)
        field.left.connect(self._leave_field)
        pane.facets.chosen.connect(self._choose)
        pane.facets.all_wanted.connect(lambda: self._choose({}))
        pane.facets.left.connect(self.focus_list)
        pane.list.row_selected.connect(lambda record: self._ask_details(int(record)))
        pane.list.row_followed.connect(self._follow)
        pane.list.doubleClicked.connect(lambda index: self._follow(self._model.id_at(index.row())))
        pane.list.widths_changed.connect(lambda widths: self._remember("columns", widths))
        pane.hits.hit_selected.connect(self._show_hit)
        pane.hits.hit_followed.connect(self._follow_hit)
        pane.hits.more_wanted.connect(lambda key: asking.search_in(field.text(), key))
        pane.hits.further_wanted.connect(self._search_further)
        pane.hits.left.connect(self.leave_search)
        pane.preview.activated.connect(self._follow_link)
        # Not while the list is given its size, which another list would disturb.
        pane.columns_fitting.connect(self._fit_columns, Qt.ConnectionType.QueuedConnection)
        pane.shares_changed.connect(lambda shares: self._remember("panes", shares))

    def _remember(self, name: str, parts: list[float]) -> None:
        self._preferences.set(name, {**self._preferences.get(name), REMEMBERED: parts})

    def _sort_by(self, name: str, order: Qt.SortOrder) -> None:
        """Sort by a column, if it is there."""
        names = [column.name for column in self._model.columns]
        if name in names:
            self.pane.list.sortByColumn(names.index(name), order)

    def _is_searching(self) -> bool:
        return bool(self.head.field.text().strip())

    # The list

    def _choose(self, choices: Choices) -> None:
        current = self.pane.list.current_record()
        self._model.set_choices(choices)
        self._show_facets()
        if not self.pane.list.select_record(current):
            self.pane.list.select_first()
        if self._is_searching():
            self._search_anew()

    def _show_facets(self) -> None:
        facets = [facet.shown for facet in self._model.shown_by]
        self.pane.facets.show_facets(facets, self._model.facets, self._model.choices)

    def _chosen_words(self) -> str:
        return choice_words([one.shown for one in self._model.shown_by], self._model.choices)

    def _tell_list(self) -> None:
        if self._is_searching():
            return
        total, shown = len(self._model.rows), self._model.shown
        count = tr("{shown} of {total}", shown=f"{shown:,}", total=f"{total:,}")
        self.pane.tell("" if shown == total else count, "")
        if shown:
            self.pane.show_list()
        elif total:
            self.pane.show_nothing(none_chosen_words("", self._chosen_words()))
        elif self._indexing:
            self.pane.show_nothing(tr("Cases will be listed here as soon as some are read."))
        else:
            words = tr("No case was found below your folders. Add another folder, or put cases in.")
            self.pane.show_nothing(words)

    def _follow(self, record: str) -> None:
        row = self._model.case_of(int(record)) if record else None
        if row is not None:
            self.place_wanted.emit(row.path, Target())

    # The search

    def _search_anew(self) -> None:
        self._most, self._going_on = _FIRST_HITS, -1
        self._search()

    def _search_further(self) -> None:
        """Look for more hits; the keys go to the first of them."""
        self._most *= _FURTHER
        self._going_on = self.pane.hits.currentIndex().row()
        self._search()

    def _search(self) -> None:
        typed = self.head.field.text()
        if typed.strip():
            chosen = Chosen(raw_choices(self._model.shown_by, self._model.choices))
            self._asking.search(typed, chosen, self._most)
            return
        self._asking.leave_search()
        self._tell_list()
        current = self.pane.list.current_record()
        if current:
            self._ask_details(int(current))

    def _leave_field(self) -> None:
        """Esc has emptied the field: then at once, else Qt would give the keys to the hits."""
        if not self._is_searching():
            self._search()
        self.focus_list()

    def _show_answer(self, answer: Answer) -> None:
        if answer.cases:
            self.pane.tell(case_hit_words.count_words(answer), case_hit_words.told_words(answer))
            self.pane.hits.show_model(CaseHitsModel(answer), self._going_on)
            self.pane.show_hits()
        else:
            self.pane.tell("", "")
            self.pane.show_nothing(*case_hit_words.nothing_words(answer, self._chosen_words()))
            self.pane.preview.show_page(Page())

    def _show_more(self, answer: Answer) -> None:
        for found in answer.cases:  # there is one, unless it is gone meanwhile
            self.pane.hits.show_all_of(found)

    def _show_hit(self, row: HitRow) -> None:
        details = self._details
        if details is not None and details.row.key == row.case.key:
            self._wanted = row.case.key  # what is on its way of another case comes too late
            self._show_details(row.case.key, details)
        else:
            self._ask_details(row.case.key)

    def _follow_hit(self, row: HitRow) -> None:
        self.place_wanted.emit(row.case.path, row.hit)

    # The preview

    def _ask_details(self, key: int, *, anew: bool = False) -> None:
        self._wanted = key
        if anew:
            self._details = None
        self._asking.ask_details(key)

    def _show_details(self, key: int, details: CaseDetails | None) -> None:
        if key != self._wanted:
            return
        row = self._model.case_of(key) if details is None else details.row
        self._details = details
        if row is None:
            self.pane.preview.show_page(Page())
            return
        page = case_page.gone_page(row) if details is None else case_page.case_page(details)
        found = self.pane.hits.current() if self._is_searching() else None
        if found is not None and found.hit is not None and found.case.key == key:
            page = case_page.hit_page(found.hit, found.name, page)
        self.pane.preview.show_page(page)

    def _show_same(self, key: int, party: PartyRow, found: tuple[SameParty, ...]) -> None:
        row = self._model.case_of(key)
        if row is not None and key == self._wanted:
            self.pane.preview.show_page(case_page.same_party_page(row, party, found))
            self.focus_page()

    def _follow_link(self, target: Target) -> None:
        way = case_page.Way.of(target)
        row = self._model.case_of(way.key)
        if way.lead is case_page.Lead.OPEN and row is not None:
            self.place_wanted.emit(row.path, Target(way.record))
        elif way.lead is case_page.Lead.SAME:
            self._ask_same(way)
        elif way.lead is case_page.Lead.BACK:
            self._show_details(way.key, self._details)
        else:
            self._show_case(way.key)

    def _ask_same(self, way: case_page.Way) -> None:
        parties = () if self._details is None else self._details.parties
        party = next((one for one in parties if one.record == way.record), None)
        if party is not None:
            self._asking.ask_same(way.key, party)

    def _show_case(self, key: int) -> None:
        """Select another case in the list, whatever hides it there."""
        self.leave_search()
        if not self.pane.list.select_record(str(key)):
            self._choose({})
            self.pane.list.select_record(str(key))
