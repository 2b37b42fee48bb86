from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseviewer.exporting.chronology import chronology
from caseviewer.exporting.chronology_paper import chronology_paper
from caseviewer.exporting.markdown_page import markdown_bytes
from caseviewer.exporting.paper import Column, Grid, Paper, Part, Words, one_line
from tests.exporting.pandoc_reading import blocks, markup, tables, text
from tests.exporting.papers import HOSTILE, MADE, hostile_paper
from tests.formatting.samples import NAMES, sample

GITHUB = "gfm+autolink_bare_uris+emoji"


def test_hostile_words_are_read_back_as_words() -> None:
    found = blocks(markdown_bytes(hostile_paper()), GITHUB)
    assert markup(found) == set()
    (table,) = tables(found)
    assert table == [
        ["No.", "a|b"],
        *([f"E{at}", seen] for at, seen in enumerate(HOSTILE.values())),
    ]
    assert [block["t"] for block in found] == [
        "Header", "Para", "Para", "BulletList", "Header", "Para", "Table", "Header", "BulletList",
    ]  # fmt: skip
    assert text(found[0]) == "<b>T</b> | *x* ⟨U+202E⟩# {y}"
    assert text(found[3]["c"][0]) == "Handling: </dd><script>"
    said = [f"S{at}: {seen}".strip() for at, seen in enumerate(HOSTILE.values())]
    assert [text(item) for item in found[-1]["c"]] == said


def one_table(cells: list[str]) -> bytes:
    columns = (Column("A", 1), Column("B", 1))
    grid = Grid(columns, tuple((cell, "x") for cell in cells))
    return markdown_bytes(Paper(Words("T"), "S", (), (), (Part("P", (), grid),)))


WORDS = st.text(
    alphabet=st.sampled_from("abw.:/@#1 *_`~|\\<>&;[](){}!$^=+-\"'\n")
    | st.characters(max_codepoint=0x2FFF),
    max_size=30,
)


@settings(max_examples=15)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_any_words_are_read_back_as_one_table(cells: list[str]) -> None:
    (table,) = tables(found := blocks(one_table(cells), GITHUB))
    assert markup(found) == set()
    # For this reader other spaces at the ends of a cell are none, and accents are composed.
    seen = [normalize("NFC", one_line(cell).strip()) for cell in cells]
    assert [normalize("NFC", row[0].strip()) for row in table[1:]] == seen


def test_usual_words_stay_as_they_read() -> None:
    line = "On 9.30 a.m. (local time): 28 + 1 = 29; cf. Art. 3 – “so”, Halvek v. Valdrasia!"
    assert f"| {line} | x |" in one_table([line]).decode()


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_all_its_rows(name: str) -> None:
    case = sample(name)
    paper = chronology_paper(chronology(case, MADE))
    found = tables(blocks(markdown_bytes(paper), GITHUB))
    grids = [part.grid for part in paper.parts if part.grid is not None]
    assert [table[1:] for table in found] == [
        [[one_line(cell) for cell in row] for row in grid.rows] for grid in grids
    ]
