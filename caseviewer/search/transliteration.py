"""Words of one script that read like words of another: Жовтис and Zhovtis, محمد and Muhammad.

Both are turned into Latin letters by anyascii, and these into a key in which it makes no
difference by which table somebody transliterated. Arabic and Hebrew write consonants, so that
with them only these are compared. What comes of it is a guess, and is told as one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache

from caseviewer.search.slices import Slices

_WHOLE, _START = 3, 4
"""The fewest letters of a key that have to be the same: of a whole word, of a beginning."""


class Script(Enum):
    """The scripts between which words are compared."""

    LATIN = "LATIN"
    CYRILLIC = "CYRILLIC"
    GREEK = "GREEK"
    ARMENIAN = "ARMENIAN"
    GEORGIAN = "GEORGIAN"
    ARABIC = "ARABIC"
    HEBREW = "HEBREW"


_CONSONANTS = frozenset({Script.ARABIC, Script.HEBREW})
_SCRIPTS = {script.value: script for script in Script}


def script_of(word: str) -> Script | None:
    """The script of a folded word, by its first letter; None where it is none of these."""
    if word.isascii():
        return Script.LATIN if word.isalpha() else None
    name = unicodedata.name(word[0], "")
    return _SCRIPTS.get(name.partition(" ")[0])


class Transliterations:
    """The words of some texts by their keys, script by script; made when they are asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words` are folded, each once."""
        self._words: dict[Script, list[str]] = {}
        for word in words:
            script = script_of(word)
            if script is not None:
                self._words.setdefault(script, []).append(word)
        self._keys: dict[tuple[Script, bool], list[tuple[str, str]]] = {}

    def like(self, typed: str) -> Slices[tuple[str, ...]]:
        """The words of other scripts that read like a typed one, or begin so; the nearest first."""
        script = script_of(typed)
        found: list[str] = []
        for other in self._words if script is not None else ():
            if other is not script:
                consonants = not _CONSONANTS.isdisjoint({script, other})
                keys = yield from self._by_key(other, consonants=consonants)
                found += _alike(keys, typed, consonants=consonants)
        return tuple(sorted(set(found), key=len))

    def _by_key(self, script: Script, *, consonants: bool) -> Slices[list[tuple[str, str]]]:
        known = self._keys.get((script, consonants))
        if known is None:
            known = []
            for at, word in enumerate(self._words[script]):
                known.extend((key, word) for key in _keys(word, consonants=consonants))
                if at % 500 == 0:
                    yield
            known.sort()
            self._keys[script, consonants] = known
        return known


def _alike(keys: list[tuple[str, str]], typed: str, *, consonants: bool) -> Iterator[str]:
    for key in _keys(typed, consonants=consonants):
        if len(key) < _WHOLE:
            continue
        at = bisect_left(keys, (key, ""))
        while at < len(keys) and keys[at][0].startswith(key):
            if keys[at][0] == key or len(key) >= _START:
                yield keys[at][1]
            at += 1


# Keys ---------------------------------------------------------------------------------------


def _keys(word: str, *, consonants: bool) -> tuple[str, ...]:
    return consonant_keys(word) if consonants else (sound_key(word),)


_SOUNDS = (
    ("shch", "S"), ("sch", "S"), ("tch", "C"), ("sh", "S"), ("zh", "Z"), ("ch", "C"),
    ("ng", "n"), ("kh", "g"), ("gh", "g"), ("h", "g"), ("ph", "f"), ("th", "t"), ("ts", "C"),
    ("tz", "C"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"),
)  # fmt: skip
"""Letters that tables of transliteration write for one another; ch and ts may both be c."""

_HARD_C = re.compile(r"c(?=[aoulrkt])")
_DOUBLE = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"i(?=[aeou])")


@lru_cache(maxsize=4096)
def sound_key(word: str) -> str:
    """What a word sounds like, whichever table it was transliterated by."""
    key = _latin(word)
    for letters, sound in _SOUNDS[:6]:
        key = key.replace(letters, sound)
    key = _HARD_C.sub("k", key).replace("c", "C")
    for letters, sound in _SOUNDS[6:]:
        key = key.replace(letters, sound)
    return _DOUBLE.sub(r"\1", _GLIDE.sub("", _DOUBLE.sub(r"\1", key)))


_STRONG = (
    ("sh", "S"), ("ch", "C"), ("zh", "j"), ("kh", "x"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("q", "k"), ("c", "k"), ("p", "b"), ("w", "v"),
)  # fmt: skip
_WEAK = re.compile(r"(?<!^)[aeiouyv]")
_FIRST_VOWELS = frozenset("اعאע")
_ARTICLE = re.compile("^ال(?=...)")


@lru_cache(maxsize=4096)
def consonant_keys(word: str) -> tuple[str, ...]:
    """The consonants of a word; of an Arabic one with the article, those without it as well."""
    bare = _ARTICLE.sub("", word)
    return tuple({_consonants(form) for form in (word, bare)})


def _consonants(word: str) -> str:
    key = _latin(word)
    begins_open = word[0] in _FIRST_VOWELS or key[:1] in set("aeiou")
    for letters, sound in _STRONG:
        key = key.replace(letters, sound)
    if begins_open:
        key = f"A{key.lstrip('aeiou')}"
    return _DOUBLE.sub(r"\1", _WEAK.sub("", key)).removesuffix("h")


def _latin(word: str) -> str:
    """A word in Latin letters alone."""
    from anyascii import anyascii

    return "".join(filter(str.isalpha, str(anyascii(word)).lower()))
