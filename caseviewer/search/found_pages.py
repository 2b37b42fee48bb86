"""Pages about a search: what can be typed, what was found where, or where nothing was found."""

from caseviewer.formatting.page import Look, Page, PageBuilder, Span, Spans, Tab, Target, joined
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.tabs import tab_title
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.search.hit_words import remarks
from caseviewer.search.hits import Found
from caseviewer.search.reach_words import nothing_found

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
    first, *others = nothing_found(opened, found) or ("",)
    if first:
        builder.text((Span(first, None, Look.STRONG),))
    _remark(builder, found, still)
    for sentence in others:
        builder.note(sentence)
    return builder.page()


def waiting_page(words: str) -> Page:
    """Words that stand where hits will be."""
    builder = PageBuilder()
    builder.note(words)
    return builder.page()


def _tab_link(tab: Tab, count: int) -> Spans:
    return (Span(f"{tab_title(tab)} {count:,}", Target(tab=tab)),)


def _remark(builder: PageBuilder, found: Found, still: str) -> None:
    for sentence in remarks(found):
        look = Look.WARNING if sentence in found.faults else Look.PLAIN
        builder.text((Span(sentence, None, look),))
    builder.note(still)
