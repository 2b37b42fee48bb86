"""Recognising the reader's own copies: which documents of a case a file is, by its hash."""

from collections.abc import Iterable
from pathlib import Path

from caseviewer.documents.store import hash_copy
from caseviewer.model.case import Case
from caseviewer.model.sources import Source


def sources_of(case: Case, sha256: str) -> list[Source]:
    """The sources whose document has a hash."""
    return [
        source
        for source in case.sources
        if source.document is not None and source.document.sha256 == sha256
    ]


def recognised(case: Case, paths: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """The files that are documents of a case, by their hashes; a sentence for each that is not."""
    copies: dict[str, str] = {}
    told: list[str] = []
    for path in paths:
        content = hash_copy(Path(path), lambda: None)
        if content.presence is not None:
            told.append(content.fault or f"“{Path(path).name}” was not found.")
        elif sources_of(case, content.sha256):
            copies[content.sha256] = path
        else:
            told.append(f"“{Path(path).name}” is none of the documents of this case, by its hash.")
    return copies, told
