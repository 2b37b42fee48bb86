import pytest

from caseviewer.bundle.check_quotations import chains, sic, words
from caseviewer.bundle.report import Check
from tests.bundle.checking import Change, drop, put, told

ASKED = ("quotations", 0)
HEARD = ("quotations", 1)


@pytest.mark.parametrize("check", [words, sic, chains])
def test_the_small_bundle_is_sound(check: Check) -> None:
    assert told(check) == []


@pytest.mark.parametrize(
    ("check", "change", "expected"),
    [
        (words, drop(*HEARD, "text"), ["Q2 text: the mode is “paraphrase”, but there is no text"]),
        (
            words,
            put(*ASKED, "fragments", value=[]),
            ["Q1 fragments: a direct quotation needs fragments that hold its words"],
        ),
        (
            words,
            put(*ASKED, "fragments", 0, "passage", value="t-heard"),
            ["Q1 fragments/0/passage: the passage T4 does not hold the words"],
        ),
        (words, put(*ASKED, "fragments", 0, "passage", value="nothing"), []),
        (
            sic,
            put(*ASKED, "fragments", 1, "sic", value=["counted", "count us"]),
            ["Q1 fragments/1/sic/1: these words do not stand in the fragment"],
        ),
        (
            sic,
            put(*ASKED, "fragments", 0, "sic", value=["e"]),
            ["Q1 fragments/0/sic/0: these words stand there more than once"],
        ),
        (sic, put(*ASKED, "fragments", 1, "passage", value="t-heard"), []),
        (sic, put(*ASKED, "fragments", 1, "passage", value="nothing"), []),
        (
            chains,
            put(*ASKED, "chain", value=[]),
            ["Q1 chain: it is not told"],
        ),
        (
            chains,
            put(*ASKED, "chain", 0, "link", value="relayed"),
            ["Q1 chain/0/link: the way starts with the mouth"],
        ),
        (
            chains,
            put(*ASKED, "chain", 2, "link", value="relayed"),
            ["Q1 chain/2/link: the way ends with a page that can be read"],
        ),
        (
            chains,
            put(*ASKED, "chain", value=[{"link": "said"}]),
            ["Q1 chain/0/link: the way ends with a page that can be read"],
        ),
    ],
)
def test_what_a_quotation_lacks(check: Check, change: Change, expected: list[str]) -> None:
    assert told(check, change) == expected
