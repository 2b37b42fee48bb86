"""The ladders of both samples, rung by rung."""

from typing import Any

import pytest

from caseviewer.formatting.ladder import Speech, ladder, ladder_sentence, relayed_words
from caseviewer.model.kinds import ChainLink
from caseviewer.model.quotations import Quotation
from tests.formatting import samples
from tests.formatting.ladders import READ, lines, notes


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
                    "-inside it, P10 The judge (unnamed), relayed once: Q2 That no appeal was open"
                    " to the family, and that trying would only make prison worse for their son;"
                    " they had better live with the sentence, … [speech]"
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
                    "-inside it, P26 The nurse who came out in her break (unnamed), relayed once:"
                    " Q4 That the duty officer had told her to record an empty women’s wing, and"
                    " that she had done so. [speech]"
                ),
                (
                    "--inside it, P22 The duty officer (unnamed), relayed twice: Q5 “Write that"
                    " the women's wing is empty,” [speech]"
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
                    "-these words stand inside Q3 “On the fourth day a nurse came out"
                    " in her break,”"
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
                    "unknown: wrote it down (The report does not say who of Custody"
                    " Watch was told.)"
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
