"""Deadlines as the reader wants them counted: as the file says, or by his own assumption.

Whoever shows a window asks here, so that an assumption counts everywhere alike. What the file
itself says is `deadlines.window`.
"""

from dataclasses import dataclass, replace

from caseviewer.model.dates import parse
from caseviewer.model.deadlines import DeadlineState, Window, state_on, window
from caseviewer.model.events import Deadline, Event, Trigger
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Assumption


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a deadline is counted for the reader.

    deadline: the one that is counted: that of the file, or as the reader assumes it. assumption:
    what he assumes of it, None where nothing.
    """

    deadline: Deadline
    window: Window
    assumption: Assumption | None = None

    @property
    def start_assumed(self) -> bool:
        """Whether the reader chose what the period starts from."""
        return self.assumption is not None and has_start(self.assumption)


def has_start(assumption: Assumption) -> bool:
    """Whether an assumption says what the period starts from."""
    return (assumption.start, assumption.event, assumption.trigger) != (None, None, None)


def reckon(opened: OpenedCase, deadline: Deadline) -> Reckoning:
    """How a deadline is counted for the reader of a case."""
    assumption = fitting(opened, deadline, opened.standpoint.assumption(deadline.id))
    if assumption is None:
        return Reckoning(deadline, file_window(opened, deadline))
    trigger = _start(opened, deadline, assumption)
    assumed = replace(
        deadline,
        rule=assumption.rule or deadline.rule,
        triggers=deadline.triggers if trigger is None else (trigger,),
    )
    hidden = trigger is None and lacks_start(opened, deadline)
    return Reckoning(assumed, window(assumed, opened.index, start_hidden=hidden), assumption)


def deadline_window(opened: OpenedCase, deadline: Deadline) -> Window:
    """The window in which a period ends, as the reader wants it counted."""
    return reckon(opened, deadline).window


def file_window(opened: OpenedCase, deadline: Deadline) -> Window:
    """The window in which a period ends, as the file says, by what is shown of it."""
    return window(deadline, opened.index, start_hidden=lacks_start(opened, deadline))


def lacks_start(opened: OpenedCase, deadline: Deadline) -> bool:
    """Whether a start that counts is not shown for the day of the reader."""
    starts = None if opened.account is None else opened.account.starts.get(deadline.id)
    return starts is not None and starts.lacking


def start_places(opened: OpenedCase, deadline: Deadline) -> tuple[int, ...]:
    """The places in the whole file of the triggers that a deadline is shown with."""
    starts = None if opened.account is None else opened.account.starts.get(deadline.id)
    return tuple(range(len(deadline.triggers))) if starts is None else starts.places


def fitting(
    opened: OpenedCase, deadline: Deadline, assumption: Assumption | None
) -> Assumption | None:
    """What an assumption says that the file does not; None where that is nothing.

    A trigger that the deadline has no more, an event that is gone and what the file says itself
    are left out: the file may have been read again since, or the reader stands on a day on which
    they were not known.
    """
    if assumption is None:
        return None
    start = assumption.start
    event = assumption.event if start is None and _is_event(opened, assumption.event) else None
    trigger = assumption.trigger if start is None and event is None else None
    if trigger is not None and not _is_another_start(opened, deadline, trigger):
        trigger = None
    rule = None if assumption.rule is deadline.rule else assumption.rule
    kept = Assumption(deadline.id, trigger, start, rule, event)
    return None if kept == Assumption(deadline.id) else kept


def _is_another_start(opened: OpenedCase, deadline: Deadline, place: int) -> bool:
    """Whether a deadline has a trigger at a place, and the file does not count from it alone."""
    places = start_places(opened, deadline)
    if place not in places:
        return False
    return lacks_start(opened, deadline) or not _is_the_files(deadline, places.index(place))


def _is_event(opened: OpenedCase, event: str | None) -> bool:
    return isinstance(opened.index.get(event), Event)


def _is_the_files(deadline: Deadline, at: int) -> bool:
    """Whether the file itself counts from this trigger alone."""
    stated = [trigger.stated for trigger in deadline.triggers]
    return len(stated) == 1 or (sum(stated) == 1 and stated[at])


def _start(opened: OpenedCase, deadline: Deadline, assumption: Assumption) -> Trigger | None:
    """What the reader counts from, as a trigger; None where he leaves that to the file."""
    if assumption.start is not None:
        return Trigger(label="date", date=assumption.start)
    if assumption.event is not None:
        event = opened.index.get(assumption.event)
        title = event.title if isinstance(event, Event) else assumption.event
        return Trigger(label=title, event=assumption.event)
    if assumption.trigger is None:
        return None
    return deadline.triggers[start_places(opened, deadline).index(assumption.trigger)]


def judged_on(opened: OpenedCase) -> int:
    """The day on which deadlines are judged: the reader's, else the last the file speaks of."""
    day = opened.standpoint.as_at
    return file_day(opened) if day is None else day


def file_day(opened: OpenedCase) -> int:
    """The day up to which the file speaks, as a day number."""
    return parse(opened.case.as_of).latest or 0  # never 0: the format holds it to an exact day


def deadline_state(opened: OpenedCase, deadline: Deadline) -> DeadlineState:
    """Where the window of a deadline stands on the day on which it is judged."""
    return state_on(deadline_window(opened, deadline), judged_on(opened))
