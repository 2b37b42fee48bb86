"""The words of a case as the index keeps them: as they are read, packed, and folded for search.

Folding is what it is in an open case, so that the same words find the same records.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tabs import TAB_OF_KIND
from caseviewer.model.references import Kind
from caseviewer.search.blocks import Blocks
from caseviewer.search.document_texts import DocumentText
from caseviewer.search.hits import DocumentReach, Reach
from caseviewer.search.library.tags import year_tags
from caseviewer.search.record_fields import FieldWords
from caseviewer.search.vocabulary import Vocabulary
from caseviewer.search.words import raw_words

BORDER = "¶"
"""What stands between two fields, so that no phrase crosses them; it is no word of any text."""

_BETWEEN = f" {BORDER} "
_PIECE = 16
"""So many records are unpacked together, as few of them are wanted."""
_FAST = 1  # zlib: a third of the size, at a tenth of the cost of its best


@dataclass(frozen=True, slots=True)
class StoredDate:
    """A date of a record: what it is called, in EDTF, and its bounds as day numbers.

    guide: whether the bounds are no limits, as the date is approximate or uncertain.
    """

    label: str
    edtf: str
    earliest: int | None
    latest: int | None
    guide: bool

    def values(self) -> tuple[object, ...]:
        """The date as plain values."""
        return self.label, self.edtf, self.earliest, self.latest, self.guide


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A record: its words field by field, and what it can be chosen by.

    record: its id, empty for what the file says of itself. kind: None for that. tags: those of
    its kind and standing. parties, sources: the ids of those that it names.
    """

    record: str
    kind: Kind | None
    short: str
    tags: str
    parties: tuple[str, ...]
    sources: tuple[str, ...]
    dates: tuple[StoredDate, ...]
    fields: tuple[FieldWords, ...]

    @property
    def tab(self) -> Tab:
        """The tab on which it is shown."""
        return Tab.OVERVIEW if self.kind is None else TAB_OF_KIND[self.kind]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """The document of a source: its blocks, what each is called, or why it was not read.

    title, dates, parties: those of the source. changed: whether it is another file than the case
    tells of, by its hash.
    """

    source: str
    title: str
    tags: str
    parties: tuple[str, ...]
    dates: tuple[StoredDate, ...]
    reach: Reach
    fault: str = ""
    text: str = ""
    where: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    changed: bool = False

    def blocks(self) -> Iterator[tuple[str, str]]:
        """What each block is called, and its text."""
        for name, (start, end) in zip(self.where, self.spans, strict=True):
            yield name, self.text[start:end]

    def searched(self) -> DocumentText:
        """The document as an open case searches it."""
        blocks = Blocks(self.text)
        where: list[str] = []
        for name, (start, end) in zip(self.where, self.spans, strict=True):
            where += [name] * blocks.add(start, end)
        blocks.close()
        reach = DocumentReach(self.source, self.reach, self.fault, changed=self.changed)
        vocabulary = Vocabulary(set(blocks.folded.split()))
        return DocumentText(reach, blocks, tuple(where), vocabulary)


@dataclass(frozen=True, slots=True)
class StoredTexts:
    """All words of a case; in the index each row and each document has a place, in this order.

    names: the tags of all parties and sources, by their ids.
    """

    rows: tuple[StoredRow, ...]
    documents: tuple[StoredDocument, ...]
    names: Mapping[str, str]

    def packed(self) -> bytes:
        """All of it in few bytes: what fields are called, which is often the same, stands once."""
        labels = {label for row in self.rows for label, _ in row.fields}
        places = {label: at for at, label in enumerate(sorted(labels))}
        rows = [_row_values(row, places) for row in self.rows]
        head = {"labels": list(places), "names": self.names, "rows": len(rows)}
        pieces = [rows[at : at + _PIECE] for at in range(0, len(rows), _PIECE)]
        return pack(head, *pieces, *map(_document_values, self.documents))

    def folded(self) -> list[str]:
        """What is searched: a text for each place."""
        words = iter(_folded([text for row in self.rows for _, text in row.fields]))
        made = [_BETWEEN.join([next(words) for _ in row.fields]) for row in self.rows]
        return made + [one.searched().blocks.folded.strip() for one in self.documents]

    def tags(self) -> list[str]:
        """What is chosen by: the tags of each place."""
        rows = [tags_of(row, self.names) for row in self.rows]
        return rows + [tags_of_document(one, self.names) for one in self.documents]


def tags_of(row: StoredRow, names: Mapping[str, str]) -> str:
    """All tags of a record."""
    named = [names[one] for one in (*row.parties, *row.sources)]
    return " ".join((row.tags, *_year_tags(row.dates), *named))


def tags_of_document(one: StoredDocument, names: Mapping[str, str]) -> str:
    """All tags of a document: its source, and the parties that this names.

    One that could not be searched has none, as nothing in it can be found.
    """
    if one.reach is not Reach.SEARCHED:
        return ""
    named = [names[party] for party in one.parties]
    return " ".join((one.tags, *_year_tags(one.dates), names[one.source], *named))


