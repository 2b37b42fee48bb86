"""Whether the date of a record lies before or after a day: surely, perhaps, or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from caseviewer.formatting.deadline_page import deadline_words
from caseviewer.formatting.record_titles import stated
from caseviewer.model.case import Record
from caseviewer.model.dated import Date
from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.opened import OpenedCase
from caseviewer.model.publication import date_of
from caseviewer.model.quotations import Quotation
from caseviewer.model.reckoning import deadline_window
from caseviewer.model.sources import Source
from caseviewer.search.filters import DATES, Field, Filter


class Certainty(Enum):
    """How surely a record lies where it was asked for; the best that one of its dates allows."""

    SURELY = 0
    PERHAPS = 1
    NOT = 2
    UNDATED = 3


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a date may mean, None where open; a guide is no limit.

    date: the one that it is; None for the window of a deadline.
    """

    earliest: int | None
    latest: int | None
    is_guide: bool
    date: Date | None = None

    def certainty(self, condition: Filter) -> Certainty:
        """Whether it lies before the day of a condition, or after it."""
        asked = condition.date
        if asked is None or asked.earliest is None or asked.latest is None:
            return Certainty.NOT
        if condition.field is Field.BEFORE:
            near, far, limit = self.latest, self.earliest, asked.earliest
        else:  # the same, the other way round
            near, far = _turned(self.earliest), _turned(self.latest)
            limit = -asked.latest
        if not self.is_guide and near is not None and near < limit:
            return Certainty.SURELY
        return Certainty.PERHAPS if far is None or far < limit else Certainty.NOT


def together(days: Days, conditions: Iterable[Filter]) -> Certainty:
    """How surely one date meets all conditions: as surely as it meets the least certain."""
    return max(map(days.certainty, conditions), key=_value)


def best(dates: Iterable[Days], conditions: Sequence[Filter]) -> Certainty:
    """How surely all conditions are met by one of some dates."""
    found = (together(days, conditions) for days in dates)
    return min(found, key=_value, default=Certainty.UNDATED)


def on_dates(conditions: Iterable[Filter]) -> Iterator[Sequence[Filter]]:
    """The conditions on dates: those to be met by one date together, and each that must not be."""
    dated = [one for one in conditions if one.field in DATES]
    if asked := [one for one in dated if not one.without]:
        yield asked
    yield from ([one] for one in dated if one.without)


def _value(certainty: Certainty) -> int:
    return certainty.value


def _turned(day: int | None) -> int | None:
    return None if day is None else -day


class Dates:
    """The dates of the records of one case."""

    def __init__(self, opened: OpenedCase) -> None:
        """Dates of records of `opened`."""
        self._opened = opened
        self._known: dict[str, tuple[Days, ...]] = {}

    def certainty(self, item: Record, *conditions: Filter) -> Certainty:
        """How surely a record lies where all conditions ask for it, by one of its dates."""
        return best(self.of(item), conditions)

    def doubtful(self, item: Record, *conditions: Filter) -> str:
        """The date in words that may lie where it was asked for; empty where one surely does."""
        if self.certainty(item, *conditions) is not Certainty.PERHAPS:
            return ""
        found = (one for one in self.of(item) if together(one, conditions) is Certainty.PERHAPS)
        date = next(found).date
        if date is None and isinstance(item, Deadline):
            return deadline_words(self._opened, item)
        return stated(date)

    def of(self, item: Record) -> tuple[Days, ...]:
        """The dates that a record has; those in words alone cannot be compared."""
        if item.id not in self._known:
            self._known[item.id] = tuple(self._found(item))
        return self._known[item.id]

    def _found(self, item: Record) -> Iterator[Days]:
        if isinstance(item, Deadline):
            span = deadline_window(self._opened, item)
            if span.earliest is not None or span.latest is not None:
                yield Days(span.earliest, span.latest, span.is_guide)
        for date in self._dates(item):
            value = None if date is None else date.value
            if value is not None:
                doubt = value.approximate or value.uncertain
                yield Days(value.earliest, value.latest, doubt, date)

    def _dates(self, item: Record) -> Iterator[Date | None]:
        if isinstance(item, Event):
            yield item.date
        elif isinstance(item, Source):
            yield date_of(item)
        elif isinstance(item, Quotation):
            yield from (rung.date for rung in item.chain)
        elif isinstance(item, Proceeding):
            events = map(self._opened.index.get, (item.complaint, item.decision))
            yield from (event.date for event in events if isinstance(event, Event))
