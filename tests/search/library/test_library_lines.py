"""The library as lines and as JSON."""

from dataclasses import replace
from typing import Any

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.model.deadlines import DeadlineState
from caseviewer.model.references import Kind
from caseviewer.search.hits import Because, Hit, Near, Reason, Snippet
from caseviewer.search.library.library_lines import (
    answer_lines,
    answer_remarks,
    answer_values,
    count_words,
    deadline_words,
    list_lines,
    list_values,
    refreshed_values,
    refreshed_words,
)
from caseviewer.search.library.values import (
    Answer,
    CaseHits,
    DeadlineRow,
    Ending,
    Reach,
    RecordName,
    Refreshed,
    State,
)
from tests.search.library.test_values import ROW

DEADLINE = DeadlineRow(
    "d", "D1", "To answer", "1 May 2012", DeadlineState.OVER, "window over", True, 734624, 734624
)
FULL = replace(
    ROW,
    proceeding="Committee · No. 1",
    deadline=DEADLINE,
    set_aside=1,
    warnings=2,
    revision="3",
    opened="2026-01-01T12:00:00+00:00",
)
HIT = Hit(
    Tab.CHRONOLOGY,
    "e1",
    Kind.EVENT,
    "title",
    Snippet("the\nborder", ((4, 10),), True, True),
    (Reason(Because.NUMBER, "e1", "E1"), Reason(Because.WORDS, "border", "border")),
    2,
)
FILE_HIT = Hit(Tab.OVERVIEW, "", None, "", Snippet("A case"))
FOUND = CaseHits(FULL, (HIT, FILE_HIT), 5, {"e1": RecordName("E1", "An event")})
ANSWER = Answer("border", (FOUND,), records=5, in_cases=1)


def test_a_case_is_listed() -> None:
    assert list(list_lines([FULL])) == [
        "One (/cases/one)",
        "  Committee · No. 1",
        "  Kazakhstan",
        "  D1 To answer: 1 May 2012; window over",
        (
            "  as at 29 November 2015 · revision 3 · 1 set aside · 2 warnings"
            " · last opened 2026-01-01T12:00:00+00:00"
        ),
        "1 case",
    ]


def test_a_case_that_is_not_here_is_told() -> None:
    away = list(list_lines([replace(ROW, reach=Reach.AWAY), ROW]))
    assert away[1] == "  Not reachable: what the file said last."
    assert away[-1] == "2 cases"
    broken = replace(ROW, reach=Reach.BROKEN, fault="No JSON.")
    assert list(list_lines([broken]))[:2] == [
        "One (/cases/one)", "  Cannot be opened: No JSON.",
    ]  # fmt: skip


def test_a_case_without_anything_has_a_line() -> None:
    bare = replace(ROW, states=(), as_of="")
    assert list(list_lines([bare])) == ["One (/cases/one)", "1 case"]
    assert deadline_words(None) == ""


def test_nothing_can_steer_a_terminal() -> None:
    evil = replace(FULL, title="\x1b[2J", proceeding="\x1b[2J", revision="\x1b]0;x")
    hit = replace(HIT, snippet=Snippet("\x1b[2J"), where="page \x1b[2J")
    lines = [
        *list_lines([evil]),
        *answer_lines(Answer("x", (CaseHits(evil, (hit,), 1),)), ("", "")),
    ]
    assert not any("\x1b" in line for line in lines)


def test_one_warning_is_one() -> None:
    lines = list(list_lines([replace(FULL, warnings=1)]))
    assert "1 warning ·" in lines[-2]


