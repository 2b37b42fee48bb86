"""How parties, countries and languages are named."""

import pycountry
import pytest

from caseviewer.formatting import names
from caseviewer.formatting.names import (
    count_words,
    country_name,
    identity_words,
    language_name,
    name_within,
    part_words,
    party_full_name,
    party_name,
    sum_words,
)
from caseviewer.formatting.translate import set_translator
from caseviewer.model.kinds import Identity
from caseviewer.model.parties import Party, Size
from tests.formatting import samples
from tests.formatting.making import made, opened

CASE = opened().case


def party(**values: object) -> Party:
    return made(Party, **{"id": "x", "kind": "person", "identity": "named", "name": "X", **values})


@pytest.mark.parametrize(
    ("values", "identity", "name", "full"),
    [
        ({}, "named", "X", "X"),
        ({"identity": "pseudonym"}, "pseudonym", "X (pseudonym)", "X (pseudonym)"),
        (
            {"identity": "anonymous", "withheld_by": "source"},
            "anonymous: name withheld by the source",
            "X (anonymous)",
            "X (anonymous: name withheld by the source)",
        ),
        (
            {"identity": "pseudonym", "withheld_by": "deciding_body", "identity_note": "asked for"},
            "pseudonym: name withheld by the deciding body (asked for)",
            "X (pseudonym)",
            "X (pseudonym: name withheld by the deciding body)",
        ),
        ({"identity": "unnamed"}, "unnamed", "X (unnamed)", "X (unnamed)"),
        (
            {"identity": "unknown", "identity_note": "no byline"},
            "unknown (no byline)",
            "X (unknown)",
            "X (unknown)",
        ),
        (
            {"identity": "redacted"},
            "redacted: name withheld in this file",
            "X (redacted)",
            "X (redacted: name withheld in this file)",
        ),
        (
            {"identity": "redacted", "withheld_by": "bundle"},
            "redacted: name withheld in this file",
            "X (redacted)",
            "X (redacted: name withheld in this file)",
        ),
        ({"identity_note": "spelt so"}, "named (spelt so)", "X", "X"),
    ],
)
def test_no_name_is_ever_left_unexplained(
    values: dict[str, object], identity: str, name: str, full: str
) -> None:
    item = party(**values)
    assert identity_words(item) == identity
    assert party_name(item) == name
    assert party_full_name(item) == full


def test_the_kinds_of_namelessness_stay_apart() -> None:
    names = {party_name(party(identity=identity)) for identity in Identity}
    assert len(names) == len(Identity)


def test_the_mother_of_the_first_sample() -> None:
    mother = samples.first().index.get("one-mother")
    assert isinstance(mother, Party)
    assert party_full_name(mother) == "One mother (anonymous: name withheld by the source)"


@pytest.mark.parametrize(
    ("size", "count", "total", "parts"),
    [
        ({"value": 28}, "28", "", ""),
        ({"value": 40, "qualifier": "about"}, "about 40", "", ""),
        ({"value": 6, "qualifier": "at_least"}, "at least 6", "", ""),
        ({"value": 3, "qualifier": "at_most"}, "at most 3", "", ""),
        (
            {
                "value": 29,
                "parts": [
                    {"value": 27, "nationality": "UZB"},
                    {"value": 2, "nationality": "TJK"},
                ],
            },
            "29",
            "27 + 2 = 29 ✓",
            "27 nationals of Uzbekistan; 2 nationals of Tajikistan",
        ),
        (
            {"value": 9, "parts": [{"value": 8, "label": "relatives"}, {"value": 1}]},
            "9",
            "8 + 1 = 9 ✓",
            "8 relatives",
        ),
        (
            {
                "value": 5,
                "parts": [
                    {"value": 1, "nationality": "UZB"},
                    {"value": 3, "label": "guards", "nationality": "XAN"},
                ],
            },
            "5",
            "1 + 3 = 4, not 5: the parts do not add up",
            "1 national of Uzbekistan; 3 guards, nationals of Xandria",
        ),
        (
            {"value": 4, "qualifier": "at_least", "parts": [{"value": 4, "label": "men"}]},
            "at least 4",
            "4 = at least 4 ✓",
            "4 men",
        ),
    ],
)
def test_counts_and_their_parts(
    size: dict[str, object], count: str, total: str, parts: str
) -> None:
    item = made(Size, **size)
    assert (count_words(item), sum_words(item), part_words(item, CASE)) == (count, total, parts)


def test_no_count_is_no_words() -> None:
    assert count_words(None) == ""


@pytest.mark.parametrize(
    ("code", "name"),
    [("XAN", "Xandria"), ("KAZ", "Kazakhstan"), ("BOL", "Bolivia"), ("XXX", "XXX")],
)
def test_a_country_is_named_as_the_case_names_that_state(code: str, name: str) -> None:
    assert country_name(code, CASE) == name


def test_without_a_case_the_standard_names_the_country() -> None:
    assert country_name("XAN") == "XAN"
    assert country_name("FRA") == "France"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("EN", "English"),
        ("ru", "Russian"),
        ("kaz", "Kazakh"),
        ("kk-Cyrl", "Kazakh (Cyrillic)"),
        ("uz-Latn-UZ", "Uzbek (Latin, Uzbekistan)"),
        ("en-GB", "English (United Kingdom)"),
        ("en-ZZ", "English (ZZ)"),
        ("sr-Qqqq", "Serbian (Qqqq)"),
        ("de-1996", "German (1996)"),
        ("ca-valencia", "Catalan (valencia)"),
        ("zz", "zz"),
        ("i-klingon", "i-klingon"),
        ("English", "English"),
        ("en-", "English"),
    ],
)
def test_a_language_is_named_by_its_tag(tag: str, name: str) -> None:
    assert language_name(tag) == name


@pytest.mark.parametrize("code", sorted(names._FREQUENT))
def test_a_name_that_is_written_down_is_that_of_the_standard(code: str) -> None:
    standard = pycountry.languages.get(alpha_2=code)
    assert standard is not None
    assert names._FREQUENT[code] == standard.name


def test_words_go_through_the_translator() -> None:
    before = set_translator(lambda text: text.replace("unnamed", "ohne Namen"))
    try:
        assert party_name(party(identity="unnamed")) == "X (ohne Namen)"
    finally:
        set_translator(before)


@pytest.mark.parametrize(
    ("identity", "name", "within"),
    [
        ("unnamed", "The judge", "the judge"),
        ("anonymous", "One mother", "one mother"),
        ("unknown", "Whoever answered", "whoever answered"),
        ("redacted", "A relative", "a relative"),
        ("unnamed", "The", "The"),
        ("unnamed", "Fourteen miners", "Fourteen miners"),
        ("named", "The Ostrel Courier", "The Ostrel Courier"),
        ("pseudonym", "The Owl", "The Owl"),
    ],
)
def test_inside_a_sentence_a_description_starts_small(
    identity: str, name: str, within: str
) -> None:
    assert name_within(party(identity=identity, name=name)) == within
