"""Checks of ids: each leads to a record of the right kind, and none leads round in a circle."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from caseviewer.bundle.json_walk import Path
from caseviewer.bundle.report import Check, Findings, Remark
from caseviewer.model.case import Case, Record
from caseviewer.model.case_index import CaseIndex, kind_of, records
from caseviewer.model.labels import one
from caseviewer.model.references import ID_FIELDS, How, IdField, Kind, Reference, references

_MOST_STEPS = 12


def pointing(aside: frozenset[str]) -> Check:
    """The check that every id in a record leads to a record that it may lead to."""

    def check(case: Case, index: CaseIndex) -> Findings:
        for kind in _suspects(case):
            for item in records(case, kind):
                for reference in references(item):
                    remark = _remark(item, reference, index, aside)
                    if remark is not None:
                        yield item, remark

    return check


def _suspects(case: Case) -> Iterator[Kind]:
    """The kinds among whose records an id leads astray; told by fields, which is quick."""
    ids = {kind: {item.id for item in records(case, kind)} for kind in Kind}
    for kind, fields in ID_FIELDS.items():
        items = records(case, kind)
        if any(_leads_astray(field, kind, items, ids) for field in fields):
            yield kind


def _leads_astray(
    field: IdField, kind: Kind, items: Sequence[Record], ids: Mapping[Kind, set[str]]
) -> bool:
    """Whether an id in this field leads nowhere, to the wrong kind, or to its own record."""
    named = set(map(itemgetter(1), field.targets(items)))
    return bool(named.difference(*(ids[allowed] for allowed in field.allowed))) or (
        kind in field.allowed
        and field.how not in _CHAINED
        and any(items[at].id == target for at, target in field.targets(items))
    )


def _remark(
    item: Record, reference: Reference, index: CaseIndex, aside: frozenset[str]
) -> Remark | None:
    named = index.get(reference.target)
    if named is None:
        return _nowhere(reference, aside)
    if (kind := kind_of(named)) not in reference.allowed:
        return _wrong_kind(reference, kind, index)
    if named is item and reference.how not in _CHAINED:
        return _itself(reference)
    return None


def _nowhere(reference: Reference, aside: frozenset[str]) -> Remark:
    if reference.target in aside:
        message = "the record that it names is set aside"
        return Remark(reference.path, "id.aside", message, found=reference.target)
    return Remark(
        reference.path,
        "id.nowhere",
        "no record has this id",
        found=reference.target,
        expected=f"the id of {_any_of(reference)}",
    )


def _wrong_kind(reference: Reference, kind: Kind, index: CaseIndex) -> Remark:
    return Remark(
        reference.path,
        "id.kind",
        f"this is the id of {one(kind)}, {index.short(reference.target)}",
        found=reference.target,
        expected=f"the id of {_any_of(reference)}",
    )


def _itself(reference: Reference) -> Remark:
    message = "this record names itself here"
    return Remark(reference.path, "id.itself", message, found=reference.target)


def _any_of(reference: Reference) -> str:
    if len(reference.allowed) == len(Kind):
        return "a record"
    return " or ".join(one(kind) for kind in Kind if kind in reference.allowed)


# Circles: each record names at most one other, in each of these ways.

_CHAINED = frozenset({How.INSIDE, How.SUBSET, How.SAME_WORK})


def circles(case: Case, index: CaseIndex) -> Findings:
    """Quotations inside themselves, groups within themselves, copies of themselves."""
    inside = {item.id: item.inside for item in case.quotations}
    yield from _circles(inside, ("inside",), "it stands inside itself", index)
    groups = {item.id: item.subset_of.of for item in case.parties if item.subset_of}
    yield from _circles(groups, ("subset_of", "of"), "it is a part of itself", index)
    copies = {item.id: item.same_work_as for item in case.sources}
    words = "the copies name each other in a circle"
    yield from _circles(copies, ("same_work_as",), words, index)


def _circles(leads: Mapping[str, str | None], path: Path, words: str, index: CaseIndex) -> Findings:
    """One finding for each circle, at its first record in the order of the file."""
    seen: set[str] = set()
    for start in leads:
        way: list[str] = []
        at: str | None = start
        while at is not None and at not in seen:
            seen.add(at)
            way.append(at)
            at = leads.get(at)
        first = index.get(at)
        if first is None or first.id not in way:
            continue
        ring = [*way[way.index(first.id) :], first.id]
        message = f"{words}: {' → '.join(map(index.short, ring[:_MOST_STEPS]))}"
        yield first, Remark(path, "id.circle", message + (" …" if ring[_MOST_STEPS:] else ""))


CHECKS: tuple[Check, ...] = (circles,)
