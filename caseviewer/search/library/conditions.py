"""The conditions of a query in the library: by the tags that records have there.

A name stands for the same parties in all cases; a short number is another record in each, so that
it tells nothing here.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from caseviewer.formatting.dates import words as date_words
from caseviewer.formatting.translate import tr
from caseviewer.model.dates import EdtfDate, civil, parse
from caseviewer.model.visible import visible
from caseviewer.search.dated import Certainty, Days, best, on_dates
from caseviewer.search.dated import together as by_one_date
from caseviewer.search.filters import DATES, Field, Filter
from caseviewer.search.library.tags import (
    ANY_YEAR,
    OF_KIND,
    OF_STANDING,
    OF_YEAR,
    PARTY_NAME,
    SOURCE_NAME,
    name_tag,
    tag,
    year_of,
)
from caseviewer.search.library.texts import StoredDate

_EITHER = frozenset({Field.KIND, Field.STANDING})
"""Conditions of which one is enough where several are asked for, as a record has one of each."""

_NUMBER = re.compile(r"[PS][0-9]{1,6}", re.IGNORECASE | re.ASCII)
_SHOWN = 40
_MOST_NAMES = 2_000


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, and the tags of which a record has one that meets it.

    Of a date the tags tell who may meet it. fault: a sentence where nothing can, or not all that
    could is looked for.
    """

    asked: Filter
    tags: frozenset[str]
    fault: str = ""


def conditions_of(connection: sqlite3.Connection, asked: Sequence[Filter]) -> list[Condition]:
    """The conditions of a query, looked up in the index."""
    return [_condition(connection, one) for one in asked]


def together(conditions: Sequence[Condition]) -> Iterator[list[Condition]]:
    """The conditions one by one; those of which one is enough side by side."""
    for field in _EITHER:
        several = [one for one in conditions if one.asked.field is field and not one.asked.without]
        if several:
            yield several
    for one in conditions:
        if one.asked.field not in _EITHER or one.asked.without:
            yield [one]


def meets(
    tags: AbstractSet[str], dates: Sequence[StoredDate], conditions: Sequence[Condition]
) -> bool:
    """Whether a record with these tags and dates meets every condition."""
    by_tags = [one for one in conditions if one.asked.field not in DATES]
    if not all(any(_has(tags, one) for one in several) for several in together(by_tags)):
        return False
    dated = on_dates(one.asked for one in conditions)
    return all(_lies_there(dates, asked) for asked in dated)


def perhaps(
    dates: Sequence[StoredDate], conditions: Sequence[Condition]
) -> Iterator[tuple[str, str]]:
    """Conditions that no date surely meets, as they were typed, and the one in words that may."""
    days = [(_days(one), one) for one in dates]
    for asked in on_dates(one.asked for one in conditions):
        if best((one for one, _ in days), asked) is Certainty.PERHAPS:
            found = (date for one, date in days if by_one_date(one, asked) is Certainty.PERHAPS)
            yield " ".join(f"{one.field}:{one.typed}" for one in asked), _words(next(found))


def _has(tags: AbstractSet[str], condition: Condition) -> bool:
    return tags.isdisjoint(condition.tags) is condition.asked.without


def _lies_there(dates: Sequence[StoredDate], asked: Sequence[Filter]) -> bool:
    """Whether one date meets all conditions, or none has to that must not."""
    certainty = best(map(_days, dates), asked)
    if asked[0].without:
        return certainty not in {Certainty.SURELY, Certainty.UNDATED}
    return certainty in {Certainty.SURELY, Certainty.PERHAPS}


def _days(date: StoredDate) -> Days:
    return Days(date.earliest, date.latest, date.guide)


def _words(date: StoredDate) -> str:
    return date_words(parse(date.edtf)) if date.edtf else tr("its end is not certain")


def _condition(connection: sqlite3.Connection, asked: Filter) -> Condition:
    if asked.field in _LETTERS:
        return _named(connection, asked)
    if asked.field in DATES:
        return Condition(asked, frozenset(_years(connection, asked)))
    letter = OF_KIND if asked.field is Field.KIND else OF_STANDING
    return Condition(asked, frozenset(tag(letter, one.value) for one in asked.choices))


_LETTERS: Mapping[Field, str] = MappingProxyType(
    {Field.PARTY: PARTY_NAME, Field.SOURCE: SOURCE_NAME}
)


def _named(connection: sqlite3.Connection, asked: Filter) -> Condition:
    """The parties or sources that are called so in any case."""
    typed = visible(asked.typed.strip(), _SHOWN)
    if _NUMBER.fullmatch(asked.typed.strip()):
        words = tr(
            "{field}:{typed} means another record in each case; write a name, or search in one"
            " case."
        )
        return Condition(asked, frozenset(), words.format(field=asked.field, typed=typed))
    letter = _LETTERS[asked.field]
    found = connection.execute(
        # The index holds all that is asked for; the table itself is many times as large.
        "SELECT DISTINCT name FROM forms INDEXED BY forms_folded"
        " WHERE letter = ? AND instr(' ' || folded, ?) LIMIT ?",
        (letter, f" {' '.join(asked.words)}", _MOST_NAMES + 1),
    )
    names = [name for (name,) in found]
    tags = frozenset(name_tag(letter, name) for name in names[:_MOST_NAMES])
    if not tags:
        return Condition(asked, tags, tr(_NOBODY[asked.field], typed=typed))
    if len(names) > _MOST_NAMES:
        words = tr(_MANY, field=asked.field, typed=typed, most=f"{_MOST_NAMES:,}")
        return Condition(asked, tags, words)
    return Condition(asked, tags)


_MANY = (
    "{field}:{typed} fits more than {most} names: only so many are looked for. Write more of it."
)


_NOBODY: Mapping[Field, str] = MappingProxyType({
    Field.PARTY: "No party of any case is called “{typed}”, and none has a name that begins so.",
    Field.SOURCE: "No source of any case is called “{typed}”, and none has a title that begins so.",
})  # fmt: skip


def _years(connection: sqlite3.Connection, asked: Filter) -> Iterator[str]:
    """The years in which a record may lie that is before or after a day."""
    yield tag(OF_YEAR, ANY_YEAR)
    before = asked.field is Field.BEFORE
    date = cast("EdtfDate", asked.date)  # these fields always have one
    day = date.earliest if before else date.latest
    if day is None:
        return
    limit = civil(day)[0]
    start = tag(OF_YEAR, "")
    found = connection.execute(
        "SELECT term FROM tag_vocabulary WHERE term > ? AND term < ?", (start, f"{start}\U0010ffff")
    )
    for (term,) in found:
        year = year_of(term)
        if year is not None and (year <= limit if before else year >= limit):
            yield term
