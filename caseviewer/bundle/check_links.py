"""Checks of ids: each leads to a record of the right kind, and none leads round in a circle."""

from collections.abc import Mapping

from caseviewer.bundle.json_walk import Path
from caseviewer.bundle.report import Check, Findings, Remark
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex, all_records, records
from caseviewer.model.labels import one
from caseviewer.model.references import How, Kind, Reference, references

_MOST_STEPS = 12


def pointing(aside: frozenset[str]) -> Check:
    """The check that every id in a record leads to a record that it may lead to."""

    def check(case: Case, index: CaseIndex) -> Findings:
        kinds = {item.id: kind for kind in Kind for item in records(case, kind)}
        for item in all_records(case):
            for reference in references(item):
                kind = kinds.get(reference.target)
                if kind is None:
                    yield item, _nowhere(reference, aside)
                elif kind not in reference.allowed:
                    yield item, _wrong_kind(reference, kind, index)
                elif reference.target == item.id and reference.how not in _CHAINED:
                    yield item, _itself(reference)

    return check


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
