"""Checks what a case rests on: each document by its hash, each passage by its words.

A document whose hash differs is another text than the one that was read. Its passages are
looked up all the same, as it helps to know which of them changed; but none of them counts as
found there, since finding it in another text proves nothing about the first.
"""

from collections.abc import Iterator
from dataclasses import replace

from caseviewer.bundle.reader import OnProgress, Reading, ReadingStopped, ShouldStop
from caseviewer.bundle.report import Remark, Report
from caseviewer.documents.contents import Contents, read_contents
from caseviewer.documents.nearest import nearest
from caseviewer.documents.passages import Found, Readable, look_up
from caseviewer.documents.store import Content, Shelf, check
from caseviewer.model.opened import (
    DocumentPresence,
    DocumentState,
    PassageFinding,
    PassageState,
    ReadAs,
)
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.sources import Document, Passage, Source

NEAREST_LIMIT = 200
"""For so many passages that are not found the nearest text is looked for."""

_DIFFERS = "it is not the file that was read: its hash differs, and its passages are not verified"
_TELL_EVERY = 100


class Checking:
    """One act of checking, with the problems of documents and passages."""

    def __init__(
        self,
        reading: Reading,
        shelf: Shelf,
        on_progress: OnProgress | None = None,
        should_stop: ShouldStop | None = None,
    ) -> None:
        """Check what was read against the documents of a shelf."""
        self.report = Report()
        self.findings: list[PassageFinding] = []
        self._reading = reading
        self._case = reading.case
        self._records = reading.records
        self._shelf = shelf
        self._on_progress = on_progress or (lambda _done, _total: None)
        self._should_stop = should_stop or (lambda: False)
        self._done = 0
        self._total = len(self._case.sources) + len(self._case.passages)
        self._known: dict[tuple[str, str], Content] = {}
        self._passages_of: dict[str, list[Passage]] = {}
        for passage in self._case.passages:
            self._passages_of.setdefault(passage.source, []).append(passage)
        self._states: dict[str, PassageState] = {}
        self._nearest_left = NEAREST_LIMIT

    def documents(self) -> Iterator[DocumentState]:
        """The state of each document, in the order of the sources.

        Passages are looked up with their document, so that one text at a time is in memory.
        """
        for source in self._case.sources:
            self._tick()
            if source.document is not None:
                yield self._state(source, source.document)

    def passages(self) -> Iterator[tuple[str, PassageState]]:
        """The state of each passage, in the order of the file, once the documents were read."""
        for passage in self._case.passages:
            yield passage.id, self._states.get(passage.id, PassageState.UNCHECKED)

    def listed(self) -> tuple[Problem, ...]:
        """The problems with their places in the file."""
        return self.report.listed(None if self.report.is_empty() else self._reading.text)

    def _tick(self) -> None:
        if self._done % _TELL_EVERY == 0:
            self._on_progress(self._done, self._total)
        self._done += 1
        self._pause()

    def _pause(self) -> None:
        if self._should_stop():
            raise ReadingStopped

    def _warn(self, item: Source | Passage, remark: Remark) -> None:
        self.report.tell(remark, self._records.subject(item), Severity.WARN)

    # Documents

    def _state(self, source: Source, document: Document) -> DocumentState:
        content = self._content(document)
        if content.presence is not None:
            if content.fault:
                remark = Remark(("document",), "document.unreadable", content.fault)
                self._warn(source, remark)
            return DocumentState(source.id, content.presence, content.fault, copy=content.copy)
        matches = content.sha256 == document.sha256
        if content.copy is None:
            self._compare(source, document, content, matches=matches)
        read = self._read(source, document)
        presence = DocumentPresence.MATCHES if matches else DocumentPresence.DIFFERS
        detail = "" if matches else _differing_words(document, content)
        return DocumentState(source.id, presence, detail, content.size, content.copy, read.read_as)

    def _content(self, document: Document) -> Content:
        key = (document.file, document.sha256)
        if key not in self._known:
            self._known[key] = check(self._shelf, document, self._pause)
        return self._known[key]

    def _compare(
        self, source: Source, document: Document, content: Content, *, matches: bool
    ) -> None:
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

    def _read(self, source: Source, document: Document) -> Contents:
        """Make the words of a document ready for passages to be looked up."""
        cited = any(passage.selector for passage in self._passages_of.get(source.id, ()))
        read = read_contents(self._shelf, document, self._should_stop, words=cited)
        self._pause()
        if read.fault:
            self._warn(source, Remark(("document",), "document.text", read.fault))
        readable = read.readable
        if readable is None or read.is_scan:
            return read
        text = readable.text
        if (
            read.verified
            and read.read_as is ReadAs.TEXT
            and document.characters not in {None, len(text)}
        ):
            message = f"the text has {len(text):,} characters"
            path = ("document", "characters")
            remark = Remark(path, "document.characters", message, str(document.characters))
            self._warn(source, remark)
        if read.told:
            self._warn(source, Remark(("document",), "document.paragraphs", read.told))
        for passage in self._passages_of.get(source.id, ()):
            self._tick()
            self._states[passage.id] = self._passage(passage, readable, verified=read.verified)
        return read

    # Passages

    def _passage(self, passage: Passage, readable: Readable, *, verified: bool) -> PassageState:
        found = look_up(passage, readable)
        for remark in found.remarks:
            self._warn(passage, remark)
        self._keep(passage, found, readable)
        if found.state in {PassageState.FOUND, PassageState.MOVED} and not verified:
            return PassageState.IN_OTHER_COPY
        return found.state

    def _keep(self, passage: Passage, found: Found, readable: Readable) -> None:
        """Keep what else there is to tell of a passage."""
        finding = PassageFinding(passage.id, found.folded, among_others=found.among_others)
        selector, lost = passage.selector, found.state is PassageState.NOT_FOUND
        if lost and selector and not found.among_others and self._nearest_left > 0:
            self._nearest_left -= 1
            near = nearest(selector.exact, readable.text, readable.folded, self._pause)
            finding = replace(finding, nearest=() if near is None else near.pieces)
        if finding.folded or finding.nearest or finding.among_others:
            self.findings.append(finding)


def _differing_words(document: Document, content: Content) -> str:
    if content.copy is None:
        return f"“{document.file}” is here, but {_DIFFERS}."
    return (
        f"Your copy “{content.copy.name}” is not the file that was read: its hash differs from the"
        " recorded one. Passages are looked up in it, but this verifies nothing."
    )
