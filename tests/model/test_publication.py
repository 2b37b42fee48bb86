from typing import Any

import pytest
from pydantic import TypeAdapter

from caseviewer.model.publication import Publication, publication
from caseviewer.model.sources import Source
from tests.model.known import day, source


def made(published: dict[str, str] | None, issued: dict[str, Any] | None) -> Source:
    csl = {"type": "report"} | ({} if issued is None else {"issued": issued})
    values = source("s", None, csl=csl)
    if published is not None:
        values["published"] = published
    return TypeAdapter(Source).validate_python(values)


@pytest.mark.parametrize(
    ("published", "issued", "earliest", "latest", "guide", "by_citation"),
    [
        ({"edtf": "2012-06-26"}, None, "2012-06-26", "2012-06-26", False, False),
        ({"edtf": "2012-06"}, None, "2012-06-01", "2012-06-30", False, False),
        ({"edtf": "2012~"}, None, "2012-01-01", "2012-12-31", True, False),
        ({"edtf": "2012-06-26?"}, None, "2012-06-26", "2012-06-26", True, False),
        ({"edtf": "../2012-06"}, None, None, "2012-06-30", False, False),
        ({"edtf": "2012-06/.."}, None, "2012-06-01", None, False, False),
        ({"edtf": "2012"}, {"date-parts": [[2011]]}, "2012-01-01", "2012-12-31", False, False),
        (None, {"date-parts": [[2012, 6, 1]]}, "2012-06-01", "2012-06-01", False, True),
        (None, {"date-parts": [["2012", "6"]]}, "2012-06-01", "2012-06-30", False, True),
        (None, {"date-parts": [[2012], [2013, 2]]}, "2012-01-01", "2013-02-28", False, True),
        (None, {"date-parts": [[2012]], "circa": True}, "2012-01-01", "2012-12-31", True, True),
    ],
)
def test_a_source_lies_between_two_days(
    published: dict[str, str] | None,
    issued: dict[str, Any] | None,
    earliest: str | None,
    latest: str | None,
    guide: bool,
    by_citation: bool,
) -> None:
    first = None if earliest is None else day(earliest)
    last = None if latest is None else day(latest)
    expected = Publication(first, last, guide, by_citation)
    assert publication(made(published, issued)) == expected


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        (None, None),
        ({"verbatim": "undated"}, {"date-parts": [[2012]]}),
        (None, {"literal": "in the spring"}),
        (None, {"date-parts": [[2012]], "season": 1}),
        (None, {"date-parts": [[2012, 13, 1]]}),
        (None, {"date-parts": [["MMXII"]]}),
    ],
)
def test_what_gives_no_day_is_not_placed(
    published: dict[str, str] | None, issued: dict[str, Any] | None
) -> None:
    assert publication(made(published, issued)) is None


@pytest.mark.parametrize(
    ("edtf", "on", "later", "sure"),
    [
        ("2012-06-26", "2012-06-25", True, False),
        ("2012-06-26", "2012-06-26", False, True),
        ("2012-06", "2012-05-31", True, False),
        ("2012-06", "2012-06-01", False, False),
        ("2012-06", "2012-06-30", False, True),
        ("2012-06~", "2013-06-30", False, False),
        ("2012-06/..", "2013-06-30", False, False),
        ("../2012-06", "1066-06-30", False, False),
    ],
)
def test_only_what_is_certain_is_later_or_sure(edtf: str, on: str, later: bool, sure: bool) -> None:
    found = publication(made({"edtf": edtf}, None))
    assert found is not None
    assert (found.is_later_than(day(on)), found.is_sure_by(day(on))) == (later, sure)
