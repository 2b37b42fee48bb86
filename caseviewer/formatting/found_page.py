"""The pages of what the program found: the facts side by side, the rule, the records; no winner."""

from collections.abc import Sequence

from caseviewer.formatting.found_rows import FoundRow, Rules, found_id
from caseviewer.formatting.found_words import (
    SENTENCES,
    finding_sentence,
    looked_words,
    rule_title,
    sum_words,
)
from caseviewer.formatting.page import Page, PageBuilder, Span, Spans, Target
from caseviewer.formatting.record_titles import link
from caseviewer.formatting.side_by_side import add_sides, compared_side
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reviewed import Finding, Reviewed, Rule, Sum, SumKind

_SIDES = 12
"""So many facts are shown side by side; the records are all listed below."""
_NO_WINNER = (
    "The program sets these facts beside each other. It does not say which of them is right, nor"
    " that any of them is wrong."
)
_SUM_RULES = {
    SumKind.PARTS: "The parts that a source counts apart are added up. Counts that are not exact"
    " are left alone.",
    SumKind.GROUPS: "The smaller groups that lie within a larger one are taken from its count,"
    " where all counts are exact and the smaller groups hold more than half of it. Groups may"
    " overlap, so that more may be left than is told. A file need not tell of everybody: what is"
    " not accounted for is a question, not a fault.",
}
_SUMS = {
    SumKind.PARTS: "the parts of a count",
    SumKind.GROUPS: "smaller groups within a larger one",
}
_OF_SUMS = "Sums are shown whether they come out or not; they have a group of their own."
_QUIET = (
    "What no rule finds may still be wrong: the rules keep silent where a doubt has another"
    " likely reason."
)


def found_page(opened: OpenedCase, found: FoundRow) -> Page:
    """The page of a finding, of a sum, or of the rules."""
    if isinstance(found, Finding):
        return finding_page(opened, found)
    if isinstance(found, Sum):
        return sum_page(opened, found)
    return looked_page(opened) if found.of is None else rule_page(opened, found.of)


def finding_page(opened: OpenedCase, finding: Finding) -> Page:
    """What one rule found."""
    builder = PageBuilder()
    title = rule_title(finding.rule)
    builder.title(title[:1].upper() + title[1:])
    builder.subtitle(tr("found by the program"))
    builder.text(finding_sentence(opened, finding))
    builder.heading(tr("Side by side"))
    add_sides(builder, [compared_side(opened, value) for value in finding.values[:_SIDES]])
    if finding.values:
        builder.note(tr(_NO_WINNER))
    _rule(builder, tr(SENTENCES[finding.rule]))
    _records(builder, opened, finding.records)
    return builder.page()


def sum_page(opened: OpenedCase, found: Sum) -> Page:
    """A sum: its terms, whether it comes out, and who recorded what is left."""
    builder = PageBuilder()
    builder.title(sum_words(found))
    builder.subtitle(tr("sum checked by the program"))
    builder.heading(tr("Whole"))
    builder.item((*link(opened, found.whole), Span(f": {found.value}")))
    builder.heading(tr("Parts") if found.kind is SumKind.PARTS else tr("Groups within it"))
    for term in found.terms[:_SIDES]:
        name = link(opened, term.party) if term.party else ()
        builder.item((*name, Span(": " if name else ""), Span(str(term.value))))
    if len(found.terms) > _SIDES:
        builder.item(tr("and {count} more", count=f"{len(found.terms) - _SIDES:,}"))
    builder.heading(tr("Recorded by the compiler"))
    for point in found.recorded:
        builder.item(link(opened, point))
    _rule(builder, tr(_SUM_RULES[found.kind]))
    return builder.page()


def looked_page(opened: OpenedCase) -> Page:
    """What the program looks for, a line for each rule, with what came of it.

    Each line leads to its rule in full; where nothing was found there is no more to read here.
    """
    builder = PageBuilder()
    builder.title(tr("What the program looks for"))
    builder.subtitle(tr("found by the program"))
    builder.text(looked_words(opened))
    counts = {rule: _counts(opened.reviewed, rule) for rule in Rule}
    builder.heading(tr("Found"))
    for rule in filter(counts.get, Rule):
        builder.item((*_to_rule(opened, rule), Span(f": {counts[rule]}")))
    whole = opened.reviewed is not None and not opened.reviewed.partial
    builder.heading(tr("Nothing found") if whole else tr("Looked for"))
    for rule in Rule:
        if not counts[rule]:
            builder.item(_to_rule(opened, rule))
    builder.heading(tr("Sums"))
    for kind in SumKind:
        builder.item(_to_rule(opened, kind))
    builder.note(tr(_QUIET))
    return builder.page()


def rule_page(opened: OpenedCase, rule: Rule | SumKind) -> Page:
    """One rule in full, with what came of it."""
    builder = PageBuilder()
    builder.title(_name(rule))
    builder.subtitle(tr("looked for by the program"))
    if isinstance(rule, SumKind):
        builder.text(tr(_SUM_RULES[rule]))
        builder.note(tr(_OF_SUMS))
        return builder.page()
    builder.text(tr(SENTENCES[rule]))
    told = _counts(opened.reviewed, rule)
    if told or (opened.reviewed is not None and not opened.reviewed.partial):
        builder.item(told or tr("nothing found"))
    builder.note(tr(_QUIET))
    return builder.page()


def _to_rule(opened: OpenedCase, rule: Rule | SumKind) -> Spans:
    """A link to the page of one rule."""
    return (Span(_name(rule), Target(found_id(opened, Rules(rule)))),)


def _name(rule: Rule | SumKind) -> str:
    title = tr(_SUMS[rule]) if isinstance(rule, SumKind) else rule_title(rule)
    return title[:1].upper() + title[1:]


def _counts(reviewed: Reviewed | None, rule: Rule) -> str:
    """How much a rule found; empty where it found nothing, or was not applied."""
    if reviewed is None:
        return ""
    found, recorded = reviewed.count(rule), reviewed.recorded_counts()[rule]
    if reviewed.partial:
        return tr("{found} found at least", found=f"{found:,}") if found else ""
    told = [tr("{found} found", found=f"{found:,}")] if found else []
    if recorded:
        told.append(tr("{count} that the compiler recorded as well", count=f"{recorded:,}"))
    return ", ".join(told)


def _rule(builder: PageBuilder, sentence: str) -> None:
    builder.heading(tr("The rule"))
    builder.text(sentence)


def _records(builder: PageBuilder, opened: OpenedCase, records: Sequence[str]) -> None:
    builder.heading(tr("Concerns"))
    for record in records:
        builder.item(link(opened, record))
