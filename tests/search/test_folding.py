"""What two texts have in common for a reader who searches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.search.folding import fold, matches, needles


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kazakstan", "kazakstan"),
        ("KAZAKHSTAN", "kazakhstan"),
        ("Côte d’Ivoire", "cote d’ivoire"),
        ("Ἀθῆναι", "αθηναι"),
        ("Қазақстан", "қазақстан"),
        ("Й", "и"),
        ("Straße", "strasse"),
        ("ﬁnding", "finding"),
        ("№ 444", "no 444"),
        ("CRS Issue 647,\u00a0available", "crs issue 647, available"),
        ("  two\t\n lines ", "two lines"),
        ("e\u0301", "e"),
        ("", ""),
        ("\u00a0", ""),
    ],
)
def test_case_accents_and_odd_spaces_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    assert matches(fold(text), needles(text))


@given(st.lists(st.text()))
def test_cells_can_be_folded_one_by_one(cells: list[str]) -> None:
    assert fold(" ".join(cells)) == " ".join(filter(None, map(fold, cells)))


@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cs"])))
def test_capital_letters_do_not_count(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.lower().upper().lower())
    assert fold(text.casefold()) == fold(text)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("   ", True),
        ("kazak", True),
        ("stan KAZAK", True),
        ("kazakstan uzbekistan", False),
        ("bureaú", True),
    ],
)
def test_every_word_of_a_filter_has_to_occur(query: str, *, found: bool) -> None:
    text = fold("Kazakstan Bureau for Human Rights and Rule of Law")
    assert matches(text, needles(query)) is found
