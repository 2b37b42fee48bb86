from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from caseviewer.citations.defects import (
    Concerns,
    Defect,
    DefectKind,
    defects,
    pinpoint_counted,
    session_number,
    source_defects,
)
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.sources import Passage, Source
from tests.formatting.samples import first, second

SOURCE = TypeAdapter(Source)
PASSAGE = TypeAdapter(Passage)
GOOD: dict[str, Any] = {
    "id": "s",
    "kind": "news_report",
    "nature": "original",
    "url_status": "given",
    "url": "https://example.org/x",
    "accessed": {"edtf": "2015-11-29"},
    "csl": {
        "type": "report",
        "title": "T",
        "author": [{"literal": "A"}],
        "issued": {"date-parts": [[2012]]},
    },
}


def found(changes: Mapping[str, Any], csl: Mapping[str, Any] | None = None) -> set[tuple[str, str]]:
    """The kinds of defects, and whom they concern, after changes to a source without any."""
    raw = {**GOOD, **changes, "csl": {**GOOD["csl"], **(csl or {})}}
    raw = {key: value for key, value in raw.items() if value is not None}
    raw["csl"] = {key: value for key, value in raw["csl"].items() if value is not None}
    source = SOURCE.validate_python(raw)
    return {
        (defect.kind.value, defect.concerns.value)
        for defect in source_defects(first().index, source)
    }


@pytest.mark.parametrize(
    ("changes", "csl", "expected"),
    [
        ({}, {}, set()),
        ({"cite_as": "A, T, available at: https://example.org/x"}, {}, set()),
        ({"cite_as": "A, T, available at: [accessed …]"}, {}, {("no_address", "own")}),
        ({"cite_as": "A, T, 2012"}, {}, set()),
        ({"url": None}, {}, {("no_address", "every")}),
        ({"url": None, "cite_as": "available at: []"}, {}, {("no_address", "every")}),
        ({"url": None}, {"URL": "https://example.org/x"}, set()),
        ({"url": None, "accessed": None}, {}, set()),
        ({"url_status": "dead"}, {}, {("dead_address", "every")}),
        ({"cite_as": "A\u00a0b"}, {}, {("no_break_spaces", "own")}),
        ({}, {"issued": None}, {("no_date", "every")}),
        ({"published": {"edtf": "2012"}}, {"issued": None}, set()),
        ({"accessed": None}, {}, {("not_accessed", "every")}),
        ({"accessed": None}, {"accessed": {"date-parts": [[2015]]}}, set()),
        ({"last_updated": {"edtf": "2015-11-30"}}, {}, {("accessed_too_early", "every")}),
        ({"last_updated": {"edtf": "2015-11-29"}}, {}, set()),
        ({"last_updated": {"edtf": "2015-11"}}, {}, set()),
        ({"last_updated": {"edtf": "2015-12/.."}}, {}, {("accessed_too_early", "every")}),
        ({"last_updated": {"verbatim": "yesterday"}}, {}, set()),
        ({"last_updated": {"edtf": "../2015-12"}}, {}, set()),
        ({"accessed": {"edtf": "2015/.."}, "last_updated": {"edtf": "2016"}}, {}, set()),
        ({"accessed": {"verbatim": "then"}, "last_updated": {"edtf": "2016"}}, {}, set()),
        ({}, {"author": None}, {("no_author", "every")}),
        ({"author": ["iwpr"]}, {"author": None}, set()),
        ({}, {"author": None, "authority": "A Committee"}, set()),
        ({"kind": "treaty"}, {"author": None}, set()),
        ({}, {"title": None}, {("no_title", "every")}),
        ({"nature": "derivative_copy"}, {}, {("copy_as_original", "every")}),
        ({"nature": "derivative_copy"}, {"source": "Refworld"}, set()),
        ({"republisher": "refworld"}, {}, set()),
        ({"republisher": "refworld", "cite_as": "A, T, refWorld"}, {}, set()),
        ({"republisher": "refworld", "cite_as": "A, T"}, {}, {("republisher_unnamed", "own")}),
    ],
)
def test_each_defect_is_found_where_it_is_and_nowhere_else(
    changes: dict[str, Any], csl: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    assert found(changes, csl) == expected


@pytest.mark.parametrize(
    ("symbol", "session", "differs"),
    [
        ("UN Doc CAT/C/48/D/444/2010", "Forty-eighth session", False),
        ("UN Doc CAT/C/47/D/444/2010", "Forty-eighth session", True),
        ("CAT/C/47/D/444/2010", "48th session (7 May to 1 June 2012)", True),
        ("A/HRC/22/53", "Forty-eighth session", False),
        ("CAT/C/47/D/444/2010", "Spring session", False),
        ("CAT/C/47/D/444/2010", None, False),
    ],
)
def test_a_symbol_and_its_session(symbol: str, session: str | None, differs: bool) -> None:
    expected = {("session", "every")} if differs else set()
    assert found({}, {"references": symbol, "event-title": session}) == expected


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("First session", 1),
        ("Nineteenth session", 19),
        ("Twentieth session", 20),
        ("The forty-eighth session", 48),
        ("Ninety-ninth session", 99),
        ("101st session", 101),
        ("48th session", 48),
        ("Forty-tenth session", None),
        ("Forty-fortieth session", None),
        ("Fifth-second session", None),
        ("Forty-x session", None),
        ("Special session", None),
        ("A session of two weeks", None),
        ("", None),
    ],
)
def test_the_number_of_a_session(title: str, number: int | None) -> None:
    assert session_number(title) == number


