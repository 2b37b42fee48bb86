"""A case as it was opened: the case, what is wrong with it, and its documents."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import PurePath

from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.chronology import in_order
from caseviewer.model.events import Event
from caseviewer.model.problems import Problem, Severity


class DocumentPresence(StrEnum):
    """What was found of a document when the bundle was opened."""

    MATCHES = "matches"
    DIFFERS = "differs"
    NOT_HERE = "not_here"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


class PassageState(StrEnum):
    """What was found of a passage's words in its document."""

    FOUND = "found"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class DocumentState:
    """The check of one source's document; `detail` is a sentence where it went wrong."""

    source: str
    presence: DocumentPresence
    detail: str = ""
    bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What told a file apart when it was read: size in bytes, time in ns, inode, hash."""

    size: int
    mtime_ns: int
    inode: int
    sha256: str


@dataclass(frozen=True)
class OpenedCase:
    """What one act of opening found.

    `path` is the file or folder that the user named, `case_file` the JSON file in it.
    `unlisted_problems` counts problems beyond those listed.
    """

    case: Case
    path: PurePath
    case_file: PurePath
    fingerprint: Fingerprint
    problems: tuple[Problem, ...] = ()
    unlisted_problems: int = 0
    documents: tuple[DocumentState, ...] = ()
    passages: tuple[tuple[str, PassageState], ...] = ()

    @cached_property
    def index(self) -> CaseIndex:
        """The records by id, number and back-reference."""
        return CaseIndex(self.case)

    @cached_property
    def chronology(self) -> tuple[Event, ...]:
        """All events in the order of their dates."""
        return in_order(self.case)

    @cached_property
    def passage_states(self) -> dict[str, PassageState]:
        """The state of each passage by its id."""
        return dict(self.passages)

    @cached_property
    def document_states(self) -> dict[str, DocumentState]:
        """The state of each document by the id of its source."""
        return {state.source: state for state in self.documents}

    def count(self, severity: Severity) -> int:
        """How many listed problems have this severity."""
        return sum(1 for problem in self.problems if problem.severity is severity)
