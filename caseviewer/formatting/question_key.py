"""What the numbers in copied questions are, for somebody who does not have the file."""

import re
from collections.abc import Iterable, Iterator

from caseviewer.formatting.record_titles import record_title
from caseviewer.formatting.side_by_side import source_date_words
from caseviewer.formatting.table import Item
from caseviewer.formatting.translate import tr
from caseviewer.model.case import Record
from caseviewer.model.open_points import Difference, Gap
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reviewed import Finding, Sum
from caseviewer.model.sources import Passage, Source

_NAMED = 40
"""So many numbers are told; who asks more has the file at hand."""
_NUMBER = re.compile(r"[A-Z][0-9]+")


def key_words(opened: OpenedCase, asked: Iterable[tuple[Item, str]]) -> str:
    """What each number is that stands in the questions about some rows: "S1: A report, 2012".

    Each is told once. A number that the words of the file happen to hold is none of ours.
    """
    found: dict[str, Record] = {}
    kinds: dict[str, None] = {}
    for item, words in asked:
        here = set(_NUMBER.findall(words))
        if isinstance(item, Difference | Gap):
            kinds.setdefault(_of_kind(item))
        for record in _mentioned(opened, item):
            if opened.index.short(record.id) in here:
                found.setdefault(record.id, record)
    in_order = sorted(found.values(), key=lambda record: _place(opened.index.short(record.id)))
    told = [_told(opened, record) for record in in_order[:_NAMED]]
    if len(found) > _NAMED:
        told.append(tr("and {count} more", count=f"{len(found) - _NAMED:,}"))
    return "; ".join((*told, *kinds))


def _place(number: str) -> tuple[str, int]:
    """Where a number stands among others: S2 before S10."""
    return number[0], int(number[1:])


def _of_kind(item: Difference | Gap) -> str:
    if isinstance(item, Gap):
        return tr("G with a number: a gap that the compiler recorded")
    return tr("X with a number: a difference that the compiler recorded")


def _mentioned(opened: OpenedCase, item: Item) -> Iterator[Record]:
    """The records whose numbers may stand in a question; a passage is told by its source."""
    for name in _ids(item):
        record = opened.index.get(name)
        source = opened.index.get(record.source) if isinstance(record, Passage) else None
        yield from (one for one in (record, source) if one is not None)


def _ids(item: Item) -> Iterable[str]:
    if isinstance(item, Finding):
        return item.named
    if isinstance(item, Sum):
        return item.records
    if isinstance(item, Gap):
        return item.basis
    if isinstance(item, Difference):
        return filter(None, (value.passage for value in item.values))
    return (item.id,) if isinstance(item, Source | Passage) else ()


def _told(opened: OpenedCase, record: Record) -> str:
    dated = source_date_words(record) if isinstance(record, Source) else ""
    title = ", ".join(filter(None, (record_title(opened, record), dated)))
    return tr("{number}: {title}", number=opened.index.short(record.id), title=title)
