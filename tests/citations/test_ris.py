from typing import Any

import pytest
import rispy

from caseviewer.citations.ris import to_ris


def lines(item: dict[str, Any]) -> list[str]:
    return to_ris([item]).strip().split("\n")


def test_an_entry_has_a_line_for_each_field() -> None:
    assert lines(
        {
            "type": "article-journal",
            "title": "A Visit",
            "title-short": "Visit",
            "author": [{"family": "Odrin", "given": "Vera"}, {"literal": "Custody Watch"}],
            "editor": [{"family": "Beethoven", "non-dropping-particle": "van", "given": "L."}],
            "container-title": "Journal",
            "volume": 11,
            "issue": 3,
            "page": "201–230",
            "issued": {"date-parts": [[2019, 6]]},
            "accessed": {"date-parts": [[2020, 9, 2]]},
            "URL": "https://example.org/x",
            "DOI": "10.1/x",
            "language": "en",
            "jurisdiction": "Valdrasia",
            "event-date": {"date-parts": [[2019, 6, 1], [2019, 7]]},
            "recipient": [{"literal": "A Committee"}],
        }
    ) == [
        "TY  - JOUR",
        "TI  - A Visit",
        "ST  - Visit",
        "AU  - Odrin, Vera",
        "AU  - Custody Watch",
        "A2  - van Beethoven, L.",
        "T2  - Journal",
        "VL  - 11",
        "IS  - 3",
        "SP  - 201",
        "EP  - 230",
        "DA  - 2019/06//",
        "PY  - 2019",
        "Y2  - 2020/09/02/",
        "UR  - https://example.org/x",
        "DO  - 10.1/x",
        "LA  - en",
        "N1  - jurisdiction: Valdrasia",
        "N1  - event-date: 2019-06-01-to 2019-07",
        "N1  - recipient: A Committee",
        "ER  -",
    ]


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ({"date-parts": [[2012, 6, 26]]}, ["DA  - 2012/06/26/", "PY  - 2012"]),
        ({"date-parts": [[2010, 12]]}, ["DA  - 2010/12//", "PY  - 2010"]),
        ({"date-parts": [["2012"]], "circa": True}, ["DA  - 2012///circa", "PY  - 2012"]),
        ({"date-parts": [[2019, 23]]}, ["DA  - 2019///autumn", "PY  - 2019"]),
        (
            {"date-parts": [[2011, 6, 9], [2012, 6, 26]]},
            ["DA  - 2011/06/09/to 2012-06-26", "PY  - 2011"],
        ),
        ({"literal": "after 1 June 2012"}, ["DA  - ///after 1 June 2012"]),
        ({"raw": "last year"}, ["DA  - ///last year"]),
    ],
)
def test_a_date_is_as_exact_as_it_is(date: dict[str, Any], written: list[str]) -> None:
    assert lines({"type": "book", "issued": date}) == ["TY  - BOOK", *written, "ER  -"]


def test_text_is_kept_on_its_line() -> None:
    (entry,) = rispy.loads(
        to_ris([{"type": "figure", "title": "a\nER  - \nTY  - BOOK", "page": 3}])
    )
    assert entry["title"] == "a ER - TY - BOOK"
    assert entry["type_of_reference"] == "GEN"
    assert entry["start_page"] == "3"
    assert "end_page" not in entry


def test_several_entries_follow_each_other() -> None:
    assert [entry["title"] for entry in rispy.loads(to_ris([
        {"type": "book", "title": "One"}, {"type": "treaty", "title": "Two"},
    ]))] == ["One", "Two"]  # fmt: skip
