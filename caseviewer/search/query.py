"""What was typed into a search field: words, phrases, and what narrows the search.

kazakh 444/2010        each word, in any order; words that begin with it are found
"right of appeal"      just these words, whole, side by side
-word  -"a phrase"     without it
party:  kind:  source:  before:  after:  standing:      see `filters`; also with -
"""

import re
from dataclasses import dataclass, field

from caseviewer.formatting.translate import tr
from caseviewer.search.filters import Field, Filter, FilterError, filter_of
from caseviewer.search.words import fold_words

LONGEST = 2_000
"""So many characters of a query are looked at."""

MOST_TERMS, MOST_FILTERS, MOST_FAULTS = 64, 16, 5
"""So many words and phrases, and so many conditions, are looked for; so many faults are told."""

_QUOTES = {'"': '"', "“": "”“", "”": "”", "„": "“”", "‟": "”", "«": "»", "»": "«"}
"""What opens a phrase, and what closes it."""

_OPERATOR = re.compile(r"([A-Za-z]{4,8}):")
_FIELDS = frozenset(map(str, Field))
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Term:
    """Words to be found side by side.

    whole: whether the last one is a whole word, not only the beginning of one; so of phrases in
    quotation marks. exact: whether it was in quotation marks, so that no other forms are looked
    for. without: whether it must not occur.
    """

    typed: str
    words: tuple[str, ...]
    whole: bool = False
    exact: bool = False
    without: bool = False

    @property
    def needle(self) -> str:
        """What is searched for in a folded text that begins and ends with a space."""
        return f" {' '.join(self.words)}{' ' if self.whole else ''}"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; `faults` are sentences about what could not be understood."""

    typed: str
    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that must occur."""
        return tuple(term for term in self.terms if not term.without)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.terms and not self.filters


def parse(typed: str) -> Query:
    """Understand a query; whatever is typed is one."""
    reading = _Reading(typed[:LONGEST])
    if len(typed) > LONGEST:
        reading.faults.append(_too_many(_CHARACTERS, LONGEST))
    reading.read()
    terms, filters, faults = reading.terms, reading.filters, reading.faults
    if len(terms) > MOST_TERMS:
        faults.append(_too_many(_TERMS, MOST_TERMS))
    if len(filters) > MOST_FILTERS:
        faults.append(_too_many(_FILTERS, MOST_FILTERS))
    if not (terms or filters or faults) and typed.strip():
        faults.append(tr("There is no letter and no digit to look for."))
    told = tuple(dict.fromkeys(faults))[:MOST_FAULTS]
    return Query(typed, tuple(terms[:MOST_TERMS]), tuple(filters[:MOST_FILTERS]), told)


def _too_many(words: str, most: int) -> str:
    return tr(words, most=f"{most:,}")


_CHARACTERS = "This is long: only its first {most} characters are looked for."
_TERMS = "These are many words: only the first {most} are looked for."
_FILTERS = "These are many conditions: only the first {most} are looked at."


@dataclass(slots=True)
class _Reading:
    """Reads a query from left to right."""

    text: str
    at: int = 0
    terms: list[Term] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def read(self) -> None:
        while (found := _TOKEN.search(self.text, self.at)) is not None:
            self.at = found.start()
            without = self.text[self.at] == "-" and self.text[self.at + 1 : self.at + 2].strip()
            self.at += bool(without)
            operator = _OPERATOR.match(self.text, self.at)
            name = operator[1].lower() if operator else ""
            if operator and name in _FIELDS:
                self.at = operator.end()
                self._filter(Field(name), without=bool(without))
            else:
                self._term(without=bool(without))

    def _filter(self, name: Field, *, without: bool) -> None:
        value, _, _ = self._value()
        try:
            self.filters.append(filter_of(name, value, without=without))
        except FilterError as error:
            self.faults.append(str(error))

    def _term(self, *, without: bool) -> None:
        value, exact, closed = self._value()
        words = tuple(fold_words(value).split())
        if words:
            self.terms.append(Term(value, words, closed, exact, without))

    def _value(self) -> tuple[str, bool, bool]:
        """The next phrase or word: its text, whether it is a phrase, whether that is closed."""
        start = self.at
        ending = _QUOTES.get(self.text[start : start + 1])
        if ending is None:
            found = _TOKEN.match(self.text, start)
            self.at = found.end() if found else start
            return self.text[start : self.at], False, False
        ends = [at for sign in ending if (at := self.text.find(sign, start + 1)) >= 0]
        end = min(ends, default=len(self.text))
        self.at = end + 1
        return self.text[start + 1 : end], True, bool(ends)
