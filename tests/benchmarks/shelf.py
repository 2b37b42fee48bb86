"""A large library of generated cases, made once and kept in build/.

Some hundreds of bundles are drawn from seeds; each case is one of them with an id, a title and
names of its own, so that no two files are alike.
"""

import json
import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from tests import generator
from tests.benchmarks.measuring import ROOT

COUNT = int(os.environ.get("LIBRARY_CASES", "10000"))
"""How many cases the library has."""

DISTINCT = 200
_RECORDS = 90
_OLD = 1_600_000_000
_SOUNDS = (
    "ba",
    "che",
    "dor",
    "es",
    "fi",
    "gul",
    "ham",
    "ir",
    "jo",
    "ken",
    "lu",
    "mir",
    "nar",
    "os",
)


def name_of(number: int) -> str:
    """A family name of a case alone: "Nar-os-ba-ba-ir" as one word."""
    syllables = []
    for _ in range(5):
        number, at = divmod(number, len(_SOUNDS))
        syllables.append(_SOUNDS[at])
    return "".join(syllables).capitalize()


@cache
def _drawn(seed: int) -> dict[str, Any]:
    return generator.bundle(_RECORDS, seed)


def case(number: int, revision: int = 1) -> bytes:
    """The bytes of a case."""
    made = dict(_drawn(1 + number % DISTINCT))
    name = name_of(number)
    made["id"] = f"case-{number}"
    made["title"] = f"{name} and others, revision {revision}"
    made["parties"] = [
        {**one, "name": f"{one['name']} {name}"} if one["kind"] == "person" else one
        for one in made["parties"]
    ]
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def folder_of(shelf: Path, number: int) -> Path:
    """Where a case lies: a hundred of them in a folder."""
    return shelf / f"{number // 100:03}" / f"{number:05}"


def write(shelf: Path, number: int, revision: int = 1) -> None:
    """Write a case, as if its folder had lain there for long."""
    folder = folder_of(shelf, number)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.json").write_bytes(case(number, revision))
    os.utime(folder, (_OLD, _OLD))


def shelf(count: int = COUNT) -> Path:
    """The folder of so many cases; made if it is not there yet."""
    made = ROOT / "build" / f"library-{count}"
    whole = made / "whole"
    if not whole.exists():
        shutil.rmtree(made, ignore_errors=True)
        for number in range(count):
            write(made / "cases", number)
        whole.touch()
    return made / "cases"
