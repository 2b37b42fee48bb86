"""A bundle full of markup is shown letter by letter, and no file that it names is opened.

Its every free text holds a picture's tag, a tag for bold letters, an ampersand, a sign
that turns the line round, and 10,000 characters. So do its documents, and, as far as a
name of a file allows it, the names of its documents and of its own folder.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.bundle.schema import schema
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.tables import TABLE_TABS
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.widgets.page_dialog import PageDialog
from caseviewer.ui.widgets.page_view import PageView
from tests.e2e.hostile import (
    LENGTH,
    OVERRIDE,
    free_fields,
    hostile,
    hostile_name,
    write_hostile,
)
from tests.e2e.screen import Pasted, label_text, shown_tooltip, texts, tooltips, without_markup
from tests.e2e.watching import (
    AVAILABLE,
    ENGINE,
    READER,
    Watch,
    calls_to_other_machines_and_programs,
)
from tests.ui.choosing import click, click_entry
from tests.ui.kit import (
    HALVEK,
    LONG,
    bring_to_front,
    case_view,
    clipboard,
    delete_later,
    focused,
    go,
    list_of,
    open_in,
    page_of,
    pane_of,
    press,
    running,
)

pytestmark = pytest.mark.skipif(not AVAILABLE, reason="only Linux tells that a file was opened")

CLEAN_TAGS = {
    "meta", "table", "tr", "th", "td", "br", "h1", "h2", "p", "ul", "li", "blockquote",
}  # fmt: skip


class Trap:
    """The hostile bundle in its folder, and the picture that nobody may open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.canary = folder / "canary.png"
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        assert image.save(str(self.canary))
        self.bundle = folder / hostile_name()
        self.fields = write_hostile(HALVEK, self.bundle, self.canary)
        self.watch = Watch(self.canary)
        self.before = self.state()

    def state(self) -> dict[str, tuple[int, bytes | list[str]]]:
        """What lies in the bundle, and when it was last written."""
        return {
            str(path): (
                path.stat().st_mtime_ns,
                path.read_bytes() if path.is_file() else sorted(map(str, path.iterdir())),
            )
            for path in (self.bundle, *self.bundle.rglob("*"))
        }


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trap]:
    made = Trap(tmp_path_factory.mktemp("trap"))
    with made.watch:
        yield made


