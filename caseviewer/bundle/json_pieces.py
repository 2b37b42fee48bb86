"""Parses a case file entry by entry: neither its whole text nor all plain values are held at once.

The lists of the top level go through a function of the caller's, some objects at a time, and
what that gives stays in their place. Bytes are decoded a window at a time; a value that goes
on behind the window is parsed again in a larger one.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from itertools import islice
from json import JSONDecoder
from typing import cast

from caseviewer.bundle.faults import MAX_KEYS
from caseviewer.bundle.json_walk import skip_space

PIECE = 100
"""Objects that are given over at once: so few that a window breathes between two calls."""
MOST_SINGLE = 500_000
"""Objects of a list that are parsed one by one; what stands behind them is parsed in one go."""
_WINDOW = 1 << 18
_SPACE = " \t\n\r"
_LOOK_AHEAD = 2
"""Behind the last digit in a window “.” or “e+” may be the begin of more of the number."""

Shrink = Callable[[str, list[object]], list[object]]
"""Is given the key of a list and some of its objects; gives what is kept in their place."""


def entries(data: bytes, decoder: JSONDecoder, shrink: Shrink) -> object:
    """The value that bytes in UTF-8 hold; ValueError or RecursionError where they hold none."""
    window = _Window(data, decoder)
    if window.mark() == "{":
        members = islice(_members(window, shrink), MAX_KEYS + 1)
        value = decoder.object_pairs_hook(list(members))
    else:
        value = window.value()
    if window.mark():
        raise ValueError
    return value


def _members(window: _Window, shrink: Shrink) -> Iterator[tuple[str, object]]:
    window.take("{")
    if window.mark() == "}":
        window.take("}")
        return
    while window.mark() == '"':
        key = str(window.value())
        window.take(":")
        yield key, list(_items(window, key, shrink)) if window.mark() == "[" else window.value()
        if window.take(",}") == "}":
            return
    raise ValueError


def _items(window: _Window, key: str, shrink: Shrink) -> Iterator[object]:
    """The entries of a list. From the first on that is no object, and so no record, in one go."""
    window.take("[")
    count = 0
    while window.mark() == "{" and count < MOST_SINGLE:
        piece: list[object] = []
        mark = ","
        while mark == "," and len(piece) < PIECE and window.mark() == "{":
            piece.append(window.value())
            mark = window.take(",]")
        yield from shrink(key, piece)
        count += len(piece)
        if mark == "]":
            return
    if count and window.mark() == "]":
        raise ValueError
    yield from window.rest_of_list()


class _Window:
    """The part of the data that is decoded, and the place in it up to which it has been read."""

    def __init__(self, data: bytes, decoder: JSONDecoder) -> None:
        self._data = data
        self._utf8 = getincrementaldecoder("utf-8")()
        self._parse = decoder.raw_decode
        self._decoded = 0
        self._text = ""
        self._at = 0

    def mark(self) -> str:
        """The next character that is no white space, which is not taken; empty at the end."""
        while (mark := self._text[self._at : self._at + 1]) in _SPACE:
            self._at = skip_space(self._text, self._at)
            if self._at == len(self._text):
                if self._is_whole():
                    return ""
                self._go_on()
        return mark

    def take(self, marks: str) -> str:
        """Read on over the next mark, which is one of these."""
        mark = self.mark()
        if not mark or mark not in marks:
            raise ValueError
        self._at += 1
        return mark

    def value(self) -> object:
        """Read on over the value that starts at the next mark, which was looked at."""
        while not self._is_whole():
            try:
                value, end = self._parse(self._text, self._at)
            except ValueError:
                self._go_on()  # it may be whole there
            else:
                if end + _LOOK_AHEAD < len(self._text):
                    self._at = end
                    return value
                self._go_on()
        value, self._at = self._parse(self._text, self._at)
        return value

    def rest_of_list(self) -> list[object]:
        """Read on over the rest of a list, up to its closing bracket."""
        self._text, self._at = "[" + self._text[self._at :], 0
        return cast("list[object]", self.value())

    def _is_whole(self) -> bool:
        return self._decoded == len(self._data)

    def _go_on(self) -> None:
        """Decode some more, and much more where what is left is long: it is parsed anew."""
        rest = self._text[self._at :]
        start = self._decoded
        self._decoded = min(len(self._data), start + max(_WINDOW, 4 * len(rest)))
        self._text = rest + self._utf8.decode(self._data[start : self._decoded])
        self._at = 0
