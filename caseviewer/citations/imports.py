"""Sources out of other programs' files and saved pages: what they hold, as records of a bundle.

Nothing is made up: what a file does not say stays away, and what was guessed is told.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from caseviewer.citations.bib_import import read_bib
from caseviewer.citations.csl_import import read_csl_json
from caseviewer.citations.import_entry import MOST_TOLD, Entry, ImportFault, quoted
from caseviewer.citations.import_records import records
from caseviewer.citations.refworld_page import is_page, read_page
from caseviewer.citations.ris_import import read_ris

MOST_BYTES = 16 * 1024 * 1024

Reader = Callable[[str], tuple[list[Entry], list[str]]]


@dataclass(frozen=True, slots=True)
class Imported:
    """The records of a file, ready for a bundle's “sources”, and sentences about the rest."""

    sources: list[dict[str, Any]]
    told: list[str]


def import_sources(name: str, content: bytes, taken: Iterable[str] = ()) -> Imported:
    """The sources of a file in RIS, BibTeX, BibLaTeX, CSL-JSON or the form of a Refworld page.

    taken: ids that are in use already. ImportFault where nothing of the file can be imported.
    """
    try:
        return _imported(content, taken)
    except ImportFault as fault:
        raise ImportFault(f"{quoted(name)}: {fault}") from None


def _imported(content: bytes, taken: Iterable[str]) -> Imported:
    text = _text(content)
    reader, form = _reader(text)
    entries, told = reader(text)
    if not entries:
        nothing = f"The file was read as {form}, but holds no source."
        raise ImportFault(" ".join([nothing, *told[:3]]))
    sources, remarks = records(entries, taken)
    told = [f"Read as {form}.", *told, *remarks]
    if len(told) > MOST_TOLD:
        told = [*told[:MOST_TOLD], "There is more to tell, which was left out here."]
    return Imported(sources, told)


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise ImportFault(f"The file has more than {MOST_BYTES // 2**20} MB.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ImportFault(
            f"The file is no text in UTF-8 (byte {content[error.start]:02X} in line {line:,});"
            " save it again as UTF-8."
        ) from None
    if "\0" in text:
        raise ImportFault("The file is no text: it holds a NUL character.")
    if not text.strip():
        raise ImportFault("The file is empty.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


_RIS = re.compile(r"^TY {1,2}-", re.MULTILINE)
_BIB = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", re.MULTILINE)


def _reader(text: str) -> tuple[Reader, str]:
    """Who reads the text, by what stands in it; RIS and BibTeX by what comes first."""
    start = text.lstrip()
    if start.startswith(("{", "[")):
        return read_csl_json, "CSL-JSON"
    ris, bib = _RIS.search(text), _BIB.search(text)
    if ris and not (bib and bib.start() < ris.start()):
        return read_ris, "RIS"
    if bib:
        return read_bib, "BibTeX or BibLaTeX"
    if is_page(text):
        return read_page, "a page in the form of Refworld"
    if start.startswith("<"):
        raise ImportFault("The file is HTML or XML; save the page as plain text.")
    raise ImportFault(
        "The file is none of RIS, BibTeX, BibLaTeX, CSL-JSON and the text of a Refworld page."
    )
