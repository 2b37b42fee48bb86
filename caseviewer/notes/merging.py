"""Bringing together what was kept in two places, so that nothing of either is lost.

A window does not write what it shows, but what was changed in it: so the stars, marks and notes
that another window or program took away meanwhile stay away, and those that it wrote stay there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from caseviewer.notes.values import Annotation, Notes, other_id


@dataclass(frozen=True, slots=True)
class Put:
    """An annotation was made or changed. base: when that was changed last; None for a new one."""

    annotation: Annotation
    base: datetime | None = None

    @property
    def id(self) -> str:
        """Which annotation it is."""
        return self.annotation.id


@dataclass(frozen=True, slots=True)
class Drop:
    """An annotation was taken away that was changed last at `base`."""

    id: str
    base: datetime


Change = Put | Drop


def merged(one: Notes, other: Notes) -> Notes:
    """All that either holds; of one annotation what was changed last, whichever side that is on.

    Of two texts that were written at the same moment both stay, one of them with another id.
    """
    own = dict(one.own)
    for annotation in other.own.values():
        _add(own, annotation)
    return Notes(own, tuple(sorted({*one.others, *other.others})))


def applied(notes: Notes, changes: Iterable[Change]) -> tuple[Notes, dict[str, str]]:
    """What is kept after some changes, and the new ids of notes that had to take another.

    A note that somebody else changed meanwhile stays as it is, and ours is kept beside it.
    """
    own, moved = dict(notes.own), dict[str, str]()
    for change in changes:
        there = own.get(change.id)
        if isinstance(change, Put):
            _put(own, change, moved)
        elif there is not None and there.modified <= change.base:
            del own[change.id]
    return Notes(own, notes.others), moved


def gathered(before: Iterable[Change], changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes that wait to be written, and more of them; of each annotation the last one counts.

    It counts from where the first of them began, as that is what others know.
    """
    kept = {one.id: one for one in before}
    for change in changes:
        earlier = kept.pop(change.id, None)
        base = change.base if earlier is None else earlier.base
        if isinstance(change, Put):
            kept[change.id] = Put(change.annotation, base)
        elif base is not None:  # what was made and taken away before it was written, nobody knows
            kept[change.id] = Drop(change.id, base)
    return tuple(kept.values())


def differences(before: Mapping[str, Annotation], after: Notes) -> tuple[int, int]:
    """How many annotations are new, and how many say something else."""
    new = sum(one not in before for one in after.own)
    return new, sum(before[name] != one for name, one in after.own.items() if name in before)


def _put(own: dict[str, Annotation], change: Put, moved: dict[str, str]) -> None:
    there, ours = own.get(change.id), change.annotation
    if there is None or there.modified == change.base:
        own[change.id] = ours
    elif there.text == ours.text:
        own[change.id] = max(there, ours, key=_rank)
    else:
        beside = replace(ours, id=other_id(ours))
        own[beside.id] = beside
        moved[ours.id] = beside.id


def _add(own: dict[str, Annotation], annotation: Annotation) -> None:
    there = own.get(annotation.id)
    if there is None:
        own[annotation.id] = annotation
        return
    less, more = sorted((there, annotation), key=_rank)
    own[annotation.id] = more
    if less.modified == more.modified and less.text != more.text:
        _add(own, replace(less, id=other_id(less)))


def _rank(annotation: Annotation) -> tuple[datetime, str]:
    """What was changed last comes last; of the same moment, in an order that is always the same."""
    return annotation.modified, repr(annotation)
