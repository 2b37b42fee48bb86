import dataclasses
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.documents.opening import open_case
from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.documents_tab import DocumentsTab
from tests.ui.kit import ABDUSSAMATOV, HALVEK, copy_of, opened_sample
from tests.ui.samples import without_records


@pytest.fixture
def tab(qtbot: QtBot, session: Session, preferences: Preferences) -> DocumentsTab:
    made = DocumentsTab(session, preferences)
    qtbot.addWidget(made)
    session.location_changed.connect(made.show_location)
    return made


def source_with(name: str) -> str:
    (found,) = [
        item.id
        for item in opened_sample().case.sources
        if item.document is not None and item.document.file == name
    ]
    return found


def test_the_text_of_a_document_stands_beneath_the_facts(
    session: Session, tab: DocumentsTab
) -> None:
    session.go(Target(source_with("views-31-2017.txt"), Tab.DOCUMENTS))
    text = (HALVEK / "documents" / "views-31-2017.txt").read_text("utf-8")
    assert tab.text.toPlainText() == text
    assert not tab.text.isHidden()
    assert tab.fault.isHidden()
    assert tab.page_view.toPlainText()


def test_a_document_that_is_no_text_says_how_to_read_it(
    session: Session, tab: DocumentsTab
) -> None:
    session.go(Target(source_with("custody-watch-2017.pdf"), Tab.DOCUMENTS))
    assert "This is no plain text." in tab.fault.text()
    assert not tab.fault.isHidden()
    assert tab.text.isHidden()


def test_a_passage_is_selected_in_its_text(session: Session, tab: DocumentsTab) -> None:
    placed = [
        item
        for item in opened_sample().case.passages
        if item.position is not None and item.selector is not None
    ]
    assert placed
    for passage in placed:
        session.go(Target(passage.id, Tab.DOCUMENTS))
        chosen = tab.text.textCursor().selectedText().replace("\u2029", "\n")
        assert passage.selector is not None
        assert chosen == passage.selector.exact


def test_a_passage_without_a_place_shows_its_document_from_the_top(
    session: Session, tab: DocumentsTab
) -> None:
    (passage, *_) = [
        item
        for item in opened_sample().case.passages
        if item.position is None and item.source == source_with("custody-watch-2017.pdf")
    ]
    session.go(Target(passage.id, Tab.DOCUMENTS))
    assert not tab.text.textCursor().hasSelection()


def test_a_record_without_a_document_shows_its_own_page(
    session: Session, tab: DocumentsTab
) -> None:
    session.go(Target("p-mardek", Tab.DOCUMENTS))
    assert "Lena Mardek" in tab.page_view.toPlainText()
    session.go(Target("no-such-record", Tab.DOCUMENTS))
    assert "Not in this file" in tab.page_view.toPlainText()


def test_a_document_that_is_not_here_is_told_on_the_page(
    session: Session, tab: DocumentsTab
) -> None:
    session.swap_in(opened_sample(ABDUSSAMATOV))
    session.go(Target(tab=Tab.DOCUMENTS))
    assert tab.text.isHidden()
    assert tab.fault.isHidden()
    assert "not here" in tab.page_view.toPlainText().lower()


def test_a_file_without_documents_says_so(session: Session, tab: DocumentsTab) -> None:
    session.swap_in(without_records())
    session.go(Target(tab=Tab.DOCUMENTS))
    assert tab.pane._empty.text() == "No source of this file has a document recorded."


def test_reading_the_case_again_reads_its_documents_again(
    session: Session, tab: DocumentsTab, tmp_path: Path
) -> None:
    folder = copy_of(HALVEK, tmp_path)
    document = folder / "documents" / "views-31-2017.txt"
    opened = open_case(folder)
    session.swap_in(opened)
    session.go(Target(source_with("views-31-2017.txt"), Tab.DOCUMENTS))
    document.write_text("Other words.", "utf-8")
    session.swap_in(dataclasses.replace(opened))  # equal to the first, but read again
    assert tab.text.toPlainText() == "Other words."


def test_the_text_follows_the_size_of_text(
    session: Session, tab: DocumentsTab, qapp: QApplication
) -> None:
    place = Target(source_with("views-31-2017.txt"), Tab.DOCUMENTS)
    session.go(place)
    font, before = qapp.font(), tab.text.font().pointSizeF()
    larger = qapp.font()
    larger.setPointSizeF(2 * font.pointSizeF())
    qapp.setFont(larger)
    try:
        session.go(place)
        assert tab.text.font().pointSizeF() == pytest.approx(2 * before)
    finally:
        qapp.setFont(font)


def test_words_that_changed_leave_nothing_selected(
    session: Session, tab: DocumentsTab, tmp_path: Path
) -> None:
    passage = next(item for item in opened_sample().case.passages if item.position)
    source = next(item for item in opened_sample().case.sources if item.id == passage.source)
    assert source.document is not None
    assert passage.selector is not None
    folder = copy_of(HALVEK, tmp_path)
    file = folder / "documents" / source.document.file
    text = file.read_bytes().decode().replace(passage.selector.exact, "other words")
    file.write_bytes(text.encode())
    session.swap_in(open_case(folder))
    session.go(Target(passage.id, Tab.DOCUMENTS))
    assert tab.text.toPlainText()
    assert not tab.text.textCursor().hasSelection()
