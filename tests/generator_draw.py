"""Draws for generated bundles: chances, ids, sentences, names, dates.

Values are drawn with `Random.random` alone, whose sequence is the same in every version of
Python.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, TypeVar

from tests import generator_words as words

Bundle = dict[str, Any]

FIRST_YEAR, LAST_YEAR = 1985, 2024

_LETTERS = {
    "proceedings": "c", "parties": "p", "chronology": "e", "deadlines": "d", "quotations": "q",
    "sources": "s", "passages": "t", "differences": "x", "gaps": "g",
}  # fmt: skip

_T = TypeVar("_T")


class Draw:
    """Draws from one seed for a bundle with so many records of each kind."""

    def __init__(self, seed: int, counts: Mapping[str, int]) -> None:
        self.random = Random(seed).random  # noqa: S311 - nothing here is a secret
        self.counts = counts

    def chance(self, share: float) -> bool:
        return self.random() < share

    def below(self, end: int) -> int:
        return int(self.random() * end)

    def pick(self, options: Sequence[_T]) -> _T:
        return options[int(self.random() * len(options))]

    def id(self, kind: str) -> str:
        return f"{_LETTERS[kind]}{1 + self.below(self.counts[kind])}"

    def ids(self, kind: str, most: int) -> list[str]:
        """Between one and `most` ids of records, no one twice."""
        return list(dict.fromkeys(self.id(kind) for _ in range(1 + self.below(most))))

    def sentences(self, most: int) -> str:
        return " ".join(self.sentence() for _ in range(1 + self.below(most)))

    def sentence(self) -> str:
        """A sentence of words for people and places: no two are likely to be alike."""
        count = 2 + self.below(240)
        opening, middle, end = map(self.pick, (words.OPENINGS, words.MIDDLES, words.ENDS))
        return f"{opening} {count} {middle} {self.pick(words.PLACES)[0]} {end}."

    def day(self) -> tuple[int, int, int]:
        years = LAST_YEAR - FIRST_YEAR + 1
        return FIRST_YEAR + self.below(years), 1 + self.below(12), 1 + self.below(28)

    def date(self) -> Bundle:
        """A date of one of the forms that sources give; half of them are plain days."""
        year, month, day = self.day()
        if self.chance(0.5):
            return {"edtf": f"{year}-{month:02}-{day:02}",
                    "verbatim": f"{day} {words.MONTHS[month - 1]} {year}"}  # fmt: skip
        form, sense, basis = self.pick(words.DATE_FORMS)
        if not form:
            return {"verbatim": self.pick(words.VAGUE_DATES)}
        made: Bundle = {
            "edtf": form.format(y=year, m=month, d=day, n=year + 1, dec=str(year)[:3]),
            "basis": basis,
        }
        if sense:
            made["sense"] = sense
        return made

    def name(self) -> tuple[str, str, str]:
        """A name in Latin letters, in its own script, and the language of that."""
        language = self.pick(words.LANGUAGES)
        given, family = words.GIVEN[language], words.FAMILY[language]
        first, last = self.pick(given), self.pick(family)
        return f"{first[0]} {last[0]}", f"{first[1]} {last[1]}", language
