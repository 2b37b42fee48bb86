"""Marks on texts that are shown; each text is folded once, whatever is marked in it then."""

from __future__ import annotations

from collections.abc import Sequence

from caseviewer.search.blocks import MarkedText, Span
from caseviewer.search.hits import Found
from caseviewer.search.wanted import Wanted

_KEPT = 16


class Marking:
    """Finds in texts that are shown what a search looked for; the last texts are kept folded."""

    def __init__(self) -> None:
        """Start with no text."""
        self._kept: dict[str, MarkedText] = {}

    def marks(self, found: Found, text: str) -> Sequence[Span]:
        """Where in a text stands what was looked for, in code points; what overlaps is joined."""
        wanted = found.wanted
        if not isinstance(wanted, Wanted):
            return ()
        known = self._kept.get(text)
        if known is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            known = self._kept[text] = MarkedText(text)
        return known.marks(tuple(wanted.needles()))

    def forget(self) -> None:
        """Keep no text any more."""
        self._kept.clear()
