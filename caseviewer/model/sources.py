"""Where it is written: sources, their documents, and passages in them."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic.types import Strict

from caseviewer.model.csl import CslItem
from caseviewer.model.dated import Date
from caseviewer.model.kinds import LocatorLabel, Nature, Numbering, SourceKind, UrlStatus
from caseviewer.model.record_base import record
from caseviewer.model.scalars import (
    Context,
    Count,
    Id,
    Language,
    Line,
    Many,
    MediaType,
    Number,
    Sha256,
    Text,
    Words,
)


@record
class Disclaimer:
    """What a publisher refuses to answer for."""

    by: Id | None = None
    text: Text


@record
class Document:
    """The file that a source was read from, by its fingerprint; `file` lies in `documents/`.

    Paragraphs are the blocks between blank lines. Where they are counted, `count_from`
    holds the first words of paragraph 1 and `count_until` those of the first block
    behind the last paragraph.
    """

    file: Line
    sha256: Sha256
    bytes: Count
    media_type: MediaType
    characters: Count | None = None
    paragraph_numbering: Numbering = Numbering.NONE
    count_from: Line | None = None
    count_until: Line | None = None


@record
class Source:
    """A work that statements rest on, and the copy of it that was read.

    `cite_as` is the source's own citation to the letter, odd spaces included.
    `same_work_as` names the record of which this one is another copy.
    """

    id: Id
    number: Number | None = None
    kind: SourceKind
    csl: CslItem
    cite_as: Words | None = None
    nature: Nature
    same_work_as: Id | None = None
    author: Many[Id] = ()
    publisher: Id | None = None
    republisher: Id | None = None
    published: Date | None = None
    last_updated: Date | None = None
    accessed: Date | None = None
    url: Line | None = None
    url_status: UrlStatus
    language: Language | None = None
    rights: Text | None = None
    disclaimers: Many[Disclaimer] = ()
    document: Document | None = None
    note: Text | None = None


@record
class Locator:
    """A place as people cite it: paragraph 10, page 4."""

    label: LocatorLabel
    value: Line


@record
class Selector:
    """A place by its words (W3C Web Annotation, text quote selector)."""

    exact: Words
    prefix: Context = ""
    suffix: Context = ""


Offset = Annotated[int, Strict(), Field(ge=0, le=2**53 - 1)]


@record
class Position:
    """A place by its offsets in the document's text, in code points, end excluded."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _in_order(self) -> "Position":
        if self.end <= self.start:
            raise ValueError("“end” must be greater than “start”")
        return self


@record
class Passage:
    """A place in a source that records rest on."""

    id: Id
    number: Number | None = None
    source: Id
    locator: Locator | None = None
    selector: Selector | None = None
    position: Position | None = None
    note: Line | None = None
