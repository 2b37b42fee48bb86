"""A list of records as plain values."""

from dataclasses import replace
from typing import Any

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import (
    Column,
    Item,
    Table,
    copy_rows,
    groups,
    row_id,
    row_ids,
    row_text,
)
from caseviewer.formatting.tables import TABLE_TABS, table_for
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.problems import Problem, Severity
from tests.formatting.making import opened

CASE = opened()
PROBLEMS = (Problem(Severity.WARN, "a", "one"), Problem(Severity.WARN, "b", "two"))


def nothing(_: OpenedCase, __: Any) -> str:
    return ""


def table(*columns: Column, rows: tuple[Party, ...] = CASE.case.parties) -> Table:
    return Table(Tab.PARTIES, columns, rows, nothing, nothing)


NAME = Column("name", "Name", lambda _, item: item.name)
COUNTRY = Column(
    "country",
    "Country",
    lambda _, item: item.country or "",
    filled=lambda item: item.country is not None,
)
SIZE = Column("size", "Size", lambda _, item: str(item.size), filled=lambda _: False)
KIND = Column("kind", "Kind", lambda _, item: item.kind, second_line=lambda _, item: item.identity)


def test_a_column_that_no_record_fills_is_hidden() -> None:
    assert table(NAME, COUNTRY, SIZE).shown_columns() == (NAME, COUNTRY)
    people = tuple(item for item in CASE.case.parties if item.country is None)
    assert table(NAME, COUNTRY, rows=people).shown_columns() == (NAME,)


def test_an_empty_list_keeps_all_its_columns() -> None:
    assert table(NAME, COUNTRY, SIZE, rows=()).shown_columns() == (NAME, COUNTRY, SIZE)


def test_looking_for_a_filled_cell_stops_at_the_first() -> None:
    asked = []

    def filled(item: Party) -> bool:
        asked.append(item.id)
        return True

    table(replace(COUNTRY, filled=filled)).shown_columns()
    assert asked == [CASE.case.parties[0].id]


def test_rows_are_named_by_record_or_by_place() -> None:
    case = replace(CASE, problems=PROBLEMS)
    assert row_id(case, case.case.parties[0]) == "group"
    assert [row_id(case, item) for item in PROBLEMS] == ["problem:0", "problem:1"]


def test_the_filter_reads_all_cells_hidden_ones_and_second_lines_too() -> None:
    party = CASE.case.parties[2]
    assert row_text(CASE, table(NAME, COUNTRY, SIZE, KIND), party) == (
        "Xandria XAN None state named"
    )


def test_copies_are_made_from_the_records_and_hold_the_shown_columns() -> None:
    clip = copy_rows(CASE, table(NAME, COUNTRY, SIZE, KIND), CASE.case.parties[1:3])
    assert clip.plain == ("One woman\t\tperson (anonymous)\nXandria\tXAN\tstate (named)")
    assert "<th>Name</th><th>Country</th><th>Kind</th>" in clip.html


@pytest.mark.parametrize("tab", [Tab.PARTIES, Tab.CHRONOLOGY, Tab.QUOTATIONS])
def test_a_copy_has_one_line_a_row(tab: Tab) -> None:
    found = table_for(CASE, tab)
    clip = copy_rows(CASE, found, found.rows)
    assert len(clip.plain.split("\n")) == len(found.rows)
    assert copy_rows(CASE, found, []).plain == ""


def test_all_rows_are_named_as_each_of_them_is() -> None:
    case = replace(CASE, problems=(*PROBLEMS, PROBLEMS[0]))
    found = table_for(case, Tab.REVIEW)
    assert row_ids(case, found) == [row_id(case, item) for item in found.rows]
    named = [name for name in row_ids(case, found) if name.startswith("problem:")]
    assert named == ["problem:0", "problem:1", "problem:0"]
    assert row_ids(CASE, table(NAME)) == [party.id for party in CASE.case.parties]


def groups_row_by_row(case: OpenedCase, found: Table) -> list[tuple[str, int]]:
    made: list[tuple[str, int]] = []
    for end, item in enumerate(found.rows, start=1):
        head = found.group(case, item)
        if made and made[-1][0] == head:
            made.pop()
        made.append((head, end))
    return made


@pytest.mark.parametrize("tab", TABLE_TABS)
def test_the_groups_of_each_list_stand_together(tab: Tab) -> None:
    case = replace(CASE, problems=PROBLEMS)
    found = table_for(case, tab)
    made = groups(case, found)
    assert made == groups_row_by_row(case, found)
    heads = [head for head, _ in made]
    assert len(set(heads)) == len(heads)


def test_few_rows_are_asked_for_their_group() -> None:
    asked: list[Item] = []

    def group(_: OpenedCase, item: Any) -> str:
        asked.append(item)
        return "the only one"

    rows = CASE.case.parties * 500
    assert groups(CASE, replace(table(NAME, rows=rows), group=group)) == [
        ("the only one", len(rows))
    ]
    assert len(asked) < 20
    assert groups(CASE, table(NAME, rows=())) == []
