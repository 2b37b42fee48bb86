"""The picture of parties, whatever they are: nothing overlaps, nobody is lost."""

import subprocess
import sys
import time

import pytest
from hypothesis import given

from caseviewer.pictures import party_layout
from caseviewer.pictures.party_layout import MOST_LINKED, MOST_LINKS, MOST_LOOSE, party_picture
from caseviewer.pictures.party_network import PartyNetwork, party_network
from caseviewer.pictures.party_picture import PartyPicture
from tests.formatting import samples
from tests.pictures.kit import MEASURE, check, inside, network, networks


@given(networks())
def test_what_holds_of_every_picture(made: PartyNetwork) -> None:
    check(made, party_picture(made, MEASURE))


@pytest.mark.parametrize("made", [samples.first, samples.second])
def test_the_samples_are_drawn_whole(made: object) -> None:
    assert callable(made)
    found = party_network(made())
    picture = party_picture(found, MEASURE)
    check(found, picture)
    assert picture.left_out == ()
    assert picture.remark == ""
    assert picture == party_picture(party_network(made()), MEASURE)


def test_the_rows_of_the_first_sample_are_those_of_the_case() -> None:
    picture = party_picture(party_network(samples.first()), MEASURE)
    tops = {box.party: box.y for box in picture.boxes}
    way = ["committee", "individuals-29", "kazakhstan", "uzbekistan"]
    assert [tops[party] for party in way] == sorted({tops[party] for party in way})
    assert tops["laroque"] < tops["acat-france"] < tops["individuals-29"]


def test_a_group_stands_in_the_group_that_it_lies_within() -> None:
    picture = party_picture(party_network(samples.first()), MEASURE)
    boxes = {box.party: box for box in picture.boxes}
    assert inside(boxes["two-sentenced"], boxes["individuals-28"])
    assert inside(boxes["individuals-28"], boxes["individuals-29"])
    assert [boxes[one].depth for one in ("individuals-29", "individuals-28")] == [0, 1]


def test_those_without_a_link_stand_under_words_of_their_own() -> None:
    picture = party_picture(network("abc", [("a", "b", "heads")]), MEASURE)
    (heading,) = picture.headings
    lone = picture.box_of("c")
    assert heading.line.text == "No relation recorded"
    assert lone is not None
    assert lone.y > heading.y > max(box.bottom for box in picture.boxes if box.party != "c")
    assert party_picture(network("ab", [("a", "b", "heads")]), MEASURE).headings == ()


def test_many_without_a_link_stand_in_rows() -> None:
    picture = party_picture(network([f"p{at}" for at in range(40)]), MEASURE)
    assert len({box.y for box in picture.boxes}) > 3
    assert picture.headings[0].y == 0


def test_no_parties_make_an_empty_picture() -> None:
    assert party_picture(PartyNetwork(), MEASURE) == PartyPicture()


def chain(count: int) -> PartyNetwork:
    parties = [f"p{at}" for at in range(count)]
    return network(parties, [(one, f"p{at + 1}", "heads") for at, one in enumerate(parties[:-1])])


def test_of_too_many_linked_ones_those_around_the_selected_are_drawn() -> None:
    made = chain(MOST_LINKED + 1)
    picture = party_picture(made, MEASURE, "p100")
    check(made, picture)
    assert {box.party for box in picture.boxes} == {f"p{at}" for at in range(98, 103)}
    assert picture.remark.startswith("151 parties with 150 relations are too many to draw.")
    assert "room for of P100 p100 and those within two steps" in picture.remark
    assert party_picture(chain(MOST_LINKED), MEASURE).remark == ""


@pytest.mark.parametrize("selected", ["", "lone"])
def test_where_none_of_them_is_selected_it_is_the_first(selected: str) -> None:
    linked = chain(MOST_LINKED + 1)
    made = PartyNetwork((*linked.nodes, *network(["lone"]).nodes), linked.links)
    picture = party_picture(made, MEASURE, selected)
    assert {box.party for box in picture.boxes} == {"p0", "p1", "p2", "lone"}


def test_of_too_many_links_those_around_the_selected_are_drawn() -> None:
    parties = [f"p{at}" for at in range(30)]
    links = [(one, other, "heads") for one in parties for other in parties if one < other]
    made = network(parties, links)
    picture = party_picture(made, MEASURE, "p9")
    check(made, picture)
    assert picture.box_of("p9") is not None
    assert 4 < len(picture.boxes) < 30
    assert "30 parties with 435 relations" in picture.remark


def test_of_too_many_links_between_two_the_first_are_drawn() -> None:
    made = network("ab", [("a", "b", f"word {at}") for at in range(MOST_LINKS + 1)])
    picture = party_picture(made, MEASURE)
    assert len(picture.labels) == MOST_LINKS
    assert "2 parties with 201 relations" in picture.remark


def test_of_too_many_without_a_link_the_first_are_drawn() -> None:
    made = network([f"p{at}" for at in range(MOST_LOOSE + 2)])
    picture = party_picture(made, MEASURE)
    check(made, picture)
    assert picture.left_out == (f"p{MOST_LOOSE}", f"p{MOST_LOOSE + 1}")
    assert picture.remark == "Parties without a relation are not all drawn: the list has them all."


@pytest.mark.parametrize("wide", [True, False])
def test_as_many_as_are_drawn_take_no_long_time(wide: bool) -> None:
    """Also when they all stand in one row, which the library walks by calling itself."""
    parties = [f"p{at}" for at in range(MOST_LINKED)]
    links = [(one, "p0" if wide else parties[at // 2], f"w{at}") for at, one in enumerate(parties)]
    limit, start = sys.getrecursionlimit(), time.perf_counter()
    picture = party_picture(network(parties, links[1:]), MEASURE)
    assert len(picture.boxes) == MOST_LINKED
    assert time.perf_counter() - start < 20
    assert sys.getrecursionlimit() == limit


def test_the_library_is_loaded_with_the_first_picture_alone() -> None:
    code = (
        "import sys, caseviewer.pictures.party_layout, caseviewer.ui.views.parties_tab;"
        "sys.exit('grandalf' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert party_layout.party_picture is party_picture
