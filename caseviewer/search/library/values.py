"""What the library tells of cases, of a refresh and of a search: frozen values.

A case in the library is told by its `key`, which stays the same as long as it lies at its path
and the index is not made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from caseviewer.model.deadlines import DeadlineState

if TYPE_CHECKING:
    from caseviewer.search.hits import Hit, Near


class Reach(StrEnum):
    """Whether a case could be read when its folder was last looked through.

    BROKEN: the file is there, and cannot be opened. AWAY: its folder is not there, as when a disk
    is not connected; what is shown is what the file said last.
    """

    HERE = "here"
    BROKEN = "broken"
    AWAY = "away"


CHANGED = "changed"
"""What documents of a case are counted by, beside their reach, that are not what it tells of."""


class Facet(StrEnum):
    """What cases of the library can be chosen by; one value of each must fit."""

    STATE = "state"
    BODY = "body"
    STATUS = "status"
    YEAR = "year"
    DEADLINE = "deadline"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline as its file tells it, judged on the day up to which the file speaks.

    ends: its window in words. state: over, may be over, open. unanswered: whether the file records
    no fulfilment. earliest, latest: its bounds as day numbers.
    """

    record: str
    short: str
    title: str
    ends: str
    state: DeadlineState
    state_words: str
    unanswered: bool
    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class ProceedingRow:
    """A proceeding in the words of its file; `year` is that of its decision."""

    record: str
    title: str
    body: str
    identifiers: tuple[str, ...]
    status: str
    outcome: str
    year: int | None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party as a file names it; `country` is a code of ISO 3166, empty for none."""

    record: str
    short: str
    name: str
    roles: tuple[str, ...]
    country: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in the list. Of a file that cannot be opened only path, reach and fault are known.

    path: what to open. folder: that of the reader's, below which it lies. proceeding: the first
    one on a line. states, bodies, statuses: in words, for the columns and the filters. year: of
    the first decision. deadline: the window that matters next, None where none is told that was not
    fulfilled; deadline_states are those of the same deadlines.
    first_day, last_day: of its events, as day numbers. opened: when the reader last opened it
    (ISO 8601, empty for never). documents: how many there are by their reach in a search, and of
    these CHANGED ones.
    """

    key: int
    path: str
    folder: str
    reach: Reach
    fault: str
    case_id: str
    title: str
    proceeding: str
    states: tuple[str, ...]
    bodies: tuple[str, ...]
    statuses: tuple[str, ...]
    year: int | None
    deadline: DeadlineRow | None
    deadline_states: tuple[DeadlineState, ...]
    first_day: int | None
    last_day: int | None
    set_aside: int
    warnings: int
    as_of: str
    revision: str
    opened: str
    documents: tuple[tuple[str, int], ...] = ()

    def values(self, facet: Facet) -> tuple[str, ...]:
        """What the case has of a facet, in words where a person reads them."""
        match facet:
            case Facet.STATE:
                return self.states
            case Facet.BODY:
                return self.bodies
            case Facet.STATUS:
                return self.statuses
            case Facet.YEAR:
                return () if self.year is None else (str(self.year),)
            case Facet.DEADLINE:
                return tuple(state.value for state in self.deadline_states)
        return (self.folder,)


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """What the preview shows beside the row.

    problems: sentences, the gravest first, at most fifty. faults: of documents that could not be
    read, in sentences.
    """

    row: CaseRow
    summary: str
    handling: str
    fiction: bool
    proceedings: tuple[ProceedingRow, ...] = ()
    parties: tuple[PartyRow, ...] = ()
    deadlines: tuple[DeadlineRow, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    documents_here: int = 0
    documents: int = 0
    problems: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


Choices = Mapping[Facet, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which cases are wanted: values of facets, and words that their rows hold."""

    choices: Choices = field(default_factory=dict)
    text: str = ""


EVERYTHING = Chosen()


class Step(StrEnum):
    """What a refresh is doing."""

    LOOKING = "looking"
    READING = "reading"
    TIDYING = "tidying"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh is: cases done, of those that are new or changed; seconds left, if known.

    name: the case that was read last, as its folder or file is called.
    """

    step: Step
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    name: str = ""


OnProgress = Callable[[Progress], object]
MayGoOn = Callable[[], bool]
"""Asked often; may wait, while the work is paused; False ends it, with what was done kept."""


class Ending(StrEnum):
    """How a refresh ended.

    OFF: the library is switched off. BUSY: another program is at it. FULL: the disk is full.
    """

    DONE = "done"
    STOPPED = "stopped"
    OFF = "off"
    BUSY = "busy"
    FULL = "full"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did, in numbers, and in sentences what a reader should know of it.

    `broken` and `away` count cases as they now are, the others what became of them.
    """

    ending: Ending
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    broken: int = 0
    away: int = 0
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordName:
    """What a record of a case in the library is called: its short number, and its own words."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class CaseHits:
    """What was found in one case: its first hits, and how many there are.

    names: what the records of these hits are called, by their ids; a document has those of its
    source.
    """

    case: CaseRow
    hits: tuple[Hit, ...]
    count: int
    names: Mapping[str, RecordName] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search across all cases found, the best case first.

    cases: those of which hits were made; `more` tells whether there are others. records and
    in_cases: how many records and documents of how many cases hold it; None where they were not
    counted, as they are very many. near: what was searched instead of words that stand nowhere.
    faults: what of the query is not understood. told:
    what was searched, and what could not be.
    """

    typed: str
    cases: tuple[CaseHits, ...] = ()
    more: bool = False
    records: int | None = None
    in_cases: int | None = None
    near: tuple[Near, ...] = ()
    faults: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


class SameBy(StrEnum):
    """Why two parties may be the same, the surest first. ID is a hint and no more."""

    COUNTRY = "country"
    NAME = "name"
    VARIANT = "variant"
    ID = "id"


@dataclass(frozen=True, slots=True)
class SameParty:
    """A party of another case that may be the same, and why in a sentence."""

    case: CaseRow
    party: PartyRow
    by: SameBy
    sentence: str


@dataclass(frozen=True, slots=True)
class State:
    """Whether there is an index, and what a reader should know of it, in sentences.

    indexed_at: when the last refresh ended (ISO 8601), empty for never. bytes: of the index.
    """

    on: bool
    folders: tuple[str, ...]
    cases: int
    broken: int
    away: int
    indexed_at: str
    bytes: int
    told: tuple[str, ...] = ()
