from typing import Any

import pytest

from caseviewer.exporting.basis_words import basis_words, cited_sources, passages
from caseviewer.model.opened import PassageState
from tests.builders import bundle
from tests.formatting.making import checked, opened


def passage(name: str, label: str | None, value: str, **more: Any) -> dict[str, Any]:
    place = {} if label is None else {"locator": {"label": label, "value": value}}
    return {"id": name, "source": "report", **place, **more}


PLACES = [
    passage("p1", "paragraph", "1"),
    passage("p2", "paragraph", "2"),
    passage("p2b", "paragraph", "2"),
    passage("g3", "page", "3"),
    passage("note", None, "", note="head of the page"),
    passage("none", None, ""),
    passage("r1", "page", "1", source="reprint"),
    passage("r5", "page", "5", source="gone"),
]


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ([], ""),
        (["p1"], "S1, paragraph 1 (counted)"),
        (["p1", "p2", "p2b", "p1"], "S1, paragraphs 1, 2 (counted)"),
        (["p1", "g3", "p2"], "S1, paragraphs 1, 2 (counted), page 3"),
        (["r1", "p1", "g3"], "S2, page 1; S1, paragraph 1 (counted), page 3"),
        (["note", "none"], "S1, head of the page, place not given"),
        (["r5"], "gone (not in this file), page 5"),
        (["p1", "lost"], "S1, paragraph 1 (counted); lost (not in this file)"),
        (["lost", "p1", "lost"], "lost (not in this file); S1, paragraph 1 (counted)"),
    ],
)
def test_where_a_record_is_written(basis: list[str], words: str) -> None:
    assert basis_words(opened(passages=PLACES), basis) == words


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (PassageState.FOUND, "S1, paragraphs 1, 2 (counted)"),
        (PassageState.UNCHECKED, "S1, paragraphs 1, 2 (counted)"),
        (PassageState.NOT_FOUND, "S1, paragraph 1 (counted), paragraph 2 (counted, not found)"),
        (PassageState.MOVED, "S1, paragraph 1 (counted), paragraph 2 (counted, moved)"),
        (
            PassageState.IN_OTHER_COPY,
            "S1, paragraph 1 (counted), paragraph 2 (counted, not verified)",
        ),
    ],
)
def test_what_is_wrong_with_a_passage_stands_beside_it(state: PassageState, words: str) -> None:
    case = checked(opened(passages=PLACES), (), {"p1": PassageState.FOUND, "p2": state})
    assert basis_words(case, ["p1", "p2"]) == words


def test_a_short_title_stands_beside_the_number() -> None:
    sources = bundle()["sources"]
    sources[0]["csl"]["title-short"] = "Crossing"
    case = opened(passages=PLACES, sources=sources)
    assert basis_words(case, ["g3"]) == "S1 (Crossing), page 3"


def test_sources_are_named_once_in_the_order_of_the_file() -> None:
    case = opened(passages=PLACES)
    found = cited_sources(case, ["r1", "p2", "p1", "lost", "r5"])
    assert [source.id for source in found] == ["report", "reprint"]
    assert [one.id for one in passages(case, ["r1", "lost", "p1"])] == ["r1", "p1"]
