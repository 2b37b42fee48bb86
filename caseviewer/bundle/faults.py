"""Says in plain words where a text stops being JSON, what was found and what was expected."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, field
from math import isinf

from caseviewer.bundle.json_walk import STRING_HEAD, Expect, Frame, Path, Walk
from caseviewer.bundle.positions import line_around, place_of
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.visible import visible

MAX_DEPTH = 64
"""Levels of objects and arrays; a case needs fewer than ten."""
MAX_KEYS = 1_000
"""Keys of one object; the largest of the format, a bibliographic item, has fewer than a hundred."""
MAX_INTEGER = 2**53 - 1
"""The largest whole number that every JSON reader keeps exactly (RFC 7493, 2.2)."""

_VALUE = "a value"
_KEY = "a key in straight quotation marks"
_EXPECTED = {
    Expect.VALUE: _VALUE,
    Expect.FIRST_ITEM: f"{_VALUE}, or the closing bracket ]",
    Expect.ITEM: _VALUE,
    Expect.NEXT_ITEM: "a comma or the closing bracket ]",
    Expect.FIRST_KEY: f"{_KEY}, or the closing bracket }}",
    Expect.KEY: _KEY,
    Expect.COLON: "a colon between the key and its value",
    Expect.MEMBER: _VALUE,
    Expect.NEXT_MEMBER: "a comma or the closing bracket }",
    Expect.END: "the end of the file",
}
_AFTER_VALUE = (Expect.NEXT_ITEM, Expect.NEXT_MEMBER)
_AT_KEY = (Expect.FIRST_KEY, Expect.KEY)
_AT_VALUE = (Expect.VALUE, Expect.FIRST_ITEM, Expect.ITEM, Expect.MEMBER)
_OTHER_WORDS = {"True": "true", "False": "false", "None": "null", "undefined": "null"}
_NO_NUMBERS = ("NaN", "Infinity", "-Infinity", "+Infinity", "nan", "inf", "-inf")
_CUT_ESCAPE = re.compile(r"(?:\\(?:u[0-9a-fA-F]{0,3})?)?")
_WORD = re.compile(r"[+\-.]?\w[\w.+\-]*")
_ODD_SPACE = re.compile(r"[^\S \t\n\r]|[\x00-\x1f\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault before it has a place: offset, words, and what was found there."""

    offset: int
    code: str
    message: str
    found: str = ""
    expected: str = ""
    hint: str = ""
    path: Path = ()
    frames: tuple[Frame, ...] = field(default=(), repr=False)


def number_is_out_of_range(literal: str) -> bool:
    """Whether a JSON number is one that other readers would change (RFC 7493, 2.2)."""
    if literal.lstrip("-").isdigit():
        return len(literal) > 17 or abs(int(literal)) > MAX_INTEGER
    return isinf(float(literal))


def diagnose(text: str) -> Problem | None:
    """The first thing in the text that this program refuses; None if there is nothing."""
    walk = Walk(text)
    for kind, start, end in walk:
        fault = _refused(walk, kind, start, end)
        if fault is not None:
            return _problem(text, fault)
    return None if walk.fault is None else _problem(text, _broken(walk, walk.fault))


def _problem(text: str, fault: Fault) -> Problem:
    return Problem(
        Severity.STOP,
        fault.code,
        fault.message,
        found=fault.found,
        expected=fault.expected,
        record=_record(text, fault.frames),
        path=fault.path,
        place=place_of(text, fault.offset),
        hint=fault.hint,
        line_text=line_around(text, fault.offset),
    )


def _record(text: str, frames: tuple[Frame, ...]) -> str:
    """The id of the innermost record around the fault; the whole case is not a record."""
    decoder = json.JSONDecoder()
    for frame in reversed(frames[1:MAX_DEPTH]):
        with suppress(ValueError, RecursionError):
            value, _ = decoder.raw_decode(text, frame.start)
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                return str(value["id"])
    return ""


# What is JSON but not allowed here


def _refused(walk: Walk, kind: str, start: int, end: int) -> Fault | None:
    if kind == "again":
        return _duplicate(walk, start)
    if kind == "open" and len(walk.frames) > MAX_DEPTH:
        return Fault(
            start,
            "json.depth",
            f"The file is nested more than {MAX_DEPTH} levels deep",
            hint="A case bundle needs fewer than ten levels; ask whoever made the file.",
            path=walk.path[:2],
        )
    if kind == "key" and len(walk.frames[-1].keys) > MAX_KEYS:
        return _too_many_keys(walk, start)
    if kind == "number" and number_is_out_of_range(walk.text[start:end]):
        return Fault(
            start,
            "json.number",
            "This number is too large to be read exactly",
            walk.text[start:end],
            f"a number between −{MAX_INTEGER} and {MAX_INTEGER}",
            "If it is an identifier, put it into quotation marks.",
            walk.path,
            tuple(walk.frames),
        )
    return None


