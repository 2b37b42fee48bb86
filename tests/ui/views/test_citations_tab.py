from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.citations.batch import cite
from caseviewer.citations.forms import Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.citations.styles import our_style
from caseviewer.formatting.citing import Cited, case_items
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.record_titles import source_title
from caseviewer.model.kinds import LocatorLabel
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.citations_tab import CitationsTab
from tests.ui.kit import ABDUSSAMATOV, bring_to_front_widget, opened_sample, press
from tests.ui.samples import without_records


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> CitationsTab:
    made = CitationsTab(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    return made


def test_the_list_has_a_row_for_each_record(session: Session, tab: CitationsTab) -> None:
    session.go(Target(tab=Tab.CITATIONS))
    model = tab.model()
    assert model is not None
    assert model.shown == len(model.table.rows) > 0
    assert "Title" in [column.title for column in model.columns]


def test_the_page_beside_the_list_is_that_of_the_selected_record(
    session: Session, tab: CitationsTab
) -> None:
    record = opened_sample().case.sources[-1].id
    session.go(Target(record))
    assert session.location.tab is Tab.CITATIONS
    assert source_title(opened_sample().case.sources[-1]) in tab.page_view.toPlainText()
    assert tab.pane.list.record_model() is tab.model()


def test_a_file_without_such_records_says_so(session: Session, tab: CitationsTab) -> None:
    session.swap_in(without_records())
    session.go(Target(tab=Tab.CITATIONS))
    assert tab.pane._empty.text() == tab.empty_words() == "This file names no sources."
    assert not tab.pane._empty.isHidden()
    assert tab.page_view.toPlainText() == ""


# Citations in the chosen style

REPORT = "s-border-wire"


class Sheet:
    """A tab with citations that are made at once, and what it wishes."""

    def __init__(self, session: Session, tab: CitationsTab) -> None:
        self.session, self.tab = session, tab
        self.wishes: list[tuple[str, object]] = []
        tab.wished.connect(lambda name, value: self.wishes.append((name, value)))
        tab.resize(1_200, 700)

    def show(self, name: str, *wanted: Wanted) -> None:
        style = our_style(name)
        made = cite(case_items(opened_sample()), wanted, style)
        choices = (("refworld", "Refworld"), ("oscola", "OSCOLA"))
        self.session.show_cited(Cited(style.title, name, choices, made))

    def texts(self) -> list[str]:
        model = self.tab.model()
        assert model is not None
        at = [column.title for column in model.columns].index("Citation")
        return [str(model.index(row, at).data()) for row in range(model.rowCount())]

    def write(self, text: str) -> str:
        """Type a place; gives the preview."""
        self.tab.bar.place.setText(text)
        self.tab.bar._typed.stop()
        self.tab.bar.place_typed.emit(text)
        return self.tab.bar.preview.text()


@pytest.fixture
def sheet(session: Session, tab: CitationsTab) -> Sheet:
    session.go(Target(REPORT))
    return Sheet(session, tab)


def at(value: str, source: str = REPORT) -> Wanted:
    return Wanted(source, Pinpoint(LocatorLabel.PARAGRAPH, value))


def test_the_own_words_stand_there_until_citations_are_made(sheet: Sheet) -> None:
    row = [one.id for one in opened_sample().case.sources].index(REPORT)
    assert sheet.texts()[row].startswith("The Ostrel Courier, Lawyer of Drenow Miners")
    assert sheet.texts()[0] == ""
    assert "The citations are being formatted…" in sheet.tab.page_view.toPlainText()
    sheet.show("refworld")
    assert sheet.texts()[0].startswith("Committee on Persons in Custody")
    assert "21 March 2016" in sheet.texts()[row]
    assert "being formatted" not in sheet.tab.page_view.toPlainText()
    assert sheet.tab.bar.style_box.currentText() == "Refworld"


def test_another_style_changes_list_and_page_and_keeps_the_place(sheet: Sheet) -> None:
    sheet.show("refworld")
    before, page = sheet.texts(), sheet.tab.page_view.toPlainText()
    sheet.show("oscola")
    assert all(new != old for new, old in zip(sheet.texts(), before, strict=True))
    assert sheet.tab.page_view.toPlainText() != page
    assert sheet.tab.pane.list.current_record() == REPORT
    assert sheet.tab.bar.style_box.currentText() == "OSCOLA"


def test_places_that_come_to_it_leave_list_and_page_as_they_are(sheet: Sheet) -> None:
    sheet.show("refworld")
    model = sheet.tab.model()
    assert model is not None
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    cited = sheet.session.cited
    assert cited.citations is not None
    more = replace(cited.citations, forms={**cited.citations.forms})
    sheet.session.show_cited(replace(cited, citations=more))
    assert resets == []
    sheet.show("oscola")
    assert resets == [True]


def test_a_fault_is_told_on_the_page(sheet: Sheet) -> None:
    sheet.session.show_cited(Cited("Refworld", "refworld", fault="There is no <b>engine</b>."))
    assert "There is no <b>engine</b>." in sheet.tab.page_view.toPlainText()
    assert sheet.write("9") == ""


def test_a_typed_place_is_previewed_and_cited(sheet: Sheet) -> None:
    sheet.show("refworld", at("9"))
    assert sheet.write("para 9") == (
        "The Ostrel Courier, Lawyer of Drenow Miners Held in Secret for Nine Days, 21 March 2016,"
        " available at: https://archive.example/border-wire/drenow [accessed 4 September 2020],"
        " para. 9"
    )
    note = "The paragraphs were counted; the source prints no numbers."
    assert sheet.tab.bar.note.text() == note
    assert sheet.tab.cited() == (at("9"),)
    assert sheet.write("  ") == ""
    assert not sheet.tab.bar.preview.isVisible()
    assert sheet.tab.cited() == (Wanted(REPORT),)
    assert sheet.wishes == []


def test_a_place_that_cannot_be_read_is_told(sheet: Sheet) -> None:
    sheet.show("refworld")
    words = sheet.write("chapitre 9")
    assert words.startswith("“chapitre” is no label of a place.")
    assert sheet.tab.place_fault() == words
    assert sheet.tab.cited() == (Wanted(REPORT),)
    sheet.write("9")
    assert sheet.tab.place_fault() == ""


def test_a_place_that_was_not_formatted_is_wished_for(sheet: Sheet) -> None:
    sheet.show("refworld")
    assert sheet.write("987") == "The citation is being formatted…"
    assert sheet.wishes == [("format", at("987"))]
    sheet.show("refworld", at("987"))
    assert ", para. 987" in sheet.tab.bar.preview.text()
    assert len(sheet.wishes) == 1


def test_a_place_that_the_engine_cannot_format_says_why_and_asks_no_more(sheet: Sheet) -> None:
    sheet.show("refworld")
    sheet.write("987")
    sheet.session.show_cited(replace(sheet.session.cited, fault="The engine gave up."))
    assert sheet.tab.bar.preview.text() == "The engine gave up."
    assert len(sheet.wishes) == 1


def test_a_passage_brings_its_place_which_can_be_taken_away(sheet: Sheet) -> None:
    passage = next(one for one in opened_sample().case.passages if one.id == "t-dec-complainant")
    sheet.show("refworld", at("1.1", "s-views"))
    sheet.session.go(Target(passage.id))
    assert sheet.tab.bar.place.text() == "paragraph 1.1"
    assert sheet.tab.bar.preview.text().endswith(", para. 1.1")
    assert sheet.tab.cited() == (at("1.1", "s-views"),)
    sheet.write("")
    assert sheet.tab.cited() == (Wanted("s-views"),), "the field says what is cited"
    sheet.session.go(Target(REPORT))
    assert sheet.tab.bar.place.text() == ""


def test_a_place_belongs_to_one_source(sheet: Sheet) -> None:
    sheet.show("refworld")
    sheet.write("9")
    sheet.tab.select_all()
    assert len(sheet.tab.cited()) == len(opened_sample().case.sources)
    assert all(one.pinpoint is None for one in sheet.tab.cited())
    sheet.session.go(Target("s-views"))
    assert sheet.tab.bar.place.text() == ""


def test_the_place_is_reached_with_what_was_read(qtbot: QtBot, sheet: Sheet) -> None:
    bring_to_front_widget(qtbot, sheet.tab)
    sheet.show("refworld", at("9"))
    sheet.tab.focus_pinpoint(at("9").pinpoint)
    field = sheet.tab.bar.place
    assert field.hasFocus()
    assert field.selectedText() == field.text() == "paragraph 9"
    assert "para. 9" in sheet.tab.bar.preview.text()
    sheet.tab.focus_pinpoint(None)
    assert field.text() == "paragraph 9"
    press("Esc")
    assert sheet.tab.pane.list.hasFocus()
    assert field.text() == ""


def test_what_is_wished_in_the_bar_is_passed_on(sheet: Sheet) -> None:
    sheet.tab.bar.style_chosen.emit("oscola")
    sheet.tab.bar.copy_wanted.emit()
    assert sheet.wishes == [("choose_style", "oscola"), ("copy_citation", None)]


def test_citations_of_another_case_are_not_shown_in_this_one(
    session: Session, sheet: Sheet
) -> None:
    sheet.show("refworld")
    before = sheet.texts()
    session._opened = opened_sample(ABDUSSAMATOV)  # swapped in, but not shown here yet
    sheet.show("oscola")
    assert sheet.texts() == before


def test_a_tab_that_was_never_shown_waits(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    made = CitationsTab(session, preferences)
    qtbot.addWidget(made)
    session.show_cited(Cited("OSCOLA", "oscola", (("oscola", "OSCOLA"),)))
    assert made.bar.style_box.currentText() == "OSCOLA"
    assert made.model() is None
    assert made.cited() == ()
