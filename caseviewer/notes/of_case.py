"""What notes keep of a case and of its records, so that these can be told again later."""

from caseviewer.model.case import Case, Record
from caseviewer.model.case_index import CaseIndex, kind_of
from caseviewer.model.record_digest import digest, record_digest
from caseviewer.model.sources import Passage
from caseviewer.model.visible import cut
from caseviewer.notes.store import Shelf
from caseviewer.notes.values import TITLE_LIMIT, Quote, Saw


def case_key(case: Case) -> str:
    """What the file of a case is named by."""
    return digest(case.id)


def saw(index: CaseIndex, item: Record, title: str) -> Saw:
    """What is to be known of a record later; the index must be that of the whole case."""
    compiled = index.case.compiled
    return Saw(
        record_digest(index, item),
        kind_of(item).value,
        index.short(item.id),
        cut(title, TITLE_LIMIT),
        cut(compiled.revision or compiled.on, TITLE_LIMIT),
    )


def quote(item: Record) -> Quote | None:
    """The words of a passage; None for any other record."""
    if not isinstance(item, Passage) or item.selector is None:
        return None
    return Quote(item.selector.exact, item.selector.prefix, item.selector.suffix)


def shelf_of(case: Case) -> Shelf:
    """Where the notes on a case are kept."""
    return Shelf(case_key(case), case.id, cut(case.title, TITLE_LIMIT))
