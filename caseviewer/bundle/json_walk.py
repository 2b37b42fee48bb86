"""A strict walk over JSON text, token by token, that knows where it stands when the text breaks.

It is slower than the standard library and runs only after that one has refused a text, or to find
keys that are given twice: it keeps the path, the open brackets and what may come next.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

Path = tuple[str | int, ...]

_SPACE = r"[ \t\n\r]*+"
_STRING = r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*'
_VALUE = (
    rf'(?P<string>{_STRING}")'
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)"
    r"|(?P<word>true|false|null)"
    r"|(?P<open>[\[{])"
)
_KEY = rf'(?P<key>{_STRING}")'

STRING_HEAD = re.compile(_STRING)
"""A text from its opening quotation mark up to whatever ends or breaks it."""
_NOT_SPACE = re.compile(r"[^ \t\n\r]|\Z")


class Expect(IntEnum):
    """What may come next."""

    VALUE = 0
    FIRST_ITEM = 1
    ITEM = 2
    NEXT_ITEM = 3
    FIRST_KEY = 4
    KEY = 5
    COLON = 6
    MEMBER = 7
    NEXT_MEMBER = 8
    END = 9


# In the order of Expect. Each pattern has one group for each kind of token and no other group.
_GRAMMAR = tuple(
    re.compile(_SPACE + "(?:" + pattern + ")")
    for pattern in (
        _VALUE,
        _VALUE + r"|(?P<close>\])",
        _VALUE,
        r"(?P<comma>,)|(?P<close>\])",
        _KEY + r"|(?P<close>\})",
        _KEY,
        r"(?P<colon>:)",
        _VALUE,
        r"(?P<comma>,)|(?P<close>\})",
        r"(?P<end>\Z)",
    )
)


def skip_space(text: str, position: int) -> int:
    """The offset of the next character that is not JSON's white space, or of the end."""
    match = _NOT_SPACE.search(text, position)
    return match.start() if match else len(text)


@dataclass(slots=True)
class Frame:
    """An open object or array: where it starts, the key or index it stands at, the keys seen."""

    start: int
    is_object: bool
    at: str | int | None
    keys: dict[str, int] = field(default_factory=dict)


class Walk:
    """Walks one text once; after the walk `fault` is the offset of the first fault, or None."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.frames: list[Frame] = []
        self.expect = Expect.VALUE
        self.before = 0
        self.fault: int | None = None

    @property
    def path(self) -> Path:
        """The way from the top to where the walk stands."""
        return tuple(frame.at for frame in self.frames if frame.at is not None)

    def __iter__(self) -> Iterator[tuple[str, int, int]]:
        """Yield kind, start and end of each token.

        Kinds: string, number, word, open, close, comma, colon, key, `again` (a key that its object
        has already; its first offset stays in the frame's `keys`). When an `open` token is yielded
        its frame is there; when a `close` token is yielded its frame is gone.
        """
        text = self.text
        steps = {"open": self._open, "colon": self._colon, "comma": self._comma, "key": self._key}
        position = 0
        while match := _GRAMMAR[self.expect].match(text, position):
            kind = match.lastgroup or ""
            start, position = match.span(match.lastindex or 0)
            if kind == "end":
                return
            yield steps.get(kind, self._value_done)(kind, start, position), start, position
            self.before = start
        self.fault = skip_space(text, position)

    # Each step moves on over one token and gives its kind.

    def _open(self, kind: str, start: int, _end: int) -> str:
        is_object = self.text[start] == "{"
        self.frames.append(Frame(start, is_object, None if is_object else 0))
        self.expect = Expect.FIRST_KEY if is_object else Expect.FIRST_ITEM
        return kind

    def _colon(self, kind: str, _start: int, _end: int) -> str:
        self.expect = Expect.MEMBER
        return kind

    def _comma(self, kind: str, _start: int, _end: int) -> str:
        frame = self.frames[-1]
        if isinstance(frame.at, int):
            frame.at += 1
            self.expect = Expect.ITEM
        else:
            frame.at = None
            self.expect = Expect.KEY
        return kind

    def _key(self, kind: str, start: int, end: int) -> str:
        raw = self.text[start:end]
        key: str = json.loads(raw) if "\\" in raw else raw[1:-1]
        frame = self.frames[-1]
        frame.at = key
        self.expect = Expect.COLON
        return kind if frame.keys.setdefault(key, start) == start else "again"

    def _value_done(self, kind: str, _start: int, _end: int) -> str:
        if kind == "close":
            self.frames.pop()
        if not self.frames:
            self.expect = Expect.END
        elif self.frames[-1].is_object:
            self.expect = Expect.NEXT_MEMBER
        else:
            self.expect = Expect.NEXT_ITEM
        return kind
