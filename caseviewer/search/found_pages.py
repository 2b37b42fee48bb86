"""Pages about a search: what can be typed, what was found where, or where nothing was found."""

from caseviewer.formatting.page import Look, Page, PageBuilder, Span, Spans, Tab, Target, joined
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.tabs import tab_title
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.search.hit_words import near_words, searched_words, unsearched_words
from caseviewer.search.hits import Found

_OPERATORS = (
    ("kazakh 444/2010", "both, wherever they stand; a word finds all that begin with it"),
    ("“right of appeal”", "just these words, side by side"),
    ("-extradition", "without this word"),
    ("E7", "the record with this number"),
    ("party:kazakhstan", "what a party takes part in"),
    ("kind:event", "records of this kind; also kind:document, kind:arrest"),
    ("source:S1", "what stands on a source"),
    ("before:2011", "dated before; after:2011-06-09 and later"),
    ("standing:alleged", "events of this standing"),
)
_KEYS = (
    ("Up, Down", "through the hits"),
    ("Enter", "go to the hit"),
    ("F3, Shift+F3", "next and previous hit, from anywhere"),
    ("Esc", "close, and back to where you were"),
)


def operators_page() -> Page:
    """What can be typed into the search, and what its keys do."""
    builder = PageBuilder()
    builder.text(
        tr(
            "Looks through every record and the text of every document that is here. Capitals,"
            " accents, dashes and odd spaces make no difference; names are found in every form"
            " and script that the file gives."
        )
    )
    builder.heading(tr("What can be typed"))
    for typed, meaning in _OPERATORS:
        builder.field(typed, tr(meaning))
    builder.heading(tr("Keys"))
    for keys, meaning in _KEYS:
        builder.field(keys, tr(meaning))
    return builder.page()


def found_head(found: Found, still: str = "") -> Page:
    """How many hits each tab has, each a way there; and what there is to know of the answer.

    still: what is said of documents that are not read yet.
    """
    builder = PageBuilder()
    hits = counted(len(found), tr("hit"), tr("hits"))
    tabs = [_tab_link(tab, count) for tab, count in found.counts.items() if count]
    builder.text((Span(hits, None, Look.STRONG), Span(" · "), *joined(tabs, " · ")))
    _remark(builder, found, still)
    return builder.page()


def nothing_page(opened: OpenedCase, found: Found, still: str = "") -> Page:
    """That nothing was found: what was searched for it, and what was not here."""
    builder = PageBuilder()
    if not found.query.is_empty:
        builder.text((Span(tr("Nothing was found."), None, Look.STRONG),))
    _remark(builder, found, still)
    if found.query.is_empty:
        return builder.page()
    builder.heading(tr("Searched"))
    for words in searched_words(opened, found):
        builder.item(words)
    builder.heading(tr("Not searched"))
    for words in unsearched_words(opened, found):
        builder.item(words)
    return builder.page()


def waiting_page(words: str) -> Page:
    """Words that stand where hits will be."""
    builder = PageBuilder()
    builder.note(words)
    return builder.page()


def _tab_link(tab: Tab, count: int) -> Spans:
    return (Span(f"{tab_title(tab)} {count:,}", Target(tab=tab)),)


def _remark(builder: PageBuilder, found: Found, still: str) -> None:
    for fault in found.faults:
        builder.text((Span(fault, None, Look.WARNING),))
    for near in found.near:
        builder.note(near_words(near))
    for word, count in found.apart:
        places = counted(count, tr("place"), tr("places"))
        builder.note(tr("“{word}” stands alone in {places}.", word=word, places=places))
    if found.undated:
        left_out = counted(found.undated, tr("record"), tr("records"))
        builder.note(tr("{records} left out: without a date to compare.", records=left_out))
    builder.note(still)
