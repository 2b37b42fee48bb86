"""Runs one check over a bundle that a test has changed."""

from collections.abc import Callable

from pydantic import TypeAdapter

from caseviewer.bundle.report import Check
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from tests.builders import Bundle, bundle

Change = Callable[[Bundle], object]


def told(check: Check, change: Change | None = None) -> list[str]:
    """What a check tells of the small bundle after a change: record, path, message."""
    raw = bundle()
    if change is not None:
        change(raw)
    case = TypeAdapter(Case).validate_python(raw)
    index = CaseIndex(case)
    return [
        f"{index.short(item.id)} {'/'.join(map(str, remark.path))}: {remark.message}"
        for item, remark in check(case, index)
    ]


def put(*path: str | int, value: object) -> Change:
    """A change that puts a value at a path."""

    def change(raw: Bundle) -> None:
        at: object = raw
        for step in path[:-1]:
            at = at[step]  # type: ignore[index]
        at[path[-1]] = value  # type: ignore[index]

    return change


def drop(*path: str | int) -> Change:
    """A change that takes out what stands at a path."""

    def change(raw: Bundle) -> None:
        at: object = raw
        for step in path[:-1]:
            at = at[step]  # type: ignore[index]
        del at[path[-1]]  # type: ignore[attr-defined]

    return change


def both(*changes: Change) -> Change:
    """Several changes, one after another."""

    def change(raw: Bundle) -> None:
        for each in changes:
            each(raw)

    return change
