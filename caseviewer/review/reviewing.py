"""Runs all rules over a case. What is listed has a limit, what is counted has none."""

from collections import Counter
from collections.abc import Callable, Iterator

from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.reviewed import Finding, Reviewed, Rule, Sum
from caseviewer.review.dates import same_event, steps, told_too_early
from caseviewer.review.identifiers import case_numbers, symbols
from caseviewer.review.left_out import (
    events_that_nobody_tells,
    parties_alone,
    quotations_without_a_place,
)
from caseviewer.review.looking import Looking
from caseviewer.review.proceedings import decision_date, decision_first
from caseviewer.review.spellings import spellings
from caseviewer.review.sums import sums

LISTED = 50
"""So many findings of each rule, and sums, are listed."""

_RULES: tuple[Callable[[Looking], Iterator[Finding]], ...] = (
    same_event,
    decision_date,
    decision_first,
    told_too_early,
    steps,
    spellings,
    symbols,
    case_numbers,
    parties_alone,
    quotations_without_a_place,
    events_that_nobody_tells,
)


def review(case: Case, index: CaseIndex, pause: Callable[[], None] = lambda: None) -> Reviewed:
    """What the rules find in a case; `pause` is called between two pieces of the work.

    It may raise, and so end the work.
    """
    look = Looking(case, index, pause)
    found: dict[Rule, list[Finding]] = {rule: [] for rule in Rule}
    unlisted: Counter[Rule] = Counter()
    recorded: Counter[Rule] = Counter()
    for rule in _RULES:
        for finding in rule(look):
            if finding.recorded:
                recorded[finding.rule] += 1
            elif len(found[finding.rule]) < LISTED:
                found[finding.rule].append(finding)
            else:
                unlisted[finding.rule] += 1
    listed, more = _listed_sums(sums(look))
    return Reviewed(
        findings=tuple(finding for rule in Rule for finding in found[rule]),
        sums=listed,
        unlisted=_in_order(unlisted),
        unlisted_sums=more,
        recorded=_in_order(recorded),
    )


def _listed_sums(found: Iterator[Sum]) -> tuple[tuple[Sum, ...], int]:
    """The sums that are listed, and how many are not: those that agree are left out first."""
    open_ones: list[Sum] = []
    right: list[Sum] = []
    count = 0
    for one in found:
        count += 1
        kept = open_ones if one.rest else right
        if len(kept) < LISTED:
            kept.append(one)
    listed = (*open_ones, *right)[:LISTED]
    return listed, count - len(listed)


def _in_order(counts: Counter[Rule]) -> tuple[tuple[Rule, int], ...]:
    return tuple((rule, counts[rule]) for rule in Rule if counts[rule])
