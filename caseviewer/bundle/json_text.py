"""From bytes to plain values, strictly: UTF-8, JSON (RFC 8259), no surprises (I-JSON, RFC 7493)."""

from __future__ import annotations

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from caseviewer.bundle.faults import MAX_DEPTH, MAX_KEYS, diagnose, number_is_out_of_range
from caseviewer.bundle.json_pieces import Shrink, entries
from caseviewer.bundle.positions import line_around, place_of
from caseviewer.bundle.signatures import sniff
from caseviewer.model.problems import BundleError, Place, Problem, Severity

_BOM = b"\xef\xbb\xbf"
_ESCAPE = re.compile(
    r"\\(?:(?P<pair>u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u(?P<single>[0-9a-fA-F]{4})|.)",
    re.DOTALL,
)
_ODD_ESCAPE = re.compile(rb"\\u(?:[dD][89a-fA-F]|[fF][dD][dDeE]|[fF]{3}[eEfF])")  # and pairs
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (65534, 65535))
    + "]"
)
_BOM_WARNING = Problem(
    Severity.WARN,
    "file.bom",
    "The file starts with a byte-order mark, which is left aside",
    found="U+FEFF",
    place=Place(1, 1),
    hint="Save it as UTF-8 without a byte-order mark.",
)
_UNEXPLAINED = Problem(
    Severity.STOP,
    "json.unreadable",
    "The file cannot be read as JSON",
    hint="Ask whoever made the file to save it again.",
)
# The same in UTF-8: a set of so many characters is slow to look for in a text.
_NONCHARACTER_BYTES = re.compile(
    rb"\xef\xb7[\x90-\xaf]|\xef\xbf[\xbe\xbf]|[\xf0-\xf4][\x80-\xbf]\xbf[\xbe\xbf]"
)
_LEADING_BYTES = tuple(bytes([byte]) for byte in b"\xef\xf0\xf1\xf2\xf3\xf4")
_NOT_MARKS = bytes(byte for byte in range(256) if byte not in b'[]{}"')
_NO_BACKSLASH = re.compile(rb"[^\\]")
_PIECE = 1 << 20
_LONGEST = 6
_SQUARE = bytes.maketrans(b"{}", b"[]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a case file holds: plain values, the text they stand in, warnings."""

    value: object = field(repr=False)
    data: bytes = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The text, made anew each time: it takes up to four times the memory of its bytes."""
        return self.data.decode("utf-8")


def _as_they_are(_key: str, items: list[object]) -> list[object]:
    return items


def loads(data: bytes, shrink: Shrink = _as_they_are) -> Loaded:
    """Read a whole file; raise BundleError where it is not JSON, or JSON that can be misread.

    The objects in the lists of the top level go through `shrink`, some at a time.
    """
    bare = data.removeprefix(_BOM)
    _require_text(bare)
    value = _parse(bare, shrink)
    problems = [_BOM_WARNING] if len(bare) < len(data) else []
    return Loaded(value, bare, (*problems, *_odd_characters(bare)))


def _require_text(data: bytes) -> None:
    problem = sniff(data)
    if problem:
        raise BundleError(problem)
    decoder = getincrementaldecoder("utf-8")()
    at = 0
    try:
        for at in range(0, len(data), _PIECE):
            decoder.decode(data[at : at + _PIECE], final=at + _PIECE >= len(data))
    except UnicodeDecodeError as error:
        begun = len(error.object) - len(data[at : at + _PIECE])
        raise BundleError(_not_utf8(data, at - begun + error.start)) from None


def _not_utf8(data: bytes, offset: int) -> Problem:
    before = data[:offset].decode("utf-8")
    around = before + data[offset : offset + 200].decode("utf-8", "replace")
    return Problem(
        Severity.STOP,
        "file.not_utf8",
        "The file is not a text in UTF-8",
        found=f"byte {data[offset]:02X}",
        place=place_of(around, len(before)),
        hint="It was probably saved in an older encoding such as Latin-1 or Windows-1252: "
        "open it in a text editor and save it again as UTF-8.",
        line_text=line_around(around, len(before)),
    )


# Values


def _parse(data: bytes, shrink: Shrink) -> object:
    """Parse with the standard library; walk the text ourselves only where something is wrong."""
    if not _may_be_too_deep(data):
        with suppress(ValueError, RecursionError):
            return entries(data, _DECODER, shrink)
    raise BundleError(diagnose(data.decode("utf-8")) or _UNEXPLAINED)


def _may_be_too_deep(data: bytes) -> bool:
    """Whether the brackets nest deeper than allowed, or too oddly to tell; exact for all JSON.

    Measured before parsing, as a parser uses the machine's stack for each level, of which a
    thread may have little. Each round takes out the innermost pairs: as many rounds as levels.
    """
    brackets = _brackets(data)
    for level in range(MAX_DEPTH):
        left = brackets.replace(b"[]", b"")
        if len(left) == len(brackets):
            return level + left.count(b"[") > MAX_DEPTH
        brackets = left
    return bool(brackets)


def _brackets(data: bytes) -> bytes:
    """All brackets outside of texts, as square ones."""
    marks = b"".join(map(_marks, _pieces(data)))
    return b"".join(marks.replace(b'""', b"").split(b'"')[::2])


def _marks(piece: bytes) -> bytes:
    """The brackets as square ones, and the quotation marks around texts.

    Two marks without a bracket between them say nothing about what stands outside.
    """
    if b"\\" in piece:
        piece = piece.replace(b"\\\\", b"").replace(b'\\"', b"")
    return piece.translate(_SQUARE, _NOT_MARKS).replace(b'""', b"")


def _pieces(data: bytes) -> Iterator[bytes]:
    """The data in pieces that end where no escape does, so that a window breathes between two."""
    start = 0
    while start < len(data):
        match = _NO_BACKSLASH.search(data, start + _PIECE)
        end = match.end() if match else len(data)
        yield data[start:end]
        start = end


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, unless one of its keys stands twice or it has too many."""
    found = dict(pairs)
    if len(found) == len(pairs) <= MAX_KEYS:
        return found
    raise ValueError


def _refuse(_literal: str) -> float:
    """NaN, Infinity and -Infinity, which the standard library reads and JSON has not."""
    raise ValueError


def _integer(literal: str) -> int:
    if len(literal) > _SAFE_DIGITS and number_is_out_of_range(literal):
        raise ValueError
    return int(literal)


def _float(literal: str) -> float:
    if number_is_out_of_range(literal):
        raise ValueError
    return float(literal)


_SAFE_DIGITS = 15
"""Whole numbers of so many digits are all in range."""
_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_constant=_refuse, parse_int=_integer, parse_float=_float
)


