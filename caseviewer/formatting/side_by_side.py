"""Statements side by side: what each says, who says so, when and where; none comes first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseviewer.formatting.csl_words import csl_date_words
from caseviewer.formatting.page import Look, PageBuilder, Span, Spans, joined, plain_span
from caseviewer.formatting.passage_lines import passage_line
from caseviewer.formatting.record_titles import link, stated
from caseviewer.formatting.translate import tr
from caseviewer.model.dated import Date
from caseviewer.model.open_points import StatedValue
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reviewed import Compared
from caseviewer.model.sources import Passage, Source

_BESIDE = 2
"""So many stand beside each other: a pane has no room for more."""
_LISTED = 5
"""So many passages, and parties who say so, are told of one statement."""


@dataclass(frozen=True, slots=True)
class Side:
    """One statement; what is not given is empty."""

    value: Spans
    who: Spans = ()
    when: Spans = ()
    where: Spans = ()
    note: Spans = ()


def add_sides(builder: PageBuilder, sides: Sequence[Side]) -> None:
    """Show statements side by side, two at a time."""
    for start in range(0, len(sides), _BESIDE):
        shown = sides[start : start + _BESIDE]
        builder.row(tr("Value"), [_strong(side.value) for side in shown])
        for label, cells in (
            (tr("Who says so"), [side.who for side in shown]),
            (tr("Source dated"), [side.when for side in shown]),
            (tr("Where"), [side.where for side in shown]),
        ):
            if any(cells):
                builder.row(label, [cell or _not_given() for cell in cells])
        notes = [side.note or plain_span("–", Look.MUTED) for side in shown]
        if any(side.note for side in shown):
            builder.row(tr("Note"), notes)


def _strong(spans: Spans) -> Spans:
    return tuple(Span(span.text, span.target, Look.STRONG) for span in spans)


def _not_given() -> Spans:
    return plain_span(tr("not given"), Look.MUTED)


def stated_side(opened: OpenedCase, value: StatedValue) -> Side:
    """One value of a difference."""
    return Side(
        plain_span(value.value),
        () if value.asserted_by is None else link(opened, value.asserted_by),
        _dates(opened, filter(None, [value.passage])),
        () if value.passage is None else passage_line(opened, value.passage),
        () if value.note is None else plain_span(value.note),
    )


def compared_side(opened: OpenedCase, compared: Compared) -> Side:
    """One of the facts that the program compared; where it rests on no passage, its record."""
    value = compared.value
    words = stated(value) if isinstance(value, Date) else value
    places = compared.passages[:_LISTED]
    where = joined([passage_line(opened, one) for one in places], "\n")
    said_by = [link(opened, party) for party in compared.asserted_by[:_LISTED]]
    return Side(
        plain_span(words),
        joined(said_by, "; "),
        _dates(opened, compared.passages or (compared.record,)),
        where or link(opened, compared.record),
        link(opened, compared.record) if where else (),
    )


def _dates(opened: OpenedCase, records: Iterable[str]) -> Spans:
    """When the sources that these records lie in were published and updated, each date once."""
    sources = filter(None, (_source(opened, record) for record in records))
    words = dict.fromkeys(filter(None, map(_date_words, sources)))
    return plain_span(", ".join(list(words)[:_LISTED])) if words else ()


def _source(opened: OpenedCase, record: str) -> Source | None:
    item = opened.index.get(record)
    found = opened.index.get(item.source) if isinstance(item, Passage) else item
    return found if isinstance(found, Source) else None


def _date_words(source: Source) -> str:
    """The date of a source, and the day to which what it says may belong instead."""
    dated = source_date_words(source)
    if source.last_updated is None:
        return dated
    updated = tr("updated {day}", day=stated(source.last_updated))
    return ", ".join(filter(None, (dated, updated)))


def source_date_words(source: Source) -> str:
    """When a source was published, as far as its record or its bibliographic data say."""
    if source.published is not None:
        return stated(source.published)
    return "" if source.csl.issued is None else csl_date_words(source.csl.issued)
