"""What of a case is cited: its sources as items for the engine, and the places in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseviewer.citations.forms import Citations, Wanted
from caseviewer.citations.items import Item, item_of
from caseviewer.citations.pinpoints import Pinpoint, of_locator
from caseviewer.formatting.record_titles import stated
from caseviewer.formatting.translate import tr
from caseviewer.model.case import Record
from caseviewer.model.case_index import all_records
from caseviewer.model.kinds import Identity
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.references import references
from caseviewer.model.sources import Passage, Source

if TYPE_CHECKING:
    from caseviewer.citations.styles import Style

PLACES_LIMIT = 2_000
"""How many places of a case are formatted beforehand; others cost a call when they are copied."""

_CITED_BY_NAME = frozenset({Identity.NAMED, Identity.PSEUDONYM})


@dataclass(frozen=True)
class Cited:
    """What is known of the citations of a case in the chosen style.

    style: the title of the style, name: what it is chosen by. fault: the sentence that says why
    there are none; without either citations or a fault, they are still being made. choices: the
    styles that can be chosen, each as (name, title).
    """

    style: str = ""
    name: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    citations: Citations | None = None
    fault: str = ""


def style_fault(name: str, error: Exception) -> str:
    """Why a style is not used."""
    return tr("The style “{name}” cannot be used. {reason}", name=name, reason=error)


def case_items(opened: OpenedCase) -> list[Item]:
    """Every source, ready to be cited."""
    return [source_item(opened, source) for source in opened.case.sources]


def items_of(opened: OpenedCase, wanted: Iterable[Wanted]) -> list[Item]:
    """The sources of places, each once."""
    found = (opened.index.get(name) for name in dict.fromkeys(one.source for one in wanted))
    return [source_item(opened, item) for item in found if isinstance(item, Source)]


def items_for(opened: OpenedCase, wanted: Iterable[Wanted], style: "Style") -> list[Item]:
    """The sources that a style has to see to cite places: all, where it looks around."""
    return items_of(opened, wanted) if style.by_itself else case_items(opened)


def source_item(opened: OpenedCase, source: Source) -> Item:
    """One source, ready to be cited; a party is an author only where it has a name."""

    def name_of(party: str) -> str:
        found = opened.index.get(party)
        return found.name if isinstance(found, Party) and _has_name(found) else ""

    return item_of(source, name_of, stated)


def _has_name(party: Party) -> bool:
    return party.identity in _CITED_BY_NAME


def case_places(opened: OpenedCase) -> list[Wanted]:
    """The places that records of the case lead to, as far as `PLACES_LIMIT` goes."""
    found: dict[Wanted, None] = {}
    for record in all_records(opened.case):
        for wanted in cited_by(opened, record):
            if wanted.pinpoint is not None:
                found[wanted] = None
        if len(found) >= PLACES_LIMIT:
            break
    return list(found)[:PLACES_LIMIT]


def cited_by(opened: OpenedCase, record: Record) -> tuple[Wanted, ...]:
    """What is cited where a record is: a source, the place of a passage, or what it rests on.

    Several places of one source become one: paragraphs 9 and 11 are "paragraphs 9, 11".
    """
    return cited_together(opened, [record])


def cited_together(opened: OpenedCase, records: Sequence[Record]) -> tuple[Wanted, ...]:
    """What is cited where several records are."""
    by_source: dict[str, list[Pinpoint]] = {}
    for wanted in (one for record in records for one in _cited(opened, record)):
        places = by_source.setdefault(wanted.source, [])
        if wanted.pinpoint is not None and wanted.pinpoint not in places:
            places.append(wanted.pinpoint)
    return tuple(
        Wanted(source, pinpoint)
        for source, places in by_source.items()
        for pinpoint in _merged(places)
    )


def _merged(places: Sequence[Pinpoint]) -> list[Pinpoint | None]:
    """Places with one label as one pinpoint; no place at all is the source as a whole."""
    by_label: dict[str, list[Pinpoint]] = {}
    for place in places:
        by_label.setdefault(place.label, []).append(place)
    found: list[Pinpoint | None] = [
        Pinpoint(same[0].label, ", ".join(place.value for place in same))
        for same in by_label.values()
    ]
    return found or [None]


def _cited(opened: OpenedCase, record: Record) -> Iterator[Wanted]:
    if isinstance(record, Source):
        yield Wanted(record.id)
    elif isinstance(record, Passage):
        yield Wanted(record.source, of_locator(record.locator))
    else:
        for reference in references(record):
            target = opened.index.get(reference.target)
            if isinstance(target, Source | Passage):
                yield from _cited(opened, target)
