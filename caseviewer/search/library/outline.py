"""What the list and the preview say of a case, in words, as its file tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from caseviewer.formatting.deadline_page import (
    is_fulfilled,
    is_unanswered,
    state_words,
    window_words,
)
from caseviewer.formatting.names import country_name, party_name
from caseviewer.formatting.overview_page import proceeding_line
from caseviewer.formatting.words import word
from caseviewer.model.case_index import records
from caseviewer.model.dates import civil
from caseviewer.model.deadlines import DeadlineState, state_on
from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.kinds import Role
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.problems import Severity
from caseviewer.model.reckoning import file_day, file_window
from caseviewer.model.references import Kind
from caseviewer.model.visible import cut
from caseviewer.search.hits import Reach
from caseviewer.search.library.texts import StoredDocument
from caseviewer.search.library.values import CHANGED

Values: TypeAlias = dict[str, object]

_TITLE = 300
_LINE = 300
_TEXT = 4_000
_MOST_VALUES = 20
_MOST_LISTED = 200
_MOST_PROBLEMS = 50
_GRAVITY = list(Severity)


def row_values(
    opened: OpenedCase, deadlines: Sequence[Values], documents: Sequence[StoredDocument]
) -> Values:
    """The row of a case: the fields of `CaseRow`, but for what the index knows by itself."""
    case = opened.case
    # What was fulfilled is neither open nor over, and nothing that comes next.
    pending = [
        told for told, one in zip(deadlines, case.deadlines, strict=True) if not is_fulfilled(one)
    ]
    days = [_bounds(event) for event in case.chronology]
    years = (_year(opened, proceeding) for proceeding in case.proceedings)
    return {
        "case_id": case.id,
        "title": cut(case.title, _TITLE),
        "proceeding": cut(proceeding_line(opened), _LINE),
        "states": _few(_states(opened)),
        "bodies": _few(_party(opened, one.body) for one in case.proceedings),
        "statuses": _few(word(one.status) for one in case.proceedings),
        "year": next(filter(None, years), None),
        "deadline": _next(pending),
        "deadline_states": _few(str(one["state"]) for one in pending),
        "first_day": min((first for first, _ in days if first is not None), default=None),
        "last_day": max((last for _, last in days if last is not None), default=None),
        "set_aside": opened.count(Severity.SET_ASIDE),
        "warnings": opened.count(Severity.WARN) + opened.unlisted_problems,
        "as_of": case.as_of,
        "revision": cut(case.compiled.revision or "", _LINE),
        "documents": _reached(documents),
    }


def detail_values(
    opened: OpenedCase, deadlines: Sequence[Values], documents: Sequence[StoredDocument]
) -> Values:
    """What the preview shows beside the row: the fields of `CaseDetails`."""
    case = opened.case
    problems = sorted(opened.problems, key=lambda one: _GRAVITY.index(one.severity))
    return {
        "summary": cut(case.summary or "", _TEXT),
        "handling": cut(case.handling or "", _TEXT),
        "fiction": case.fiction,
        "proceedings": [_proceeding(opened, one) for one in case.proceedings[:_MOST_LISTED]],
        "parties": [_party_values(opened, one) for one in case.parties[:_MOST_LISTED]],
        "deadlines": deadlines[:_MOST_LISTED],
        "counts": {kind.value: len(records(case, kind)) for kind in Kind},
        "documents_here": sum(1 for one in documents if one.reach is not Reach.NOT_HERE),
        "documents": len(documents),
        "problems": [one.sentence() for one in problems[:_MOST_PROBLEMS]],
        "faults": [one.fault for one in documents if one.fault][:_MOST_PROBLEMS],
    }


def _reached(documents: Sequence[StoredDocument]) -> dict[str, int]:
    """How many documents were read, or why not; and how many are not what the case tells of."""
    counts = Counter(one.reach.value for one in documents)
    counts[CHANGED] = sum(one.changed for one in documents)
    return {reach: count for reach, count in counts.items() if count}


def _few(values: Iterable[str]) -> list[str]:
    found = dict.fromkeys(cut(value, _LINE) for value in values if value)
    return list(found)[:_MOST_VALUES]


def _states(opened: OpenedCase) -> Iterator[str]:
    """The States that a complaint is directed against, as ISO 3166 calls them where it can."""
    for party in opened.case.parties:
        if any(role.role is Role.STATE_PARTY for role in party.roles):
            code = party.country or ""
            name = country_name(code) if code else ""
            yield party.name if name == code else name


def _party(opened: OpenedCase, record: str | None) -> str:
    found = opened.index.get(record)
    return party_name(found) if isinstance(found, Party) else ""


def _year(opened: OpenedCase, proceeding: Proceeding) -> int | None:
    """The year of a decision; None where its date could lie in several."""
    decision = opened.index.get(proceeding.decision)
    first, last = _bounds(decision) if isinstance(decision, Event) else (None, None)
    if first is None or last is None or civil(first)[0] != civil(last)[0]:
        return None
    return civil(first)[0]


def _bounds(event: Event) -> tuple[int | None, int | None]:
    if event.date is None or event.date.value is None:
        return None, None
    return event.date.value.earliest, event.date.value.latest


def _proceeding(opened: OpenedCase, one: Proceeding) -> Values:
    return {
        "record": one.id,
        "title": cut(one.title, _LINE),
        "body": cut(_party(opened, one.body), _LINE),
        "identifiers": _few(f"{item.scheme} {item.value}" for item in one.identifiers),
        "status": word(one.status),
        "outcome": "" if one.outcome is None else word(one.outcome),
        "year": _year(opened, one),
    }


def _party_values(opened: OpenedCase, party: Party) -> Values:
    return {
        "record": party.id,
        "short": opened.index.short(party.id),
        "name": cut(party_name(party), _LINE),
        "roles": _few(word(role.role) for role in party.roles),
        "country": party.country or "",
        "variants": _few(variant.text for variant in party.variants),
    }


# Deadlines ----------------------------------------------------------------------------------


def deadline_values(opened: OpenedCase) -> list[Values]:
    """All deadlines, in the order of the file."""
    return [_deadline(opened, one) for one in opened.case.deadlines]


def _deadline(opened: OpenedCase, deadline: Deadline) -> Values:
    """A deadline, judged on the day up to which the file speaks."""
    span = file_window(opened, deadline)
    return {
        "record": deadline.id,
        "short": opened.index.short(deadline.id),
        "title": cut(deadline.title, _LINE),
        "ends": window_words(span),
        "state": state_on(span, file_day(opened)).value,
        "state_words": state_words(opened, deadline),
        "unanswered": is_unanswered(deadline),
        "earliest": span.earliest,
        "latest": span.latest,
    }


_PRESSING = (DeadlineState.ENDING, DeadlineState.OPEN, DeadlineState.OVER, DeadlineState.UNKNOWN)


def _next(deadlines: Sequence[Values]) -> Values | None:
    """The window that matters next: unanswered before answered, what may be over before open.

    Of those that are open the first that ends, of those that are over the last.
    """

    def key(one: Values) -> tuple[bool, int, int]:
        state = DeadlineState(str(one["state"]))
        day = one["latest"] if state is DeadlineState.OVER else one["earliest"]
        number = day if isinstance(day, int) else 0
        sign = -1 if state is DeadlineState.OVER else 1
        return not one["unanswered"], _PRESSING.index(state), sign * number

    return min(deadlines, key=key, default=None)