# Characters


def _odd_characters(data: bytes) -> tuple[Problem, ...]:
    """A warning for the first code point that is no character; half a character stops."""
    escapes = b"\\" in data and _holds(_ODD_ESCAPE, data)
    others = any(lead in data for lead in _LEADING_BYTES) and _holds(_NONCHARACTER_BYTES, data)
    if not (escapes or others):
        return ()
    text = data.decode("utf-8")
    escaped = _odd_escape(text) if escapes else None
    direct = _NONCHARACTER.search(text) if others else None
    matches = [match for match in (escaped, direct) if match]
    if not matches:
        return ()
    match = min(matches, key=lambda match: match.start())
    return (
        _at(
            text,
            match,
            Severity.WARN,
            "json.noncharacter",
            "The file holds a code that stands for no character",
        ),
    )


def _holds(pattern: re.Pattern[bytes], data: bytes) -> bool:
    """Whether a pattern of a few bytes is anywhere in the data; a window breathes meanwhile."""
    starts = range(0, len(data), _PIECE)
    return any(pattern.search(data, at, at + _PIECE + _LONGEST) for at in starts)


def _odd_escape(text: str) -> re.Match[str] | None:
    """The first escaped noncharacter; half a character raises BundleError.

    A backslash stands only inside texts, so that escapes can be read one after another.
    """
    found: re.Match[str] | None = None
    for match in _ESCAPE.finditer(text):
        pair, single = match.group("pair", "single")
        if single and 0xD800 <= int(single, 16) <= 0xDFFF:
            message = "One half of a character stands here without the other"
            raise BundleError(_at(text, match, Severity.STOP, "json.half_character", message))
        if found is None and (pair or single) and _NONCHARACTER.match(json.loads(f'"{match[0]}"')):
            found = match
    return found


def _at(text: str, match: re.Match[str], severity: Severity, code: str, message: str) -> Problem:
    return Problem(
        severity,
        code,
        message,
        found=match[0],
        expected="a character of Unicode",
        place=place_of(text, match.start()),
        hint="Compare the text at this place with its source.",
        line_text=line_around(text, match.start()),
    )
