import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from caseviewer.citations.items import Item, csl_date, csl_json, for_our_styles, item_of
from caseviewer.model.csl import CslDate, CslItem, CslName
from caseviewer.model.dated import Date
from caseviewer.model.kinds import Nature, SourceKind, UrlStatus
from caseviewer.model.sources import Source
from tests.formatting.samples import FOLDER, NAMES, sample

CSL_DATE = TypeAdapter(CslDate)
PARTIES = {"iwpr": "Institute", "refworld": "Refworld"}


def name_of(party: str) -> str:
    return PARTIES.get(party, "")


def words_of(date: Date) -> str:
    return f"({date.verbatim or date.edtf})"


def made(kind: SourceKind = SourceKind.NEWS_REPORT, **fields: Any) -> dict[str, Any]:
    csl = fields.pop("csl", {"title": "T"})
    source = Source(
        id="s",
        kind=kind,
        csl=CslItem(type="report", **csl),
        nature=Nature.ORIGINAL,
        url_status=UrlStatus.GIVEN,
        **fields,
    )
    item = item_of(source, name_of, words_of)
    assert item.source == "s"
    return item.data


def test_the_record_adds_what_the_data_lacks() -> None:
    assert made(
        author=("iwpr", "nobody"),
        publisher="iwpr",
        republisher="refworld",
        url="https://example.org/x",
        language="en",
        published=Date(edtf="2012-06-26"),
        accessed=Date(edtf="2015-11-29"),
    ) == {
        "type": "report",
        "title": "T",
        "author": [{"literal": "Institute"}],
        "publisher": "Institute",
        "source": "Refworld",
        "URL": "https://example.org/x",
        "language": "en",
        "issued": {"date-parts": [[2012, 6, 26]]},
        "accessed": {"date-parts": [[2015, 11, 29]]},
    }


def test_the_data_comes_before_the_record() -> None:
    csl = {
        "author": (CslName(literal="A"),),
        "publisher": "P",
        "source": "S",
        "URL": "https://example.org/a",
        "language": "fr",
        "issued": CSL_DATE.validate_python({"date-parts": [[2001]]}),
    }
    found = made(
        csl=csl,
        author=("iwpr",),
        publisher="iwpr",
        republisher="refworld",
        url="https://example.org/x",
        language="en",
        published=Date(edtf="2012-06-26"),
    )
    assert found == {
        "type": "report",
        "author": [{"literal": "A"}],
        "publisher": "P",
        "source": "S",
        "URL": "https://example.org/a",
        "language": "fr",
        "issued": {"date-parts": [[2001]]},
    }


def test_nothing_is_made_up() -> None:
    found = made(SourceKind.TREATY_BODY_DECISION, author=("nobody",), publisher="iwpr")
    assert found == {"type": "report", "title": "T"}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(edtf="2012-06-26"), {"date-parts": [[2012, 6, 26]]}),
        (Date(edtf="2012-06-26T10:00:00Z"), {"date-parts": [[2012, 6, 26]]}),
        (Date(edtf="2010-12"), {"date-parts": [[2010, 12]]}),
        (Date(edtf="2012"), {"date-parts": [[2012]]}),
        (Date(edtf="2019-23"), {"date-parts": [[2019, 23]]}),
        (Date(edtf="2011-06-09/2012-06"), {"date-parts": [[2011, 6, 9], [2012, 6]]}),
        (Date(edtf="2012~"), {"date-parts": [[2012]], "circa": True}),
        (Date(edtf="2012?"), {"date-parts": [[2012]], "circa": True}),
        (Date(edtf="2012-06-01/.."), {"literal": "(2012-06-01/..)"}),
        (Date(edtf="/2012-06-01"), {"literal": "(/2012-06-01)"}),
        (Date(edtf="2011~/2012"), {"literal": "(2011~/2012)"}),
        (Date(edtf="201X"), {"literal": "(201X)"}),
        (Date(edtf="2012-XX"), {"literal": "(2012-XX)"}),
        (Date(edtf="2012-06-XX"), {"literal": "(2012-06-XX)"}),
        (Date(verbatim="spring last year"), {"literal": "(spring last year)"}),
    ],
)
def test_a_date_keeps_its_exactness(date: Date, expected: dict[str, Any]) -> None:
    assert csl_date(date, words_of) == expected


