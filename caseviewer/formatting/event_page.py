"""The page of an event: its date and what that rests on, who takes part, who says so."""

from caseviewer.formatting.as_at_words import standing_words
from caseviewer.formatting.dates import bounds_words
from caseviewer.formatting.mentions import add_mentions, how_words, with_ways
from caseviewer.formatting.names import country_name
from caseviewer.formatting.page import Page, PageBuilder, joined
from caseviewer.formatting.passage_lines import add_basis
from caseviewer.formatting.record_titles import name_link, stated
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.dated import Date
from caseviewer.model.events import Event, Place
from caseviewer.model.kinds import DateBasis
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.references import Kind


def event_page(opened: OpenedCase, event: Event) -> Page:
    """Everything that the case says about an event."""
    builder = PageBuilder()
    builder.title(event.title)
    builder.subtitle(f"{opened.index.short(event.id)} · {word(event.kind)}")
    add_date(builder, tr("Date"), event.date)
    builder.field(tr("Place"), place_words(event.place, opened))
    builder.field(tr("Standing"), standing_words(opened, event))
    if event.asserted_by:
        who = joined([name_link(opened, party) for party in event.asserted_by])
        builder.field(tr("Who says so"), who)
    builder.text(event.description)
    builder.heading(tr("Participants"))
    for party, roles in _roles(opened, event).items():
        builder.item(with_ways(opened, party, roles))
    add_basis(builder, opened, tr("Written in"), event.basis)
    add_mentions(builder, opened, event, without=frozenset({Kind.PARTY}))
    return builder.page()


def _roles(opened: OpenedCase, event: Event) -> dict[str, list[str]]:
    """What each party does in the event, by the event itself and by the party's own roles."""
    found: dict[str, list[str]] = {}
    for participant in event.participants:
        found.setdefault(participant.party, []).append(word(participant.role))
    for mention in opened.index.mentions(event.id):
        if isinstance(mention.by, Party):
            found.setdefault(mention.by.id, []).append(how_words(mention))
    return found


def place_words(place: Place | None, opened: OpenedCase) -> str:
    """A place in words: "Almaty, Kazakhstan"; empty where none is told."""
    if place is None:
        return ""
    country = country_name(place.country, opened.case) if place.country else ""
    return ", ".join(filter(None, (place.name or "", country)))


def add_date(builder: PageBuilder, label: str, date: Date | None) -> None:
    """A date with all that is known of it: words, the source's words, basis, bounds."""
    if date is None:
        builder.field(label, tr("undated, as the file gives no date"))
        return
    builder.field(label, stated(date))
    if date.verbatim is not None and date.value is not None:
        builder.field(tr("In the source’s words"), tr("“{words}”", words=date.verbatim))
    builder.field(tr("Rests on"), basis_words(date))
    value = date.value
    if value is not None and not value.is_exact_day:
        builder.field(tr("Bounds"), bounds_words(value))


def basis_words(date: Date) -> str:
    """What a date rests on, and the word for it: "what the source says (stated)"."""
    meaning = tr(_MEANINGS[date.basis])
    return f"{meaning} ({word(date.basis)})"


_MEANINGS = {
    DateBasis.STATED: "what the source says",
    DateBasis.BOUNDED: "limits, as the source gives no more",
    DateBasis.INFERRED: "what the compiler concludes",
    DateBasis.COMPUTED: "a count from another date",
}
