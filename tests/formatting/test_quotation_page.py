"""The page of a quotation: its words, its ladder, where it stands."""

import pytest

from caseviewer.formatting.page import BlockKind, Look, Page, Target
from caseviewer.formatting.quotation_page import quotation_page, relayed_words, speaker_words
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import (
    blocks_under,
    changed,
    fields,
    head,
    headings,
    made,
    opened,
    under,
)

FROM_MOUTH = "From the mouth to the page"
ACCOUNT = "The compiler’s account; not the words themselves."


def quotation(case: OpenedCase, short: str) -> Quotation:
    found = case.index.by_short(short)
    assert isinstance(found, Quotation)
    return found


def page(case: OpenedCase, short: str = "Q1") -> Page:
    return quotation_page(case, quotation(case, short))


def notes(found: Page) -> list[str]:
    return [block.text for block in found.blocks if block.kind is BlockKind.NOTE]


def test_the_ladder_of_the_mother_leads_to_the_page_that_was_read() -> None:
    found = page(samples.first())
    assert head(found) == (
        "One mother (anonymous)",
        "Q1 · direct quotation · relays what others said",
    )
    assert under(found, FROM_MOUTH) == [
        "first-hand to the one who wrote it down",
        "P9 One mother (anonymous): said it",
        "P15 The reporter (unknown): wrote it down",
        "P13 Institute for War and Peace Reporting: published it, 26 June 2012 (CRS Issue 647)",
        (
            "P14 Refworld: republished it (page last updated on 27 November 2015)"
            " · the page that was read"
        ),
    ]
    (carries,) = under(found, "Speech inside speech")
    assert carries.startswith("carries Q2 That no appeal")
    where = under(found, "Where it stands")
    assert where[1] == "followed, outside the quotation marks, by: she said."
    assert where[3] == "[sic]: “not complain” stands so in the source"


def test_the_judge_stands_inside_and_is_relayed_once() -> None:
    found = page(samples.first(), "Q2")
    assert under(found, FROM_MOUTH)[:3] == [
        "relayed once",
        "P10 The judge (unnamed): said it",
        "P9 One mother (anonymous): passed it on",
    ]
    (inside,) = under(found, "Speech inside speech")
    assert inside.startswith("stands inside Q1 “When we said")
    assert ACCOUNT in notes(found)


@pytest.mark.parametrize(
    ("links", "words"),
    [
        ([], "chain not given"),
        (["said"], "first-hand to the one who wrote it down"),
        (["said", "relayed", "recorded"], "relayed once"),
        (["said", "relayed", "relayed"], "relayed 2 times"),
    ],
)
def test_how_often_words_were_passed_on(links: list[str], words: str) -> None:
    chain = [{"link": link} for link in links]
    assert relayed_words(made(Quotation, id="x", mode="direct", knowledge="own", chain=chain)) == (
        words
    )


def test_a_missing_chain_is_said_to_be_missing() -> None:
    found = page(opened(**changed("quotations", chain=None)))
    assert under(found, FROM_MOUTH) == ["chain not given"]
    assert head(found)[0] == "speaker not known"


def test_an_unknown_rung_stands_out_and_the_last_spoken_one_is_no_page() -> None:
    chain = [{"party": "woman", "link": "said"}, {"link": "relayed", "note": "a neighbour"}]
    found = page(opened(**changed("quotations", chain=chain)))
    _, _, rung = blocks_under(found, FROM_MOUTH)
    assert rung.text == "unknown: passed it on (a neighbour)"
    assert rung.spans[0].look is Look.WARNING


def test_direct_words_are_no_account_of_the_compiler() -> None:
    assert ACCOUNT not in notes(page(opened(), "Q1"))
    assert ACCOUNT in notes(page(opened(), "Q2"))
    assert ACCOUNT not in notes(page(opened(**changed("quotations", 1, text=None)), "Q2"))


def test_lost_words_are_missed_in_direct_speech_only() -> None:
    lost = "the words of this fragment are not in the file"
    fragments = [{"passage": "t-heard"}]
    assert lost in under(page(opened(**changed("quotations", fragments=fragments))),
                         "Where it stands")  # fmt: skip
    assert lost not in under(page(opened(), "Q2"), "Where it stands")


def test_languages_and_translations_are_named() -> None:
    translations = [
        {"text": "Нас ни о чём не спросили.", "language": "ru", "by": "press", "note": "para. 3"},
        {"text": "On ne nous a rien demandé.", "language": "fr"},
    ]
    case = opened(**changed("quotations", translated_from="kk", translations=translations))
    found = page(case)
    assert fields(found) == {"Language": "English", "Translated from": "Kazakh"}
    assert under(found, "Translation: Russian") == [
        "Нас ни о чём не спросили.",
        "translated by P5 The Border Press",
        "para. 3",
    ]
    assert under(found, "Translation: French") == ["On ne nous a rien demandé."]
    assert fields(page(opened(**changed("quotations", language=None)))) == {}


def test_what_it_speaks_of_is_linked_and_a_note_follows() -> None:
    found = page(opened(**changed("quotations", about=["crossing", "press"], note="Told twice.")))
    assert under(found, "Speaks of") == [
        "E1 3 May 2019: 12 people are taken back to the border",
        "P5 The Border Press",
        "Told twice.",
    ]


def test_a_quotation_that_others_speak_of_links_to_them() -> None:
    first, second = bundle()["quotations"]
    case = opened(quotations=[first, second | {"inside": None, "about": ["asked"]}])
    found = page(case)
    assert under(found, "Spoken of in") == ["Q2 Everybody had been heard."]
    assert "Speech inside speech" not in headings(found)
    assert Target("heard") in found.links()


def test_other_records_that_mention_it_are_listed() -> None:
    found = page(opened(**changed("gaps", about=["asked"])))
    assert under(found, "Gaps") == ["G1 The names of the twelve."]


def test_the_speaker_is_named() -> None:
    case = opened()
    assert speaker_words(case, quotation(case, "Q1")) == "One woman (anonymous)"
    assert speaker_words(case, quotation(case, "Q2")) == "speaker not known"
