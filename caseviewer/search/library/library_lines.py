"""The library as lines of text and as plain values for JSON.

Lines may go to a terminal: every character that could steer it is shown as ⟨U+001B⟩.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseviewer.formatting.dates import iso_day
from caseviewer.formatting.deadline_page import exact_day_words
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible, visible_text
from caseviewer.search.hit_lines import Marking, Values, hit_lines, hit_values
from caseviewer.search.hit_words import near_words
from caseviewer.search.hits import Hit
from caseviewer.search.library.state_words import cases_words
from caseviewer.search.library.values import (
    Answer,
    CaseHits,
    CaseRow,
    DeadlineRow,
    Reach,
    Refreshed,
    State,
)

_LONGEST = 1_000


# The list -----------------------------------------------------------------------------------


def list_lines(rows: Sequence[CaseRow]) -> Iterator[str]:
    """Each case with its header, where its next deadline stands, and what is wrong with it."""
    for row in rows:
        yield visible(f"{row.title} ({row.path})", _LONGEST)
        for line in filter(None, _row_lines(row)):
            yield f"  {visible_text(line)}"
    yield cases_words(len(rows))


def _row_lines(row: CaseRow) -> Iterator[str]:
    if row.reach is Reach.AWAY:
        yield tr("Not reachable: what the file said last.")
    if row.reach is Reach.BROKEN:
        yield tr("Cannot be opened: {fault}", fault=row.fault)
        return
    yield row.proceeding
    yield ", ".join(row.states)
    yield deadline_words(row.deadline)
    about = [tr("as at {day}", day=exact_day_words(row.as_of)) if row.as_of else ""]
    about.append(tr("revision {name}", name=row.revision) if row.revision else "")
    about.append(tr("{count} set aside", count=row.set_aside) if row.set_aside else "")
    about.append(counted(row.warnings, tr("warning"), tr("warnings")) if row.warnings else "")
    about.append(tr("last opened {at}", at=row.opened) if row.opened else "")
    yield " · ".join(filter(None, about))


def deadline_words(deadline: DeadlineRow | None) -> str:
    """A deadline on one line: "D1 30 August to 24 September 2012; window over; …"."""
    if deadline is None:
        return ""
    return tr(
        "{number} {title}: {ends}; {state}",
        number=deadline.short,
        title=deadline.title,
        ends=deadline.ends,
        state=deadline.state_words,
    )


def list_values(state: State, rows: Sequence[CaseRow]) -> Values:
    """The list as plain values; see `caseviewer library --help`."""
    return {
        "on": state.on,
        "folders": list(state.folders),
        "indexed_at": state.indexed_at,
        "bytes": state.bytes,
        "told": list(state.told),
        "cases": [_row_values(row) for row in rows],
    }


def _row_values(row: CaseRow) -> Values:
    return {
        "path": row.path,
        "folder": row.folder,
        "reach": row.reach.value,
        "fault": row.fault,
        "id": row.case_id,
        "title": row.title,
        "proceeding": row.proceeding,
        "states": list(row.states),
        "bodies": list(row.bodies),
        "statuses": list(row.statuses),
        "year": row.year,
        "deadline": None if row.deadline is None else _deadline_values(row.deadline),
        "deadline_states": [state.value for state in row.deadline_states],
        "first_day": iso_day(row.first_day) or None,
        "last_day": iso_day(row.last_day) or None,
        "set_aside": row.set_aside,
        "warnings": row.warnings,
        "as_of": row.as_of,
        "revision": row.revision,
        "opened": row.opened,
    }


def _deadline_values(deadline: DeadlineRow) -> Values:
    return {
        "record": deadline.record,
        "number": deadline.short,
        "title": deadline.title,
        "ends": deadline.ends,
        "state": deadline.state.value,
        "words": deadline.state_words,
        "unanswered": deadline.unanswered,
        "earliest": iso_day(deadline.earliest) or None,
        "latest": iso_day(deadline.latest) or None,
    }


# A refresh ----------------------------------------------------------------------------------


def refreshed_words(done: Refreshed) -> str:
    """What a refresh did, in one sentence."""
    counts = (
        (done.added, tr("new")),
        (done.changed, tr("changed")),
        (done.removed, tr("gone")),
        (done.unchanged, tr("as before")),
        (done.broken, tr("cannot be opened")),
        (done.away, tr("not reachable")),
    )
    words = ", ".join(f"{count:,} {what}" for count, what in counts if count)
    return tr("Cases: {counts}.", counts=words or tr("none"))


def refreshed_values(done: Refreshed) -> Values:
    """The same as plain values."""
    return {
        "ending": done.ending.value,
        "added": done.added,
        "changed": done.changed,
        "unchanged": done.unchanged,
        "removed": done.removed,
        "broken": done.broken,
        "away": done.away,
        "told": list(done.told),
    }


# A search -----------------------------------------------------------------------------------


def answer_remarks(answer: Answer) -> tuple[str, ...]:
    """What is to be known of an answer, in sentences."""
    return (*answer.faults, *map(near_words, answer.near), *answer.told)


def count_words(answer: Answer) -> str:
    """How much was found, as far as it was counted."""
    if not answer.cases:
        return tr("Nothing found.")
    listed, shown = sum(case.count for case in answer.cases), cases_words(len(answer.cases))
    if not answer.more:
        words = tr("Found once.") if listed == 1 else tr("Found {count} times in {cases}.")
        return words.format(count=f"{listed:,}", cases=shown)
    if answer.in_cases is None:
        return tr("Found in {cases} and in others.", cases=shown)
    cases = cases_words(answer.in_cases)
    if answer.records is None:
        return tr("Found in {cases}.", cases=cases)
    # In a document there may be many hits.
    words = tr("Found in {count} records and documents of {cases}.")
    return words.format(count=f"{answer.records:,}", cases=cases)


def answer_lines(answer: Answer, marking: Marking) -> Iterator[str]:
    """Case by case the hits, each with its number, place and words."""
    for case in answer.cases:
        yield visible(f"{case.case.title} ({case.case.path})", _LONGEST)
        for hit in case.hits:
            yield from hit_lines(_number(case, hit), hit, marking)
        left = case.count - len(case.hits)
        if left:
            yield f"  {tr('{count} more in this case', count=f'{left:,}')}"
        yield ""


def _number(case: CaseHits, hit: Hit) -> str:
    name = case.names.get(hit.record)
    return "" if name is None else name.number


def answer_values(answer: Answer) -> Values:
    """The answer as plain values; see `caseviewer library --help`."""
    return {
        "query": answer.typed,
        "records": answer.records,
        "in_cases": answer.in_cases,
        "more": answer.more,
        "near": [{"typed": near.typed, "words": list(near.words)} for near in answer.near],
        "faults": list(answer.faults),
        "told": list(answer.told),
        "cases": [
            {
                "path": case.case.path,
                "id": case.case.case_id,
                "title": case.case.title,
                "count": case.count,
                "hits": [hit_values(_number(case, hit), hit) for hit in case.hits],
            }
            for case in answer.cases
        ],
    }
