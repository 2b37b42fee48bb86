"""Notes on the small case, for tests of what is said of them."""

from caseviewer.formatting.note_making import noted, read, starred
from caseviewer.model.opened import OpenedCase
from caseviewer.notes.by_record import CaseNotes, OfRecord
from caseviewer.notes.merging import applied
from caseviewer.notes.values import Notes


def kept_on(
    case: OpenedCase,
    *,
    stars: tuple[str, ...] = (),
    reads: tuple[str, ...] = (),
    texts: tuple[tuple[str, str], ...] = (),
    others: tuple[str, ...] = (),
) -> CaseNotes:
    """What a reader kept on the records of these ids; texts are (record, text)."""
    changes = [
        *starred(case, map(OfRecord, stars)),
        *read(case, map(OfRecord, reads)),
        *(
            noted(case, record, f"urn:uuid:{at}", text, None)
            for at, (record, text) in enumerate(texts)
        ),
    ]
    found, _ = applied(Notes(others=others), changes)
    return CaseNotes(found, case.index)


def again(before: CaseNotes, case: OpenedCase) -> CaseNotes:
    """The same, when another revision of the file is open."""
    return CaseNotes(before.notes, case.index)
