import pytest

from caseviewer.review.written import capitalised


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("UN Rebuke for Kazakstan’s Refugees", ["Rebuke", "Kazakstan", "Refugees"]),
        ("the small words, Abc and Abcd", ["Abcd"]),
        ("Казахстан и Қазақстан", ["Казахстан", "Қазақстан"]),
        ("CAT/C/48 X_Under 123Four", ["Under", "Four"]),
        ("", []),
    ],
)
def test_words_with_a_capital_letter_are_found(text: str, words: list[str]) -> None:
    assert capitalised(text) == words
