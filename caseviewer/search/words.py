"""Words: what of two texts is the same for a reader who searches.

A text is folded into words, runs of letters and digits, joined by single spaces. One character
after the other is folded, whatever stands around it, so that what is read can be typed: case,
accents and marks, odd spaces, dashes, quotation marks and signs that nobody sees make no
difference; digits of every script are 0 to 9; Latin letters are those of ASCII.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SOFT_HYPHEN = "\u00ad"
_BROKEN = re.compile("\u00ad[^\\S\\r\\n]*(?:\\r\\n|[\\r\\n])\\s*")
"""A word that a line break parts, at a hyphen that shows there alone."""

_UNSEEN = frozenset(
    "\u034f\u0640\u07fa\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    "\u180b\u180c\u180d\u180f"
    + "".join(map(chr, range(0xFE00, 0xFE10)))
    + "".join(map(chr, range(0xE0100, 0xE01F0)))
)
"""Tatweel, fillers and selectors of variants: Unicode calls them letters or marks."""

_UNSPACED = (
    "CJK ", "IDEOGRAPHIC ", "HIRAGANA ", "KATAKANA", "BOPOMOFO ", "YI SYLLABLE ", "TANGUT ",
    "THAI ", "LAO ", "KHMER ", "MYANMAR ",
)  # fmt: skip
"""Beginnings of the names of characters whose scripts set no spaces between words."""

_SAME_LETTERS = {
    "\u0649": "\u064a",  # alef maksura: yeh
    "\u06cc": "\u064a",  # Persian yeh
    "\u06d2": "\u064a",  # Urdu yeh
    "\u06a9": "\u0643",  # Persian kaf
    "\u0629": "\u0647",  # teh marbuta: heh
    "\u06c1": "\u0647",  # Urdu heh
    "\u06be": "\u0647",
    "\u06d5": "\u0647",
}
"""Letters of Arabic script that are written for one another, as Lucene's normalizers have it."""


@dataclass(frozen=True, slots=True)
class WordAt:
    """A word of a text, folded, and where it stands there: offsets in code points."""

    word: str
    start: int
    end: int


def fold_words(text: str) -> str:
    """The words of a text, folded and joined by single spaces; empty where there are none."""
    return " ".join(raw_words(text).split())


def raw_words(text: str) -> str:
    """The characters of a text, folded one by one; what parts words is one space or several."""
    if _SOFT_HYPHEN in text:
        text = _BROKEN.sub("", text)
    return text.translate(_TABLE)


def words_at(text: str) -> Iterator[WordAt]:
    """Each word of a text with its place, as `fold_words` makes them, one after the other."""
    word, start, end = "", 0, 0
    for at, sign in _signs(text):
        before, *others = _TABLE[ord(sign)].split(" ")
        if before:
            start, end, word = at if not word else start, at + 1, word + before
        elif word and unicodedata.combining(sign):
            end = at + 1  # a mark belongs to the letter before it
        for letters in others:
            if word:
                yield WordAt(word, start, end)
            word, start, end = letters, at, at + 1
    if word:
        yield WordAt(word, start, end)


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """The characters of a text with their places, but for breaks within words."""
    done = 0
    if _SOFT_HYPHEN in text:
        for match in _BROKEN.finditer(text):
            yield from zip(range(done, match.start()), text[done : match.start()], strict=True)
            done = match.end()
    yield from enumerate(text[done:] if done else text, start=done)


class _Table(dict[int, str]):
    """What each character is folded into, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        made = self[code] = _folded(chr(code))
        return made


_TABLE = _Table()


def _folded(sign: str) -> str:
    """Letters and digits, with spaces where words end; nothing for what nobody sees."""
    made = "".join(_letter(letter) for part in _seen(sign) for letter in _seen(part.casefold()))
    # Numbers that are no digits, such as the raised ones of notes, are words of their own.
    return f" {made} " if unicodedata.category(sign) == "No" else made


def _seen(text: str) -> Iterator[str]:
    """The characters that a text is made of, without marks and what nobody sees."""
    for sign in unicodedata.normalize("NFKD", text):
        vanishes = sign in _UNSEEN or unicodedata.category(sign) in {"Cf", "Me"}
        if not vanishes and not unicodedata.combining(sign):
            yield sign


def _letter(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isalnum() else " "
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category[0] not in "LM" and category != "Nl":
        return " "
    name = unicodedata.name(sign, "")
    if name.startswith("MODIFIER LETTER"):  # apostrophes, as a rule
        return " "
    if name.startswith("LATIN "):
        return _latin(sign)
    return f" {sign} " if name.startswith(_UNSPACED) else _SAME_LETTERS.get(sign, sign)


def _latin(sign: str) -> str:
    """A Latin letter in letters of ASCII; a space for what only looks like an apostrophe."""
    from anyascii import anyascii

    made: str = anyascii(sign).casefold()
    return made if made.isalnum() else " " if made else sign
