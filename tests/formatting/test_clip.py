"""What a copy carries: the same words as plain text and as minimal HTML."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from caseviewer.formatting.clip import ClipText, page_clip, plain_page, rows_clip
from caseviewer.formatting.page import Block, BlockKind, Mark, Page, PageBuilder, Span, Target

NO_BREAK = "\u00a0"
HOSTILE = '<img src="file:///canary.png"> & <b>bold</b>'

# What html.parser itself would change in any text: the control characters it drops or turns.
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n<>&\"' ")
WORDS = st.text(LETTERS, max_size=20)
BLOCKS = st.builds(
    Block,
    st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.ROW]),
    WORDS.map(lambda text: (Span(text, Target("x")),)),
    st.just("Label"),
    st.integers(0, 2),
)
PAGES = st.lists(BLOCKS, max_size=8).map(lambda blocks: Page(tuple(blocks)))


class Reader(HTMLParser):
    """The words of an HTML text, and the names of its tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[object] = []
        self.feed(text)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        self.words.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        self.words.append("\n")

    @override
    def handle_data(self, data: str) -> None:
        self.words.append(data)


def html_words(text: str) -> list[str]:
    return "".join(Reader(text).words).split()


def own_words(page: Page) -> list[str]:
    """The words of a page as its blocks hold them."""
    words: list[str] = []
    for block in page.blocks:
        words += [f"{block.label}:"] if block.kind is BlockKind.FIELD else []
        words += block.text.split()
    return words


def test_a_page_reads_like_a_page() -> None:
    builder = PageBuilder()
    builder.title("A title")
    builder.subtitle("P1 · person")
    builder.field("Identity", "named")
    builder.text("What is known.\n\nAnd more.")
    builder.heading("Roles")
    builder.item("witness")
    builder.item("in the trial", level=1)
    builder.note("a remark", level=1)
    builder.quote("two\nlines")
    builder.heading("Nothing under it")
    assert plain_page(builder.page()) == (
        "A title\n\n"
        "P1 · person\n\n"
        "Identity: named\n\n"
        "What is known.\n\n"
        "And more.\n\n"
        "Roles\n-----\n"
        "– witness\n"
        "  – in the trial\n"
        "    a remark\n"
        "  two\n  lines\n"
    )
    assert page_clip(builder.page()).html == (
        "<h1>A title</h1><p>P1 · person</p><p>Identity: named</p><p>What is known.</p>"
        "<p>And more.</p><h2>Roles</h2><ul><li>witness</li></ul><ul><li>in the trial</li></ul>"
        "<p>a remark</p><blockquote>two<br>lines</blockquote>"
    )


def test_a_long_item_hangs_on_its_dash() -> None:
    builder = PageBuilder()
    builder.item("one\ntwo", level=1)
    assert plain_page(builder.page()) == "  – one\n    two\n"


def test_a_ladder_is_a_list_with_what_hangs_on_a_rung_inside_it() -> None:
    builder = PageBuilder()
    builder.note("relayed once")
    for words, level in (("mother", 0), ("judge", 1), ("clerk", 2), ("reporter", 0), ("wire", 1)):
        builder.rung(words, Mark.KNOWN, level)
    builder.heading("After it")
    builder.item("an item")
    assert plain_page(builder.page()) == (
        "  relayed once\n"
        "– mother\n  – judge\n    – clerk\n– reporter\n  – wire\n\n"
        "After it\n--------\n– an item\n"
    )
    assert page_clip(builder.page()).html == (
        "<p>relayed once</p>"
        "<ul><li>mother<ul><li>judge<ul><li>clerk</li></ul></li></ul></li>"
        "<li>reporter<ul><li>wire</li></ul></li></ul>"
        "<h2>After it</h2><ul><li>an item</li></ul>"
    )


@pytest.mark.parametrize(
    ("levels", "html"),
    [
        ((1, 1), "<ul><li>x</li><li>x</li></ul>"),
        ((1, 0), "<ul><li>x</li><li>x</li></ul>"),
        ((0, 2, 1), "<ul><li>x<ul><li>x</li></ul><ul><li>x</li></ul></li></ul>"),
    ],
)
def test_speech_that_hangs_on_no_rung_is_listed_all_the_same(
    levels: tuple[int, ...], html: str
) -> None:
    builder = PageBuilder()
    for level in levels:
        builder.rung("x", Mark.SPEECH, level)
    assert page_clip(builder.page()).html == html


