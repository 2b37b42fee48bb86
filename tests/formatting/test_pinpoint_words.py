"""Where a record is written, in a few words."""

import pytest

from caseviewer.formatting.pinpoint_words import sources_words
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import opened


def words(*places: dict[str, object]) -> str:
    """The words for passages of the first source of the small case, at these places."""
    passages = [{"id": f"t{at}", "source": "report", **place} for at, place in enumerate(places)]
    case = opened(passages=[*bundle()["passages"], *passages])
    return sources_words(case, [f"t{at}" for at in range(len(places))])


def at(label: str, value: str) -> dict[str, object]:
    return {"locator": {"label": label, "value": value}}


@pytest.mark.parametrize(
    ("places", "wanted"),
    [
        ([at("page", "4")], "S1 p. 4"),
        ([at("page", "4"), at("page", "4")], "S1 p. 4"),
        ([at("page", "4"), at("page", "9")], "S1 pp. 4, 9"),
        ([at("page", "4–5")], "S1 pp. 4–5"),
        ([at("article", "3"), at("page", "9"), at("article", "7")], "S1 arts 3, 7, p. 9"),
        ([at("section", "2")], "S1 sec. 2"),
        ([at("chapter", "7")], "S1 ch. 7"),
        ([at("line", "10-11")], "S1 lines 10-11"),
        ([at("note", "1"), at("figure", "2"), at("appendix", "3")], "S1 note 1, fig. 2, app. 3"),
        ([at("paragraph", "4")], "S1 para. 4 (counted)"),
        ([at("paragraph", "4"), at("paragraph", "5")], "S1 paras 4, 5 (counted)"),
        ([{"note": "header"}], "S1 header"),
        ([{}], "S1 place not given"),
        ([{}, at("page", "4")], "S1 place not given, p. 4"),
        ([{"source": "lost"} | at("page", "4")], "lost p. 4"),
        ([], ""),
    ],
)
def test_places_in_a_source(places: list[dict[str, object]], wanted: str) -> None:
    assert words(*places) == wanted


def test_sources_stand_in_the_order_of_the_basis() -> None:
    case = samples.first()
    event = case.chronology[1]
    assert sources_words(case, event.basis) == "S1 para. 3 (counted); S2 header of the decision"
    turned = sources_words(case, event.basis[::-1])
    assert turned == "S2 header of the decision; S1 para. 3 (counted)"


@pytest.mark.parametrize("lost", ["nowhere", "xandria"])
def test_what_is_no_passage_is_said_not_to_be_there(lost: str) -> None:
    assert sources_words(opened(), [lost, lost]) == f"{lost} (not in this file)"
