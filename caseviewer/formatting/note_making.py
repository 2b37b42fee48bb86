"""Making stars, read marks and notes on records, with what is to be known of these later."""

from collections.abc import Iterable
from dataclasses import replace

from caseviewer.formatting.record_titles import record_title
from caseviewer.model.case import Record
from caseviewer.model.opened import OpenedCase
from caseviewer.notes.by_record import OfRecord
from caseviewer.notes.merging import Change, Drop, Put
from caseviewer.notes.of_case import quote, saw
from caseviewer.notes.values import Annotation, Saw, Sort, after, mark_id, now


def dropped(found: Iterable[OfRecord], sort: Sort) -> list[Change]:
    """Take away all of one sort."""
    return [Drop(one.id, one.modified) for kept in found for one in kept.of(sort)]


def starred(whole: OpenedCase, found: Iterable[OfRecord]) -> list[Change]:
    """Star the records that are not starred; `whole` is the case as the file tells it."""
    return [
        Put(one)
        for kept in found
        if not kept.is_starred and (one := _mark(whole, kept.record, Sort.STAR)) is not None
    ]


def read(whole: OpenedCase, found: Iterable[OfRecord]) -> list[Change]:
    """Mark the records as read that are not, or that have changed since they were."""
    changes: list[Change] = []
    for kept in found:
        marks = kept.of(Sort.READ)
        if marks and not kept.is_read:
            changes += _renewed(whole, marks[:1])
        elif not marks and (one := _mark(whole, kept.record, Sort.READ)) is not None:
            changes.append(Put(one))
    return changes


def confirmed(whole: OpenedCase, found: Iterable[OfRecord]) -> list[Change]:
    """Let what was kept before a record changed hold of what the record says now."""
    outdated = (one for kept in found for one in kept.kept if one.id in kept.changed)
    return _renewed(whole, outdated)


def noted(whole: OpenedCase, record: str, name: str, text: str, before: Annotation | None) -> Put:
    """Keep the text of a note, whose id is `name`, and be it on a record that is gone by now.

    before: the note as it was. What it saw of the record stays, until that is confirmed.
    """
    if before is not None:
        return Put(replace(before, text=text, modified=after(before.modified)), before.modified)
    item, moment = whole.index.get(record), now()
    made = Annotation(name, Sort.NOTE, record, moment, moment, text)
    return Put(made if item is None else replace(made, saw=_saw(whole, item), quote=quote(item)))


def _mark(whole: OpenedCase, record: str, sort: Sort) -> Annotation | None:
    """A star or a read mark on a record; None where the file has none of that id."""
    item, moment = whole.index.get(record), now()
    if item is None:
        return None
    name = mark_id(whole.case.id, record, sort)
    return Annotation(name, sort, record, moment, moment, saw=_saw(whole, item))


def _saw(whole: OpenedCase, item: Record) -> Saw:
    return saw(whole.index, item, record_title(whole, item))


def _renewed(whole: OpenedCase, outdated: Iterable[Annotation]) -> list[Change]:
    """The same, as if it were kept on what the record says now."""
    return [
        Put(replace(one, saw=_saw(whole, item), modified=after(one.modified)), one.modified)
        for one in outdated
        if (item := whole.index.get(one.record)) is not None
    ]
