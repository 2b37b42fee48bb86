"""A document's text as it is shown: line by line, with the way back to the text as it lies there.

Hidden characters are made visible, every line end is one sign, and a line without end is
shown in several, as Qt lays out a line as a whole.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import bidirectional

from caseviewer.ui.safe_text import shown

LONGEST_LINE = 4_000
"""Characters of a line that are shown as one."""

_SAMPLE = 20_000
"""Characters by which it is told whether a text runs from right to left."""

_LINE_END = re.compile("\r\n|\r|\n|\f")
_SOFT_HYPHEN = "\u00ad"
_FRAME_SIGNS = ("\ufdd0", "\ufdd1")
"""No characters, but with these Qt marks frames, and would break the line."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text and what is shown of it.

    begins and ends: where each line that is shown begins in the text, and where it ends without
    its line end, in code points; shown_begins: where it begins in what is shown, in UTF-16 units,
    in which Qt counts.
    """

    text: str
    shown: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    shown_begins: tuple[int, ...]

    def to_shown(self, offset: int) -> int:
        """Where a place of the text is shown."""
        line = self.line_at(offset)
        until = min(offset, self.ends[line])
        return self.shown_begins[line] + _units(_visible(self.text, self.begins[line], until))

    def to_text(self, position: int) -> int:
        """The place of the text that is shown at a position."""
        line = max(0, bisect_right(self.shown_begins, position) - 1)
        left, offset = position - self.shown_begins[line], self.begins[line]
        while offset < self.ends[line] and left > 0:
            left -= _units(_visible(self.text, offset, offset + 1))
            offset += 1
        return offset

    def line_at(self, offset: int) -> int:
        """The number of the line in which a place of the text is shown."""
        return max(0, bisect_right(self.begins, offset) - 1)

    def copied(self, start: int, end: int) -> str:
        """The text itself between two positions of what is shown, with one sign at a line end."""
        return _LINE_END.sub("\n", self.text[self.to_text(start) : self.to_text(end)])


def lay_out(text: str) -> LaidOut:
    """A text as it is shown."""
    begins, ends, shown_begins, lines = [], [], [], []
    at = 0
    for begin, end in _lines(text):
        line = _visible(text, begin, end)
        begins.append(begin)
        ends.append(end)
        shown_begins.append(at)
        lines.append(line)
        at += _units(line) + 1
    return LaidOut(text, "\n".join(lines), tuple(begins), tuple(ends), tuple(shown_begins))


def runs_left(text: str) -> bool:
    """Whether most letters at the beginning of a text are written from right to left."""
    if text.isascii():
        return False
    ways = Counter(map(bidirectional, text[:_SAMPLE]))
    return ways["R"] + ways["AL"] > ways["L"]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that is shown begins and ends."""
    begin = 0
    for match in _LINE_END.finditer(text):
        yield from _short_lines(text, begin, match.start())
        begin = match.end()
    yield from _short_lines(text, begin, len(text))


def _short_lines(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while end - begin > LONGEST_LINE:
        space = text.rfind(" ", begin + 1, begin + LONGEST_LINE)
        turn = begin + LONGEST_LINE if space < 0 else space + 1
        yield begin, turn
        begin = turn
    yield begin, end


def _visible(text: str, begin: int, end: int) -> str:
    """What is shown of a stretch of a line; a soft hyphen at its end is a hyphen there."""
    part = text[begin:end]
    for sign in _FRAME_SIGNS:
        part = part.replace(sign, "\ufffd")
    if part.endswith(_SOFT_HYPHEN) and _LINE_END.match(text, end):
        return shown(part[:-1]) + "-"
    return shown(part)


def _units(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
