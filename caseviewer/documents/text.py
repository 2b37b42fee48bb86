"""The paragraphs of a plain text and their numbers.

A paragraph is a block of lines between blank ones. Offsets count code points from the
start of the text, the end excluded; the line end behind a block is not part of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from caseviewer.model.kinds import Numbering
from caseviewer.model.sources import Document

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")

_N = r"[0-9]{1,4}[a-z]?"
_PRINTED = re.compile(
    rf"\s*(?:§§?\s*({_N})|\[({_N})\]|\(({_N})\)|({_N})[.)](?=\s)"
    r"|([0-9]{1,3}(?:\.[0-9]{1,3})+)\.?(?=\s))"
)
"""A number that a paragraph starts with: "12.", "12)", "(12)", "[12]", "§ 12", "2.1"."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a text, and its number where it has one."""

    number: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The blocks of a text and all their numbers.

    `fault` is a sentence where they could not be numbered as the record tells.
    """

    blocks: tuple[Paragraph, ...]
    numbers: frozenset[str] = frozenset()
    fault: str = ""


def paragraphs(text: str, document: Document) -> Paragraphs:
    """The paragraphs of a document's text, numbered as its record says."""
    blocks = tuple(_blocks(text))
    if document.paragraph_numbering is Numbering.PRINTED:
        return _gathered(tuple(map(_with_printed_number, blocks)))
    if document.paragraph_numbering is Numbering.COUNTED:
        return _counted(blocks, document.count_from, document.count_until)
    return Paragraphs(blocks)


def numbered_lines(text: str) -> Paragraphs:
    """The paragraphs of a text without blank lines: each begins with the line that has a number."""
    starts = [
        (match.start(), number)
        for match in _LINE.finditer(text)
        if (number := _printed_number(match[0])) is not None
    ]
    ends = [*(start for start, _ in starts), len(text)][1:]
    return _gathered(
        tuple(
            Paragraph(number, start, start + len(words), words)
            for (start, number), end in zip(starts, ends, strict=True)
            for words in (text[start:end].rstrip(),)
        )
    )


def _gathered(blocks: tuple[Paragraph, ...], fault: str = "") -> Paragraphs:
    numbers = frozenset(block.number for block in blocks if block.number is not None)
    return Paragraphs(blocks, numbers, fault)


def _blocks(text: str) -> Iterator[Paragraph]:
    start: int | None = None
    end = 0
    for match in _LINE.finditer(text):
        line = match[0].rstrip("\r\n")
        if line.strip():
            start = match.start() if start is None else start
            end = match.start() + len(line)
        elif start is not None:
            yield Paragraph(None, start, end, text[start:end])
            start = None


def _with_printed_number(block: Paragraph) -> Paragraph:
    return replace(block, number=_printed_number(block.text))


def _printed_number(text: str) -> str | None:
    match = _PRINTED.match(text)
    return next(filter(None, match.groups())) if match else None


def _counted(
    blocks: tuple[Paragraph, ...], count_from: str | None, count_until: str | None
) -> Paragraphs:
    """Number the blocks from the first that starts with the given words."""
    first = 0 if count_from is None else _starting_with(blocks, count_from, 0)
    if first is None:
        return Paragraphs(blocks, fault=_nothing_starts(count_from, "no paragraph is numbered"))
    end = None if count_until is None else _starting_with(blocks, count_until, first + 1)
    fault = ""
    if count_until is not None and end is None:
        fault = _nothing_starts(count_until, "paragraphs are counted to the end")
    numbered = [
        replace(block, number=str(at - first + 1))
        for at, block in enumerate(blocks[:end])
        if at >= first
    ]
    return _gathered((*blocks[:first], *numbered, *blocks[first + len(numbered) :]), fault)


def _starting_with(blocks: tuple[Paragraph, ...], words: str, after: int) -> int | None:
    found = (at for at in range(after, len(blocks)) if blocks[at].text.lstrip().startswith(words))
    return next(found, None)


def _nothing_starts(words: str | None, follows: str) -> str:
    return f"No paragraph starts with “{words}”, so that {follows}."
