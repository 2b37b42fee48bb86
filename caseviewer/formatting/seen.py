"""Which rows of the review a reader has marked as seen, by what they say.

A mark holds two digests: of the row's name, and of what it says. A row that says something else
by now is not seen any more; and nothing of the case can be read from a mark.
"""

import hashlib
from collections.abc import Iterable, Mapping

from caseviewer.citations.defects import source_defects
from caseviewer.formatting.found_rows import FoundRow
from caseviewer.model.case import Record
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.problems import Problem
from caseviewer.model.reviewed import Finding, Sum
from caseviewer.model.sources import Passage, Source

Marks = Mapping[str, str]
"""What the row says, by the row's name; both as digests."""
ReviewRow = Record | Problem | FoundRow

_DIGITS = 24


def is_seen(opened: OpenedCase, item: ReviewRow, marks: Marks) -> bool:
    """Whether a row is marked as seen, and says what it said then."""
    if not marks:
        return False
    said = marks.get(_digest(_name(item)))
    return said is not None and said == _digest(_words(opened, item))


def marked(
    opened: OpenedCase, items: Iterable[ReviewRow], marks: Marks, *, seen: bool
) -> dict[str, str]:
    """Other marks, with these rows marked as seen, or as not seen."""
    made = dict(marks)
    for item in items:
        name = _digest(_name(item))
        if seen:
            made[name] = _digest(_words(opened, item))
        else:
            made.pop(name, None)
    return made


def case_digest(opened: OpenedCase) -> str:
    """What marks of a case are kept under. Of two files with one id, equal rows are the same."""
    return _digest(opened.case.id)


def _name(item: ReviewRow) -> str:
    """What stays the same of a row when the case is read again."""
    if isinstance(item, Problem):
        return f"problem {item.code} {item.record} {item.short} {item.path}"
    if isinstance(item, Finding):
        # Two spellings may stand in one title: the same rule, the same records.
        return f"finding {item.rule} {item.records} {[str(one.value) for one in item.values]}"
    if isinstance(item, Sum):
        return f"sum {item.kind} {item.whole}"
    return "rules" if not hasattr(item, "id") else f"{type(item).__name__} {item.id}"


def _words(opened: OpenedCase, item: ReviewRow) -> str:
    """What a row says; where it rests on what was found of a record, that too."""
    if isinstance(item, Problem):
        return f"{item.severity} {item.message} {item.found} {item.expected}"
    if isinstance(item, Source):
        return repr(source_defects(opened.index, item))
    state = ""
    if isinstance(item, Passage):
        state = opened.passage_states.get(item.id, PassageState.UNCHECKED)
    return f"{state} {item!r}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
