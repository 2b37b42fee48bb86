import dataclasses

import pytest

from caseviewer.model.dates import day_number
from caseviewer.model.reckoning import judged_on
from caseviewer.model.standpoint import Standpoint
from caseviewer.pictures.timeline_marks import End, Shape
from caseviewer.pictures.timeline_words import (
    cluster_count,
    cluster_words,
    column_words,
    counted_rows,
    key_marks,
    lines,
    span_words,
    undated_words,
)
from tests.formatting import samples
from tests.pictures.timelines import case_of, marks

DAY = day_number(2011, 6, 9)


def test_rows_are_counted_by_what_they_are() -> None:
    opened = samples.second()
    events, deadlines = opened.case.chronology, opened.case.deadlines
    assert counted_rows(events[:1]) == "1 event"
    assert counted_rows([*events[:4], deadlines[0]]) == "4 events, 1 deadline"
    assert counted_rows(deadlines[:2]) == "2 deadlines"
    assert counted_rows([]) == "0 events"
    assert cluster_count(events[:4]) == "4 events"
    assert cluster_count([*events[:4], deadlines[0]]) == "5 dates"


def test_a_stretch_of_one_day_is_that_day() -> None:
    assert span_words(DAY, DAY) == "9 June 2011"
    assert span_words(DAY, DAY + 1) == "9 June 2011 to 10 June 2011"


def test_a_cluster_tells_over_which_days_it_reaches() -> None:
    found = marks(case_of("2011-06-09", "2012", "2011-06"))
    words = cluster_words(found, found.order)
    assert words == "3 events, 1 June 2011 to 31 December 2012; zoom in to see each"


def test_a_column_tells_how_many_begin() -> None:
    words = column_words(1_204, (DAY, DAY))
    assert words == "1,204 begin, 9 June 2011; zoom in to see each"
    assert undated_words(3) == "3 more undated"


@pytest.mark.parametrize(
    ("standpoint", "expected"),
    [
        (Standpoint(), ["file as of 30 September 2020"]),
        (Standpoint(as_at=DAY), ["as at 9 June 2011"]),
        (Standpoint(today=DAY), ["file as of 30 September 2020", "today, 9 June 2011"]),
    ],
)
def test_lines_stand_for_the_day_of_the_file_and_for_today(
    standpoint: Standpoint, expected: list[str]
) -> None:
    opened = dataclasses.replace(samples.second(), standpoint=standpoint)
    assert [words for _, words in lines(opened)] == expected
    assert lines(opened)[0][0] == judged_on(opened)


def test_the_key_names_every_shape_and_every_end() -> None:
    found = [mark for mark, _ in key_marks()]
    assert {mark.shape for mark in found} == set(Shape) - {Shape.UNDATED}
    assert {mark.right for mark in found} == set(End)
    assert any(mark.uncertain for mark in found)
    assert any(mark.assumed for mark in found)
    assert len({words for _, words in key_marks()}) == len(found)
