"""What a search across all cases says of what it searched, and of what it could not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible
from caseviewer.search.hits import Reach as Read
from caseviewer.search.library.state_words import cases_words, many
from caseviewer.search.library.values import CHANGED, CaseRow, Reach
from caseviewer.search.query import Query
from caseviewer.search.understanding import is_number

_SHOWN = 40


def not_searched_words(rows: Iterable[CaseRow]) -> Iterator[str]:
    """What is to be known of cases that are not here."""
    reached = Counter(row.reach for row in rows)
    if reached[Reach.AWAY] == 1:
        yield tr("1 case is not reachable: what its file said last is searched.")
    elif reached[Reach.AWAY]:
        words = tr("{count} cases are not reachable: what their files said last is searched.")
        yield words.format(count=f"{reached[Reach.AWAY]:,}")
    if reached[Reach.BROKEN] == 1:
        yield tr("1 case cannot be opened, and is not searched.")
    elif reached[Reach.BROKEN]:
        words = tr("{count} cases cannot be opened, and are not searched.")
        yield words.format(count=f"{reached[Reach.BROKEN]:,}")


def numbers_words(query: Query) -> Iterator[str]:
    """That no record is looked for by its number."""
    numbers = [term.typed for term in query.wanted if is_number(term)]
    if numbers:
        words = tr("Each case has numbers of its own: {typed} is looked for as a word alone.")
        yield words.format(typed=", ".join(visible(one, _SHOWN) for one in numbers))


def searched_words(rows: Iterable[CaseRow]) -> Iterator[str]:
    """What was searched where nothing was found, and which documents were not."""
    searched = [row for row in rows if row.reach is not Reach.BROKEN]
    if not searched:
        yield tr("No case was searched.")
        return
    what = [cases_words(len(searched))]
    read, _ = _counted(searched, Read.SEARCHED)
    if read:
        what.append(many(read, tr("document"), tr("documents")))
    yield tr("Searched: {what}.", what=", ".join(what))
    left = [_left(searched, reach, *words) for reach, words in _LEFT.items()]
    if any(left):
        yield tr("Not searched: {what}.", what="; ".join(filter(None, left)))
    changed = _left(searched, CHANGED, *_CHANGED)
    if changed:
        yield changed


def _left(rows: Sequence[CaseRow], reach: str, one: str, others: str) -> str:
    """So many documents of so many cases in words; empty for none."""
    count, cases = _counted(rows, reach)
    if not count:
        return ""
    words = tr(one) if count == 1 else tr(others)
    return words.format(count=f"{count:,}", cases=cases_words(cases))


def _counted(rows: Sequence[CaseRow], reach: str) -> tuple[int, int]:
    """How many documents of how many cases were so."""
    counts = [count for row in rows for found, count in row.documents if found == reach]
    return sum(counts), len(counts)


_LEFT: Mapping[Read, tuple[str, str]] = MappingProxyType({
    Read.NOT_HERE: (
        "1 document that is not here (of {cases})",
        "{count} documents that are not here (of {cases})",
    ),
    Read.NOT_READ: (
        "1 document that could not be read (of {cases})",
        "{count} documents that could not be read (of {cases})",
    ),
    Read.NO_WORDS: (
        "1 document that holds no words that can be read (of {cases})",
        "{count} documents that hold no words that can be read (of {cases})",
    ),
})  # fmt: skip

_CHANGED = (
    "Searched, but not the file that was read, as its hash differs: 1 document (of {cases}).",
    (
        "Searched, but not the files that were read, as their hashes differ: {count} documents"
        " (of {cases})."
    ),
)
