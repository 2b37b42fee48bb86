"""Documents: opened from a quotation, checked behind the opening, attached by the reader."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.documents.checking import Checking
from caseviewer.documents.opening import open_case
from caseviewer.formatting.page import Tab
from caseviewer.formatting.receipt import receipt_line
from caseviewer.model.opened import Checked, PassageState
from caseviewer.model.sources import Source
from caseviewer.ui import messages
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.session import Location
from caseviewer.ui.views.documents_tab import DocumentsTab
from tests.builders import TEXT, bundle, write
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    case_view,
    copy_of,
    deliver,
    focused,
    go,
    open_in,
    place,
    press,
    tab_of,
    wait_for_checks,
)
from tests.ui.widgets.test_document_view import marked

pytestmark = pytest.mark.usefixtures("something_before")

Answer = Callable[[Path], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answer the question for a document with a file."""

    def choose(path: Path) -> None:
        monkeypatch.setattr(messages, "ask_for_document", lambda _: str(path))

    return choose


def documents(window: MainWindow) -> DocumentsTab:
    found = tab_of(window, Tab.DOCUMENTS)
    assert isinstance(found, DocumentsTab)
    return found


def wait_for_text(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(documents(window).document.contents.source), timeout=LONG)


def marks(window: MainWindow) -> list[str]:
    return marked(documents(window).document.pane.text)


def states(window: MainWindow) -> dict[str, PassageState]:
    opened = window.desk.session.opened
    assert opened is not None
    return opened.passage_states


def header(window: MainWindow) -> str:
    return case_view(window).header.toPlainText()


def test_enter_on_a_quotation_opens_its_document_and_back_returns(
    qtbot: QtBot, program: Program
) -> None:
    window = open_in(qtbot, program, HALVEK)
    press("Ctrl+4", "Return")
    wait_for_text(qtbot, window)
    assert place(window) == Location(Tab.DOCUMENTS, open_case(HALVEK).case.quotations[0].id)
    assert marks(window) == [
        "I asked at the gate every morning,",
        "They told me, 'She was not here, she is not here, go home.'",
    ]
    assert focused().accessibleName() == "Text of the document"
    press("Alt+Left")
    assert place(window).tab is Tab.QUOTATIONS


def test_enter_on_a_quotation_whose_document_is_not_here_reads_its_page(
    qtbot: QtBot, program: Program
) -> None:
    open_in(qtbot, program, ABDUSSAMATOV)
    press("Ctrl+4", "Return")
    assert focused().accessibleName() == "Quotations: what is selected"


def test_the_page_is_attached_and_every_passage_is_checked_against_it(
    qtbot: QtBot, program: Program, answer: Answer, seed_page: Path, tmp_path: Path
) -> None:
    folder = copy_of(ABDUSSAMATOV, tmp_path)
    before = sorted(path.name for path in folder.rglob("*"))
    window = open_in(qtbot, program, folder)
    opened = window.desk.session.opened
    answer(seed_page)
    press("Ctrl+Shift+A")
    qtbot.waitUntil(lambda: window.desk.session.opened is not opened, timeout=LONG)
    wait_for_checks(qtbot, window)
    assert "1 of 1 documents here, hash matches" in header(window)
    assert "38 of 38 passages found, 2 not checked" in header(window)
    assert window.notice.text.startswith("Attached: “refworld-iwpr-2012.txt” is the document of S1")
    assert sorted(path.name for path in folder.rglob("*")) == before
    press("Ctrl+4", "Return")
    wait_for_text(qtbot, window)
    first, second = marks(window)
    assert first.startswith("When we said we would appeal")
    assert second.startswith("He advised us not complain")
    text = documents(window).document.pane.text.toPlainText()
    between = text[text.index(first) + len(first) : text.index(second)]
    assert between == '" she said. "'
    press("Alt+Left", "Down", "Down", "Return")
    assert [words[:15] for words in marks(window)] == ["The authorities", "And they can al"]
    press("Ctrl+R")  # remembered from one reading to the next
    wait_for_checks(qtbot, window)
    assert "hash matches" in header(window)


