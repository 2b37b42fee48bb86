"""What a timeline draws for each row of the chronology: its days, its shape, its ends, its words.

A mark never looks more exact than the date. Only a date of one day, without a mark of doubt, is a
point; every other one is a bar over all the days that it may mean.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from caseviewer.formatting.assumption_words import assumption_words
from caseviewer.formatting.deadline_page import window_words
from caseviewer.formatting.record_titles import stated
from caseviewer.formatting.table import Item
from caseviewer.formatting.translate import tr
from caseviewer.model.dated import Date
from caseviewer.model.dates import EdtfDate, Limit, Point
from caseviewer.model.deadlines import Window
from caseviewer.model.events import Deadline
from caseviewer.model.kinds import Sense
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import Reckoning, deadline_window, file_window, reckon
from caseviewer.model.visible import visible
from caseviewer.pictures.timeline_index import DayIndex
from caseviewer.search.slices import Slices

_SLICE = 50
_WORDS = 160


class Shape(StrEnum):
    """What is drawn: a point, one of three bars, the window of a deadline, or words alone."""

    POINT = "point"
    SPAN = "span"
    THROUGHOUT = "throughout"
    WITHIN = "within"
    DEADLINE = "deadline"
    UNDATED = "undated"


class End(StrEnum):
    """How a side of a bar ends: at a day, about there, not at all, or nobody knows where."""

    FIRM = "firm"
    SOFT = "soft"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mark:
    """One row as it is drawn.

    first, last: day numbers, both inclusive; None on a side that is open or unknown.
    when: its date in words, or how it fills its bar where the bar shows the days.
    assumed: whether the reader assumes it. own: what the file says in place of that.
    """

    number: str
    first: int | None
    last: int | None
    shape: Shape
    left: End
    right: End
    uncertain: bool
    when: str
    title: str
    assumed: bool = False
    own: Mark | None = None

    @property
    def days(self) -> tuple[int, int] | None:
        """The days to draw: where one side has none, both are that of the other."""
        known = self.first if self.last is None else self.last
        return None if known is None else (known if self.first is None else self.first, known)

    @property
    def whole(self) -> str:
        """The mark in words, whole."""
        return self._told(f"{self.number} · {self.when} · {self.title}")

    @property
    def words(self) -> str:
        """What is written on the mark."""
        return self._doubted(self.whole)

    @property
    def brief(self) -> str:
        """What is written on it where there is little room: the picture shows its days."""
        title = self.title
        if End.SOFT in {self.left, self.right}:
            title = tr("about · {title}", title=title)
        return self._doubted(self._told(f"{self.number} · {title}"))

    @property
    def briefest(self) -> str:
        """What is written where there is room for two words."""
        return tr("assumed · {number}", number=self.number) if self.assumed else self.brief

    def _told(self, said: str) -> str:
        """What the reader assumes is told before all else, so that it is never cut off."""
        return tr("your assumption · {words}", words=said) if self.assumed else said

    def _doubted(self, said: str) -> str:
        said = visible(said, _WORDS)
        return tr("? {words}", words=said) if self.uncertain else said


class Marks:
    """The marks of all rows of a list, told by their places in it.

    `firsts` and `lasts` hold the days to draw; where one side has none, both hold that of the
    other. `index` has the places of the dated rows by these days, `undated` those of the others.
    """

    def __init__(self, opened: OpenedCase, rows: Sequence[Item]) -> None:
        """Start with nothing known of the rows; `marks_of` fills it in."""
        self.opened = opened
        self.rows = rows
        self.firsts = array("q", bytes(8 * len(rows)))
        self.lasts = array("q", bytes(8 * len(rows)))
        self.index = DayIndex((), self.firsts, self.lasts)
        self.undated: Sequence[int] = ()
        self._made: dict[int, Mark] = {}

    @property
    def order(self) -> Sequence[int]:
        """The places of the dated rows, by their days."""
        return self.index.order

    def mark(self, place: int) -> Mark:
        """The mark of a row; made when it is first asked for."""
        found = self._made.get(place)
        if found is None:
            found = self._made[place] = mark_of(self.opened, self.rows[place])
        return found


def marks_of(opened: OpenedCase, rows: Sequence[Item]) -> Slices[Marks]:
    """The marks of rows, in slices."""
    made = Marks(opened, rows)
    dated: list[int] = []
    undated: list[int] = []
    for place, item in enumerate(rows):
        first, last = _days(opened, item)
        known = first if last is None else last
        if known is None:
            undated.append(place)
        else:
            dated.append(place)
            made.firsts[place] = known if first is None else first
            made.lasts[place] = known
        if place % _SLICE == 0:
            yield
    dated.sort(key=made.lasts.__getitem__)
    dated.sort(key=made.firsts.__getitem__)
    yield
    made.index, made.undated = DayIndex(dated, made.firsts, made.lasts), undated
    made.index.look_up()
    return made


def _days(opened: OpenedCase, item: Item) -> tuple[int | None, int | None]:
    if isinstance(item, Deadline):
        span = deadline_window(opened, item)
        return span.earliest, span.latest
    date = _date(item)
    value = None if date is None else date.value
    return (None, None) if value is None else (value.earliest, value.latest)


def _date(item: Item) -> Date | None:
    found: Date | None = getattr(item, "date", None)
    return found


def mark_of(opened: OpenedCase, item: Item) -> Mark:
    """The mark of one row."""
    if isinstance(item, Deadline):
        return _deadline_mark(opened, item)
    date = _date(item)
    number, title = _named(opened, item)
    if date is None or date.value is None:
        words = stated(date)
        firm = End.FIRM
        return Mark(number, None, None, Shape.UNDATED, firm, firm, False, words, title)
    value = date.value
    return Mark(
        number,
        value.earliest,
        value.latest,
        _shape(value, date.sense),
        _end(value.start),
        _end(value.end),
        value.uncertain,
        _when(date, value),
        title,
    )


def _named(opened: OpenedCase, item: Item) -> tuple[str, str]:
    record = getattr(item, "id", "")
    return opened.index.short(record), getattr(item, "title", "")


def _deadline_mark(opened: OpenedCase, item: Deadline) -> Mark:
    reckoning = reckon(opened, item)
    if reckoning.assumption is None:
        when = tr("deadline {window}", window=window_words(reckoning.window))
        return _window_mark(opened, item, reckoning.window, when)
    own = file_window(opened, item)
    found = _window_mark(opened, item, reckoning.window, _assumed_words(opened, reckoning, own))
    as_the_file_says = _window_mark(opened, item, own, "")
    return replace(found, assumed=True, own=as_the_file_says)


def _assumed_words(opened: OpenedCase, reckoning: Reckoning, own: Window) -> str:
    span = reckoning.window
    if reckoning.start_assumed:
        span = replace(span, start_stated=True)
    return tr(
        "deadline {window}, {assumed}; the file: {own}",
        window=window_words(span),
        assumed=assumption_words(opened, reckoning),
        own=window_words(own),
    )


def _window_mark(opened: OpenedCase, item: Deadline, span: Window, when: str) -> Mark:
    number, title = _named(opened, item)
    unknown = span.earliest is None and span.latest is None
    known = End.SOFT if span.approximate else End.FIRM
    return Mark(
        number,
        span.earliest,
        span.latest,
        Shape.UNDATED if unknown else Shape.DEADLINE,
        End.UNKNOWN if span.earliest is None else known,
        End.UNKNOWN if span.latest is None else known,
        span.uncertain,
        when,
        title,
    )


def _shape(value: EdtfDate, sense: Sense | None) -> Shape:
    if value.is_exact_day:
        return Shape.POINT
    if sense == Sense.THROUGHOUT:
        return Shape.THROUGHOUT
    return Shape.WITHIN if sense == Sense.SOME_TIME_WITHIN else Shape.SPAN


def _end(side: Point | Limit) -> End:
    if isinstance(side, Limit):
        return End.OPEN if side is Limit.OPEN else End.UNKNOWN
    return End.SOFT if side.approximate else End.FIRM


def _when(date: Date, value: EdtfDate) -> str:
    """The date; of an interval with two ends, which the bar shows, how it is filled."""
    if len(value.points) == 2 and date.sense is not None and not value.is_exact_day:
        filled = date.sense == Sense.THROUGHOUT
        return tr("throughout") if filled else tr("some time within")
    return stated(date)
