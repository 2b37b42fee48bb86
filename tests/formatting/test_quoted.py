"""How the words of a quotation read."""

import pytest

from caseviewer.formatting.quoted import (
    fragment_words,
    marked_sic,
    quotation_text,
    speaker_id,
)
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Fragment, Quotation
from tests.formatting import samples
from tests.formatting.making import made, opened

CASE = opened()
LOST = "[words not in this file]"

# As the lawyer pastes them; the words of the sources to the letter.
MOTHER = (
    "“When we said we would appeal, the judge rudely told me we had no right of appeal, and he"
    " added that if we did so anyway, we would only be harming our son in prison,” she said."
    " “He advised us not complain [sic], but to accept the sentence, and in a few years our son"
    " would be let out under an amnesty.”"
)
ZHOVTIS = (
    "“The authorities will take this ruling as a recommendation that doesn't imply any legal"
    " obligation to take action,” Zhovtis […] said. “And they can always cite the Minsk and"
    " Kishinev conventions that require members of the Commonwealth of Independent States to"
    " assist one another on legal matters.”"
)


def by_number(case: OpenedCase, short: str) -> Quotation:
    found = case.index.by_short(short)
    assert isinstance(found, Quotation)
    return found


@pytest.mark.parametrize(("short", "text"), [("Q1", MOTHER), ("Q3", ZHOVTIS)])
def test_the_quotations_of_the_first_sample_read_as_printed(short: str, text: str) -> None:
    case = samples.first()
    assert quotation_text(case, by_number(case, short)) == text


@pytest.mark.parametrize(
    ("sic", "marked"),
    [
        ((), "He advised us not complain, but to wait"),
        (("not complain",), "He advised us not complain [sic], but to wait"),
        (("He", "wait"), "He [sic] advised us not complain, but to wait [sic]"),
        (("not there",), "He advised us not complain, but to wait"),
    ],
)
def test_sic_stands_behind_its_words(sic: tuple[str, ...], marked: str) -> None:
    assert marked_sic("He advised us not complain, but to wait", sic) == marked


def quotation(**values: object) -> Quotation:
    return made(Quotation, **{"id": "x", "mode": "direct", "knowledge": "own", **values})


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (
            {"fragments": [{"passage": "t-words", "attribution": "she said."}]},
            "“They never asked us anything,” she said.",
        ),
        (
            {"fragments": [{"passage": "t-words"}, {"passage": "t-counted"}]},
            "“They never asked us anything,” “They only counted us.”",
        ),
        ({"fragments": [{"passage": "t-heard"}]}, f"“{LOST}”"),
        ({"fragments": [{"passage": "lost"}]}, f"“{LOST}”"),
        ({"text": "As told."}, "As told."),
        ({}, LOST),
        ({"mode": "paraphrase", "text": "Told.", "fragments": [{"passage": "t-words"}]}, "Told."),
        ({"mode": "indirect", "fragments": [{"passage": "t-counted"}]}, "“They only counted us.”"),
        ({"mode": "indirect"}, LOST),
    ],
)
def test_words_come_from_the_passages_or_from_the_compiler(
    values: dict[str, object], text: str
) -> None:
    assert quotation_text(CASE, quotation(**values)) == text


def test_only_a_passage_with_words_gives_words() -> None:
    assert fragment_words(CASE, made(Fragment, passage="t-counted")) == "They only counted us."
    for passage in ("t-heard", "press", "lost"):
        assert fragment_words(CASE, made(Fragment, passage=passage)) is None


def test_the_first_rung_speaks() -> None:
    assert speaker_id(by_number(CASE, "Q1")) == "woman"
    assert speaker_id(by_number(CASE, "Q2")) is None
    assert speaker_id(quotation()) is None


def test_who_passed_words_on_is_not_who_said_them() -> None:
    relayed = {"party": "woman", "link": "relayed"}
    assert speaker_id(quotation(chain=[relayed])) is None
