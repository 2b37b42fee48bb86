"""The whole of a bundle in memory."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.open_points import Difference, Gap
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation
from caseviewer.model.record_base import record
from caseviewer.model.scalars import ExactDay, Flag, Id, Language, Line, Text
from caseviewer.model.sources import Passage, Source

FORMAT = "casebundle"
FORMAT_VERSION = (1, 0)

Version = Annotated[
    str, StringConstraints(strict=True, pattern=r"^(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$")
]

Record = Proceeding | Party | Event | Deadline | Quotation | Source | Passage | Difference | Gap
"""Any record that has an id and a short number."""


@record
class Compiled:
    """Who put the bundle together, when and how."""

    by: Line
    on: ExactDay
    method: Text | None = None
    revision: Line | None = None


@record
class Header:
    """What a bundle says about itself, before its records."""

    format: Literal["casebundle"]
    format_version: Version
    id: Id
    title: Line
    language: Language
    as_of: ExactDay
    summary: Text | None = None
    compiled: Compiled
    handling: Text | None = None
    fiction: Flag = False


@record
class Case(Header):
    """What a bundle says, as far as it could be read; records in the order of the file."""

    proceedings: tuple[Proceeding, ...] = ()
    parties: tuple[Party, ...] = ()
    chronology: tuple[Event, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sources: tuple[Source, ...] = ()
    passages: tuple[Passage, ...] = ()
    differences: tuple[Difference, ...] = ()
    gaps: tuple[Gap, ...] = ()
