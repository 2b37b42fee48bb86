"""The one room that puts a box on top of the window: to ask for a file, and nothing else."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from caseviewer.formatting.translate import tr


def keep_no_folder_history() -> None:
    """Keep Qt's file dialog from writing visited folders into settings that programs share.

    The dialog cannot be told so; its settings file is put where no file can be.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "/dev/null")


def ask_for_file(parent: QWidget) -> str:
    """Ask for a case file; empty when the question is left."""
    return _path_of_a_file(parent, tr("Open a case file"), tr("Case files (*.json);;All files (*)"))


def ask_for_style(parent: QWidget) -> str:
    """Ask for a citation style; empty when the question is left."""
    return _path_of_a_file(
        parent, tr("Add a citation style"), tr("Citation styles (*.csl);;All files (*)")
    )


def ask_for_document(parent: QWidget) -> str:
    """Ask for the reader's own copy of a document; empty when the question is left."""
    return _path_of_a_file(
        parent,
        tr("Attach a copy of a document"),
        tr(
            "Documents (*.txt *.pdf *.html *.htm *.png *.jpg *.jpeg *.gif *.tif *.tiff *.webp"
            " *.bmp);;All files (*)"
        ),
    )


def ask_where_to_export(parent: QWidget, proposed: str) -> tuple[str, str]:
    """Ask for a file to write: its path, empty when the question is left, and the chosen kind.

    The kind is worded as in the list, such as "Word (*.docx)". The dialog itself asks before a
    file is written over.
    """
    return QFileDialog.getSaveFileName(
        parent,
        tr("Export the chronology"),
        proposed,
        tr("Word (*.docx);;Web page (*.html);;Table for spreadsheets (*.csv);;Markdown (*.md)"),
    )


def ask_where_to_save_picture(parent: QWidget, name: str) -> tuple[str, str]:
    """Ask where a picture is to be saved: the path, and the kind, as for an export."""
    return QFileDialog.getSaveFileName(
        parent,
        tr("Save the picture"),
        f"{name}.svg",
        tr("Drawing (*.svg);;Picture (*.png)"),
    )


def ask_for_library_folder(parent: QWidget) -> str:
    """Ask for a folder with cases below it; empty when the question is left."""
    return QFileDialog.getExistingDirectory(parent, tr("Add a folder with cases to the library"))


def ask_where_to_export_notes(parent: QWidget, proposed: str) -> str:
    """Ask for a file to write notes into; empty when the question is left."""
    path, _ = QFileDialog.getSaveFileName(
        parent, tr("Export my notes"), proposed, tr("Web Annotations (*.json)")
    )
    return path


def ask_for_notes(parent: QWidget) -> str:
    """Ask for a file of notes; empty when the question is left."""
    return _path_of_a_file(
        parent, tr("Import notes"), tr("Web Annotations (*.json *.jsonld);;All files (*)")
    )


def ask_for_folder(parent: QWidget) -> str:
    """Ask for a folder with a case in it; empty when the question is left."""
    return QFileDialog.getExistingDirectory(parent, tr("Open a folder with a case in it"))


def _path_of_a_file(parent: QWidget, title: str, kinds: str) -> str:
    path, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return path
