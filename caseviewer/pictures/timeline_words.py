"""What a timeline says beside its marks: clusters, columns, stretches, lines, the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseviewer.formatting.dates import day_words
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.table import Item
from caseviewer.formatting.translate import tr
from caseviewer.model.events import Deadline
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import judged_on
from caseviewer.pictures.timeline_marks import End, Mark, Marks, Shape


def counted_rows(rows: Sequence[Item]) -> str:
    """How many events and deadlines: "4 events, 1 deadline"."""
    deadlines = sum(isinstance(item, Deadline) for item in rows)
    events = len(rows) - deadlines
    parts = []
    if events or not deadlines:
        parts.append(counted(events, tr("event"), tr("events")))
    if deadlines:
        parts.append(counted(deadlines, tr("deadline"), tr("deadlines")))
    return ", ".join(parts)


def cluster_count(rows: Sequence[Item]) -> str:
    """How many rows a cluster holds, in few words: "4 events", or "5 dates" of both kinds."""
    mixed = len({isinstance(item, Deadline) for item in rows}) > 1
    return tr("{count} dates", count=len(rows)) if mixed else counted_rows(rows)


def span_words(first: int, last: int) -> str:
    """A stretch of days: "9 June 2011 to 1 June 2012", or the day where it is one."""
    if first == last:
        return day_words(first)
    return tr("{first} to {last}", first=day_words(first), last=day_words(last))


def cluster_words(marks: Marks, places: Sequence[int]) -> str:
    """What a cluster holds: "4 events, 1 deadline between 1 May 2016 and 3 June 2016"."""
    what = counted_rows([marks.rows[place] for place in places])
    first = min(marks.firsts[place] for place in places)
    last = max(marks.lasts[place] for place in places)
    return tr("{what}, {span}; zoom in to see each", what=what, span=span_words(first, last))


def column_words(count: int, days: tuple[int, int]) -> str:
    """What a column stands for."""
    what = tr("{count} begin", count=f"{count:,}")
    return tr("{what}, {span}; zoom in to see each", what=what, span=span_words(*days))


def undated_words(count: int) -> str:
    """What stands for undated rows that find no room."""
    return tr("{count} more undated", count=count)


def lines(opened: OpenedCase) -> list[tuple[int, str]]:
    """The days that are marked by a line, with the words beside it."""
    day = judged_on(opened)
    chosen = opened.standpoint.as_at is not None
    words = tr("as at {day}") if chosen else tr("file as of {day}")
    found = [(day, words.format(day=day_words(day)))]
    today = opened.standpoint.today
    if today is not None:
        found.append((today, tr("today, {day}", day=day_words(today))))
    return found


def key_marks() -> list[tuple[Mark, str]]:
    """A sample of each shape and each end, with what it means."""
    firm, within = End.FIRM, Shape.WITHIN
    samples = (
        (Shape.POINT, firm, False, tr("on exactly this day")),
        (Shape.THROUGHOUT, firm, False, tr("throughout these days")),
        (within, firm, False, tr("some time within these days")),
        (Shape.SPAN, firm, False, tr("in these days; not said whether throughout")),
        (Shape.DEADLINE, firm, False, tr("deadline: ends on one of these days")),
        (Shape.SPAN, End.SOFT, False, tr("about")),
        (Shape.SPAN, firm, True, tr("uncertain")),
        (Shape.SPAN, End.OPEN, False, tr("or later (or earlier)")),
        (Shape.SPAN, End.UNKNOWN, False, tr("this end is not known")),
    )
    found = [
        (Mark("", 1, 1, shape, _key_left(right), right, uncertain, "", ""), words)
        for shape, right, uncertain, words in samples
    ]
    as_file = Mark("", 1, 1, Shape.DEADLINE, firm, firm, False, "", "")
    assumed = replace(as_file, assumed=True)
    return [*found, (assumed, tr("your assumption; in grey, as the file counts"))]


def _key_left(right: End) -> End:
    """A date that is about some day is so on both sides."""
    return End.SOFT if right is End.SOFT else End.FIRM
