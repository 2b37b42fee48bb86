import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.ui.widgets import laid_out
from caseviewer.ui.widgets.laid_out import lay_out, runs_left

SIGNS = st.text(
    st.sampled_from("ab 😀é\n\r\t\u0301\u202e\u2028\u2029\x0c\xad\ufdd0\ufffc\ud800"), max_size=30
)


def shown_between(text: str, start: int, end: int) -> str:
    made = lay_out(text)
    units = made.shown.encode("utf-16-le", "surrogatepass")
    first, last = made.to_shown(start), made.to_shown(end)
    return units[2 * first : 2 * last].decode("utf-16-le", "surrogatepass")


@given(SIGNS, st.data())
def test_any_stretch_of_any_text_is_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    letters = [sign for sign in text[start:end] if sign in "abé😀"]
    assert [sign for sign in shown_between(text, start, end) if sign in "abé😀"] == letters


@given(SIGNS)
def test_the_way_back_leads_to_the_same_sign(text: str) -> None:
    made = lay_out(text)
    for offset, sign in enumerate(text):
        if sign not in "\r\n\x0c":
            assert made.to_text(made.to_shown(offset)) == offset
    assert made.to_text(len(made.shown.encode("utf-16-le", "surrogatepass"))) == len(text)


@pytest.mark.parametrize(
    ("text", "shown", "begins"),
    [
        ("", "", (0,)),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n", (0, 5, 9, 15)),
        ("one\n\x0ctwo", "one\n\ntwo", (0, 4, 5)),
        ("a\ufdd0b", "a\ufffdb", (0,)),
        ("de\xad\r\nten\xadtion\xad", "de-\nten⟨U+00AD⟩tion⟨U+00AD⟩", (0, 5)),
    ],
)
def test_every_line_end_is_one_sign(text: str, shown: str, begins: tuple[int, ...]) -> None:
    made = lay_out(text)
    assert (made.shown, made.begins) == (shown, begins)


def test_a_line_without_end_is_shown_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laid_out, "LONGEST_LINE", 8)
    made = lay_out("one two three 1234567890123")
    assert made.shown.split("\n") == ["one two ", "three ", "12345678", "90123"]
    assert "".join(made.shown.split("\n")) == made.text
    assert made.to_shown(made.text.index("90123")) == made.shown.index("90123")
    assert made.line_at(9) == 1


def test_a_place_within_a_line_end_is_that_of_the_line_end() -> None:
    made = lay_out("A\r\nB")
    assert [made.to_shown(at) for at in range(5)] == [0, 1, 1, 2, 3]
    hyphened = lay_out("de\xad\nten")
    assert [hyphened.to_shown(at) for at in range(5)] == [0, 1, 2, 3, 4]
    assert [hyphened.to_text(at) for at in range(5)] == [0, 1, 2, 3, 4]


def test_the_text_itself_is_copied_with_one_sign_at_a_line_end() -> None:
    made = lay_out("one\r\nt\u202ewo-de\xad\ntention\x0cend")
    assert made.copied(0, len(made.shown)) == "one\nt\u202ewo-de\xad\ntention\nend"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("Statement", False),
        ("Заявление", False),
        ("شهادة الشاهد ك", True),
        ("עדות של ק, 2016", True),
        ("Statement of شاهد", False),
        ("شهادة الشاهد K", True),
        ("2016 – 2019", False),
    ],
)
def test_which_way_a_text_runs(text: str, expected: bool) -> None:
    assert runs_left(text) is expected
