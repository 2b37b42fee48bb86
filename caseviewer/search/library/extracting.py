"""What a case gives to the index: read as a window reads it, with the same limits.

The case file is read by `documents.opening`, its documents by `documents.contents`: PDF and web
pages in a process of their own. Nothing of a case is run or contacted.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from caseviewer.bundle.container import locate, read_bytes
from caseviewer.documents.opening import begin
from caseviewer.model.case import Case, Record
from caseviewer.model.case_index import all_records, kind_of, records
from caseviewer.model.dated import Date
from caseviewer.model.dates import civil
from caseviewer.model.events import Deadline, Event
from caseviewer.model.opened import Fingerprint, OpenedCase
from caseviewer.model.reckoning import file_window
from caseviewer.model.references import ID_FIELDS, PARTY, PASSAGE, SOURCE
from caseviewer.model.sources import Source
from caseviewer.search.document_reading import read_documents
from caseviewer.search.library.outline import Values, detail_values, row_values
from caseviewer.search.library.texts import (
    StoredDate,
    StoredRow,
    StoredTexts,
    stored_document,
    tag,
)
from caseviewer.search.record_fields import RecordFields
from caseviewer.search.words import fold_words

Stop = Callable[[], bool]

COUNTRY = "¶c"
"""What stands before the code of a State's country in its forms."""
SAME_ID = "¶i"
"""What stands before the id of a party in its forms."""

_MOST_YEARS = 200
_NAMES = PARTY | SOURCE | PASSAGE


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a party's name, or what else tells it: folded, as it stands, and of which name.

    language, note: what the case says of a variant.
    """

    record: str
    folded: str
    text: str
    name: str
    language: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """What a case gives to the index."""

    fingerprint: Fingerprint
    row: Values
    details: Values
    texts: StoredTexts
    forms: tuple[Form, ...]


def digest_of(path: str) -> str:
    """The hash of the case file at a path; may raise BundleError."""
    return read_bytes(locate(path).case_file).sha256


def extract(path: str, should_stop: Stop) -> Extract:
    """Read a case and all of its documents that are here; may raise BundleError."""
    opened = begin(path, should_stop=should_stop).opened
    naming = _Naming(opened.case)
    documents = tuple(
        stored_document(found, naming.of_document(found.source))
        for found in read_documents(opened, {}, should_stop)
    )
    rows = tuple(_rows(opened, naming))
    return Extract(
        opened.fingerprint,
        row_values(opened),
        detail_values(opened, documents),
        StoredTexts(rows, documents),
        tuple(_forms(opened.case)),
    )


def _rows(opened: OpenedCase, naming: _Naming) -> Iterator[StoredRow]:
    fields = RecordFields(opened)
    header = tuple(fields.of_header())
    yield StoredRow("", None, "", "", (), (), (), header)
    for item in all_records(opened.case):
        dates = tuple(_dates(opened, item))
        yield StoredRow(
            item.id,
            kind_of(item),
            opened.index.short(item.id),
            " ".join((*_kind_tags(item), *_year_tags(dates), *naming.tags(item.id))),
            tuple(naming.parties.get(item.id, ())),
            tuple(naming.sources.get(item.id, ())),
            dates,
            tuple(fields.of(item)),
        )


# What a record can be chosen by -------------------------------------------------------------


def name_tag(letter: str, name: str) -> str:
    """The tag for a name: a digest, as a name is several words."""
    return tag(letter, hashlib.sha256(fold_words(name).encode()).hexdigest()[:12])


class _Naming:
    """Which parties and sources each record names; a party and a source name themselves."""

    def __init__(self, case: Case) -> None:
        self.parties: dict[str, dict[str, None]] = defaultdict(dict)
        self.sources: dict[str, dict[str, None]] = defaultdict(dict)
        self._tags = {one.id: name_tag("p", one.name) for one in case.parties}
        self._tags |= {one.id: name_tag("u", _title(one)) for one in case.sources}
        self._source_of = {one.id: one.source for one in case.passages}
        self._parties = {one.id for one in case.parties}
        for kind, fields in ID_FIELDS.items():
            items = records(case, kind)
            for field in fields:
                if not field.allowed.isdisjoint(_NAMES):
                    for at, target in field.targets(items):
                        self._add(items[at].id, target)
        for party in case.parties:
            self._add(party.id, party.id)
        for source in case.sources:
            self._add(source.id, source.id)

    def _add(self, record: str, target: str) -> None:
        if target in self._parties:
            self.parties[record][target] = None
            return
        source = self._source_of.get(target, target)
        if source in self._tags:
            self.sources[record][source] = None

    def tags(self, record: str) -> Iterator[str]:
        """The tags of the parties and sources that a record names."""
        for named in (*self.parties.get(record, ()), *self.sources.get(record, ())):
            yield self._tags[named]

    def of_document(self, source: str) -> str:
        """The tags of a source's document."""
        return " ".join((tag("k", "document"), *self.tags(source)))


def _title(source: Source) -> str:
    return source.csl.title or ""


def _kind_tags(item: Record) -> Iterator[str]:
    yield tag("k", kind_of(item).value)
    if isinstance(item, Event):
        yield tag("k", item.kind.value)
        yield tag("s", item.standing.value)


def _year_tags(dates: tuple[StoredDate, ...]) -> Iterator[str]:
    years: set[int] = set()
    for one in dates:
        if one.earliest is not None and one.latest is not None:
            first, last = civil(one.earliest)[0], civil(one.latest)[0]
            years.update(range(first, min(last, first + _MOST_YEARS) + 1))
    return (tag("y", str(year)) for year in sorted(years))


def _dates(opened: OpenedCase, item: Record) -> Iterator[StoredDate]:
    """The dates by which a record stands in time."""
    if isinstance(item, Event) and item.date is not None:
        yield _date("date", item.date)
    elif isinstance(item, Source):
        for name in ("published", "last_updated", "accessed"):
            date = getattr(item, name)
            if date is not None:
                yield _date(name, date)
    elif isinstance(item, Deadline):
        span = file_window(opened, item)
        if span.earliest is not None or span.latest is not None:
            yield StoredDate("end", "", span.earliest, span.latest)


def _date(label: str, date: Date) -> StoredDate:
    value = date.value
    if value is None:
        return StoredDate(label, "", None, None)
    return StoredDate(label, date.edtf or "", value.earliest, value.latest)


# Names --------------------------------------------------------------------------------------


def _forms(case: Case) -> Iterator[Form]:
    for party in case.parties:
        yield Form(party.id, fold_words(party.name), party.name, party.name)
        for variant in party.variants:
            yield Form(
                party.id,
                fold_words(variant.text),
                variant.text,
                party.name,
                variant.language or "",
                variant.note or "",
            )
        yield Form(party.id, f"{SAME_ID}{party.id}", party.id, party.name)
        if party.country is not None:
            yield Form(party.id, f"{COUNTRY}{party.country}", party.country, party.name)
