"""A list of records as plain values: columns, rows, groups; what item models show."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from caseviewer.formatting.as_at_words import marked_clip
from caseviewer.formatting.clip import ClipText, rows_clip
from caseviewer.formatting.facets import Facet
from caseviewer.formatting.found_rows import FoundRow, found_id
from caseviewer.formatting.open_points_page import PROBLEM_PREFIX
from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.model.case import Record
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import Problem

Item = Record | Problem | FoundRow
CellText = Callable[[OpenedCase, Any], str]
CellKey = Callable[[OpenedCase, Any], Any]


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """What a column looks like, whatever stands in its rows.

    `weight` shares out the width, `numeric` aligns right, `short` columns take only what their
    numbers need. `second_title` names what stands beneath the text, where it is a thing of its own.
    """

    name: str
    title: str
    weight: int = field(default=1, kw_only=True)
    numeric: bool = field(default=False, kw_only=True)
    short: bool = field(default=False, kw_only=True)
    second_title: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Column(ColumnLook):
    """One column: its name, the text of a cell, and what it sorts by.

    `key` gives the sort key of a cell, where it is not the folded text. `filled` tells
    cheaply whether a record has anything for the column; a column that no record fills
    is hidden. `second_line` gives what stands beneath the text.
    """

    text: CellText
    key: CellKey | None = None
    filled: Callable[[Any], bool] | None = None
    second_line: CellText | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The list of one tab: its rows in their own order, each with the head of its group.

    Rows of one group stand together; an empty head means that the group has none.
    `sentence` tells a whole row to a screen reader; `facets` are what rows can be chosen by;
    `order` says in words in which order the rows stand.
    """

    tab: Tab
    columns: tuple[Column, ...]
    rows: tuple[Item, ...]
    group: Callable[[OpenedCase, Any], str]
    sentence: CellText
    facets: tuple[Facet, ...] = ()
    order: str = ""

    def shown_columns(self) -> tuple[Column, ...]:
        """The columns that at least one record fills."""
        return tuple(
            column
            for column in self.columns
            if column.filled is None or not self.rows or any(map(column.filled, self.rows))
        )


def row_id(opened: OpenedCase, item: Item) -> str:
    """What a link to the row names: the record's id, or the place of what is no record."""
    if isinstance(item, Problem):
        return f"{PROBLEM_PREFIX}{opened.problems.index(item)}"
    return found_id(opened, item) if isinstance(item, FoundRow) else item.id


def row_ids(opened: OpenedCase, table: Table) -> list[str]:
    """What links to the rows name, as `row_id` tells it of one."""
    places: dict[Problem, int] = {}
    for place, problem in enumerate(opened.problems):
        places.setdefault(problem, place)
    return [
        f"{PROBLEM_PREFIX}{places[item]}" if isinstance(item, Problem) else row_id(opened, item)
        for item in table.rows
    ]


def is_record(item: Item) -> TypeGuard[Record]:
    """Whether a row is a record of the case, and not a problem of it or what was found in it."""
    return not isinstance(item, Problem | FoundRow)


def groups(opened: OpenedCase, table: Table) -> list[tuple[str, int]]:
    """The groups of a table: the head of each, and the place behind its last row.

    As the rows of a group stand together, only a few rows are asked for their heads.
    """
    found: list[tuple[str, int]] = []
    end = 0
    while end < len(table.rows):
        head = table.group(opened, table.rows[end])
        end = _end_of_group(opened, table, end, head)
        found.append((head, end))
    return found


def _end_of_group(opened: OpenedCase, table: Table, start: int, head: str) -> int:
    def others(item: Item) -> bool:
        return table.group(opened, item) != head

    return bisect_left(table.rows, True, start + 1, key=others)


def row_text(opened: OpenedCase, table: Table, item: Item) -> str:
    """All cells of a row as one text, for the filter."""
    parts = []
    for column in table.columns:
        parts.append(column.text(opened, item))
        if column.second_line is not None:
            parts.append(column.second_line(opened, item))
    return " ".join(parts)


def copy_rows(opened: OpenedCase, table: Table, items: Sequence[Item]) -> ClipText:
    """The cells of some rows, from the records: plain lines and an HTML table."""
    columns = table.shown_columns()
    rows = [[text for one in columns for text in _whole_cell(opened, one, item)] for item in items]
    titles = [title for one in columns for title in (one.title, one.second_title) if title]
    return marked_clip(opened, rows_clip(titles, rows))


def _whole_cell(opened: OpenedCase, column: Column, item: Item) -> tuple[str, ...]:
    """The text of a cell and what stands beneath: apart where it has a title, else in brackets."""
    text = column.text(opened, item)
    second = "" if column.second_line is None else column.second_line(opened, item)
    if column.second_title:
        return text, second
    return (f"{text} ({second})",) if second else (text,)


def number_text(opened: OpenedCase, item: Item) -> str:
    """The short number of a row; a problem shows that of its record, what was found has none."""
    if isinstance(item, Problem):
        return item.short or opened.index.short(item.record)
    if isinstance(item, FoundRow):
        return ""
    return opened.index.short(item.id)


def number_key(opened: OpenedCase, item: Item) -> tuple[str, int]:
    """Sorts P2 before P10."""
    text = number_text(opened, item)
    digits = text[1:]
    return (text[:1], int(digits) if digits.isdecimal() else 0)


def number_column() -> Column:
    """The column of short numbers."""
    return Column("number", tr("No."), number_text, key=number_key, short=True)
