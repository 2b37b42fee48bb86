"""Words in boxes, boxes in boxes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.pictures.party_boxes import Face, Line, block, nested, words_of, wrapped
from tests.pictures.kit import MEASURE, inside, node


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("", 2, []),
        ("  ", 2, []),
        ("one two", 2, ["one two"]),
        ("one two three four", 2, ["one two", "three four"]),
        ("one two three four five six", 2, ["one two", "three fou…"]),
        ("unbreakable-name", 2, ["unbreakab…"]),
    ],
)
def test_words_in_lines_of_ten_letters(text: str, most: int, lines: list[str]) -> None:
    found = wrapped(text, Face.NAME, 70, most, MEASURE)
    assert [line.text for line in found] == lines
    assert all(line.face is Face.NAME for line in found)


@given(st.text(), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, most: int) -> None:
    found = wrapped(text, Face.NOTE, 60, most, MEASURE)
    assert len(found) <= most
    assert all(MEASURE.width(line.text, Face.NOTE) <= 60 for line in found)


def test_lines_make_a_block() -> None:
    lines = [Line("abc", Face.NAME), Line("abcd", Face.NOTE)]
    assert block(lines, MEASURE) == (24, 30)
    assert block([], MEASURE) == (0, 0)


def test_a_box_tells_number_kind_name_roles_and_the_larger_group() -> None:
    made = replace(node("p1"), roles="witness", within_words="within P2 (stated)")
    assert [(line.text, line.face) for line in words_of(made, MEASURE)] == [
        ("P1 · person", Face.NOTE),
        ("p1", Face.NAME),
        ("witness", Face.NOTE),
        ("within P2 (stated)", Face.NOTE),
    ]


def test_boxes_stand_in_boxes_one_below_the_other() -> None:
    held = {"a": [node("b"), node("c")], "b": [node("d", name="somebody with a long name")]}
    a, b, d, c = nested(node("a"), held, MEASURE)
    assert [box.party for box in (a, b, d, c)] == ["a", "b", "d", "c"]
    assert [box.depth for box in (a, b, d, c)] == [0, 1, 2, 1]
    assert inside(b, a)
    assert inside(d, b)
    assert inside(c, a)
    assert b.y >= a.y + a.head
    assert c.y > b.bottom
    assert a.right >= d.right
    assert a.middle == a.head / 2


def test_a_box_elsewhere_is_the_same_box() -> None:
    (box,) = nested(node("a"), {}, MEASURE)
    moved = box.moved(3, 4)
    assert (moved.x, moved.y, moved.w, moved.h) == (3, 4, box.w, box.h)
