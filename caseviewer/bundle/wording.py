"""From the validator's errors to words: which field, what stands there, what is expected.

Only the values in the file are quoted, cut short; the validator's own sentences are never
shown, except those that this project's validators write.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from typing import cast, get_args

from pydantic import StringConstraints, ValidationError

from caseviewer.bundle.json_walk import Path
from caseviewer.bundle.report import Remark
from caseviewer.model import scalars
from caseviewer.model.case import Version
from caseviewer.model.visible import visible

UNKNOWN = "field.unknown"
_UNEXPECTED = "unexpected_keyword_argument"
_BRANCHES = frozenset({"bool", "constrained-str", "int", "str"})
_MOST_WORDS = 25
_SHOWN = 12
_KEY_LIMIT = 40


@dataclass(frozen=True, slots=True)
class _Error:
    """One error of the validator: where, of what type, with what details, at which value."""

    path: Path
    kind: str
    details: Mapping[str, object]
    value: object


_Words = dict[str, str]


def remarks(error: ValidationError, raw: object) -> list[Remark]:
    """One remark for each place that an error speaks of, in the order of the errors."""
    places: dict[Path, list[_Error]] = {}
    for details in error.errors(include_url=False, include_input=False):
        path, value = _locate(details["loc"], raw, details["type"])
        if details["type"] == "too_short" and value:
            continue  # the list is left at its first entry, which has an error of its own
        found = _Error(path, details["type"], details.get("ctx", {}), value)
        places.setdefault(path, []).append(found)
    return [_remark(errors) for errors in places.values()]


def _locate(loc: Path, raw: object, kind: str) -> tuple[Path, object]:
    """The path in the file, without the steps that name a branch of a union, and the value."""
    path = loc if kind == _UNEXPECTED else tuple(step for step in loc if step not in _BRANCHES)
    value = raw
    with suppress(KeyError):  # of a field that is missing
        for step in path:
            value = cast("dict[str | int, object]", value)[step]
        return path, value
    return path, None


def _remark(errors: list[_Error]) -> Remark:
    """One remark for all branches of a union: for the one whose type fits, if there is one."""
    error = next((error for error in errors if error.kind not in _TYPES), errors[0])
    if error.kind in _TYPES:
        code, words = "field.type", _wrong_type(error.value, [error.kind for error in errors])
    else:
        code, say = _SAY.get(error.kind, ("field.value", _other))
        words = say(error)
    found = "" if code in _SAID_ALREADY else shown(error.value)
    return Remark(error.path, code, found=found, **words)


# Types

_TYPES = {
    "bool_type": "true or false",
    "dataclass_type": "an object in braces { }",
    "int_type": "a whole number",
    "string_type": "a text in quotation marks",
    "string_unicode": "a text without half characters",
    "tuple_type": "a list in brackets [ ]",
}


def kind_of(value: object) -> str:
    """What a JSON value is, in plain words."""
    if value is None:
        return "null (nothing)"
    if isinstance(value, bool):
        return "true or false"
    names = {str: "a text", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names[type(value)]


def shown(value: object) -> str:
    """A text or a number as it stands in the file; nothing for lists, objects and null."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else ""


def _wrong_type(value: object, kinds: list[str]) -> _Words:
    expected = " or ".join(dict.fromkeys(_TYPES[kind] for kind in kinds))
    return {"message": f"{kind_of(value)} stands here", "expected": expected}


# Everything else


def _missing(error: _Error) -> _Words:
    return {"message": f"“{error.path[-1]}” is missing"}


def _unknown(error: _Error) -> _Words:
    key = visible(str(error.path[-1]), _KEY_LIMIT)
    return {"message": f"the field “{key}” is not part of the format"}


def _blank(_: _Error) -> _Words:
    return {"message": "the text is blank", "expected": "words, or no such field"}


def _long_text(error: _Error) -> _Words:
    length, most = len(str(error.value)), error.details["max_length"]
    return {"message": f"the text has {length:,} characters; at most {most:,} are read"}


