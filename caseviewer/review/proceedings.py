"""What a proceeding says of its complaint and decision, against the dates of these."""

from collections import defaultdict
from collections.abc import Iterator

from caseviewer.model.dates import EdtfDate
from caseviewer.model.events import Event, Proceeding
from caseviewer.model.kinds import Nature, SourceKind
from caseviewer.model.publication import issued_on
from caseviewer.model.reviewed import Compared, Finding, Rule
from caseviewer.model.sources import Source
from caseviewer.review.looking import Looking, apart, certain, dated_value, surely_before

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
    """Decisions whose own text bears another date than the event.

    Of several texts of one number the others may be of a step before: where one may be that of
    the decision, nothing is said.
    """
    known = _by_number(look)
    texts: dict[str, list[Source]] = defaultdict(list)
    for source in look.each(look.case.sources):
        proceeding = _decided_in(known, source)
        if proceeding is not None:
            texts[proceeding.id].append(source)
    for proceeding in look.each(look.case.proceedings):
        event = _event(look, proceeding.decision)
        decided = None if event is None else certain(event.date)
        if (
            event is None
            or decided is None
            or any(_may_be_of(decided, source) for source in texts[proceeding.id])
        ):
            continue
        for source in texts[proceeding.id]:
            yield _dated_otherwise(look, proceeding, event, source)


def _may_be_of(decided: EdtfDate, source: Source) -> bool:
    """Whether a text may be that of a decision, by the date that its bibliographic data give.

    The date of publication is no date of a decision, which may be published weeks later; where
    the bibliographic data give just that date, the text must only not be published before.
    """
    dated = certain(issued_on(source))
    if dated is None or not apart(decided, dated):
        return True
    published = None if source.published is None else source.published.value
    is_publication = published is not None and not apart(published, dated)
    return is_publication and surely_before(decided, dated)


def _dated_otherwise(
    look: Looking, proceeding: Proceeding, event: Event, source: Source
) -> Finding:
    said_by = look.said_by(source.id)
    dated = (Compared(date, source.id, said_by) for date in filter(None, [issued_on(source)]))
    ids, values = (event.id, source.id, proceeding.id), (*dated_value(event), *dated)
    return Finding(Rule.DECISION_DATE, ids, values, look.recorded(event.id, source.id))


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
