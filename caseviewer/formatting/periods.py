"""The periods that the dates of a case are chosen by: years, or decades and more if many.

A period is offered where some date starts or ends in it, so that a date that reaches over
centuries makes no list of every year. A record belongs to each period that its date may lie
in by its bounds; a side that is open reaches on without end.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from caseviewer.formatting.dates import years_words
from caseviewer.formatting.translate import tr
from caseviewer.model.dates import civil
from caseviewer.model.events import Deadline, Event
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import deadline_window

MOST_PERIODS = 40
_PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLICE = 50

Years = tuple[int | None, int | None]
"""The first and the last year of a date; None where it has no bound."""


class Periods:
    """The periods of one case; they are found when they are first asked for."""

    def __init__(self, opened: OpenedCase) -> None:
        """Look at nothing yet."""
        self._opened = opened
        self._step = 1
        self._starts: list[int] | None = None
        self._names: tuple[str, ...] = ()
        self._places: dict[str, int] = {}
        self._known: dict[Years, tuple[str, ...]] = {}
        self.undated = tr("undated")

    def find(self) -> Iterator[None]:
        """Look through the dates of the case, in slices; once is enough."""
        if self._starts is not None:
            return
        case, years = self._opened.case, set[int]()
        items: tuple[Event | Deadline, ...] = (*case.chronology, *case.deadlines)
        for at, item in enumerate(items):
            if at % _SLICE == 0:
                yield
            years.update(year for year in self._years(item) or () if year is not None)
        step = 1
        while len({year // step for year in years}) > MOST_PERIODS:
            step *= 10
        starts = sorted({year // step for year in years})
        self._step = step
        self._names = tuple(years_words(one * step, one * step + step - 1) for one in starts)
        self._places = {name: place for place, name in enumerate(self._names)}
        self._starts = starts

    def of(self, item: Event | Deadline) -> tuple[str, ...]:
        """The periods that a record may lie in, in words; never none."""
        years = self._years(item)
        if years is None:
            return (self.undated,)
        found = self._known.get(years)
        if found is None:
            found = self._known[years] = self._between(*years)
        return found

    def place(self, name: str) -> int:
        """The place of a period among all, in the order of time."""
        self._found()
        return self._places.get(name, len(self._places))

    def _between(self, first: int | None, last: int | None) -> tuple[str, ...]:
        starts = self._found()
        begin = 0 if first is None else bisect_left(starts, first // self._step)
        end = len(starts) if last is None else bisect_right(starts, last // self._step)
        return self._names[begin:end]

    def _found(self) -> list[int]:
        for _ in self.find():
            pass
        return self._starts or []

    def _years(self, item: Event | Deadline) -> Years | None:
        """The first and the last year that a record may lie in; None where it is undated."""
        if isinstance(item, Deadline):
            span = deadline_window(self._opened, item)
            return _years_of(span.earliest, span.latest)
        if item.date is None or item.date.edtf is None:
            return None
        text = item.date.edtf
        if _PLAIN_DAY.fullmatch(text):  # as most dates are: there is nothing to reckon
            year = int(text[:4])
            return year, year
        value = item.date.value
        return None if value is None else _years_of(value.earliest, value.latest)


def _years_of(earliest: int | None, latest: int | None) -> Years | None:
    if earliest is None and latest is None:
        return None
    first = None if earliest is None else civil(earliest)[0]
    last = None if latest is None else civil(latest)[0]
    return first, last
