"""What happened and what is owed: proceedings, events, deadlines."""

from caseviewer.model.dated import Date
from caseviewer.model.kinds import (
    CountingRule,
    EventKind,
    Fulfilment,
    Outcome,
    ProceedingKind,
    ProceedingStatus,
    Role,
    Standing,
)
from caseviewer.model.record_base import record
from caseviewer.model.scalars import (
    Country,
    Duration,
    Flag,
    Id,
    Line,
    Many,
    Number,
    Subdivision,
    Text,
)


@record
class Identifier:
    """A number or symbol and the scheme that it belongs to."""

    scheme: Line
    value: Line


@record
class Provisions:
    """Articles relied on by the complaint, and those found to be breached."""

    alleged: Many[Line] = ()
    found: Many[Line] = ()


@record
class Proceeding:
    """A procedure before a body, as the header of its decision describes it.

    `complaint` and `decision` name the events that carry these dates.
    """

    id: Id
    number: Number | None = None
    title: Line
    body: Id
    kind: ProceedingKind
    instrument: Line | None = None
    identifiers: Many[Identifier] = ()
    session: Line | None = None
    subject_matter: Text | None = None
    substantive_issues: Text | None = None
    provisions: Provisions | None = None
    complaint: Id | None = None
    decision: Id | None = None
    status: ProceedingStatus
    outcome: Outcome | None = None
    outcome_summary: Text | None = None
    remedies: Many[Line] = ()
    basis: Many[Id] = ()


@record
class Place:
    """Where something happened, as far as it is told."""

    name: Line | None = None
    country: Country | None = None


@record
class Participant:
    """A party and what it does in the event."""

    party: Id
    role: Role


@record
class Event:
    """Something that happened, was done or was said, and who says so.

    `order` ranks events that the dates cannot tell apart (1 comes first).
    """

    id: Id
    number: Number | None = None
    kind: EventKind
    title: Line
    description: Text | None = None
    date: Date | None = None
    order: Number | None = None
    place: Place | None = None
    participants: Many[Participant] = ()
    asserted_by: Many[Id] = ()
    standing: Standing
    basis: Many[Id] = ()


@record
class Period:
    """A span of time that a rule or a decision gives, with its own words."""

    duration: Duration
    verbatim: Line | None = None


@record
class Trigger:
    """An event, or a date of its own, that the period may start from."""

    label: Line
    event: Id | None = None
    date: Date | None = None
    stated: Flag = False


@record
class Holidays:
    """Whose public holidays count, where the counting rule skips any."""

    country: Country
    subdivision: Subdivision | None = None


@record
class Response:
    """Whether the duty was fulfilled, and by which event."""

    status: Fulfilment
    event: Id | None = None
    note: Text | None = None


@record
class Deadline:
    """What one party owes another by a day that may not be certain.

    A trigger with `stated` is the one that the source names; where none is, the end of
    the period is a window over all of them.
    """

    id: Id
    number: Number | None = None
    title: Line
    owed_by: Id
    owed_to: Id
    proceeding: Id | None = None
    period: Period
    triggers: Many[Trigger] = ()
    rule: CountingRule
    holidays: Holidays | None = None
    fulfilment: Response
    basis: Many[Id] = ()
