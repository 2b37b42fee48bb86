"""CSL-JSON, strictly read: a list of items, one item, or the list that a program wraps."""

import json
from typing import Any

from caseviewer.citations.import_entry import Entry, ImportFault, quoted, require_few, tell

_WRAPPERS = ("items", "references")


def read_csl_json(text: str) -> tuple[list[Entry], list[str]]:
    """The items of a file, and what could not be read; ImportFault where nothing can be."""
    told: list[str] = []
    items = _items(_parsed(text, told))
    require_few(len(items))
    entries = []
    for number, item in enumerate(items, start=1):
        if isinstance(item, dict):
            entries.append(Entry(item))
        else:
            tell(told, f"Item {number:,} is no object in braces, and was left aside.")
    return entries, told


def _parsed(text: str, told: list[str]) -> object:
    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in found:
            if key in made:
                tell(told, f"{quoted(key)} stands twice in one object; the first counts.")
            made.setdefault(key, value)
        return made

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno:,}, column {error.colno:,}"
        raise ImportFault(f"The file is no JSON: {error.msg} ({place}).") from None
    except RecursionError:
        raise ImportFault("The file is nested too deeply to be CSL-JSON.") from None
    except ValueError:
        raise ImportFault(
            "The file is no JSON: it holds a number that JSON does not have (NaN or Infinity)"
            " or one with too many digits."
        ) from None


def _refuse(_literal: str) -> float:
    raise ValueError


def _items(value: object) -> list[Any]:
    if isinstance(value, dict):
        if value.get("format") == "casebundle":
            raise ImportFault("The file is a case bundle already; its “sources” can be copied.")
        for name in _WRAPPERS:
            if isinstance(inner := value.get(name), list):
                return inner
        return [value]
    if isinstance(value, list):
        return value
    raise ImportFault("The file is JSON, but no list of items as CSL-JSON has it.")
