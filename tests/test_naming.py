"""What the command line names."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from caseviewer.citations.styles import OUR_STYLES
from caseviewer.model.dates import day_number
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Standpoint
from caseviewer.naming import (
    UnknownNameError,
    named_deadline,
    named_in_chronology,
    named_quotation,
    named_source,
    named_style,
)
from tests.formatting import samples
from tests.formatting.making import opened


@pytest.mark.parametrize("name", ["report", "S1", "s1"])
def test_a_source_is_named_by_its_id_or_number(name: str) -> None:
    assert named_source(opened(), name).id == "report"


@pytest.mark.parametrize("name", ["asked", "Q1", " q1 "])
def test_a_quotation_is_named_by_its_id_or_number(name: str) -> None:
    assert named_quotation(opened(), name).id == "asked"


@pytest.mark.parametrize("name", ["answer", "D1", "d1"])
def test_a_deadline_is_named_by_its_id_or_number(name: str) -> None:
    assert named_deadline(opened(), name).id == "answer"


@pytest.mark.parametrize(
    ("find", "words"),
    [
        (named_source, "No source is called “x”. There are: S1, S2."),
        (named_deadline, "No deadline is called “x”. There are: D1."),
        (named_quotation, "No quotation is called “x”. There are: Q1, Q2."),
        (named_in_chronology, "No event or deadline is called “x”. There are: E1, E2, D1."),
    ],
)
def test_a_name_that_nothing_has_is_told_with_those_that_are(
    find: Callable[[OpenedCase, str], object], words: str
) -> None:
    with pytest.raises(UnknownNameError) as told:
        find(opened(), "x")
    assert str(told.value) == words


@pytest.mark.parametrize("find", [named_in_chronology, named_deadline])
def test_what_is_not_shown_for_a_day_is_not_said_to_be_missing(
    find: Callable[[OpenedCase, str, OpenedCase | None], object],
) -> None:
    whole = samples.first()
    seen = whole.seen_from(Standpoint(day_number(2012, 6, 10)))
    with pytest.raises(UnknownNameError) as told:
        find(seen, "d1", whole)
    assert str(told.value) == (
        "“d1” is in this file, but by what the file holds it could not be known on 10 June 2012."
    )
    with pytest.raises(UnknownNameError, match="There are: "):
        find(seen, "d9", whole)
    with pytest.raises(UnknownNameError, match="There are: "):
        find(seen, "d1", None)
    with pytest.raises(UnknownNameError, match="There are: "):
        find(whole, "P1", whole)


def test_a_record_of_another_kind_is_not_meant() -> None:
    with pytest.raises(UnknownNameError):
        named_source(opened(), "Q1")
    case = opened()
    bare = replace(case, case=replace(case.case, quotations=()))
    with pytest.raises(UnknownNameError, match="There are: none"):
        named_quotation(bare, "Q1")


def test_a_style_is_named_or_is_a_file(tmp_path: Path) -> None:
    assert named_style("refworld").title == OUR_STYLES["refworld"]
    with pytest.raises(UnknownNameError, match="cannot be used"):
        named_style(str(tmp_path / "none.csl"))
