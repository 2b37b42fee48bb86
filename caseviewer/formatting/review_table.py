"""The list of the review: differences, sums, gaps, what the program found, problems, citations."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any

from caseviewer.citations.defects import source_defects
from caseviewer.formatting.defect_words import defect_sentence
from caseviewer.formatting.facets import Facet, Values, party_labels
from caseviewer.formatting.found_rows import Rules, findings_here, sums_here
from caseviewer.formatting.found_words import (
    finding_sentence,
    looked_words,
    rule_title,
    sum_sentence,
)
from caseviewer.formatting.page import Tab
from caseviewer.formatting.passage_lines import state_of
from caseviewer.formatting.record_titles import passage_title
from caseviewer.formatting.seen import Marks, digest_rows, is_seen
from caseviewer.formatting.source_tables import sources_with_defects
from caseviewer.formatting.table import Column, Item, Table, number_column, number_text
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import heading_word, word
from caseviewer.model.open_points import Difference, Gap
from caseviewer.model.opened import Checked, OpenedCase, PassageState
from caseviewer.model.parties import Party
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.reviewed import Finding, Reviewed, Rule, Sum
from caseviewer.model.sources import Passage, Source
from caseviewer.model.visible import cut

NO_MARKS: Marks = MappingProxyType({})
_CONCERNS = 6
_EXCERPT = 80
_MANY = 1_000
_LOOKED = Rules()
_TROUBLED = (
    PassageState.NOT_FOUND, PassageState.MOVED, PassageState.AMBIGUOUS, PassageState.IN_OTHER_COPY,
)  # fmt: skip


def review_table(
    opened: OpenedCase, marks: Marks = NO_MARKS, rows: tuple[Item, ...] | None = None
) -> Table:
    """All that a case leaves open. `marks` tell which rows the reader has seen.

    rows: those of an earlier table of the same case, where they are at hand.
    """
    heads, words = _Heads(opened), partial(_words, marks)
    # The columns are always the same: what is found behind the opening, and what is marked, may
    # fill one at any time.
    columns = (
        number_column(),
        Column("summary", tr("What"), words, weight=8),
        Column("about", tr("Concerns"), _concerns, weight=2),
    )
    rows = tuple(_rows(opened)) if rows is None else rows

    def sentence(opened: OpenedCase, item: Item) -> str:
        parts = (number_text(opened, item), heads.of(opened, item), words(opened, item))
        return ", ".join(filter(None, parts))

    return Table(Tab.REVIEW, columns, rows, heads.of, sentence, _facets(opened, heads, rows, marks))


def _words(marks: Marks, opened: OpenedCase, item: Item) -> str:
    """What a row says; a word before it where the reader has seen it."""
    said = summary_text(opened, item)
    return tr("seen · {words}", words=said) if is_seen(opened, item, marks) else said


def _rows(opened: OpenedCase) -> Iterator[Item]:
    kinds = {item.kind: None for item in opened.case.differences}
    ranks = {kind: rank for rank, kind in enumerate(kinds)}
    yield from sorted(opened.case.differences, key=lambda item: ranks[item.kind])
    yield from sums_here(opened)
    yield from opened.case.gaps
    yield from findings_here(opened)
    if opened.reviewed is not None or opened.checked is not Checked.DONE:
        yield _LOOKED
    severities = {severity: rank for rank, severity in enumerate(Severity)}
    yield from sorted(opened.problems, key=lambda item: severities[item.severity])
    yield from sources_with_defects(opened)
    yield from _passages_in_trouble(opened)


def _passages_in_trouble(opened: OpenedCase) -> list[Passage]:
    """The passages that are not at their place, the worst first."""
    ranks = {state: rank for rank, state in enumerate(_TROUBLED)}
    places = {name: ranks[state] for name, state in opened.passages if state in ranks}
    found = [one for one in opened.case.passages if one.id in places] if places else []
    return sorted(found, key=lambda one: places[one.id])


def summary_text(opened: OpenedCase, item: Item) -> str:
    """What is wrong, differs, is missing or was found, in a sentence."""
    if isinstance(item, Problem):
        return item.sentence()
    words = _SUMMARIES.get(type(item))
    return "" if words is None else words(opened, item)


def _passage_summary(opened: OpenedCase, item: Passage) -> str:
    title = passage_title(opened, item)
    if item.selector is None:
        return title
    return tr("{place}: “{words}”", place=title, words=cut(item.selector.exact, _EXCERPT))


_SUMMARIES: Mapping[type, Callable[[OpenedCase, Any], str]] = MappingProxyType({
    Source: lambda opened, item: " ".join(map(defect_sentence, source_defects(opened.index, item))),
    Difference: lambda _, item: tr("{kind}: {summary}", kind=heading_word(item.kind),
                                   summary=item.summary),
    Gap: lambda _, item: item.missing,
    Finding: finding_sentence,
    Sum: sum_sentence,
    Rules: lambda opened, _: looked_words(opened),
    Passage: _passage_summary,
})  # fmt: skip


def _targets(item: Item) -> tuple[str, ...]:
    """The ids of the records that a row is about."""
    if isinstance(item, Finding | Sum):
        return tuple(dict.fromkeys(item.records))
    about: tuple[str, ...] = getattr(item, "about", ())
    return about


def _concerns(opened: OpenedCase, item: Item) -> str:
    targets = _targets(item)
    shown = [opened.index.short(target) or target for target in targets[:_CONCERNS]]
    return ", ".join([*shown, "…"] if len(targets) > _CONCERNS else shown)


class _Heads:
    """The head of each row's group, and what kind of row that is in a few words."""

    def __init__(self, opened: OpenedCase) -> None:
        """Know how many each rule found."""
        self._opened = opened

    @cached_property
    def _rules(self) -> dict[Rule, str]:
        reviewed = self._opened.reviewed or Reviewed()
        listed = Counter(one.rule for one in reviewed.findings)
        return {rule: _rule_head(rule, listed[rule], reviewed.count(rule)) for rule in listed}

    def of(self, _: OpenedCase, item: Item) -> str:
        """The head of a row's group."""
        if isinstance(item, Problem):
            return tr("Problems of the bundle: {severity}", severity=word(item.severity))
        if isinstance(item, Finding):
            return self._rules[item.rule]
        if isinstance(item, Passage):
            state = word(state_of(self._opened, item)).split(":")[0]
            return tr("Passages: {state}", state=state)
        return tr(_HEADS[type(item)])

    def kind(self, item: Item) -> str:
        """What sort of row this is."""
        return tr(_KINDS[type(item)])


