"""Writing a file whole or not at all, and never into the bundle."""

import os
from pathlib import Path

from caseviewer.exporting.paper import ExportError
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.whole_file import write_whole


class TakenError(ExportError):
    """A file of that name is there already, and nobody said that it may go."""


def check_target(opened: OpenedCase, target: Path, *, overwrite: bool) -> None:
    """Raise `ExportError` where a file may not be written."""
    name = target.name
    try:
        if _in_bundle(opened, target):
            raise ExportError(
                tr(
                    "“{name}” would lie in the case’s own folder, where nothing is ever written."
                    " Choose another folder.",
                    name=name,
                )
            )
        if target.is_dir():
            raise ExportError(tr("“{name}” is a folder. Name a file in it.", name=name))
        if os.path.lexists(target) and not target.is_file():
            raise ExportError(tr("“{name}” is no ordinary file.", name=name))
        if target.is_file() and not overwrite:
            raise TakenError(tr("“{name}” is there already and was left as it is.", name=name))
    except (OSError, ValueError) as error:
        raise ExportError(_not_written(target, error)) from None


def _in_bundle(opened: OpenedCase, target: Path) -> bool:
    """Whether a file would lie in the folder of the bundle, or take the place of its case file.

    A case that is one file has no folder of its own, unless documents lie beside it.
    """
    case_file, place = Path(opened.case_file).resolve(), target.resolve()
    folder = case_file.parent
    documents = folder / "documents"
    if place == case_file or documents in (place, *place.parents):
        return True
    has_folder = Path(opened.path).is_dir() or (
        case_file.name == "case.json" and documents.is_dir()
    )
    return has_folder and folder in place.parents


def save(content: bytes, target: Path, *, private: bool = False) -> None:
    """Write a file in one step; what was there before stays until the new one is whole.

    private: only its owner may read it.
    """
    try:
        write_whole(target, content, private=private)
    except OSError as error:
        raise ExportError(_not_written(target, error)) from None


def _not_written(target: Path, error: OSError | ValueError) -> str:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return tr("“{name}” could not be written: {reason}.", name=target.name, reason=reason)
