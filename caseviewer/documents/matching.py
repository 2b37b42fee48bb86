"""What counts as the same words: what reading folds, and nothing beyond it.

White space of every kind, line breaks, hyphens that only a line break shows, ligatures, the
shape of quotation marks and the two ways of writing an accent make no difference to who reads
a page aloud. Case, dashes, spelling, and letters that only look alike do.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from caseviewer.model.opened import Folding

_UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner and byte-order mark: no reader sees them."""

_LIGATURES = "\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdfb\ufe70-\ufefc"
"""Latin, Armenian, and the presentation forms of Hebrew and Arabic that PDF files hold."""

_ACCENTS = "\u0300-\u036f\u0653-\u0655\u3099\u309a"
_SYLLABLES = "\u1100-\u1112"

_SPOTS = re.compile(
    # The first character rules out nearly every place, and a single space is left at once; each
    # kind then looks back at that character. To search for the kinds themselves takes eight times
    # as long.
    rf"[\s{_UNSEEN}{_LIGATURES}{_ACCENTS}{_SYLLABLES}](?:(?<! )|(?=[\s{_UNSEEN}]))(?:"
    rf"(?P<spaces>(?<=\s)[\s{_UNSEEN}]*\s)"
    r"|(?P<hyphen>(?<=\w-[\r\n])(?=\w))"
    r"|(?P<broken>(?<=\u00ad)\u00ad*+[^\S\r\n]*[\r\n]\s*)"
    rf"|(?P<unseen>(?<=[{_UNSEEN}])[{_UNSEEN}]*)"
    rf"|(?P<ligature>(?<=[{_LIGATURES}]))"
    rf"|(?P<accent>(?<=[{_ACCENTS}])[{_ACCENTS}]*)"
    rf"|(?P<syllable>(?<=[{_SYLLABLES}])[\u1161-\u1175][\u11a8-\u11c2]?))"
)
"""Every place that may become longer or shorter; see `_same_length` for the others."""

_INNER = re.compile("[\u1161-\u1175\u11a8-\u11c2]")
"""What a syllable may go on with."""

_KINDS = {
    "broken": Folding.UNSEEN,
    "unseen": Folding.UNSEEN,
    "hyphen": Folding.SPACES,
    "spaces": Folding.SPACES,
    "ligature": Folding.LIGATURES,
    "accent": Folding.ACCENTS,
    "syllable": Folding.ACCENTS,
}
_BREAK_AT_HYPHEN = re.compile(r"(?<=\w-)[^\S\r\n]*[\r\n]\s*(?=\w)")
_SAME_LETTERS = {"\u2126": "\u03a9", "\u212a": "K", "\u212b": "\u00c5"}
"""Signs that Unicode calls the same as a letter."""

_WINDOW = 50_000
_FARTHEST = 1_000
_ODD_SPACE = re.compile(r"[^\S ]")
_DOUBLE = "“”„‟«»"
_SINGLE = "‘’‚‛‹›"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, with the way back to the text as it is.

    Where a place became longer or shorter by folding, `begins` and `ends` hold its span in the
    text, `folded_begins` and `folded_ends` that in the folded text; between two such places both
    texts run in step. Offsets count code points.
    """

    text: str
    begins: "array[int]"
    ends: "array[int]"
    folded_begins: "array[int]"
    folded_ends: "array[int]"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that a span of the folded text stands for; neither is empty."""
        return self._place(start)[0], self._place(end - 1)[1]

    def folded_at(self, offset: int) -> int:
        """Where a place of the text stands in the folded text."""
        spot = bisect_right(self.begins, offset) - 1
        if spot < 0:
            return offset
        if offset < self.ends[spot]:
            return self.folded_begins[spot]
        return self.folded_ends[spot] + offset - self.ends[spot]

    def _place(self, at: int) -> tuple[int, int]:
        """The span of the text that one character of the folded text stands for."""
        spot = bisect_right(self.folded_begins, at) - 1
        if spot < 0:
            return at, at + 1
        if at < self.folded_ends[spot]:
            return self.begins[spot], self.ends[spot]
        start = self.ends[spot] + at - self.folded_ends[spot]
        return start, start + 1


