"""Links that say the same, as one line."""

from caseviewer.pictures.party_boxes import Face
from caseviewer.pictures.party_bundles import Bundle, bundled
from caseviewer.pictures.party_links import PartyLink, Place
from tests.pictures.kit import MEASURE


def link(source: str, target: str, words: str = "heads", note: str = "") -> PartyLink:
    return PartyLink(source, target, words, (note,) if note else (), (Place(f"{source}-{target}"),))


def ends(bundles: tuple[Bundle, ...]) -> list[tuple[str, str]]:
    return [("".join(one.sources), "".join(one.targets)) for one in bundles]


def test_what_one_party_does_to_many_is_one_line_that_forks() -> None:
    assert ends(bundled([link("a", "b"), link("a", "c")])) == [("a", "bc")]


def test_what_many_do_to_one_is_one_line_too() -> None:
    found = bundled([link("a", "c"), link("b", "c"), link("d", "e")])
    assert ends(found) == [("ab", "c"), ("d", "e")]


def test_each_link_is_in_one_bundle() -> None:
    links = [link("a", "b"), link("a", "c"), link("d", "c"), link("d", "b", "represents")]
    found = bundled(links)
    assert ends(found) == [("a", "bc"), ("d", "c"), ("d", "b")]
    assert [one for bundle in found for one in bundle.links] == links


def test_other_words_and_notes_are_another_line() -> None:
    links = [link("a", "b"), link("a", "c", note="inferred"), link("a", "d", "represents")]
    assert len(bundled(links)) == 3


def test_words_with_notes_and_places_beside_them() -> None:
    (found,) = bundled([link("a", "b", note="n"), link("a", "c", note="n")])
    assert [(line.text, line.face) for line in found.lines(MEASURE)] == [
        ("heads", Face.LINK),
        ("n", Face.NOTE),
        ("a-b, a-c", Face.NOTE),
    ]


def test_records_have_a_line_for_each_way_they_stand() -> None:
    places = (Place("C9", "registered"), Place("C1"), Place("C6", "registered"))
    (found,) = bundled([PartyLink("a", "b", "decides on", places=places)])
    words = [line.text for line in found.lines(MEASURE)]
    assert words == ["decides on", "C1", "C6, C9 (registered)"]
    many = tuple(Place(f"C{at}", f"so {at}") for at in range(9))
    (found,) = bundled([PartyLink("a", "b", "decides on", places=many)])
    assert [line.text for line in found.lines(MEASURE)][1:] == [
        *(f"C{at} (so {at})" for at in range(5)),
        "C5 (so 5) …",
    ]
