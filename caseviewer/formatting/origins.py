"""How many records hold words, and how many works these are: a copy is not a second source."""

from caseviewer.formatting.page import Span, Spans, joined
from caseviewer.formatting.quoted import fragment_passages
from caseviewer.formatting.record_titles import number_link
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from caseviewer.model.sources import Source


def works_of(opened: OpenedCase, quotation: Quotation) -> tuple[tuple[Source, ...], ...]:
    """The works that hold the fragments of a quotation, each with all of its records."""
    works: dict[str, tuple[Source, ...]] = {}
    for passage in fragment_passages(opened, quotation):
        copies = opened.index.copies(passage.source)
        if copies:
            works[copies[0].id] = copies
    return tuple(works.values())


def counted_line(opened: OpenedCase, quotation: Quotation) -> Spans:
    """Records and origins apart: "counted as 2 records, 1 origin (S3, S4)"; empty without any."""
    works = works_of(opened, quotation)
    records = [source for work in works for source in work]
    if not records:
        return ()
    numbers = [number_link(opened, source.id) for source in records]
    said = tr(
        "counted as {records}, {origins}",
        records=_records(len(records)),
        origins=_origins(len(works)),
    )
    spans = (Span(f"{said} ("), *joined(numbers), Span(")"))
    if len(records) == len(works):
        return spans
    return (*spans, Span(tr(": a copy of a work is not a second source")))


def _records(count: int) -> str:
    return tr("1 record") if count == 1 else tr("{count} records", count=count)


def _origins(count: int) -> str:
    return tr("1 origin") if count == 1 else tr("{count} origins", count=count)
