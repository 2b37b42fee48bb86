"""Which records of a case meet the conditions of a query: party, kind, source, dates, standing.

The document of a source meets what the source does, but for kinds, as it is one of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from caseviewer.formatting.as_at_words import standing_words
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.case import Record
from caseviewer.model.case_index import all_records, kind_of, records
from caseviewer.model.events import Event
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.references import ID_FIELDS, PARTY, PASSAGE, SOURCE, Kind
from caseviewer.model.sources import Source
from caseviewer.model.visible import visible
from caseviewer.search.dated import Certainty, Dates
from caseviewer.search.filters import DATES, Field, Filter, OtherKind
from caseviewer.search.record_texts import BORDER, HEADER
from caseviewer.search.slices import Slices
from caseviewer.search.words import fold_words

_SLICE = 500
_KEPT = 64
_SHOWN = 40
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meeting:
    """What meets a condition: records and documents by their ids, those of the sources.

    undated: records of which a date was asked that they have not. fault: a sentence where nothing
    can meet it.
    """

    records: AbstractSet[str]
    documents: AbstractSet[str] = _NOBODY
    undated: AbstractSet[str] = _NOBODY
    fault: str = ""


class Narrowing:
    """Looks conditions up in one case; what was found is kept."""

    def __init__(self, opened: OpenedCase) -> None:
        """Look conditions up in `opened`."""
        self.dates = Dates(opened)
        self._opened = opened
        self._known: dict[tuple[Filter, ...], Meeting] = {}
        self._names: dict[Kind, list[tuple[str, str]]] = {}

    def meetings(self, conditions: Sequence[Filter]) -> Slices[dict[Filter, Meeting]]:
        """What meets each of some conditions; those on dates have to be met by one date together.

        Otherwise a case of 2010 to 2012 would be found for 2011, when nothing of it happened.
        """
        dated = tuple(one for one in conditions if one.field in DATES and not one.without)
        met: dict[Filter, Meeting] = {}
        for condition in conditions:
            met[condition] = yield from self.meeting(
                *(dated if condition in dated else [condition])
            )
        return met

    def meeting(self, *conditions: Filter) -> Slices[Meeting]:
        """What meets a condition, or several on dates together, whether asked for or not."""
        if conditions not in self._known:
            (condition, *_) = conditions
            if condition.field in {Field.PARTY, Field.SOURCE}:
                found = yield from self._about(condition)
            elif condition.field in DATES:
                found = yield from self._dated(conditions)
            else:
                found = yield from self._of_choice(condition)
            while len(self._known) >= _KEPT:
                del self._known[next(iter(self._known))]
            self._known[conditions] = found
        return self._known[conditions]

    # Parties and sources

    def _about(self, condition: Filter) -> Slices[Meeting]:
        """The parties or sources of a name, and what names these."""
        kind = Kind.PARTY if condition.field is Field.PARTY else Kind.SOURCE
        named = yield from self._named(kind, condition)
        if not named:
            fault = _NO_PARTY if kind is Kind.PARTY else _NO_SOURCE
            return Meeting(_NOBODY, fault=tr(fault, name=visible(condition.typed.strip(), _SHOWN)))
        allowed = PARTY if kind is Kind.PARTY else SOURCE
        pointing = yield from self._pointing(allowed, named)
        if kind is Kind.SOURCE:
            passages = {item.id for item in self._opened.case.passages if item.id in pointing}
            pointing |= yield from self._pointing(PASSAGE, passages)
        found = frozenset(named | pointing)
        return Meeting(found, found if kind is Kind.PARTY else frozenset(named))

    def _named(self, kind: Kind, condition: Filter) -> Slices[set[str]]:
        """The ids of the records that have this number, id or name."""
        typed = condition.typed.strip()
        by_number = self._opened.index.named(typed)
        if by_number is not None and kind_of(by_number) is kind:
            return {by_number.id}
        if kind not in self._names:
            names = []
            for at, item in enumerate(records(self._opened.case, kind)):
                names.append((item.id, _searched_names(_NAMES[kind](item))))
                if at % _SLICE == 0:
                    yield
            self._names[kind] = names
        needle = f" {' '.join(condition.words)}"
        return {name for name, text in self._names[kind] if needle in text}

    def _pointing(self, allowed: AbstractSet[Kind], targets: AbstractSet[str]) -> Slices[set[str]]:
        """The records that point at some, which are of a kind."""
        found: set[str] = set()
        for kind, fields in ID_FIELDS.items():
            items = records(self._opened.case, kind)
            for field in fields:
                if allowed <= field.allowed:
                    places = (at for at, target in field.targets(items) if target in targets)
                    found.update(items[at].id for at in places)
                    yield
        return found

    # Closed lists

    def _of_choice(self, condition: Filter) -> Slices[Meeting]:
        """The records of a kind, or the events of a standing."""
        meets = self._has_standing if condition.field is Field.STANDING else _is_of_kind
        found = set()
        for at, item in enumerate(all_records(self._opened.case)):
            if meets(item, condition):
                found.add(item.id)
            if at % _SLICE == 0:
                yield
        sources = (source.id for source in self._opened.case.sources)
        documents = sources if OtherKind.DOCUMENT in condition.choices else ()
        return Meeting(found, frozenset(documents))

    def _has_standing(self, item: Record, condition: Filter) -> bool:
        """By the words that are shown: as at a day, a standing may not be known yet."""
        if not isinstance(item, Event):
            return False
        return standing_words(self._opened, item) in set(map(word, condition.choices))

    # Dates

    def _dated(self, conditions: Sequence[Filter]) -> Slices[Meeting]:
        """What lies before or after a day, or between two, for certain or perhaps."""
        found: dict[Certainty, set[str]] = {certainty: set() for certainty in Certainty}
        for at, item in enumerate(all_records(self._opened.case)):
            found[self.dates.certainty(item, *conditions)].add(item.id)
            if at % _SLICE == 0:
                yield
        surely, perhaps = found[Certainty.SURELY], found[Certainty.PERHAPS]
        met = surely if conditions[0].without else surely | perhaps
        return Meeting(met, met, found[Certainty.UNDATED] | {HEADER})


_NO_PARTY = "No party is called “{name}”, and none has a name that begins so."
_NO_SOURCE = "No source is called “{name}”, and none has a title that begins so."


def _is_of_kind(item: Record, condition: Filter) -> bool:
    return kind_of(item) in condition.choices or getattr(item, "kind", "") in condition.choices


def _searched_names(names: Iterable[str]) -> str:
    """Names as one text in which words are looked for, so that none cross two of them."""
    return BORDER.join(f" {fold_words(name)} " for name in names)


def _names_of_party(item: Party) -> Iterator[str]:
    yield item.name
    yield from (variant.text for variant in item.variants)


def _names_of_source(item: Source) -> Iterator[str]:
    data = item.csl
    known = (data.title, data.title_short, data.container_title, data.number, item.cite_as)
    return (str(one) for one in known if one is not None)


_NAMES: Mapping[Kind, Callable[[Any], Iterator[str]]] = MappingProxyType({
    Kind.PARTY: _names_of_party,
    Kind.SOURCE: _names_of_source,
})  # fmt: skip
