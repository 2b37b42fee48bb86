"""Cases for tests of the window that are not among the samples."""

import dataclasses
from pathlib import PurePath
from typing import Any

from caseviewer.model.opened import OpenedCase
from tests.ui.kit import opened_sample

_LISTS = (
    "proceedings",
    "parties",
    "chronology",
    "deadlines",
    "quotations",
    "sources",
    "passages",
    "differences",
    "gaps",
)


def without_records() -> OpenedCase:
    """A case that has a title and nothing else."""
    opened = opened_sample()
    nothing: dict[str, Any] = dict.fromkeys(_LISTS, ())
    empty = dataclasses.replace(opened.case, **nothing)
    return OpenedCase(
        case=empty,
        path=PurePath("/a/empty"),
        case_file=PurePath("/a/empty/case.json"),
        fingerprint=opened.fingerprint,
    )
