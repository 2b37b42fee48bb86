"""What a record is called where another one mentions it."""

from collections.abc import Callable, Sequence
from typing import Any

from caseviewer.citations.pinpoints import Pinpoint, are_several
from caseviewer.formatting.dates import words as date_words
from caseviewer.formatting.names import party_name
from caseviewer.formatting.page import Look, Span, Spans, Target
from caseviewer.formatting.quoted import quotation_text
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.case import Record
from caseviewer.model.case_index import kind_of
from caseviewer.model.dated import Date
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import OpenedCase
from caseviewer.model.references import Kind
from caseviewer.model.sources import Locator, Passage, Source
from caseviewer.model.visible import cut

TITLE_LIMIT = 140
_LISTED = 10

_PLURALS = {
    LocatorLabel.PARAGRAPH: "paragraphs",
    LocatorLabel.PAGE: "pages",
    LocatorLabel.ARTICLE: "articles",
    LocatorLabel.SECTION: "sections",
    LocatorLabel.CHAPTER: "chapters",
    LocatorLabel.LINE: "lines",
    LocatorLabel.NOTE: "notes",
    LocatorLabel.FIGURE: "figures",
    LocatorLabel.APPENDIX: "appendices",
}


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


def locator_words(locator: Locator | Pinpoint | None) -> str:
    """A place in a source: "paragraph 10", "lines 10–11"; empty where none is given."""
    if locator is None:
        return ""
    several = are_several(locator.value)
    label = tr(_PLURALS[locator.label]) if several else word(locator.label)
    return f"{label} {locator.value}"


def source_numbers(opened: OpenedCase, ids: Sequence[str], *, dated: bool = False) -> str:
    """The short numbers of some sources, with their dates where asked; many are counted."""
    named = []
    for source_id in ids[:_LISTED]:
        source, number = opened.index.get(source_id), opened.index.short(source_id)
        dates = dated and isinstance(source, Source) and source.published
        named.append(f"{number} ({stated(dates)})" if dates else number)
    if len(ids) > _LISTED:
        named.append(tr("and {count} more", count=f"{len(ids) - _LISTED:,}"))
    return ", ".join(named)


def passage_title(opened: OpenedCase, passage: Passage) -> str:
    """A passage as people cite it: "S1, paragraph 10"."""
    source = opened.index.short(passage.source) or passage.source
    place = locator_words(passage.locator) or passage.note or tr("place not given")
    return f"{source}, {place}"


def record_title(opened: OpenedCase, item: Record) -> str:
    """What a record is called, in at most 140 characters."""
    return cut(_whole_title(opened, item), TITLE_LIMIT)


def _whole_title(opened: OpenedCase, item: Record) -> str:
    return _TITLES[kind_of(item)](opened, item)


_TITLES: dict[Kind, Callable[[OpenedCase, Any], str]] = {
    Kind.PROCEEDING: lambda _, item: item.title,
    Kind.PARTY: lambda _, item: party_name(item),
    Kind.EVENT: lambda _, item: f"{stated(item.date)}: {item.title}",
    Kind.DEADLINE: lambda _, item: item.title,
    Kind.QUOTATION: quotation_text,
    Kind.SOURCE: lambda _, item: source_title(item),
    Kind.PASSAGE: passage_title,
    Kind.DIFFERENCE: lambda _, item: item.summary,
    Kind.GAP: lambda _, item: item.missing,
}


def number_link(opened: OpenedCase, record_id: str) -> Spans:
    """A link that shows the short number alone."""
    return (Span(opened.index.short(record_id), Target(record_id)),)


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
