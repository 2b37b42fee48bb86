"""Dates of an imported file: from CSL's form to that of a bundle, never more exact than given.

What is no date of the calendar stays what it is: words, in the data and in the record.
"""

import re
from dataclasses import dataclass
from typing import Any

from caseviewer.citations.import_entry import is_whole, quoted
from caseviewer.citations.items import csl_date
from caseviewer.model.dated import Date
from caseviewer.model.dates import DateError, parse
from caseviewer.model.scalars import LINE_LIMIT

_PART = re.compile(r"-?[0-9]{1,6}")
_KNOWN = frozenset({"date-parts", "season", "circa", "literal", "raw"})
_NO = frozenset({"", "0", "false", "False", "None"})
_OPEN = ".."
_SCALAR = 80


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as the item and the record hold it; None where there is nothing to hold."""

    csl: dict[str, Any] | None = None
    record: dict[str, str] | None = None
    remark: str = ""


def read_date(value: object) -> ReadDate:
    """A date of CSL-JSON: parts, words, or a text in EDTF as CSL 1.1 has it."""
    if isinstance(value, str):
        value = {"raw": value}
    if not isinstance(value, dict):
        return ReadDate(remark="is no date and was left behind")
    words = _words(value)
    given = value.get("date-parts")
    if not (written := _written(given)):
        return _of_words(words)
    sides = _sides(given)
    return _in_words(written) if sides is None else _of_parts(sides, value, words)


def _of_parts(sides: list[list[int]], value: dict[str, Any], words: str) -> ReadDate:
    others = ", ".join(quoted(name) for name in value if name not in _KNOWN)
    remark = f"has parts that were left behind ({others})" if others else ""
    csl: dict[str, Any] = {}
    if season := _scalar(value.get("season")):
        if len(sides) == 1 and len(sides[0]) == 1 and season in {"1", "2", "3", "4"}:
            # CSL 1.0.2 writes the seasons as the months 21 to 24, as EDTF does.
            sides = [[sides[0][0], 20 + int(season)]]
        else:
            csl["season"] = season
            remark = "has a season that stands in the data only"
    circa = _scalar(value.get("circa")) not in _NO
    edtf = "/".join(_edtf(side, mark="~" if circa else "") for side in sides)
    try:
        parse(edtf)
    except DateError:
        return _in_words(_written(sides))
    csl = {"date-parts": [side or [0] for side in sides], **csl}
    record = {"edtf": edtf, **({"verbatim": words} if words else {}), "basis": "stated"}
    return ReadDate({**csl, "circa": True} if circa else csl, record, remark)


def _of_words(words: str) -> ReadDate:
    if not words:
        return ReadDate(remark="holds nothing that can be kept as a date")
    try:
        point = parse(words)
    except DateError:
        return _in_words(words)
    csl = csl_date(Date(edtf=point.text), lambda date: str(date.edtf))
    return ReadDate(csl, {"edtf": words, "basis": "stated"})


def _in_words(words: str) -> ReadDate:
    return ReadDate({"literal": words}, {"verbatim": words, "basis": "stated"}, _KEPT)


def _words(value: dict[str, Any]) -> str:
    for name in ("literal", "raw"):
        if isinstance(words := value.get(name), str) and is_whole(words):
            line = " ".join(words.split())
            if line and len(line) <= LINE_LIMIT:
                return line
    return ""


def _sides(given: object) -> list[list[int]] | None:
    """One or two lists of numbers; the second is empty where the range has no end."""
    if not isinstance(given, list) or len(given) > 2:
        return None
    sides = [_numbers(side) for side in given]
    found = [side for side in sides if side is not None]
    if len(found) < len(sides) or not found[0]:
        return None
    return found[:1] if found[0] == found[-1] else found


def _numbers(side: object) -> list[int] | None:
    """Year, month and day as far as they are given: programs write 0 where they know none."""
    if not isinstance(side, list) or len(side) > 3:
        return None
    texts = list(map(_scalar, side))
    while texts and not texts[-1].strip("0"):
        texts.pop()
    if not all(map(_PART.fullmatch, texts)):
        return None
    return list(map(int, texts))


def _edtf(side: list[int], mark: str) -> str:
    if not side:
        return _OPEN
    year, *rest = side
    texts = [f"{year:04d}" if 0 < year <= 9999 else "?", *(f"{part:02d}" for part in rest)]
    return "-".join(texts) + mark


def _written(given: object) -> str:
    """What stands in the place of a date, as near to how it was written as a line allows."""
    sides = given if isinstance(given, list) else [given]
    parts = [side if isinstance(side, list) else [side] for side in sides[:2]]
    texts = ("-".join(filter(None, map(_scalar, side[:3]))) for side in parts)
    return "/".join(filter(None, texts))


def _scalar(value: object) -> str:
    """A text or a number as a short text; lists and mappings are none, and neither is 0."""
    if not value or not isinstance(value, str | int | float):
        return ""
    text = " ".join(str(value).split())[:_SCALAR]
    return text if is_whole(text) else ""


_KEPT = "is no date of the calendar and was kept in its words"