def _year_tags(dates: Sequence[StoredDate]) -> Sequence[str]:
    return tuple(year_tags([(one.earliest, one.latest) for one in dates])) if dates else ()


class PackedTexts:
    """What was packed, of which a record is made when it is asked for, as few of them are."""

    def __init__(self, data: bytes) -> None:
        """Unpack, and make nothing yet."""
        head, *self._pieces = _lines(data)
        values = _value(head)
        self._labels: list[str] = values["labels"]
        self.names: dict[str, str] = values["names"]
        self.count: int = values["rows"]
        self._made: dict[int, list[list[Any]]] = {}

    def whole(self) -> StoredTexts:
        """All of it."""
        rows = tuple(map(self.row, range(self.count)))
        documents = tuple(map(self.document, range(self.document_count)))
        return StoredTexts(rows, documents, self.names)

    def row(self, at: int) -> StoredRow:
        """A record."""
        return _row(self._labels, *self._piece(at // _PIECE)[at % _PIECE])

    def rows_of(self, records: Collection[str]) -> Iterator[StoredRow]:
        """Some records, by their ids; those that were unpacked before are looked at first."""
        left = set(records)
        others = [at for at in range(self._row_pieces) if at not in self._made]
        for at in (*self._made, *others):
            if not left:
                return
            for row in self._piece(at):
                if row[0] in left:
                    left.discard(row[0])
                    yield _row(self._labels, *row)

    @property
    def document_count(self) -> int:
        """How many documents there are."""
        return len(self._pieces) - self._row_pieces

    def document(self, at: int) -> StoredDocument:
        """A document."""
        return _document(*_value(self._pieces[self._row_pieces + at]))

    def searched(self) -> Iterator[str]:
        """Of each record what is searched, as needles are looked for in it."""
        rows = list(self._rows())
        words = iter(_folded([text for row in rows for text in row[-1]]))
        for row in rows:
            made = _BETWEEN.join([next(words) for _ in row[-1]])
            yield f" {' '.join(made.split())} "

    @property
    def _row_pieces(self) -> int:
        return -(-self.count // _PIECE)

    def _rows(self) -> Iterator[list[Any]]:
        for at in range(self._row_pieces):
            yield from self._piece(at)

    def _piece(self, at: int) -> list[list[Any]]:
        if at not in self._made:
            self._made[at] = _value(self._pieces[at])
        return self._made[at]


def pack(*values: object) -> bytes:
    """Plain values in few bytes, each of which can be had without the others."""
    lines = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in values)
    return zlib.compress("\n".join(lines).encode("utf-8", "surrogatepass"), _FAST)


class DamagedError(Exception):
    """Packed values are not what was packed."""


def unpack(data: bytes) -> Any:
    """The first of what was packed; DamagedError where that is damaged."""
    return _value(_lines(data)[0])


def _lines(data: bytes) -> list[bytes]:
    try:
        return zlib.decompress(data).split(b"\n")
    except zlib.error as error:
        raise DamagedError from error


def _value(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8", "surrogatepass"))
    except ValueError as error:
        raise DamagedError from error


def _folded(texts: Sequence[str]) -> list[str]:
    """Texts folded one by one; those in ASCII, which are most, in one go, as none grows."""
    joined = raw_words(" ".join([text for text in texts if text.isascii()]))
    made: list[str] = []
    at = 0
    for text in texts:
        if text.isascii():
            made.append(joined[at : at + len(text)])
            at += len(text) + 1
        else:
            made.append(raw_words(text))
    return made


# As plain values ----------------------------------------------------------------------------


def _row_values(row: StoredRow, labels: Mapping[str, int]) -> list[object]:
    return [
        row.record,
        "" if row.kind is None else row.kind.value,
        row.short,
        row.tags,
        row.parties,
        row.sources,
        [one.values() for one in row.dates],
        [labels[label] for label, _ in row.fields],
        [text for _, text in row.fields],
    ]


def _row(labels: Sequence[str], *values: Any) -> StoredRow:
    record, kind, short, tags, parties, sources, dates, called, texts = values
    return StoredRow(
        record,
        Kind(kind) if kind else None,
        short,
        tags,
        tuple(parties),
        tuple(sources),
        tuple(StoredDate(*one) for one in dates),
        tuple((labels[at], text) for at, text in zip(called, texts, strict=True)),
    )


def _document_values(one: StoredDocument) -> list[object]:
    return [
        one.source,
        one.title,
        one.tags,
        one.parties,
        [date.values() for date in one.dates],
        one.reach.value,
        one.fault,
        one.text,
        one.where,
        one.spans,
        one.changed,
    ]


def _document(*values: Any) -> StoredDocument:
    source, title, tags, parties, dates, reach, fault, text, where, spans, changed = values
    return StoredDocument(
        source,
        title,
        tags,
        tuple(parties),
        tuple(StoredDate(*one) for one in dates),
        Reach(reach),
        fault,
        text,
        tuple(where),
        tuple((start, end) for start, end in spans),
        changed,
    )
