"""JSON as plain values, strictly and with limits, whatever a file holds; and back, losslessly."""

import json
from enum import StrEnum
from typing import Any

SIZE_LIMIT = 32 << 20
DEPTH_LIMIT = 50

_AS_IT_IS = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
_IN_ASCII = json.JSONEncoder(sort_keys=True)


class Fault(StrEnum):
    """Why a file of notes cannot be read as a whole, or cannot be written.

    TOO_LONG: the text of one note. BUSY: another program writes there, and did not come to an end.
    """

    TOO_LARGE = "too_large"
    NOT_JSON = "not_json"
    NOT_NOTES = "not_notes"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"
    BUSY = "busy"


class FaultyFileError(Exception):
    """A file cannot be read as notes; `fault` tells why."""

    def __init__(self, fault: Fault) -> None:
        """Say no more than the kind of fault, as nothing of a case goes into error texts."""
        super().__init__(fault.value)
        self.fault = fault


def parsed(data: bytes) -> Any:
    """The value in a file; `FaultyFileError` where that is none, or could be read in two ways."""
    if len(data) > SIZE_LIMIT:
        raise FaultyFileError(Fault.TOO_LARGE)
    try:
        value = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_refused,
            parse_float=_number,
        )
    except (ValueError, RecursionError):
        raise FaultyFileError(Fault.NOT_JSON) from None
    return value


def text_of(value: object) -> str:
    """A value on one line, in which equal ones look alike."""
    text = _AS_IT_IS.encode(value)
    # One half of a character cannot be written in UTF-8, but it can be named.
    return text if text.isascii() or _is_whole(text) else _IN_ASCII.encode(value)


def is_deep(value: object) -> bool:
    """Whether values stand in values deeper than can safely be written and read again."""
    level: list[object] = [value]
    for _ in range(DEPTH_LIMIT):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return False
    return True


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refused(_: str) -> float:
    raise ValueError


def _number(literal: str) -> float:
    number = float(literal)
    if number in {float("inf"), float("-inf")}:
        raise ValueError
    return number


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
