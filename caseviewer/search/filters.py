"""What narrows a search beside words: party, kind, source, before, after, standing.

Values that are beginnings of known ones stand for all of these, so that the list narrows while
they are typed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.dates import DateError, EdtfDate
from caseviewer.model.kinds import (
    DifferenceKind,
    EventKind,
    PartyKind,
    ProceedingKind,
    SourceKind,
    Standing,
)
from caseviewer.model.labels import KIND_WORDS
from caseviewer.model.references import Kind
from caseviewer.model.typed_day import typed_day
from caseviewer.model.visible import visible
from caseviewer.search.words import fold_words

_SHOWN = 40


class Field(StrEnum):
    """The names that are typed before a colon."""

    PARTY = "party"
    KIND = "kind"
    SOURCE = "source"
    BEFORE = "before"
    AFTER = "after"
    STANDING = "standing"


DATES = frozenset({Field.BEFORE, Field.AFTER})
"""Conditions on dates."""


class OtherKind(StrEnum):
    """What can be asked for beside the kinds of records and of events."""

    DOCUMENT = "document"


_KINDS = (EventKind, PartyKind, SourceKind, ProceedingKind, DifferenceKind)
"""What records are of, besides the kinds of records: values that are spelt alike are the same."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition: words of a name, values of a closed list, or a day.

    without: whether it must not hold.
    """

    field: Field
    typed: str
    words: tuple[str, ...] = ()
    choices: frozenset[StrEnum] = frozenset()
    date: EdtfDate | None = None
    without: bool = False


class FilterError(ValueError):
    """A condition that cannot be understood; its text is a sentence."""


def filter_of(name: Field, value: str, *, without: bool = False) -> Filter:
    """The condition that was typed; FilterError says what is wrong with it."""
    words = tuple(fold_words(value).split())
    if not words:
        raise FilterError(tr(_LACKING[name]))
    if name in _CHOICES:
        return Filter(name, value, words, _chosen(name, value, words), None, without)
    if name in DATES:
        return Filter(name, value, words, frozenset(), _day(name, value), without)
    return Filter(name, value, words, without=without)


_LACKING: Mapping[Field, str] = MappingProxyType({
    Field.PARTY: "party: lacks a name; write party:kazakhstan, party:\"one mother\" or party:P2",
    Field.KIND: "kind: lacks a word; write kind:event, kind:quotation or kind:extradition",
    Field.SOURCE: "source: lacks a name; write source:S1 or source:\"UN Rebuke\"",
    Field.BEFORE: "before: lacks a date; write before:2011 or before:2011-06-09",
    Field.AFTER: "after: lacks a date; write after:2011 or after:2011-06-09",
    Field.STANDING: "standing: lacks a word; write standing:alleged",
})  # fmt: skip


def _day(name: Field, value: str) -> EdtfDate:
    try:
        return typed_day(value)
    except DateError as error:
        shown = visible(value, _SHOWN)
        if fold_words(value).isdecimal() or any(map(str.isdecimal, value)):
            raise FilterError(f"{name}:{shown}: {error}") from None
        raise FilterError(
            tr(
                "{name}:{value} is neither a year nor a date; write {name}:2011 or"
                " {name}:2011-06-09",
                name=name,
                value=shown,
            )
        ) from None


def _chosen(name: Field, value: str, words: tuple[str, ...]) -> frozenset[StrEnum]:
    """What a word stands for: what it names, else all that begin with it."""
    typed, known = " ".join(words), _CHOICES[name]()
    found = known.get(typed) or frozenset().union(
        *(choices for words, choices in known.items() if words.startswith(typed))
    )
    if found:
        return found
    if name is Field.STANDING:
        words_of_list = ", ".join(map(word, Standing))
        fault = tr("standing:{value} is no standing; there are {known}")
        raise FilterError(fault.format(value=visible(value, _SHOWN), known=words_of_list))
    fault = tr(
        "kind:{value} is no kind; there are {known}, document, and kinds of these such as arrest,"
        " extradition, person or news report"
    )
    kinds = ", ".join(KIND_WORDS.values())
    raise FilterError(fault.format(value=visible(value, _SHOWN), known=kinds))


@cache
def _kinds() -> Mapping[str, frozenset[StrEnum]]:
    """What each word for a kind, singular or plural, stands for."""
    named: dict[str, frozenset[StrEnum]] = {}
    for choice, names in _kind_names():
        for name in names:
            for form in _forms(fold_words(name)):
                named[form] = named.get(form, frozenset()) | {choice}
    return named


def _kind_names() -> Iterator[tuple[StrEnum, Iterable[str]]]:
    for kind in Kind:
        yield kind, (KIND_WORDS[kind], kind.value)
    for other in (one for kinds in _KINDS for one in kinds):
        yield other, (word(other), other.value)
    yield OtherKind.DOCUMENT, (OtherKind.DOCUMENT, "text")


def _forms(name: str) -> tuple[str, ...]:
    """A name, and more of the same."""
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return name, name if name.endswith("s") else plural


def _standings() -> Mapping[str, frozenset[StrEnum]]:
    return {fold_words(word(one)): frozenset({one}) for one in Standing}


_CHOICES: Mapping[Field, Callable[[], Mapping[str, frozenset[StrEnum]]]] = MappingProxyType(
    {Field.KIND: _kinds, Field.STANDING: _standings}
)
