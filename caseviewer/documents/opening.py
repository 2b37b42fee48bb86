"""Opens a case: reads the bundle, checks its documents, looks its passages up.

A document whose hash differs is another text than the one that was read. Its passages
are looked up all the same, as it helps to know which of them changed; but none of them
counts as found there, since finding it in another text proves nothing about the first.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from caseviewer.bundle.container import changed
from caseviewer.bundle.files import Fingerprint as FileState
from caseviewer.bundle.quiet import collector_off
from caseviewer.bundle.reader import OnProgress, Reading, ReadingStopped, ShouldStop, read
from caseviewer.bundle.report import Remark, Report
from caseviewer.documents.passages import Found, look_up
from caseviewer.documents.store import Content, Text, check, is_plain_text, read_text
from caseviewer.documents.text import Paragraphs, paragraphs
from caseviewer.model.opened import DocumentPresence, DocumentState, OpenedCase, PassageState
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.sources import Document, Passage, Source

_DIFFERS = "it is not the file that was read: its hash differs, and its passages are not verified"


@dataclass(frozen=True, slots=True)
class _Readable:
    """A document whose words can be looked up, and whether it is the one that was read."""

    text: str
    paragraphs: Paragraphs
    verified: bool


def open_case(
    path: str | os.PathLike[str],
    *,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
    freeze: bool = False,
) -> OpenedCase:
    """Open a case file or folder; raise BundleError where nothing of it can be shown.

    For `on_progress`, `should_stop` and `freeze` see `bundle.reader.read`.
    """
    with collector_off(freeze=freeze):
        reading = read(path, on_progress=on_progress, should_stop=should_stop)
        opening = _Opening(reading, should_stop or (lambda: False))
        states = tuple(opening.documents())
        passages = tuple(opening.passages())
        return OpenedCase(
            case=reading.case,
            path=PurePath(path),
            case_file=reading.location.case_file,
            fingerprint=reading.fingerprint,
            problems=reading.problems + opening.listed(),
            unlisted_problems=reading.unlisted_problems + opening.report.unlisted(),
            documents=states,
            passages=passages,
        )


def changed_on_disk(opened: OpenedCase) -> bool:
    """Whether the case file is no longer the one that was read, or is gone."""
    read_then = opened.fingerprint
    known = FileState(read_then.size, read_then.mtime_ns, read_then.inode)
    return changed(known, Path(opened.case_file))


class _Opening:
    """One act of opening: what was read, and the problems of documents and passages."""

    def __init__(self, reading: Reading, should_stop: ShouldStop) -> None:
        self.report = Report()
        self._reading = reading
        self._case = reading.case
        self._records = reading.records
        self._folder = reading.location.documents
        self._should_stop = should_stop
        self._contents: dict[str, Content] = {}
        self._texts: dict[str, Text] = {}
        self._readable: dict[str, _Readable] = {}

    def documents(self) -> Iterator[DocumentState]:
        """The state of each document, in the order of the sources."""
        for source in self._case.sources:
            if source.document is not None:
                yield self._state(source, source.document)

    def passages(self) -> Iterator[tuple[str, PassageState]]:
        """The state of each passage, in the order of the file."""
        for passage in self._case.passages:
            self._pause()
            yield passage.id, self._passage(passage)

    def listed(self) -> tuple[Problem, ...]:
        """The problems with their places in the file."""
        return self.report.listed(None if self.report.is_empty() else self._reading.text)

    def _pause(self) -> None:
        if self._should_stop():
            raise ReadingStopped

    def _warn(self, item: Source | Passage, remark: Remark) -> None:
        self.report.tell(remark, self._records.subject(item), Severity.WARN)

    def _content(self, name: str) -> Content:
        if self._folder is None:
            return Content(presence=DocumentPresence.NOT_HERE)
        if name not in self._contents:
            self._contents[name] = check(self._folder, name, self._pause)
        return self._contents[name]

    def _state(self, source: Source, document: Document) -> DocumentState:
        content = self._content(document.file)
        if content.presence is not None:
            if content.fault:
                remark = Remark(("document",), "document.unreadable", content.fault)
                self._warn(source, remark)
            return DocumentState(source.id, content.presence, content.fault)
        matches = content.sha256 == document.sha256
        if not matches:
            remark = Remark(
                ("document", "sha256"),
                "document.differs",
                f"“{document.file}” is here, but {_DIFFERS}",
                content.sha256,
                document.sha256,
                "Ask for the file that the case was compiled from.",
            )
            self._warn(source, remark)
        elif content.size != document.bytes:
            message = f"the hash matches, but the file has {content.size:,} bytes"
            remark = Remark(("document", "bytes"), "document.size", message, str(document.bytes))
            self._warn(source, remark)
        self._read(source, document, verified=matches)
        presence = DocumentPresence.MATCHES if matches else DocumentPresence.DIFFERS
        detail = "" if matches else f"“{document.file}” is here, but {_DIFFERS}."
        return DocumentState(source.id, presence, detail, content.size)

    def _read(self, source: Source, document: Document, *, verified: bool) -> None:
        """Make a plain text ready for looking passages up."""
        if self._folder is None or not is_plain_text(document):
            return
        if document.file not in self._texts:
            self._texts[document.file] = read_text(self._folder, document.file)
        found = self._texts[document.file]
        if found.text is None:
            self._warn(source, Remark(("document",), "document.text", found.fault))
            return
        if verified and document.characters not in (None, len(found.text)):
            message = f"the text has {len(found.text):,} characters"
            path = ("document", "characters")
            remark = Remark(path, "document.characters", message, str(document.characters))
            self._warn(source, remark)
        numbered = paragraphs(found.text, document)
        if numbered.fault:
            self._warn(source, Remark(("document",), "document.paragraphs", numbered.fault))
        self._readable[source.id] = _Readable(found.text, numbered, verified)

    def _passage(self, passage: Passage) -> PassageState:
        readable = self._readable.get(passage.source)
        if readable is None:
            return PassageState.UNCHECKED
        found: Found = look_up(passage, readable.text, readable.paragraphs)
        for remark in found.remarks:
            self._warn(passage, remark)
        if found.state is PassageState.FOUND and not readable.verified:
            return PassageState.UNCHECKED
        return found.state
