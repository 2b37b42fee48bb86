"""A CSL-JSON item (Citation Style Language 1.0.2), as far as sources of a case need it.

Field names are those of CSL-JSON; hyphens stand in the file ("container-title"). A
bundle's item carries data only: how a citation looks is the style's business.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pydantic.types import Strict

from caseviewer.model.record_base import record
from caseviewer.model.scalars import Flag, Line, Many, Text

CslType = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]

CslNumber = Annotated[int, Strict()] | Line
"""CSL allows a number or a text wherever it counts something."""

DatePart = Annotated[int, Strict()] | Annotated[str, StringConstraints(strict=True)]
DateParts = Annotated[tuple[DatePart, ...], Field(min_length=1, max_length=3, fail_fast=True)]
"""Year, month, day: as many of them as are known."""

DateRange = Annotated[tuple[DateParts, ...], Field(min_length=1, max_length=2, fail_fast=True)]


@record
class CslName:
    """A person (family and given name) or an institution (literal)."""

    family: Line | None = None
    given: Line | None = None
    dropping_particle: Line | None = Field(default=None, alias="dropping-particle")
    non_dropping_particle: Line | None = Field(default=None, alias="non-dropping-particle")
    suffix: Line | None = None
    literal: Line | None = None


@record
class CslDate:
    """A date as CSL writes it: one list of parts, or two for a range."""

    date_parts: DateRange | None = Field(default=None, alias="date-parts")
    season: CslNumber | None = None
    circa: Flag | CslNumber | None = None
    literal: Line | None = None
    raw: Line | None = None


Names = Many[CslName]


@record
class CslItem:
    """The bibliographic data of one source."""

    type: CslType
    id: Line | None = None
    language: Line | None = None
    title: Text | None = None
    title_short: Line | None = Field(default=None, alias="title-short")
    container_title: Line | None = Field(default=None, alias="container-title")
    container_title_short: Line | None = Field(default=None, alias="container-title-short")
    collection_title: Line | None = Field(default=None, alias="collection-title")
    collection_number: CslNumber | None = Field(default=None, alias="collection-number")
    original_title: Line | None = Field(default=None, alias="original-title")
    reviewed_title: Line | None = Field(default=None, alias="reviewed-title")
    author: Names = ()
    editor: Names = ()
    translator: Names = ()
    interviewer: Names = ()
    recipient: Names = ()
    container_author: Names = Field(default=(), alias="container-author")
    collection_editor: Names = Field(default=(), alias="collection-editor")
    original_author: Names = Field(default=(), alias="original-author")
    issued: CslDate | None = None
    accessed: CslDate | None = None
    submitted: CslDate | None = None
    event_date: CslDate | None = Field(default=None, alias="event-date")
    original_date: CslDate | None = Field(default=None, alias="original-date")
    available_date: CslDate | None = Field(default=None, alias="available-date")
    authority: Line | None = None
    jurisdiction: Line | None = None
    division: Line | None = None
    committee: Line | None = None
    number: CslNumber | None = None
    references: Line | None = None
    genre: Line | None = None
    medium: Line | None = None
    status: Line | None = None
    section: Line | None = None
    chapter_number: CslNumber | None = Field(default=None, alias="chapter-number")
    volume: CslNumber | None = None
    issue: CslNumber | None = None
    page: CslNumber | None = None
    page_first: CslNumber | None = Field(default=None, alias="page-first")
    number_of_pages: CslNumber | None = Field(default=None, alias="number-of-pages")
    number_of_volumes: CslNumber | None = Field(default=None, alias="number-of-volumes")
    edition: CslNumber | None = None
    version: Line | None = None
    publisher: Line | None = None
    publisher_place: Line | None = Field(default=None, alias="publisher-place")
    original_publisher: Line | None = Field(default=None, alias="original-publisher")
    original_publisher_place: Line | None = Field(default=None, alias="original-publisher-place")
    event_title: Line | None = Field(default=None, alias="event-title")
    event_place: Line | None = Field(default=None, alias="event-place")
    archive: Line | None = None
    archive_collection: Line | None = None
    archive_location: Line | None = None
    archive_place: Line | None = Field(default=None, alias="archive-place")
    source: Line | None = None
    url: Line | None = Field(default=None, alias="URL")
    doi: Line | None = Field(default=None, alias="DOI")
    isbn: Line | None = Field(default=None, alias="ISBN")
    issn: Line | None = Field(default=None, alias="ISSN")
    abstract: Text | None = None
    annote: Text | None = None
    keyword: Line | None = None
    note: Text | None = None
