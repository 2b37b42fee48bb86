"""The page of a quotation: its words, its ladder, where it stands."""

from caseviewer.formatting.page import BlockKind, Page, Target
from caseviewer.formatting.quotation_page import quotation_page, speaker_words
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


def test_words_are_followed_by_their_ladder_and_then_by_where_they_stand() -> None:
    found = page(samples.first())
    assert head(found) == (
        "One mother (anonymous)",
        "Q1 · direct quotation · relays what others said",
    )
    assert headings(found) == [FROM_MOUTH, "Where it stands", "Speaks of"]
    rungs = [block for block in blocks_under(found, FROM_MOUTH) if block.kind is BlockKind.RUNG]
    assert [block.level for block in rungs] == [0, 1, 0, 0, 0]
    where = under(found, "Where it stands")
    assert where[1] == "followed, outside the quotation marks, by: she said."
    assert where[3] == "[sic]: “not complain” stands so in the source"


def test_an_account_is_told_from_the_words_themselves() -> None:
    assert ACCOUNT in notes(page(samples.first(), "Q2"))


def test_a_way_without_its_mouth_names_no_speaker() -> None:
    chain = [{"party": "woman", "link": "relayed"}, {"party": "press", "link": "published"}]
    for way in (chain, None):
        assert head(page(opened(**changed("quotations", chain=way))))[0] == "speaker not known"


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
    assert Target("heard") in found.links()


def test_other_records_that_mention_it_are_listed() -> None:
    found = page(opened(**changed("gaps", about=["asked"])))
    assert under(found, "Gaps") == ["G1 The names of the twelve."]


def test_the_speaker_is_named() -> None:
    case = opened()
    assert speaker_words(case, quotation(case, "Q1")) == "One woman (anonymous)"
    assert speaker_words(case, quotation(case, "Q2")) == "speaker not known"
