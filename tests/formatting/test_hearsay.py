"""Through how many mouths words came."""

from typing import Any

import pytest

from caseviewer.formatting.hearsay import (
    DEPTHS,
    depth_words,
    hearsay_words,
    relayers,
    times_relayed,
)
from caseviewer.model.quotations import Quotation
from tests.builders import bundle
from tests.formatting.making import changed, made, opened

SAID: list[dict[str, Any]] = [{"party": "woman", "link": "said"}]
RELAYED = {"party": "press", "link": "relayed"}


@pytest.mark.parametrize(
    ("chain", "inside", "words", "times"),
    [
        ([], None, "way not given", None),
        ([], "asked", "way not given", None),
        (SAID, None, "first-hand", 0),
        ([*SAID, {"link": "recorded"}], None, "first-hand", 0),
        ([*SAID, RELAYED], None, "relayed once", 1),
        ([*SAID, RELAYED, RELAYED], None, "relayed twice", 2),
        ([*SAID, *[RELAYED] * 3], None, "relayed 3 times", 3),
        ([*SAID, *[RELAYED] * 12], None, "relayed ten times or more", 10),
        ([RELAYED], None, "relayed once", 1),
        ([{"party": "press", "link": "recorded"}], None, "way not given", None),
        # Inside the speech of somebody else; the woman's own earlier words are still hers.
        ([{"party": "press", "link": "said"}], "asked", "relayed once", 1),
        ([{"party": "press", "link": "said"}, RELAYED], "asked", "relayed once", 1),
        ([{"link": "said"}], "asked", "relayed once", 1),
        (SAID, "asked", "first-hand", 0),
        (SAID, "nowhere", "first-hand", 0),
        (SAID, "crossing", "first-hand", 0),
    ],
)  # fmt: skip
def test_how_often_words_were_passed_on(
    chain: list[dict[str, Any]], inside: str | None, words: str, times: int | None
) -> None:
    plain = bundle()["quotations"][1] | {"chain": chain, "inside": inside}
    quotation = made(Quotation, **plain)
    assert times_relayed(opened(), quotation) == times
    assert hearsay_words(opened(), quotation) == words


def test_those_who_passed_words_on_are_told_from_the_mouth_outwards() -> None:
    case = opened(**changed("quotations", 0, chain=[*SAID, RELAYED]))
    heard = case.index.get("heard")
    assert isinstance(heard, Quotation)
    assert relayers(case, heard) == ("woman", "press")
    chained = opened(**changed("quotations", 0, chain=[*SAID, {"link": "relayed"}, RELAYED]))
    asked = chained.index.get("asked")
    assert isinstance(asked, Quotation)
    assert relayers(chained, asked) == (None, "press")
    assert relayers(opened(), asked) == (None, "press"), "of the quotation, whatever the case"


def test_speech_inside_speech_counts_what_its_carrier_went_through() -> None:
    case = opened(**changed("quotations", 0, chain=[*SAID, RELAYED]))
    heard = case.index.get("heard")
    assert isinstance(heard, Quotation)
    assert times_relayed(case, heard) == 2


@pytest.mark.parametrize(("speaker", "times"), [("woman", 0), ("press", 10)])
def test_speech_that_stands_inside_itself_is_followed_only_so_far(speaker: str, times: int) -> None:
    quotations = bundle()["quotations"]
    quotations[0] |= {"inside": "heard", "chain": SAID}
    quotations[1] |= {"chain": [{"party": speaker, "link": "said"}]}
    case = opened(quotations=quotations)
    heard = case.index.get("heard")
    assert isinstance(heard, Quotation)
    assert times_relayed(case, heard) == times


def test_every_depth_has_its_own_words() -> None:
    assert len(set(DEPTHS)) == len(DEPTHS)
    assert depth_words(99) == DEPTHS[-1]
