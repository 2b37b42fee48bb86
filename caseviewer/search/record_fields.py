"""The words of a record, field by field: what a search looks through, and what a hit shows.

A record's own words are searched: its texts, its dates in words and as stated, its kinds and
roles in words. Not searched are ids, offsets, sizes of files, and the names of records that it
only points at.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from caseviewer.formatting.as_at_words import fulfilment_words, standing_words, status_words
from caseviewer.formatting.counting_words import duration_words
from caseviewer.formatting.csl_words import csl_date_words, name_words, type_words
from caseviewer.formatting.dates import words as date_words
from caseviewer.formatting.deadline_page import deadline_words
from caseviewer.formatting.names import country_name, language_name
from caseviewer.formatting.quoted import fragment_words
from caseviewer.formatting.record_titles import locator_words
from caseviewer.formatting.words import word
from caseviewer.model import scalars
from caseviewer.model.case import Header, Record
from caseviewer.model.csl import CslDate, CslItem, CslName
from caseviewer.model.dated import Date
from caseviewer.model.dates import parse
from caseviewer.model.events import Deadline, Event, Period, Proceeding, Response
from caseviewer.model.kinds import Mode, PartyKind
from caseviewer.model.labels import words_for
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from caseviewer.model.references import RECORD_TYPES
from caseviewer.model.sources import Document, Locator, Position, Selector

FieldWords: TypeAlias = tuple[str, str]
"""What a field is called, and what it says."""

_Reader: TypeAlias = "Callable[[RecordFields, str, Any], Iterator[FieldWords]]"

_MAIN = frozenset({"text", "value", "name", "role", "kind", "label", "status"})
"""Fields that say what their part of a record says: they are called as the part is."""

_ALONE = frozenset({CslItem, Selector})
"""Parts of a record whose fields are called by their own names."""

_WHOLE = frozenset({Header, *RECORD_TYPES.values()})

_LEFT_OUT = frozenset({
    (Document, "bytes"), (Document, "characters"), (Header, "format"), (Header, "format_version"),
    (Selector, "prefix"), (Selector, "suffix"), (CslItem, "id"), (Proceeding, "status"),
    (Event, "standing"), (Response, "status"),
})  # fmt: skip
"""What is no words, is a passage's only to tell it from others, or is read in another way."""


class RecordFields:
    """Reads the words of the records of one case."""

    def __init__(self, opened: OpenedCase) -> None:
        """Read records of `opened`."""
        self._opened = opened
        self._countries = {
            party.country: party.name
            for party in reversed(opened.case.parties)
            if party.kind is PartyKind.STATE and party.country is not None
        }

    def of(self, item: Record) -> Iterator[FieldWords]:
        """Each field that says something, in the order of the record."""
        if isinstance(item, Quotation):
            for words in self._quoted(item):
                yield words_for("fragments"), words
        yield from self.within(item, "")
        for name, shown in _AS_SHOWN.get(type(item), ()):
            yield words_for(name), shown(self._opened, item)

    def of_header(self) -> Iterator[FieldWords]:
        """What the file says of itself."""
        yield from self.within(self._opened.case, "", Header)

    def within(
        self, owner: object, above: str, as_what: type | None = None
    ) -> Iterator[FieldWords]:
        """Each field of a record, or of a part of one that is called `above`."""
        for name, label, reader in _plan(as_what or type(owner)):
            value = getattr(owner, name)
            if value is not None and value != ():
                called = f"{above}, {label}" if above and label else above or label
                yield from (found for found in reader(self, called, value) if found[1])

    def country(self, code: str) -> str:
        """A country as the case calls that State, else as ISO 3166 does; and its code."""
        name = self._countries.get(code)
        if name is None:
            name = self._countries[code] = country_name(code)
        return name if name == code else f"{name} ({code})"

    def _quoted(self, item: Quotation) -> Iterator[str]:
        """The quoted words; a direct quotation as it is printed, with what stands between them."""
        fragments = [fragment_words(self._opened, one) for one in item.fragments]
        if item.mode is Mode.DIRECT:
            said = [one.attribution for one in item.fragments]
            parts = chain.from_iterable(zip(fragments, said, strict=True))
            fragments = [" ".join(filter(None, parts))]
        yield from filter(None, fragments)


