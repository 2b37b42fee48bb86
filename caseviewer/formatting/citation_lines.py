"""How a source is cited, on its page: each form beside the other, and what is wrong with it."""

from caseviewer.citations.defects import Concerns, Defect, source_defects
from caseviewer.citations.forms import Form, Wanted
from caseviewer.citations.own_string import VISIBLE_MARK, clean, count_no_break, visible_spaces
from caseviewer.citations.runs import Face, Run, Runs
from caseviewer.formatting.citing import Cited
from caseviewer.formatting.defect_words import defect_sentence
from caseviewer.formatting.page import Look, PageBuilder, Span, Spans
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Source


def add_citations(
    builder: PageBuilder, opened: OpenedCase, source: Source, cited: Cited | None
) -> None:
    """The forms of a source's citation, and its defects."""
    if cited is not None:
        _add_formatted(builder, source, cited)
    _add_own(builder, source)
    builder.heading(tr("To know before copying"))
    for defect in source_defects(opened.index, source):
        builder.item((Span(defect_sentence(defect), None, _look(defect)),))


def _look(defect: Defect) -> Look:
    return Look.WARNING if defect.concerns is Concerns.EVERY else Look.PLAIN


def _add_formatted(builder: PageBuilder, source: Source, cited: Cited) -> None:
    builder.heading(tr("In the style: {style}", style=cited.style))
    if cited.citations is None:
        builder.text(cited.fault or tr("The citations are being formatted…"))
        return
    wanted = Wanted(source.id)
    for label, form in (
        (tr("Formatted"), Form.FULL),
        (tr("Short form"), Form.SHORT),
        (tr("Bibliography"), Form.BIBLIOGRAPHY),
    ):
        runs = cited.citations.get(wanted, form)
        builder.field(label, tr("the style has none") if runs is None else run_spans(runs))


def _add_own(builder: PageBuilder, source: Source) -> None:
    builder.heading(tr("Cite as, in the source’s own words"))
    if source.cite_as is None:
        builder.text(tr("The source gives no citation of its own."))
        return
    builder.field(tr("To the letter"), visible_spaces(source.cite_as))
    count = count_no_break(source.cite_as)
    if count:
        builder.field(tr("Clean"), clean(source.cite_as))
    if count == 1:
        builder.note(tr("{mark} stands for a no-break space.", mark=VISIBLE_MARK))
    elif count:
        note = tr(
            "{mark} stands for a no-break space; there are {count}.",
            mark=VISIBLE_MARK,
            count=count,
        )
        builder.note(note)


def run_spans(runs: Runs) -> Spans:
    """A formatted citation as spans of a page."""
    return tuple(Span(run.text, None, _face(run)) for run in runs)


def _face(run: Run) -> Look:
    if Face.ITALIC in run.faces:
        return Look.ITALIC
    return Look.STRONG if Face.BOLD in run.faces else Look.PLAIN
