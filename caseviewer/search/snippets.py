"""The words around what was found, as they stand there."""

from collections.abc import Sequence

from caseviewer.search.blocks import Span
from caseviewer.search.hits import Snippet

_BEFORE = 60
_LONGEST = 200
_SEARCHED_FOR_SPACE = 20


def snippet(text: str, marks: Sequence[Span]) -> Snippet:
    """The first mark with some words around it, and what else is marked among these."""
    start, end = _window(text, marks[0] if marks else (0, 0))
    shown = [
        (max(first, start) - start, min(last, end) - start)
        for first, last in marks
        if first < end and start < last
    ]
    return Snippet(text[start:end], tuple(shown), start > 0, end < len(text))


def _window(text: str, mark: Span) -> Span:
    """A stretch of a text around a mark, from space to space where these are near."""
    start = max(0, mark[0] - _BEFORE)
    end = min(len(text), start + _LONGEST)
    start = max(0, min(start, end - _LONGEST))
    if start > 0:
        space = text.find(" ", start, min(mark[0], start + _SEARCHED_FOR_SPACE))
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", max(mark[1], end - _SEARCHED_FOR_SPACE), end)
        end = space if space >= 0 else end
    return start, end
