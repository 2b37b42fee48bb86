"""What a record is called where another one mentions it."""

from caseviewer.formatting.dates import words as date_words
from caseviewer.formatting.names import party_name
from caseviewer.formatting.page import Look, Span, Spans, Target
from caseviewer.formatting.quoted import quotation_text
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.case import Record
from caseviewer.model.dated import Date
from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.open_points import Difference, Gap
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation
from caseviewer.model.sources import Locator, Passage, Source
from caseviewer.model.visible import cut

TITLE_LIMIT = 140


def stated(date: Date | None) -> str:
    """A date in words: as parsed, else in the source's own words, else "undated"."""
    if date is None:
        return tr("undated")
    if date.value is not None:
        return date_words(date.value, date.sense)
    return tr("“{words}”", words=date.verbatim or "")


def source_title(source: Source) -> str:
    """The title of a source, or its kind where it has none."""
    return source.csl.title or source.csl.title_short or word(source.kind)


def locator_words(locator: Locator | None) -> str:
    """A place in a source: "paragraph 10"; empty where none is given."""
    return "" if locator is None else f"{word(locator.label)} {locator.value}"


def passage_title(opened: OpenedCase, passage: Passage) -> str:
    """A passage as people cite it: "S1, paragraph 10"."""
    source = opened.index.short(passage.source) or passage.source
    place = locator_words(passage.locator) or passage.note or tr("place not given")
    return f"{source}, {place}"


def record_title(opened: OpenedCase, item: Record) -> str:
    """What a record is called, in at most 140 characters."""
    return cut(_whole_title(opened, item), TITLE_LIMIT)


def _whole_title(opened: OpenedCase, item: Record) -> str:
    match item:
        case Party():
            return party_name(item)
        case Event():
            return f"{stated(item.date)}: {item.title}"
        case Quotation():
            return quotation_text(opened, item)
        case Source():
            return source_title(item)
        case Passage():
            return passage_title(opened, item)
        case Proceeding() | Deadline():
            return item.title
        case Difference():
            return item.summary
        case Gap():
            return item.missing


def link(opened: OpenedCase, record_id: str, *, look: Look = Look.PLAIN) -> Spans:
    """A link to a record, with its short number; words without a link where it is not there."""
    item = opened.index.get(record_id)
    if item is None:
        return (Span(tr("{id} (not in this file)", id=record_id), None, Look.WARNING),)
    text = f"{opened.index.short(record_id)} {record_title(opened, item)}"
    return (Span(text, Target(record_id), look),)


def name_link(opened: OpenedCase, record_id: str) -> Spans:
    """A link to a record by its name alone, for running text."""
    item = opened.index.get(record_id)
    if item is None:
        return link(opened, record_id)
    return (Span(record_title(opened, item), Target(record_id)),)
