"""Hold each room to its own share of covered lines and branches; coverage knows one for all.

Run as: python tests/coverage_by_room.py coverage.json
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

ENTRY = "entry points"
NEEDED = {
    "model": 100,
    "bundle": 100,
    "documents": 100,
    "citations": 100,
    "notes": 100,
    "formatting": 100,
    "search": 100,
    "review": 100,
    "pictures": 100,
    "exporting": 100,
    "ui": 90,
    ENTRY: 90,
}
"""Per cent of lines and branches together."""


class Count(NamedTuple):
    """Lines and branches: how many are covered, of how many."""

    covered: int = 0
    total: int = 0

    def plus(self, covered: int, total: int) -> "Count":
        return Count(self.covered + covered, self.total + total)

    @property
    def per_cent(self) -> float:
        return 100 * self.covered / self.total if self.total else 100.0


def room_of(path: str) -> str:
    """The room that a file of the program lies in."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    inside = parts[parts.index("caseviewer") + 1 :]
    return inside[0] if len(inside) > 1 else ENTRY


def count_rooms(report: Mapping[str, Any]) -> dict[str, Count]:
    """What a report of `coverage json` says of each room."""
    rooms: dict[str, Count] = defaultdict(Count)
    for path, data in report["files"].items():
        summary = data["summary"]
        rooms[room_of(path)] = rooms[room_of(path)].plus(
            summary["covered_lines"] + summary["covered_branches"],
            summary["num_statements"] + summary["num_branches"],
        )
    return dict(rooms)


def uncovered(report: Mapping[str, Any], room: str) -> list[str]:
    """Where a room is not covered: one entry a file."""
    places = []
    for path, data in sorted(report["files"].items()):
        lines = [str(line) for line in data["missing_lines"]]
        branches = [f"{start}→{end}" for start, end in data["missing_branches"]]
        if room_of(path) == room and (lines or branches):
            places.append(f"{path}: {', '.join(lines + branches)}")
    return places


def faults(report: Mapping[str, Any]) -> list[str]:
    """What falls short, in words; empty when every room has what it needs."""
    if not report["meta"]["branch_coverage"]:
        return ["Branches were not measured."]
    rooms = count_rooms(report)
    if not rooms:
        return ["Nothing was measured."]
    found = []
    for room, count in sorted(rooms.items()):
        if room not in NEEDED:
            found.append(f"{room}: is no known room; say in {__file__} what it needs")
        elif count.per_cent < NEEDED[room]:
            found.append(f"{room}: {count.per_cent:.2f} % covered, {NEEDED[room]} % needed")
            found += [f"    {place}" for place in uncovered(report, room)]
    return found


def main(path: str) -> int:
    """Print each room's share, or what falls short; the exit code says which."""
    report = json.loads(Path(path).read_text("utf-8"))
    if found := faults(report):
        print("Covered too little:", *found, sep="\n")
        return 1
    shares = (f"{room} {count.per_cent:.1f} %" for room, count in count_rooms(report).items())
    print("Covered:", " · ".join(shares))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
