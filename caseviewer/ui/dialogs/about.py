"""What program this is, and what it promises."""

from PySide6.QtWidgets import QWidget

from caseviewer.formatting.page import Page, PageBuilder
from caseviewer.formatting.translate import tr
from caseviewer.release import program_version
from caseviewer.ui.widgets.page_dialog import PageDialog


def about_page() -> Page:
    """Name, version, promises and licences."""
    builder = PageBuilder()
    builder.title(tr("Case Viewer"))
    builder.subtitle(tr("Version {version}", version=program_version() or tr("not installed")))
    builder.text(
        tr(
            "Opens a case file and shows who the parties are, what happened when, who said"
            " what, and where it is written. It never says more than the file does."
        )
    )
    builder.text(
        tr(
            "Opening a file runs nothing that it holds, contacts nobody, reads nothing but the"
            " file and its documents, and changes neither."
        )
    )
    builder.heading(tr("Licences"))
    builder.item(tr("Case Viewer: Apache License 2.0"))
    builder.item(tr("Qt for Python (PySide6): GNU Lesser General Public License 3"))
    builder.item(
        tr(
            "holidays, html-text, Pydantic, platformdirs, pypandoc, pyparsing (which grandalf"
            " needs), RapidFuzz, rispy: MIT License"
        )
    )
    builder.item(
        tr("python-dateutil, which holidays needs: Apache License 2.0 and BSD 3-Clause License")
    )
    builder.item(tr("pypdfium2 and PDFium: Apache License 2.0 and BSD 3-Clause License"))
    builder.item(tr("grandalf, which lays out the picture of parties: Eclipse Public License 1.0"))
    builder.item(tr("anyascii, which writes other scripts in Latin letters: ISC License"))
    builder.item(tr("Pillow: MIT-CMU License"))
    builder.item(tr("pandoc, which formats citations as a program of its own: GNU GPL 2 or later"))
    builder.item(tr("typing-extensions: Python Software Foundation License 2"))
    builder.item(tr("pycountry: GNU Lesser General Public License 2.1"))
    return builder.page()


def show_about(parent: QWidget) -> PageDialog:
    """Show what program this is."""
    return PageDialog.shown(parent, tr("About Case Viewer"), about_page())
