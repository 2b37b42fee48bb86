"""A person looks for words in the whole case, and walks from hit to hit (job 9)."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.session import Location
from caseviewer.ui.widgets.record_list import RecordList
from tests.e2e.finding import (
    about,
    documents,
    find,
    frame,
    head,
    hits,
    is_mark_seen,
    lines,
    marked,
    marked_in_document,
    settle,
    told,
    type_in,
)
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    click_link,
    copy_of,
    focused,
    go,
    list_of,
    open_in,
    page_of,
    place,
    press,
)


@pytest.fixture
def window(qtbot: QtBot, program: Program) -> MainWindow:
    return open_in(qtbot, program, ABDUSSAMATOV)


@pytest.fixture
def with_documents(qtbot: QtBot, program: Program) -> MainWindow:
    return open_in(qtbot, program, HALVEK)


@pytest.fixture
def with_page(qtbot: QtBot, program: Program, seed_page: Path, tmp_path: Path) -> MainWindow:
    """The case with the report's page in its folder."""
    folder = copy_of(ABDUSSAMATOV, tmp_path)
    (folder / "documents").mkdir()
    (folder / "documents" / seed_page.name).write_bytes(seed_page.read_bytes())
    return open_in(qtbot, program, folder)


# The queries of job 9


def test_kazakhstan_finds_kazakstan_and_says_why(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "kazakhstan")
    found = {line.number: line for line in lines(window)}
    bureau = found["P17"]
    assert bureau.title.text.startswith("Kazakstan Bureau")
    assert bureau.notes.startswith("matched Kazakstan: the publisher's spelling of Kazakhstan")
    assert found["P2"].title.pieces().__next__() == ("Kazakhstan", True)
    assert head(window).startswith(f"{len(lines(window))} hits · Overview 2 · Parties 4")


def test_spaces_that_do_not_break_are_no_hindrance(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "CRS Issue 647, available")
    (line,) = [line for line in lines(window) if line.number == "S1"]
    assert line.words is not None
    assert "\u00a0CRS Issue 647,\u00a0available" in line.words.text


def test_a_phrase_in_quotation_marks_is_exact(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, '"right of appeal"')
    assert lines(window)
    assert all(line.found.lower() == "right of appeal" for line in lines(window))
    type_in(qtbot, window, '"appeal of right"')
    assert about(window).startswith("Nothing found for")


def test_nothing_found_says_where_was_looked_and_what_was_not_here(
    qtbot: QtBot, window: MainWindow
) -> None:
    find(qtbot, window, "zzzqx")
    assert "Searched: 1 proceeding" in about(window)
    assert "Fields: title" in about(window)
    assert "as it is not here: the document of S1" in about(window)
    assert not frame(window).bar.next.isEnabled()
    press("F3")
    assert focused() is frame(window).field


def test_a_typo_finds_what_is_near_and_says_so(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "kazakhstn")
    assert "“kazakhstn”" in head(window)
    assert "almost like it: kazakhstan" in head(window)
    assert len(lines(window)) > 5


def test_what_is_wrong_with_a_query_is_said_beside_its_hits(
    qtbot: QtBot, window: MainWindow
) -> None:
    find(qtbot, window, "kazakhstan kind:nonsense")
    assert "kind:nonsense is no kind" in head(window)
    assert lines(window)


def test_the_page_of_the_report_is_searched_too(qtbot: QtBot, with_page: MainWindow) -> None:
    find(qtbot, with_page, '"only be harming our son"')
    found = [line for line in lines(with_page) if line.in_document]
    assert [line.place for line in found] == ["S1 paragraph 10"]
    for _ in range(len(lines(with_page))):
        press("F3")
        if place(with_page).tab is Tab.DOCUMENTS:
            break
    qtbot.waitUntil(lambda: marked_in_document(with_page) != [], timeout=LONG)
    assert marked_in_document(with_page) == ["only be harming our son"]


# Walking


def test_an_empty_search_tells_what_can_be_typed(window: MainWindow) -> None:
    press("Ctrl+F")
    assert focused() is frame(window).field
    assert "party:kazakhstan" in about(window)
    assert "Esc" in about(window)


