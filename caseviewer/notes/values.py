"""Stars, read marks and notes on the records of one case, as plain values.

Each of them is an annotation in the words of the W3C, and stands by itself: it has an id, the
record that it is on, and the times at which it was made and last changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid4, uuid5

TEXT_LIMIT = 200_000
"""How long a note may be, as any text of a case."""
TITLE_LIMIT = 200
"""How much is kept of what a record was called."""

FIRST_MOMENT = datetime(1000, 1, 1, tzinfo=UTC)
LAST_MOMENT = datetime(2999, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC)
"""A time beyond these is none that is written: it could not be read again."""

_STEP = timedelta(milliseconds=1)


class Sort(StrEnum):
    """What an annotation is."""

    STAR = "star"
    READ = "read"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Saw:
    """The record as it was: the digest of what it said, and what it was called.

    kind: the name of its list in the file. revision: that of the file, or the day of its making.
    """

    says: str
    kind: str = ""
    number: str = ""
    title: str = ""
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a passage (W3C text quote selector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A star, a read mark or a note on one record of the case.

    text: of a note alone. saw: None where another program made it, which does not know. rest: as
    JSON, what others wrote into it that we do not know; empty where that is nothing.
    """

    id: str
    sort: Sort
    record: str
    created: datetime
    modified: datetime
    text: str = ""
    saw: Saw | None = None
    quote: Quote | None = None
    rest: str = ""


def _nothing() -> Mapping[str, Annotation]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Notes:
    """All that is kept on one case: annotations by their ids, and as JSON those not understood."""

    own: Mapping[str, Annotation] = field(default_factory=_nothing)
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.own or self.others)


def now() -> datetime:
    """This moment, in whole milliseconds, as it is written."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def after(moment: datetime) -> datetime:
    """This moment; where a clock was set back, the next one after another, if there is one."""
    return min(max(now(), moment + _STEP), LAST_MOMENT)


def mark_id(case: str, record: str, sort: Sort) -> str:
    """The id of a star or read mark: of one record there is one, wherever it was made."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'urn:x-casebundle:{case}:{record}#{sort}')}"


def new_id() -> str:
    """The id of a new note."""
    return f"urn:uuid:{uuid4()}"


def other_id(of: Annotation) -> str:
    """The id for a note that was written at once with another of the same id, by what it says."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{of.id} {of.modified.isoformat()} {of.text}')}"
