"""Places in a text as Qt counts them: in UTF-16 units, of which some characters need two."""

from collections.abc import Iterable, Iterator

Span = tuple[int, int]


def units(text: str) -> int:
    """The length of a text in units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def points(text: str, count: int) -> int:
    """How many characters of a text begin within so many units."""
    if text.isascii():
        return count
    return len(text.encode("utf-16-le", "replace")[: 2 * count].decode("utf-16-le", "ignore"))


def spans_in_units(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Stretches of a text, one behind the other, told in units instead of characters."""
    done = at = 0
    for start, end in spans:
        at += units(text[done:start])
        length = units(text[start:end])
        yield at, at + length
        done, at = end, at + length
