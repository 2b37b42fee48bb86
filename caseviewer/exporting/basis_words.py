"""Where a record is written, on one line: "S1, paragraphs 7, 8 (counted); S2, page 4"."""

from collections.abc import Iterable

from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.formatting.passage_lines import is_counted, state_of
from caseviewer.formatting.pinpoint_words import Manner, places_words
from caseviewer.formatting.record_titles import locator_words
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.sources import Passage, Source


def basis_words(opened: OpenedCase, basis: Iterable[str]) -> str:
    """The passages of a record by their sources; what is wrong with one stands beside it."""
    return places_words(opened, basis, _IN_FULL)


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


def _noted(opened: OpenedCase, passage: Passage) -> str:
    """What is to be known of a place: whether it was counted, and what is wrong with it."""
    notes = [tr("counted")] if is_counted(opened, passage) else []
    state = state_of(opened, passage)
    if state not in _UNTROUBLED:
        notes.append(word(state).split(":")[0])
    return ", ".join(notes)


_UNTROUBLED = frozenset({PassageState.FOUND, PassageState.UNCHECKED})
_IN_FULL = Manner(
    named=_named,
    noted=_noted,
    placed=lambda label, values: locator_words(Pinpoint(label, ", ".join(values))),
    joint=", ",
)
