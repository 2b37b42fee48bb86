"""The command line for what a reader keeps on a case: `caseviewer notes`."""

from argparse import Namespace
from pathlib import Path

from caseviewer.exporting.notes_file import export_notes, read_notes
from caseviewer.exporting.paper import ExportError
from caseviewer.exporting.saving import TakenError
from caseviewer.formatting.note_list import notes_page, notes_values
from caseviewer.formatting.note_words import (
    counts_words,
    fault_words,
    import_words,
    mended_words,
    not_understood_words,
    unread_words,
)
from caseviewer.formatting.show import page_lines
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.notes.by_record import CaseNotes
from caseviewer.notes.importing import brought
from caseviewer.notes.of_case import shelf_of
from caseviewer.notes.store import FOLDER, Kept, NotesStore, Shelf
from caseviewer.places import data_folder
from caseviewer.saying import (
    DONE,
    FAILED,
    fail,
    print_json,
    print_lines,
    read_case,
    tell,
    width,
)


def notes(asked: Namespace) -> int:
    """List, export or import what is kept on a case; returns the code of the command."""
    opened = read_case(asked.path)
    if opened is None:
        return FAILED
    store = NotesStore(data_folder() / FOLDER)
    shelf = shelf_of(opened.case)
    kept = store.read(shelf)
    _tell(kept, store)
    if kept.fault:
        return FAILED
    try:
        return _do(asked, opened, store, shelf, kept)
    except TakenError as error:
        return fail(tr("{reason} To write over it: --force", reason=error))
    except ExportError as error:
        return fail(str(error))


def _do(asked: Namespace, opened: OpenedCase, store: NotesStore, shelf: Shelf, kept: Kept) -> int:
    if asked.source is not None:
        return _import(store, shelf, kept, Path(asked.source))
    if asked.out is not None:
        return _export(opened, kept, Path(asked.out), overwrite=asked.force)
    found = CaseNotes(kept.notes, opened.index)
    if asked.json:
        print_json(
            {
                "case": {"id": opened.case.id, "title": opened.case.title},
                "file": str(store.path(shelf.key)),
                "not_understood": kept.not_understood,
                "records": notes_values(opened, found),
            }
        )
    elif found:
        print_lines(page_lines(notes_page(opened, found), width()))
    else:
        tell(tr("You have kept nothing on this case."))
    return DONE


def _tell(kept: Kept, store: NotesStore) -> None:
    """Say beside the output what is wrong with the file."""
    folder = str(store.folder)
    if kept.mended is not None:
        tell(mended_words(kept.mended, folder))
    if kept.fault:
        tell(unread_words(kept.fault, folder))
    if kept.not_understood:
        tell(not_understood_words(kept.not_understood))


def _export(opened: OpenedCase, kept: Kept, target: Path, *, overwrite: bool) -> int:
    if not kept.notes:  # least of all over what was exported before
        return fail(tr("You have kept nothing on this case, so nothing was exported."))
    export_notes(opened, kept.notes, target, overwrite=overwrite)
    what = counts_words(kept.notes)
    tell(tr("Exported: {what} to “{name}”.", what=what, name=target.name))
    return DONE


def _import(store: NotesStore, shelf: Shelf, kept: Kept, source: Path) -> int:
    found = read_notes(source, shelf.case)
    new = brought(kept.notes, found.notes)
    after = store.save(shelf, new.all) if new.all else kept
    if after.fault:
        reason = fault_words(after.fault)
        return fail(tr("Nothing was imported: {reason}.", reason=reason))
    tell(
        import_words(
            source.name, len(new.new), len(new.changed), found.elsewhere, found.not_understood
        )
    )
    return DONE
