"""The words of a case as the index keeps them: as they are read, packed, and folded for search.

Folding is what it is in an open case, so that the same words find the same records.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tabs import TAB_OF_KIND
from caseviewer.model.references import Kind
from caseviewer.search.blocks import Blocks
from caseviewer.search.document_texts import DocumentText
from caseviewer.search.hits import DocumentReach, Reach
from caseviewer.search.record_fields import FieldWords
from caseviewer.search.words import raw_words

BORDER = "¶"
"""What stands between two fields, so that no phrase crosses them; it is no word of any text."""

MARK = "¶"
"""What a tag begins with, so that it is no word of any text."""

_BETWEEN = f" {BORDER} "
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

    record: its id, empty for what the file says of itself. kind: None for that. tags: words that
    stand for its kind, its standing, its years, and the parties and sources that it names.
    parties, sources: their ids.
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

    title, dates: those of the source.
    """

    source: str
    title: str
    tags: str
    dates: tuple[StoredDate, ...]
    reach: Reach
    fault: str = ""
    text: str = ""
    where: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

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
        reach = DocumentReach(self.source, self.reach, self.fault)
        return DocumentText(reach, blocks, tuple(where))


def stored_document(
    found: DocumentText, title: str, tags: str, dates: tuple[StoredDate, ...]
) -> StoredDocument:
    """A document that was read, as the index keeps it."""
    blocks = found.blocks
    return StoredDocument(
        found.source,
        title,
        tags,
        dates,
        found.reach.reach,
        found.reach.fault,
        blocks.text if found.where else "",
        found.where,
        tuple(zip(blocks.begins, blocks.ends, strict=True)),
    )


@dataclass(frozen=True, slots=True)
class StoredTexts:
    """All words of a case; in the index each row and each document has a place, in this order."""

    rows: tuple[StoredRow, ...]
    documents: tuple[StoredDocument, ...]

    def packed(self) -> bytes:
        """All of it in few bytes."""
        values = {
            "rows": [_row_values(row) for row in self.rows],
            "documents": [_document_values(one) for one in self.documents],
        }
        return pack(values)

    def folded(self) -> list[str]:
        """What is searched: a text for each place."""
        fields = [text for row in self.rows for _, text in row.fields]
        words = iter(_folded(fields))
        made = [_BETWEEN.join([next(words) for _ in row.fields]) for row in self.rows]
        return made + [one.searched().blocks.folded.strip() for one in self.documents]

    def tags(self) -> list[str]:
        """What is chosen by: the tags of each place."""
        return [row.tags for row in self.rows] + [one.tags for one in self.documents]


def unpacked(data: bytes) -> StoredTexts:
    """What was packed."""
    opened = PackedTexts(data)
    rows = tuple(map(opened.row, range(opened.count)))
    return StoredTexts(rows, tuple(opened.documents()))


class PackedTexts:
    """What was packed, of which a record is made when it is asked for, as few of them are."""

    def __init__(self, data: bytes) -> None:
        """Unpack, and make nothing yet."""
        values = unpack(data)
        self._rows: list[list[Any]] = values["rows"]
        self._documents: list[list[Any]] = values["documents"]
        self.count = len(self._rows)

    def row(self, at: int) -> StoredRow:
        """A record."""
        return _row(*self._rows[at])

    def rows_of(self, records: Collection[str]) -> Iterator[StoredRow]:
        """Some records, by their ids."""
        return (_row(*row) for row in self._rows if row[0] in records)

    def documents(self) -> Iterator[StoredDocument]:
        """All documents."""
        return (_document(*one) for one in self._documents)

    def places(self) -> Iterator[tuple[str, str]]:
        """Of each record what is searched, as needles are looked for in it, and its tags."""
        words = iter(_folded([text for row in self._rows for _, text in row[_FIELDS]]))
        for row in self._rows:
            made = _BETWEEN.join([next(words) for _ in row[_FIELDS]])
            yield f" {' '.join(made.split())} ", row[_TAGS]


_TAGS, _FIELDS = 3, 7
"""Where they stand among the values of a record."""


def pack(values: object) -> bytes:
    """Plain values in few bytes."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _FAST)


class DamagedError(Exception):
    """Packed values are not what was packed."""


def unpack(data: bytes) -> Any:
    """The plain values that were packed; DamagedError where they are no longer that."""
    try:
        return json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    except (zlib.error, ValueError) as error:
        raise DamagedError from error


@lru_cache(maxsize=1_024)
def tag(letter: str, value: str) -> str:
    """The word that stands for a value; `letter` tells which values they are."""
    return f"{MARK}{letter}{value.replace('_', '')}"


def _folded(texts: Sequence[str]) -> list[str]:
    """Texts folded one by one; those in ASCII, which are most, in one go, as none grows."""
    plain = [text for text in texts if text.isascii()]
    joined = raw_words(" ".join(plain))
    made: list[str] = []
    at = 0
    for text in texts:
        if text.isascii():
            made.append(joined[at : at + len(text)])
            at += len(text) + 1
        else:
            made.append(raw_words(text))
    return made


def _row_values(row: StoredRow) -> list[object]:
    dates = [one.values() for one in row.dates]
    kind = "" if row.kind is None else row.kind.value
    return [
        row.record, kind, row.short, row.tags, row.parties, row.sources, dates,
        row.fields,
    ]  # fmt: skip


def _row(*values: Any) -> StoredRow:
    record, kind, short, tags, parties, sources, dates, fields = values
    return StoredRow(
        record,
        Kind(kind) if kind else None,
        short,
        tags,
        tuple(parties),
        tuple(sources),
        tuple(StoredDate(*one) for one in dates),
        tuple((label, text) for label, text in fields),
    )


def _document_values(one: StoredDocument) -> list[object]:
    begins = [start for start, _ in one.spans]
    ends = [end for _, end in one.spans]
    dates = [date.values() for date in one.dates]
    return [
        one.source, one.title, one.tags, dates, one.reach.value, one.fault, one.text, one.where,
        begins, ends,
    ]  # fmt: skip


def _document(*values: Any) -> StoredDocument:
    source, title, tags, dates, reach, fault, text, where, begins, ends = values
    return StoredDocument(
        source,
        title,
        tags,
        tuple(StoredDate(*one) for one in dates),
        Reach(reach),
        fault,
        text,
        tuple(where),
        tuple(zip(begins, ends, strict=True)),
    )
