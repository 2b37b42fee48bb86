"""The paragraphs of a plain text and their numbers.

A paragraph is a block of lines between blank ones. Offsets count code points from the
start of the text, the end excluded; the line end behind a block is not part of it.
"""

import re
from collections.abc import Iterable, Iterator
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

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FIRST_YEAR = 1_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a text, and its number where it has one."""

    number: str | None
    start: int
    end: int
    text: str
    within: str | None = None
    """The number of the paragraph that the block belongs to: its own, or that before it."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The blocks of a text and all their numbers.

    `fault` is a sentence where they could not be numbered as the record tells.
    """

    blocks: tuple[Paragraph, ...]
    numbers: frozenset[str] = frozenset()
    fault: str = ""
    order: tuple[str, ...] = ()
    """The numbers in the order in which they first stand in the text."""


def paragraphs(text: str, document: Document) -> Paragraphs:
    """The paragraphs of a document's text, numbered as its record says."""
    blocks = tuple(_blocks(text))
    if document.paragraph_numbering is Numbering.PRINTED:
        return gathered(map(_with_printed_number, blocks), runs_on=True)
    if document.paragraph_numbering is Numbering.COUNTED:
        return _counted(blocks, document.count_from, document.count_until)
    return Paragraphs(blocks)


def numbered_lines(text: str) -> Paragraphs:
    """The paragraphs of a text without blank lines: each begins with the line that has a number.

    A number that does not follow the one before it begins no paragraph: a line may start with
    a year.
    """
    starts: list[tuple[int, str]] = []
    for match in _LINE.finditer(text):
        number = _printed_number(match[0])
        if number is not None and follows(starts[-1][1] if starts else None, number):
            starts.append((match.start(), number))
    ends = [*(start for start, _ in starts), len(text)][1:]
    return gathered(
        Paragraph(number, start, start + len(words), words)
        for (start, number), end in zip(starts, ends, strict=True)
        for words in (text[start:end].rstrip(),)
    )


def follows(last: str | None, number: str) -> bool:
    """Whether a number goes on from the one before: 8, 7a or 7.1 after 7; 8 or 7.2 after 7.1."""
    steps = _steps(number)
    if last is None:
        return steps[0][0] < _FIRST_YEAR
    before = _steps(last)
    for depth, (count, letter) in enumerate(before):
        above = steps[:depth] == before[:depth]
        ends_here = len(steps) == depth + 1
        if above and ends_here and steps[depth] in {(count + 1, ""), (count, _after(letter))}:
            return True
    return steps[:-1] == before and steps[-1] == (1, "")


def _steps(number: str) -> list[tuple[int, str]]:
    """A number step by step: "7.2a" is 7, then 2 with the letter a."""
    parts = (part for part in number.split(".") if part)
    return [(int(part.rstrip(_LETTERS)), part.lstrip("0123456789")) for part in parts]


def _after(letter: str) -> str:
    return chr(ord(letter) + 1) if letter else "a"


def gathered(blocks: Iterable[Paragraph], fault: str = "", *, runs_on: bool = False) -> Paragraphs:
    """Blocks with all their numbers; `runs_on`: whether those without one go on from the last."""
    kept: list[Paragraph] = []
    last: str | None = None
    for block in blocks:
        last = block.number or (last if runs_on else None)
        kept.append(replace(block, within=last))
    order = tuple(dict.fromkeys(block.number for block in kept if block.number is not None))
    return Paragraphs(tuple(kept), frozenset(order), fault, order)


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
    return gathered((*blocks[:first], *numbered, *blocks[first + len(numbered) :]), fault)


def _starting_with(blocks: tuple[Paragraph, ...], words: str, after: int) -> int | None:
    found = (at for at in range(after, len(blocks)) if blocks[at].text.lstrip().startswith(words))
    return next(found, None)


def _nothing_starts(words: str | None, follows: str) -> str:
    return f"No paragraph starts with “{words}”, so that {follows}."
