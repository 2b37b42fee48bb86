"""A filter that remembers finds what a filter that has just begun would find."""

from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from caseviewer.search.row_filter import RowFilter

TEXTS = ("alpha beta", "beta gamma", "gamma delta", "alphabet", "")

words = st.text("abc", min_size=1, max_size=3)
queries = st.lists(words, max_size=3).map(tuple)


def passing(folded: tuple[str, ...], wanted: tuple[str, ...]) -> list[int]:
    return [row for row, text in enumerate(folded) if all(word in text for word in wanted)]


def test_without_words_every_row_passes() -> None:
    assert list(RowFilter(TEXTS).passing(())) == [0, 1, 2, 3, 4]
    assert list(RowFilter(()).passing(("word",))) == []


@given(st.lists(st.text("abc ", max_size=8), max_size=8).map(tuple), st.lists(queries))
def test_what_was_asked_before_changes_no_answer(
    folded: tuple[str, ...], asked: list[tuple[str, ...]]
) -> None:
    found = RowFilter(folded)
    for wanted in asked:
        assert list(found.passing(wanted)) == passing(folded, wanted)


def test_letters_that_are_typed_and_taken_back_leave_the_same_rows() -> None:
    found = RowFilter(TEXTS)
    typed = [("alphabet"[:end],) for end in range(1, 9)]
    for wanted in [*typed, *reversed(typed)]:
        assert list(found.passing(wanted)) == passing(TEXTS, wanted)


def test_a_longer_query_looks_only_among_the_rows_that_passed() -> None:
    looked_at: list[str] = []

    class Told(str):
        __slots__ = ()

        @override
        def __contains__(self, word: object) -> bool:
            looked_at.append(str(self))
            return str(word) in str(self)

    found = RowFilter([Told(text) for text in TEXTS])
    found.passing(("alpha",))
    assert looked_at == list(TEXTS)
    looked_at.clear()
    found.passing(("alpha", "bet"))
    assert looked_at == ["alpha beta", "alphabet"]
    looked_at.clear()
    found.passing(("alpha",))
    assert looked_at == []
    found.passing(("lpha",))
    assert looked_at == list(TEXTS)
