"""What a case gives to the index: read as a window reads it, with the same limits.

The case file is read by `documents.opening`, its documents by `documents.contents`: PDF and web
pages in a process of their own. Nothing of a case is run or contacted.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from caseviewer.bundle.container import locate, read_bytes
from caseviewer.documents.opening import begin
from caseviewer.formatting.record_titles import source_title
from caseviewer.model.case import Case, Record
from caseviewer.model.case_index import all_records, kind_of, records
from caseviewer.model.dated import Date
from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.kinds import PartyKind
from caseviewer.model.opened import Fingerprint, OpenedCase
from caseviewer.model.publication import date_of
from caseviewer.model.quotations import Quotation
from caseviewer.model.reckoning import file_window
from caseviewer.model.references import ID_FIELDS, PARTY, PASSAGE, SOURCE
from caseviewer.model.sources import Source
from caseviewer.search.document_reading import read_documents
from caseviewer.search.document_texts import DocumentText
from caseviewer.search.filters import OtherKind
from caseviewer.search.library.outline import Values, deadline_values, detail_values, row_values
from caseviewer.search.library.tags import (
    COUNTRY,
    FILE,
    OF_KIND,
    OF_STANDING,
    PARTY_NAME,
    SOURCE_NAME,
    name_tag,
    tag,
)
from caseviewer.search.library.texts import (
    BORDER,
    StoredDate,
    StoredDocument,
    StoredRow,
    StoredTexts,
)
from caseviewer.search.record_fields import RecordFields
from caseviewer.search.words import fold_words

Stop = Callable[[], bool]

_NAMES = PARTY | SOURCE | PASSAGE


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a party's name, or what else tells it: folded, as it stands, and of which name.

    letter: what it is. variants: all that the case lists of the name, as JSON; empty for none.
    """

    letter: str
    record: str
    folded: str
    text: str
    name: str
    variants: str = ""


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
        _document(opened, naming, found) for found in read_documents(opened, {}, should_stop)
    )
    rows = tuple(_rows(opened, naming))
    deadlines = deadline_values(opened)
    return Extract(
        opened.fingerprint,
        row_values(opened, deadlines, documents),
        detail_values(opened, deadlines, documents),
        StoredTexts(rows, documents, naming.tags),
        tuple(_forms(opened.case)),
    )


def _rows(opened: OpenedCase, naming: _Naming) -> Iterator[StoredRow]:
    fields = RecordFields(opened)
    header = tuple(fields.of_header())
    yield StoredRow("", None, "", tag(OF_KIND, FILE), (), (), (), header)
    for item in all_records(opened.case):
        yield StoredRow(
            item.id,
            kind_of(item),
            opened.index.short(item.id),
            _kind_tags(item),
            tuple(naming.parties.get(item.id, ())),
            tuple(naming.sources.get(item.id, ())),
            tuple(_dates(opened, item)),
            tuple(fields.of(item)),
        )


def _document(opened: OpenedCase, naming: _Naming, found: DocumentText) -> StoredDocument:
    source = cast("Source", opened.index.get(found.source))
    blocks = found.blocks
    return StoredDocument(
        source.id,
        source_title(source),
        tag(OF_KIND, OtherKind.DOCUMENT),
        tuple(naming.parties.get(source.id, ())),
        tuple(_dates(opened, source)),
        found.reach.reach,
        found.reach.fault,
        blocks.text if found.where else "",
        found.where,
        tuple(zip(blocks.begins, blocks.ends, strict=True)),
        found.reach.changed,
    )


# What a record can be chosen by -------------------------------------------------------------


class _Naming:
    """Which parties and sources each record names; a party and a source name themselves.

    tags: those of all parties and sources, by their ids.
    """

    def __init__(self, case: Case) -> None:
        self.parties: dict[str, dict[str, None]] = defaultdict(dict)
        self.sources: dict[str, dict[str, None]] = defaultdict(dict)
        self.tags = {one.id: name_tag(PARTY_NAME, one.name) for one in case.parties}
        self.tags |= {one.id: name_tag(SOURCE_NAME, _called(one)) for one in case.sources}
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
        if source in self.tags:
            self.sources[record][source] = None


def _kind_tags(item: Record) -> str:
    """Of its kind, of what it is a kind of, and of its standing."""
    made = [tag(OF_KIND, kind_of(item).value)]
    more: StrEnum | None = getattr(item, "kind", None)
    if more is not None:
        made.append(tag(OF_KIND, more.value))
    if isinstance(item, Event):
        made.append(tag(OF_STANDING, item.standing.value))
    return " ".join(made)


def _dates(opened: OpenedCase, item: Record) -> Iterator[StoredDate]:
    """The dates by which a record stands in time, as `dated.Dates` has them."""
    if isinstance(item, Deadline):
        span = file_window(opened, item)
        if span.earliest is not None or span.latest is not None:
            yield StoredDate("end", "", span.earliest, span.latest, span.is_guide)
    for label, date in _named_dates(opened, item):
        value = None if date is None else date.value
        if value is not None and date is not None:
            doubt = value.approximate or value.uncertain
            yield StoredDate(label, date.edtf or "", value.earliest, value.latest, doubt)


def _named_dates(opened: OpenedCase, item: Record) -> Iterator[tuple[str, Date | None]]:
    if isinstance(item, Event):
        yield "date", item.date
    elif isinstance(item, Source):
        yield "published", date_of(item)
    elif isinstance(item, Quotation):
        yield from (("chain", rung.date) for rung in item.chain)
    elif isinstance(item, Proceeding):
        for name in ("complaint", "decision"):
            event = opened.index.get(getattr(item, name))
            if isinstance(event, Event):
                yield name, event.date


# Names --------------------------------------------------------------------------------------


def _forms(case: Case) -> Iterator[Form]:
    for party in case.parties:
        name, told = party.name, ""
        if party.variants:
            told = json.dumps([(one.text, one.language, one.note) for one in party.variants])
        for text in dict.fromkeys((name, *(one.text for one in party.variants))):
            yield Form(PARTY_NAME, party.id, fold_words(text), text, name, told)
        # A body or a person of a country is not that State.
        if party.country is not None and party.kind is PartyKind.STATE:
            yield Form(COUNTRY, party.id, party.country, party.country, name)
    for source in case.sources:
        called = _called(source)
        yield Form(SOURCE_NAME, source.id, called, source_title(source), called)


def _called(source: Source) -> str:
    """All that a source is called, folded."""
    data = source.csl
    known = (data.title, data.title_short, data.container_title, data.number, source.cite_as)
    return f" {BORDER} ".join(fold_words(str(one)) for one in known if one is not None)
