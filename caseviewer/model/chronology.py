"""The order of events: by what their dates allow, never by what they suggest."""

from caseviewer.model.case import Case
from caseviewer.model.dates import sort_key
from caseviewer.model.events import Event


def event_key(event: Event) -> tuple[float, ...]:
    """Sort key of an event: earliest day, latest day, order, number; undated ones last."""
    value = None if event.date is None else event.date.value
    return (*sort_key(value, event.order), event.number or 0)


def is_dated(event: Event) -> bool:
    """Whether the event has a date that can be placed on a calendar."""
    return event.date is not None and event.date.edtf is not None


def in_order(case: Case) -> tuple[Event, ...]:
    """All events of a case, the dated ones first and in order."""
    return tuple(sorted(case.chronology, key=event_key))
