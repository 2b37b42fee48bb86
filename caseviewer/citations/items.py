"""A source as a CSL-JSON item for the engine: its own data, and what its record adds.

A field of the item comes before a field of the record. Nothing is made up: a date is as
exact as the source gives it, an anonymous author is none, a missing address stays away.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from caseviewer.model.csl import CslDate, CslItem, CslName
from caseviewer.model.dated import Date
from caseviewer.model.dates import EdtfDate, Limit, Point, Precision
from caseviewer.model.kinds import SourceKind
from caseviewer.model.sources import Source

NameOf = Callable[[str], str]
"""The name of a party by its id; empty where it is withheld or not in the case."""

DateWords = Callable[[Date], str]
"""A date in words, for dates that CSL cannot write."""

_PUBLISHED = frozenset({SourceKind.NGO_REPORT, SourceKind.NEWS_REPORT, SourceKind.BOOK})


@dataclass(frozen=True, slots=True)
class Item:
    """One source, ready to be cited: `data` is a CSL-JSON item without its id."""

    source: str
    data: dict[str, Any]


def item_of(source: Source, name_of: NameOf, words_of: DateWords) -> Item:
    """The item of a source."""
    data = csl_json(source.csl)
    if not data.get("author") and (names := _names(source.author, name_of)):
        data["author"] = names
    if "publisher" not in data and source.kind in _PUBLISHED and source.publisher:
        data["publisher"] = name_of(source.publisher)
    if "source" not in data and source.republisher:
        data["source"] = name_of(source.republisher)
    if "URL" not in data and source.url:
        data["URL"] = source.url
    if "language" not in data and source.language:
        data["language"] = source.language
    for field, date in (("issued", source.published), ("accessed", source.accessed)):
        if field not in data and date is not None:
            data[field] = csl_date(date, words_of)
    return Item(source.id, {key: value for key, value in data.items() if value not in ("", [])})


def for_our_styles(data: dict[str, Any]) -> dict[str, Any]:
    """The data as our styles need them, since a style can neither cut nor compare fields.

    `references` holds the symbol of a UN document with its words ("UN Doc A/HRC/22/53"), which
    each guide writes in its own way ("U.N. Doc.") or leaves out: the symbol alone is added as
    `archive_location`. Symbols of other bodies stay as they are. The publisher of a news report
    that is named already, as its author or as the newspaper, is left out. A law has its date
    once more as `submitted`, unless that is a year alone which its number names already
    ("18 of 2014"), for styles that print the two beside each other.
    """
    found = dict(data)
    match = _UN_SYMBOL.fullmatch(str(data.get("references", "")))
    if match is not None:
        found.setdefault("archive_location", match["symbol"])
    if data.get("type") == "article-newspaper":
        named = [author.get("literal") for author in data.get("author", ())]
        if found.get("publisher", "") in [*named, data.get("container-title")]:
            del found["publisher"]
    if data.get("type") == "legislation" and "issued" in data and not _year_in_number(data):
        found.setdefault("submitted", data["issued"])
    return found


def _year_in_number(data: dict[str, Any]) -> bool:
    match data["issued"].get("date-parts"):
        case [[year]]:
            return str(year) in re.findall(r"\d+", str(data.get("number", "")))
    return False


def csl_json(item: CslItem) -> dict[str, Any]:
    """The fields of an item that are filled, under their names in CSL-JSON, without `id`."""
    found = {}
    for name, key in _keys():
        value = getattr(item, name)
        if value is not None and value != () and key != "id":
            found[key] = _plain(value)
    return found


def csl_date(date: Date, words_of: DateWords) -> dict[str, Any]:
    """A date as CSL writes it: parts as far as they are known, else its words (`literal`)."""
    value = date.value
    if value is None or not _fits(value):
        return {"literal": words_of(date)}
    parts = [_parts(point) for point in value.points]
    found: dict[str, Any] = {"date-parts": parts}
    if value.approximate or value.uncertain:
        found["circa"] = True
    return found


def _fits(value: EdtfDate) -> bool:
    """Whether CSL can write a date without saying more, or less, than it does."""
    return (
        not isinstance(value.start, Limit)
        and not isinstance(value.end, Limit)
        and all(_writable(point) for point in value.points)
        and len({point.approximate or point.uncertain for point in value.points}) == 1
    )


def _writable(point: Point) -> bool:
    return point.precision in _CSL_PRECISIONS and not (
        point.month_unspecified or point.day_unspecified
    )


_UN_SYMBOL = re.compile(
    r"(?:UN|U\.N\.|United Nations) (?:Doc\.?|Document) (?P<symbol>[A-Z]\S*)", re.IGNORECASE
)
_CSL_PRECISIONS = frozenset({Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR})


def _parts(point: Point) -> list[int]:
    # CSL 1.0.2 writes the seasons as the months 21 to 24, as EDTF does.
    month = point.month if point.season is None else point.season
    return [part for part in (point.year, month, point.day) if part is not None]


def _names(parties: tuple[str, ...], name_of: NameOf) -> list[dict[str, str]]:
    return [{"literal": name} for party in parties if (name := name_of(party))]


@cache
def _keys() -> tuple[tuple[str, str], ...]:
    return tuple((field.name, _ALIASES.get(field.name, field.name)) for field in fields(CslItem))


def _alias(name: str) -> str:
    return _UPPER.get(name) or (name if name in _UNDERSCORED else name.replace("_", "-"))


_UPPER = {"url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}
_UNDERSCORED = frozenset({"archive_collection", "archive_location"})
_ALIASES = {field.name: _alias(field.name) for field in fields(CslItem)}


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, CslName | CslDate):
        found = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {_alias(name): _plain(part) for name, part in found if part is not None}
    return value