_AS_SHOWN: Mapping[type, tuple[tuple[str, Callable[[OpenedCase, Any], str]], ...]] = {
    Proceeding: (("status", status_words),),
    Event: (("standing", standing_words),),
    Deadline: (("fulfilment", fulfilment_words), ("end", deadline_words)),
}
"""What depends on the day that the reader asks for, or on what he assumes."""


# How values read ----------------------------------------------------------------------------


def _text(_: RecordFields, label: str, value: object) -> Iterator[FieldWords]:
    yield label, str(value)


def _word(_: RecordFields, label: str, value: Any) -> Iterator[FieldWords]:
    yield label, word(value)


def _country(reading: RecordFields, label: str, value: str) -> Iterator[FieldWords]:
    yield label, reading.country(value)


def _language(_: RecordFields, label: str, value: str) -> Iterator[FieldWords]:
    yield label, language_name(value)


def _day(_: RecordFields, label: str, value: str) -> Iterator[FieldWords]:
    yield label, date_words(parse(value))
    yield label, value


def _date(_: RecordFields, label: str, date: Date) -> Iterator[FieldWords]:
    """A date in words, in the words of the source, and as it stands in the file."""
    if date.value is not None:
        yield label, date_words(date.value, date.sense)
    if date.verbatim is not None:
        yield label, date.verbatim
    if date.edtf is not None:
        yield label, date.edtf
    yield f"{label}, {words_for('basis')}", word(date.basis)


def _period(_: RecordFields, label: str, period: Period) -> Iterator[FieldWords]:
    yield label, duration_words(period)
    if period.verbatim is not None:
        yield label, period.verbatim


def _part(reading: RecordFields, label: str, part: object) -> Iterator[FieldWords]:
    yield from reading.within(part, "" if type(part) in _ALONE else label)


def _as(words: Callable[[Any], str]) -> _Reader:
    def read(_: RecordFields, label: str, value: object) -> Iterator[FieldWords]:
        yield label, words(value)

    return read


def _each(reader: _Reader) -> _Reader:
    def read(reading: RecordFields, label: str, values: tuple[object, ...]) -> Iterator[FieldWords]:
        for value in values:
            yield from reader(reading, label, value)

    return read


# Which value reads how ----------------------------------------------------------------------


@cache
def _plan(owner: type) -> tuple[tuple[str, str, _Reader], ...]:
    """The fields of a record or part that are searched: name, words for it, how it reads."""
    hints = get_type_hints(owner, include_extras=True)
    readers = ((field.name, _reader(hints[field.name])) for field in fields(owner))
    return tuple(
        (name, _label(owner, name), reader)
        for name, reader in readers
        if reader is not None and (owner, name) not in _LEFT_OUT
    )


def _label(owner: type, name: str) -> str:
    is_part = owner not in _WHOLE and owner not in _ALONE
    return "" if is_part and name in _MAIN else words_for(name)


def _reader(hint: Any) -> _Reader | None:
    """How a value of a field reads; None for what is no words."""
    for known, reader in _KNOWN:
        if hint == known:
            return reader
    if get_origin(hint) in {Union, types.UnionType}:
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        return _reader(kinds[0]) if len(kinds) == 1 else _text
    if get_origin(hint) is Annotated:
        return _reader(get_args(hint)[0])
    if get_origin(hint) is tuple:
        inner = _reader(get_args(hint)[0])
        return inner and _each(inner)
    return _of_class(hint)


def _of_class(hint: Any) -> _Reader | None:
    if get_origin(hint) is Literal:
        return _CLASSES.get(Literal)
    if hint in _CLASSES:
        return _CLASSES[hint]
    if issubclass(hint, StrEnum):
        return _word
    return _part if is_dataclass(hint) else None


_KNOWN: tuple[tuple[object, _Reader | None], ...] = (
    (scalars.Id, None),
    (scalars.Number, None),
    (scalars.Flag, None),
    (scalars.Country, _country),
    (scalars.Language, _language),
    (scalars.ExactDay, _day),
    (scalars.Day, _day),
    (scalars.Count, _text),
    *((kind, _text) for kind in (scalars.Line, scalars.Text, scalars.Words, scalars.Context,
                                 scalars.Sha256, scalars.MediaType, scalars.Subdivision)),
)  # fmt: skip

_CLASSES: dict[object, _Reader | None] = {
    Date: _date,
    CslDate: _as(csl_date_words),
    CslName: _as(name_words),
    Literal: _as(type_words),
    Locator: _as(locator_words),
    Period: _period,
    Position: None,
}