def fold(text: str, kinds: frozenset[Folding] = frozenset(Folding)) -> Folded:
    """A text as it is compared, with everything folded or with some `kinds` only."""
    begins, ends, folded_begins, folded_ends = (array("q") for _ in range(4))
    parts: list[str] = []
    done = length = 0
    for begin, end, made in _spots(text, kinds):
        parts += (text[done:begin], made)
        length += begin - done
        if len(made) != end - begin:
            begins.append(begin)
            ends.append(end)
            folded_begins.append(length)
            folded_ends.append(length + len(made))
        length += len(made)
        done = end
    parts.append(text[done:])
    return Folded(_same_length("".join(parts), kinds), begins, ends, folded_begins, folded_ends)


def folded(text: str) -> str:
    """A text as it is compared."""
    return fold(text).text


def what_was_folded(one: str, other: str) -> frozenset[Folding]:
    """What had to be folded for two spellings of the same words to be the same.

    Where words begin or end inside a ligature or the like, the other spelling is longer: then it
    is what was folded in it.
    """
    everything = frozenset(Folding)
    if folded(one) != folded(other):
        return frozenset(_KINDS[match.lastgroup or ""] for match in _SPOTS.finditer(other))
    return frozenset(
        kind
        for kind in Folding
        if fold(one, everything - {kind}).text != fold(other, everything - {kind}).text
    )


def _spots(text: str, kinds: frozenset[Folding]) -> Iterator[tuple[int, int, str]]:
    """The places that become longer or shorter: begin, end, and what stands there instead."""
    done = 0
    for match in _matches(text):
        name = match.lastgroup or ""
        if _KINDS[name] not in kinds:
            continue
        spot = _spot(name, match)
        if spot is not None and spot[0] >= done:  # an accent may follow what was folded already
            done = spot[1]
            yield spot


def _matches(text: str) -> Iterator[re.Match[str]]:
    """All spots, looked for window by window: one search of millions of signs stops the window."""
    start = 0
    while start < len(text):
        end = _safe_end(text, start + _WINDOW)
        yield from _SPOTS.finditer(text, start, end)
        start = end


def _safe_end(text: str, wanted: int) -> int:
    """A place near the wanted one that lies between two letters, where no spot can be."""
    if wanted >= len(text):
        return len(text)
    for at in range(wanted, min(wanted + _FARTHEST, len(text))):
        begins = not _SPOTS.match(text, at) and not _INNER.match(text, at)
        if begins and text[at - 1 : at + 1].isalpha():
            return at
    return len(text)


def _spot(name: str, match: re.Match[str]) -> tuple[int, int, str] | None:
    begin, end, text = match.start(), match.end(), match.string
    if name == "spaces":
        at_hyphen = _BREAK_AT_HYPHEN.match(text, begin) is not None
        return begin, end, "" if at_hyphen else " "
    if name == "syllable":
        return begin, end, unicodedata.normalize("NFC", match[0])
    if name == "ligature":
        return begin, end, unicodedata.normalize("NFKC", match[0])
    if name == "accent":
        if begin == 0 or not text[begin - 1].isalpha():
            return None
        return begin - 1, end, unicodedata.normalize("NFC", text[begin - 1 : end])
    return begin, end, ""


def _same_length(text: str, kinds: frozenset[Folding]) -> str:
    """Fold what stays as long as it is: odd spaces, and quotation marks."""
    if Folding.SPACES in kinds:
        for sign in set(_ODD_SPACE.findall(text)):
            text = text.replace(sign, " ")
    if Folding.ACCENTS in kinds:
        for sign, letter in _SAME_LETTERS.items():
            text = text.replace(sign, letter)
    if Folding.MARKS in kinds:
        for plain, signs in (('"', _DOUBLE), ("'", _SINGLE)):
            for sign in signs:
                text = text.replace(sign, plain)
    return text
