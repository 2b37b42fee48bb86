"""What can be handed over, and in which formats; what writes them is loaded on first use."""

from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from caseviewer.processes import Stop, never

if TYPE_CHECKING:
    from caseviewer.exporting.chronology import Chronology


class Format(StrEnum):
    """The format of a file, by its suffix."""

    CSV = "csv"
    HTML = "html"
    DOCX = "docx"
    MARKDOWN = "md"


class What(StrEnum):
    """What is handed over."""

    CHRONOLOGY = "chronology"


def chronology_bytes(found: "Chronology", form: Format, should_stop: Stop = never) -> bytes:
    """A chronology as a file; may raise `ExportError`."""
    from caseviewer.exporting.chronology_paper import chronology_paper
    from caseviewer.exporting.csv_table import chronology_rows, csv_bytes
    from caseviewer.exporting.docx_file import docx_bytes
    from caseviewer.exporting.html_page import html_bytes
    from caseviewer.exporting.markdown_page import markdown_bytes

    if form is Format.CSV:
        return csv_bytes(chronology_rows(found))
    paper = chronology_paper(found)
    if form is Format.DOCX:
        return docx_bytes(paper, should_stop)
    return html_bytes(paper) if form is Format.HTML else markdown_bytes(paper)


def format_of(path: PurePath) -> Format | None:
    """The format that a file's name asks for, if it is one of ours."""
    return _SUFFIXES.get(path.suffix.lower())


_SUFFIXES = {
    **{f".{form.value}": form for form in Format},
    ".htm": Format.HTML,
    ".markdown": Format.MARKDOWN,
}


def usual_name(case_id: str, what: What, form: Format) -> str:
    """What a file is called unless told otherwise: "halvek-chronology.docx"."""
    return f"{case_id}-{what.value}.{form.value}"