def test_the_first_sample_has_the_defects_that_its_page_has() -> None:
    opened = first()
    assert [
        (defect.source, defect.kind, defect.found) for defect in defects(opened.case, opened.index)
    ] == [
        ("report", DefectKind.NO_BREAK_SPACES, "3"),
        ("report", DefectKind.NO_ADDRESS, ""),
        ("report", DefectKind.REPUBLISHER_UNNAMED, "Refworld"),
        ("report", DefectKind.COUNTED, ""),
    ]


def test_paragraphs_that_are_counted_are_told_once_for_a_source() -> None:
    opened = second()
    counted = [
        defect for defect in defects(opened.case, opened.index) if defect.kind is DefectKind.COUNTED
    ]
    assert counted == [
        Defect(DefectKind.COUNTED, source, Concerns.PINPOINT)
        for source in ("s-courier", "s-border-wire")
    ]
    source = opened.index.get("s-courier")
    assert isinstance(source, Source)
    assert pinpoint_counted(source, LocatorLabel.PARAGRAPH)
    assert not pinpoint_counted(source, LocatorLabel.PAGE)
    other = opened.index.get("s-book")
    assert isinstance(other, Source)
    assert not pinpoint_counted(other, LocatorLabel.PARAGRAPH)


def test_counted_paragraphs_that_no_passage_uses_are_no_defect() -> None:
    raw = {
        **GOOD,
        "document": {
            "file": "a.txt", "sha256": "0" * 64, "bytes": 1, "media_type": "text/plain",
            "paragraph_numbering": "counted",
        },
    }  # fmt: skip
    source = SOURCE.validate_python(raw)
    passages = [
        {"id": "x1", "source": "s", "locator": {"label": "page", "value": "1"}},
        {"id": "x2", "source": "s", "note": "somewhere"},
    ]
    copy = {"id": "t", "kind": "book", "csl": {"type": "book"}, "same_work_as": "s",
            "nature": "original", "url_status": "not_online"}  # fmt: skip
    case = replace(
        first().case,
        sources=(source, SOURCE.validate_python(copy)),
        passages=tuple(map(PASSAGE.validate_python, passages)),
    )
    assert source_defects(CaseIndex(case), source) == ()


def test_the_defects_of_a_source_are_looked_for_once() -> None:
    case = first()
    source = case.case.sources[0]
    found = source_defects(case.index, source)
    assert found
    assert source_defects(case.index, source) is found
    # Another record of the same id is another source.
    assert source_defects(case.index, replace(source, cite_as=None)) != found
