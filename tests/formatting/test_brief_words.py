"""The words of a quotation in a brief: to the letter, with what is left out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.formatting.brief_parts import BriefParts
from caseviewer.formatting.brief_words import brief_words, has_lost_words
from caseviewer.formatting.quoted import fragment_words
from caseviewer.model.opened import OpenedCase
from tests.formatting import samples
from tests.formatting.ladders import quotation
from tests.formatting.making import opened

LOST = "[words not in this file]"


def passage(name: str, exact: str | None, start: int | None = None, **fields: Any) -> Any:
    made: dict[str, Any] = {"id": name, "source": "report", **fields}
    if exact is not None:
        around = {key: made.pop(key) for key in ("prefix", "suffix") if key in made}
        made["selector"] = {"exact": exact, **around}
    if start is not None:
        made["position"] = {"start": start, "end": start + len(exact or " ")}
    return made


def said(*passages: Any, attribution: str | None = None, **fields: Any) -> OpenedCase:
    """One quotation of some passages, with an attribution behind the first."""
    fragments = [{"passage": one["id"]} for one in passages]
    if attribution is not None:
        fragments[0]["attribution"] = attribution
    quoted = {"id": "q", "mode": "direct", "knowledge": "own", "fragments": fragments, **fields}
    return opened(quotations=[quoted], passages=list(passages))


def words(case: OpenedCase, **parts: bool) -> str:
    return brief_words(case, quotation(case), BriefParts(**parts))


TWO = (passage("a", "One,", 10, suffix="” she said. “Two."), passage("b", "Two.", 27))
NEAR = (passage("a", "One.", 10, suffix="” “Two."), passage("b", "Two.", 17))
BEFORE = (passage("a", "One.", 10), passage("b", "Two.", 17, prefix="One.” “"))
TIGHT = (passage("a", "One.", 10), passage("b", "Two.", 14))
OTHER_WORDS = (passage("a", "One", 10, suffix=" no Two"), passage("b", "Two", 17))
OPEN = (passage("a", "One."), passage("b", "Two."))
FAR = (passage("a", "One.", 10), passage("b", "Two.", 400))
BACK = (passage("a", "One.", 400), passage("b", "Two.", 10))
PLACES = tuple(
    passage(name, text, start, locator={"label": "paragraph", "value": value})
    for name, text, start, value in (("a", "One.", 10, "1"), ("b", "Two.", 17, "2"))
)
GONE = (passage("a", "One."), {"id": "gone"})


@pytest.mark.parametrize(
    ("passages", "attribution", "read"),
    [
        (TWO, "she said.", "“One,” she said. “Two.”"),
        (TWO, None, "“One,” […] “Two.”"),
        (NEAR, None, "“One.” “Two.”"),
        (BEFORE, None, "“One.” “Two.”"),
        (TIGHT, None, "“One.” “Two.”"),
        (OTHER_WORDS, None, "“One” […] “Two”"),
        (OPEN, None, "“One.” […] “Two.”"),
        (OPEN, "she said.", "“One.” she said. “Two.”"),
        (FAR, None, "“One.” […] “Two.”"),
        (FAR, "she said.", "“One.” she said. […] “Two.”"),
        (FAR, "she […] said.", "“One.” she […] said. “Two.”"),
        (BACK, None, "“One.” […] “Two.”"),
        (BACK, "she said.", "“One.” she said. […] “Two.”"),
        (PLACES, None, "“One.” […] “Two.”"),
        (PLACES, "she said.", "“One.” she said. […] “Two.”"),
    ],
)
def test_what_is_left_out_between_fragments_is_shown(
    passages: tuple[Any, ...], attribution: str | None, read: str
) -> None:
    assert words(said(*passages, attribution=attribution)) == read


def test_a_passage_that_is_not_there_is_told() -> None:
    case = said(passage("a", "One."), {"id": "b", "source": "report"})
    assert words(case) == f"“One.” […] {LOST}"
    assert has_lost_words(case, quotation(case))
    raw = {"id": "q", "mode": "direct", "knowledge": "own"}
    fragments = [{"passage": "t-group"}, {"passage": "gone"}]
    case = opened(quotations=[raw | {"fragments": fragments}])
    assert words(case).endswith(f"[…] {LOST}")
    fragments[0]["attribution"] = "she said."
    case = opened(quotations=[raw | {"fragments": fragments}])
    assert words(case).endswith(f"she said. {LOST}")


@pytest.mark.parametrize(
    ("exact", "read", "straight"),
    [
        ("It doesn't.", "“It doesn't.”", '"It doesn\'t."'),
        ('"It is."', "“It is.”", '"It is."'),
        ("“It is.”", "“It is.”", '"It is."'),
        ('"Yes" and "no"', '“"Yes" and "no"”', '""Yes" and "no""'),
        ('"', '“"”', '"""'),
    ],
)
def test_only_the_marks_that_enclose_the_whole_change(exact: str, read: str, straight: str) -> None:
    case = said(passage("a", exact))
    assert words(case) == read
    assert words(case, marks=False) == straight


@pytest.mark.parametrize(
    ("fields", "read", "lost"),
    [
        ({"mode": "paraphrase", "text": "It is."}, "It is. (paraphrase: the compiler’s account)",
         False),
        ({"mode": "indirect", "text": "It is."},
         "It is. (indirect speech: the compiler’s account)", False),
        ({"mode": "direct", "text": "It is."}, "“One.”", False),
        ({"mode": "direct", "text": "It is.", "fragments": []},
         "It is. (the compiler’s account)", False),
        ({"mode": "indirect"}, "“One.” (indirect speech)", False),
        ({"mode": "direct", "fragments": []}, LOST, True),
    ],
)  # fmt: skip
def test_an_account_is_never_put_in_quotation_marks(
    fields: dict[str, Any], read: str, lost: bool
) -> None:
    case = said(passage("a", "One."), **fields)
    assert words(case) == read
    assert has_lost_words(case, quotation(case)) is lost


def test_sic_and_attribution_are_parts() -> None:
    case = samples.first()
    mother = quotation(case, "Q1")
    assert "[sic]" in brief_words(case, mother, BriefParts())
    assert "[sic]" not in brief_words(case, mother, BriefParts(sic=False))
    assert "in prison,” […] “He" in brief_words(case, mother, BriefParts(attribution=False))


@pytest.mark.parametrize("case", [samples.first(), samples.second()], ids=["first", "second"])
def test_the_words_of_every_fragment_of_the_samples_stand_there(case: OpenedCase) -> None:
    for one in case.case.quotations:
        if one.mode == "direct":
            read = brief_words(case, one, BriefParts()).replace(" [sic]", "")
            assert all((fragment_words(case, it) or "?") in read for it in one.fragments)


@given(st.text(min_size=1), st.text(min_size=1), st.booleans())
def test_words_stand_there_to_the_letter(one: str, other: str, marks: bool) -> None:
    case = said(passage("a", one), passage("b", other))
    read = words(case, marks=marks)
    for exact in (one, other):
        enclosed = exact[:1] + exact[-1:] in ('""', "“”") and len(exact) > 2
        assert (exact[1:-1] if enclosed else exact) in read
