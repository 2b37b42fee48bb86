"""Checks of proceedings, events, deadlines and differences."""

from caseviewer.bundle.report import Check, Findings, Remark
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.events import Deadline
from caseviewer.model.kinds import Fulfilment, ProceedingStatus

_DONE = frozenset({Fulfilment.FULFILLED, Fulfilment.FULFILLED_LATE, Fulfilment.PARTLY_FULFILLED})


def outcomes(case: Case, _index: CaseIndex) -> Findings:
    """Only what is decided has an outcome."""
    for item in case.proceedings:
        if item.outcome is not None and item.status is not ProceedingStatus.DECIDED:
            message = f"there is an outcome, but the status is “{item.status}”, not “decided”"
            yield item, Remark(("outcome",), "proceeding.outcome", message, found=item.outcome)


def participants(case: Case, _index: CaseIndex) -> Findings:
    """Nobody takes part twice in the same role."""
    for item in case.chronology:
        seen: set[tuple[str, str]] = set()
        for at, participant in enumerate(item.participants):
            key = (participant.party, participant.role)
            if key in seen:
                message = "the same party stands here twice in the same role"
                path = ("participants", at)
                yield item, Remark(path, "event.twice", message, found=participant.party)
            seen.add(key)


def triggers(case: Case, _index: CaseIndex) -> Findings:
    """A period can start from something, and from one stated thing at most."""
    for item in case.deadlines:
        if not item.triggers:
            message = "nothing is named that the period may start from"
            yield item, Remark(("triggers",), "deadline.triggers", message)
        for at, trigger in enumerate(item.triggers):
            if trigger.event is None and trigger.date is None:
                message = "this trigger has neither an event nor a date"
                yield item, Remark(("triggers", at), "deadline.trigger", message)
        yield from _stated(item)


def _stated(item: Deadline) -> Findings:
    stated = [at for at, trigger in enumerate(item.triggers) if trigger.stated]
    for at in stated[1:]:
        message = "a second trigger is marked as the one that the source names"
        yield item, Remark(("triggers", at, "stated"), "deadline.stated", message)


def fulfilments(case: Case, _index: CaseIndex) -> Findings:
    """What was done was done by an event."""
    for item in case.deadlines:
        if item.fulfilment.status in _DONE and item.fulfilment.event is None:
            message = f"the status is “{item.fulfilment.status}”, but no event is named"
            yield item, Remark(("fulfilment",), "deadline.fulfilment", message)


def values(case: Case, _index: CaseIndex) -> Findings:
    """It takes two to differ."""
    for item in case.differences:
        if len(item.values) < 2:
            yield (
                item,
                Remark(
                    ("values",),
                    "difference.values",
                    "a difference needs two values or more",
                    found=str(len(item.values)),
                ),
            )


CHECKS: tuple[Check, ...] = (outcomes, participants, triggers, fulfilments, values)
