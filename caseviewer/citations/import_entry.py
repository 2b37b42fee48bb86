"""What every import works with: one entry of a file, what is told of it, and when it stops."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from caseviewer.model.visible import visible

MOST_ENTRIES = 20_000
MOST_TOLD = 500

_REMARKS = 100
_NAMED = 8
_QUOTED = 80
_HALF = re.compile("[\ud800-\udfff]")


class ImportFault(Exception):  # noqa: N818 - a fault of the file, not of ours
    """Nothing of the file can be imported; its text is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file: CSL-JSON data as it was found, and what is to be told of it.

    A remark is a sentence without its full stop; equal ones of several entries become one.
    `record` holds what the file says of the record itself, beside the data.
    """

    data: dict[str, Any]
    remarks: list[str] = field(default_factory=list)
    record: dict[str, Any] = field(default_factory=dict)

    def tell(self, remark: str) -> None:
        """Add a remark, unless there are so many that nobody reads them."""
        tell(self.remarks, remark, _REMARKS)


def tell(told: list[str], sentence: str, most: int = MOST_TOLD) -> None:
    """Add a sentence to a list; a hostile file has reason for millions."""
    if len(told) <= most:
        told.append(sentence)


def require_few(count: int) -> None:
    """Refuse a file with more entries than anybody looks through."""
    if count > MOST_ENTRIES:
        raise ImportFault(
            f"The file has more than {MOST_ENTRIES:,} entries, which is the most at once."
        )


def quoted(text: object) -> str:
    """Words of a file for a sentence: short, and nothing hidden in them."""
    return f"“{visible(str(text), _QUOTED)}”"


def is_whole(text: str) -> bool:
    """Whether no half of a character stands in it: JSON can write one, but no file can."""
    return _HALF.search(text) is None


def sentences(remarks: Iterable[tuple[str, str]]) -> list[str]:
    """Remarks, each with the id of its record, as sentences that name all their records."""
    grouped: dict[str, list[str]] = {}
    for remark, record in remarks:
        grouped.setdefault(remark, []).append(record)
    return [f"{remark}: {_listed(list(dict.fromkeys(ids)))}." for remark, ids in grouped.items()]


def _listed(ids: list[str]) -> str:
    rest = len(ids) - _NAMED
    return ", ".join(ids[:_NAMED]) + (f" and {rest:,} more" if rest > 0 else "")
