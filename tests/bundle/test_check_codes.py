import sys

import pycountry
import pytest

from caseviewer.bundle import check_codes
from caseviewer.bundle.check_codes import countries, is_country, is_language, languages
from tests.bundle.checking import Change, put, told


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("KAZ", True),
        ("UZB", True),
        ("TJK", True),
        ("XAN", True),
        ("XKX", True),
        ("AAB", True),
        ("QMA", True),
        ("QZZ", True),
        ("ZZZ", True),
        ("QLA", False),
        ("ABC", False),
        ("ZYX", False),
        ("SUN", False),
    ],
)
def test_country_codes(code: str, known: bool) -> None:
    assert is_country(code) is known


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("en", True),
        ("EN-gb", True),
        ("kk-Cyrl", True),
        ("et", True),
        ("tyv", True),
        ("sla", True),
        ("und", True),
        ("qaa", True),
        ("qtz-Latn", True),
        ("qzz", False),
        ("xx", False),
        ("zzzz", False),
        ("english", False),
    ],
)
def test_language_tags(tag: str, known: bool) -> None:
    assert is_language(tag) is known


def test_the_usual_codes_are_known_without_reading_large_tables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    countries = [country.alpha_3 for country in pycountry.countries]
    tags = [known.alpha_2 for known in pycountry.languages if hasattr(known, "alpha_2")]
    monkeypatch.setitem(sys.modules, "pycountry", None)
    is_country.cache_clear()
    is_language.cache_clear()
    assert len(countries) > 240
    assert len(tags) > 180
    assert all(map(is_country, [*countries, "XAN"]))
    assert all(map(is_language, [*tags, "kk-Cyrl", "EN-gb", "qaa"]))
    with pytest.raises(ImportError):
        is_country("ABC")


@pytest.mark.parametrize("codes", [check_codes._COUNTRIES, check_codes._LANGUAGES])
def test_no_code_is_written_down_that_the_tables_do_not_have(codes: frozenset[str]) -> None:
    tables = {country.alpha_3 for country in pycountry.countries}
    tables |= {known.alpha_2 for known in pycountry.languages if hasattr(known, "alpha_2")}
    assert codes - tables == set()


def test_the_small_bundle_is_sound() -> None:
    assert told(countries) == told(languages) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (put("parties", 2, "country", value="ABC"), "P3 country"),
        (
            put("parties", 0, "size", "parts", 0, "nationality", value="ABC"),
            "P1 size/parts/0/nationality",
        ),
        (put("chronology", 0, "place", "country", value="ABC"), "E1 place/country"),
        (put("deadlines", 0, "holidays", value={"country": "ABC"}), "D1 holidays/country"),
    ],
)
def test_every_place_of_a_country(change: Change, where: str) -> None:
    assert told(countries, change) == [f"{where}: no country has this code"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (put("parties", 1, "variants", 0, "language", value="xx"), "P2 variants/0/language"),
        (put("quotations", 0, "language", value="xx"), "Q1 language"),
        (put("quotations", 0, "translated_from", value="xx"), "Q1 translated_from"),
        (
            put("quotations", 0, "translations", 0, "language", value="xx"),
            "Q1 translations/0/language",
        ),
        (put("sources", 0, "language", value="xx"), "S1 language"),
    ],
)
def test_every_place_of_a_language(change: Change, where: str) -> None:
    assert told(languages, change) == [f"{where}: no language has this tag"]