@pytest.mark.parametrize(
    ("references", "symbol"),
    [
        ("UN Doc CAT/C/48/D/444/2010", "CAT/C/48/D/444/2010"),
        ("U.N. Doc. A/HRC/22/53", "A/HRC/22/53"),
        ("United Nations Document A/1", "A/1"),
        ("un doc. A/1", "A/1"),
        ("CPC/C/9/D/31/2017", None),
        ("[2005] UKHL 66", None),
        ("UN Doc A/1, annex", None),
        (None, None),
    ],
)
def test_the_symbol_of_a_un_document(references: str | None, symbol: str | None) -> None:
    data = {} if references is None else {"references": references}
    assert for_our_styles(data).get("archive_location") == symbol
    assert for_our_styles({**data, "archive_location": "box 3"})["archive_location"] == "box 3"
    assert "archive_location" not in data


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        ({"publisher": "P"}, True),
        ({"publisher": "P", "author": [{"literal": "P"}]}, False),
        ({"publisher": "P", "author": [{"family": "P"}]}, True),
        ({"publisher": "P", "container-title": "P"}, False),
        ({"publisher": "P", "container-title": "Q", "author": [{"literal": "R"}]}, True),
        ({"publisher": "P", "author": [{"literal": "P"}], "type": "report"}, True),
    ],
)
def test_a_publisher_that_is_named_already(data: dict[str, Any], kept: bool) -> None:
    assert ("publisher" in for_our_styles({"type": "article-newspaper", **data})) is kept


@pytest.mark.parametrize(
    ("data", "submitted"),
    [
        ({"issued": {"date-parts": [[2014]]}, "number": "18 of 2014"}, None),
        ({"issued": {"date-parts": [[2014]]}, "number": "18"}, {"date-parts": [[2014]]}),
        ({"issued": {"date-parts": [[2014]]}, "number": "182014"}, {"date-parts": [[2014]]}),
        ({"issued": {"date-parts": [[2014, 5]]}, "number": "18 of 2014"},
         {"date-parts": [[2014, 5]]}),
        ({"issued": {"literal": "in 2014"}}, {"literal": "in 2014"}),
        ({"number": "18 of 2014"}, None),
        ({"issued": {"date-parts": [[2014]]}, "type": "book"}, None),
    ],
)  # fmt: skip
def test_a_law_has_its_date_once_more_unless_its_number_says_it(
    data: dict[str, Any], submitted: object
) -> None:
    assert for_our_styles({"type": "legislation", **data}).get("submitted") == submitted


@pytest.mark.parametrize("name", NAMES)
def test_the_data_of_the_samples_come_out_as_they_stand_in_the_file(name: str) -> None:
    raw = json.loads((FOLDER / name / "case.json").read_text("utf-8"))["sources"]
    found = [csl_json(source.csl) for source in sample(name).case.sources]
    assert found == [
        {key: value for key, value in source["csl"].items() if key != "id"} for source in raw
    ]


def test_every_field_has_its_name_in_csl_json() -> None:
    adapter = TypeAdapter(CslItem)
    data = {
        "type": "book", "title-short": "t", "DOI": "d", "ISBN": "i", "ISSN": "s", "URL": "u",
        "archive_collection": "c", "archive_location": "l", "archive-place": "p",
        "author": [{"family": "f", "non-dropping-particle": "van"}],
        "issued": {"date-parts": [[2012]], "circa": True, "season": 1}, "number-of-pages": 3,
    }  # fmt: skip
    assert csl_json(adapter.validate_python(data)) == data
    assert Item("s", data).data is data
