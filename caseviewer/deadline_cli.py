"""The command line for deadlines: `caseviewer deadline`."""

from argparse import Namespace

from caseviewer.formatting import show
from caseviewer.formatting.assumption_words import assumption_words
from caseviewer.formatting.deadline_page import (
    deadline_page,
    deadline_words,
    state_words,
    window_words,
)
from caseviewer.formatting.translate import tr
from caseviewer.model.dates import DateError, civil
from caseviewer.model.deadlines import Window, trigger_date, window
from caseviewer.model.events import Deadline, Event, Trigger
from caseviewer.model.kinds import CountingRule
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import reckon
from caseviewer.model.standpoint import Assumption, Standpoint
from caseviewer.model.typed_day import typed_date
from caseviewer.naming import UnknownNameError, named_deadline
from caseviewer.saying import DONE, FAILED, fail, opened_case, print_json, print_lines, width


def deadlines(asked: Namespace) -> int:
    """Write how deadlines are counted; returns the code that the command ends with."""
    opened = opened_case(asked.path)
    if opened is None:
        return FAILED
    try:
        chosen = _chosen(opened, asked.deadline)
        standpoint = opened.standpoint
        for one in chosen:
            standpoint = _assuming(opened, one, standpoint, asked)
    except (UnknownNameError, DateError) as error:
        return fail(str(error))
    seen = opened.seen_from(standpoint)
    if asked.json:
        print_json({"deadlines": [_values(seen, one) for one in chosen]})
        return DONE
    for at, one in enumerate(chosen):
        print_lines([""] if at else [])
        print_lines(show.page_lines(deadline_page(seen, one), width()))
    return DONE


def _chosen(opened: OpenedCase, name: str | None) -> tuple[Deadline, ...]:
    return opened.case.deadlines if name is None else (named_deadline(opened, name),)


def _assuming(
    opened: OpenedCase, deadline: Deadline, standpoint: Standpoint, asked: Namespace
) -> Standpoint:
    """The standpoint with what is assumed of a deadline."""
    rule = None if asked.rule is None else CountingRule(asked.rule)
    assumed = Assumption(deadline.id, rule=rule)
    if asked.start is not None:
        assumed = _started(opened, deadline, rule, asked.start)
    return standpoint.assuming(assumed)


def _started(
    opened: OpenedCase, deadline: Deadline, rule: CountingRule | None, start: str
) -> Assumption:
    """An assumption that counts from an event, else from a date."""
    event = opened.index.named(start)
    if not isinstance(event, Event):
        return Assumption(deadline.id, start=typed_date(start), rule=rule)
    if trigger_date(Trigger(label=start, event=event.id), opened.index) is None:
        raise UnknownNameError(
            tr("{event} has no date to count from.", event=opened.index.short(event.id))
        )
    for at, trigger in enumerate(deadline.triggers):
        if trigger.event == event.id:
            return Assumption(deadline.id, trigger=at, rule=rule)
    return Assumption(deadline.id, event=event.id, rule=rule)


def _values(opened: OpenedCase, deadline: Deadline) -> show.Values:
    reckoning, own = reckon(opened, deadline), window(deadline, opened.index)
    return {
        "id": deadline.id,
        "number": opened.index.short(deadline.id),
        "title": deadline.title,
        "ends": _window_values(reckoning.window, deadline_words(opened, deadline)),
        "file": _window_values(own, window_words(own)),
        "assumed": assumption_words(opened, reckoning),
        "state": state_words(opened, deadline),
        "page": show.page_values(opened, deadline_page(opened, deadline)),
    }


def _window_values(span: Window, words: str) -> show.Values:
    return {"earliest": _day(span.earliest), "latest": _day(span.latest), "words": words}


def _day(number: int | None) -> str | None:
    """A day as ISO 8601 writes it."""
    if number is None:
        return None
    year, month, day = civil(number)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}"
