"""Where a record is written, on one line: "S1, paragraphs 7, 8 (counted); S2, page 4"."""

from collections.abc import Iterable
from itertools import groupby

from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.formatting.passage_lines import is_counted, state_of
from caseviewer.formatting.record_titles import locator_words
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.sources import Passage, Source

_Place = tuple[LocatorLabel | None, str, str]
"""A label, a value counted with it (else words for the place), and what is to be known of it."""


def basis_words(opened: OpenedCase, basis: Iterable[str]) -> str:
    """The passages of a record by their sources; what is wrong with one stands beside it."""
    by_source: dict[str, list[_Place]] = {}
    missing = []
    for passage_id in dict.fromkeys(basis):
        passage = opened.index.get(passage_id)
        if isinstance(passage, Passage):
            by_source.setdefault(passage.source, []).append(_place(opened, passage))
        else:
            missing.append(tr("{id} (not in this file)", id=passage_id))
    named = [f"{_named(opened, source)}, {_joined(found)}" for source, found in by_source.items()]
    return "; ".join((*named, *missing))


def passages(opened: OpenedCase, basis: Iterable[str]) -> list[Passage]:
    """The passages of some ids, as far as they are in the file."""
    found = map(opened.index.get, basis)
    return [one for one in found if isinstance(one, Passage)]


def cited_sources(opened: OpenedCase, basis: Iterable[str]) -> list[Source]:
    """The sources of some passages, each once, in the order of the file."""
    wanted = {one.source for one in passages(opened, basis)}
    return [source for source in opened.case.sources if source.id in wanted]


def _named(opened: OpenedCase, source_id: str) -> str:
    """The number of a source, and its short title where it has one."""
    source = opened.index.get(source_id)
    if not isinstance(source, Source):
        return tr("{id} (not in this file)", id=source_id)
    number, short = opened.index.short(source_id), source.csl.title_short
    return f"{number} ({short})" if short else number


def _place(opened: OpenedCase, passage: Passage) -> _Place:
    notes = [tr("counted")] if is_counted(opened, passage) else []
    state = state_of(opened, passage)
    if state not in _UNTROUBLED:
        notes.append(word(state).split(":")[0])
    if passage.locator is None:
        return None, passage.note or tr("place not given"), ", ".join(notes)
    return passage.locator.label, passage.locator.value, ", ".join(notes)


_UNTROUBLED = frozenset({PassageState.FOUND, PassageState.UNCHECKED})


def _joined(places: Iterable[_Place]) -> str:
    """The places, those beside each other that are counted alike under one label."""
    pieces = []
    for (label, note), run in groupby(dict.fromkeys(places), lambda one: (one[0], one[2])):
        values = ", ".join(value for _, value, _ in run)
        words = values if label is None else locator_words(Pinpoint(label, values))
        pieces.append(f"{words} ({note})" if note else words)
    return ", ".join(pieces)