@pytest.fixture(autouse=True)
def untouched(trap: Trap, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test in which the picture is opened, a machine is called or the bundle changed."""
    monkeypatch.chdir(trap.folder)  # names without a folder lead to the picture too
    with calls_to_other_machines_and_programs() as calls:
        yield
    assert set(calls) <= {ENGINE, READER}
    assert not trap.watch.touched(), "the picture was opened"
    assert trap.state() == trap.before
    trap.canary.read_bytes()
    assert trap.watch.touched(), "the watch does not work"


@pytest.fixture(scope="module")
def opened_window(
    qapp: QApplication, trap: Trap, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """One window for all tests, as each of them only looks at it."""
    with running(qapp, tmp_path_factory.mktemp("preferences")) as program:
        program.open_paths([str(trap.bundle)])
        (window,) = program.windows
        for _ in range(LONG // 10):
            QTest.qWait(10)
            if window.desk.session.opened is not None:
                break
        yield window


@pytest.fixture
def hostile_window(qtbot: QtBot, opened_window: MainWindow) -> MainWindow:
    bring_to_front(qtbot, opened_window)
    go(opened_window, Tab.OVERVIEW)
    opened_window.notice.put_away()
    return opened_window


def check(found: Iterator[str]) -> int:
    """Each text is shown letter by letter; gives how many of them are hostile."""
    hostile_ones = 0
    for text in found:
        assert OVERRIDE not in text, text[:100]
        assert text.count("bold") == text.count("<b>bold"), text[:100]
        hostile_ones += "<b>bold" in text
    return hostile_ones


def draw(window: MainWindow) -> None:
    """Paint everything, as only then would Qt fetch a picture."""
    assert not window.grab().isNull()


# The trap itself


def test_every_free_text_of_the_format_is_hostile(trap: Trap) -> None:
    assert free_fields(dict(schema())) - trap.fields == set()
    assert len(trap.fields) > 100
    case = json.loads((trap.bundle / "case.json").read_text("utf-8"))
    assert len(case["title"]) == LENGTH
    assert case["title"].startswith(hostile(trap.canary))


def test_no_record_was_set_aside_but_the_one_that_is_meant_to_be(
    hostile_window: MainWindow,
) -> None:
    opened = hostile_window.desk.session.opened
    assert opened is not None
    sample = json.loads((HALVEK / "case.json").read_text("utf-8"))
    for name in ("parties", "chronology", "quotations", "sources", "passages", "gaps"):
        assert len(getattr(opened.case, name)) == len(sample[name])
    assert [p.message for p in opened.problems if "<b>bold" in p.message or "<b>bold" in p.found]


def test_the_watch_and_the_reader_of_the_screen_would_notice(qtbot: QtBot, trap: Trap) -> None:
    naive = QLabel(hostile(trap.canary))
    qtbot.addWidget(naive)
    naive.grab()
    assert trap.watch.touched()
    with pytest.raises(AssertionError):
        label_text(naive)
    document = QTextDocument()
    document.setHtml("<b>bold</b>")
    with pytest.raises(AssertionError):
        without_markup(document)
    with pytest.raises(AssertionError):
        shown_tooltip(hostile(trap.canary), naive)
    with pytest.raises(AssertionError):
        check(iter(["bold"]))
    with pytest.raises(AssertionError):
        check(iter([f"<b>bold {OVERRIDE}"]))
    delete_later()
    trap.watch.touched()


# The window


@pytest.mark.parametrize("tab", Tab)
def test_a_tab_shows_markup_letter_by_letter(hostile_window: MainWindow, tab: Tab) -> None:
    go(hostile_window, tab)
    draw(hostile_window)
    shown = list(texts(case_view(hostile_window).tab_view(tab)))
    assert check(iter(shown)) >= 1
    assert any("⟨U+202E⟩" in text for text in shown)


def test_the_window_its_menus_and_its_tooltips_show_markup_letter_by_letter(
    hostile_window: MainWindow,
) -> None:
    for tab in Tab:
        go(hostile_window, tab)
    draw(hostile_window)
    assert check(texts(hostile_window)) > 100
    assert check(tooltips(hostile_window)) >= 1


@pytest.mark.parametrize("tab", TABLE_TABS)
def test_the_page_of_every_row_shows_markup_letter_by_letter(
    hostile_window: MainWindow, tab: Tab
) -> None:
    go(hostile_window, tab)
    found = list_of(hostile_window, tab)
    model = found.record_model()
    assert model is not None
    page = page_of(hostile_window, tab)
    for row in range(model.rowCount()):
        if record := model.id_at(row):
            assert found.select_record(record)
            hostile_ones = check(iter([without_markup(page.document())]))
            assert hostile_ones == 1 or record.startswith(("problem:", "found:"))
            page.grab()


def test_the_pages_that_only_links_lead_to_show_markup_letter_by_letter(
    hostile_window: MainWindow,
) -> None:
    opened = hostile_window.desk.session.opened
    assert opened is not None
    ids = [item.id for item in opened.case.proceedings]
    ids += [item.id for item in opened.case.passages]
    for record in ids:
        hostile_window.desk.session.go(Target(record))
        page = page_of(hostile_window, hostile_window.desk.session.location.tab)
        assert check(iter([without_markup(page.document())])) == 1


def test_the_texts_of_documents_show_markup_letter_by_letter(
    hostile_window: MainWindow,
) -> None:
    opened = hostile_window.desk.session.opened
    assert opened is not None
    read = 0
    for source in opened.case.sources:
        if source.document is not None:
            go(hostile_window, Tab.DOCUMENTS, source.id)
            draw(hostile_window)
            assert check(texts(case_view(hostile_window).tab_view(Tab.DOCUMENTS))) > 1
            read += source.document.media_type == "text/plain"
    assert read >= 4


def test_a_long_text_is_whole_in_the_pane_and_cut_elsewhere(
    hostile_window: MainWindow,
) -> None:
    assert len(hostile_window.windowTitle()) < 300
    assert hostile_window.windowTitle().startswith("<b>bold</b> <img src=")
    opened = hostile_window.desk.session.opened
    assert opened is not None
    go(hostile_window, Tab.PARTIES, opened.case.parties[0].id)
    lengths = [len(text) for text in texts(hostile_window)]
    assert max(lengths) > LENGTH
    cells = list_of(hostile_window, Tab.PARTIES)
    model = cells.record_model()
    assert model is not None
    assert max(len(str(model.index(row, 1).data() or "")) for row in range(model.rowCount())) < 700


# Menus, notices, dialogs, the start page


def test_recent_files_and_their_tooltips_show_markup_letter_by_letter(
    qtbot: QtBot, program: Program, trap: Trap
) -> None:
    open_in(qtbot, program, trap.bundle)
    empty = program.new_window()
    bring_to_front(qtbot, empty)
    draw(empty)
    (action,) = empty._recent_menu.actions()
    assert action.text() == "<b>bold<b> <img src='canary.png'> A&&B ⟨U+202E⟩12"
    empty._recent_menu.popup(empty.pos())
    empty._recent_menu.grab()
    empty._recent_menu.close()
    assert check(texts(empty)) >= 3  # menu, button, its description
    assert check(tooltips(empty)) >= 1
    button = next(
        part for part in empty.findChildren(QPushButton) if "bold" in part.accessibleName()
    )
    assert button.text() == action.text()


@pytest.mark.parametrize("ending", [".json", ""])
def test_a_refused_file_that_is_named_like_markup_is_told_letter_by_letter(
    qtbot: QtBot, program: Program, tmp_path: Path, trap: Trap, ending: str
) -> None:
    path = tmp_path / f"{hostile_name()}{ending}"
    content = {"format": hostile(trap.canary), hostile(trap.canary): hostile(trap.canary)}
    path.write_text(json.dumps(content), "utf-8")
    program.open_paths([str(path)])
    (window,) = program.windows
    qtbot.waitUntil(lambda: window.notice.text != "", timeout=LONG)
    draw(window)
    assert window.notice.text.startswith("“<b>bold<b> <img src='canary.png'> A&B ⟨U+202E⟩12")
    assert check(texts(window)) >= 2
    assert check(tooltips(window)) == 0


def test_what_was_copied_is_told_letter_by_letter(hostile_window: MainWindow) -> None:
    for key in ("Ctrl+2", "Ctrl+C", "Ctrl+7", "Ctrl+A", "Ctrl+C"):
        press(key)
        draw(hostile_window)
        check(texts(hostile_window.notice))


@pytest.mark.parametrize("key", ["F1", "Shift+F1"])
def test_dialogs_over_a_hostile_case_show_only_the_programs_words(
    hostile_window: MainWindow, key: str
) -> None:
    press(key)
    dialog = hostile_window.findChild(PageDialog)
    assert isinstance(dialog, PageDialog)
    dialog.grab()
    assert check(texts(dialog)) == 0
    assert check(tooltips(dialog)) == 0
    dialog.close()
    delete_later()


def test_a_filter_that_is_markup_is_told_letter_by_letter(
    qtbot: QtBot, hostile_window: MainWindow, trap: Trap
) -> None:
    go(hostile_window, Tab.PARTIES)
    press("Ctrl+Shift+F")
    assert isinstance(focused(), QLineEdit)
    pane = case_view(hostile_window).tab_view(Tab.PARTIES)
    focused().setProperty("text", hostile(trap.canary).replace(OVERRIDE, "") + " nowhere")
    qtbot.waitUntil(lambda: any("Nothing matches" in text for text in texts(pane)))
    draw(hostile_window)
    assert check(texts(pane)) >= 1
    press("Esc")


@pytest.mark.parametrize(
    ("tab", "name"),
    [(Tab.QUOTATIONS, "speaker"), (Tab.QUOTATIONS, "source"), (Tab.CHRONOLOGY, "party")],
)
def test_names_that_are_markup_are_chosen_letter_by_letter(
    hostile_window: MainWindow, tab: Tab, name: str
) -> None:
    go(hostile_window, tab)
    bar = pane_of(hostile_window, tab).facets
    menu = click(bar.buttons[name])
    menu.grab()
    assert check(action.text() for action in menu.actions()) >= 1
    click_entry(menu, "<b>bold</b>")
    menu.close()
    draw(hostile_window)
    assert check(texts(bar)) >= 2
    assert check(tooltips(bar)) >= 1
    bar.all_wanted.emit()


# Copies


@pytest.mark.parametrize("tab", Tab)
def test_a_copy_carries_markup_as_letters(hostile_window: MainWindow, tab: Tab) -> None:
    go(hostile_window, tab)
    rows = ("Ctrl+C",) if tab is Tab.OVERVIEW else ("Ctrl+A", "Ctrl+C")
    for keys in (rows, ("Ctrl+Shift+P",)):
        press(*keys)
        pasted = Pasted(clipboard().html())
        assert pasted.tags <= CLEAN_TAGS
        assert pasted.attributes == {("charset", "utf-8")}
        assert "<b>bold</b> <img src=" in pasted.words
        assert "<b>bold</b> <img src=" in clipboard().text()


def test_a_selection_of_a_page_is_copied_as_letters(hostile_window: MainWindow) -> None:
    go(hostile_window, Tab.PARTIES)
    page = page_of(hostile_window, Tab.PARTIES)
    assert isinstance(page, PageView)
    page.setFocus()
    page.selectAll()
    press("Ctrl+C")
    assert clipboard().formats() == ["text/plain"]
    assert check(iter([clipboard().text()])) == 1
