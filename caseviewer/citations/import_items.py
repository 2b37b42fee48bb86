"""An item of an imported file, field by field, as the model takes it; the rest is told."""

import re
from collections.abc import Mapping
from math import isfinite
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from caseviewer.citations.import_dates import read_date
from caseviewer.citations.import_entry import Entry, is_whole, quoted
from caseviewer.model.csl import CslItem, CslType

_MODEL = TypeAdapter(CslItem)
_TYPES = frozenset(get_args(CslType))
_DATES = frozenset({
    "issued", "accessed", "submitted", "event-date", "original-date", "available-date",
})  # fmt: skip
_NAME_PARTS = frozenset({
    "family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal",
})  # fmt: skip
_PARAGRAPHS = frozenset({"abstract", "annote", "note"})
_OLD = {
    "event": "event-title",
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
}
"""Names of CSL 1.0.1, and of programs that use it."""

_SAFE = 2**53 - 1
_SPACE = re.compile("[ \t\r\n]+")
_MARKUP = re.compile(
    r"</?(?:i|b|sup|sub|sc)>"
    r'|<span (?:class="nocase"|style="font-variant: ?small-caps;?")>|</span>'
)


class _Refusal(ValueError):  # noqa: N818 - of a field, not an error of ours
    """Why a field is left behind; completes “the field …”."""


def read_item(entry: Entry) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
    """The item of an entry, and its dates as a record holds them; remarks go to the entry."""
    item: dict[str, Any] = {"type": _type(entry)}
    dates: dict[str, dict[str, str]] = {}
    for written, value in entry.data.items():
        key = _OLD.get(written, written)
        if key in {"id", "type"} or value in (None, "", [], {}):
            continue
        if key in item:
            entry.tell(f"The field {quoted(written)} stands twice, and was left behind")
            continue
        try:
            _add(item, dates, key, value, entry.remarks)
        except _Refusal as refusal:
            entry.tell(f"The field {quoted(written)} {refusal}")
    return item, dates


def _add(
    item: dict[str, Any],
    dates: dict[str, dict[str, str]],
    key: str,
    value: object,
    remarks: list[str],
) -> None:
    if key in _DATES:
        found = read_date(value)
        if found.remark:
            remarks.append(f"The date {quoted(key)} {found.remark}")
        if found.csl is not None and found.record is not None:
            item[key], dates[key] = _fitting(key, found.csl), found.record
        return
    read: object
    if isinstance(value, list):
        read = [name for part in value if (name := _name(part, key, remarks))]
    else:
        read = _text(value, key, remarks)
    if read not in ("", []):
        item[key] = _fitting(key, read)


def _type(entry: Entry) -> str:
    found = entry.data.get("type")
    if not isinstance(found, str) or not found:
        said = "There is no type"
    elif found in _TYPES:
        return found
    else:
        said = f"The type {quoted(found)} is none of CSL"
    entry.tell(f"{said}, and “document” stands for it")
    return "document"


def _text(value: object, key: str, remarks: list[str]) -> str | int:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _Refusal("is no text and was left behind")
    if isinstance(value, int):
        return value if abs(value) <= _SAFE else str(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise _Refusal("is no number and was left behind")
        return str(value)
    _require_whole(value)
    text = _MARKUP.sub("", value)
    if text != value:
        remarks.append(f"The markup in {quoted(key)} was left off")
    return text.strip() if key in _PARAGRAPHS else _SPACE.sub(" ", text).strip()


def _name(part: object, key: str, remarks: list[str]) -> dict[str, str]:
    if not isinstance(part, dict):
        raise _Refusal("is no list of names and was left behind")
    name = {}
    for written, value in part.items():
        if written in _NAME_PARTS and isinstance(value, str):
            _require_whole(value)
            if text := _SPACE.sub(" ", value).strip():
                name[written] = text
        else:
            remarks.append(f"{quoted(written)} of a name in {quoted(key)} was left behind")
    return name


def _require_whole(text: str) -> None:
    if not is_whole(text):
        raise _Refusal("holds half a character and was left behind")


def _fitting(key: str, value: Any) -> Any:
    """The value if the model takes it under this key; numbers may turn into texts."""
    reason = _reason({"type": "document", key: value})
    if reason and isinstance(value, int):
        value = str(value)
        reason = _reason({"type": "document", key: value})
    if reason:
        raise _Refusal(reason)
    return value


def _reason(item: Mapping[str, Any]) -> str:
    try:
        _MODEL.validate_python(item)
    except ValidationError as error:
        kinds = {fault["type"] for fault in error.errors(include_input=False, include_url=False)}
        for kind, words in _REASONS.items():
            if kind in kinds:
                return words
        return "is not what stands in its place in a bundle, and was left behind"
    return ""


_REASONS = {
    "unexpected_keyword_argument": "has no place in a bundle and was left behind",
    "string_too_long": "is too long and was left behind",
    "too_long": "has too many entries and was left behind",
}
