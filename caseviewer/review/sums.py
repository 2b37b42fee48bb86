"""Counts that should add up: parts of a count, and groups within a larger one.

A group whose count is not exact is left alone. Smaller groups may overlap, and a file that tells
of two among 28 does not set out to tell of all: only where they hold more than half of the larger
group is there a sum.
"""

from collections import defaultdict
from collections.abc import Iterator

from caseviewer.model.kinds import DifferenceKind, PartyKind, Qualifier
from caseviewer.model.parties import Party
from caseviewer.model.reviewed import Sum, SumKind, Term
from caseviewer.review.looking import Looking

_COUNTED = frozenset({
    DifferenceKind.UNEXPLAINED, DifferenceKind.QUANTITY, DifferenceKind.CONTRADICTION,
    DifferenceKind.PRECISION,
})  # fmt: skip


def sums(look: Looking) -> Iterator[Sum]:
    """Every sum of a case that can be checked, right or wrong."""
    within: dict[str, list[Party]] = defaultdict(list)
    for party in look.each(look.case.parties):
        if party.subset_of is not None:
            within[party.subset_of.of].append(party)
    for party in look.each(look.case.parties):
        value = _exact(party)
        if value is None:
            continue
        if party.size is not None and party.size.parts:
            terms = tuple(Term(part.value) for part in party.size.parts)
            yield Sum(SumKind.PARTS, party.id, value, terms)
        if made := _of_groups(look, party, value, within.get(party.id, [])):
            yield made


def _of_groups(look: Looking, whole: Party, value: int, groups: list[Party]) -> Sum | None:
    counts = [_exact(group) for group in groups]
    terms = tuple(
        Term(count, group.id)
        for count, group in zip(counts, groups, strict=True)
        if count is not None
    )
    if not terms or len(terms) < len(groups):
        return None
    made = Sum(SumKind.GROUPS, whole.id, value, terms)
    largest = max(terms, key=lambda term: term.value)
    if made.rest < 0:
        # Several groups may hold the same people; one alone cannot be larger than the whole.
        made = Sum(SumKind.GROUPS, whole.id, value, (largest,))
        if made.rest >= 0:
            return None
    elif made.total * 2 <= value:
        return None
    if made.rest <= 0:
        return made
    recorded = [
        point
        for term in look.each(made.terms)
        for point in look.recorded(whole.id, term.party, kinds=_COUNTED)
    ]
    return Sum(made.kind, made.whole, made.value, made.terms, tuple(dict.fromkeys(recorded)))


def _exact(party: Party) -> int | None:
    """How many a party is, where that is exact; a person is one."""
    if party.size is not None:
        return party.size.value if party.size.qualifier is Qualifier.EXACT else None
    return 1 if party.kind is PartyKind.PERSON else None