def _long_list(error: _Error) -> _Words:
    length = len(error.value) if isinstance(error.value, list) else 0
    most = error.details["max_length"]
    return {"message": f"the list has {length:,} entries; at most {most:,} are read"}


def _short_list(_: _Error) -> _Words:
    return {"message": "the list is empty", "expected": "at least one entry"}


def _too_small(error: _Error) -> _Words:
    return {"message": "the number is too small", "expected": f"at least {error.details['ge']:,}"}


def _too_large(error: _Error) -> _Words:
    return {"message": "the number is too large", "expected": f"at most {error.details['le']:,}"}


def _not_in_list(error: _Error) -> _Words:
    if not isinstance(error.value, str):
        return _wrong_type(error.value, ["string_type"])
    allowed = re.findall(r"'([^']*)'", str(error.details["expected"]))
    near = get_close_matches(error.value[:_KEY_LIMIT].lower(), allowed, n=1)
    return {
        "message": "this word is not one that the format knows here",
        "expected": _one_of(allowed),
        "hint": f"Is “{near[0]}” meant?" if near else "",
    }


def _one_of(words: list[str]) -> str:
    marked = [f"“{word}”" for word in words]
    if len(marked) > _MOST_WORDS:
        return f"one of {len(marked)} words: {', '.join(marked[:_SHOWN])} …"
    return " or ".join(filter(None, (", ".join(marked[:-1]), marked[-1])))


def _own_sentence(error: _Error) -> _Words:
    sentence = str(error.details["error"])
    return {"message": sentence[:1].lower() + sentence[1:]}


def _other(_: _Error) -> _Words:
    return {"message": "this is not what the format allows here"}


# Patterns


def _pattern(scalar: object) -> str:
    """The pattern of one of the scalars."""
    constraints = (part for part in get_args(scalar) if isinstance(part, StringConstraints))
    return str(next(constraints).pattern)


_PATTERNS: dict[str, _Words] = {
    _pattern(scalar): {"message": f"this is not {what}", "expected": like}
    for scalar, what, like in (
        (scalars.Id, "an id", "letters A–Z, digits, “.”, “_” and “-”, a letter or digit first"),
        (scalars.Country, "a country code", "three capitals of ISO 3166-1, such as “KAZ”"),
        (
            scalars.Subdivision,
            "the code of a part of a country",
            "what stands behind the hyphen in ISO 3166-2, such as “CA” for US-CA",
        ),
        (scalars.Language, "a language tag", "a tag of BCP 47, such as “en” or “kk-Cyrl”"),
        (scalars.Sha256, "a SHA-256", "64 digits from 0–9 and a–f, in lower case"),
        (scalars.MediaType, "a media type", "a type such as “text/plain” or “application/pdf”"),
        (scalars.Duration, "a period", "days, weeks, months or years as in “P90D” or “P1Y6M”"),
        (scalars.Day, "a day", "year, month and day as in “2011-06-09”"),
        (Version, "a version", "two numbers with a full stop between them, as in “1.0”"),
    )
}


def _unlike_pattern(error: _Error) -> _Words:
    return _PATTERNS.get(str(error.details["pattern"])) or _blank(error)


_Say = Callable[[_Error], _Words]
_SAY: dict[str, tuple[str, _Say]] = {
    "enum": ("field.word", _not_in_list),
    "greater_than_equal": ("field.range", _too_small),
    "less_than_equal": ("field.range", _too_large),
    "literal_error": ("field.word", _not_in_list),
    "missing": ("field.missing", _missing),
    "string_pattern_mismatch": ("field.pattern", _unlike_pattern),
    "string_too_long": ("field.length", _long_text),
    "string_too_short": ("field.blank", _blank),
    "too_long": ("field.length", _long_list),
    "too_short": ("field.length", _short_list),
    _UNEXPECTED: (UNKNOWN, _unknown),
    "value_error": ("field.value", _own_sentence),
}
_SAID_ALREADY = frozenset({"field.length", "field.blank", "field.value", UNKNOWN})
