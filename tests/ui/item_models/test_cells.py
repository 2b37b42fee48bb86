from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Column
from caseviewer.formatting.tables import table_for
from caseviewer.ui.item_models.cells import Cell, made_cell
from tests.ui.kit import opened_sample

CASE = opened_sample()
ITEM = CASE.case.quotations[0]


def column(words: str, second: str | None = None, *, numeric: bool = False) -> Column:
    beneath = None if second is None else (lambda _, __: second)
    return Column("x", "X", lambda _, __: words, second_line=beneath, numeric=numeric)


def test_a_cell_shows_its_text_on_one_line_and_what_stands_beneath() -> None:
    assert made_cell(CASE, ITEM, column("one\ntwo"), "", 600) == Cell("one two")
    assert made_cell(CASE, ITEM, column("a", "b", numeric=True), "Yours: read", 600) == Cell(
        "a", "b", right=True, own="Yours: read"
    )


def test_hidden_signs_show_and_long_texts_are_cut() -> None:
    assert made_cell(CASE, ITEM, column("a\u202eb"), "", 600).text == "a⟨U+202E⟩b"
    assert made_cell(CASE, ITEM, column("a" * 9, "b" * 9), "", 5) == Cell("aaaa…", "bbbb…")


def test_every_column_of_the_samples_makes_cells() -> None:
    table = table_for(CASE, Tab.QUOTATIONS)
    cells = [made_cell(CASE, ITEM, one, "", 600) for one in table.columns]
    assert [one.second is None for one in cells] == [True, False, True]
