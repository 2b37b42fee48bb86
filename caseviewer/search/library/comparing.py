"""What is to be done so that the index tells what the folders hold: new, changed, gone, away."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from caseviewer.search.library.settings import is_below
from caseviewer.search.library.values import Reach
from caseviewer.search.library.walking import Found, Leaf, Pause, Walked, walk
from caseviewer.search.library.writing import Known


@dataclass(frozen=True, slots=True)
class Away:
    """A folder that cannot be looked through, why, and how many cases are known below it."""

    folder: str
    reason: str
    cases: int


@dataclass(slots=True)
class Plan:
    """What is to be done.

    read: case files that are new or changed, each with what was known of it. noted: cases that
    hold what they held, though something else about them changed. gone: cases whose files are
    no longer there, or whose folders no longer in the library. away: cases that cannot be looked
    for. told: why, folder by folder. unchanged: how many cases need not be read.
    cut: folders that hold more than is looked at.
    """

    read: list[tuple[Found, str, Known | None]] = field(default_factory=list)
    noted: list[tuple[Found, str]] = field(default_factory=list)
    gone: list[Known] = field(default_factory=list)
    away: list[Known] = field(default_factory=list)
    told: list[Away] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    unchanged: int = 0


EMPTY = "holds nothing"


def plan_for(folders: Sequence[str], known: Mapping[str, Known], pause: Pause) -> Plan:
    """Look through all folders and compare."""
    plan = Plan()
    seen: set[str] = set()
    walks = {folder: walk(folder, pause, _leaves(known.values(), folder)) for folder in folders}
    for folder, walked in walks.items():
        for found in walked.found:
            if found.path not in seen:
                seen.add(found.path)
                _compare(plan, found, folder, known.get(found.path))
        if walked.cut:
            plan.cut.append(folder)
        elif not walked.found and not walked.away and _held_any(known.values(), folder):
            walked.away[folder] = EMPTY  # a disk that is not connected may leave an empty folder
    _missing(plan, walks, [one for path, one in known.items() if path not in seen])
    return plan


def _leaves(known: Iterable[Known], folder: str) -> dict[str, Leaf]:
    return {
        os.path.dirname(one.path): Leaf(one.path, one.leaf_mtime_ns)  # noqa: PTH120  # as in walking
        for one in known
        if one.leaf_mtime_ns and one.folder == folder
    }


def _held_any(known: Iterable[Known], folder: str) -> bool:
    return any(is_below(one.path, folder) for one in known)


def _compare(plan: Plan, found: Found, folder: str, known: Known | None) -> None:
    if known is None or not _holds_the_same(found, known):
        plan.read.append((found, folder, known))
        return
    plan.unchanged += 1
    as_noted = (Reach.HERE, folder, found.leaf_mtime_ns)
    if (known.reach, known.folder, known.leaf_mtime_ns) != as_noted:
        plan.noted.append((found, folder))


def _holds_the_same(found: Found, known: Known) -> bool:
    """Whether a case was read as it is now; what could not be read is read again each time."""
    return (
        bool(known.sha256)
        and known.case_file == found.case_file
        and known.documents == found.documents
    )


def _missing(plan: Plan, walks: Mapping[str, Walked], missing: Iterable[Known]) -> None:
    """Tell cases that are gone from those that cannot be looked for."""
    counts: dict[str, int] = {}
    reasons = {folder: why for walked in walks.values() for folder, why in walked.away.items()}
    for one in missing:
        holder = next((folder for folder in reasons if is_below(one.path, folder)), None)
        if holder is not None:
            counts[holder] = counts.get(holder, 0) + 1
            plan.away.append(one)
        elif any(is_below(one.path, folder) for folder in plan.cut):
            plan.unchanged += 1  # it was not looked for
        else:
            plan.gone.append(one)
    plan.told = [Away(folder, reason, counts.get(folder, 0)) for folder, reason in reasons.items()]
