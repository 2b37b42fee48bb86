"""A case as it was opened: the case, what is wrong with it, and its documents."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import PurePath
from typing import Any

from caseviewer.model.as_at import Account, KnownCase, known_at
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.chronology import in_order
from caseviewer.model.events import Event
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.reviewed import Reviewed
from caseviewer.model.standpoint import AS_THE_FILE_SAYS, Standpoint


class DocumentPresence(StrEnum):
    """What was found of a document when the bundle was opened."""

    MATCHES = "matches"
    DIFFERS = "differs"
    NOT_HERE = "not_here"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


class PassageState(StrEnum):
    """What was found of a passage's words in its document.

    FOUND: exactly once at their place. MOVED: exactly once, but elsewhere. IN_OTHER_COPY: they
    stand in a document that is not the one that was read, which proves nothing about that one.
    """

    FOUND = "found"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    IN_OTHER_COPY = "in_other_copy"
    UNCHECKED = "unchecked"


class Folding(StrEnum):
    """What reading folds: differences that make no other words."""

    SPACES = "spaces"
    UNSEEN = "unseen"
    LIGATURES = "ligatures"
    MARKS = "marks"
    ACCENTS = "accents"


class Change(StrEnum):
    """How a run of text beside another one differs from it."""

    SAME = "same"
    ONLY_QUOTED = "only_quoted"
    ONLY_THERE = "only_there"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that both the passage and its document have, or one of them alone."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class PassageFinding:
    """What else is known of a passage's check, where there is something to tell.

    folded: what had to be folded for the words to be found. nearest: the text that comes nearest
    to words that were not found, run by run. among_others: whether the words stand in the
    document, but not between those that the passage gives around them.
    """

    passage: str
    folded: frozenset[Folding] = frozenset()
    nearest: tuple[Piece, ...] = ()
    among_others: bool = False


class Checked(StrEnum):
    """How far the documents and passages of a case have been checked."""

    DONE = "done"
    UNDER_WAY = "under_way"
    STOPPED = "stopped"


class ReadAs(StrEnum):
    """What a document's words were taken from."""

    TEXT = "text"
    PDF = "pdf"
    WEB_PAGE = "web_page"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class DocumentState:
    """The check of one source's document; `detail` is a sentence where it went wrong.

    copy: the reader's own copy, where that was checked instead of a file of the bundle.
    """

    source: str
    presence: DocumentPresence
    detail: str = ""
    bytes: int | None = None
    copy: PurePath | None = None
    read_as: ReadAs | None = None


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
    `unlisted_problems` counts problems beyond those listed. `standpoint` is the reader's;
    `account` tells what is left out, where he asks for what could be known on a day.
    `reviewed` is what the program found by itself, None where it has not looked.
    """

    case: Case
    path: PurePath
    case_file: PurePath
    fingerprint: Fingerprint
    problems: tuple[Problem, ...] = ()
    unlisted_problems: int = 0
    documents: tuple[DocumentState, ...] = ()
    passages: tuple[tuple[str, PassageState], ...] = ()
    findings: tuple[PassageFinding, ...] = ()
    checked: Checked = Checked.DONE
    reviewed: Reviewed | None = None
    standpoint: Standpoint = AS_THE_FILE_SAYS
    account: Account | None = None

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

    @cached_property
    def passage_findings(self) -> dict[str, PassageFinding]:
        """What else is known of passages' checks, by their ids."""
        return {finding.passage: finding for finding in self.findings}

    def with_checks(self, **found: Any) -> "OpenedCase":
        """This case with what was found of it; what was made of its records is kept."""
        made = replace(self, **found)
        for name in ("index", "chronology", "_known"):
            if name in self.__dict__:
                made.__dict__[name] = self.__dict__[name]
        return made

    def seen_from(self, standpoint: Standpoint) -> "OpenedCase":
        """This case, which must be the whole one, for a reader who stands elsewhere."""
        if standpoint.as_at is None:
            return self.with_checks(standpoint=standpoint)
        known = self._known_at(standpoint.as_at)
        hidden = known.account.hidden
        made = replace(
            self,
            case=known.case,
            documents=tuple(one for one in self.documents if one.source not in hidden),
            passages=tuple(one for one in self.passages if one[0] not in hidden),
            findings=tuple(one for one in self.findings if one.passage not in hidden),
            reviewed=None if self.reviewed is None else self.reviewed.without(hidden),
            standpoint=standpoint,
            account=known.account,
        )
        made.__dict__["index"] = known.index
        made.__dict__["chronology"] = tuple(
            event for event in map(known.index.get, (one.id for one in self.chronology)) if event
        )
        return made

    def _known_at(self, day: int) -> KnownCase:
        """What could be known on a day; the last answer is kept, as checks ask for it again."""
        known: KnownCase | None = self.__dict__.get("_known")
        if known is None or known.account.day != day:
            known = self.__dict__["_known"] = known_at(self.index, day)
        return known

    def count(self, severity: Severity) -> int:
        """How many listed problems have this severity."""
        return sum(1 for problem in self.problems if problem.severity is severity)