def test_an_empty_page_is_an_empty_line() -> None:
    assert page_clip(Page()) == ClipText("\n", "")


def test_plain_text_is_letter_by_letter_and_html_is_escaped() -> None:
    builder = PageBuilder()
    builder.title(HOSTILE)
    builder.field("<i>Label</i>", HOSTILE)
    builder.quote(HOSTILE)
    clip = page_clip(builder.page())
    assert clip.plain.count(HOSTILE) == 3
    assert Reader(clip.html).tags == {"h1", "p", "blockquote"}


@given(PAGES)
def test_both_forms_of_a_page_have_the_same_words(page: Page) -> None:
    clip = page_clip(page)
    assert html_words(clip.html) == own_words(page)
    marks = {"–", *("-" * len(block.text) for block in page.blocks)}
    plain = [word for word in clip.plain.split() if word not in marks]
    assert plain == [word for word in own_words(page) if word not in marks]


@given(PAGES)
def test_html_holds_a_few_tags_and_no_attributes(page: Page) -> None:
    read = Reader(page_clip(page).html)
    assert read.tags <= {"h1", "h2", "p", "ul", "li", "blockquote", "br"}
    assert read.attributes == []


@given(PAGES)
def test_a_page_has_no_two_empty_lines_of_its_own(page: Page) -> None:
    solid = Page(tuple(Block(block.kind, (Span("word"),), "L") for block in page.blocks))
    assert "\n\n\n" not in plain_page(solid)


def test_no_break_spaces_survive() -> None:
    builder = PageBuilder()
    builder.quote(f"26 June 2012,{NO_BREAK}CRS Issue 647")
    clip = page_clip(builder.page())
    assert f"2012,{NO_BREAK}CRS" in clip.plain
    assert f"2012,{NO_BREAK}CRS" in clip.html
    rows = rows_clip(["Cite as"], [[f"2012,{NO_BREAK}CRS"]])
    assert rows.plain == f"2012,{NO_BREAK}CRS"
    assert f"2012,{NO_BREAK}CRS" in rows.html


def test_rows_are_lines_of_cells() -> None:
    clip = rows_clip(["No.", "Name & more"], [["P1", "One\ttwo"], ["P2", "a\nb <c>"]])
    assert clip.plain == "P1\tOne two\nP2\ta b <c>"
    assert clip.html == (
        "<table><tr><th>No.</th><th>Name &amp; more</th></tr>"
        "<tr><td>P1</td><td>One\ttwo</td></tr>"
        "<tr><td>P2</td><td>a<br>b &lt;c&gt;</td></tr></table>"
    )


@given(st.lists(st.lists(WORDS, min_size=2, max_size=2), max_size=5))
def test_a_row_stays_a_row_whatever_its_cells_hold(rows: list[list[str]]) -> None:
    clip = rows_clip(["a", "b"], iter(rows))
    lines = clip.plain.split("\n") if rows else []
    assert [line.count("\t") for line in lines] == [1 for _ in rows]
    assert html_words(clip.html) == ["a", "b", *" ".join(map(" ".join, rows)).split()]
    assert clip.plain.split() == " ".join(map(" ".join, rows)).split()


def test_rows_are_a_table_with_their_labels() -> None:
    builder = PageBuilder()
    builder.row("Value", [(Span("29 <b>"),), (Span("28"), Span("!"))])
    builder.row("Who", [(Span("one"),), ()])
    builder.note("Behind it.")
    clip = page_clip(builder.page())
    assert clip.plain == "Value: 29 <b> | 28!\nWho: one | \n  Behind it.\n"
    assert clip.html == (
        "<table><tr><th>Value</th><td>29 &lt;b&gt;</td><td>28!</td></tr>"
        "<tr><th>Who</th><td>one</td><td></td></tr></table><p>Behind it.</p>"
    )
