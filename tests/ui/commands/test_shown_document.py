import hashlib
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF
from pytestqt.qtbot import QtBot

from caseviewer.documents.opening import begin, open_case
from caseviewer.documents.reading_process import Picture, ReadingError
from caseviewer.model.opened import Checked, OpenedCase
from caseviewer.model.sources import Source
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands import document_text
from caseviewer.ui.commands.document_text import DocumentText, DrawnPage
from caseviewer.ui.commands.shown_document import ShownDocument
from caseviewer.ui.widgets.document_pane import DocumentPane
from tests.builders import TEXT, Bundle, bundle, write_folder
from tests.ui.kit import HALVEK, LONG, copy_of, deliver, opened_sample


@pytest.fixture
def shown(qtbot: QtBot) -> ShownDocument:
    pane = DocumentPane("Text of the document")
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    return ShownDocument(pane, dict)


def source(opened: OpenedCase, name: str) -> Source:
    found = opened.index.get(name)
    assert isinstance(found, Source)
    return found


def show(qtbot: QtBot, shown: ShownDocument, opened: OpenedCase, name: str) -> None:
    with qtbot.waitSignal(shown.shown, timeout=LONG):
        shown.show_source(opened, source(opened, name))


def test_a_document_is_read_beside_the_window(qtbot: QtBot, shown: ShownDocument) -> None:
    shown.show_source(opened_sample(), source(opened_sample(), "s-views"))
    assert shown.pane.fault.text() == "The document is being read…"
    assert shown.contents == DocumentText()
    qtbot.waitUntil(lambda: bool(shown.contents.source), timeout=LONG)
    assert shown.pane.heading.text() == "S1 · original · text"


