"""One annotation as JSON values (W3C Web Annotation Data Model), and back.

What others write into an annotation of ours beside what we know is kept in `rest` and written
again. What we would have to guess at is not ours, and is kept as a whole.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum, auto
from typing import Any

from caseviewer.notes.json_values import text_of
from caseviewer.notes.values import (
    FIRST_MOMENT,
    LAST_MOMENT,
    TEXT_LIMIT,
    TITLE_LIMIT,
    Annotation,
    Quote,
    Saw,
    Sort,
)

OUR_CONTEXT = {"caseviewer": "urn:x-caseviewer:"}
"""What the prefix of our own members stands for."""

Values = dict[str, Any]

_RECORD = re.compile(
    r"urn:x-casebundle:([A-Za-z0-9][A-Za-z0-9._-]{0,63}):([A-Za-z0-9][A-Za-z0-9._-]{0,63})"
)
_ID = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TIME = re.compile(r"([12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)")
_SAW = "caseviewer:saw"
_SAID = {name: f"caseviewer:{name}" for name in ("says", "kind", "number", "title", "revision")}
_MOTIVATIONS = {Sort.STAR: "bookmarking", Sort.READ: "tagging", Sort.NOTE: "commenting"}
_SORTS = {words: sort for sort, words in _MOTIVATIONS.items()}
_READ = "read"
_QUOTED = ("exact", "prefix", "suffix")

_KNOWN = frozenset(
    {"id", "type", "motivation", "created", "modified", "body", "target", _SAW}
)  # fmt: skip
_KNOWN_OF_BODY = {
    Sort.STAR: frozenset[str](),
    Sort.READ: frozenset({"type", "value", "purpose"}),
    Sort.NOTE: frozenset({"type", "value", "format"}),
}
_KNOWN_OF_TARGET = frozenset({"type", "source", "selector"})


class Unknown(Enum):
    """Why an annotation is none of ours on the case."""

    OF_ANOTHER_CASE = auto()
    NOT_UNDERSTOOD = auto()


class _NotOursError(Exception):
    """Something is not as we write it."""


def annotation_of(item: object, case: str) -> Annotation | Unknown:
    """The annotation in a value, if it is one of ours on the case of this id."""
    try:
        values = _object(item)
        target = _object(values.get("target"))
        place = _RECORD.fullmatch(_text(target.get("source"), _LONGEST_NAME))
        if place is None:
            return Unknown.NOT_UNDERSTOOD
        made = _made(values, target, place[2])
    except _NotOursError:
        return Unknown.NOT_UNDERSTOOD
    return made if place[1] == case else Unknown.OF_ANOTHER_CASE


def values_of(annotation: Annotation, case: str) -> Values:
    """An annotation as it is written."""
    rest: Values = json.loads(annotation.rest) if annotation.rest else {}
    quote, saw, body = annotation.quote, annotation.saw, _body(annotation)
    target: Values = {
        **rest.pop("target", {}),
        "type": "SpecificResource",
        "source": f"urn:x-casebundle:{case}:{annotation.record}",
    }
    if quote is not None:
        words = {name: getattr(quote, name) for name in _QUOTED}
        given = {name: said for name, said in words.items() if said or name == "exact"}
        target["selector"] = {"type": "TextQuoteSelector", **given}
    written = {
        **rest,
        "id": annotation.id,
        "type": "Annotation",
        "motivation": _MOTIVATIONS[annotation.sort],
        "created": _written(annotation.created),
        "modified": _written(annotation.modified),
        "target": target,
    }
    if body:
        written["body"] = {**rest.get("body", {}), **body}
    if saw is not None:
        said = {written: getattr(saw, name) for name, written in _SAID.items()}
        written[_SAW] = {name: words for name, words in said.items() if words}
    return written


def is_of_type(value: Mapping[str, object], name: str) -> bool:
    """Whether an object says that it is of a type, by itself or among others."""
    given = value.get("type")
    return given == name or (isinstance(given, list) and name in given)


def _made(values: Values, target: Values, record: str) -> Annotation:
    sort = _SORTS.get(_text(_only(values.get("motivation"))))
    modified = values.get("modified", values.get("created"))
    if sort is None or values.get("type") != "Annotation":
        raise _NotOursError
    if target.get("type", "SpecificResource") != "SpecificResource":
        raise _NotOursError
    body = _object(_only(values.get("body", {})))
    return Annotation(
        _matching(_ID, values.get("id")),
        sort,
        record,
        _moment(values.get("created", modified)),
        _moment(modified),
        _words(body, sort),
        _saw(values.get(_SAW)),
        _quote(target.get("selector")),
        _rest(
            values,
            target,
            {name: one for name, one in body.items() if name not in _KNOWN_OF_BODY[sort]},
        ),
    )


def _body(annotation: Annotation) -> Values:
    """What an annotation says; a star says nothing."""
    if annotation.sort is Sort.STAR:
        return {}
    if annotation.sort is Sort.READ:
        return {"type": "TextualBody", "purpose": "tagging", "value": _READ}
    return {"type": "TextualBody", "format": "text/plain", "value": annotation.text}


def _words(body: Values, sort: Sort) -> str:
    """The text of a note; `_NotOursError` for a text that is more than plain, or another tag."""
    if sort is Sort.STAR:
        if body:
            raise _NotOursError
        return ""
    text = _text(body.get("value"), TEXT_LIMIT)
    usual = {"type": "TextualBody", "format": "text/plain", "purpose": "tagging"}
    if sort is Sort.NOTE:
        del usual["purpose"]  # whatever it is for, it is a text
    plain = all(body.get(name, one) == one for name, one in usual.items())
    fits = bool(text.strip()) if sort is Sort.NOTE else text == _READ
    if not plain or not fits:
        raise _NotOursError
    return text if sort is Sort.NOTE else ""


def _saw(value: object) -> Saw | None:
    if value is None:
        return None
    said = _object(value)
    if said.keys() - set(_SAID.values()):
        raise _NotOursError
    return Saw(**{name: _text(said.get(key, ""), TITLE_LIMIT) for name, key in _SAID.items()})


def _quote(selector: object) -> Quote | None:
    """The words of a passage; a selector of another sort is none of ours and stays in `rest`."""
    if not _is_quote(selector):
        return None
    said = _object(selector)
    return Quote(*(_text(said.get(name, ""), TEXT_LIMIT) for name in _QUOTED))


def _is_quote(selector: object) -> bool:
    if not isinstance(selector, dict) or selector.get("type") != "TextQuoteSelector":
        return False
    return "exact" in selector and not selector.keys() - {"type", *_QUOTED}


def _rest(values: Values, target: Values, body: Values) -> str:
    """What is in an annotation beyond what we know, as JSON; empty where that is nothing."""
    known = _KNOWN_OF_TARGET
    if not _is_quote(target.get("selector")):
        known -= {"selector"}
    parts = {
        "target": {name: one for name, one in target.items() if name not in known},
        "body": body,
    }
    rest = {name: one for name, one in values.items() if name not in _KNOWN}
    rest |= {name: part for name, part in parts.items() if part}
    return text_of(rest) if rest else ""


# Small parts -------------------------------------------------------------------------------


def _object(value: object) -> Values:
    if not isinstance(value, dict):
        raise _NotOursError
    return value


def _only(value: object) -> object:
    """A value, which may stand in a list by itself."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


_LONGEST_NAME = 200


def _text(value: object, limit: int = _LONGEST_NAME) -> str:
    if not isinstance(value, str) or len(value) > limit:
        raise _NotOursError
    return value


def _matching(pattern: re.Pattern[str], value: object) -> str:
    text = _text(value)
    if pattern.fullmatch(text) is None:
        raise _NotOursError
    return text


def _moment(value: object) -> datetime:
    """A moment with its zone (xsd:dateTime), to the microsecond, in UTC."""
    found = _TIME.fullmatch(_text(value))
    if found is None:
        raise _NotOursError
    seconds, part, zone = found.groups()
    try:
        given = datetime.fromisoformat(f"{seconds}.{(part or '0')[:6]:0<6}{zone}")
    except ValueError:
        raise _NotOursError from None
    moment = given.astimezone(UTC)
    if not FIRST_MOMENT <= moment <= LAST_MOMENT:  # in UTC it may lie in the year before or after
        raise _NotOursError
    return moment


def _written(moment: datetime) -> str:
    exact = "microseconds" if moment.microsecond % 1000 else "milliseconds"
    return moment.isoformat(timespec=exact).replace("+00:00", "Z")
