"""The ladder of a quotation: its rungs, the speech that hangs on them, and their words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.ladder import (
    DEEPEST,
    Ladder,
    LadderRung,
    Speech,
    add_ladder,
    ladder,
    ladder_sentence,
    relayed_words,
)
from caseviewer.formatting.page import Block, BlockKind, Look, Mark, PageBuilder, Target
from caseviewer.model.kinds import ChainLink
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import changed, opened

READ = " · the page that was read"
WAY = "the way from the mouth to the page is not given"


def quotation(case: OpenedCase, short: str = "Q1") -> Quotation:
    found = case.index.by_short(short)
    assert isinstance(found, Quotation)
    return found


def of(case: OpenedCase, short: str = "Q1") -> Ladder:
    return ladder(case, quotation(case, short))


def blocks(case: OpenedCase, short: str = "Q1") -> list[Block]:
    builder = PageBuilder()
    add_ladder(builder, case, quotation(case, short))
    return list(builder.page().blocks)


def lines(case: OpenedCase, short: str = "Q1") -> list[str]:
    """The rungs as lines: a dash for each level, the words, and the mark."""
    return [
        f"{'-' * block.level}{block.text} [{block.mark}]"
        for block in blocks(case, short)
        if block.kind is BlockKind.RUNG
    ]


def notes(case: OpenedCase, short: str = "Q1") -> list[str]:
    return [block.text for block in blocks(case, short) if block.kind is BlockKind.NOTE]


def way(*chain: dict[str, Any], **fields: Any) -> OpenedCase:
    """The small case whose first quotation came this way."""
    return opened(**changed("quotations", chain=list(chain) or None, **fields))


def said(party: str | None = "woman", link: str = "said", **fields: Any) -> dict[str, Any]:
    return {"link": link, **fields} | ({} if party is None else {"party": party})


def nested(inside: dict[str, str | None]) -> OpenedCase:
    """Quotations of one word each, of which some stand inside others."""
    plain = bundle()["quotations"][1]
    chain = [said("woman"), said("press", "published")]
    quotations = [
        plain | {"id": name, "text": f"Words {name}.", "inside": outer, "chain": chain}
        for name, outer in inside.items()
    ]
    return opened(quotations=quotations)


# The samples.


@pytest.mark.parametrize(
    ("case", "short", "known", "rungs"),
    [
        (
            samples.first,
            "Q1",
            "first-hand to the reporter · relays what others said",
            [
                "P9 One mother (anonymous): said it [known]",
                (
                    "-inside it, P10 The judge (unnamed): Q2 That no appeal was open to the family,"
                    " and that trying would only make prison worse for their son; they had better"
                    " live with the sentence, … · relayed once [speech]"
                ),
                "P15 The reporter (unknown): wrote it down [unknown]",
                (
                    "P13 Institute for War and Peace Reporting: published it, 26 June 2012"
                    " (CRS Issue 647) [known]"
                ),
                (
                    "P14 Refworld: republished it (page last updated on 27 November 2015)"
                    f"{READ} [read]"
                ),
            ],
        ),
        (
            samples.first,
            "Q2",
            "relayed once · own knowledge",
            [
                "P10 The judge (unnamed): said it [known]",
                "P9 One mother (anonymous): passed it on [known]",
                (
                    "-these words stand inside Q1 “When we said we would appeal, the judge rudely"
                    " told me we had no right of appeal, and he added that if we did so anyway, we"
                    " would only be … [speech]"
                ),
                "P15 The reporter (unknown): wrote it down [unknown]",
                (
                    "P13 Institute for War and Peace Reporting: published it, 26 June 2012"
                    " (CRS Issue 647) [known]"
                ),
                (
                    "P14 Refworld: republished it (page last updated on 27 November 2015)"
                    f"{READ} [read]"
                ),
            ],
        ),
        (
            samples.second,
            "Q3",
            "first-hand to the reporter of The Ostrel Courier · relays what others said",
            [
                "P5 Mother of Mirela Halvek (anonymous): said it [known]",
                (
                    "-inside it, P26 The nurse who came out in her break (unnamed): Q4 That the duty"
                    " officer had told her to record an empty women’s wing, and that she had done"
                    " so. · relayed once [speech]"
                ),
                (
                    "--inside it, P22 The duty officer (unnamed): Q5 “Write that the women's wing is"
                    " empty,” · relayed twice [speech]"
                ),
                "P39 The reporter of The Ostrel Courier (unknown): wrote it down [unknown]",
                f"P38 The Ostrel Courier: published it, 18 March 2016{READ} [read]",
            ],
        ),
        (
            samples.second,
            "Q5",
            "relayed twice · own knowledge",
            [
                "P22 The duty officer (unnamed): said it [known]",
                "P26 The nurse who came out in her break (unnamed): passed it on [known]",
                (
                    "-these words stand inside Q4 That the duty officer had told her to record an"
                    " empty women’s wing, and that she had done so. [speech]"
                ),
                "P5 Mother of Mirela Halvek (anonymous): passed it on [known]",
                (
                    "-these words stand inside Q3 “On the fourth day a nurse came out in her break,”"
                    " she said. “The nurse told me that the duty officer had said, 'Write that the"
                    " women's win… [speech]"
                ),
                "P39 The reporter of The Ostrel Courier (unknown): wrote it down [unknown]",
                f"P38 The Ostrel Courier: published it, 18 March 2016{READ} [read]",
            ],
        ),
        (
            samples.second,
            "Q28",
            "first-hand to the one who wrote it down · relays what others said",
            [
                "unknown: said it (a clerk; of which office is not said) [unknown]",
                (
                    "unknown: wrote it down (The report does not say who of Custody Watch was told.)"
                    " [unknown]"
                ),
                f"P36 Custody Watch: published it, 5 June 2017{READ} [read]",
            ],
        ),
    ],
)
def test_the_ladders_of_the_samples(case: Any, short: str, known: str, rungs: list[str]) -> None:
    assert notes(case(), short)[0] == known
    assert lines(case(), short) == rungs


@pytest.mark.parametrize("name", samples.NAMES)
def test_every_quotation_of_the_samples_ends_at_the_one_page_that_was_read(name: str) -> None:
    case = samples.sample(name)
    for item in case.case.quotations:
        rungs = ladder(case, item).rungs
        assert [rung.party for rung in rungs] == [rung.party for rung in item.chain]
        assert [rung.read for rung in rungs] == [*[False] * (len(rungs) - 1), True]
        assert ladder_sentence(case, item).endswith(f"{relayed_words(case, item)}.")


@pytest.mark.parametrize("name", samples.NAMES)
def test_speech_inside_speech_is_shown_both_ways(name: str) -> None:
    case = samples.sample(name)
    inner = [item for item in case.case.quotations if item.inside is not None]
    assert inner
    for item in inner:
        carrier = case.index.get(item.inside)
        assert isinstance(carrier, Quotation)
        hanging = [speech for rung in ladder(case, carrier).rungs for speech in rung.hanging]
        assert Speech(item, carries=False) in hanging
        (rung,) = [
            rung
            for rung in ladder(case, item).rungs
            if Speech(carrier, carries=True) in rung.hanging
        ]
        assert (rung.link, rung.party) == (ChainLink.RELAYED, carrier.chain[0].party)


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
         " first-hand to the one who wrote it down.")),
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
            "-these words stand inside Q1 “They never asked us anything,” she said. “They only counted"
            " [sic] us.” [speech]"
        ),
        f"P5 The Border Press: published it{READ} [read]",
    ]


def test_an_unknown_speaker_inside_is_unknown_there_too() -> None:
    inner = lines(opened())[1]
    assert inner == (
        "-inside it, unknown: Q2 Everybody had been heard."
        " · first-hand to the one who wrote it down [unknown]"
    )


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
    assert [line[:25] for line in lines(case)] == ["-inside it, unknown: Q2 E"]
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
