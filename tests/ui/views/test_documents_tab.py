from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.documents.opening import begin, open_case
from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.documents_tab import DocumentsTab
from tests.ui.kit import ABDUSSAMATOV, HALVEK, LONG, copy_of, opened_sample
from tests.ui.samples import without_records
from tests.ui.widgets.test_document_view import marked, underlined


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> DocumentsTab:
    made = DocumentsTab(session, preferences)
    qtbot.addWidget(made)
    made.resize(1_000, 700)
    session.location_changed.connect(made.show_location)
    session.case_checked.connect(made.show_checks)
    return made


def source_with(name: str) -> str:
    (found,) = [
        item.id
        for item in opened_sample().case.sources
        if item.document is not None and item.document.file == name
    ]
    return found


def go(qtbot: QtBot, tab: DocumentsTab, session: Session, record: str) -> None:
    """Go to a record, and wait until its document is there."""
    session.go(Target(record, Tab.DOCUMENTS))
    qtbot.waitUntil(lambda: bool(tab.document.contents.source), timeout=LONG)


def told(tab: DocumentsTab) -> str:
    return tab.document.pane.stands_on.toPlainText()


def shown(tab: DocumentsTab) -> str:
    return tab.document.pane.text.toPlainText()


def test_the_text_of_a_document_stands_beneath_the_facts(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    go(qtbot, tab, session, source_with("views-31-2017.txt"))
    text = (HALVEK / "documents" / "views-31-2017.txt").read_text("utf-8")
    assert shown(tab) == text
    assert tab.document.pane.front() is tab.document.pane.text
    assert tab.document.pane.heading.text() == "S1 · original · text"
    assert tab.page_view.toPlainText()
    assert underlined(tab.document.pane.text)


def test_a_passage_is_marked_in_its_text(qtbot: QtBot, session: Session, tab: DocumentsTab) -> None:
    views = source_with("views-31-2017.txt")
    go(qtbot, tab, session, views)
    placed = [
        item
        for item in opened_sample().case.passages
        if item.source == views and item.selector is not None
    ]
    assert placed
    for passage in placed:
        session.go(Target(passage.id, Tab.DOCUMENTS))
        assert passage.selector is not None
        assert marked(tab.document.pane.text) == [passage.selector.exact]
        assert "is marked" in told(tab)
        assert not tab.document.pane.text.textCursor().hasSelection()


def test_the_fragments_of_a_quotation_are_marked_and_the_attribution_between_is_not(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    quotation = opened_sample().case.quotations[0]
    go(qtbot, tab, session, quotation.id)
    assert marked(tab.document.pane.text) == [
        "I asked at the gate every morning,",
        "They told me, 'She was not here, she is not here, go home.'",
    ]
    assert told(tab).startswith("Q1 is marked: 2 runs of words (paragraph 3).")
    assert tab.pane.list.current_record() == source_with("ostrel-courier-2016-03-18.txt")


def test_selecting_words_tells_what_stands_on_them(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    go(qtbot, tab, session, source_with("ostrel-courier-2016-03-18.txt"))
    view = tab.document.pane.text
    cursor = view.textCursor()
    at = view.toPlainText().index("every morning")
    cursor.setPosition(at)
    cursor.setPosition(at + 5, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    qtbot.waitUntil(lambda: told(tab).startswith("On these words stand: "), timeout=LONG)
    assert "Q1" in told(tab)
    cursor.setPosition(0)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    qtbot.waitUntil(lambda: told(tab).startswith("Nothing in this file stands"), timeout=LONG)
    cursor.clearSelection()
    view.setTextCursor(cursor)
    qtbot.waitUntil(lambda: told(tab) == "", timeout=LONG)


def test_what_nothing_cites_is_listed_when_it_is_asked_for(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    go(qtbot, tab, session, source_with("views-31-2017.txt"))
    facts = tab.page_view.toPlainText()
    QTest.mouseClick(tab._uncited, Qt.MouseButton.LeftButton)
    assert tab.page_view.toPlainText().startswith("Not cited by anything")
    assert "State party: Valdrasia" in tab.page_view.toPlainText()
    QTest.mouseClick(tab._uncited, Qt.MouseButton.LeftButton)
    assert tab.page_view.toPlainText() == facts


def test_a_translation_has_its_original_beside_it(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    english = source_with("witness-k-statement-en.txt")
    go(qtbot, tab, session, english)
    assert tab._beside.text() == "Original beside it (S6)"
    assert tab.beside.pane.isHidden()
    QTest.mouseClick(tab._beside, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(tab.beside.contents.source), timeout=LONG)
    assert "ЗАЯВЛЕНИЕ" in tab.beside.pane.text.toPlainText()
    passage = next(
        item
        for item in opened_sample().case.passages
        if item.source == english and item.locator and item.locator.value == "5"
    )
    session.go(Target(passage.id, Tab.DOCUMENTS))
    beside = tab.beside.pane.text
    assert beside.toPlainText()[beside.textCursor().position() :].startswith("5. ")
    assert "is marked" in told(tab)
    tab.beside.chosen.emit(None)
    assert tab.beside.pane.stands_on.toPlainText() == ""
    session.go(Target(source_with("views-31-2017.txt"), Tab.DOCUMENTS))
    assert tab._beside.isHidden()
    assert tab.beside.pane.isHidden()


def test_a_pdf_is_text_and_pages(qtbot: QtBot, session: Session, tab: DocumentsTab) -> None:
    go(qtbot, tab, session, source_with("custody-watch-2017.pdf"))
    pane = tab.document.pane
    assert "Not in the Book" in shown(tab)
    QTest.mouseClick(pane._as_pages, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not pane.picture.is_empty, timeout=LONG)
    assert pane.front() is pane.picture
    passage = next(
        item
        for item in opened_sample().case.passages
        if item.source == "s-report" and item.locator and item.locator.value == "3"
    )
    session.go(Target(passage.id, Tab.DOCUMENTS))
    assert pane._which.text().startswith("page 3 of ")


def test_a_picture_is_shown_and_has_no_words(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    go(qtbot, tab, session, source_with("ministry-letter-2019-04-11.png"))
    qtbot.waitUntil(lambda: not tab.document.pane.picture.is_empty, timeout=LONG)
    assert tab._uncited.isHidden()


def test_a_record_without_a_document_shows_its_own_page(
    session: Session, tab: DocumentsTab
) -> None:
    session.go(Target("p-mardek", Tab.DOCUMENTS))
    assert "Lena Mardek" in tab.page_view.toPlainText()
    session.go(Target("no-such-record", Tab.DOCUMENTS))
    assert "Not in this file" in tab.page_view.toPlainText()


def test_a_document_that_is_not_here_can_be_attached(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    wishes: list[str] = []
    tab.wished.connect(lambda name, _: wishes.append(name))
    session.swap_in(opened_sample(ABDUSSAMATOV))
    session.go(Target(tab=Tab.DOCUMENTS))
    assert tab._both.isHidden()
    assert "The document is not here. Attach a copy" in tab.page_view.toPlainText()
    QTest.mouseClick(tab._attach, Qt.MouseButton.LeftButton)
    assert wishes == ["attach_document"]


def test_a_file_without_documents_says_so(session: Session, tab: DocumentsTab) -> None:
    session.swap_in(without_records())
    session.go(Target(tab=Tab.DOCUMENTS))
    assert tab.pane._empty.text() == "No source of this file has a document recorded."


def test_reading_the_case_again_reads_its_documents_again(
    qtbot: QtBot, session: Session, tab: DocumentsTab, tmp_path: Path
) -> None:
    folder = copy_of(HALVEK, tmp_path)
    document = folder / "documents" / "views-31-2017.txt"
    session.swap_in(open_case(folder))
    go(qtbot, tab, session, source_with("views-31-2017.txt"))
    document.write_text("Other words.", "utf-8")
    session.swap_in(open_case(folder))
    qtbot.waitUntil(lambda: shown(tab) == "Other words.", timeout=LONG)


def test_checks_that_come_later_do_not_read_the_document_again(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    go(qtbot, tab, session, source_with("views-31-2017.txt"))
    view = tab.document.pane.text
    view.go_to(900)
    place = view.textCursor().position()
    session.show_checks(opened_sample().with_checks(findings=()))
    assert view.textCursor().position() == place
    assert shown(tab)


def test_the_text_follows_the_size_of_text(
    qtbot: QtBot, session: Session, tab: DocumentsTab, qapp: QApplication
) -> None:
    record = source_with("views-31-2017.txt")
    go(qtbot, tab, session, record)
    font, before = qapp.font(), tab.document.pane.text.font().pointSizeF()
    larger = qapp.font()
    larger.setPointSizeF(2 * font.pointSizeF())
    qapp.setFont(larger)
    try:
        session.go(Target(record, Tab.DOCUMENTS))
        assert tab.document.pane.text.font().pointSizeF() == pytest.approx(2 * before)
    finally:
        qapp.setFont(font)


def test_words_that_changed_are_not_marked_and_the_nearest_are_told(
    qtbot: QtBot, session: Session, tab: DocumentsTab, tmp_path: Path
) -> None:
    folder = copy_of(HALVEK, tmp_path)
    file = folder / "documents" / "ostrel-courier-2016-03-18.txt"
    file.write_bytes(file.read_bytes().replace(b"every morning", b"every evening"))
    opened = open_case(folder)
    session.swap_in(opened)
    go(qtbot, tab, session, opened.case.quotations[0].id)
    assert len(marked(tab.document.pane.text)) == 1
    assert "is not marked: not found" in told(tab)
    assert "[in the document: evening]" in told(tab)


def test_the_keys_go_to_what_is_read(qtbot: QtBot, session: Session, tab: DocumentsTab) -> None:
    tab.show()
    go(qtbot, tab, session, source_with("views-31-2017.txt"))
    tab.focus_page()
    assert tab.document.pane.text is QApplication.focusWidget() or not tab.isActiveWindow()


def test_what_is_known_of_a_document_gives_way_to_it_in_a_low_window(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    tab.show()
    go(qtbot, tab, session, source_with("views-31-2017.txt"))
    assert tab.page_view.isVisible()
    tab.resize(1_000, 300)
    assert not tab.page_view.isVisible()
    QTest.mouseClick(tab._uncited, Qt.MouseButton.LeftButton)
    assert tab.page_view.isVisible()
    assert tab.page_view.toPlainText().startswith("Not cited by anything")
    QTest.mouseClick(tab._facts, Qt.MouseButton.LeftButton)
    QTest.mouseClick(tab._facts, Qt.MouseButton.LeftButton)
    assert not tab.page_view.isVisible()
    tab.resize(1_000, 900)
    assert not tab.page_view.isVisible()
    QTest.mouseClick(tab._facts, Qt.MouseButton.LeftButton)
    assert tab.page_view.isVisible()
    assert tab.page_view.toPlainText().startswith("Mirela Halvek v. Valdrasia")


def test_a_document_is_read_while_it_is_being_checked(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    opening = begin(HALVEK)
    session.swap_in(opening.opened)
    go(qtbot, tab, session, source_with("views-31-2017.txt"))
    assert not tab._both.isHidden()
    assert tab._attach.isHidden()
    view = tab.document.pane.text
    view.go_to(900)
    place = view.textCursor().position()
    session.show_checks(opening.check())
    assert view.textCursor().position() == place > 0
    assert not tab._uncited.isHidden()


def test_the_place_of_the_reader_stays_until_something_else_is_wanted(
    qtbot: QtBot, session: Session, tab: DocumentsTab
) -> None:
    quotation = opened_sample().case.quotations[0].id
    go(qtbot, tab, session, quotation)
    view = tab.document.pane.text
    came = view.place()
    view.go_to(700)
    for _ in range(2):
        QTest.mouseClick(tab._uncited, Qt.MouseButton.LeftButton)
        QTest.mouseClick(tab._facts, Qt.MouseButton.LeftButton)
    tab.document.shown.emit()
    assert view.place() == 700 != came
    assert len(marked(view)) == 2
    session.go(Target(opened_sample().case.quotations[0].fragments[1].passage, Tab.DOCUMENTS))
    session.go(Target(quotation, Tab.DOCUMENTS))
    assert view.place() == came
