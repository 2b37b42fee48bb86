"""What the list and the preview say of a case is what its file tells."""

import json
from pathlib import Path
from typing import Any

import pytest

from caseviewer.documents.opening import begin
from caseviewer.model.opened import OpenedCase
from caseviewer.places import samples
from caseviewer.search.hits import Reach
from caseviewer.search.library.outline import Values, deadline_values, detail_values, row_values
from caseviewer.search.library.texts import StoredDocument
from tests.builders import Bundle, bundle
from tests.search.library.kit import write_case


def opened(folder: Path, value: Bundle) -> OpenedCase:
    return begin(write_case(folder, value)).opened


def row(folder: Path, value: Bundle) -> Values:
    case = opened(folder, value)
    return row_values(case, deadline_values(case), ())


def details(folder: Path, value: Bundle, *documents: StoredDocument) -> Values:
    case = opened(folder, value)
    return detail_values(case, deadline_values(case), documents)


def test_the_first_sample() -> None:
    case = begin(samples()[0]).opened
    deadlines = deadline_values(case)
    found = row_values(case, deadlines, ())
    assert found["states"] == ["Kazakhstan"]
    assert found["bodies"] == ["Committee against Torture"]
    assert found["statuses"] == ["decided"]
    assert (found["year"], found["as_of"]) == (2012, "2015-11-29")
    assert found["deadline"] == deadlines[0]
    assert deadlines[0] | {"state_words": ""} == {
        "record": "response", "short": "D1", "title": "Kazakhstan to respond to the Committee",
        "ends": "30 August to 24 September 2012; start not stated", "state": "over",
        "state_words": "", "unanswered": True, "earliest": 734745, "latest": 734770,
    }  # fmt: skip
    assert "window over" in str(deadlines[0]["state_words"])


def test_a_small_case(tmp_path: Path) -> None:
    found = row(tmp_path, bundle())
    assert found["states"] == ["Xandria"], "a code that nobody knows has no name of its own"
    assert found["year"] is None, "no decision is told"
    assert (found["first_day"], found["last_day"]) == (737182, 737240)
    assert found["deadline_states"] == ["over"]
    assert json.loads(json.dumps(found)) == found


def test_a_case_of_almost_nothing(tmp_path: Path) -> None:
    value = bundle(
        proceedings=[], parties=[], chronology=[], deadlines=[], quotations=[], sources=[],
        passages=[], differences=[], gaps=[],
    )  # fmt: skip
    del value["summary"], value["handling"]
    found = row(tmp_path, value)
    assert (found["proceeding"], found["states"], found["deadline"]) == ("", [], None)
    assert (found["first_day"], found["last_day"]) == (None, None)
    assert details(tmp_path, value)["counts"] == dict.fromkeys(
        ("proceedings", "parties", "chronology", "deadlines", "quotations", "sources",
         "passages", "differences", "gaps"), 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "year"), [("2019-05-03", 2019), ("2019", 2019), ("2019/2020", None), ("2019/..", None)]
)
def test_the_year_of_a_decision_is_told_where_it_is_one(
    tmp_path: Path, edtf: str, year: int | None
) -> None:
    value = bundle()
    value["proceedings"][0]["decision"] = "crossing"
    value["chronology"][0]["date"] = {"edtf": edtf}
    assert row(tmp_path, value)["year"] == year


def test_a_decision_without_a_date_has_no_year(tmp_path: Path) -> None:
    value = bundle()
    value["proceedings"][0]["decision"] = "crossing"
    value["chronology"][0]["date"] = {"verbatim": "some time ago"}
    assert row(tmp_path, value)["year"] is None


def test_problems_are_counted_and_the_gravest_come_first(tmp_path: Path) -> None:
    value = bundle(odd="unknown")
    value["gaps"].append({"id": "broken"})
    found = row(tmp_path, value)
    assert (found["set_aside"], found["warnings"]) == (1, 1)
    problems: Any = details(tmp_path, value)["problems"]
    assert "set aside" in problems[0]
    assert len(problems) == 2


def test_documents_are_counted(tmp_path: Path) -> None:
    here = StoredDocument("a", "", "", (), (), Reach.SEARCHED)
    gone = StoredDocument("b", "", "", (), (), Reach.NOT_HERE)
    bad = StoredDocument("c", "", "", (), (), Reach.NOT_READ, "It is damaged.")
    found = details(tmp_path, bundle(), here, gone, bad)
    assert (found["documents"], found["documents_here"]) == (3, 2)
    assert found["faults"] == ["It is damaged."]
    changed = StoredDocument("d", "", "", (), (), Reach.SEARCHED, changed=True)
    case = opened(tmp_path, bundle())
    counts = row_values(case, deadline_values(case), (here, gone, bad, changed))["documents"]
    assert counts == {"searched": 2, "not_here": 1, "not_read": 1, "changed": 1}


def deadline(name: str, day: str, status: str = "not_recorded") -> Bundle:
    """A deadline that ends 10 days after a day; the file speaks up to 1 February 2020."""
    made: Bundle = {
        "id": name, "title": name, "owed_by": "xandria", "owed_to": "committee",
        "period": {"duration": "P10D"}, "rule": "calendar_days",
        "triggers": [{"label": "start", "date": {"edtf": day}}], "fulfilment": {"status": status},
    }  # fmt: skip
    if "fulfilled" in status and status != "not_fulfilled":
        made["fulfilment"]["event"] = "complaint"
    return made


OVER, LATER_OVER = deadline("over", "2010-01-01"), deadline("later over", "2019-01-01")
ENDING = deadline("ending", "2020-01-20/2020-01-30")
SOON, LATE = deadline("soon", "2020-02-01"), deadline("late", "2025-01-01")
DONE = deadline("done", "2020-01-25", "fulfilled")
DONE_LATE = deadline("done-late", "2020-01-25", "fulfilled_late")
PARTLY = deadline("partly", "2019-01-01", "partly_fulfilled")
UNKNOWN = deadline("unknown", "2020/..")


@pytest.mark.parametrize(
    ("deadlines", "name"),
    [
        ([OVER, LATER_OVER], "later over"),
        ([LATE, SOON, OVER], "soon"),
        ([SOON, ENDING], "ending"),
        ([DONE, OVER], "over"),
        ([PARTLY, LATER_OVER], "later over"),
        ([PARTLY], "partly"),
    ],
)
def test_the_deadline_that_matters_next(tmp_path: Path, deadlines: list[Bundle], name: str) -> None:
    numbered = [one | {"id": f"d{at}"} for at, one in enumerate(deadlines)]
    found: Any = row(tmp_path, bundle(deadlines=numbered))["deadline"]
    assert found["title"] == name


def test_what_was_fulfilled_is_neither_open_nor_over(tmp_path: Path) -> None:
    value = bundle(deadlines=[DONE, DONE_LATE])
    found = row(tmp_path, value)
    assert (found["deadline"], found["deadline_states"]) == (None, [])
    told: Any = details(tmp_path, value)["deadlines"]
    assert "fulfilled, but late" in told[1]["state_words"], "the preview lists all of them"


def test_a_deadline_whose_end_is_open_comes_where_its_state_says(tmp_path: Path) -> None:
    numbered = [one | {"id": f"d{at}"} for at, one in enumerate([UNKNOWN, OVER])]
    found = row(tmp_path, bundle(deadlines=numbered))
    assert found["deadline_states"] == ["ending", "over"]
