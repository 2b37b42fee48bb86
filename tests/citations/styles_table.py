"""The sources of each kind that every style is tried with, and how a style's table is read.

A table (`expected/<style>.toml`) has a section for each source, with its strings in the
HTML form: `full`; `one`, `several`, `range` with the pinpoints of `kinds.json`;
`bibliography`; and, for note styles, `short` and `short_one`.
"""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from caseviewer.citations.batch import cite
from caseviewer.citations.forms import Citations, Form, Wanted
from caseviewer.citations.items import Item
from caseviewer.citations.pinpoints import Pinpoint, parse_pinpoint
from caseviewer.citations.runs import html
from caseviewer.citations.styles import our_style

FOLDER = Path(__file__).parent
KINDS: dict[str, dict[str, Any]] = json.loads((FOLDER / "kinds.json").read_text("utf-8"))
PLACES = ("one", "several", "range")


def pinpoints(name: str) -> dict[str, Pinpoint]:
    """The pinpoints that a source is tried with."""
    return dict(zip(PLACES, map(parse_pinpoint, KINDS[name]["pinpoints"]), strict=True))


@cache
def citations(style: str) -> Citations:
    """All sources in a style."""
    items = [Item(name, entry["csl"]) for name, entry in KINDS.items()]
    wanted = [Wanted(name, place) for name in KINDS for place in pinpoints(name).values()]
    return cite(items, wanted, our_style(style))


def written(style: str, name: str) -> dict[str, str]:
    """What the engine makes of a source, under the names of the table."""
    found = citations(style)
    places = pinpoints(name)
    forms = {
        "full": (Wanted(name), Form.FULL),
        **{place: (Wanted(name, places[place]), Form.FULL) for place in PLACES},
        "bibliography": (Wanted(name), Form.BIBLIOGRAPHY),
        "short": (Wanted(name), Form.SHORT),
        "short_one": (Wanted(name, places["one"]), Form.SHORT),
    }
    known = {key: found.forms.get(place) for key, place in forms.items()}
    return {key: html(runs) for key, runs in known.items() if runs is not None}


@cache
def expected(style: str) -> dict[str, dict[str, str]]:
    """The table of a style."""
    table = (FOLDER / "expected" / f"{style}.toml").read_text("utf-8")
    return tomllib.loads(table)


def show(style: str) -> str:
    """What the engine makes of all sources, in the form of a table, for reading beside it."""
    lines = []
    for name in KINDS:
        lines.append(f'["{name}"]')
        lines += [f"{key} = {value!r}" for key, value in written(style, name).items()]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    print(show(sys.argv[1]))
