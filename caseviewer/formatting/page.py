"""A page of text as plain values: what the reading pane, the command line and copies show.

A page is a list of blocks, a block a list of spans, and a span may lead to a record or
a tab. Nothing here is markup: every text is shown letter by letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n")


class Tab(StrEnum):
    """The tabs of the window, in their order."""

    OVERVIEW = "overview"
    PARTIES = "parties"
    CHRONOLOGY = "chronology"
    QUOTATIONS = "quotations"
    CITATIONS = "citations"
    DOCUMENTS = "documents"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: to a record by its id, to a tab, or to a record in a given tab."""

    record: str = ""
    tab: Tab | None = None


class Look(StrEnum):
    """How a span is set off from the text around it."""

    PLAIN = "plain"
    MUTED = "muted"
    STRONG = "strong"
    WARNING = "warning"
    ITALIC = "italic"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one look, which may be a link."""

    text: str
    target: Target | None = None
    look: Look = Look.PLAIN


Spans = tuple[Span, ...]


class BlockKind(StrEnum):
    """What a block is on the page."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    FIELD = "field"
    ITEM = "item"
    TEXT = "text"
    QUOTE = "quote"
    NOTE = "note"
    RUNG = "rung"
    ROW = "row"


class Mark(StrEnum):
    """What a rung of a ladder is; its words say the same."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    READ = "read"
    READ_UNKNOWN = "read_unknown"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the page; `label` names a field, `level` indents, `mark` is a rung's.

    `cells` are those of a row of a table, one after the other in `spans` too.
    """

    kind: BlockKind
    spans: Spans
    label: str = ""
    level: int = 0
    mark: Mark | None = None
    cells: tuple[Spans, ...] = ()

    @property
    def text(self) -> str:
        """The words of the block without its label."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be read about one record, or about the whole case."""

    blocks: tuple[Block, ...] = ()

    def links(self) -> Iterator[Target]:
        """Every link on the page, in reading order."""
        for block in self.blocks:
            for span in block.spans:
                if span.target is not None:
                    yield span.target


def plain_span(text: str, look: Look = Look.PLAIN) -> Spans:
    """One span of plain text."""
    return (Span(text, None, look),)


def joined(parts: list[Spans], separator: str = ", ") -> Spans:
    """Spans one after the other with a separator between them."""
    spans: list[Span] = []
    for part in parts:
        if spans:
            spans.append(Span(separator))
        spans.extend(part)
    return tuple(spans)


def _paragraphs(text: str) -> list[Spans | str]:
    return [part.strip("\n") for part in _BLANK_LINES.split(text) if part.strip()]


class PageBuilder:
    """Gathers blocks; a heading appears only once something stands under it."""

    def __init__(self) -> None:
        """Start an empty page."""
        self._blocks: list[Block] = []
        self._heading: Block | None = None

    def title(self, text: str) -> None:
        """The name of what the page is about."""
        self._add(BlockKind.TITLE, plain_span(text))

    def subtitle(self, spans: Spans | str) -> None:
        """What stands under the title in smaller letters."""
        self._add(BlockKind.SUBTITLE, spans)

    def heading(self, spans: Spans | str) -> None:
        """A heading for the blocks that follow; dropped when none does."""
        content = plain_span(spans) if isinstance(spans, str) else spans
        self._heading = Block(BlockKind.HEADING, content)

    def field(self, label: str, spans: Spans | str | None) -> None:
        """A labelled value; nothing is added where there is no value."""
        if spans:
            self._add(BlockKind.FIELD, spans, label=label)

    def item(self, spans: Spans | str, level: int = 0) -> None:
        """A line of a list."""
        self._add(BlockKind.ITEM, spans, level=level)

    def text(self, spans: Spans | str | None) -> None:
        """A paragraph, or several where the text has blank lines."""
        parts = _paragraphs(spans) if isinstance(spans, str) else [spans] if spans else []
        for part in parts:
            self._add(BlockKind.TEXT, part)

    def quote(self, spans: Spans | str, level: int = 0) -> None:
        """Words of somebody, set off as a quotation."""
        self._add(BlockKind.QUOTE, spans, level=level)

    def note(self, spans: Spans | str | None, level: int = 0) -> None:
        """A remark in smaller, quieter letters."""
        if spans:
            self._add(BlockKind.NOTE, spans, level=level)

    def rung(self, spans: Spans | str, mark: Mark, level: int = 0) -> None:
        """A line of a ladder; with a level it hangs on the line above that has one less."""
        self._add(BlockKind.RUNG, spans, level=level, mark=mark)

    def row(self, label: str, cells: Sequence[Spans]) -> None:
        """A row of a table; rows that follow each other are one table, if they are as long."""
        self._begin()
        spans = joined(list(cells), " | ")
        self._blocks.append(Block(BlockKind.ROW, spans, label, cells=tuple(cells)))

    def page(self) -> Page:
        """The page that was gathered."""
        return Page(tuple(self._blocks))

    def _add(
        self,
        kind: BlockKind,
        spans: Spans | str,
        *,
        label: str = "",
        level: int = 0,
        mark: Mark | None = None,
    ) -> None:
        self._begin()
        content = plain_span(spans) if isinstance(spans, str) else spans
        self._blocks.append(Block(kind, content, label, level, mark))

    def _begin(self) -> None:
        """Add the heading that waited for something to stand under it."""
        if self._heading is not None:
            self._blocks.append(self._heading)
            self._heading = None
