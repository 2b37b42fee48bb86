"""The command line for deadlines: `caseviewer deadline`."""

from argparse import Namespace

from caseviewer.formatting import show
from caseviewer.formatting.as_at_words import marked
from caseviewer.formatting.assumption_words import assumption_words
from caseviewer.formatting.dates import day_words, iso_day
from caseviewer.formatting.deadline_page import (
    deadline_page,
    deadline_words,
    state_words,
    window_words,
)
from caseviewer.formatting.page import Page
from caseviewer.formatting.translate import tr
from caseviewer.model.dates import DateError
from caseviewer.model.deadlines import Window, trigger_date
from caseviewer.model.events import Deadline, Event, Trigger
from caseviewer.model.kinds import CountingRule
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import file_window, reckon, start_places
from caseviewer.model.standpoint import Assumption
from caseviewer.model.typed_day import typed_date
from caseviewer.naming import UnknownNameError, named_deadline, refuse_hidden
from caseviewer.saying import (
    DONE,
    FAILED,
    fail,
    opened_case,
    print_json,
    print_lines,
    seen_at,
    width,
)


def deadlines(asked: Namespace) -> int:
    """Write how deadlines are counted; returns the code that the command ends with."""
    whole = opened_case(asked.path)
    if whole is None:
        return FAILED
    opened = seen_at(whole, asked.as_at)
    try:
        chosen = _chosen(opened, asked.deadline, whole)
        standpoint = opened.standpoint
        for one in chosen:
            standpoint = standpoint.assuming(_assumed(opened, one, asked, whole))
    except (UnknownNameError, DateError) as error:
        return fail(str(error))
    seen = whole.seen_from(standpoint)
    if asked.json:
        print_json(
            {"as_at": show.as_at_values(seen), "deadlines": [_values(seen, d) for d in chosen]}
        )
        return DONE
    for at, one in enumerate(chosen):
        print_lines([""] if at else [])
        print_lines(show.page_lines(_page(seen, one), width()))
    return DONE


def _chosen(opened: OpenedCase, name: str | None, whole: OpenedCase) -> tuple[Deadline, ...]:
    if name is not None:
        return (named_deadline(opened, name, whole),)
    if opened.account is not None and whole.case.deadlines and not opened.case.deadlines:
        day = day_words(opened.account.day)
        raise UnknownNameError(
            tr("By what this file holds, no deadline was known on {day}.", day=day)
        )
    return opened.case.deadlines


def _assumed(
    opened: OpenedCase, deadline: Deadline, asked: Namespace, whole: OpenedCase
) -> Assumption:
    """What is assumed of a deadline: nothing, a rule, a start or both."""
    rule = None if asked.rule is None else CountingRule(asked.rule)
    if asked.start is None:
        return Assumption(deadline.id, rule=rule)
    refuse_hidden(opened, asked.start, whole)
    return _started(opened, deadline, rule, asked.start)


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
    places = start_places(opened, deadline)
    for at, trigger in zip(places, deadline.triggers, strict=True):
        if trigger.event == event.id and trigger.date is None:  # else it starts on another day
            return Assumption(deadline.id, trigger=at, rule=rule)
    return Assumption(deadline.id, event=event.id, rule=rule)


def _page(opened: OpenedCase, deadline: Deadline) -> Page:
    return marked(opened, deadline_page(opened, deadline), deadline.id)


def _values(opened: OpenedCase, deadline: Deadline) -> show.Values:
    reckoning, own = reckon(opened, deadline), file_window(opened, deadline)
    return {
        "id": deadline.id,
        "number": opened.index.short(deadline.id),
        "title": deadline.title,
        "ends": _window_values(reckoning.window, deadline_words(opened, deadline)),
        "file": _window_values(own, window_words(own)),
        "assumed": assumption_words(opened, reckoning),
        "state": state_words(opened, deadline),
        "page": show.page_values(opened, _page(opened, deadline)),
    }


def _window_values(span: Window, words: str) -> show.Values:
    return {
        "earliest": iso_day(span.earliest) or None,
        "latest": iso_day(span.latest) or None,
        "approximate": span.approximate,
        "uncertain": span.uncertain,
        "words": words,
    }
