"""The bibliographic data of a source in readable form: a name and a value a line."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import takewhile

from caseviewer.formatting.dates import words as date_words
from caseviewer.formatting.names import language_name
from caseviewer.formatting.translate import tr
from caseviewer.model.csl import CslDate, CslItem, CslName
from caseviewer.model.dates import DateError, EdtfDate, parse

_LABELS = {
    "type": "Type",
    "id": "Key",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "Web address",
    "container_title": "Published in",
    "container_title_short": "Published in, short",
    "event_title": "Event",
    "number_of_pages": "Number of pages",
    "issued": "Published on",
    "accessed": "Accessed on",
}


def csl_lines(item: CslItem) -> Iterator[tuple[str, str]]:
    """Each field that is filled, with its name in words, in the order of the format."""
    for name in _field_names():
        value = getattr(item, name)
        if value is not None and value != ():
            yield _label(name), _value_words(name, value)


@cache
def _field_names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(CslItem))


def _label(name: str) -> str:
    return tr(_LABELS.get(name, name.replace("_", " ").capitalize()))


def _value_words(name: str, value: object) -> str:
    if isinstance(value, CslDate):
        return csl_date_words(value)
    if isinstance(value, tuple):
        return "; ".join(map(name_words, value))
    words = str(value)
    if name == "type":
        return type_words(words)
    return language_name(words) if name == "language" else words


def type_words(value: str) -> str:
    """A type of CSL in words: "article-newspaper" is a "newspaper article"."""
    return " ".join(reversed(value.split("-"))).replace("_", " ")


def name_words(name: CslName) -> str:
    """A name in reading order: "Ludwig van Beethoven", or the name of an institution."""
    if name.literal is not None:
        return name.literal
    parts = (
        name.given,
        name.dropping_particle,
        name.non_dropping_particle,
        name.family,
        name.suffix,
    )
    return " ".join(filter(None, parts)) or tr("no name")


def csl_date(date: CslDate) -> EdtfDate | None:
    """A CSL date as an EDTF date; None where its parts are none."""
    edtf = csl_edtf(date)
    if edtf is None:
        return None
    try:
        return parse(edtf)
    except DateError:
        return None


def csl_date_words(date: CslDate) -> str:
    """A CSL date in words, as exact as its parts: "June 2012", "1 June 2012 to 5 June 2012"."""
    known = csl_date(date)
    if known is not None:
        return date_words(known)
    return date.literal or date.raw or _unreadable_words(date) or tr("not given")


def _unreadable_words(date: CslDate) -> str:
    sides = (", ".join(filter(None, map(str, parts))) for parts in date.date_parts or ())
    words = "; ".join(filter(None, sides))
    return tr("not a date: {parts}", parts=words) if words else ""


def csl_edtf(date: CslDate) -> str | None:
    """The parts of a CSL date as EDTF; None where it has none."""
    sides = [_joined(parts, date.season) for parts in date.date_parts or ()]
    if not all(sides):
        return None
    mark = "~" if date.circa else ""
    return "/".join(f"{side}{mark}" for side in sides) or None


def _joined(parts: tuple[int | str, ...], season: int | str | None) -> str:
    """Year, month and day as far as they are known: programs write 0 or nothing for the rest."""
    known = list(takewhile(lambda part: part.strip("0 "), map(str, parts)))
    if len(known) == 1 and str(season) in _SEASONS:
        known.append(_SEASONS[str(season)])
    return "-".join(part.zfill(width) for part, width in zip(known, (4, 2, 2), strict=False))


_SEASONS = {"1": "21", "2": "22", "3": "23", "4": "24"}
