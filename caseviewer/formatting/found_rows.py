"""The rows of what the program found: they are no records, and are named by their places."""

from dataclasses import dataclass

from caseviewer.model.opened import OpenedCase
from caseviewer.model.reviewed import Finding, Reviewed, Sum

FOUND_PREFIX = "found:"
SUM_PREFIX = "sum:"
RULES_ID = "found:rules"


@dataclass(frozen=True, slots=True)
class Rules:
    """The row that tells what the program looks for."""


FoundRow = Finding | Sum | Rules


def found_id(opened: OpenedCase, item: FoundRow) -> str:
    """What a link to the row names: "found:3", "sum:2"."""
    reviewed = opened.reviewed or Reviewed()
    if isinstance(item, Finding):
        return f"{FOUND_PREFIX}{reviewed.findings.index(item)}"
    if isinstance(item, Sum):
        return f"{SUM_PREFIX}{reviewed.sums.index(item)}"
    return RULES_ID


def found_at(opened: OpenedCase, record: str) -> FoundRow | None:
    """What such an id names, if it names anything."""
    if record == RULES_ID:
        return Rules()
    reviewed = opened.reviewed or Reviewed()
    for prefix, rows in ((FOUND_PREFIX, reviewed.findings), (SUM_PREFIX, reviewed.sums)):
        place = record.removeprefix(prefix)
        if place != record and place.isdecimal() and int(place) < len(rows):
            return rows[int(place)]
    return None


def findings_here(opened: OpenedCase) -> tuple[Finding, ...]:
    """The findings whose records are all in the case as it is seen."""
    found = () if opened.reviewed is None else opened.reviewed.findings
    return tuple(one for one in found if _is_here(opened, one))


def sums_here(opened: OpenedCase) -> tuple[Sum, ...]:
    """The sums whose parties are all in the case as it is seen."""
    found = () if opened.reviewed is None else opened.reviewed.sums
    return tuple(one for one in found if _is_here(opened, one))


def _is_here(opened: OpenedCase, found: Finding | Sum) -> bool:
    return all(opened.index.get(record) is not None for record in found.records)
