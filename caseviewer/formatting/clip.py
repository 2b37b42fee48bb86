"""What a copy carries: plain text without a tag, and minimal, escaped HTML beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from caseviewer.formatting.page import Block, BlockKind, Page, Spans


@dataclass(frozen=True, slots=True)
class ClipText:
    """The same words twice: as plain text and as HTML; citations as rich text (RTF), too."""

    plain: str
    html: str
    rtf: str = ""


def page_clip(page: Page) -> ClipText:
    """A page as text; HTML holds headings, paragraphs and lists and nothing else."""
    return ClipText(plain_page(page), _html_page(page))


def rows_clip(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> ClipText:
    """Rows of a list: tab-separated lines, and an HTML table with its headers."""
    cells = [list(row) for row in rows]
    plain = "\n".join("\t".join(map(_one_line, row)) for row in cells)
    head = "".join(f"<th>{escape(text)}</th>" for text in headers)
    body = "".join(
        "<tr>" + "".join(f"<td>{_html_text(cell)}</td>" for cell in row) + "</tr>" for row in cells
    )
    return ClipText(plain, f"<table><tr>{head}</tr>{body}</table>")


def plain_page(page: Page) -> str:
    """A page as plain text: labels before values, lists with a dash, paragraphs apart."""
    lines: list[str] = []
    apart = False
    for block in page.blocks:
        if lines and (apart or block.kind in _APART_BEFORE):
            lines.append("")
        lines.append(_plain_block(block))
        apart = block.kind in _APART_AFTER
    return "\n".join(lines) + "\n"


_DASHED = frozenset({BlockKind.ITEM, BlockKind.RUNG})
_APART_BEFORE = frozenset({BlockKind.HEADING, BlockKind.TEXT})
_APART_AFTER = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.TEXT})


def _one_line(text: str) -> str:
    return " ".join(text.replace("\t", " ").split("\n"))


def _html_text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _plain_block(block: Block) -> str:
    indent = "  " * (block.level + 1)
    if block.kind in {BlockKind.FIELD, BlockKind.ROW}:
        return f"{block.label}: {block.text}"
    if block.kind in _DASHED:
        return f"{indent[2:]}– {block.text}".replace("\n", f"\n{indent}")
    if block.kind in {BlockKind.QUOTE, BlockKind.NOTE}:
        return f"{indent}{block.text}".replace("\n", f"\n{indent}")
    if block.kind is BlockKind.HEADING:
        return f"{block.text}\n{'-' * len(block.text)}"
    return block.text


def _html_page(page: Page) -> str:
    parts: list[str] = []
    for kind, blocks in groupby(page.blocks, lambda block: _TOGETHER.get(block.kind)):
        write = _html_paragraphs if kind is None else _HTML_TOGETHER[kind]
        parts.append(write(blocks))
    return "".join(parts)


_TOGETHER = {kind: kind for kind in (BlockKind.RUNG, BlockKind.ROW)}


def _html_paragraphs(blocks: Iterable[Block]) -> str:
    return "".join(map(_html_block, blocks))


def _html_ladder(rungs: Iterable[Block]) -> str:
    """The rungs as one list, with what hangs on a rung as a list inside it."""
    parts: list[str] = []
    levels: list[int] = []
    for block in rungs:
        while len(levels) > 1 and levels[-1] > block.level:
            parts.append("</li></ul>")
            levels.pop()
        if levels and levels[-1] >= block.level:
            parts.append("</li>")
        else:
            parts.append("<ul>")
            levels.append(block.level)
        parts += ["<li>", _html_text(block.text)]
    return "".join((*parts, "</li></ul>" * len(levels)))


def _html_table(rows: Iterable[Block]) -> str:
    """Rows with their labels at the head of each."""
    lines = [
        f"<tr><th>{escape(row.label)}</th>"
        + "".join(f"<td>{_html_text(_words(cell))}</td>" for cell in row.cells)
        + "</tr>"
        for row in rows
    ]
    return f"<table>{''.join(lines)}</table>"


def _words(spans: Spans) -> str:
    return "".join(span.text for span in spans)


_HTML_TOGETHER = {BlockKind.RUNG: _html_ladder, BlockKind.ROW: _html_table}


def _html_block(block: Block) -> str:
    text = _html_text(block.text)
    if block.kind is BlockKind.ITEM:
        return f"<ul><li>{text}</li></ul>"
    if block.kind is BlockKind.FIELD:
        text = f"{escape(block.label)}: {text}"
    tag = _TAGS.get(block.kind, "p")
    return f"<{tag}>{text}</{tag}>"


_TAGS = {BlockKind.TITLE: "h1", BlockKind.HEADING: "h2", BlockKind.QUOTE: "blockquote"}
