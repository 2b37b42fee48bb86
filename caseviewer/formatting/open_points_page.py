"""The pages of what the case leaves open: differences, gaps, and problems of the bundle."""

from caseviewer.formatting.mentions import add_mentions
from caseviewer.formatting.page import Page, PageBuilder
from caseviewer.formatting.passage_lines import add_basis
from caseviewer.formatting.record_titles import link
from caseviewer.formatting.side_by_side import add_sides, stated_side
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import heading_word, word
from caseviewer.model.open_points import Difference, Gap
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import Problem

PROBLEM_PREFIX = "problem:"
"""A problem has no id of its own; its link names its place in the list: "problem:3"."""
_VALUES = 200
"""So many values are shown; a file may hold thousands."""


def difference_page(opened: OpenedCase, difference: Difference) -> Page:
    """A difference: its values side by side, with who says so and where."""
    builder = PageBuilder()
    builder.title(heading_word(difference.kind))
    builder.subtitle(f"{opened.index.short(difference.id)} · {tr('difference')}")
    builder.text(difference.summary)
    builder.heading(tr("Values side by side"))
    values = difference.values[:_VALUES]
    add_sides(builder, [stated_side(opened, value) for value in values])
    if len(difference.values) > len(values):
        more = len(difference.values) - len(values)
        builder.note(tr("and {count} more values", count=f"{more:,}"))
    builder.field(tr("Resolution"), difference.resolution)
    _about(builder, opened, difference.about)
    add_mentions(builder, opened, difference)
    return builder.page()


def _about(builder: PageBuilder, opened: OpenedCase, about: tuple[str, ...]) -> None:
    builder.heading(tr("Concerns"))
    for target in about:
        builder.item(link(opened, target))


def gap_page(opened: OpenedCase, gap: Gap) -> Page:
    """A gap: what the file does not say, about what, and whom one would ask."""
    builder = PageBuilder()
    builder.title(tr("Not said in this file"))
    builder.subtitle(f"{opened.index.short(gap.id)} · {tr('gap')}")
    builder.text(gap.missing)
    builder.field(tr("Question for"), gap.ask)
    _about(builder, opened, gap.about)
    add_basis(builder, opened, tr("Seen in"), gap.basis)
    add_mentions(builder, opened, gap)
    return builder.page()


def problem_page(opened: OpenedCase, problem: Problem) -> Page:
    """A problem of the bundle: which record and field, what was found, where, what to do."""
    builder = PageBuilder()
    builder.title(problem.message)
    builder.subtitle(f"{word(problem.severity)} · {tr('problem of the bundle')}")
    if problem.record and opened.index.get(problem.record) is not None:
        builder.field(tr("Record"), link(opened, problem.record))
    elif problem.short or problem.record:
        record = " ".join(filter(None, (problem.short, problem.record)))
        builder.field(tr("Record"), tr("{record} (not shown)", record=record))
    builder.field(tr("Field"), problem.field)
    builder.field(tr("Found"), problem.found)
    builder.field(tr("Expected"), problem.expected)
    if problem.place is not None:
        builder.field(tr("Place in the file"), str(problem.place))
    if problem.line_text:
        builder.quote(problem.line_text)
    builder.field(tr("What to do"), problem.hint)
    return builder.page()
