"""What the command line names: records and styles, each by the name that was typed."""

from collections.abc import Iterable

from caseviewer.citations.more_styles import load_style
from caseviewer.citations.style_xml import StyleError
from caseviewer.citations.styles import Style
from caseviewer.formatting.citing import style_fault
from caseviewer.formatting.translate import tr
from caseviewer.model.case import Record
from caseviewer.model.events import Deadline, Event
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from caseviewer.model.sources import Source


class UnknownNameError(Exception):
    """Something that was asked for is not there; its text is a sentence."""


def named_source(opened: OpenedCase, name: str) -> Source:
    """The source of a name; raises UnknownNameError."""
    found = opened.index.named(name)
    if isinstance(found, Source):
        return found
    known = _known(opened, opened.case.sources)
    raise UnknownNameError(
        tr("No source is called “{name}”. There are: {known}.", name=name, known=known)
    )


def named_quotation(opened: OpenedCase, name: str) -> Quotation:
    """The quotation of a name; raises UnknownNameError."""
    found = opened.index.named(name)
    if isinstance(found, Quotation):
        return found
    known = _known(opened, opened.case.quotations)
    raise UnknownNameError(
        tr("No quotation is called “{name}”. There are: {known}.", name=name, known=known)
    )


def named_in_chronology(opened: OpenedCase, name: str) -> Event | Deadline:
    """The event or deadline of a name; raises UnknownNameError."""
    found = opened.index.named(name)
    if isinstance(found, Event | Deadline):
        return found
    known = _known(opened, (*opened.chronology, *opened.case.deadlines))
    words = tr("No event or deadline is called “{name}”. There are: {known}.")
    raise UnknownNameError(words.format(name=name, known=known))


def named_deadline(opened: OpenedCase, name: str) -> Deadline:
    """The deadline of a name; raises UnknownNameError."""
    found = opened.index.named(name)
    if isinstance(found, Deadline):
        return found
    known = _known(opened, opened.case.deadlines)
    raise UnknownNameError(
        tr("No deadline is called “{name}”. There are: {known}.", name=name, known=known)
    )


def named_style(name: str) -> Style:
    """The style of a name, or of the file of that path; raises UnknownNameError."""
    try:
        return load_style(name)
    except StyleError as error:
        raise UnknownNameError(style_fault(name, error)) from None


def _known(opened: OpenedCase, records: Iterable[Record]) -> str:
    return ", ".join(opened.index.short(one.id) for one in records) or tr("none")
