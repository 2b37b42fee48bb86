"""Words for what a reader keeps on records: in a row, on a page, and when something goes wrong.

They begin with "Yours" or "Your", so that nobody takes them for what the file says.
"""

from collections.abc import Mapping
from datetime import datetime

from caseviewer.formatting.dates import day_words
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.notes.by_record import CaseNotes, OfRecord
from caseviewer.notes.codec import NUMBER_LIMIT
from caseviewer.notes.json_values import SIZE_LIMIT, Fault
from caseviewer.notes.store import Mended
from caseviewer.notes.values import TEXT_LIMIT, Annotation, Notes, Sort

_FAULTS = {
    Fault.TOO_LARGE: "the file is larger than {size} MB",
    Fault.NOT_JSON: "the file is no JSON, or could be read in two ways",
    Fault.NOT_NOTES: "the file holds no Web Annotations",
    Fault.TOO_MANY: "there are more than {number} notes and marks",
    Fault.TOO_LONG: "a note has more than {length} characters; shorten it",
    Fault.BUSY: "another program writes there at this moment",
}


def mark_words(kept: OfRecord) -> tuple[str, ...]:
    """What is kept on a record, each in a word: "starred", "read", "note"."""
    notes = len(kept.notes)
    several = tr("{count} notes", count=notes) if notes > 1 else ""
    parts = (
        tr("starred") if kept.is_starred else "",
        tr("read") if kept.is_read else "",
        several or (tr("note") if notes else ""),
        tr("changed since") if kept.is_outdated else "",
    )
    return tuple(filter(None, parts))


def yours(parts: tuple[str, ...]) -> str:
    """The line beneath a row: "Yours: starred · read"; empty where nothing is kept."""
    return tr("Yours: {what}", what=" · ".join(parts)) if parts else ""


def outdated_words(kept: OfRecord, one: Annotation, revision: str) -> str:
    """That a record says something else by now; `revision` is that of the file."""
    what = tr("you marked it as read") if one.sort is Sort.READ else tr("you wrote this")
    before = "" if one.saw is None else one.saw.revision
    if one.id not in kept.changed:
        return ""
    if not before or before == revision:
        return tr("This record has changed since {what}.", what=what)
    return tr(
        "This record has changed since {what} (revision {before}, now {now}).",
        what=what,
        before=before,
        now=revision,
    )


def revision_of(opened: OpenedCase) -> str:
    """The revision of a file, or the day of its making where it names none."""
    compiled = opened.case.compiled
    return compiled.revision or compiled.on


def called(kept: OfRecord) -> str:
    """What a record was called when something was kept on it: "P8 One mother"."""
    for one in kept.kept:
        if one.saw is not None and one.saw.title:
            return f"{one.saw.number} {one.saw.title}".strip()
    return kept.record


def written_on(moment: datetime) -> str:
    """The day here on which something was written."""
    return day_words(moment.astimezone().date().toordinal())


def fault_words(fault: Fault | str) -> str:
    """Why something cannot be read or written, within a sentence."""
    if not isinstance(fault, Fault):
        return fault
    return tr(
        _FAULTS[fault],
        size=SIZE_LIMIT >> 20,
        number=f"{NUMBER_LIMIT:,}",
        length=f"{TEXT_LIMIT:,}",
    )


def unread_words(fault: Fault | str, folder: str) -> str:
    """That notes are not shown, as their file cannot be read."""
    return tr(
        "Your notes on this case could not be read in {folder}: {reason}. They are not shown, and"
        " the file stays as it is.",
        folder=folder,
        reason=fault_words(fault),
    )


def mended_words(mended: Mended, folder: str) -> str:
    """What was done about a file of notes that could not be read."""
    if not (mended.aside or mended.stays):
        return tr(
            "The file of your notes on this case was missing in {folder}; they are shown from its"
            " backup, which may lack what you wrote last.",
            folder=folder,
        )
    instead = (
        tr("Your notes are shown from its backup, which may lack what you wrote last.")
        if mended.backup
        else tr("There is no backup of it that could be read, so that no notes are shown.")
    )
    if mended.stays:
        return tr(
            "The file of your notes on this case could not be read, and not be set aside in"
            " {folder}: it stays as it is. {instead}",
            instead=instead,
            folder=folder,
        )
    return tr(
        "The file of your notes on this case could not be read. {instead} It was set aside as"
        " {names} in {folder}.",
        instead=instead,
        names=" and ".join(f"“{name}”" for name in mended.aside),
        folder=folder,
    )


def not_understood_words(count: int) -> str:
    """That some annotations are kept though the program cannot show them."""
    what = counted(count, tr("annotation"), tr("annotations"))
    return tr(
        "The file of your notes holds {what} that this program did not write or cannot read. They"
        " are not shown, and are kept as they are.",
        what=what,
    )


def unsaved_words(count: int, fault: Fault | str) -> str:
    """That something is shown that is not on disk yet."""
    what = counted(count, tr("change to your notes is"), tr("changes to your notes are"))
    return tr("{what} not saved: {reason}.", what=what, reason=fault_words(fault))


def counts_words(notes: Notes) -> str:
    """How much is kept: "3 stars, 12 read marks and 2 notes"; "nothing"."""
    names = {
        Sort.STAR: (tr("star"), tr("stars")),
        Sort.READ: (tr("read mark"), tr("read marks")),
        Sort.NOTE: (tr("note"), tr("notes")),
    }
    counts = {sort: sum(one.sort is sort for one in notes.own.values()) for sort in Sort}
    parts = [counted(count, *names[sort]) for sort, count in counts.items() if count]
    if len(parts) > 1:
        return tr("{some} and {last}", some=", ".join(parts[:-1]), last=parts[-1])
    return "".join(parts) or tr("nothing")


def import_words(name: str, new: int, changed: int, elsewhere: int, not_understood: int) -> str:
    """What an import brought, and what it left out."""
    parts = [
        tr("{count} new", count=new),
        tr("{count} changed", count=changed),
        tr("{count} on another case, left out", count=elsewhere) if elsewhere else "",
        tr("{count} not understood, left out", count=not_understood) if not_understood else "",
    ]
    return tr("Imported from “{name}”: {what}.", name=name, what=", ".join(filter(None, parts)))


def further_texts(notes: CaseNotes) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The texts of notes by their records, each with the name of its field, for the search."""
    return {
        kept.record: tuple((tr("your note"), one.text) for one in kept.notes)
        for kept in notes
        if kept.notes
    }
