import pytest
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Block, BlockKind, Page, PageBuilder, Span
from caseviewer.ui.widgets.page_tables import cells, end_of_table, layout
from caseviewer.ui.widgets.page_view import PageView


def row(count: int) -> Block:
    return Block(BlockKind.ROW, (), "L", cells=tuple((Span("x"),) for _ in range(count)))


FIELD = Block(BlockKind.FIELD, (Span("x"),), "L")
NOTE = Block(BlockKind.NOTE, (Span("x"),))


@pytest.mark.parametrize(
    ("blocks", "end"),
    [
        ([NOTE], 0),
        ([FIELD], 1),
        ([FIELD, FIELD, NOTE], 2),
        ([row(2), row(2), row(1)], 2),
        ([FIELD, row(1)], 1),
        ([row(1), FIELD], 1),
        ([NOTE, NOTE], 0),
    ],
)
def test_what_stands_together_is_one_table(blocks: list[Block], end: int) -> None:
    assert end_of_table(blocks, 0) == end


def test_cells_beside_each_other_are_as_wide(qtbot: QtBot) -> None:
    made = layout([row(2)], 4, 80)
    label, *rest = [one.rawValue() for one in made.columnWidthConstraints()]
    assert label == 80
    assert len(set(rest)) == 1
    assert made.columns() == 3
    assert layout([FIELD], 4, 80).columns() == 2
    assert len(cells(row(2))) == 2


def test_a_page_shows_statements_side_by_side(qtbot: QtBot) -> None:
    builder = PageBuilder()
    builder.row("Value", [(Span("<b>29"),), (Span("28"),)])
    builder.row("Who", [(Span("one"),), ()])
    view = PageView("page")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show_page(builder.page())
    assert view.toPlainText().split() == ["Value", "<b>29", "28", "Who", "one"]
    view.show_page(Page())
    assert view.toPlainText() == ""
