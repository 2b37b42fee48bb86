"""The rows of what the program found: they are no records, and are named by their places.

The rules have one row, and besides a page for each: "found:rules", "found:rules:symbol".
"""

from dataclasses import dataclass

from caseviewer.model.opened import OpenedCase
from caseviewer.model.reviewed import Finding, Reviewed, Rule, Sum, SumKind

FOUND_PREFIX = "found:"
SUM_PREFIX = "sum:"
RULES_ID = "found:rules"


@dataclass(frozen=True, slots=True)
class Rules:
    """The row that tells what the program looks for; with `of` one rule of it."""

    of: Rule | SumKind | None = None


FoundRow = Finding | Sum | Rules


def found_id(opened: OpenedCase, item: FoundRow) -> str:
    """What a link to the row names: "found:3", "sum:2"."""
    reviewed = opened.reviewed or Reviewed()
    if isinstance(item, Finding):
        return f"{FOUND_PREFIX}{reviewed.findings.index(item)}"
    if isinstance(item, Sum):
        return f"{SUM_PREFIX}{reviewed.sums.index(item)}"
    return RULES_ID if item.of is None else f"{RULES_ID}:{item.of}"


def found_at(opened: OpenedCase, record: str) -> FoundRow | None:
    """What such an id names, if it names anything."""
    if record in _RULES:
        return Rules(_RULES[record])
    reviewed = opened.reviewed or Reviewed()
    for prefix, rows in ((FOUND_PREFIX, reviewed.findings), (SUM_PREFIX, reviewed.sums)):
        place = record.removeprefix(prefix)
        if place != record and place.isdecimal() and int(place) < len(rows):
            return rows[int(place)]
    return None


_RULES: dict[str, Rule | SumKind | None] = {
    RULES_ID: None,
    **{f"{RULES_ID}:{one}": one for one in (*Rule, *SumKind)},
}


def row_of_found(record: str) -> str:
    """The row that stands for such an id: one rule has none of its own."""
    return RULES_ID if record in _RULES else record


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
