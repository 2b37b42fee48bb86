"""Words around what was found."""

from hypothesis import given
from hypothesis import strategies as st

from caseviewer.search.snippets import snippet

TEXT = " ".join(f"word{at}" for at in range(200))


def test_a_short_text_is_shown_as_it_is() -> None:
    found = snippet("The Kazak state", [(4, 9)])
    assert (found.text, found.marks) == ("The Kazak state", ((4, 9),))
    assert (found.cut_before, found.cut_after) == (False, False)


def test_a_long_text_is_cut_at_spaces_around_the_mark() -> None:
    start = TEXT.index("word100")
    found = snippet(TEXT, [(start, start + 7)])
    assert found.text.startswith("word9")
    assert not found.text.endswith(" ")
    assert [found.text[a:b] for a, b in found.marks] == ["word100"]
    assert found.cut_before
    assert found.cut_after
    assert len(found.text) <= 200


def test_the_end_of_a_text_fills_the_room() -> None:
    found = snippet(TEXT, [(len(TEXT) - 7, len(TEXT))])
    assert found.text.endswith("word199")
    assert len(found.text) > 170
    assert not found.cut_after


def test_other_marks_near_by_are_shown_too() -> None:
    start = TEXT.index("word100")
    far = TEXT.index("word190")
    found = snippet(TEXT, [(start, start + 7), (start + 8, start + 15), (far, far + 7)])
    assert [found.text[a:b] for a, b in found.marks] == ["word100", "word101"]


def test_what_is_longer_than_the_room_is_cut() -> None:
    found = snippet("x" * 1_000, [(300, 900)])
    assert found.marks == ((60, 200),)
    assert found.cut_before
    assert found.cut_after


def test_without_marks_the_beginning_is_shown() -> None:
    assert snippet(TEXT, ()).text.startswith("word0 ")
    assert snippet("", ()).text == ""


@given(st.text(max_size=600), st.data())
def test_marks_stay_on_their_words(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    marks = list(zip(cuts[::2], cuts[1::2], strict=False))
    found = snippet(text, marks)
    assert len(found.text) <= 200
    assert found.text in text
    for start, end in found.marks:
        assert 0 <= start < end <= len(found.text)
    if marks:
        start, end = marks[0]
        first = found.marks[0]
        assert text[start:end].startswith(found.text[first[0] : first[1]])
