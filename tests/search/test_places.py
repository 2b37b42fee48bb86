"""Places, in the order of the tabs, made when they are asked for."""

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Place
from caseviewer.search.places import Places, Run

IDS = ("a", "b", "c", "d")
RUNS = (
    Run(Tab.PARTIES, [0, 2]),
    Run(Tab.CHRONOLOGY, []),
    Run(Tab.DOCUMENTS, [5], "s1", apart=True),
    Run(Tab.DOCUMENTS, [0, 1], "s2"),
    Run(Tab.REVIEW, [3]),
)


def test_places_stand_in_the_order_of_the_runs() -> None:
    places = Places(RUNS, IDS)
    assert list(places) == [
        Place(Tab.PARTIES, "a", 0),
        Place(Tab.PARTIES, "c", 2),
        Place(Tab.DOCUMENTS, "s1", -1, 5, apart=True),
        Place(Tab.DOCUMENTS, "s2", -1, 0),
        Place(Tab.DOCUMENTS, "s2", -1, 1),
        Place(Tab.REVIEW, "d", 3),
    ]
    assert places[-1] == places[5]
    assert places[1:3] == (places[1], places[2])
    assert places[::-1][0] == places[5]


def test_counts_are_told_of_every_tab() -> None:
    counts = Places(RUNS, IDS).counts()
    assert counts[Tab.PARTIES] == 2
    assert counts[Tab.DOCUMENTS] == 3
    assert counts[Tab.CHRONOLOGY] == counts[Tab.OVERVIEW] == 0
    assert list(counts) == list(Tab)


@pytest.mark.parametrize("at", [6, -7, 100])
def test_there_is_nothing_behind_the_last(at: int) -> None:
    with pytest.raises(IndexError):
        Places(RUNS, IDS)[at]


def test_there_may_be_none() -> None:
    assert list(Places((), ())) == []
