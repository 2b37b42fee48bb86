"""What one cell of a list shows, as a plain value."""

from dataclasses import dataclass

from caseviewer.formatting.table import Column, Item
from caseviewer.model.opened import OpenedCase
from caseviewer.model.visible import visible


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: its text, the line beneath if its column has one, and how.

    own: the reader's own words, on a line apart from what the file says.
    """

    text: str
    second: str | None = None
    right: bool = False
    is_head: bool = False
    own: str = ""


def made_cell(opened: OpenedCase, item: Item, column: Column, own: str, limit: int) -> Cell:
    """The cell of a record in a column, with at most so many signs of each text."""
    second = None
    if column.second_line is not None:
        second = visible(column.second_line(opened, item), limit)
    text = visible(column.text(opened, item).replace("\n", " "), limit)
    return Cell(text, second, column.numeric, own=own)
