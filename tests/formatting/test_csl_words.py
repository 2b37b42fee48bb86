"""Bibliographic data in readable form."""

import pytest

from caseviewer.formatting.csl_words import (
    csl_date,
    csl_date_words,
    csl_edtf,
    csl_lines,
    name_words,
    type_words,
)
from caseviewer.model.csl import CslDate, CslItem, CslName
from tests.formatting.making import made


def test_each_filled_field_is_a_line_in_the_order_of_the_format() -> None:
    item = made(
        CslItem,
        **{
            "type": "article-newspaper",
            "id": "report",
            "language": "kk-Cyrl",
            "title": "A report",
            "container-title": "The Border Press",
            "author": [{"literal": "The Border Press"}, {"family": "Doe", "given": "J."}],
            "issued": {"date-parts": [[2019, 5, 20]]},
            "volume": 4,
            "issue": "12b",
            "number-of-pages": 3,
            "publisher-place": "Lisk",
            "URL": "https://example.org/",
            "DOI": "10.1000/1",
        },
    )
    assert list(csl_lines(item)) == [
        ("Type", "newspaper article"),
        ("Key", "report"),
        ("Language", "Kazakh (Cyrillic)"),
        ("Title", "A report"),
        ("Published in", "The Border Press"),
        ("Author", "The Border Press; J. Doe"),
        ("Published on", "20 May 2019"),
        ("Volume", "4"),
        ("Issue", "12b"),
        ("Number of pages", "3"),
        ("Publisher place", "Lisk"),
        ("Web address", "https://example.org/"),
        ("DOI", "10.1000/1"),
    ]


def test_a_bare_item_has_its_type() -> None:
    assert list(csl_lines(made(CslItem, type="legal_case"))) == [("Type", "legal case")]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("book", "book"),
        ("legal_case", "legal case"),
        ("personal_communication", "personal communication"),
        ("article-journal", "journal article"),
        ("paper-conference", "conference paper"),
        ("review-book", "book review"),
        ("post-weblog", "weblog post"),
    ],
)
def test_types_are_words(value: str, words: str) -> None:
    assert type_words(value) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"literal": "Institute for War and Peace Reporting"}, None),
        ({"family": "Zhovtis", "given": "Yevgeny"}, "Yevgeny Zhovtis"),
        ({"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}, None),
        ({"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"}, None),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, "Martin King Jr."),
        ({"family": "K."}, "K."),
        ({}, "no name"),
    ],
)
def test_names_stand_in_reading_order(parts: dict[str, str], words: str | None) -> None:
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "literal")
    expected = words or " ".join(parts[name] for name in order if name in parts)
    assert name_words(made(CslName, **parts)) == expected


@pytest.mark.parametrize(
    ("date", "edtf", "words"),
    [
        ({"date-parts": [[2012]]}, "2012", "2012"),
        ({"date-parts": [[2012, 6]]}, "2012-06", "June 2012"),
        ({"date-parts": [[2012, 6, 1]]}, "2012-06-01", "1 June 2012"),
        ({"date-parts": [["2012", "06", "1"]]}, "2012-06-01", "1 June 2012"),
        (
            {"date-parts": [[2012, 6, 1], [2012, 6, 5]]},
            "2012-06-01/2012-06-05",
            "1 June 2012 to 5 June 2012",
        ),
        ({"date-parts": [[2012]], "circa": True}, "2012~", "about 2012"),
        ({"date-parts": [[2012]], "circa": 1}, "2012~", "about 2012"),
        ({"date-parts": [[2011], [2012]], "circa": True}, None, "about 2011 to about 2012"),
        ({"date-parts": [[2019]], "season": 3}, "2019-23", "autumn 2019"),
        ({"date-parts": [[2019]], "season": "1"}, "2019-21", "spring 2019"),
        ({"date-parts": [[2019]], "season": "Michaelmas"}, "2019", "2019"),
        ({"date-parts": [[2019, 5]], "season": 3}, "2019-05", "May 2019"),
        ({"date-parts": [[45]]}, "0045", "AD 45"),
        # What programs write for a month or a day that they do not know.
        ({"date-parts": [[2012, 0, 0]]}, "2012", "2012"),
        ({"date-parts": [[2012, "", ""]]}, "2012", "2012"),
        ({"date-parts": [[""]]}, None, "not given"),
        ({"date-parts": [[2012], [""]]}, None, "not a date: 2012"),
        ({}, None, "not given"),
        ({"literal": "Michaelmas term"}, None, "Michaelmas term"),
        ({"raw": "June 2012?"}, None, "June 2012?"),
        ({"date-parts": [[2012, 13, 40]]}, None, "not a date: 2012, 13, 40"),
        ({"date-parts": [[2012, 2, 30]], "literal": "late winter"}, None, "late winter"),
        ({"date-parts": [[-44]]}, None, "not a date: -44"),
    ],
)
def test_dates_are_as_exact_as_their_parts(
    date: dict[str, object], edtf: str | None, words: str
) -> None:
    value = made(CslDate, **date)
    assert csl_date_words(value) == words
    found = csl_date(value)
    if edtf is not None:
        assert csl_edtf(value) == edtf
        assert found is not None
        assert found.text == edtf
