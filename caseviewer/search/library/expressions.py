"""Queries in the language of FTS5, which finds what the search of an open case finds.

Every word that is put into it consists of letters and digits alone, and stands in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from caseviewer.search.filters import DATES, OtherKind
from caseviewer.search.library.conditions import Condition, together
from caseviewer.search.library.tags import OF_KIND, tag
from caseviewer.search.wanted import Alternative, Group, Wanted

_DOCUMENT = f'tags : "{tag(OF_KIND, OtherKind.DOCUMENT)}"'

_EVERYTHING = f'tags : "{tag(OF_KIND, "")}" *'


def for_records(wanted: Wanted, conditions: Sequence[Condition]) -> str:
    """What matches the records and documents that may be found; empty where nothing can be.

    A document is one row, but is searched block by block: words that must not occur leave it in.
    """
    asked = [_group(group, "text : ") for group in wanted.positive]
    asked += [_tags(several) for several in together(conditions) if not several[0].asked.without]
    if not all(asked):
        return ""
    whole = _all(asked) or _EVERYTHING
    lacking = [_group(group, "text : ") for group in wanted.negative]
    forbidden = [
        _tags([one])
        for one in conditions
        if one.asked.without and one.asked.field not in DATES and one.tags
    ]
    if forbidden:
        whole = f"({whole}) NOT ({' OR '.join(forbidden)})"
    if lacking:
        kept = f"({whole}) NOT ({' OR '.join(lacking)})"
        whole = f"({kept}) OR (({whole}) AND {_DOCUMENT})"
    return whole


def for_cases(wanted: Wanted) -> str:
    """What matches and ranks the cases in which all words occur; empty without words."""
    return _all(_group(group, "") for group in wanted.positive)


def _all(parts: Iterable[str]) -> str:
    return " AND ".join(f"({part})" for part in parts)


def _group(group: Group, column: str) -> str:
    return " OR ".join(f"({_alternative(one, column)})" for one in group.alternatives)


def _alternative(alternative: Alternative, column: str) -> str:
    return " AND ".join(f"{column}{_needle(needle)}" for needle in alternative.needles)


def _needle(needle: str) -> str:
    """Words side by side; the last one may go on, unless a space follows."""
    return f'"{needle.strip()}"{"" if needle.endswith(" ") else " *"}'


def _tags(several: Sequence[Condition]) -> str:
    """Any of the tags of some conditions; empty where there is none."""
    tags = sorted(frozenset().union(*(one.tags for one in several)))
    return "tags : ({})".format(" OR ".join(f'"{one}"' for one in tags)) if tags else ""
