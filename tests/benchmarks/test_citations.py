"""Citing.

A case in one style, one copy, and one place typed by hand, against pandoc alone: a bare run
gives pandoc the same items and the same style, each cited once in a document, as anybody would
who has pandoc and no Case Viewer. Cold is the first call in the process, warm any later one.
"""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from caseviewer.citations.ast import API_VERSION, inlines, meta
from caseviewer.citations.batch import cite
from caseviewer.citations.engine import run_pandoc
from caseviewer.citations.forms import Wanted
from caseviewer.citations.items import Item
from caseviewer.citations.pinpoints import parse_pinpoint
from caseviewer.citations.styles import our_style
from caseviewer.formatting.page import Tab
from caseviewer.places import resources
from tests.benchmarks.figures import middle
from tests.benchmarks.measuring import ROOT, Bench, in_turn, timed
from tests.benchmarks.windows import rest, wait_until, window_with
from tests.citations.styles_table import KINDS
from tests.ui.kit import go, list_of

SOURCES = 1_000
ROUNDS = 5
STYLES = ("refworld", "oscola")
COPIES = 30


def items(count: int) -> list[Item]:
    """Sources of every kind, with titles of their own."""
    kinds = list(KINDS.values())
    found = []
    for at in range(count):
        data = dict(kinds[at % len(kinds)]["csl"])
        found.append(Item(f"s{at}", {**data, "title": f"{data['title']} {at}"}))
    return found


def bare(sources: list[Item], style: str) -> bytes:
    """Pandoc with the same items, each cited once."""
    blocks = [_cited(item.source) for item in sources]
    references = [meta({**item.data, "id": item.source}) for item in sources]
    document: dict[str, Any] = {
        "pandoc-api-version": API_VERSION,
        "meta": {"references": {"t": "MetaList", "c": references}},
        "blocks": blocks,
    }
    path = resources() / "styles" / f"{style}.csl"
    options = ["--from=json", "--to=plain", "--citeproc", f"--csl={path}"]
    return run_pandoc(options, json.dumps(document).encode(), 300)


def _cited(key: str) -> dict[str, Any]:
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Para", "c": [{"t": "Cite", "c": [[citation], inlines("?")]}]}


@pytest.mark.parametrize("style", STYLES)
def test_a_case_in_one_style(bench: Bench, style: str) -> None:
    sources = items(SOURCES)
    cold = timed(lambda: cite(sources, [], our_style(style)))
    ours, theirs = in_turn(
        ROUNDS,
        partial(timed, lambda: cite(sources, [], our_style(style))),
        partial(timed, lambda: bare(sources, style)),
    )
    bench.keep(ours)
    note = (
        f"{middle(ours) * 1000:,.0f} ms, each source in three forms;"
        f" pandoc alone {middle(theirs) * 1000:,.0f} ms, in one and a list"
    )
    what = f"{SOURCES:,} sources, {style}: ÷ pandoc alone"
    bench.tell(f"{what}, warm", middle(ours) / middle(theirs), "×", note=note)
    bench.tell(f"{what}, cold", cold / middle(theirs), "×", note=f"{cold * 1000:,.0f} ms")


@pytest.mark.parametrize("style", STYLES)
def test_a_place_typed_by_hand(bench: Bench, style: str) -> None:
    sources = items(1)
    ready = our_style(style)
    places = iter(range(1, 1_000))

    def typed() -> float:
        wanted = Wanted("s0", parse_pinpoint(f"paragraph {next(places)}"))
        return timed(lambda: cite(sources, [wanted], ready))

    ours, theirs = in_turn(ROUNDS * 3, typed, partial(timed, lambda: bare(sources, style)))
    bench.keep(ours)
    note = f"{middle(ours) * 1000:.0f} ms; pandoc alone {middle(theirs) * 1000:.0f} ms"
    what = f"one place typed by hand, {style}: ÷ pandoc alone"
    bench.tell(what, middle(ours) / middle(theirs), "×", note=note)


def test_one_copy(bench: Bench, qapp: QApplication, tmp_path: Path) -> None:
    case = ROOT / "cases" / "abdussamatov-v-kazakhstan"
    alone = middle([timed(lambda: bare(items(2), "refworld")) for _ in range(ROUNDS)])
    with window_with(qapp, case, tmp_path) as window:
        wait_until(qapp, lambda: window.desk.session.cited.citations is not None)
        go(window, Tab.QUOTATIONS)
        rest(qapp)
        list_of(window, Tab.QUOTATIONS).select_first()
        taken = [timed(window.desk.handlers["copy_citation"]) for _ in range(COPIES)]
    bench.keep(taken)
    note = f"{middle(taken) * 1000:.1f} ms, without the engine; pandoc alone {alone * 1000:.0f} ms"
    bench.tell("one copy after opening ÷ pandoc alone", middle(taken) / alone, "×", note=note)
