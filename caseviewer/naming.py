"""What the command line names: records and styles, each by the name that was typed."""

from collections.abc import Iterable

from caseviewer.citations.more_styles import load_style
from caseviewer.citations.style_xml import StyleError
from caseviewer.citations.styles import Style
from caseviewer.formatting.citing import style_fault
from caseviewer.formatting.dates import day_words
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
    words = tr("No source is called “{name}”. There are: {known}.")
    raise _unknown(opened, words, name, opened.case.sources)


def named_quotation(opened: OpenedCase, name: str) -> Quotation:
    """The quotation of a name; raises UnknownNameError."""
    found = opened.index.named(name)
    if isinstance(found, Quotation):
        return found
    words = tr("No quotation is called “{name}”. There are: {known}.")
    raise _unknown(opened, words, name, opened.case.quotations)


def named_in_chronology(
    opened: OpenedCase, name: str, whole: OpenedCase | None = None
) -> Event | Deadline:
    """The event or deadline of a name; raises UnknownNameError.

    whole: the whole case, where `opened` is as it could be known on a day.
    """
    found = opened.index.named(name)
    if isinstance(found, Event | Deadline):
        return found
    refuse_hidden(opened, name, whole)
    words = tr("No event or deadline is called “{name}”. There are: {known}.")
    raise _unknown(opened, words, name, (*opened.chronology, *opened.case.deadlines))


def named_deadline(opened: OpenedCase, name: str, whole: OpenedCase | None = None) -> Deadline:
    """The deadline of a name; raises UnknownNameError. The rest as in `named_in_chronology`."""
    found = opened.index.named(name)
    if isinstance(found, Deadline):
        return found
    refuse_hidden(opened, name, whole)
    words = tr("No deadline is called “{name}”. There are: {known}.")
    raise _unknown(opened, words, name, opened.case.deadlines)


def refuse_hidden(opened: OpenedCase, name: str, whole: OpenedCase | None) -> None:
    """Raise UnknownNameError where a name is that of a record that is not shown for a day."""
    record = None if whole is None else whole.index.named(name)
    if opened.account is None or record is None or record.id not in opened.account.hidden:
        return
    raise UnknownNameError(
        tr(
            "“{name}” is in this file, but by what the file holds it could not be known on {day}.",
            name=name,
            day=day_words(opened.account.day),
        )
    )


def named_style(name: str) -> Style:
    """The style of a name, or of the file of that path; raises UnknownNameError."""
    try:
        return load_style(name)
    except StyleError as error:
        raise UnknownNameError(style_fault(name, error)) from None


def _unknown(
    opened: OpenedCase, words: str, name: str, records: Iterable[Record]
) -> UnknownNameError:
    """The fault that a name is none of those of some records."""
    known = ", ".join(opened.index.short(one.id) for one in records) or tr("none")
    return UnknownNameError(words.format(name=name, known=known))