def test_with_one_letter_changed_exactly_the_passages_concerned_are_not_found(
    qtbot: QtBot, program: Program, answer: Answer, seed_page: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_bytes(seed_page.read_bytes().replace(b"harming", b"harning"))
    window = open_in(qtbot, program, ABDUSSAMATOV)
    go(window, Tab.DOCUMENTS)
    opened = window.desk.session.opened
    assert opened is not None
    answer(changed)
    press("Ctrl+Shift+A")
    qtbot.waitUntil(lambda: window.desk.session.opened is not opened, timeout=LONG)
    wait_for_checks(qtbot, window)
    lost = {name for name, state in states(window).items() if state is PassageState.NOT_FOUND}
    concerned = {
        passage.id
        for passage in opened.case.passages
        if passage.selector is not None and "harming" in passage.selector.exact
    }
    assert lost == concerned != set()
    assert "1 not found" in header(window)
    assert "1 not verified" in header(window)
    assert "but “changed.txt” differs from the document of S1" in window.notice.text


def test_a_saved_web_page_is_read_as_text_and_said_to_be_so(
    qtbot: QtBot, program: Program, answer: Answer, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    blocks = "".join(f"<p>{block}</p>" for block in TEXT.split("\n\n"))
    page.write_text(f"<!DOCTYPE html><html><body>{blocks}</body></html>", "utf-8")
    window = open_in(qtbot, program, write(tmp_path, bundle()))
    opened = window.desk.session.opened
    go(window, Tab.DOCUMENTS)
    answer(page)
    press("Ctrl+Shift+A")
    qtbot.waitUntil(lambda: window.desk.session.opened is not opened, timeout=LONG)
    wait_for_checks(qtbot, window)
    wait_for_text(qtbot, window)
    assert set(states(window).values()) == {PassageState.IN_OTHER_COPY, PassageState.UNCHECKED}
    assert "a saved web page, read as text" in documents(window).page_view.toPlainText()


def test_copies_are_forgotten_on_wish(
    qtbot: QtBot, program: Program, answer: Answer, tmp_path: Path
) -> None:
    copy = tmp_path / "mine.txt"
    copy.write_bytes(TEXT.encode())
    window = open_in(qtbot, program, write(tmp_path, bundle()))
    opened = window.desk.session.opened
    answer(copy)
    press("Ctrl+Shift+A")
    qtbot.waitUntil(lambda: window.desk.session.opened is not opened, timeout=LONG)
    wait_for_checks(qtbot, window)
    assert PassageState.FOUND in states(window).values()
    opened = window.desk.session.opened
    window.desk.handlers["forget_copies"]()
    qtbot.waitUntil(lambda: window.desk.session.opened is not opened, timeout=LONG)
    assert program.preferences.get("document_copies") == {}
    assert "0 of 1 documents here" in header(window)
    assert "are forgotten" in window.notice.text


# Checking


class SlowChecking:
    """Checking that goes on until it is let go or stopped."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = threading.Event()
        whole = Checking._tick

        def tick(checking: Checking) -> None:
            while not self.go_on.wait(0.005):
                checking._pause()
            whole(checking)

        monkeypatch.setattr(Checking, "_tick", tick)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> SlowChecking:
    return SlowChecking(monkeypatch)


def opened_under_way(qtbot: QtBot, program: Program, path: Path) -> MainWindow:
    program.open_paths([str(path)])
    window = program.windows[-1]
    qtbot.waitUntil(lambda: window.desk.session.opened is not None, timeout=LONG)
    return window


def test_the_case_is_read_while_its_documents_are_still_being_checked(
    qtbot: QtBot, program: Program, slow: SlowChecking
) -> None:
    window = opened_under_way(qtbot, program, HALVEK)
    assert "7 documents being checked · 146 passages being checked" in header(window)
    go(window, Tab.QUOTATIONS)
    tab = tab_of(window, Tab.QUOTATIONS)
    tab.pane.list.select_record("q-mother-gate")
    before = tab.pane.list.current_record()
    assert "being checked" in tab.page_view.toPlainText()
    qtbot.waitUntil(lambda: window.notice.text == "Checking documents and passages…", timeout=LONG)
    slow.go_on.set()
    wait_for_checks(qtbot, window)
    assert window.notice.text == ""
    assert tab.pane.list.current_record() == before
    assert "being checked" not in tab.page_view.toPlainText()
    assert "7 of 7 documents here, hashes match" in header(window)
    whole = open_case(HALVEK)
    assert receipt_line(whole) in header(window).replace("\n", " ")


def test_long_checking_can_be_stopped_and_what_is_left_says_so(
    qtbot: QtBot, program: Program, slow: SlowChecking
) -> None:
    window = opened_under_way(qtbot, program, HALVEK)
    qtbot.waitUntil(lambda: window.notice.text == "Checking documents and passages…", timeout=LONG)
    window.notice._do()
    qtbot.waitUntil(lambda: "as this was stopped" in header(window), timeout=LONG)
    opened = window.desk.session.opened
    assert opened is not None
    assert opened.checked is Checked.STOPPED
    assert window.notice.text == ""


def test_a_window_that_closes_ends_its_checks(
    qtbot: QtBot, program: Program, slow: SlowChecking
) -> None:
    window = opened_under_way(qtbot, program, HALVEK)
    checker = window.desk.checker
    window.close()
    assert not checker.busy
    deliver()


def test_a_document_that_breaks_the_reader_is_a_sentence(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    folder = copy_of(HALVEK, tmp_path)
    shutil.copy(
        folder / "documents" / "ministry-letter-2019-04-11.png",
        folder / "documents" / "custody-watch-2017.pdf",
    )
    window = open_in(qtbot, program, folder)
    opened = window.desk.session.opened
    assert opened is not None
    (report,) = (one for one in opened.case.sources if one.id == "s-report")
    assert isinstance(report, Source)
    go(window, Tab.DOCUMENTS, report.id)
    qtbot.waitUntil(lambda: bool(documents(window).document.contents.source), timeout=LONG)
    words = documents(window).document.pane.fault.text()
    assert words.endswith("The record calls the document a PDF, but it is a PNG picture.")
    cited = {passage.id for passage in opened.case.passages if passage.source == report.id}
    assert {states(window)[name] for name in cited} == {PassageState.UNCHECKED}
