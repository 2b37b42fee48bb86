"""Cases in which the program finds something, for the tests of lists, pages and questions."""

from dataclasses import replace
from typing import Any

from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.problems import Problem, Severity
from caseviewer.review.reviewing import review
from tests.builders import bundle
from tests.formatting.making import checked, opened
from tests.review.looks import event, group, party


def reviewed(case: OpenedCase) -> OpenedCase:
    """The same case with what the program finds in it."""
    return replace(case, reviewed=review(case.case, case.index))


def found(**changes: object) -> OpenedCase:
    """The small case with a row of every kind, and with other members where they are given."""
    small = bundle()
    members: dict[str, Any] = {
        "parties": [
            *small["parties"], group("all", 29), group("most", 28, of="all"), party("alone"),
            party("state", kind="state", name="Kazakhstan",
                  roles=[{"role": "state_party", "in": "communication"}]),
        ],
        "chronology": [
            small["chronology"][0], small["chronology"][1] | {"asserted_by": ["press"]},
            event("late", "2020-01-20", title="In Kazakstan", basis=["t-group"],
                  asserted_by=["press", "woman"]),
        ],
    }  # fmt: skip
    made = opened(**{**members, **changes})
    problems = (Problem(Severity.WARN, "odd", "It is odd", record="report"),)
    states = {"t-heard": PassageState.NOT_FOUND, "t-words": PassageState.MOVED}
    case = checked(replace(made, problems=problems), passages=states)
    return reviewed(case)
