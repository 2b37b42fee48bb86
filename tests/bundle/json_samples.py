"""Random JSON: values, texts of them with odd spacing and escapes, and where each value stands."""

import json

from hypothesis import strategies as st

from caseviewer.bundle.json_walk import Path
from caseviewer.model.problems import Place

texts = st.text(
    st.one_of(
        st.sampled_from('"\\[]{},:\n\t ax\u00e9\u202e😀/'), st.characters(exclude_categories=["Cs"])
    ),
    max_size=6,
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=25,
)
_SPACES = ("", "", "", " ", "\n", "\r\n", "\t", "  \n ", "\r")


class Writer:
    """Writes a value as text, oddly spaced and spelt, and notes the offsets of keys and values."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._pieces: list[str] = []
        self._length = 0
        self.values: dict[Path, int] = {}
        self.keys: dict[Path, int] = {}

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def write(self, value: object, path: Path = ()) -> None:
        self._space()
        self.values[path] = self._length
        if isinstance(value, dict):
            self._put("{")
            for number, (key, member) in enumerate(value.items()):
                self._comma(number)
                self.keys[(*path, key)] = self._length
                self._put(self._spelt(key))
                self._space()
                self._put(":")
                self.write(member, (*path, key))
            self._close("}")
        elif isinstance(value, list):
            self._put("[")
            for number, item in enumerate(value):
                self._comma(number)
                self.write(item, (*path, number))
            self._close("]")
        else:
            self._put(self._spelt(value) if isinstance(value, str) else json.dumps(value))
        self._space()

    def _comma(self, number: int) -> None:
        if number:
            self._put(",")
        self._space()

    def _close(self, bracket: str) -> None:
        self._space()
        self._put(bracket)

    def _spelt(self, text: str) -> str:
        way = self._draw(st.sampled_from(["plain", "ascii", "codes"]))
        if way != "codes":
            return json.dumps(text, ensure_ascii=way == "ascii")
        units = text.encode("utf-16-be")
        pairs = zip(units[::2], units[1::2], strict=True)
        return '"' + "".join(f"\\u{high:02X}{low:02x}" for high, low in pairs) + '"'

    def _space(self) -> None:
        self._put(self._draw(st.sampled_from(_SPACES)))

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)


@st.composite
def written(draw: st.DrawFn) -> tuple[object, Writer]:
    """A value and its text."""
    value = draw(values)
    writer = Writer(draw)
    writer.write(value)
    return value, writer


def offset_of(text: str, place: Place) -> int:
    """The offset of a place, counted anew line by line."""
    newline = "\n" if "\n" in text or "\r" not in text else "\r"
    lines = text.split(newline)
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1


_WORDS = [
    '"a"',
    '"b":',
    "true",
    "false",
    "null",
    "NaN",
    "Infinity",
    "1e5",
    "\\u00e9",
    "\\ud83d",
    "\\n",
    "[[",
    "]]",
    "{}",
    '"id":"e1",',
    "\x01",
    "é",
]
pieces = st.sampled_from([*"[]{},:\"\\ \n\t0123456789-+.eE/#'\u00a0", *_WORDS])
broken_texts = st.lists(pieces, max_size=30).map("".join)
"""Mostly texts that no JSON reader accepts."""