def test_what_is_shown_is_not_read_again(
    qtbot: QtBot, shown: ShownDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(qtbot, shown, opened_sample(), "s-views")
    monkeypatch.setattr(document_text, "load", lambda *_: pytest.fail("it was read again"))
    shown.show_source(opened_sample(), source(opened_sample(), "s-views"))
    later = opened_sample().with_checks(findings=())
    shown.show_source(later, source(later, "s-views"))
    assert shown.pane.text.toPlainText()


def test_another_document_replaces_the_one_that_is_being_read(
    qtbot: QtBot, shown: ShownDocument
) -> None:
    shown.show_source(opened_sample(), source(opened_sample(), "s-views"))
    show(qtbot, shown, opened_sample(), "s-courier")
    assert wait_for_all()
    deliver()
    assert shown.contents.source == "s-courier"
    shown.show_source(opened_sample(), None)
    assert shown.contents == DocumentText()
    assert shown.pane.text.isHidden()


def test_passages_are_marked_and_their_paragraphs_told(qtbot: QtBot, shown: ShownDocument) -> None:
    show(qtbot, shown, opened_sample(), "s-courier")
    fragments = [one.passage for one in opened_sample().case.quotations[0].fragments]
    assert shown.mark(fragments) == fragments
    assert shown.marked == fragments
    assert shown.numbers_at(fragments) == ["3", "3"]
    assert shown.mark(["no such passage"]) == []
    shown.go_to_number("4")
    text = shown.pane.text
    assert text.toPlainText()[text.textCursor().position() :].startswith("The mother, who")
    place = text.textCursor().position()
    shown.go_to_number("99")
    assert text.textCursor().position() == place
    shown.go_to_number("4")
    text.go_to(0)
    shown.go_to_number("4")
    assert text.place() == 0


def test_a_selection_is_told_by_the_passages_that_it_touches(
    qtbot: QtBot, shown: ShownDocument
) -> None:
    show(qtbot, shown, opened_sample(), "s-courier")
    told: list[object] = []
    shown.chosen.connect(told.append)
    span = shown.contents.cited[0]
    shown.pane.chosen.emit(span.start, span.end)
    shown.pane.chosen.emit(0, 3)
    shown.pane.chosen.emit(0, 0)
    first, nothing, none = told
    assert isinstance(first, list)
    assert span.passage in first
    assert (nothing, none) == ([], None)


def opened_with(folder: Path, change: Callable[[Bundle], object], data: bytes) -> OpenedCase:
    raw = bundle()
    change(raw)
    return open_case(write_folder(folder, raw, {"report.txt": data}))


def test_a_file_of_an_unknown_kind_says_how_to_read_it(
    qtbot: QtBot, shown: ShownDocument, tmp_path: Path
) -> None:
    def change(raw: Bundle) -> None:
        raw["sources"][0]["document"]["media_type"] = "application/x-other"

    opened = opened_with(tmp_path, change, TEXT.encode())
    show(qtbot, shown, opened, "report")
    assert shown.pane.fault.text().startswith("Files of this kind are not shown here. Open")
    assert shown.pane.heading.text() == "S1 · original"


def test_a_document_that_cannot_be_read_says_why(
    qtbot: QtBot, shown: ShownDocument, tmp_path: Path
) -> None:
    opened = opened_with(tmp_path, lambda _: None, b"caf\xe9")
    show(qtbot, shown, opened, "report")
    assert "is not a text in UTF-8" in shown.pane.fault.text()


def test_a_fault_of_the_program_is_said_to_be_one(
    qtbot: QtBot, shown: ShownDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr(document_text, "load", fail)
    shown.show_source(opened_sample(), source(opened_sample(), "s-views"))
    qtbot.waitUntil(lambda: "(KeyError)" in shown.pane.fault.text(), timeout=LONG)
    assert "secret" not in shown.pane.fault.text()


def test_pages_are_drawn_once_and_kept_for_a_while(
    qtbot: QtBot, shown: ShownDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []

    def draw(_: DocumentText, page: int, width: int, __: object) -> DrawnPage:
        drawn.append(page)
        return DrawnPage(Picture(2, 1, bytes(6), 2, 1))

    monkeypatch.setattr(document_text, "draw_page", draw)
    show(qtbot, shown, opened_sample(), "s-report")
    for page in (0, 1, 0):
        shown.pane.picture.clear()
        shown.pane.picture_wanted.emit(page, 300)
        qtbot.waitUntil(lambda: not shown.pane.picture.is_empty, timeout=LONG)
    assert drawn == [0, 1]
    for page in range(2, 12):
        shown.pane.picture.clear()
        shown.pane.picture_wanted.emit(page, 300)
        qtbot.waitUntil(lambda: not shown.pane.picture.is_empty, timeout=LONG)
    shown.pane.picture.clear()
    shown.pane.picture_wanted.emit(0, 300)
    qtbot.waitUntil(lambda: not shown.pane.picture.is_empty, timeout=LONG)
    assert drawn[-1] == 0


@pytest.mark.parametrize(
    ("error", "words"),
    [(ReadingError("The PDF is damaged."), "The PDF is damaged."), (KeyError("x"), "(KeyError)")],
)
def test_a_page_that_cannot_be_drawn_says_why(
    qtbot: QtBot,
    shown: ShownDocument,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    words: str,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(document_text, "draw_page", fail)
    show(qtbot, shown, opened_sample(), "s-report")
    shown.pane.picture_wanted.emit(0, 300)
    qtbot.waitUntil(lambda: words in shown.pane.fault.text(), timeout=LONG)


def test_nothing_is_drawn_of_a_text(qtbot: QtBot, shown: ShownDocument) -> None:
    show(qtbot, shown, opened_sample(), "s-views")
    shown.pane.picture_wanted.emit(0, 300)
    assert wait_for_all()
    deliver()
    assert shown.pane.picture.is_empty


def test_a_document_that_changed_since_it_was_checked_is_said_to_have(
    qtbot: QtBot, shown: ShownDocument, tmp_path: Path
) -> None:
    opened = opened_with(tmp_path, lambda _: None, TEXT.encode())
    show(qtbot, shown, opened, "report")
    assert shown.pane.heading.text() == "S1 · original · text"
    (Path(opened.case_file).parent / "documents" / "report.txt").write_text("Other words.", "utf-8")
    shown.forget()
    show(qtbot, shown, opened, "report")
    assert shown.pane.heading.text().endswith(" · changed since it was checked: reload the case")
    (tmp_path / "two").mkdir()
    differing = opened_with(tmp_path / "two", lambda _: None, b"Other words.")
    show(qtbot, shown, differing, "report")
    assert "changed since" not in shown.pane.heading.text()


def test_a_scan_is_shown_as_pages(qtbot: QtBot, shown: ShownDocument, tmp_path: Path) -> None:
    blank = FPDF()
    blank.add_page()
    data = bytes(blank.output())

    def change(raw: Bundle) -> None:
        document = raw["sources"][0]["document"]
        document |= {"media_type": "application/pdf", "bytes": len(data)}
        document["sha256"] = hashlib.sha256(data).hexdigest()

    opened = opened_with(tmp_path, change, data)
    show(qtbot, shown, opened, "report")
    assert shown.pane.shows_pages()
    assert shown.pane.heading.text() == "S1 · original · PDF · pages without text"
    qtbot.waitUntil(lambda: not shown.pane.picture.is_empty, timeout=LONG)


@pytest.mark.parametrize("checked", [Checked.UNDER_WAY, Checked.STOPPED])
def test_a_document_is_read_though_nobody_has_checked_it(
    qtbot: QtBot, shown: ShownDocument, monkeypatch: pytest.MonkeyPatch, checked: Checked
) -> None:
    opened = begin(HALVEK).opened.with_checks(checked=checked)
    show(qtbot, shown, opened, "s-views")
    assert shown.pane.heading.text() == "S1 · original · text"
    monkeypatch.setattr(document_text, "load", lambda *_: pytest.fail("it was read again"))
    states = opened_sample().documents
    later = opened.with_checks(checked=Checked.DONE, documents=states)
    shown.show_source(later, source(later, "s-views"))
    assert shown.pane.text.toPlainText()


def test_a_document_that_proves_not_to_be_here_is_shown_no_more(
    qtbot: QtBot, shown: ShownDocument, tmp_path: Path
) -> None:
    folder = copy_of(HALVEK, tmp_path)
    opening = begin(folder)
    show(qtbot, shown, opening.opened, "s-views")
    (folder / "documents" / "views-31-2017.txt").unlink()
    later = opening.check()
    shown.show_source(later, source(later, "s-views"))
    assert shown.contents == DocumentText()


def test_a_document_that_nobody_checked_and_that_is_not_here_is_said_to_be_missing(
    qtbot: QtBot, shown: ShownDocument, tmp_path: Path
) -> None:
    folder = copy_of(HALVEK, tmp_path)
    (folder / "documents" / "views-31-2017.txt").unlink()
    show(qtbot, shown, begin(folder).opened, "s-views")
    assert "views-31-2017.txt" in shown.pane.fault.text()


def test_a_page_that_was_left_does_not_appear_later(
    qtbot: QtBot, shown: ShownDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def draw(_: DocumentText, page: int, width: int, __: object) -> DrawnPage:
        if page == 1:
            go_on.wait(LONG / 1_000)
        return DrawnPage(Picture(2, 1, bytes([page] * 6), 2, 1))

    monkeypatch.setattr(document_text, "draw_page", draw)
    show(qtbot, shown, opened_sample(), "s-report")
    told: list[bytes] = []
    monkeypatch.setattr(shown.pane.picture, "show_pixels", lambda *args: told.append(args[2]))
    shown.pane.picture_wanted.emit(0, 300)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    shown.pane.picture_wanted.emit(1, 300)
    shown.pane.picture_wanted.emit(0, 300)
    go_on.set()
    assert wait_for_all()
    deliver()
    assert told == 2 * [bytes(6)]


def test_a_place_is_gone_to_once_its_document_is_there(qtbot: QtBot, shown: ShownDocument) -> None:
    shown.go_to("s-views", 2_000)  # nobody looks at that one
    shown.show_source(opened_sample(), source(opened_sample(), "s-views"))
    shown.go_to("s-courier", 5)
    shown.go_to("s-views", 2_000)
    qtbot.waitUntil(lambda: bool(shown.contents.source), timeout=LONG)
    assert shown.pane.text.place() == 2_000
    shown.go_to("s-views", 100)
    assert shown.pane.text.place() == 100


def test_a_place_that_was_waited_for_is_forgotten_with_its_document(
    qtbot: QtBot, shown: ShownDocument
) -> None:
    shown.show_source(opened_sample(), source(opened_sample(), "s-views"))
    shown.go_to("s-views", 2_000)
    show(qtbot, shown, opened_sample(), "s-courier")
    assert shown.pane.text.place() == 0