def _rule_head(rule: Rule, listed: int, count: int) -> str:
    head = tr("Found by the program: {what}", what=rule_title(rule))
    if listed == count:
        return head
    return tr("{head} ({listed} of {count} listed)", head=head, listed=listed, count=f"{count:,}")


_HEADS: Mapping[type, str] = MappingProxyType({
    Difference: "Differences: told in more than one way",
    Sum: "Sums, checked by the program",
    Gap: "Gaps: what this file does not say",
    Rules: "Found by the program: what it looks for",
    Source: "Citations: to know before copying",
})  # fmt: skip
_KINDS: Mapping[type, str] = MappingProxyType({
    Difference: "differences",
    Sum: "sums",
    Gap: "gaps",
    Finding: "found by the program",
    Rules: "found by the program",
    Problem: "problems of the bundle",
    Source: "citations",
    Passage: "passages",
})  # fmt: skip


def _facets(
    opened: OpenedCase, heads: _Heads, rows: tuple[Item, ...], marks: Marks
) -> tuple[Facet, ...]:
    """What rows can be chosen by: their kind, the parties that they concern, and whether seen."""
    label, nobody = party_labels(opened), tr("no party")
    kinds = tuple(dict.fromkeys(map(tr, _KINDS.values())))
    seen, not_seen = tr("seen"), tr("not seen")

    def parties(opened: OpenedCase, item: Item) -> Values:
        found = (one for one in _targets(item) if isinstance(opened.index.get(one), Party))
        return tuple(dict.fromkeys(map(label, found))) or (nobody,)

    def whether(opened: OpenedCase, item: Item) -> Values:
        return (seen if is_seen(opened, item, marks) else not_seen,)

    def prepare() -> Iterator[None]:
        # Of a short list they are made when they are needed.
        return digest_rows(opened, rows) if len(rows) > _MANY else iter(())

    return (
        Facet("kind", tr("Kind"), lambda _, item: (heads.kind(item),), kinds),
        Facet("party", tr("Concerns"), parties, last=nobody),
        Facet("seen", tr("Seen"), whether, (not_seen, seen), prepare=prepare, alone=seen),
    )
