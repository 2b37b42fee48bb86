"""What the reader may assume of a deadline, and what he does, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from caseviewer.formatting.record_titles import record_title, stated
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.deadlines import trigger_date
from caseviewer.model.events import Deadline, Trigger
from caseviewer.model.kinds import CountingRule
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import Reckoning, has_start, lacks_start, reckon, start_places
from caseviewer.model.standpoint import Assumption


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen, with what it makes of an assumption."""

    words: str
    assumption: Assumption
    chosen: bool = False


def assumption_words(opened: OpenedCase, reckoning: Reckoning) -> str:
    """What the reader assumes: "counted from E6, by clear days"; empty where nothing."""
    assumed = reckoning.assumption
    if assumed is None:
        return ""
    parts = []
    if has_start(assumed):
        start = _start_words(opened, reckoning.deadline.triggers[0], assumed)
        parts.append(tr("counted from {start}", start=start))
    if assumed.rule is not None:
        parts.append(tr("by {rule}", rule=rule_name(assumed.rule)))
    return ", ".join(parts)


def _start_words(opened: OpenedCase, trigger: Trigger, assumed: Assumption) -> str:
    if assumed.start is not None:
        return stated(assumed.start)
    return _number(opened, trigger) or trigger.label


def _number(opened: OpenedCase, trigger: Trigger) -> str:
    """The number of the event whose date a trigger has; empty where it has a date of its own."""
    return opened.index.short(trigger.event or "") if trigger.date is None else ""


def rule_name(rule: CountingRule) -> str:
    """A rule by its name alone: "clear days"."""
    return tr(_RULE_NAMES[rule])


_RULE_NAMES = {
    CountingRule.CALENDAR_DAYS: "calendar days",
    CountingRule.CLEAR_DAYS: "clear days",
    CountingRule.FRCP_6A: "Fed. R. Civ. P. 6(a)",
    CountingRule.EU_1182_71: "Regulation 1182/71",
}


def start_words(opened: OpenedCase, deadline: Deadline) -> str:
    """What a deadline is counted from, for a button: "E6", "the letter", "as the file says"."""
    reckoning = reckon(opened, deadline)
    if reckoning.start_assumed and reckoning.assumption is not None:
        return _start_words(opened, reckoning.deadline.triggers[0], reckoning.assumption)
    triggers = deadline.triggers
    named = [one for one in triggers if one.stated] or list(triggers)
    if lacks_start(opened, deadline):
        return tr("not all starts shown")
    if len(named) == 1:
        return _number(opened, named[0]) or named[0].label
    return tr("{count} possible starts", count=len(named)) if named else tr("nothing")


def start_choices(opened: OpenedCase, deadline: Deadline) -> tuple[Choice, ...]:
    """The triggers that a deadline names, as starts to count from."""
    now = reckon(opened, deadline).assumption
    return tuple(_trigger_choices(opened, deadline, now))


def _trigger_choices(
    opened: OpenedCase, deadline: Deadline, now: Assumption | None
) -> Iterator[Choice]:
    rule = None if now is None else now.rule
    places = start_places(opened, deadline)
    for at, trigger in zip(places, deadline.triggers, strict=True):
        if trigger_date(trigger, opened.index) is None:
            continue
        words = f"{_number(opened, trigger)} {trigger.label}".strip()
        chosen = now is not None and now.trigger == at
        yield Choice(words, Assumption(deadline.id, trigger=at, rule=rule), chosen)


def event_choices(opened: OpenedCase, deadline: Deadline) -> tuple[Choice, ...]:
    """The other dated events of the case, as starts to count from, in the order of their dates."""
    now = reckon(opened, deadline).assumption
    rule = None if now is None else now.rule
    named = {trigger.event for trigger in deadline.triggers if trigger.date is None}
    return tuple(
        Choice(
            f"{opened.index.short(event.id)} {record_title(opened, event)}",
            Assumption(deadline.id, event=event.id, rule=rule),
            chosen=now is not None and now.event == event.id,
        )
        for event in opened.chronology
        if event.date is not None and event.date.value is not None and event.id not in named
    )


def rule_choices(opened: OpenedCase, deadline: Deadline) -> tuple[Choice, ...]:
    """The rules to count by; the one that counts now is chosen."""
    reckoning = reckon(opened, deadline)
    now = reckoning.assumption or Assumption(deadline.id)
    return tuple(
        Choice(
            tr("{rule} (as the file says)", rule=word(rule))
            if rule is deadline.rule
            else word(rule),
            Assumption(deadline.id, now.trigger, now.start, rule, now.event),
            chosen=rule is reckoning.deadline.rule,
        )
        for rule in CountingRule
    )
