"""The same party across cases is told by country, name, another form, or an id as a hint."""

from pathlib import Path
from typing import Any

import pytest

from caseviewer.search.library import same_party
from caseviewer.search.library.library import Library
from caseviewer.search.library.values import SameBy
from tests.builders import Bundle, bundle
from tests.search.library.kit import library_of


def case(title: str, **party: Any) -> Bundle:
    """A case in which one party is known, and the others are called as nobody else is."""
    value = bundle(title=title)
    for one in value["parties"]:
        one |= {"name": f"{one['name']} of {title}"}
        one.pop("variants", None)
        one.pop("country", None)
    value["parties"][2] |= party
    return value


KAZ = {"text": "Kazakstan", "language": "en"}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(
        tmp_path,
        case("A", name="Kazakhstan", country="KAZ", variants=[KAZ]),
        case("B", name="Republic of Kazakhstan", country="KAZ"),
        case("C", name="KAZAKHSTAN"),
        case("D", name="Kazakstan"),
        case("E", name="Somebody else"),
    )


def told(library: Library, title: str) -> list[tuple[str, str, SameBy, str]]:
    (key,) = (row.key for row in library.cases() if row.title == title)
    return [
        (one.case.title, one.party.name, one.by, one.sentence)
        for one in library.same_party(key, "xandria")
    ]


def test_the_surest_reason_comes_first(library: Library) -> None:
    assert told(library, "A") == [
        ("B", "Republic of Kazakhstan", SameBy.COUNTRY, "the same country: KAZ"),
        ("C", "KAZAKHSTAN", SameBy.NAME, "the same name: KAZAKHSTAN"),
        ("D", "Kazakstan", SameBy.VARIANT, "a form of both names: Kazakstan, of Kazakstan"),
        ("E", "Somebody else", SameBy.ID,
         "the same id in both files: xandria; that is a hint only"),
    ]  # fmt: skip


def test_it_is_told_from_both_sides(library: Library) -> None:
    found = {title: by for title, _, by, _ in told(library, "D")}
    assert found == {"A": SameBy.VARIANT, "B": SameBy.ID, "C": SameBy.ID, "E": SameBy.ID}


def test_a_source_and_a_record_that_is_gone_are_nobody(library: Library) -> None:
    key = library.cases()[0].key
    assert library.same_party(key, "report") == ()
    assert library.same_party(key, "nobody") == ()
    assert library.same_party(10**9, "press") == ()


def test_a_party_that_the_preview_leaves_out_is_told_by_its_names(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(same_party, "unpack", lambda _: {"parties": []})
    (key,) = (row.key for row in library.cases() if row.title == "B")
    party = library.same_party(key, "xandria")[0].party
    assert (party.name, party.variants, party.short) == ("Kazakhstan", ("Kazakstan",), "")


def test_of_several_reasons_the_surest_is_told(tmp_path: Path) -> None:
    both = {"name": "Kazakhstan", "variants": [KAZ]}
    library = library_of(tmp_path, case("A", **both), case("B", **both))
    assert [by for _, _, by, _ in told(library, "A")] == [SameBy.NAME]


def test_parties_without_words_are_like_nobody(tmp_path: Path) -> None:
    library = library_of(tmp_path, case("A", name="…"), case("B", name="—"))
    assert [by for _, _, by, _ in told(library, "A")] == [SameBy.ID]
