"""The values that a search gives back."""

from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Found, Place, Searched, Snippet
from caseviewer.search.query import parse


def test_a_snippet_comes_in_pieces() -> None:
    found = Snippet("The Kazak state", ((4, 9), (10, 15)))
    assert list(found.pieces()) == [
        ("The ", False),
        ("Kazak", True),
        (" ", False),
        ("state", True),
    ]
    assert list(Snippet("x").pieces()) == [("x", False)]
    assert list(Snippet("").pieces()) == []


@given(st.text(min_size=1), st.data())
def test_pieces_are_the_text(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)))))
    marks = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    pieces = list(Snippet(text, marks).pieces())
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
    assert [piece for piece, marked in pieces if marked] == [text[a:b] for a, b in marks]


def test_an_answer_is_as_long_as_its_places() -> None:
    places = (Place(Tab.PARTIES, "p1", 3),)
    assert len(Found(parse("x"), places, {}, Searched({}))) == 1
