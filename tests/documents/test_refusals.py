import pytest

from caseviewer.documents.refusals import RefusedError, sentence


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        (RefusedError("broken"), "The PDF cannot be read: it is damaged"),
        (RefusedError("deep"), "too deep in one another"),
        (RefusedError("long"), "more than 32,000,000 characters"),
        (RefusedError("memory"), "more memory than it is given"),
        (RefusedError("page"), "The PDF has no such page."),
        (RefusedError("password"), "Ask for a copy without one."),
        (RefusedError("picture"), "PNG, JPEG, GIF, TIFF, WebP and BMP"),
        (
            RefusedError("points", 60_000, 60_000),
            "The picture has 60,000 × 60,000 points, more than can be shown here (100 million).",
        ),
    ],
)
def test_each_refusal_has_its_sentence(refused: RefusedError, words: str) -> None:
    assert words in sentence(refused.told(), "PDF")


@pytest.mark.parametrize(
    "answer", [{}, {"refused": "{noun}"}, {"refused": ["broken"]}, {"refused": "points"}]
)
def test_an_answer_of_no_kind_of_ours_has_none(answer: dict[str, object]) -> None:
    assert sentence(answer, "PDF") == ""
