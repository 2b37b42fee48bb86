import pytest
from pydantic import TypeAdapter

from caseviewer.bundle.check_dates import dates, issued, meanings, order
from caseviewer.bundle.report import Check
from caseviewer.model.case import Case
from tests.builders import bundle
from tests.bundle.checking import Change, both, drop, put, told

EVENT = ("chronology", 0, "date")
REPORT = ("sources", 0)


def test_every_date_of_a_bundle() -> None:
    found = dates(TypeAdapter(Case).validate_python(bundle()))
    assert [(item.id, path) for item, path, _ in found] == [
        ("crossing", ("date",)),
        ("complaint", ("date",)),
        ("answer", ("triggers", 1, "date")),
        ("asked", ("chain", 2, "date")),
        ("report", ("published",)),
        ("report", ("last_updated",)),
        ("report", ("accessed",)),
    ]


SENSE = "only an interval can be filled throughout or at some time within"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"edtf": "2019-05-03", "sense": "throughout"}, [f"E1 date/sense: {SENSE}"]),
        ({"edtf": "2019-05-03/2019-05-04", "sense": "throughout"}, []),
        ({"verbatim": "in May", "sense": "throughout"}, [f"E1 date/sense: {SENSE}"]),
        ({"verbatim": "in May"}, []),
        (
            {"verbatim": "in May", "basis": "computed"},
            ["E1 date/basis: a date that has only the source's words is a stated one"],
        ),
        ({"edtf": "2019-05", "basis": "computed"}, []),
    ],
)
def test_what_a_date_means(date: object, expected: list[str]) -> None:
    assert told(meanings, put(*EVENT, value=date)) == expected


@pytest.mark.parametrize(
    ("name", "edtf", "expected"),
    [
        (
            "last_updated",
            "2019-05-19",
            ["S1 last_updated: this day lies before the one on which it was published"],
        ),
        (
            "accessed",
            "2019-05-20",
            ["S1 accessed: this day lies before the one on which it was last updated"],
        ),
        (
            "accessed",
            "2019-05-19",
            [
                "S1 accessed: this day lies before the one on which it was published",
                "S1 accessed: this day lies before the one on which it was last updated",
            ],
        ),
        (
            "accessed",
            "2020-02-02",
            ["S1 accessed: this day lies behind the day up to which the file speaks"],
        ),
        ("accessed", "2020-02", []),
        ("accessed", "2020-01/..", []),
        ("accessed", "../2020-01", []),
        ("last_updated", "2019-05", []),
    ],
)
def test_the_order_of_a_source_s_dates(name: str, edtf: str, expected: list[str]) -> None:
    assert told(order, put(*REPORT, name, value={"edtf": edtf})) == expected


def parts(*values: object) -> Change:
    return put(*REPORT, "csl", "issued", value={"date-parts": [list(values)]})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (parts(2019), ""),
        (parts("2019", "5", "20"), ""),
        (parts(2018, 5), "the year is not that of the date published"),
        (parts(2019, 6), "the month is not that of the date published"),
        (parts(2019, 5, 21), "the day is not that of the date published"),
        (parts("MMXIX"), ""),
        (both(parts(2019, 6), put(*REPORT, "published", value={"edtf": "2019"})), ""),
        (both(parts(2019, 6), put(*REPORT, "published", value={"edtf": "2019/2020"})), ""),
        (both(parts(2019, 6), put(*REPORT, "published", value={"verbatim": "in May"})), ""),
        (both(parts(2019, 6), drop(*REPORT, "published")), ""),
        (put(*REPORT, "csl", "issued", value={"date-parts": [[2019, 6], [2019, 7]]}), ""),
        (put(*REPORT, "csl", "issued", value={"literal": "in May"}), ""),
        (drop(*REPORT, "csl", "issued"), ""),
    ],
)
def test_the_date_in_the_bibliographic_data(change: Change, expected: str) -> None:
    assert told(issued, change) == ([f"S1 csl/issued: {expected}"] if expected else [])


@pytest.mark.parametrize("check", [meanings, order, issued])
def test_the_small_bundle_is_sound(check: Check) -> None:
    assert told(check) == []
