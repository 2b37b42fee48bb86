import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QImage, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Block, BlockKind, Look, Mark, Page, Span, Tab, Target
from caseviewer.formatting.pages import page_for
from caseviewer.search.blocks import marks_in
from caseviewer.ui.theme import DARK, LIGHT, palette
from caseviewer.ui.widgets.found_look import Marker
from caseviewer.ui.widgets.page_view import PageView
from tests.ui.kit import (
    bring_to_front_widget,
    click_link,
    clipboard,
    focused,
    opened_sample,
    press,
    write,
)

EVERY_KIND = Page(
    (
        Block(BlockKind.TITLE, (Span("A title"),)),
        Block(BlockKind.SUBTITLE, (Span("P1 · "), Span("found", None, Look.STRONG))),
        Block(BlockKind.HEADING, (Span("A heading"),)),
        Block(BlockKind.FIELD, (Span("a value"),), label="A label"),
        Block(BlockKind.FIELD, (Span("to it", Target("p-korr")),), label="A link"),
        Block(BlockKind.ITEM, (Span("an item", Target(tab=Tab.REVIEW)),), level=1),
        Block(BlockKind.TEXT, (Span("one\nand two", None, Look.WARNING),)),
        Block(BlockKind.QUOTE, (Span("their words"),)),
        Block(
            BlockKind.NOTE,
            (Span("5 gaps", Target("x"), Look.WARNING), Span(" quiet", None, Look.MUTED)),
        ),
        Block(BlockKind.RUNG, (Span("a rung"),), mark=Mark.READ),
    )
)
WORDS = [
    "A title", "P1 · found", "A heading", "A label", "a value", "A link", "to it", "an item",
    "one", "and two", "their words", "5 gaps quiet",
    "a rung",
]  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView("The page")
    qtbot.addWidget(made)
    made.resize(600, 500)
    bring_to_front_widget(qtbot, made)
    return made


def lines(view: PageView) -> list[str]:
    return [line for line in view.toPlainText().split("\n") if line]


