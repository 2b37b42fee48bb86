import pytest

from caseviewer.exporting.chronology import chronology
from caseviewer.exporting.chronology_paper import chronology_paper, counted_by, counted_note
from caseviewer.exporting.paper import Paper
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Assumption, Standpoint
from tests.exporting.papers import MADE
from tests.formatting.making import changed, opened
from tests.formatting.samples import NAMES, sample


def paper(case: OpenedCase) -> Paper:
    return chronology_paper(chronology(case, MADE))


def headings(found: Paper) -> list[str]:
    return [part.heading for part in found.parts]


def test_the_parts_of_a_small_case() -> None:
    found = paper(opened(language="kk"))
    assert (found.title.text, found.title.language, found.subtitle) == (
        "A crossing on 3 May 2019", "kk", "Chronology",
    )  # fmt: skip
    assert found.warnings == ("An invented case: fiction.",)
    events, deadlines, sources = found.parts
    assert headings(found) == ["Events", "Deadlines", "Sources"]
    assert events.grid is not None
    assert events.grid.rows[0] == (
        "E1", "3 May 2019", "stated: “3 May 2019”", "12 people are taken back to the border",
        "The Border Press", "S1, paragraph 1 (counted)", "alleged",
    )  # fmt: skip
    assert deadlines.grid is not None
    assert deadlines.notes == ("State as at 1 February 2020.",)
    assert deadlines.grid.rows == (
        ("D1", "Xandria answers the Committee", "Xandria", "The Committee",
         "2 August to 29 October 2019; start not stated",
         "window over; no reply recorded in this file",
         "calendar days, the day of the start not counted", ""),
    )  # fmt: skip
    assert sources.notes == (counted_note(),)
    assert [one.label for one in sources.items] == ["S1"]


def test_columns_of_the_case_have_its_language() -> None:
    grid = paper(opened(language="kk")).parts[0].grid
    assert grid is not None
    spoken = {column.title for column in grid.columns if column.language == "kk"}
    assert spoken == {"Date rests on", "Event", "Who says so"}
    assert [column.title for column in grid.columns if column.strong] == ["No."]


def test_undated_events_have_a_part_of_their_own() -> None:
    found = paper(opened(**changed("chronology", 0, date=None)))
    assert headings(found)[:2] == ["Events", "Undated events"]
    grid = found.parts[1].grid
    assert grid is not None
    assert [row[1] for row in grid.rows] == ["undated"]


def test_what_is_not_there_has_no_part_and_no_table_is_empty() -> None:
    found = paper(opened(chronology=[], deadlines=[]))
    assert headings(found) == ["Events"]
    assert found.parts[0].grid is None
    assert found.parts[0].notes == ("No event with a date is in this table.",)


def test_sources_that_print_their_numbers_need_no_word_about_counting() -> None:
    places = [{"id": "t-group", "source": "reprint", "locator": {"label": "page", "value": "1"}}]
    assert paper(opened(passages=places)).parts[-1].notes == ()


def test_a_reader_s_assumption_is_told_at_the_row_and_above_it() -> None:
    case = opened().seen_from(Standpoint(assumptions=(Assumption("answer", trigger=0),)))
    found = chronology(case, MADE)
    assert counted_by(found.deadlines[0]).endswith("not counted; reader’s assumption")
    part = chronology_paper(found).parts[1]
    assert part.notes[1].startswith("What is marked as the reader’s assumption")


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_a_sample_fits_its_table(name: str) -> None:
    for part in paper(sample(name)).parts:
        if part.grid is not None:
            assert sum(column.weight for column in part.grid.columns) == 100
            assert {len(row) for row in part.grid.rows} == {len(part.grid.columns)}
