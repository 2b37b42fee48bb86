"""How many records hold words, and how many works these are."""

from typing import Any

import pytest

from caseviewer.formatting.origins import counted_line, works_of
from caseviewer.formatting.page import Target
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import made, opened

COPIES = ": a copy of a work is not a second source"


def words(case: OpenedCase, quotation: Quotation) -> str:
    return "".join(span.text for span in counted_line(case, quotation))


def standing_in(*passages: str) -> Quotation:
    fragments = [{"passage": passage} for passage in passages]
    return made(Quotation, id="x", mode="direct", knowledge="own", fragments=fragments)


def independent() -> OpenedCase:
    """The small case with its reprint, another copy of that, and a work of its own."""
    report, reprint = bundle()["sources"]
    sources: list[Any] = [
        report,
        reprint,
        reprint | {"id": "second", "same_work_as": "reprint"},
        reprint | {"id": "other", "same_work_as": None},
    ]
    passages = [
        *bundle()["passages"],
        {"id": "t-other", "source": "other"},
        {"id": "t-lost", "source": "nowhere"},
    ]
    return opened(sources=sources, passages=passages)


@pytest.mark.parametrize(
    ("passages", "said"),
    [
        ((), ""),
        (("t-other",), "counted as 1 record, 1 origin (S4)"),
        (("t-words",), f"counted as 3 records, 1 origin (S1, S2, S3){COPIES}"),
        (("t-words", "t-reprint"), f"counted as 3 records, 1 origin (S1, S2, S3){COPIES}"),
        (("t-words", "t-other"), f"counted as 4 records, 2 origins (S1, S2, S3, S4){COPIES}"),
        (("t-lost", "nowhere", "press"), ""),
    ],
)
def test_records_and_origins_are_counted_apart(passages: tuple[str, ...], said: str) -> None:
    assert words(independent(), standing_in(*passages)) == said


def test_independent_works_are_several_origins() -> None:
    sources = [source | {"same_work_as": None} for source in bundle()["sources"]]
    case = opened(sources=sources)
    quotation = standing_in("t-words", "t-counted", "t-reprint")
    assert words(case, quotation) == "counted as 2 records, 2 origins (S1, S2)"
    assert [[source.id for source in work] for work in works_of(case, quotation)] == [
        ["report"],
        ["reprint"],
    ]


@pytest.mark.parametrize("short", ["Q1", "Q13"])
def test_a_republication_is_not_a_second_source(short: str) -> None:
    case = samples.second()
    found = case.index.by_short(short)
    assert isinstance(found, Quotation)
    assert words(case, found) == f"counted as 2 records, 1 origin (S3, S4){COPIES}"
    links = [span.target for span in counted_line(case, found) if span.target]
    assert links == [Target("s-courier"), Target("s-border-wire")]
