"""What a locator names: the paragraphs or pages of a document, by the numbers printed there."""

import re
from dataclasses import dataclass

from caseviewer.documents.text import Paragraphs

_PARTS = re.compile(r"[,;]|\band\b|&", re.IGNORECASE)
_LABEL = re.compile(r"^(?:(?:paragraphs?|paras?|pages?|pp?|nos?)\b\.?|§§?)\s*(?=\S)", re.IGNORECASE)
_RANGE = re.compile(r"(.+?)\s*(?:[-–—]|\bto\b)\s*(.+)", re.IGNORECASE)
_SUBPART = re.compile(r"\s*\([^()]*\)$")
_LONGEST_RANGE = 1_000


@dataclass(frozen=True, slots=True)
class Cited:
    """The numbers in a document that a locator names, and what it names that is not there."""

    numbers: frozenset[str]
    missing: tuple[str, ...] = ()


def cited(value: str, parts: Paragraphs) -> Cited:
    """What a locator such as "7, 9", "2.1–2.3", "iv–vi" or "para. 7 (a)" names in a document.

    A range holds what stands between its ends in the document, whatever it is called.
    """
    numbers: set[str] = set()
    missing: list[str] = []
    for part in (_LABEL.sub("", one.strip(), count=1) for one in _PARTS.split(value)):
        found = _named(part, parts)
        numbers |= found
        if not found and part:
            missing.append(part)
    return Cited(frozenset(numbers), tuple(missing))


def _named(part: str, parts: Paragraphs) -> set[str]:
    if part in parts.numbers:
        return {part}
    match = _RANGE.fullmatch(part)
    if match:
        return _between(match[1], match[2], parts)
    whole = _SUBPART.sub("", part)
    return {whole} & parts.numbers


def _between(first: str, last: str, parts: Paragraphs) -> set[str]:
    """What stands from one number to another; of plain numbers also where an end is missing."""
    last = _LABEL.sub("", last, count=1)
    order, known = parts.order, parts.numbers
    if first in known and last in known:
        return set(order[order.index(first) : order.index(last) + 1])
    if first.isdecimal() and last.isdecimal():
        low, high = int(first), int(last)
        return set(known).intersection(map(str, range(low, min(high, low + _LONGEST_RANGE) + 1)))
    return {first, last} & known
