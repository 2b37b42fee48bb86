"""Pages as plain values."""

import dataclasses

import pytest

from caseviewer.formatting.page import (
    Block,
    BlockKind,
    Look,
    Mark,
    Page,
    PageBuilder,
    Span,
    Tab,
    Target,
    joined,
    plain_span,
)

LINK = (Span("P1 The Committee", Target("committee")),)


def kinds(page: Page) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in page.blocks]


def test_blocks_stand_in_the_order_in_which_they_were_added() -> None:
    builder = PageBuilder()
    builder.title("Title")
    builder.subtitle("under it")
    builder.text("a text")
    builder.field("Before", LINK)
    builder.heading("Head")
    builder.item("an item", level=1)
    builder.quote("words", level=2)
    builder.note("a note", level=1)
    builder.rung("a rung", Mark.READ, level=2)
    page = builder.page()
    assert kinds(page) == [
        (BlockKind.TITLE, "Title"),
        (BlockKind.SUBTITLE, "under it"),
        (BlockKind.TEXT, "a text"),
        (BlockKind.FIELD, "P1 The Committee"),
        (BlockKind.HEADING, "Head"),
        (BlockKind.ITEM, "an item"),
        (BlockKind.QUOTE, "words"),
        (BlockKind.NOTE, "a note"),
        (BlockKind.RUNG, "a rung"),
    ]
    assert [block.level for block in page.blocks] == [0, 0, 0, 0, 0, 1, 2, 1, 2]
    assert [block.mark for block in page.blocks] == [*[None] * 8, Mark.READ]
    assert page.blocks[3].label == "Before"


def test_a_heading_appears_only_above_something() -> None:
    builder = PageBuilder()
    builder.heading("Nothing here")
    builder.heading("Something")
    builder.item("an item")
    builder.heading("Nothing at the end")
    assert kinds(builder.page()) == [(BlockKind.HEADING, "Something"), (BlockKind.ITEM, "an item")]


def test_a_heading_may_be_a_link() -> None:
    builder = PageBuilder()
    builder.heading(LINK)
    builder.item("an item")
    assert list(builder.page().links()) == [Target("committee")]


@pytest.mark.parametrize("nothing", [None, "", ()])
def test_what_is_not_there_adds_nothing(nothing: tuple[Span, ...] | str | None) -> None:
    builder = PageBuilder()
    builder.field("Label", nothing)
    builder.text(nothing)
    builder.note(nothing)
    assert builder.page() == Page()


def test_blank_lines_part_a_text_into_paragraphs() -> None:
    builder = PageBuilder()
    builder.text("\none\nand on\n \ntwo\n\n\n\nthree\n")
    builder.text(LINK)
    assert [text for _, text in kinds(builder.page())] == [
        "one\nand on",
        "two",
        "three",
        "P1 The Committee",
    ]


def test_links_come_in_reading_order() -> None:
    page = Page(
        (
            Block(BlockKind.TEXT, (Span("a", Target("a")), Span("b"))),
            Block(BlockKind.ITEM, (Span("c", Target(tab=Tab.REVIEW)), Span("a", Target("a")))),
        )
    )
    assert list(page.links()) == [Target("a"), Target(tab=Tab.REVIEW), Target("a")]


def test_spans_are_joined_with_a_separator_between_them() -> None:
    assert joined([]) == ()
    assert joined([LINK]) == LINK
    parts = [LINK, plain_span("two", Look.MUTED)]
    assert joined(parts, "; ") == (*LINK, Span("; "), Span("two", None, Look.MUTED))
    assert "".join(span.text for span in joined([LINK, LINK])) == (
        "P1 The Committee, P1 The Committee"
    )


def test_a_page_cannot_change() -> None:
    page = Page()
    with pytest.raises(dataclasses.FrozenInstanceError):
        page.blocks = ()  # type: ignore[misc]