def test_f3_walks_round_and_round_through_all_tabs_and_esc_returns(
    qtbot: QtBot, with_documents: MainWindow
) -> None:
    window = with_documents
    go(window, Tab.PARTIES, "p-korr")
    start = list_of(window, Tab.PARTIES)
    start.setFocus()
    find(qtbot, window, "custody")
    count = len(lines(window))
    seen: list[tuple[Location, str]] = []
    for at in range(count):
        press("F3")
        settle(qtbot, window)
        assert told(window).startswith(f"{at + 1} of {count} · ")
        assert focused() is frame(window).field, told(window)
        seen.append((place(window), told(window)))
    assert {where.tab for where, _ in seen} == set(Tab)
    press("F3")
    assert told(window) == f"{seen[0][1]} · from the beginning again"
    assert place(window) == seen[0][0]
    press("Shift+F3")
    assert told(window) == f"{seen[-1][1]} · from the end again"
    assert place(window) == seen[-1][0]
    press("Shift+F3")
    assert (place(window), told(window)) == seen[-2]
    assert focused() is frame(window).field
    press("Esc")
    assert place(window) == Location(Tab.PARTIES, "p-korr")
    assert focused() is start
    assert not frame(window).panel.isVisible()
    assert marked(page_of(window, Tab.PARTIES)) == []


def test_enter_goes_to_the_hit_with_its_words_marked(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "kazakhstan")
    press("Down", "Down")
    chosen = hits(window).place
    assert chosen == 2
    assert told(window).startswith("3 of ")
    press("Return")
    page = page_of(window, Tab.PARTIES)
    assert place(window) == Location(Tab.PARTIES, "individuals-29")
    assert focused() is page
    assert marked(page)[0] == "Kazakhstan"
    first, *_ = page.extraSelections()
    assert page.textCursor().position() == first.cursor.selectionStart()
    press("F3")  # from anywhere
    assert told(window).startswith("4 of ")
    assert focused() is page_of(window, place(window).tab)


def test_a_hit_in_a_document_is_shown_in_its_text(qtbot: QtBot, with_documents: MainWindow) -> None:
    window = with_documents
    find(qtbot, window, "kind:document prison")
    (whole,) = {line.place for line in lines(window)[1:2]}
    press("Down", "Return")
    assert told(window) == f"2 of {len(lines(window))} · Prison, in {whole}"
    qtbot.waitUntil(lambda: is_mark_seen(window), timeout=LONG)
    assert set(map(str.lower, marked_in_document(window))) == {"prison"}
    assert focused() is documents(window).document.pane.text
    first = documents(window).document.pane.text.place()
    press("F3")
    settle(qtbot, window)
    assert documents(window).document.pane.text.place() > first
    assert is_mark_seen(window)


def test_esc_where_the_reader_works_does_not_throw_him_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    find(qtbot, window, "kazakhstan")
    press("Down", "Down", "Return")
    followed = place(window)
    press("F6")
    assert focused() is list_of(window, Tab.PARTIES)
    press("Esc")
    assert place(window) == followed
    assert frame(window).is_open
    press("Ctrl+F", "Esc")
    assert place(window) == Location(Tab.OVERVIEW)


def test_esc_leaves_the_hits_too_and_a_second_one_does_as_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    go(window, Tab.REVIEW)
    before = focused()
    find(qtbot, window, "kazakhstan")
    hits(window).setFocus()
    press("Esc")
    assert not frame(window).is_open
    assert focused() is before
    assert isinstance(before, RecordList)
    press("Esc")
    assert focused() is before
    assert place(window).tab is Tab.REVIEW


def test_close_leaves_the_reader_where_he_is(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "kazakhstan")
    press("Down", "Down", "Return")
    followed = place(window)
    frame(window).bar.close_search.click()
    assert place(window) == followed
    assert not frame(window).is_open
    assert marked(page_of(window, Tab.PARTIES)) == []
    press("Alt+Left")
    assert place(window).tab is Tab.OVERVIEW


def test_the_counts_lead_to_the_hits_of_a_tab(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "kazakhstan")
    click_link(frame(window).panel.head, lambda words: words.startswith("Chronology"))
    assert focused() is hits(window)
    line = hits(window).hits.line(hits(window).currentIndex().row())
    assert line is not None
    assert line.number == "E1"
    press("Return")
    assert place(window) == Location(Tab.CHRONOLOGY, "new-rules")


def test_what_was_typed_is_there_when_the_search_is_opened_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    find(qtbot, window, "kazakhstan")
    press("Esc", "F3")  # F3 opens it again, and goes to the first hit
    settle(qtbot, window)
    assert frame(window).is_open
    assert told(window).startswith("1 of ")
    press("Ctrl+F")
    assert frame(window).field.selectedText() == "kazakhstan"


def test_a_filter_that_hides_a_hit_gives_way(qtbot: QtBot, window: MainWindow) -> None:
    press("Ctrl+2", "Ctrl+Shift+F")
    assert focused().accessibleName() == "Filter Parties…"
    for letter in "mother":
        press(letter)
    find(qtbot, window, "P17")
    press("Return")
    opened = window.desk.session.opened
    assert opened is not None
    assert opened.index.short(place(window).record) == "P17"
    assert list_of(window, Tab.PARTIES).current_record() == place(window).record
