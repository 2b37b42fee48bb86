"""The small types that records are made of: ids, texts, codes, dates as strings.

Text that a person reads is capped, so that no single field can exhaust a window: a
line at 20,000 and a text at 200,000 characters.
"""

from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, StringConstraints
from pydantic.types import Strict

from caseviewer.model.date_check import checked

LINE_LIMIT = 20_000
TEXT_LIMIT = 200_000
LIST_LIMIT = 10_000

_T = TypeVar("_T")

Many = Annotated[tuple[_T, ...], Field(max_length=LIST_LIMIT, fail_fast=True)]
"""A list inside a record. It is left at its first fault: a list of a million wrong items
would otherwise become a million errors in memory."""

Id = Annotated[
    str,
    StringConstraints(strict=True, max_length=64, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$"),
]
"""What other records point at; unique in the whole bundle."""

Line = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=LINE_LIMIT, pattern=r"\S")
]
"""A name, a title, a phrase: one line, never blank."""

Text = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=TEXT_LIMIT, pattern=r"\S")
]
"""One or more paragraphs, never blank."""

Words = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=TEXT_LIMIT)]
"""Words of a source to the letter, white space included."""

Context = Annotated[str, StringConstraints(strict=True, max_length=LINE_LIMIT)]
"""Words that stand before or after a passage; empty at the edge of a text."""

Country = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{3}$")]
"""ISO 3166-1 alpha-3 code; XAA to XZZ are free for invented States."""

Subdivision = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z0-9]{1,3}$")]
"""The part of an ISO 3166-2 code behind the hyphen: "CA" of US-CA, "BY" of DE-BY."""

Language = Annotated[
    str,
    StringConstraints(strict=True, max_length=35, pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
]
"""BCP 47 language tag, such as "en", "kk-Cyrl", "zh-Hant-TW"."""

Sha256 = Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of a file's bytes, 64 hexadecimal digits in lower case."""

MediaType = Annotated[
    str,
    StringConstraints(
        strict=True,
        max_length=100,
        pattern=r"^[a-z]+/[a-z0-9][a-z0-9.+-]*$",
    ),
]
"""Media type of a document, such as "text/plain" (RFC 6838, without parameters)."""

Duration = Annotated[
    str,
    StringConstraints(
        strict=True, max_length=20, pattern=r"^P([0-9]{1,5}[YMWD]|[0-9]{1,5}Y[0-9]{1,5}M)$"
    ),
]
"""ISO 8601 duration in whole days, weeks, months or years, such as "P90D"."""

Day = Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""One day, YYYY-MM-DD (ISO 8601)."""

Flag = Annotated[bool, Strict()]
"""True or false, and nothing that could be taken for one of them."""

Number = Annotated[int, Strict(), Field(ge=1, le=999_999)]
"""The number behind the letter of a short number such as P4."""

Count = Annotated[int, Strict(), Field(ge=0, le=2**53 - 1)]
"""A count of people, bytes or characters, within the integers of I-JSON (RFC 7493)."""


Edtf = Annotated[
    str,
    StringConstraints(strict=True, max_length=64),
    AfterValidator(checked),
    Field(json_schema_extra={"format": "edtf"}),
]
"""A date in the Extended Date/Time Format, level 1 (ISO 8601-2:2019)."""

ExactDay = Annotated[Day, AfterValidator(checked)]
"""A day that the calendar has, YYYY-MM-DD."""
