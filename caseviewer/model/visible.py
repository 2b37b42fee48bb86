"""Makes characters that nobody can see, or that reorder a line, visible in what is shown."""

from __future__ import annotations

import re
from itertools import accumulate

# Categories Cc, Cf, Cs, Zl and Zp, without ZWNJ and ZWJ (U+200C, U+200D), which several scripts
# need for spelling; and the noncharacters U+FFFE and U+FFFF, which XML may not hold, with those
# beside them. Written out, as asking unicodedata about every character costs 0.1 s at start; each
# range beyond U+FFFF slows every search, so that noncharacters there, which XML may hold, are not
# among them.
_ALWAYS = (
    r"\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060-\u2064\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    r"\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0001\U000e0020-\U000e007f\ufdd0-\ufdef\ufffe\uffff"
)
_IN_LINE = re.compile(rf"[\x00-\x1f{_ALWAYS}]")
_IN_TEXT = re.compile(rf"[\x00-\x08\x0b-\x1f{_ALWAYS}]")


def visible(text: str, limit: int) -> str:
    """One line of at most `limit` characters in which every hidden character shows as ⟨U+202E⟩."""
    head = text[: limit + 1]
    # What Python calls printable is never hidden; that is told much sooner than searched for.
    if head.isprintable() or _IN_LINE.search(head) is None:
        return cut(head, limit)
    pieces = [_IN_LINE.sub(_mark, character) for character in head]
    if sum(map(len, pieces)) <= limit:
        return "".join(pieces)
    ends = accumulate(map(len, pieces))
    kept = [piece for piece, end in zip(pieces, ends, strict=True) if end < limit]
    return cut("".join(kept) + "…", limit)


def visible_text(text: str) -> str:
    """The whole text, lines and tabs kept, in which every other hidden character shows."""
    if _IN_TEXT.search(text) is None:
        return text
    return _IN_TEXT.sub(_mark, text)


def cut(text: str, limit: int) -> str:
    """The text, or as much of it as fits into `limit` characters together with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1] + "…" if limit > 0 else ""


def _mark(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"