def test_the_list_as_values() -> None:
    state = State(True, ("/cases",), 1, 0, 0, "2026", 7, ("A word.",))
    values = list_values(state, [FULL, replace(ROW, first_day=734624)])
    assert {key: value for key, value in values.items() if key != "cases"} == {
        "on": True, "folders": ["/cases"], "indexed_at": "2026", "bytes": 7, "told": ["A word."],
    }  # fmt: skip
    cases: Any = values["cases"]
    assert cases[0]["deadline"]["earliest"] == "2012-05-01"
    assert (cases[1]["deadline"], cases[1]["first_day"]) == (None, "2012-05-01")


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (Refreshed(Ending.DONE), "Cases: none."),
        (Refreshed(Ending.DONE, 1_200, 1, 2, 3, 4, 5),
         "Cases: 1,200 new, 1 changed, 3 gone, 2 as before, 4 cannot be opened, 5 not reachable."),
    ],
)  # fmt: skip
def test_what_a_refresh_did(done: Refreshed, words: str) -> None:
    assert refreshed_words(done) == words
    assert refreshed_values(done)["added"] == done.added
    assert refreshed_values(done)["ending"] == "done"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer("x"), "Nothing found."),
        (ANSWER, "Found 5 times in 1 case."),
        (replace(ANSWER, in_cases=None, records=None), "Found 5 times in 1 case."),
        (Answer("x", (replace(FOUND, count=1),)), "Found once."),
        (replace(ANSWER, in_cases=3, records=None, more=True), "Found in 3 cases."),
        (
            replace(ANSWER, in_cases=3, more=True),
            "Found in 5 records and documents of 3 cases.",
        ),
        (replace(ANSWER, in_cases=None, more=True), "Found in 1 case and in others."),
    ],
)
def test_how_much_was_found(answer: Answer, words: str) -> None:
    assert count_words(answer) == words


def test_a_document_that_is_not_the_one_that_was_read_is_told() -> None:
    hit = replace(HIT, changed=True, apart=True)
    answer = Answer("x", (CaseHits(FULL, (hit,), 1),))
    lines = [line.strip() for line in answer_lines(answer, ("", ""))]
    assert "this document is not the file that was read: its hash differs" in lines
    assert "the words stand apart in this document; here is the first" in lines
    values: Any = answer_values(answer)
    told = values["cases"][0]["hits"][0]
    assert (told["changed"], told["apart"]) == (True, True)


def test_hits_are_told_case_by_case() -> None:
    assert list(answer_lines(ANSWER, ("»", "«"))) == [
        "One (/cases/one)",
        "  E1    title · …the »border«… · 2 more",
        "        is E1",
        "  file  A case",
        "  3 more in this case",
        "",
    ]


def test_a_hit_in_a_document_that_is_another_file_says_so() -> None:
    hit = replace(HIT, apart=True, changed=True, reasons=())
    lines = list(answer_lines(Answer("x", (CaseHits(ROW, (hit,), 1),)), ("", "")))
    assert [line.strip().partition(" ")[0] for line in lines[2:4]] == ["this", "the"]


def test_all_hits_need_no_more() -> None:
    lines = list(answer_lines(Answer("x", (replace(FOUND, count=2),)), ("", "")))
    assert not any("more in this case" in line for line in lines)


def test_remarks_of_an_answer() -> None:
    answer = Answer("x", near=(Near("x", ("y", "z")),), faults=("A fault.",), told=("A word.",))
    assert answer_remarks(answer) == (
        "A fault.",
        "No word begins with “x”. Shown is what is spelt almost like it: y, z.",
        "A word.",
    )


def test_the_answer_as_values() -> None:
    values = answer_values(replace(ANSWER, near=(Near("x", ("y",)),)))
    assert values["near"] == [{"typed": "x", "words": ["y"]}]
    cases: Any = values["cases"]
    hit, file = cases[0]["hits"]
    assert (hit["number"], hit["kind"], hit["marks"]) == ("E1", "chronology", [[4, 10]])
    assert hit["reasons"][0]["sentence"] == "is E1"
    assert (hit["apart"], hit["changed"]) == (False, False)
    assert (file["number"], file["kind"], file["span"]) == ("", None, None)
