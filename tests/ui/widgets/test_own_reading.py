from dataclasses import replace

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Page, Tab, Target
from caseviewer.formatting.pages import page_for
from caseviewer.model.standpoint import Standpoint
from caseviewer.notes.by_record import NO_NOTES, CaseNotes
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.own_pane import OwnPane
from caseviewer.ui.widgets.own_reading import OwnReading
from caseviewer.ui.widgets.page_view import PageView
from tests.formatting.noting import kept_on
from tests.ui.kit import bring_to_front_widget, focused, opened_sample, write

CASE = opened_sample()
ONE, TWO = (one.id for one in CASE.case.parties[:2])
KEPT = kept_on(CASE, stars=(ONE,), texts=((ONE, "A private thought."),))


class Read:
    """A page, a pane above it, and what is selected beside them."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.session = session
        self.whole = QWidget()
        qtbot.addWidget(self.whole)
        self.view, self.pane = PageView("Page"), OwnPane()
        layout = QVBoxLayout(self.whole)
        layout.addWidget(self.pane)
        layout.addWidget(self.view)
        self.selected: tuple[str, ...] = ()
        self.own = OwnReading(session, self.view, self.pane, lambda: self.selected)
        self.whole.resize(600, 600)
        bring_to_front_widget(qtbot, self.whole)

    def read(self, record: str, of_page: str | None = None) -> None:
        self.selected = (record,) if record else ()
        self.own.read(record, record if of_page is None else of_page)
        self.view.show_page(page_for(CASE, Target(record)))

    def keep(self, notes: CaseNotes, *, hidden: bool = False) -> None:
        self.session.show_notes(notes, hidden=hidden)
        self.own.renew()

    @property
    def text(self) -> str:
        return self.view.toPlainText()


@pytest.fixture
def shown(qtbot: QtBot, session: Session) -> Read:
    made = Read(qtbot, session)
    made.keep(KEPT)
    return made


def test_the_page_shows_what_is_kept_on_its_record(shown: Read) -> None:
    shown.read(ONE)
    assert "A private thought." in shown.text
    assert shown.pane.bar.star.text() == "Take the star away"
    shown.read(TWO)
    assert "Your" not in shown.text
    assert shown.pane.bar.star.text() == "Star"


def test_what_changes_is_shown_where_the_reader_is(shown: Read) -> None:
    shown.read(TWO)
    shown.keep(kept_on(CASE, texts=((TWO, "Another."),)))
    assert "Another." in shown.text
    shown.keep(NO_NOTES)
    assert "Another." not in shown.text


def test_a_page_about_several_records_shows_nothing_of_either(shown: Read) -> None:
    shown.own.read(ONE, None)
    shown.view.show_page(Page())
    assert shown.text == ""
    assert shown.own.record() == ONE


def test_what_is_selected_is_marked_and_what_is_read_is_written_on(shown: Read) -> None:
    shown.read(ONE)
    assert shown.own.noted() == (ONE,)
    shown.selected = (ONE, TWO)
    assert shown.own.noted() == (ONE, TWO)
    shown.own.tell()
    assert shown.pane.bar.star.text() == "Star"
    assert shown.own.open_note()
    assert focused() is shown.pane.field.text
    assert shown.pane.field.text.toPlainText() == "A private thought."
    assert shown.pane.field.about.text() == f"Your note on {CASE.index.short(ONE)} · saved"


def test_the_field_follows_and_goes_where_no_note_can_stand(shown: Read) -> None:
    written: list[object] = []
    shown.pane.wished.connect(lambda name, value: written.append((name, value.text)))
    shown.read(ONE)
    shown.own.open_note()
    write(" More.")
    shown.read(TWO)
    assert written == [("write_note", "A private thought. More.")]
    assert shown.pane.field.is_open
    shown.read("")
    assert not shown.pane.field.is_open
    assert not shown.own.open_note()


def test_hidden_nothing_is_there(shown: Read) -> None:
    shown.read(ONE)
    shown.own.open_note()
    shown.keep(KEPT, hidden=True)
    assert "private" not in shown.text
    assert not shown.pane.field.isVisible()
    assert not shown.pane.bar.isVisible()
    assert shown.own.rows(CASE, Tab.PARTIES) is None
    shown.keep(KEPT)
    assert "private" in shown.text
    rows = shown.own.rows(CASE, Tab.PARTIES)
    assert rows is not None
    assert rows.words == {ONE: "Yours: starred · note"}


def test_a_record_that_is_gone_can_be_written_on_as_long_as_something_is_kept(
    shown: Read,
) -> None:
    gone = CaseNotes(KEPT.notes, replace(CASE, case=opened_sample().case).index)
    renamed = {name: replace(one, record="p-gone") for name, one in gone.notes.own.items()}
    shown.keep(CaseNotes(replace(gone.notes, own=renamed), CASE.index))
    shown.read("p-gone")
    assert shown.own.record() == "p-gone"
    assert shown.own.open_note()
    assert "Your note on " in shown.pane.field.about.text()
    shown.keep(NO_NOTES)
    assert shown.own.record() == ""
    assert not shown.pane.field.is_open


def test_as_at_a_day_nothing_can_be_written_on_what_could_not_be_known(shown: Read) -> None:
    shown.read(ONE)
    shown.session.take(Standpoint(as_at=1))
    shown.own.renew()
    assert shown.own.record() == ""
    assert shown.own.noted() == ()
    assert "private" not in shown.text


def test_without_a_case_there_is_nothing(qtbot: QtBot) -> None:
    made = Read(qtbot, Session())
    made.own.read("", "")
    assert made.own.blocks("") == ()
    assert made.own.record() == ""
    assert not made.own.open_note()
