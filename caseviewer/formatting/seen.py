"""Which rows of the review a reader has marked as seen, by what they say.

A mark holds two digests: of the row's name, and of what it says. A row that says something else
by now is not seen any more; and nothing of the case can be read from a mark.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from caseviewer.citations.defects import source_defects
from caseviewer.formatting.found_rows import FoundRow, Rules
from caseviewer.model.case import Record
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.problems import Problem
from caseviewer.model.record_digest import digest, record_words
from caseviewer.model.reviewed import Finding, Sum
from caseviewer.model.sources import Passage, Source

Marks = Mapping[str, str]
"""What the row says, by the row's name; both as digests."""
ReviewRow = Record | Problem | FoundRow

_Kept = dict[int, tuple[ReviewRow, str, tuple[str, str]]]
"""Rows by `id`, with what was found of each, and its digests."""

_SLICE = 50


def is_seen(opened: OpenedCase, item: ReviewRow, marks: Marks) -> bool:
    """Whether a row is marked as seen, and says what it said then."""
    return are_seen(opened, (item,), marks)


def are_seen(opened: OpenedCase, items: Iterable[ReviewRow], marks: Marks) -> bool:
    """Whether all of some rows are marked as seen, and say what they said then."""
    if not marks:
        return False
    kept = _kept(opened)
    return all(
        marks.get(name) == says for name, says in (_digests(opened, kept, item) for item in items)
    )


def marked(
    opened: OpenedCase, items: Iterable[ReviewRow], marks: Marks, *, seen: bool
) -> dict[str, str]:
    """Other marks, with these rows marked as seen, or as not seen."""
    made, kept = dict(marks), _kept(opened)
    for item in items:
        name, says = _digests(opened, kept, item)
        if seen:
            made[name] = says
        else:
            made.pop(name, None)
    return made


def digest_rows(opened: OpenedCase, items: Sequence[ReviewRow]) -> Iterator[None]:
    """Make the digests of many rows ready, in slices."""
    kept = _kept(opened)
    for at, item in enumerate(items, start=1):
        _digests(opened, kept, item)
        if at % _SLICE == 0:
            yield


def _kept(opened: OpenedCase) -> _Kept:
    """The digests that were made of a case's rows."""
    return _KEPT.setdefault(opened.index, {})


def _digests(opened: OpenedCase, kept: _Kept, item: ReviewRow) -> tuple[str, str]:
    """The digests of a row: of its name, and of what it says. They are made once for a case."""
    state = _state(opened, item)
    known = kept.get(id(item))
    # While a row is kept here no other has its id.
    if known is None or known[0] is not item or known[1] != state:
        made = (digest(_name(item)), digest(f"{state}{_words(opened, item)}"))
        known = kept[id(item)] = (item, state, made)
    return known[2]


_KEPT: WeakKeyDictionary[CaseIndex, _Kept] = WeakKeyDictionary()
"""Rows with the digests that were made of them; they go when their case goes."""


def case_digest(opened: OpenedCase) -> str:
    """What marks of a case are kept under. Of two files with one id, equal rows are the same."""
    return digest(opened.case.id)


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
    """What a row says by itself."""
    if isinstance(item, Problem):
        return f"{item.severity} {item.message} {item.found} {item.expected}"
    if isinstance(item, Source):
        return repr(source_defects(opened.index, item))
    if isinstance(item, Finding | Sum | Rules):
        return repr(item)
    return record_words(opened.index, item)


def _state(opened: OpenedCase, item: ReviewRow) -> str:
    """What was found of a record since the case was read, where a row rests on that."""
    if isinstance(item, Passage):
        return f"{opened.passage_states.get(item.id, PassageState.UNCHECKED)} "
    return ""
