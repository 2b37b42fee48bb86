"""Checks of dates: what they rest on, what an interval means, and their order in a source."""

from collections.abc import Iterator

from caseviewer.bundle.json_walk import Path
from caseviewer.bundle.report import Check, Findings, Remark
from caseviewer.model.case import Case, Record
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.csl import CslItem
from caseviewer.model.dated import Date
from caseviewer.model.dates import EdtfDate, Point, parse
from caseviewer.model.kinds import DateBasis

_PARTS = ("year", "month", "day")


_Dates = Iterator[tuple[Record, Path, Date | None]]


def dates(case: Case) -> Iterator[tuple[Record, Path, Date]]:
    """Every date of a case, with its record and its place in it."""
    for found in (_of_events(case), _of_steps(case), _of_sources(case)):
        for item, path, date in found:
            if date is not None:
                yield item, path, date


def _of_events(case: Case) -> _Dates:
    for event in case.chronology:
        yield event, ("date",), event.date
    for deadline in case.deadlines:
        for at, trigger in enumerate(deadline.triggers):
            yield deadline, ("triggers", at, "date"), trigger.date


def _of_steps(case: Case) -> _Dates:
    for quotation in case.quotations:
        for at, rung in enumerate(quotation.chain):
            yield quotation, ("chain", at, "date"), rung.date


def _of_sources(case: Case) -> _Dates:
    for source in case.sources:
        yield source, ("published",), source.published
        yield source, ("last_updated",), source.last_updated
        yield source, ("accessed",), source.accessed


def meanings(case: Case, _index: CaseIndex) -> Findings:
    """`sense` goes with an interval; a date in the source's words alone is a stated one."""
    for item, path, date in dates(case):
        if date.sense is not None and "/" not in (date.edtf or ""):
            message = "only an interval can be filled throughout or at some time within"
            yield item, Remark((*path, "sense"), "date.sense", message, found=date.sense)
        if date.edtf is None and date.basis is not DateBasis.STATED:
            message = "a date that has only the source's words is a stated one"
            yield item, Remark((*path, "basis"), "date.basis", message, found=date.basis)


def order(case: Case, _index: CaseIndex) -> Findings:
    """A source is read after it was published and last changed, and before the file speaks."""
    as_of = parse(case.as_of)
    for source in case.sources:
        for early, late in (
            ("published", "last_updated"),
            ("published", "accessed"),
            ("last_updated", "accessed"),
        ):
            before, after = _value(source, early), _value(source, late)
            if before and after and _surely_after(before, after):
                message = f"this day lies before the one on which it was {_WORDS[early]}"
                found, expected = after.text, f"{before.text} or later"
                yield source, Remark((late,), "source.order", message, found, expected)
        accessed = _value(source, "accessed")
        if accessed and _surely_after(accessed, as_of):
            message = "this day lies behind the day up to which the file speaks"
            expected = f"{as_of.text} or earlier"
            yield source, Remark(("accessed",), "source.as_of", message, accessed.text, expected)


_WORDS = {"published": "published", "last_updated": "last updated"}


def _value(source: Record, name: str) -> EdtfDate | None:
    date: Date | None = getattr(source, name)
    return None if date is None else date.value


def _surely_after(one: EdtfDate, other: EdtfDate) -> bool:
    """Whether the one lies after the other whatever days they mean."""
    return one.earliest is not None and other.latest is not None and one.earliest > other.latest


def issued(case: Case, _index: CaseIndex) -> Findings:
    """The date in the bibliographic data is the date of publication, as far as both go."""
    for source in case.sources:
        published = _value(source, "published")
        written = _parts(source.csl)
        if published is None or written is None or published.is_interval:
            continue
        point = published.start
        for name, part in zip(_PARTS, written, strict=False):
            known = getattr(point, name) if isinstance(point, Point) else None
            if known is not None and known != part:
                message = f"the {name} is not that of the date published"
                path = ("csl", "issued")
                yield source, Remark(path, "source.issued", message, str(part), str(known))
                break


def _parts(csl: CslItem) -> tuple[int, ...] | None:
    """Year, month and day of a CSL date that is one date; parts may be numbers or texts."""
    if csl.issued is None or csl.issued.date_parts is None or len(csl.issued.date_parts) != 1:
        return None
    try:
        return tuple(int(part) for part in csl.issued.date_parts[0])
    except ValueError:
        return None


CHECKS: tuple[Check, ...] = (meanings, order, issued)
