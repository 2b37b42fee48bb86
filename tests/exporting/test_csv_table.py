import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.exporting.chronology import chronology
from caseviewer.exporting.csv_table import chronology_rows, csv_bytes, safe_cell
from caseviewer.exporting.paper import one_line
from tests.exporting.papers import HOSTILE, MADE
from tests.formatting.making import changed, opened
from tests.formatting.samples import second

SIGNS = tuple("=+-@\t\r\n＝＋－＠")


def read(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'=1+1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u200d=1", "'\u200d=1"),
        ("\r\n@a", "'@a"),
        ("\ta", "a"),
        ("-", "'-"),
        ("＋1", "'＋1"),
        ("a;=1", "a;'=1"),
        ("a; -b; +c", "a;' -b;' +c"),
        ('a;"=1"', 'a;\'"=1"'),
        ("a = b - c", "a = b - c"),
        ("4 – 5; 6", "4 – 5; 6"),
        ("", ""),
    ],
)
def test_a_formula_is_made_a_text(text: str, cell: str) -> None:
    assert safe_cell(text) == cell


ANY = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("=+-@;,\"'\t\r\n ＝\u200d\u00a0"))
)


@given(st.lists(st.lists(ANY, min_size=2, max_size=2), max_size=4))
def test_no_cell_that_is_read_back_begins_with_the_sign_of_a_formula(rows: list[list[str]]) -> None:
    found = read(csv_bytes(rows))
    assert len(found) == len(rows)
    for cell in (cell for row in found for cell in row):
        assert not cell.lstrip(" \u00a0\u200c\u200d").startswith(SIGNS)
        for part in cell.split(";"):
            assert not part.strip(" \u00a0\u200c\u200d\"'").startswith(SIGNS) or "'" in part


@given(st.lists(st.lists(ANY, min_size=2, max_size=2), max_size=4))
def test_words_are_read_back_as_they_were(rows: list[list[str]]) -> None:
    for row, back in zip(rows, read(csv_bytes(rows)), strict=True):
        for text, cell in zip(row, back, strict=True):
            assert cell.replace("'", "") == one_line(text).replace("'", "")


def test_the_file_is_rfc_4180_with_a_mark_for_excel() -> None:
    content = csv_bytes([["a", 'b"c'], ["d\ne", ""]])
    assert content == '\ufeff"a","b""c"\r\n"d e",""\r\n'.encode()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    case = opened(**changed("chronology", 0, title=text or "-"))
    (row,) = [
        row for row in read(csv_bytes(chronology_rows(chronology(case, MADE)))) if row[1] == "E1"
    ]
    assert row[4] == safe_cell(text or "-")
    assert row[4].lstrip("'") == HOSTILE[text].lstrip("'") or ";'" in row[4] or not text


def test_the_second_sample_is_one_table() -> None:
    found = read(csv_bytes(chronology_rows(chronology(second(), MADE))))
    head, *rows = found
    assert head == [
        "Kind", "No.", "Date", "Date rests on", "What", "Who says so", "Source and paragraph",
        "Standing or state", "Owed by", "Owed to", "Counted by", "EDTF", "Earliest possible day",
        "Latest possible day",
    ]  # fmt: skip
    assert {len(row) for row in rows} == {len(head)}
    kinds = [row[0] for row in rows]
    assert kinds == sorted(kinds, key=["event", "deadline", "source", "note"].index)
    assert (kinds.count("event"), kinds.count("deadline")) == (68, 9)
    notes = [row[4] for row in rows if row[0] == "note"]
    assert notes[0] == "An invented case: fiction."
    assert "As of: 30 September 2020" in notes
    assert any(note.startswith("Handling: ") for note in notes)


def test_a_row_of_each_kind() -> None:
    rows = chronology_rows(chronology(opened(), MADE))
    event, _, deadline, source, *_, counted = rows[1:]
    assert event == [
        "event", "E1", "3 May 2019 (stated)", "stated: “3 May 2019”",
        "12 people are taken back to the border", "The Border Press", "S1, paragraph 1 (counted)",
        "alleged", "", "", "", "2019-05-03", "2019-05-03", "2019-05-03",
    ]  # fmt: skip
    assert deadline[:3] == ["deadline", "D1", "2 August to 29 October 2019; start not stated"]
    assert deadline[8:] == [
        "Xandria", "The Committee", "calendar days, the day of the start not counted", "",
        "2019-08-02", "2019-10-29",
    ]  # fmt: skip
    assert source[:2] == ["source", "S1"]
    assert counted[4].startswith("“counted”")


def test_no_shown_date_is_one_that_a_spreadsheet_would_pad() -> None:
    rows = chronology_rows(chronology(second(), MADE))
    dates = [row[2] for row in rows[1:] if row[0] == "event"]
    assert all(date.endswith(")") or date == "undated" for date in dates)
    assert not any(re.fullmatch(r"\w+ [0-9]{4}", date) for date in dates)


def test_an_undated_event_has_no_word_for_a_basis() -> None:
    case = opened(**changed("chronology", 0, date=None), deadlines=[])
    (row,) = [row for row in chronology_rows(chronology(case, MADE)) if row[1] == "E1"]
    assert row[2:4] == ["undated", ""]


def test_without_counted_paragraphs_nothing_is_said_of_them() -> None:
    rows = chronology_rows(chronology(opened(chronology=[], deadlines=[]), MADE))
    assert not any(row[4].startswith("“counted”") for row in rows)
