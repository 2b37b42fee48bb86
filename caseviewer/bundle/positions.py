"""From the path of a value to its place in the text, for the paths that are asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from caseviewer.bundle.json_walk import Path, Walk, skip_space
from caseviewer.model.problems import Place

_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*"'
_KEY = re.compile(rf"[ \t\n\r]*+({_STRING})[ \t\n\r]*+:[ \t\n\r]*+", re.DOTALL)
_SCALAR = re.compile(rf'{_STRING}|[^\s,\[\]{{}}"]++', re.DOTALL)
_COMMA = re.compile(r"[ \t\n\r]*+,[ \t\n\r]*+")
# Up to the next bracket outside of texts. At most 200 texts a step, which bounds what the matcher
# has to remember; a step that ends without a bracket is simply followed by another one.
_TO_BRACKET = re.compile(
    rf'[^"\[\]{{}}]*+(?:{_STRING}[^"\[\]{{}}]*+){{0,200}}([\[\]{{}}])?', re.DOTALL
)
EXCERPT = 120


@dataclass(slots=True)
class _Node:
    """A value that is asked for, or that lies on the way to one; offsets once they are known."""

    children: dict[str | int, _Node] = field(default_factory=dict)
    value: int = -1
    key: int = -1


class Positions:
    """The places of values and keys in a text that a JSON reader accepts.

    Places are found for all asked paths in one go: for many paths call `find` first. Any other
    text is safe too; what cannot be found has the place of the nearest value around it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._values: dict[Path, Place] = {}
        self._keys: dict[Path, Place] = {}

    def find(self, paths: Iterable[Path]) -> dict[Path, Place]:
        """The places of the values at these paths; empty only for a text without any value."""
        asked = set(paths)
        new = [path for path in asked if path not in self._values]
        if new:
            self._look_up(new)
        return {path: self._values[path] for path in asked if path in self._values}

    def place(self, path: Path) -> Place | None:
        """The place of the value at the path, or of the nearest value around it."""
        return self.find([path]).get(path)

    def key_place(self, path: Path) -> Place | None:
        """The place of the key of the member at the path; of an item, which has no key, its own."""
        self.find([path])
        return self._keys.get(path)

    def _look_up(self, paths: list[Path]) -> None:
        root = _Node()
        for path in paths:
            node = root
            for step in path:
                node = node.children.setdefault(step, _Node())
        _scan(self._text, root)
        spots = {path: _nearest(root, path) for path in paths}
        places = places_of(self._text, {offset for spot in spots.values() for offset in spot})
        for path, (value, key) in spots.items():
            if value in places:
                self._values[path] = places[value]
                self._keys[path] = places[key]


def _nearest(root: _Node, path: Path) -> tuple[int, int]:
    """Offsets of value and key of the last node on the path that the text has."""
    node = root
    for step in path:
        child = node.children[step]
        if child.value < 0:
            return node.value, node.value
        node = child
    return node.value, node.key if node.key >= 0 else node.value


def _scan(text: str, root: _Node) -> None:
    """Write the offsets into the nodes, container by container, without recursion."""
    start = skip_space(text, 0)
    if start == len(text):
        return
    root.value = start
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not node.children:
            continue
        missing = len(node.children)
        for step, key, value in _entries(text, node.value):
            child = node.children.get(step)
            if child is not None and child.value < 0:
                child.key, child.value = key, value
                waiting.append(child)
                missing -= 1
                if missing == 0:
                    break


def _entries(text: str, start: int) -> Iterator[tuple[str | int, int, int]]:
    """Key or index, offset of the key (−1 in an array) and of the value of each entry."""
    opening = text[start]
    if opening == "{":
        return _members(text, start + 1)
    if opening == "[":
        return _items(text, start + 1)
    return iter(())


def _members(text: str, position: int) -> Iterator[tuple[str, int, int]]:
    while match := _KEY.match(text, position):
        yield _decoded(match[1]), match.start(1), match.end()
        comma = _COMMA.match(text, _skip_value(text, match.end()))
        if comma is None:
            return
        position = comma.end()


def _items(text: str, position: int) -> Iterator[tuple[int, int, int]]:
    position = skip_space(text, position)
    index = 0
    while (end := _skip_value(text, position)) > position:
        yield index, -1, position
        comma = _COMMA.match(text, end)
        if comma is None:
            return
        position = comma.end()
        index += 1


def _decoded(raw: str) -> str:
    """The key behind its spelling; a spelling that is not allowed stands for itself."""
    if "\\" not in raw:
        return raw[1:-1]
    try:
        key: str = json.loads(raw, strict=False)
    except ValueError:
        return raw
    return key


def _skip_value(text: str, position: int) -> int:
    """The offset behind the value that starts here; the same offset if none starts here."""
    scalar = _SCALAR.match(text, position)
    if scalar:
        return scalar.end()
    if text[position : position + 1] not in ("[", "{"):
        return position
    depth = 0
    step = _TO_BRACKET.match
    while (match := step(text, position)) and match.end() > position:
        position = match.end()
        bracket = match[1]
        if bracket is None:
            continue
        depth += 1 if bracket in "[{" else -1
        if depth == 0:
            break
    return position


@dataclass(frozen=True, slots=True)
class DuplicateKey:
    """A key that stands twice in one object: the object's path, the key, both places."""

    path: Path
    key: str
    first: Place
    second: Place


def duplicate_keys(text: str) -> list[DuplicateKey]:
    """Every key given twice in its object, in the order of the repetitions, up to any fault."""
    walk = Walk(text)
    found = [
        (walk.path, walk.frames[-1].keys[str(walk.path[-1])], start)
        for kind, start, _ in walk
        if kind == "again"
    ]
    places = places_of(text, {offset for _, *both in found for offset in both})
    return [
        DuplicateKey(path[:-1], str(path[-1]), places[first], places[second])
        for path, first, second in found
    ]


def places_of(text: str, offsets: Iterable[int]) -> dict[int, Place]:
    """The places of these offsets, in one pass over the text; offsets below zero have none."""
    newline = _newline(text)
    line, line_start, counted = 1, 0, 0
    places: dict[int, Place] = {}
    for offset in sorted(offset for offset in offsets if offset >= 0):
        line += text.count(newline, counted, offset)
        line_start = max(line_start, text.rfind(newline, counted, offset) + 1)
        counted = offset
        places[offset] = Place(line, offset - line_start + 1)
    return places


def place_of(text: str, offset: int) -> Place:
    """Line and column of an offset."""
    return places_of(text, [offset])[offset]


def line_around(text: str, offset: int) -> str:
    """The line that holds the offset, cut around it to some 120 characters."""
    newline = _newline(text)
    start = text.rfind(newline, 0, offset) + 1
    end = text.find(newline, offset)
    end = len(text) if end < 0 else end
    left = max(start, min(offset - EXCERPT // 2, end - EXCERPT))
    right = min(end, left + EXCERPT)
    head = "…" if left > start else ""
    tail = "…" if right < end else ""
    return head + text[left:right].rstrip("\r") + tail


def _newline(text: str) -> str:
    """What ends a line: a line feed, or a carriage return in a text that has no line feed."""
    return "\r" if "\n" not in text and "\r" in text else "\n"
