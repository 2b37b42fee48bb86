"""Where a record is written, in a few words: "S1 paras 4, 5 (counted); S2 header"."""

from collections.abc import Sequence

from caseviewer.citations.pinpoints import are_several
from caseviewer.formatting.passage_lines import is_counted
from caseviewer.formatting.translate import tr
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Passage

_SHORT = {
    LocatorLabel.PARAGRAPH: ("para.", "paras"),
    LocatorLabel.PAGE: ("p.", "pp."),
    LocatorLabel.ARTICLE: ("art.", "arts"),
    LocatorLabel.SECTION: ("sec.", "secs"),
    LocatorLabel.CHAPTER: ("ch.", "chs"),
    LocatorLabel.LINE: ("line", "lines"),
    LocatorLabel.NOTE: ("note", "notes"),
    LocatorLabel.FIGURE: ("fig.", "figs"),
    LocatorLabel.APPENDIX: ("app.", "apps"),
}

_Kind = tuple[LocatorLabel | None, bool]
"""What places are told together by: their label, and whether they were counted."""


def sources_words(opened: OpenedCase, basis: Sequence[str]) -> str:
    """The sources that some passages stand in, each with its places; the order is kept."""
    places: dict[str, dict[_Kind, list[str]]] = {}
    for passage_id in basis:
        passage = opened.index.get(passage_id)
        if isinstance(passage, Passage):
            source = opened.index.short(passage.source) or passage.source
            kind, place = _place(opened, passage)
            of_kind = places.setdefault(source, {}).setdefault(kind, [])
            if place not in of_kind:
                of_kind.append(place)
        else:
            places.setdefault(tr("{id} (not in this file)", id=passage_id), {})
    return "; ".join(_with_places(source, found) for source, found in places.items())


def _place(opened: OpenedCase, passage: Passage) -> tuple[_Kind, str]:
    if passage.locator is None:
        return (None, False), passage.note or tr("place not given")
    kind = (passage.locator.label, is_counted(opened, passage))
    return kind, passage.locator.value


def _with_places(source: str, places: dict[_Kind, list[str]]) -> str:
    parts = [_labelled(kind, values) for kind, values in places.items()]
    return f"{source} {', '.join(parts)}".rstrip()


def _labelled(kind: _Kind, values: list[str]) -> str:
    label, counted = kind
    words = ", ".join(values)
    if label is None:
        return words
    one, several = _SHORT[label]
    short = tr(several if len(values) > 1 or are_several(values[0]) else one)
    return tr("{label} {places} (counted)" if counted else "{label} {places}",
              label=short, places=words)  # fmt: skip
