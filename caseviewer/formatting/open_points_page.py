"""The pages of what the case leaves open: differences, gaps, and problems of the bundle."""

from caseviewer.formatting.mentions import add_mentions
from caseviewer.formatting.page import Look, Page, PageBuilder, Span, Target
from caseviewer.formatting.passage_lines import add_basis, passage_line
from caseviewer.formatting.record_titles import link
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import heading_word, word
from caseviewer.model.open_points import Difference, Gap, StatedValue
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import Problem


def difference_page(opened: OpenedCase, difference: Difference) -> Page:
    """A difference: its values side by side, with who says so and where."""
    builder = PageBuilder()
    builder.title(heading_word(difference.kind))
    builder.subtitle(f"{opened.index.short(difference.id)} · {tr('difference')}")
    builder.text(difference.summary)
    builder.heading(tr("Values"))
    for value in difference.values:
        _value(builder, opened, value)
    builder.field(tr("Resolution"), difference.resolution)
    _about(builder, opened, difference.about)
    add_mentions(builder, opened, difference)
    return builder.page()


def _value(builder: PageBuilder, opened: OpenedCase, value: StatedValue) -> None:
    builder.item((Span(value.value, None, Look.STRONG),))
    if value.asserted_by is not None:
        builder.note((Span(tr("says so: ")), *link(opened, value.asserted_by)), level=1)
    if value.passage is not None:
        builder.note((Span(tr("written in: ")), *passage_line(opened, value.passage)), level=1)
    builder.note(value.note, level=1)


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


def problem_target(position: int) -> Target:
    """The link to a problem, which has no id of its own, by its place in the list."""
    return Target(f"{PROBLEM_PREFIX}{position}")


PROBLEM_PREFIX = "problem:"
