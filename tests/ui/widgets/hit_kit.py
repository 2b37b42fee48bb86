"""Hits for tests of the widgets that show them."""

from collections.abc import Callable, Mapping

from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Snippet
from caseviewer.search.shown_hits import HitLine

LONG_WORDS = "asylum seekers who were held in Kazakstan were sent back to Uzbekistan that summer "


def hit(place: int, *, notes: str = "", words: bool = True) -> HitLine:
    """A hit with a title, words around what was found, and notes if wished."""
    title = Snippet(f"Party {place}" if words else "Kazakstan Bureau", () if words else ((0, 9),))
    around = Snippet(3 * LONG_WORDS, ((32, 41),), cut_before=True, cut_after=True)
    return HitLine(f"P{place + 1}", title, "description", around if words else None, notes)


def several(count: int) -> tuple[Mapping[Tab, int], Callable[[int], HitLine]]:
    """So many hits, of which one is a document's paragraph."""
    return {Tab.PARTIES: count - 1, Tab.DOCUMENTS: 1}, hit
