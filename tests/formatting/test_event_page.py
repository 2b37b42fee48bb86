"""The page of an event."""

import pytest

from caseviewer.formatting.event_page import add_date, basis_words, event_page, place_words
from caseviewer.formatting.page import Page, PageBuilder, Target
from caseviewer.model.dated import Date
from caseviewer.model.events import Event, Place
from caseviewer.model.kinds import DateBasis
from caseviewer.model.opened import OpenedCase
from tests.formatting import samples
from tests.formatting.making import (
    blocks_under,
    changed,
    fields,
    head,
    headings,
    made,
    opened,
    under,
)


def page(case: OpenedCase, record_id: str) -> Page:
    event = case.index.get(record_id)
    assert isinstance(event, Event)
    return event_page(case, event)


def test_an_event_says_what_when_where_and_who_says_so() -> None:
    found = page(opened(), "crossing")
    assert head(found) == ("12 people are taken back to the border", "E1 · extradition")
    assert fields(found) == {
        "Date": "3 May 2019",
        "In the source’s words": "“3 May 2019”",
        "Rests on": "what the source says (stated)",
        "Place": "the border, Xandria",
        "Standing": "alleged",
        "Who says so": "The Border Press",
    }
    assert under(found, "Participants") == [
        "P1 12 people (unnamed) (alleged victim)",
        "P3 Xandria (sending State)",
    ]
    assert headings(found) == ["Participants", "Written in", "Quotations"]


def test_an_event_within_bounds_says_so_and_names_the_bounds() -> None:
    found = page(opened(), "complaint")
    assert fields(found) == {
        "Date": "between 4 May 2019 and 30 June 2019",
        "Rests on": "limits, as the source gives no more (bounded)",
        "Bounds": "earliest 4 May 2019, latest 30 June 2019",
        "Standing": "undisputed",
    }
    assert headings(found) == ["Proceedings", "Deadlines"]


def test_an_undated_event_says_that_the_file_gives_no_date() -> None:
    found = page(opened(**changed("chronology", 1, date=None)), "complaint")
    assert fields(found)["Date"] == "undated, as the file gives no date"
    assert "Rests on" not in fields(found)


def test_a_role_that_the_party_claims_joins_the_participants() -> None:
    case = opened(
        **changed(
            "parties",
            1,
            roles=[
                {"role": "witness", "in": "crossing"},
                {"role": "relative", "in": "crossing"},
            ],
        )
    )
    found = page(case, "crossing")
    assert under(found, "Participants")[-1] == "P2 One woman (anonymous) (witness, relative)"
    assert "Parties" not in headings(found)
    assert Target("woman") in found.links()


def test_the_same_role_is_named_once() -> None:
    found = page(samples.first(), samples.first().case.chronology[0].id)
    assert under(found, "Participants") == ["P2 Kazakhstan (authority)", "P12 UNHCR (mentioned)"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, ""),
        ({}, ""),
        ({"name": "Almaty"}, "Almaty"),
        ({"country": "KAZ"}, "Kazakhstan"),
        ({"name": "Almaty", "country": "KAZ"}, "Almaty, Kazakhstan"),
    ],
)
def test_places_are_as_exact_as_they_are_told(place: dict[str, str] | None, words: str) -> None:
    assert place_words(None if place is None else made(Place, **place), opened()) == words


@pytest.mark.parametrize("basis", list(DateBasis))
def test_what_a_date_rests_on_is_told_with_its_word(basis: DateBasis) -> None:
    words = basis_words(made(Date, edtf="2012", basis=basis))
    assert words.endswith(f" ({basis.value})")
    assert len(words) > len(f" ({basis.value})")


@pytest.mark.parametrize(
    ("date", "labels"),
    [
        ({"edtf": "2012-06-01"}, ["When", "Rests on"]),
        ({"edtf": "2012"}, ["When", "Rests on", "Bounds"]),
        ({"edtf": "2012", "verbatim": "in 2012"}, ["When", "In the source’s words", "Rests on",
                                                   "Bounds"]),
        ({"verbatim": "one day"}, ["When", "Rests on"]),
    ],
)  # fmt: skip
def test_a_date_has_the_lines_that_it_needs(date: dict[str, str], labels: list[str]) -> None:
    builder = PageBuilder()
    add_date(builder, "When", made(Date, **date))
    assert [block.label for block in builder.page().blocks] == labels


def test_the_passages_are_links() -> None:
    found = page(opened(), "crossing")
    (block,) = blocks_under(found, "Written in")
    assert block.spans[0].target == Target("t-group")
