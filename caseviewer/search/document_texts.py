"""The text of a document as it is searched: in blocks that have names, or why it is not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from caseviewer.documents.passages import Readable
from caseviewer.documents.text import Paragraph, Paragraphs
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.kinds import LocatorLabel
from caseviewer.search.blocks import Blocks, blocks_of
from caseviewer.search.hits import DocumentReach, Reach
from caseviewer.search.vocabulary import Vocabulary


@dataclass(frozen=True)
class DocumentText:
    """A source's document: its blocks, what each is called, and the words in them.

    Where it was not searched, `reach` tells why, and there is no block.
    """

    reach: DocumentReach
    blocks: Blocks = field(default_factory=lambda: blocks_of(""))
    where: tuple[str, ...] = ()
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary(()))

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.reach.source


def document_text(source: str, readable: Readable, *, changed: bool = False) -> DocumentText:
    """Fold the text of a document; `changed`: it is another file than the case tells of."""
    blocks, where = Blocks(readable.text), list[str]()
    for block, name in _named_blocks(readable):
        where += [name] * blocks.add(block.start, block.end)
    blocks.close()
    vocabulary = Vocabulary(set(blocks.folded.split()))
    reach = Reach.SEARCHED if where else Reach.NO_WORDS
    return DocumentText(
        DocumentReach(source, reach, changed=changed), blocks, tuple(where), vocabulary
    )


def not_searched(source: str, reach: Reach, fault: str = "") -> DocumentText:
    """A document of which no words are there to be searched."""
    return DocumentText(DocumentReach(source, reach, fault))


def _named_blocks(readable: Readable) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs of a document, else its pages, and what is between; each with its name."""
    numbered = readable.places.get(LocatorLabel.PARAGRAPH, Paragraphs(()))
    pages = readable.places.get(LocatorLabel.PAGE, Paragraphs(()))
    if numbered.numbers:
        blocks: Sequence[Paragraph] = list(_without_gaps(readable.text, numbered.blocks))
        names = _on_pages(blocks, _paragraph_names(blocks), pages.blocks)
    elif pages.blocks:
        blocks, names = pages.blocks, _page_names(pages.blocks)
    else:
        blocks, names = numbered.blocks, _part_names(len(numbered.blocks))
    return zip(blocks, names, strict=True)


def _without_gaps(text: str, blocks: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Some blocks, and what stands before, between and behind them."""
    done = 0
    for block in (*blocks, Paragraph(None, len(text), len(text), "")):
        if text[done : block.start].strip():
            yield Paragraph(None, done, block.start, text[done : block.start])
        if block.start < block.end:
            yield block
        done = max(done, block.end)


def _paragraph_names(blocks: Sequence[Paragraph]) -> list[str]:
    """What paragraphs are called, those without a number by the ones beside them."""
    names: list[str] = []
    following: str | None = None
    for block in reversed(blocks):
        if block.within is not None:
            following = block.within
            names.append(_numbered(LocatorLabel.PARAGRAPH, following))
        elif following is not None:
            names.append(tr("before paragraph {number}", number=following))
        else:
            names.append("")
    names.reverse()
    last = next((block.within for block in reversed(blocks) if block.within is not None), "")
    return [name or tr("after paragraph {number}", number=last) for name in names]


def _on_pages(
    blocks: Sequence[Paragraph], names: Sequence[str], pages: Sequence[Paragraph]
) -> list[str]:
    """Names of blocks, with the page on which each begins, where there are pages."""
    if not pages:
        return list(names)
    called = _page_names(pages)
    starts = [page.start for page in pages]
    found = (called[max(0, bisect_right(starts, block.start) - 1)] for block in blocks)
    return [f"{page}, {name}" for page, name in zip(found, names, strict=True)]


def _page_names(pages: Sequence[Paragraph]) -> list[str]:
    """What pages are called: by their labels, else by their places."""
    count = len(pages)
    return [
        _numbered(LocatorLabel.PAGE, page.number)
        if page.number
        else tr("page {number} of {count}", number=at, count=count)
        for at, page in enumerate(pages, start=1)
    ]


def _part_names(count: int) -> list[str]:
    return [tr("part {number} of {count}", number=at, count=count) for at in range(1, count + 1)]


def _numbered(label: LocatorLabel, number: str) -> str:
    return f"{word(label)} {number}"
