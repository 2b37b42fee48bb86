from dataclasses import replace

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from caseviewer.ui.widgets import timeline_measure
from caseviewer.ui.widgets.timeline_measure import Measures
from tests.pictures.timelines import case_of, case_with, event, marks


@pytest.fixture
def measures(qapp: QApplication) -> Measures:
    return Measures(QFont())


def test_everything_grows_with_the_font(qapp: QApplication) -> None:
    small, large = QFont(), QFont()
    small.setPointSizeF(9)
    large.setPointSizeF(18)
    one, other = Measures(small), Measures(large)
    assert other.row > 1.5 * one.row
    assert other.sizes.radius > 1.3 * one.sizes.radius
    assert other.sizes.rooms.words[0] > 1.5 * one.sizes.rooms.words[0]


def test_words_are_cut_to_their_room(measures: Measures) -> None:
    words = "An event that has a long name"
    assert measures.cut(words, measures.width(words)) == words
    cut = measures.cut(words, 60)
    assert cut.endswith("…")
    assert measures.width(cut) <= 60
    assert measures.cut(words, 60) == cut


def test_what_is_kept_is_bounded(measures: Measures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_measure, "_KEPT_WORDS", 3)
    for at in range(10):
        measures.cut(f"{at} some words that do not fit", 40)
    assert len(measures._widths) <= 3
    assert len(measures._cut) <= 3


def test_the_less_room_the_fewer_words(measures: Measures) -> None:
    title = "A title that is as long as many are in a chronology"
    mark = marks(case_with([event(1, "2011-06-09", title=title)])).mark(0)
    rooms = measures.sizes.rooms.words
    assert [measures.words(mark, room) for room in rooms] == [
        f"E1 · 9 June 2011 · {title}",
        f"E1 · 9 June 2011 · {title}",
        f"E1 · {title}",
        f"E1 · {title}",
        "E1",
    ]


def test_the_date_is_told_where_all_has_room(measures: Measures) -> None:
    mark = marks(case_of("2011-06-09")).mark(0)
    room = measures.width("E1 · 9 June 2011 · Event 0")
    assert measures.words(mark, room) == "E1 · 9 June 2011 · Event 0"
    assert measures.words(mark, room - 1) == "E1 · Event 0"


def test_what_is_assumed_is_told_where_there_is_room_for_two_words(measures: Measures) -> None:
    mark = replace(marks(case_of("2011-06-09")).mark(0), assumed=True)
    rooms = measures.sizes.rooms.words
    assert [measures.words(mark, room) for room in rooms] == [
        "your assumption · E1 · 9 June 2011 · Event 0",
        "your assumption · E1 · 9 June 2011 · Event 0",
        "your assumption · E1 · Event 0",
        "assumed · E1",
        "E1",
    ]


def test_names_of_lanes_take_no_more_than_their_share(measures: Measures) -> None:
    assert measures.gutter(1_000, [""]) == 0
    assert 0 < measures.gutter(1_000, ["found"]) < measures.gutter(1_000, ["x" * 200])
    assert measures.gutter(300, ["x" * 200]) == 60