def test_a_page_is_shown_in_its_order(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    assert view.page == EVERY_KIND
    assert lines(view) == WORDS
    view.show_page(Page())
    assert lines(view) == []


def test_a_page_may_begin_and_end_with_fields(view: PageView) -> None:
    field = Block(BlockKind.FIELD, (Span("value"),), label="Label")
    view.show_page(Page((field, Block(BlockKind.TEXT, (Span("text"),)), field, field)))
    assert lines(view) == ["Label", "value", "text", *["Label", "value"] * 2]


def test_a_field_without_a_name_is_shown(view: PageView) -> None:
    view.show_page(Page((Block(BlockKind.FIELD, (Span("value"),)),)))
    assert lines(view) == ["value"]


def test_a_page_is_shown_from_its_top(qtbot: QtBot, view: PageView) -> None:
    long = Page(tuple(Block(BlockKind.TEXT, (Span(f"{n}"),)) for n in range(300)))
    view.show_page(long)
    view.verticalScrollBar().setValue(500)
    view.show_page(long)
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("target", [Target("p-korr"), Target(tab=Tab.REVIEW), Target("x")])
def test_a_click_on_a_link_leads_to_its_target(view: PageView, target: Target) -> None:
    view.show_page(EVERY_KIND)
    words = {
        span.text for block in EVERY_KIND.blocks for span in block.spans if span.target == target
    }
    followed: list[Target] = []
    view.activated.connect(followed.append)
    assert click_link(view, words.__contains__) in words
    assert followed == [target]
    assert lines(view) == WORDS  # following is not up to the page


def test_links_are_reached_with_tab_and_followed_with_enter(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    view.setFocus()
    followed: list[Target] = []
    view.activated.connect(followed.append)
    press("Tab", "Return", "Tab", "Enter", "Tab", "Return", "Shift+Tab", "Return")
    assert followed == [
        Target("p-korr"),
        Target(tab=Tab.REVIEW),
        Target("x"),
        Target(tab=Tab.REVIEW),
    ]
    assert focused() is view


def test_tab_goes_on_from_the_link_that_was_followed(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    view.setFocus()
    press("Tab", "Return")
    assert view.textCursor().selectedText() == "to it"
    press("Tab")
    assert view.textCursor().selectedText() == "an item"


def test_a_link_to_another_page_leaves_nothing_selected_there(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    view.setFocus()
    view.activated.connect(lambda _: view.show_page(Page(EVERY_KIND.blocks[:4])))
    press("Tab", "Return")
    assert not view.textCursor().hasSelection()
    assert view.textCursor().position() == 0


def test_words_are_selected_and_copied_with_keys(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    view.setFocus()
    press("Down", "Shift+End", "Ctrl+C")
    assert clipboard().text() == "P1 · found"
    press("Ctrl+Home", *["Shift+Right"] * 3, "Ctrl+C")
    assert clipboard().text() == "A t"
    write("x")
    assert lines(view) == WORDS


def test_every_link_of_a_real_page_leads_where_the_page_says(view: PageView) -> None:
    page = page_for(opened_sample(), Target("p-halvek"))
    view.show_page(page)
    assert view._targets == list(page.links())
    assert len(view._targets) > 20


@pytest.mark.parametrize("address", ["9999", "-1", "file:///etc/passwd", "", "1e3", "²"])
def test_an_address_that_is_no_link_of_the_page_leads_nowhere(
    qtbot: QtBot, view: PageView, address: str
) -> None:
    view.show_page(EVERY_KIND)
    with qtbot.assertNotEmitted(view.activated):
        view.anchorClicked.emit(QUrl(address))


def test_markup_is_shown_letter_by_letter(view: PageView) -> None:
    text = '<b>x</b> <img src="/dev/zero"> &amp; \u202eabc'
    view.show_page(Page((Block(BlockKind.FIELD, (Span(text),), label="<i>label</i>"),)))
    assert lines(view) == [
        "<i>label</i>",
        '<b>x</b> <img src="/dev/zero"> &amp; ⟨U+202E⟩abc',
    ]
    resource = view.loadResource(int(QTextDocument.ResourceType.ImageResource), QUrl("a"))
    assert isinstance(resource, QImage)


def test_the_page_follows_the_colours_and_the_size_of_text(
    qapp: QApplication, view: PageView
) -> None:
    view.show_page(EVERY_KIND)

    def look() -> tuple[str, float]:
        cursor = QTextCursor(view.document())
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        style = cursor.charFormat()
        return style.foreground().color().name(), style.font().pointSizeF()

    before = qapp.palette()
    qapp.setPalette(palette(LIGHT))
    view.setPalette(palette(LIGHT))
    light = look()
    qapp.setPalette(palette(DARK))
    view.setPalette(palette(DARK))
    dark = look()
    font = QFont(view.font())
    font.setPointSizeF(2 * font.pointSizeF())
    view.setFont(font)
    large = look()
    qapp.setPalette(before)
    assert (light[0], dark[0]) == (LIGHT.text, DARK.text)
    assert large[1] == pytest.approx(2 * dark[1])
    assert lines(view) == WORDS


def test_links_have_the_colour_of_links_unless_they_warn(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    colours = {}
    block = view.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            style = parts.fragment().charFormat()
            if style.isAnchor():
                colours[parts.fragment().text()] = style.foreground().color()
                assert style.fontUnderline()
            parts += 1
        block = block.next()
    link = view.palette().color(QPalette.ColorRole.Link)
    assert colours["to it"] == colours["an item"] == link
    assert colours["5 gaps"].name() == LIGHT.warning


def test_lines_stay_short_enough_to_read(view: PageView) -> None:
    def margin() -> float:
        return view.document().rootFrame().frameFormat().rightMargin()

    view.show_page(EVERY_KIND)
    assert margin() == view.document().documentMargin() > 0
    view.resize(3_000, 500)
    longest = view.longest_line * view.fontMetrics().averageCharWidth()
    assert view.viewport().width() - margin() == pytest.approx(longest)


def test_a_copy_of_a_selection_is_plain_text_without_signs_of_layout(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    view.selectAll()
    data = view.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert [line for line in data.text().split("\n") if line] == WORDS


def test_ctrl_c_copies_a_selection_and_nothing_without_one(
    qapp: QApplication, view: PageView
) -> None:
    view.show_page(EVERY_KIND)
    view.setFocus()
    qapp.clipboard().setText("before")
    press("Ctrl+C")
    assert qapp.clipboard().text() == "before"
    view.selectAll()
    press("Ctrl+C")
    assert qapp.clipboard().text().startswith("A title\n")


def test_esc_is_left_to_whatever_holds_the_page(qtbot: QtBot, view: PageView) -> None:
    view.setFocus()
    with qtbot.captureExceptions() as faults:
        press("Esc", "Home", "Down")
    assert faults == []
    assert focused() is view


# What a search found


def found_words(view: PageView) -> list[str]:
    return [mark.cursor.selectedText() for mark in view.extraSelections()]


def marker(*needles: str) -> Marker:
    return lambda text: marks_in(text, needles)


def test_words_that_were_found_are_marked_on_this_page_and_the_next(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    view.mark_found(marker(" a"))
    assert found_words(view) == ["A", "A", "A", "a", "A", "an", "and", "a"]
    view.show_page(Page(EVERY_KIND.blocks[:1]))
    assert found_words(view) == ["A"]
    view.renew(EVERY_KIND)
    assert len(found_words(view)) == 8
    view.mark_found(None)
    assert found_words(view) == []
    view.show_page(EVERY_KIND)
    assert found_words(view) == []


def test_the_first_word_that_was_found_is_brought_into_view(view: PageView) -> None:
    far = tuple(Block(BlockKind.TEXT, (Span(f"𝒳 {n}"),)) for n in range(300))
    view.show_page(Page((*far, *EVERY_KIND.blocks, *far)))
    view.mark_found(marker(" rung"))
    view.go_to_found()
    (mark,) = view.extraSelections()
    spot = view.cursorRect(mark.cursor)
    assert view.viewport().rect().contains(spot)
    assert view.viewport().height() / 6 < spot.top() < view.viewport().height() * 5 / 6
    before = view.verticalScrollBar().value()
    view.go_to_found()  # it is in view already
    assert view.verticalScrollBar().value() == before
    assert view.textCursor().position() == mark.cursor.selectionStart()
    assert not view.textCursor().hasSelection()


def test_where_nothing_was_found_the_page_stays(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    view.go_to_found()
    assert view.textCursor().position() == 0


OWN = (
    Block(BlockKind.SUBTITLE, (Span("Yours: starred · note"),)),
    Block(BlockKind.HEADING, (Span("Your note, 28 July 2026"),)),
    Block(BlockKind.TEXT, (Span("<b>A private</b> thought."),)),
    Block(BlockKind.ITEM, (Span("to it", Target("p-mine")),)),
)
MINE = ["Yours: starred · note", "Your note, 28 July 2026", "<b>A private</b> thought.", "to it"]


def test_what_is_the_readers_own_stands_beneath_the_head_and_is_no_part_of_the_page(
    view: PageView,
) -> None:
    view.set_own(OWN)
    view.show_page(EVERY_KIND)
    assert lines(view) == [*WORDS[:2], *MINE, *WORDS[2:]]
    assert view.page == EVERY_KIND
    view.set_own(())
    view.show_page(EVERY_KIND)
    assert lines(view) == WORDS


@pytest.mark.parametrize("page", [Page(EVERY_KIND.blocks[2:]), Page(EVERY_KIND.blocks[3:]), Page()])
def test_on_a_page_without_a_head_it_comes_first(view: PageView, page: Page) -> None:
    view.set_own(OWN)
    view.show_page(page)
    assert lines(view)[:4] == MINE
    assert len(lines(view)) == 4 + len([word for word in WORDS[2:] if page.blocks]) - (
        1 if page.blocks and page.blocks[0].kind is BlockKind.FIELD else 0
    )
    assert view.textCursor().block().text() == MINE[0]  # nothing stands before it


def test_a_head_alone_has_it_beneath(view: PageView) -> None:
    view.set_own(OWN)
    view.show_page(Page(EVERY_KIND.blocks[:2]))
    assert lines(view) == [*WORDS[:2], *MINE]


def test_a_page_is_shown_anew_where_what_is_the_readers_own_differs(view: PageView) -> None:
    view.show_page(EVERY_KIND)
    view.set_own(OWN)
    view.renew(EVERY_KIND)
    assert MINE[0] in lines(view)
    document = view.document().begin().text()
    view.renew(EVERY_KIND)
    assert view.document().begin().text() == document


def test_a_copy_of_the_page_leaves_out_what_is_the_readers_own(view: PageView) -> None:
    view.set_own(OWN)
    view.show_page(EVERY_KIND)
    view.setFocus()
    view.selectAll()
    press("Ctrl+C")
    copied = clipboard().text()
    assert "A title" in copied
    assert "a rung" in copied
    assert "thought" not in copied
    assert "Your" not in copied
    assert not clipboard().hasHtml()


def test_its_links_lead_on_like_all_others(view: PageView) -> None:
    followed: list[Target] = []
    view.activated.connect(followed.append)
    view.set_own(OWN)
    view.show_page(Page(EVERY_KIND.blocks[:2]))
    click_link(view, lambda words: words == "to it")
    assert followed == [Target("p-mine")]
