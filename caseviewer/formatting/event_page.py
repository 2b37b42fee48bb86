"""The page of an event: its date and what that rests on, who takes part, who says so."""

from caseviewer.formatting.dates import bounds_words
from caseviewer.formatting.mentions import add_mentions
from caseviewer.formatting.names import country_name
from caseviewer.formatting.page import Page, PageBuilder, Span, joined
from caseviewer.formatting.passage_lines import add_basis
from caseviewer.formatting.record_titles import link, name_link, stated
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.dated import Date
from caseviewer.model.events import Event, Place
from caseviewer.model.opened import OpenedCase


def event_page(opened: OpenedCase, event: Event) -> Page:
    """Everything that the case says about an event."""
    builder = PageBuilder()
    builder.title(event.title)
    builder.subtitle(
        " · ".join((opened.index.short(event.id), word(event.kind), word(event.standing)))
    )
    add_date(builder, tr("Date"), event.date)
    builder.field(tr("Place"), place_words(event.place, opened))
    builder.field(tr("Standing"), word(event.standing))
    if event.asserted_by:
        who = joined([name_link(opened, party) for party in event.asserted_by])
        builder.field(tr("Says so"), who)
    builder.text(event.description)
    builder.heading(tr("Participants"))
    for participant in event.participants:
        role = Span(f" ({word(participant.role)})")
        builder.item((*link(opened, participant.party), role))
    add_basis(builder, opened, tr("Written in"), event.basis)
    add_mentions(builder, opened, event)
    return builder.page()


def place_words(place: Place | None, opened: OpenedCase) -> str:
    """A place in words: "Almaty, Kazakhstan"; empty where none is told."""
    if place is None:
        return ""
    country = country_name(place.country, opened.case) if place.country else ""
    return ", ".join(filter(None, (place.name or "", country)))


def add_date(builder: PageBuilder, label: str, date: Date | None) -> None:
    """A date with all that is known of it: words, the source's words, basis, bounds."""
    if date is None:
        builder.field(label, tr("undated: the file gives no date"))
        return
    builder.field(label, stated(date))
    if date.verbatim is not None and date.value is not None:
        builder.field(tr("In the source’s words"), tr("“{words}”", words=date.verbatim))
    builder.field(tr("Rests on"), basis_words(date))
    value = date.value
    if value is not None and not value.is_exact_day:
        builder.field(tr("Bounds"), bounds_words(value))


def basis_words(date: Date) -> str:
    """What a date rests on, with what the word means: "bounded: only limits are known"."""
    meanings = {
        "stated": tr("stated: the source says it"),
        "bounded": tr("bounded: the source gives only limits"),
        "inferred": tr("inferred: the compiler concludes it"),
        "computed": tr("computed: counted from another date"),
    }
    return meanings[date.basis.value]
