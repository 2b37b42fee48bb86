"""What a period certainly follows: the decision or the complaint of its proceeding."""

from caseviewer.model.dates import EdtfDate
from caseviewer.model.deadlines import trigger_date
from caseviewer.model.events import Deadline, Event, Proceeding, Trigger
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import Reckoning, lacks_start


def passed_over(opened: OpenedCase, deadline: Deadline, reckoning: Reckoning) -> Event | None:
    """The event that a period follows, where the reader counts from a day certainly before it.

    deadline: as the file has it. None where the file leaves open what the period follows: the
    decision or complaint of its proceeding has to be a start that counts, and none of the other
    starts may be earlier.
    """
    proceeding = opened.index.get(deadline.proceeding)
    latest = _latest_assumed(opened, reckoning)
    if latest is None or not isinstance(proceeding, Proceeding) or lacks_start(opened, deadline):
        return None
    stated = [one for one in deadline.triggers if one.stated]
    starts = [(_earliest(opened, one), one) for one in stated or deadline.triggers]
    if any(day is None or day <= latest for day, _ in starts):
        return None
    first = min((day for day, _ in starts if day is not None), default=None)
    for day, trigger in starts:
        event = opened.index.get(trigger.event) if trigger.date is None else None
        if day == first and isinstance(event, Event) and event.id in _ends(proceeding):
            return event
    return None


def _ends(proceeding: Proceeding) -> set[str | None]:
    return {proceeding.complaint, proceeding.decision}


def _latest_assumed(opened: OpenedCase, reckoning: Reckoning) -> int | None:
    """The latest day of the start that the reader chose, where its date is a limit."""
    if not reckoning.start_assumed:
        return None
    date = trigger_date(reckoning.deadline.triggers[0], opened.index)
    return date.latest if date is not None and _is_sure(date) else None


def _earliest(opened: OpenedCase, trigger: Trigger) -> int | None:
    """The earliest day of a start, where its date is a limit and no guide."""
    date = trigger_date(trigger, opened.index)
    return date.earliest if date is not None and _is_sure(date) else None


def _is_sure(date: EdtfDate) -> bool:
    return not date.approximate and not date.uncertain
