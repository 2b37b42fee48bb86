"""What the program found by itself in a case: facts side by side, never a winner."""

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum

from caseviewer.model.dated import Date


class Rule(StrEnum):
    """What the program looks for; the words for each rule are in `formatting.found_words`."""

    SAME_EVENT = "same_event"
    DECISION_DATE = "decision_date"
    DECISION_FIRST = "decision_first"
    TOLD_TOO_EARLY = "told_too_early"
    STEPS = "steps"
    SPELLING = "spelling"
    NEAR_SPELLING = "near_spelling"
    SYMBOL = "symbol"
    CASE_NUMBER = "case_number"
    PARTY_ALONE = "party_alone"
    NO_PLACE = "no_place"
    NOBODY_SAYS = "nobody_says"


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the facts side by side: what it says, in which record, who says so and where."""

    value: str | Date
    record: str
    asserted_by: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found: the ids of its records, and the facts that it compared.

    recorded: the differences and gaps by which the compiler told the same.
    """

    rule: Rule
    records: tuple[str, ...]
    values: tuple[Compared, ...] = ()
    recorded: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """Every record that it rests on, passages and those who say so among them."""
        compared = (
            name for one in self.values for name in (one.record, *one.asserted_by, *one.passages)
        )
        return (*self.records, *compared)


class SumKind(StrEnum):
    """What is added up: the parts of one count, or the smaller groups within a larger one."""

    PARTS = "parts"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class Term:
    """One number that is added, and the group that it counts; empty for a part of a count."""

    value: int
    party: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """A count of a party, and what should add up to it; `recorded` as in a finding."""

    kind: SumKind
    whole: str
    value: int
    terms: tuple[Term, ...]
    recorded: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """What was added up."""
        return sum(term.value for term in self.terms)

    @property
    def rest(self) -> int:
        """What the whole has beyond that; negative where it has less."""
        return self.value - self.total

    @property
    def is_news(self) -> bool:
        """Whether the sum leaves something open that the compiler did not tell.

        What has too much, or parts that do not add up, is told among the problems of the bundle.
        """
        return self.kind is SumKind.GROUPS and self.rest > 0 and not self.recorded

    @property
    def records(self) -> tuple[str, ...]:
        """The parties that are counted."""
        return (self.whole, *(term.party for term in self.terms if term.party))


@dataclass(frozen=True)
class Reviewed:
    """What the rules found in a case.

    `findings` are those that the compiler did not record, at most so many for each rule;
    `unlisted` counts the others of them, `recorded` those that the compiler recorded as well.
    `partial` tells that only what is listed could be told apart, so that there may be more.
    """

    findings: tuple[Finding, ...] = ()
    sums: tuple[Sum, ...] = ()
    unlisted: tuple[tuple[Rule, int], ...] = ()
    unlisted_sums: int = 0
    recorded: tuple[tuple[Rule, int], ...] = ()
    partial: bool = False

    def count(self, rule: Rule) -> int:
        """How much a rule found that the compiler did not record, listed or not."""
        return sum(one.rule is rule for one in self.findings) + dict(self.unlisted).get(rule, 0)

    @property
    def news(self) -> int:
        """How much was found in all that the compiler did not record."""
        found = len(self.findings) + sum(count for _, count in self.unlisted)
        return found + sum(one.is_news for one in self.sums)

    def without(self, hidden: AbstractSet[str]) -> "Reviewed":
        """What is left when some records are hidden, by their ids.

        What is only counted cannot be told apart by records, so it is left out; and of the
        records that are left alone the rules could find more.
        """
        if not hidden:
            return self

        def visible(ids: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(one for one in ids if one not in hidden)

        findings = (one for one in self.findings if hidden.isdisjoint(one.named))
        sums = (one for one in self.sums if hidden.isdisjoint(one.records))
        return Reviewed(
            tuple(replace(one, recorded=visible(one.recorded)) for one in findings),
            tuple(replace(one, recorded=visible(one.recorded)) for one in sums),
            partial=True,
        )

    def recorded_counts(self) -> Counter[Rule]:
        """How much each rule found that the compiler recorded as well."""
        return Counter(dict(self.recorded))
