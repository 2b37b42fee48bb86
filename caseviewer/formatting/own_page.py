"""What stands on the page of a record of the reader's own: marks, notes, and whether they hold.

It is kept apart from the page, so that no copy of the page can hold it.
"""

from caseviewer.formatting.note_words import (
    called,
    mark_words,
    not_understood_words,
    outdated_words,
    revision_of,
    written_on,
    yours,
)
from caseviewer.formatting.page import Block, Look, PageBuilder, Span, Target
from caseviewer.formatting.record_titles import link
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.references import How
from caseviewer.model.sources import Source
from caseviewer.model.visible import cut
from caseviewer.notes.by_record import CaseNotes, OfRecord
from caseviewer.notes.values import Annotation, Sort

Blocks = tuple[Block, ...]

_EXCERPT = 160
_LISTED = 40


def own_blocks(opened: OpenedCase, notes: CaseNotes, record: str) -> Blocks:
    """What the reader keeps on a record, or, without one, what has become of all notes."""
    if not notes.notes or is_hidden(opened, record):
        return ()
    builder = PageBuilder()
    if record:
        kept = notes.of(record)
        if kept.kept:
            builder.subtitle(marks_spans(kept))
        add_notes(builder, opened, kept)
        _add_passages(builder, opened, notes, record)
    else:
        if notes.notes.others:
            builder.note(not_understood_words(len(notes.notes.others)))
        _add_gone(builder, notes)
        _add_outdated(builder, opened, notes)
    return builder.page().blocks


def is_hidden(opened: OpenedCase, record: str) -> bool:
    """Whether a record could not be known on the day of which the reader asks."""
    return opened.account is not None and record in opened.account.hidden


def marks_spans(kept: OfRecord) -> tuple[Span, ...]:
    """What is kept on a record, in a line."""
    return (Span(yours(mark_words(kept)), None, Look.STRONG),)


def add_notes(builder: PageBuilder, opened: OpenedCase, kept: OfRecord) -> None:
    """Put notes on a page, and whether they and a read mark still hold."""
    revision = revision_of(opened)
    for one in kept.of(Sort.READ):
        builder.note(_warning("" if kept.is_read else outdated_words(kept, one, revision)))
    for one in kept.notes:
        builder.heading(_head(kept, one))
        builder.text(one.text)
        builder.note(_warning(outdated_words(kept, one, revision)))


def _head(kept: OfRecord, one: Annotation) -> str:
    day = written_on(one.modified)
    if not kept.gone:
        return tr("Your note, {day}", day=day)
    return tr("Your note on {record}, {day}", record=called(kept), day=day)


def _warning(words: str) -> tuple[Span, ...]:
    return (Span(words, None, Look.WARNING),) if words else ()


def _add_passages(builder: PageBuilder, opened: OpenedCase, notes: CaseNotes, source: str) -> None:
    """What is kept on the passages of a source, which have no rows of their own."""
    if not isinstance(opened.index.get(source), Source):
        return
    builder.heading(tr("Yours on its passages"))
    for mention in opened.index.mentions(source):
        kept = notes.of(mention.by.id)
        if mention.how is How.SOURCE and kept.kept:
            marks = Span(f": {' · '.join(mark_words(kept))}")
            builder.item((*link(opened, mention.by.id), marks))


def _add_gone(builder: PageBuilder, notes: CaseNotes) -> None:
    builder.heading(tr("Your notes on records that are no longer in this file"))
    found = notes.gone
    for kept in found[:_LISTED]:
        texts = "; ".join(one.text for one in kept.notes)
        target = Target(kept.record)
        builder.item((Span(called(kept), target), Span(f": {cut(_one_line(texts), _EXCERPT)}")))
    _tell_rest(builder, len(found))


def _add_outdated(builder: PageBuilder, opened: OpenedCase, notes: CaseNotes) -> None:
    builder.heading(tr("Records that have changed since you wrote a note on them"))
    found = [kept for kept in notes.outdated if not is_hidden(opened, kept.record)]
    for kept in found[:_LISTED]:
        builder.item(link(opened, kept.record))
    _tell_rest(builder, len(found))


def _tell_rest(builder: PageBuilder, count: int) -> None:
    if count > _LISTED:
        builder.item(tr("and {count} more", count=f"{count - _LISTED:,}"))


def _one_line(text: str) -> str:
    return " ".join(text.split())
