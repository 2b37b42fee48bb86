"""What a file of notes brings that is not kept yet; it never takes the place of what is newer."""

from dataclasses import dataclass

from caseviewer.notes.merging import Put, merged
from caseviewer.notes.values import Annotation, Notes


@dataclass(frozen=True, slots=True)
class Brought:
    """What is to be written: annotations that are new, and others that were changed since."""

    new: tuple[Put, ...] = ()
    changed: tuple[Put, ...] = ()

    @property
    def all(self) -> tuple[Put, ...]:
        """All changes."""
        return (*self.new, *self.changed)


def brought(kept: Notes, found: Notes) -> Brought:
    """What a file holds beyond what is kept; annotations of other programs stay where they are."""
    after = merged(kept, Notes(found.own)).own.values()
    new = tuple(Put(one) for one in after if one.id not in kept.own)
    known = ((kept.own[one.id], one) for one in after if one.id in kept.own)
    changed = tuple(Put(one, before.modified) for before, one in known if _differs(before, one))
    return Brought(new, changed)


def _differs(before: Annotation, after: Annotation) -> bool:
    """Whether somebody reads something else: a time alone is no change."""
    return (before.text, before.saw) != (after.text, after.saw)