def _duplicate(walk: Walk, start: int) -> Fault:
    frame = walk.frames[-1]
    key = str(frame.at)
    first = place_of(walk.text, frame.keys[key])
    second = place_of(walk.text, start)
    shown = visible(key, 40)
    object_place = place_of(walk.text, frame.start)
    return Fault(
        start,
        "json.duplicate_key",
        f"The key “{shown}” stands twice in the object that starts at {object_place}: "
        f"first at {first}, again at {second}",
        expected="each key once, as it is not clear which of the two was meant",
        hint="Take one of the two out, or give it its right name.",
        path=walk.path,
        frames=tuple(walk.frames),
    )


def _too_many_keys(walk: Walk, start: int) -> Fault:
    frame = walk.frames[-1]
    return Fault(
        start,
        "json.keys",
        f"The object that starts at {place_of(walk.text, frame.start)} has more than "
        f"{MAX_KEYS:,} keys",
        hint="An object of a case bundle needs fewer than a hundred; ask whoever made the file.",
        path=walk.path[:-1],
    )


# What is not JSON


def _broken(walk: Walk, offset: int) -> Fault:
    """The fault at an offset; the first rule that knows it has the word."""
    for rule in (_cut_off, _comma_rule, _text_rule, _mark_rule, _word_rule):
        fault = rule(walk, offset)
        if fault is not None:
            return fault
    return _fault(walk, offset, "json.syntax", "Something else stands here than was expected")


def _fault(walk: Walk, offset: int, code: str, message: str, hint: str = "") -> Fault:
    found = _word(walk.text, offset)
    return Fault(offset, code, message, found, _EXPECTED[walk.expect], hint, walk.path)


def _word(text: str, offset: int) -> str:
    match = _WORD.match(text, offset)
    return match[0] if match else text[offset : offset + 1]


def _cut_off(walk: Walk, offset: int) -> Fault | None:
    if offset < len(walk.text):
        return None
    if not walk.frames:
        return Fault(offset, "json.empty", "The file has no content", expected=_VALUE)
    frame = walk.frames[-1]
    kind = "an object" if frame.is_object else "a list"
    return Fault(
        offset,
        "json.cut_off",
        f"The file ends in the middle of {kind} that starts at {place_of(walk.text, frame.start)}",
        expected=_EXPECTED[walk.expect],
        hint="It may be an incomplete copy: fetch the file again.",
        path=walk.path,
    )


def _comma_rule(walk: Walk, offset: int) -> Fault | None:
    """A comma too many or too few, and what stands behind the end."""
    character = walk.text[offset]
    if walk.text[walk.before] == "," and walk.expect in (Expect.ITEM, Expect.KEY):
        if character in "]}":
            return _extra_comma(walk, walk.before, "before a closing bracket")
        if character == ",":
            return _extra_comma(walk, offset, "after another comma")
    if walk.expect is Expect.END:
        return _fault(
            walk,
            offset,
            "json.extra_text",
            "The file goes on after its end",
            "Take out what stands behind the last closing bracket.",
        )
    if walk.expect in _AFTER_VALUE and _starts_value(walk.text, offset, walk.before):
        return _fault(
            walk,
            offset,
            "json.missing_comma",
            "A comma is missing before this place",
            "Put it behind what stands before.",
        )
    return None


def _extra_comma(walk: Walk, offset: int, where: str) -> Fault:
    return Fault(
        offset,
        "json.extra_comma",
        f"There is a comma too many here, {where}",
        ",",
        _EXPECTED[walk.expect] if where.startswith("after") else "no comma after the last entry",
        "Take the comma out.",
        walk.path,
    )


def _starts_value(text: str, offset: int, before: int) -> bool:
    """Whether a next value begins here, not the rest of a number or a text that went wrong."""
    if text[offset] in '"{[':
        return True
    apart = text[offset - 1] in " \t\r\n" and text[before] != '"'
    return apart and (text[offset].isdigit() or text[offset] == "-")


