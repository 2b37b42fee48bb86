"""The ladder of a quotation: its rungs, the speech that hangs on them, and their words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.ladder import DEEPEST, LadderRung, ladder_sentence, relayed_words
from caseviewer.formatting.page import BlockKind, Look, Mark, Target
from caseviewer.model.kinds import ChainLink
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.ladders import (
    READ,
    blocks,
    lines,
    nested,
    notes,
    of,
    quotation,
    said,
    way,
)
from tests.formatting.making import changed, opened

WAY = "the way from the mouth to the page is not given"


@pytest.mark.parametrize(
    ("case", "short", "sentence"),
    [
        (
            samples.first,
            "Q2",
            ("The judge said it; one mother passed it on; the reporter wrote it down; Institute"
            " for War and Peace Reporting published it (26 June 2012); Refworld republished it;"
            " relayed once."),
        ),
        (
            samples.second,
            "Q34",
            ("Somebody unknown said it (14 August 2016, inferred); the nurse who spoke to Witness"
            " K. passed it on; Witness K. passed it on; Ana Dorvic wrote it down (14 February"
            " 2018); relayed twice."),
        ),
        (opened, "Q2", ("Somebody unknown said it; The Border Press published it;"
         " relayed once.")),
        (way, "Q1", "The way from the mouth to the page is not given."),
    ],
)  # fmt: skip
def test_a_ladder_is_one_sentence(case: Any, short: str, sentence: str) -> None:
    assert ladder_sentence(case(), quotation(case(), short)) == sentence


# Rungs.


@pytest.mark.parametrize(
    ("chain", "rungs"),
    [
        ([], []),
        (
            [said(None), said("press", "published")],
            ["unknown: said it [unknown]", f"P5 The Border Press: published it{READ} [read]"],
        ),
        (
            [said(), said(None, "recorded")],
            ["P2 One woman (anonymous): said it [known]",
             f"unknown: wrote it down{READ} [read_unknown]"],
        ),
        (
            [said("nobody"), said("press", "translated")],
            ["nobody (not in this file): said it [unknown]",
             f"P5 The Border Press: translated it{READ} [read]"],
        ),
        (
            [said("woman", "relayed"), said("press", "published")],
            ["unknown: said it (not given in this file) [unknown]",
             "P2 One woman (anonymous): passed it on [known]",
             f"P5 The Border Press: published it{READ} [read]"],
        ),
        (
            [said()],
            ["P2 One woman (anonymous): said it [known]",
             "unknown: wrote or published it (not given in this file) [unknown]"],
        ),
        (
            [said("woman", "relayed")],
            ["unknown: said it (not given in this file) [unknown]",
             "P2 One woman (anonymous): passed it on [known]",
             "unknown: wrote or published it (not given in this file) [unknown]"],
        ),
    ],
)  # fmt: skip
def test_what_is_missing_on_the_way_is_an_unknown_rung(
    chain: list[dict[str, Any]], rungs: list[str]
) -> None:
    found = [line for line in lines(way(*chain)) if not line.startswith("-")]
    assert found == rungs


def test_an_unknown_rung_stands_out_in_words() -> None:
    unknown = blocks(opened(), "Q2")[2]
    assert unknown.spans[0].text == "unknown"
    assert unknown.spans[0].look is Look.WARNING
    known = blocks(opened())[2]
    assert known.spans[0].target == Target("woman")


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, "P2 One woman (anonymous): said it"),
        ({"edtf": "2019-05"}, "P2 One woman (anonymous): said it, May 2019"),
        ({"verbatim": "that night"}, "P2 One woman (anonymous): said it, “that night”"),
        (
            {"edtf": "2019-05-04/2019-06-30", "basis": "bounded", "sense": "some_time_within"},
            "P2 One woman (anonymous): said it, between 4 May 2019 and 30 June 2019, bounded",
        ),
    ],
)
def test_a_date_is_told_with_what_it_rests_on(date: dict[str, str] | None, words: str) -> None:
    case = way(said("woman", date=date), said("press", "published"))
    assert lines(case)[0] == f"{words} [known]"


@pytest.mark.parametrize(
    ("chain", "words"),
    [
        ([], WAY),
        ([said()], "first-hand to the one who wrote it down"),
        ([said(), said(None, "recorded")], "first-hand to the one who wrote it down"),
        ([said(), said("nobody", "recorded")], "first-hand to the one who wrote it down"),
        ([said(), said("press", "published")], "first-hand to the one who wrote it down"),
        ([said(), said("press", "recorded")], "first-hand to The Border Press"),
        ([said(None), said("woman", "recorded")], "first-hand to one woman"),
        ([said(), said("group", "recorded")], "first-hand to 12 people"),
        ([said("woman", "recorded")], "how far it came by mouth is not given"),
        ([said("woman", "relayed"), said("press", "recorded")], "relayed once"),
        ([said(), said(None, "relayed"), said("press", "recorded")], "relayed once"),
        ([said(), *[said(None, "relayed")] * 2], "relayed twice"),
        ([said(), *[said(None, "relayed")] * 3], "relayed 3 times"),
    ],
)
def test_how_far_words_came_by_mouth(chain: list[dict[str, Any]], words: str) -> None:
    case = way(*chain)
    assert relayed_words(case, quotation(case)) == words
    assert notes(case)[0] == f"{words} · own knowledge"


@pytest.mark.parametrize(
    ("name", "identity", "words"),
    [
        ("The clerk", "unnamed", "the clerk"),
        ("A clerk", "unknown", "a clerk"),
        ("An aide", "redacted", "an aide"),
        ("The", "unnamed", "The"),
        ("Theodor K.", "anonymous", "Theodor K."),
        ("The Clerk", "named", "The Clerk"),
        ("The Clerk", "pseudonym", "The Clerk"),
        ("كاتب", "unnamed", "كاتب"),
    ],
)
def test_only_a_description_loses_the_capital_of_its_article(
    name: str, identity: str, words: str
) -> None:
    withheld = "source" if identity == "anonymous" else None
    people = changed("parties", 1, name=name, identity=identity, withheld_by=withheld)
    case = opened(**people, **changed("quotations", chain=[said(None), said("woman", "recorded")]))
    assert relayed_words(case, quotation(case)) == f"first-hand to {words}"


@pytest.mark.parametrize(
    ("knowledge", "words"),
    [
        ("own", "own knowledge"),
        ("relayed", "relays what others said"),
        ("opinion", "opinion"),
        ("announcement", "announcement"),
        ("finding", "finding"),
    ],
)
def test_what_stands_behind_the_words_is_told_above_the_ladder(knowledge: str, words: str) -> None:
    case = opened(**changed("quotations", knowledge=knowledge))
    assert notes(case)[0].endswith(f" · {words}")


def test_records_and_origins_are_told_below_the_ladder() -> None:
    assert blocks(opened())[-1].text == (
        "counted as 2 records, 1 origin (S1, S2): a copy of a work is not a second source"
    )
    assert blocks(opened(**changed("quotations", fragments=None)))[-1].kind is BlockKind.RUNG


# Speech inside speech.


def test_a_carrier_that_is_no_rung_hangs_below_the_mouth() -> None:
    assert lines(opened(), "Q2") == [
        "unknown: said it [unknown]",
        (
            "-these words stand inside Q1 “They never asked us anything,” she said."
            " “They only counted"
            " [sic] us.” [speech]"
        ),
        f"P5 The Border Press: published it{READ} [read]",
    ]


def test_an_unknown_speaker_inside_is_unknown_there_too() -> None:
    inner = lines(opened())[1]
    assert inner == ("-inside it, unknown, relayed once: Q2 Everybody had been heard. [unknown]")


def test_a_rung_passes_on_what_its_own_speaker_carries() -> None:
    """A missing mouth moves every rung down by one, and the carrier with them."""
    first, second = bundle()["quotations"]
    chain = [said("woman", "relayed"), said("press", "published")]
    case = opened(quotations=[first, second | {"chain": chain}])
    hanging = [len(rung.hanging) for rung in of(case, "Q2").rungs]
    assert hanging == [0, 1, 0]


def test_speech_without_a_ladder_is_shown_all_the_same() -> None:
    case = way()
    assert of(case).rungs == ()
    (inner,) = lines(case)
    assert inner.startswith("-inside it, unknown, relayed once")
    assert notes(case)[0] == f"{WAY} · own knowledge"


def test_deep_speech_is_shown_to_a_depth_and_said_to_go_on() -> None:
    names = "abcdefgh"
    inside = {name: names[at - 1] if at else None for at, name in enumerate(names)}
    case = nested(inside)
    (mouth, _) = of(case, "Q1").rungs
    assert [(speech.level, speech.more) for speech in mouth.hanging] == [
        (1, False), (2, False), (3, False), (DEEPEST, True),
    ]  # fmt: skip
    assert lines(case, "Q1")[DEEPEST].endswith(" · which carries other speech [speech]")
    (mouth, _) = of(case, "Q8").rungs
    assert [speech.quotation.id for speech in mouth.hanging] == ["g", "f", "e", "d"]
    assert [speech.more for speech in mouth.hanging] == [False, False, False, True]
    assert lines(case, "Q8")[DEEPEST].endswith(" · which stands inside other speech [speech]")
    assert not of(case, "Q5").rungs[0].hanging[3].more


def test_speech_follows_what_carries_it() -> None:
    case = nested({"a": None, "b": "a", "c": "b", "d": "a"})
    (mouth, _) = of(case).rungs
    assert [(speech.quotation.id, speech.level) for speech in mouth.hanging] == [
        ("b", 1), ("c", 2), ("d", 1),
    ]  # fmt: skip


@given(
    st.lists(st.sampled_from("abcdef"), min_size=6, max_size=6).map(
        lambda outer: dict(zip("abcdef", outer, strict=True))
    )
)
def test_a_circle_of_speech_comes_to_an_end(inside: dict[str, str | None]) -> None:
    case = nested(inside)
    for at in range(1, 7):
        for carries in (True, False):
            hanging = of(case, f"Q{at}").rungs[0].hanging
            ids = [item.quotation.id for item in hanging if item.carries is carries]
            assert len(ids) == len(set(ids))
            assert quotation(case, f"Q{at}").id not in ids


def test_a_rung_is_a_value() -> None:
    rung = LadderRung("woman", ChainLink.SAID, known=True)
    assert (rung.did, rung.mark) == ("said it", Mark.KNOWN)
