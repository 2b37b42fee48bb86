"""What to know of the time between two records: doubts, sides that are not given, the order."""

from collections.abc import Iterator

from caseviewer.formatting.translate import tr
from caseviewer.model.dated import Date
from caseviewer.model.dates import Limit
from caseviewer.model.deadlines import Window
from caseviewer.model.elapsed import moments
from caseviewer.model.events import Deadline, Event
from caseviewer.model.kinds import Sense
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import deadline_window


def is_guide(opened: OpenedCase, item: Event | Deadline) -> bool:
    """Whether the days of a record are no more than a guide."""
    if isinstance(item, Deadline):
        return deadline_window(opened, item).is_guide
    value = None if item.date is None else item.date.value
    return value is not None and (value.approximate or value.uncertain)


def elapsed_notes(
    opened: OpenedCase, first: Event | Deadline, second: Event | Deadline, *, counted: bool
) -> Iterator[str]:
    """What to know of the time between two records; counted: whether any was counted."""
    if counted:
        yield tr("The day that is counted from is left out: from one day to the next is 1 day.")
    for item in (first, second):
        number = opened.index.short(item.id)
        notes = (
            _event_notes(item.date)
            if isinstance(item, Event)
            else _deadline_notes(deadline_window(opened, item))
        )
        yield from (tr(words, number=number) for words in notes)
    if are_ranked(first, second):
        yield tr(
            "The dates do not tell them apart; the file puts {first} before {second}.",
            first=opened.index.short(first.id),
            second=opened.index.short(second.id),
        )


def _deadline_notes(span: Window) -> Iterator[str]:
    yield "Of {number} the day is counted on which its period ends."
    if span.is_guide:
        yield _DOUBTFUL_STARTS[span.approximate, span.uncertain]


def _event_notes(date: Date | None) -> Iterator[str]:
    value = None if date is None else date.value
    if date is None or value is None:
        return
    if value.approximate or value.uncertain:
        yield _DOUBTS[value.approximate, value.uncertain]
    if date.sense is Sense.THROUGHOUT:
        sides = ((value.start, "start"), (value.end, "end"))
        yield from (_NO_SIDE[name] for side, name in sides if isinstance(side, Limit))
    elif date.sense is None and value.is_interval:
        yield (
            "The file does not say whether {number} filled its time or happened some time within"
            " it; it is counted as one day within."
        )
    if any(point.time is not None for point in value.points):
        yield "Of {number} the day is counted as it is written; the time of day is left out."


_DOUBTS = {
    (True, True): "Only a guide: the date of {number} is approximate and uncertain.",
    (True, False): "Only a guide: the date of {number} is approximate.",
    (False, True): "Only a guide: the date of {number} is uncertain.",
}
_DOUBTFUL_STARTS = {
    (True, True): "Only a guide: a start of {number} is approximate or uncertain.",
    (True, False): "Only a guide: a start of {number} is approximate.",
    (False, True): "Only a guide: a start of {number} is uncertain.",
}
_NO_SIDE = {
    "start": "The file gives no start of {number}, so it is counted from its end alone.",
    "end": "The file gives no end of {number}, so it is counted from its start alone.",
}


def are_ranked(first: Event | Deadline, second: Event | Deadline) -> bool:
    """Whether the file ranks two events that their dates do not tell apart."""
    if not (isinstance(first, Event) and isinstance(second, Event)):
        return False
    if first.order is None or second.order is None or first.order == second.order:
        return False
    one, other = moments(first.date), moments(second.date)
    return bool(one) and one == other
