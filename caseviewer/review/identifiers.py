"""Symbols and numbers of cases that differ in one part from each other.

A symbol such as CAT/C/48/D/444/2010 ends in the number and year of its case. Two of them with the
same end and one other part that differs are of one case; two with other ends are of two cases,
however alike they look, and nothing is said of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from caseviewer.model.events import Proceeding
from caseviewer.model.kinds import DifferenceKind
from caseviewer.model.reviewed import Compared, Finding, Rule
from caseviewer.model.sources import Source
from caseviewer.review.looking import Looking

_SYMBOL = re.compile(
    r"\b[A-Z]{2,8}(?:/[A-Za-z0-9.]{1,12}){2,7}/[0-9]{1,6}/(?:[0-9]{4}|[0-9]{2})\b(?!/)"
)
_NUMBER = re.compile(r"(?<![\w/-])([0-9]{1,6})/([0-9]{4})\b(?!/)")
_VARIANT = frozenset({DifferenceKind.IDENTIFIER})
_SHOWN = 6
"""At most so many places are told of one symbol."""
_OF_ONE_TITLE = 50
"""More sources of one title are not looked at for each of their proceedings."""

Place = tuple[str, str]
"""A symbol as it is written, and the record in which it stands."""
Numbers = dict[tuple[str, str], Place]
"""Number and year of cases, each with the first place that gives them."""


def symbols(look: Looking) -> Iterator[Finding]:
    """Symbols of one case that differ in just one part."""
    where: dict[str, dict[str, None]] = defaultdict(dict)
    for symbol, record in look.each(_symbols(look)):
        where[symbol].setdefault(record)
    recorded = _recorded(look)
    for group in look.each(list(_variants(where))):
        values = tuple(
            Compared(symbol, record, look.said_by(record))
            for symbol in group
            for record in islice(where[symbol], _SHOWN)
        )
        records = tuple(dict.fromkeys(value.record for value in values))
        known = [point for symbol in group for point in recorded.get(symbol, ())]
        yield Finding(Rule.SYMBOL, records, values, tuple(dict.fromkeys(known)))


def _variants(where: Iterable[str]) -> Iterator[list[str]]:
    """Groups of symbols that are the same but for one part, neither the first nor the last two."""
    alike: dict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    for symbol in where:
        parts = symbol.split("/")
        for at in range(1, len(parts) - 2):
            alike[at, (*parts[:at], "", *parts[at + 1 :])].append(symbol)
    yield from (group for group in alike.values() if len(group) > 1)


def _symbols(look: Looking) -> Iterator[Place]:
    for text, record in _texts(look):
        for found in _SYMBOL.findall(text):
            yield found, record


def _texts(look: Looking) -> Iterator[Place]:
    for proceeding in look.case.proceedings:
        for identifier in proceeding.identifiers:
            yield identifier.value, proceeding.id
    for source in look.case.sources:
        for text in (str(source.csl.number or ""), source.cite_as, source.csl.title):
            if text:
                yield text, source.id
    for passage in look.case.passages:
        if passage.selector is not None:
            yield passage.selector.exact, passage.id


def _recorded(look: Looking) -> dict[str, list[str]]:
    """The differences that name a symbol as one of several variants."""
    found: dict[str, list[str]] = defaultdict(list)
    for difference in look.each(look.case.differences):
        if difference.kind in _VARIANT:
            for value in difference.values:
                for symbol in _SYMBOL.findall(value.value):
                    found[symbol].append(difference.id)
    return found


def case_numbers(look: Looking) -> Iterator[Finding]:
    """Proceedings that bear one number, and another one in the symbol or in the text of theirs.

    Only where each place gives one number: cases that were joined have several.
    """
    of_title: dict[str, list[Source]] = defaultdict(list)
    for source in look.each(look.case.sources):
        if source.csl.title:
            of_title[source.csl.title.casefold()].append(source)
    known: dict[str, Numbers | None] = {}
    for proceeding in look.each(look.case.proceedings):
        title = proceeding.title.casefold()
        if title not in known:
            known[title] = _numbers(_places_of(of_title[title][:_OF_ONE_TITLE]))
        pairs = _one_part_apart(_numbers(_own_places(proceeding)), known[title])
        if pairs:
            values = tuple(Compared(text, record, look.said_by(record)) for text, record in pairs)
            records = tuple(dict.fromkeys((proceeding.id, *(value.record for value in values))))
            recorded = look.recorded(proceeding.id, kinds=_VARIANT)
            yield Finding(Rule.CASE_NUMBER, records, values, recorded)


def _own_places(proceeding: Proceeding) -> Iterator[Place]:
    for identifier in proceeding.identifiers:
        if _is_communication(identifier.scheme) or _SYMBOL.fullmatch(identifier.value):
            yield identifier.value, proceeding.id


def _places_of(sources: Iterable[Source]) -> Iterator[Place]:
    for source in sources:
        for text in (str(source.csl.number or ""), source.cite_as or ""):
            if _is_communication(text):
                yield text, source.id


def _is_communication(text: str) -> bool:
    return "communication" in text.casefold()


def _numbers(places: Iterable[Place]) -> Numbers | None:
    """The numbers that some places give; None where one of them gives none, or several."""
    found: Numbers = {}
    for text, record in places:
        here = _numbers_in(text)
        if len(here) != 1:
            return None
        ((number, written),) = here.items()
        found.setdefault(number, (written, record))
    return found


def _one_part_apart(own: Numbers | None, others: Numbers | None) -> list[Place]:
    """The two numbers of a case with their places, if they share just the number or the year."""
    if own is None or others is None:
        return []
    found = own | {number: place for number, place in others.items() if number not in own}
    if len(found) != 2:
        return []
    one, other = found
    same = [mine == theirs for mine, theirs in zip(one, other, strict=True)]
    return list(found.values()) if any(same) else []


def _numbers_in(text: str) -> dict[tuple[str, str], str]:
    """The numbers of cases in a text, each with how it is written there."""
    found = {tuple(symbol.split("/")[-2:]): symbol for symbol in _SYMBOL.findall(text)}
    plain = {(number, year): f"{number}/{year}" for number, year in _NUMBER.findall(text)}
    return {**plain, **{(number, year): symbol for (number, year), symbol in found.items()}}
