"""Forms of names: whoever types one finds the others."""

import pytest

from caseviewer.search.name_forms import NameForms
from tests.formatting.making import opened
from tests.search.finding import persons

NAMES = persons(
    "Institute for War and Peace Reporting",
    "Somebody",
    variants=[
        {"text": "IWPR", "note": "abbreviation"},
        {"text": "Institute For War & Peace Reporting"},
        {"text": "institute FOR war and peace reporting"},
        {"text": "…"},
    ],
)
KNOWN = NameForms(opened(parties=NAMES).case)


def others(typed: str) -> list[tuple[str, str]]:
    return [(form.words, other.words) for form, other in KNOWN.others(typed.split())]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("iwpr", ["institute for war and peace reporting", "institute for war peace reporting"]),
        ("institute for war and peace reporting", ["iwpr", "institute for war peace reporting"]),
        ("institute for war and peace repo", ["iwpr", "institute for war peace reporting"]),
        ("institute for war and peace rep", []),
        ("institute for war and peace", []),
        ("institute", []),
        ("iwp", []),
        ("somebody", []),
        ("iwpr reporting", []),
        ("zzz", []),
    ],
)
def test_a_whole_form_or_the_beginning_of_its_last_word(typed: str, found: list[str]) -> None:
    assert [other for _, other in others(typed)] == found


def test_the_form_that_was_typed_is_told() -> None:
    assert {form for form, _ in others("iwpr")} == {"iwpr"}


def test_what_is_spelt_with_other_capitals_is_no_other_form() -> None:
    assert len(others("iwpr")) == 2
    assert KNOWN.longest == 6


def test_one_name_of_several_parties() -> None:
    parties = persons("Kazakhstan", variants=[{"text": "Kazakstan"}])
    parties += [{**persons("Kazakhstan", variants=[{"text": "RK"}])[0], "id": "other"}]
    known = NameForms(opened(parties=parties).case)
    assert [other.words for _, other in known.others(["kazakhstan"])] == ["kazakstan", "rk"]


def test_forms_that_begin_alike_are_not_given_for_each_other() -> None:
    variants = [{"text": f"Formation{at:04}"} for at in range(2_000)] + [{"text": "Other"}]
    known = NameForms(opened(parties=persons("Formations", variants=variants)).case)
    assert [other.words for _, other in known.others(["form"])] == ["other"]


def test_without_forms_nothing_is_found() -> None:
    assert list(NameForms(opened(parties=persons("One", "Two")).case).others(["one"])) == []
