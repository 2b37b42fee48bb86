"""Where a record is written: in a few words, or as another manner of wording says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Manner:
    """How places are worded: the source by its id, what is to be known of a passage, its places.

    `placed` is given a label with the values counted by it; `joint` stands behind the source.
    """

    named: Callable[[OpenedCase, str], str]
    noted: Callable[[OpenedCase, Passage], str]
    placed: Callable[[LocatorLabel, list[str]], str]
    joint: str


_Kind = tuple[LocatorLabel | None, str]
"""What places are told together by: their label, and what is to be known of them."""


def sources_words(opened: OpenedCase, basis: Iterable[str]) -> str:
    """The sources of some passages with their places: "S1 paras 4, 5 (counted); S2 header"."""
    return places_words(opened, basis, _SHORTLY)


def places_words(opened: OpenedCase, basis: Iterable[str], manner: Manner) -> str:
    """The sources that some passages stand in, each with its places; the order is kept."""
    places: dict[str, dict[_Kind, list[str]]] = {}
    for passage_id in basis:
        passage = opened.index.get(passage_id)
        if isinstance(passage, Passage):
            of_source = places.setdefault(manner.named(opened, passage.source), {})
            label, value = _place(passage)
            of_kind = of_source.setdefault((label, manner.noted(opened, passage)), [])
            if value not in of_kind:
                of_kind.append(value)
        else:
            places.setdefault(tr("{id} (not in this file)", id=passage_id), {})
    return "; ".join(
        manner.joint.join([source, *filter(None, [_joined(found, manner)])])
        for source, found in places.items()
    )


def _place(passage: Passage) -> tuple[LocatorLabel | None, str]:
    if passage.locator is None:
        return None, passage.note or tr("place not given")
    return passage.locator.label, passage.locator.value


def _joined(places: dict[_Kind, list[str]], manner: Manner) -> str:
    words = []
    for (label, note), values in places.items():
        told = ", ".join(values) if label is None else manner.placed(label, values)
        words.append(tr("{places} ({note})", places=told, note=note) if note else told)
    return ", ".join(words)


def _placed_shortly(label: LocatorLabel, values: list[str]) -> str:
    one, several = _SHORT[label]
    short = tr(several if len(values) > 1 or are_several(values[0]) else one)
    return tr("{label} {places}", label=short, places=", ".join(values))


_SHORTLY = Manner(
    named=lambda opened, source: opened.index.short(source) or source,
    noted=lambda opened, passage: tr("counted") if is_counted(opened, passage) else "",
    placed=_placed_shortly,
    joint=" ",
)
