"""Notes as a file of Web Annotations: written for other programs, and read from anywhere."""

import os
from pathlib import Path

from caseviewer.bundle.files import READ_FLAGS, FileRefusedError, read_whole, system_words
from caseviewer.exporting.paper import ExportError
from caseviewer.exporting.saving import check_target, save
from caseviewer.formatting.note_words import fault_words
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.visible import cut
from caseviewer.notes.codec import Found, read, write
from caseviewer.notes.json_values import SIZE_LIMIT, FaultyFileError
from caseviewer.notes.values import TITLE_LIMIT, Notes


def usual_notes_name(opened: OpenedCase) -> str:
    """What the file is usually called."""
    return f"{opened.case.id}-notes.json"


def export_notes(opened: OpenedCase, notes: Notes, target: Path, *, overwrite: bool) -> None:
    """Write notes into a file that its owner alone may read; raises `ExportError`."""
    check_target(opened, target, overwrite=overwrite)
    try:
        content = write(notes, opened.case.id, cut(opened.case.title, TITLE_LIMIT))
    except FaultyFileError as error:
        reason = fault_words(error.fault)
        raise ExportError(tr("The notes were not exported: {reason}.", reason=reason)) from None
    save(content, target, private=True)


def read_notes(path: Path, case: str) -> Found:
    """What a file holds on the case of an id; raises `ExportError` where it cannot be read."""
    try:
        found = read(_content(path), case)
    except FileRefusedError as error:
        raise ExportError(_sentence(path, error.words.message)) from None
    except (OSError, ValueError) as error:
        raise ExportError(_sentence(path, system_words(error).message)) from None
    if found.fault is not None:
        reason = fault_words(found.fault)
        raise ExportError(tr("“{name}” was not imported: {reason}.", name=path.name, reason=reason))
    return found


def _content(path: Path) -> bytes:
    descriptor = os.open(path, READ_FLAGS)
    try:
        return read_whole(descriptor, SIZE_LIMIT).data
    finally:
        os.close(descriptor)


def _sentence(path: Path, what: str) -> str:
    return tr("“{name}” {what}.", name=path.name, what=what)
