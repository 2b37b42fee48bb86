"""What a proceeding says of its complaint and decision, against the dates of these."""

from collections.abc import Iterator

from caseviewer.model.events import Event, Proceeding
from caseviewer.model.kinds import Nature, SourceKind
from caseviewer.model.reviewed import Compared, Finding, Rule
from caseviewer.model.sources import Source
from caseviewer.review.looking import Looking, apart, certain, dated_value, issued, surely_before

_DECISIONS = frozenset({
    SourceKind.TREATY_BODY_DECISION, SourceKind.INTERNATIONAL_JUDGMENT,
    SourceKind.NATIONAL_JUDGMENT,
})  # fmt: skip


def decision_first(look: Looking) -> Iterator[Finding]:
    """Decisions that were surely made before their complaint."""
    for proceeding in look.each(look.case.proceedings):
        complaint = _event(look, proceeding.complaint)
        decision = _event(look, proceeding.decision)
        if complaint is None or decision is None:
            continue
        filed, decided = certain(complaint.date), certain(decision.date)
        if filed and decided and surely_before(decided, filed):
            ids = (proceeding.id, complaint.id, decision.id)
            values = (*dated_value(complaint), *dated_value(decision))
            recorded = look.recorded(complaint.id, decision.id)
            yield Finding(Rule.DECISION_FIRST, ids, values, recorded)


def decision_date(look: Looking) -> Iterator[Finding]:
    """Decisions whose own text bears another date than the event."""
    known = _by_number(look)
    for source in look.each(look.case.sources):
        proceeding = _decided_in(known, source)
        event = None if proceeding is None else _event(look, proceeding.decision)
        written = issued(source)
        if proceeding is None or event is None or written is None:
            continue
        decided, dated = certain(event.date), certain(written)
        if decided and dated and apart(decided, dated):
            values = (*dated_value(event), Compared(written, source.id, look.said_by(source.id)))
            recorded = look.recorded(event.id, source.id)
            ids = (event.id, source.id, proceeding.id)
            yield Finding(Rule.DECISION_DATE, ids, values, recorded)


def _by_number(look: Looking) -> dict[str, Proceeding | None]:
    """The proceedings by their numbers; None where several have the same."""
    known: dict[str, Proceeding | None] = {}
    for proceeding in look.each(look.case.proceedings):
        for value in {identifier.value.casefold() for identifier in proceeding.identifiers}:
            known[value] = None if value in known else proceeding
    return known


def _decided_in(known: dict[str, Proceeding | None], source: Source) -> Proceeding | None:
    """The proceeding whose number a decision bears."""
    if source.kind not in _DECISIONS or source.nature is not Nature.ORIGINAL:
        return None
    number = str(source.csl.number or "").casefold()
    for part in (number, *number.split()):
        found = known.get(part.strip(",;()"))
        if found is not None:
            return found
    return None


def _event(look: Looking, event_id: str | None) -> Event | None:
    found = look.index.get(event_id)
    return found if isinstance(found, Event) else None
