"""From a target to its page: the one way in for the window, the command line and copies."""

from collections.abc import Callable
from functools import partial
from typing import Any

from caseviewer.formatting.as_at_words import marked, not_known_page
from caseviewer.formatting.citing import Cited
from caseviewer.formatting.deadline_page import deadline_page
from caseviewer.formatting.event_page import event_page
from caseviewer.formatting.found_page import found_page
from caseviewer.formatting.found_rows import found_at, row_of_found
from caseviewer.formatting.open_points_page import (
    PROBLEM_PREFIX,
    difference_page,
    gap_page,
    problem_page,
)
from caseviewer.formatting.overview_page import overview_page, proceeding_page
from caseviewer.formatting.page import Page, PageBuilder, Tab, Target
from caseviewer.formatting.party_page import party_page
from caseviewer.formatting.quotation_page import quotation_page
from caseviewer.formatting.quoted import fragment_passages
from caseviewer.formatting.source_page import document_page, passage_page, source_page
from caseviewer.formatting.tabs import TAB_OF_KIND
from caseviewer.formatting.translate import tr
from caseviewer.model.case import Record
from caseviewer.model.case_index import kind_of
from caseviewer.model.opened import Checked, DocumentPresence, OpenedCase, ReadAs
from caseviewer.model.problems import Problem
from caseviewer.model.quotations import Quotation
from caseviewer.model.references import Kind
from caseviewer.model.sources import Passage, Source


def page_for(opened: OpenedCase, target: Target, cited: Cited | None = None) -> Page:
    """The page that a link leads to; a page that says so where there is none.

    cited: the citations in the chosen style, for the page of a source.
    """
    return marked(opened, _page_for(opened, target, cited), target.record)


def _page_for(opened: OpenedCase, target: Target, cited: Cited | None) -> Page:
    if not target.record:
        return overview_page(opened)
    item = opened.index.get(target.record)
    if item is None:
        return _page_of_no_record(opened, target.record)
    if target.tab is Tab.DOCUMENTS:
        source = document_source(opened, item)
        if source is not None:
            return document_page(opened, source)
    if isinstance(item, Source):
        return source_page(opened, item, cited)
    return record_page(opened, item)


def _page_of_no_record(opened: OpenedCase, name: str) -> Page:
    """The page of a problem, or of what the program found; else one that says so."""
    problem, found = problem_at(opened, name), found_at(opened, name)
    if problem is not None:
        return problem_page(opened, problem)
    return _missing(opened, name) if found is None else found_page(opened, found)


def has_page(opened: OpenedCase, name: str) -> bool:
    """Whether a case has a record, a problem or a find of that id."""
    known = (opened.index.get(name), problem_at(opened, name), found_at(opened, name))
    return any(one is not None for one in known)


def record_page(opened: OpenedCase, item: Record) -> Page:
    """The page of a record."""
    return _PAGES[kind_of(item)](opened, item)


_PAGES: dict[Kind, Callable[[OpenedCase, Any], Page]] = {
    Kind.PROCEEDING: proceeding_page,
    Kind.PARTY: party_page,
    Kind.EVENT: event_page,
    Kind.DEADLINE: deadline_page,
    Kind.QUOTATION: quotation_page,
    Kind.SOURCE: source_page,
    Kind.PASSAGE: passage_page,
    Kind.DIFFERENCE: difference_page,
    Kind.GAP: gap_page,
}


def tab_of(opened: OpenedCase, target: Target) -> Tab:
    """The tab that shows a target."""
    if target.tab is not None:
        return target.tab
    record = target.record
    if problem_at(opened, record) is not None or found_at(opened, record) is not None:
        return Tab.REVIEW
    item = opened.index.get(target.record)
    return Tab.OVERVIEW if item is None else TAB_OF_KIND[kind_of(item)]


def row_of(opened: OpenedCase, target: Target) -> str:
    """The id of the row that stands for a target in its tab: a passage stands in its source."""
    item = opened.index.get(target.record)
    if item is not None and target.tab is Tab.DOCUMENTS:
        source = document_source(opened, item)
        return target.record if source is None else source.id
    if isinstance(item, Passage) and target.tab is not Tab.REVIEW:
        return item.source
    return row_of_found(target.record)


def problem_at(opened: OpenedCase, record: str) -> Problem | None:
    """The problem that an id such as "problem:3" names."""
    place = record.removeprefix(PROBLEM_PREFIX)
    if place == record or not place.isdecimal() or int(place) >= len(opened.problems):
        return None
    return opened.problems[int(place)]


def document_source(opened: OpenedCase, item: Record) -> Source | None:
    """The source whose document holds a record: itself, that of a passage or of a quotation.

    Where a quotation stands in several, one whose document is here comes first.
    """
    if isinstance(item, Quotation):
        sources = (document_source(opened, one) for one in fragment_passages(opened, item))
        found = [source for source in sources if source is not None]
        return next(filter(partial(is_here, opened), found), found[0] if found else None)
    found_source = opened.index.get(item.source) if isinstance(item, Passage) else item
    if isinstance(found_source, Source) and found_source.document is not None:
        return found_source
    return None


def is_here(opened: OpenedCase, source: Source) -> bool:
    """Whether the document of a source, or the reader's copy of it, can be read."""
    state = opened.document_states.get(source.id)
    return state is not None and state.presence in _HERE


def can_open(opened: OpenedCase, source: Source) -> bool:
    """Whether it is worth trying to read a document: it is here, or nobody has looked yet."""
    unknown = source.document is not None and source.id not in opened.document_states
    return is_here(opened, source) or (unknown and opened.checked is not Checked.DONE)


def is_own_copy(opened: OpenedCase, source: Source) -> bool:
    """Whether the reader's own copy stands for the document of a source."""
    state = opened.document_states.get(source.id)
    return state is not None and state.copy is not None


def has_words(opened: OpenedCase, source: Source) -> bool:
    """Whether the document of a source holds words that can be read here."""
    state = opened.document_states.get(source.id)
    return state is not None and state.read_as not in {None, ReadAs.PICTURE}


_HERE = frozenset({DocumentPresence.MATCHES, DocumentPresence.DIFFERS})


def _missing(opened: OpenedCase, record: str) -> Page:
    if opened.account is not None and record in opened.account.hidden:
        return not_known_page(opened)
    builder = PageBuilder()
    builder.title(tr("Not in this file"))
    builder.text(tr("No record with the id “{id}” is in this file.", id=record))
    return builder.page()
