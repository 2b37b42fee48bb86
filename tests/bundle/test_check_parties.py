import pytest

from caseviewer.bundle.check_parties import subsets, sums, withheld_names
from tests.bundle.checking import Change, both, drop, put, told

PRESS = ("parties", 4)


def identity(value: str, by: str | None = None) -> Change:
    given = put(*PRESS, "identity", value=value)
    return both(given, put(*PRESS, "withheld_by", value=by)) if by else given


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (identity("named"), ""),
        (identity("named", "source"), "is named, and somebody"),
        (identity("anonymous"), "anonymous, and nobody"),
        (identity("anonymous", "source"), ""),
        (identity("anonymous", "deciding_body"), ""),
        (identity("unnamed"), ""),
        (identity("unnamed", "source"), "is unnamed, so that there is no name"),
        (identity("unknown"), ""),
        (identity("unknown", "bundle"), "is unknown, so that there is no name"),
        (identity("redacted"), ""),
        (identity("redacted", "bundle"), ""),
        (identity("redacted", "source"), "only this bundle"),
        (identity("pseudonym", "source"), ""),
        (identity("pseudonym"), ""),
    ],
)
def test_who_keeps_a_name_back(change: Change, words: str) -> None:
    found = told(withheld_names, change)
    assert len(found) == bool(words)
    assert all(words in sentence and sentence.startswith("P5 withheld_by") for sentence in found)


SIZE = ("parties", 0, "size")


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ({"value": 30, "parts": [{"value": 27}, {"value": 2}]}, "27 + 2 = 29, not 30"),
        ({"value": 29, "parts": [{"value": 27}, {"value": 2}]}, ""),
        ({"value": 30, "qualifier": "about", "parts": [{"value": 27}]}, ""),
        ({"value": 30}, ""),
        ({"value": 3000, "parts": [{"value": 1000}] * 2}, "1,000 + 1,000 = 2,000, not 3,000"),
        (
            {"value": 1, "parts": [{"value": 1}] * 13},
            "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + … = 13, not 1",
        ),
    ],
)
def test_parts_add_up(size: object, expected: str) -> None:
    sentence = f"P1 size/parts: the parts do not add up: {expected}"
    assert told(sums, put(*SIZE, value=size)) == ([sentence] if expected else [])


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (put("parties", 1, "size", value={"value": 13}), True),
        (put("parties", 1, "size", value={"value": 12}), False),
        (put("parties", 1, "size", value={"value": 13, "qualifier": "about"}), False),
        (
            both(
                put("parties", 1, "size", value={"value": 13}),
                put(*SIZE, value={"value": 12, "qualifier": "at_least"}),
            ),
            False,
        ),
        (both(put("parties", 1, "size", value={"value": 13}), drop(*SIZE)), False),
        (put("parties", 1, "subset_of", "of", value="nothing"), False),
        (put("parties", 1, "subset_of", "of", value="crossing"), False),
    ],
)
def test_a_group_within_another(change: Change, wrong: bool) -> None:
    sentence = "P2 subset_of: 13 cannot lie within the 12 of P1"
    assert told(subsets, change) == ([sentence] if wrong else [])
