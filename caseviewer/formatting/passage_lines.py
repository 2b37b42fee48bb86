"""Where a statement stands: lines for passages, with their words and the state of the check."""

from collections.abc import Sequence

from caseviewer.citations.defects import pinpoint_counted
from caseviewer.formatting.page import Look, PageBuilder, Span, Spans
from caseviewer.formatting.record_titles import link
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.opened import (
    Change,
    Checked,
    Folding,
    OpenedCase,
    PassageState,
    Piece,
)
from caseviewer.model.sources import Passage, Source
from caseviewer.model.visible import cut

EXCERPT_LIMIT = 120
_BAD = frozenset(PassageState) - {PassageState.FOUND, PassageState.UNCHECKED}


def is_counted(opened: OpenedCase, passage: Passage) -> bool:
    """Whether the paragraph number of a passage was counted rather than printed."""
    source, locator = opened.index.get(passage.source), passage.locator
    return (
        locator is not None
        and isinstance(source, Source)
        and pinpoint_counted(source, locator.label)
    )


def state_of(opened: OpenedCase, passage: Passage) -> PassageState:
    """What was found of a passage."""
    return opened.passage_states.get(passage.id, PassageState.UNCHECKED)


def state_span(opened: OpenedCase, passage: Passage) -> Span:
    """The state of a passage's check in words; a fault stands out."""
    state = state_of(opened, passage)
    words = word(state) if opened.checked is Checked.DONE else word(opened.checked)
    return Span(words, None, Look.WARNING if state in _BAD else Look.MUTED)


def add_finding(builder: PageBuilder, opened: OpenedCase, passage_id: str, level: int = 0) -> None:
    """What else is known of a passage's check: what was folded, and what comes nearest."""
    finding = opened.passage_findings.get(passage_id)
    if finding is None:
        return
    if finding.folded:
        kinds = ", ".join(word(kind) for kind in Folding if kind in finding.folded)
        builder.note(tr("found as they read; not compared: {kinds}", kinds=kinds), level=level)
    if finding.among_others:
        builder.note(
            tr("The words stand in the document, but not between those given around them."),
            level=level,
        )
    if finding.nearest:
        builder.note(tr("What comes nearest in the document:"), level=level)
        builder.quote(tuple(map(_piece_span, finding.nearest)), level=level)


def nearest_words(pieces: Sequence[Piece]) -> str:
    """The nearest text on one line, with the differences in brackets."""
    return "".join(_piece_span(piece).text for piece in pieces)


def _piece_span(piece: Piece) -> Span:
    """A run of the nearest text; words tell the difference, not the look alone."""
    if piece.change is Change.SAME:
        return Span(piece.text)
    words = tr("[{change}: {words}]", change=word(piece.change), words=piece.text)
    return Span(words, None, Look.WARNING)


def passage_line(opened: OpenedCase, passage_id: str) -> Spans:
    """A link to a passage, the first of its words, and the state of its check."""
    passage = opened.index.get(passage_id)
    if not isinstance(passage, Passage):
        return link(opened, passage_id)
    spans = [*link(opened, passage_id)]
    if is_counted(opened, passage):
        spans.append(Span(tr(" (counted)"), None, Look.MUTED))
    if passage.selector is not None:
        excerpt = cut(passage.selector.exact, EXCERPT_LIMIT)
        spans.append(Span(tr(": “{words}”", words=excerpt)))
    return (*spans, Span(" · "), state_span(opened, passage))


def add_basis(
    builder: PageBuilder, opened: OpenedCase, heading: str, basis: tuple[str, ...]
) -> None:
    """The passages that bear a record, under a heading."""
    builder.heading(heading)
    for passage_id in basis:
        builder.item(passage_line(opened, passage_id))