def _text_rule(walk: Walk, offset: int) -> Fault | None:
    """A text that does not end, or that holds what has to be written another way."""
    text = walk.text
    if text[offset] != '"' or walk.expect not in (*_AT_VALUE, *_AT_KEY):
        return None
    head = STRING_HEAD.match(text, offset)
    end = head.end() if head else offset
    opened = place_of(text, offset)
    if _CUT_ESCAPE.fullmatch(text, end):
        return Fault(
            offset,
            "json.cut_off",
            "The file ends in the middle of a text that starts here",
            expected="a closing quotation mark",
            hint="It may be an incomplete copy: fetch the file again.",
            path=walk.path,
        )
    if text[end] in "\r\n":
        return Fault(
            end,
            "json.open_text",
            f"The text that starts at {opened} has no closing quotation mark in its line",
            expected="a closing quotation mark, or \\n for a line break inside the text",
            path=walk.path,
        )
    if text[end] == "\\":
        return _bad_escape(walk, end)
    return Fault(
        end,
        "json.control_character",
        f"The text that starts at {opened} holds a control character",
        text[end],
        "\\t" if text[end] == "\t" else f"\\u{ord(text[end]):04x}",
        path=walk.path,
    )


def _bad_escape(walk: Walk, offset: int) -> Fault:
    found = walk.text[offset : offset + (6 if walk.text[offset + 1 : offset + 2] == "u" else 2)]
    return Fault(
        offset,
        "json.escape",
        "A backslash starts a sign that JSON does not have",
        found.split('"')[0] if found != '\\"' else found,
        '\\n, \\t, \\", \\\\, \\/, \\b, \\f, \\r, or \\u with four hexadecimal digits',
        "Write \\\\ where the backslash itself is meant.",
        walk.path,
    )


def _mark_rule(walk: Walk, offset: int) -> Fault | None:
    """Quotation marks of other kinds, comments, wrong signs, spaces that nobody sees."""
    text = walk.text
    if text[offset] in "'‘’“”„`«»":
        return _fault(
            walk,
            offset,
            "json.quotation_marks",
            "Keys and texts stand in straight double quotation marks",
            'Write " on both sides.',
        )
    if text[offset] == "#" or text.startswith(("//", "/*"), offset):
        return _fault(walk, offset, "json.comment", "JSON has no comments", "Take it out.")
    if _ODD_SPACE.match(text, offset):
        return _fault(
            walk,
            offset,
            "json.hidden_character",
            "A character that cannot be seen stands between the values",
            "Take it out, or put an ordinary space in its place.",
        )
    if text[offset] in "]}" and walk.expect in _AFTER_VALUE:
        opened = place_of(text, walk.frames[-1].start)
        message = f"The wrong bracket closes what was opened at {opened}"
        return _fault(walk, offset, "json.wrong_bracket", message)
    if walk.expect is Expect.COLON:
        return _fault(walk, offset, "json.missing_colon", "A colon is missing after the key")
    return None


def _word_rule(walk: Walk, offset: int) -> Fault | None:
    """Words and numbers that are not spelt as JSON spells them, and keys without marks."""
    word = _word(walk.text, offset)
    if walk.expect in _AFTER_VALUE:
        return _after_value(walk, offset)
    if walk.expect in _AT_KEY:
        if not word[0].isalnum():
            return None
        return _fault(walk, offset, "json.bare_key", "A key has to stand in quotation marks")
    return _fault(walk, offset, *_instead_of_value(word))


def _instead_of_value(word: str) -> tuple[str, str]:
    """Code and words for what stands where a value should."""
    if word in _NO_NUMBERS:
        return "json.not_a_number", "JSON has no such number; what is not known is null"
    if word in _OTHER_WORDS:
        return "json.word", f"JSON writes {_OTHER_WORDS[word]}, in small letters"
    if word[0] in "+-.":
        return "json.number_form", "A number starts with a digit, or with a minus and a digit"
    if word[0] in ",:]}":
        return "json.missing_value", "A value is missing here"
    return "json.bare_text", "A text has to stand in quotation marks"


def _after_value(walk: Walk, offset: int) -> Fault:
    before = walk.text[walk.before]
    if before == '"':
        return _fault(
            walk,
            offset,
            "json.inner_quotation_mark",
            "The text before this place has already ended here",
            'A quotation mark inside a text is written \\".',
        )
    if (before.isdigit() or before == "-") and (
        walk.text[offset] in "._'" or walk.text[offset].isalnum()
    ):
        message = "This number goes on in a way that JSON does not have"
        hint = "No zeros in front, digits on both sides of the point, no group marks."
        return _fault(walk, offset, "json.number_form", message, hint)
    return _fault(walk, offset, "json.syntax", "A comma or a closing bracket was expected here")
