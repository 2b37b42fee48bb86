"""The list of the review: groups, what each row says, what rows can be chosen by."""

from dataclasses import replace

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.formatting.review_table import review_table, summary_text
from caseviewer.formatting.seen import marked
from caseviewer.formatting.table import Item, number_text, row_id, row_ids
from caseviewer.model.case import Record
from caseviewer.model.opened import Checked, OpenedCase
from caseviewer.model.problems import Problem, Severity
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.listing import cells, column, groups
from tests.formatting.making import changed, opened
from tests.formatting.reviews import found, reviewed
from tests.review.looks import party


def test_every_kind_of_row_has_its_group() -> None:
    case = found()
    assert groups(case, Tab.REVIEW) == [
        "Differences: told in more than one way",
        "Sums, checked by the program",
        "Gaps: what this file does not say",
        "Found by the program: told before it happened",
        "Found by the program: may be another spelling of a name",
        "Found by the program: party never mentioned",
        "Found by the program: what it looks for",
        "Problems of the bundle: shown, with a mark",
        "Citations: to know before copying",
        "Passages: not found",
        "Passages: moved",
    ]
    assert cells(case, Tab.REVIEW, "summary") == [
        "Contradiction: 12 people by one account, ten by another.",
        "29 individuals: 29 − 28 = 1 not accounted for".replace("29 individuals", "all"),
        "12 people: 9 + 3 = 12 ✓",
        "The names of the twelve.",
        "In Kazakstan: 20 January 2020 (E3) – 20 May 2019 (S1)",
        "Kazakhstan (P9) – Kazakstan (E3)",
        "alone",
        "12 rules were applied.",
        "“report”: It is odd.",
        *cells(case, Tab.REVIEW, "summary")[9:11],
        "S1, paragraph 3",
        "S1, paragraph 2: “They never asked us anything,”",
    ]
    assert cells(case, Tab.REVIEW, "about") == [
        "P1", "P6, P7", "P1", "P1", "E3, S1", "P9, E3", "P8", "", "", "", "", "", "",
    ]  # fmt: skip


def test_the_rows_of_the_first_sample() -> None:
    case = samples.first()
    assert groups(case, Tab.REVIEW)[-4:] == [
        "Sums, checked by the program",
        "Gaps: what this file does not say",
        "Found by the program: what it looks for",
        "Citations: to know before copying",
    ]
    told = cells(case, Tab.REVIEW, "summary")
    assert "29 individuals: 29 − 28 = 1 not accounted for (recorded as X1, G1)" in told
    assert "29 individuals: 27 + 2 = 29 ✓" in told
    assert (
        "12 rules were applied. They found nothing that the compiler did not record. 1 point that"
        " they found is also recorded by the compiler." in told
    )


def test_differences_stand_by_kind_and_problems_by_severity() -> None:
    difference = bundle()["differences"][0]
    case = replace(
        opened(
            differences=[
                difference,
                difference | {"id": "b", "kind": "spelling"},
                difference | {"id": "c"},
            ]
        ),
        problems=(
            Problem(Severity.WARN, "a", "It is odd", record="report"),
            Problem(Severity.SET_ASIDE, "b", "It has no title", short="E9"),
        ),
    )
    table = review_table(case)
    # Of differences those of one kind stand together.
    numbers = ["X1", "X3", "X2", "G1", "E9", "S1", "S1", "S2"]
    assert [number_text(case, row) for row in table.rows] == numbers
    assert groups(case, Tab.REVIEW) == [
        "Differences: told in more than one way",
        "Gaps: what this file does not say",
        "Problems of the bundle: set aside",
        "Problems of the bundle: shown, with a mark",
        "Citations: to know before copying",
    ]
    assert cells(case, Tab.REVIEW, "summary")[-1] == (
        "No author is known. No date of publication is known."
    )
    assert table.sentence(case, table.rows[4]) == (
        "E9, Problems of the bundle: set aside, E9 is set aside: It has no title."
    )


def test_what_an_open_point_concerns_may_be_missing() -> None:
    case = opened(**changed("gaps", about=["lost"]))
    assert cells(case, Tab.REVIEW, "about")[1] == "lost"
    assert summary_text(case, case.case.gaps[0]) == "The names of the twelve."
    assert summary_text(case, case.case.parties[0]) == ""


def test_the_columns_are_the_same_whatever_is_found_and_seen() -> None:
    bare = opened(differences=[], **changed("gaps", about=None))
    marks = marked(bare, review_table(bare).rows, {}, seen=True)
    for table in (review_table(bare), review_table(bare, marks), review_table(found())):
        assert [item.name for item in table.shown_columns()] == ["number", "summary", "about"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (Checked.UNDER_WAY, "The rules are being applied."),
        (Checked.STOPPED, "The rules were not applied, as this was stopped."),
    ],
)
def test_until_the_program_has_looked_it_says_so(state: Checked, words: str) -> None:
    case = replace(opened(), checked=state)
    assert words in cells(case, Tab.REVIEW, "summary")
    assert "Found by the program: what it looks for" in groups(case, Tab.REVIEW)


def test_very_many_are_counted_in_the_head_of_their_group() -> None:
    case = found(parties=[*bundle()["parties"], *(party(f"p{at}") for at in range(362))])
    assert "Found by the program: party never mentioned (50 of 362 listed)" in groups(
        case, Tab.REVIEW
    )


def test_what_names_many_records_is_cut() -> None:
    gap = bundle()["gaps"][0] | {"about": ["group"] * 9}
    assert cells(opened(gaps=[gap]), Tab.REVIEW, "about")[1] == "P1, P1, P1, P1, P1, P1, …"


def test_what_names_records_that_are_not_seen_is_left_out() -> None:
    case = found()
    fewer = replace(case, case=replace(case.case, parties=case.case.parties[:6], chronology=()))
    told = [group for group in groups(fewer, Tab.REVIEW) if group.startswith("Found")]
    assert told == ["Found by the program: what it looks for"]
    assert cells(fewer, Tab.REVIEW, "summary")[1] == "12 people: 9 + 3 = 12 ✓"


def test_rows_are_named_by_their_places() -> None:
    case = found()
    rows = review_table(case).rows
    assert row_ids(case, review_table(case)) == [row_id(case, item) for item in rows] == [
        "how-many", "sum:0", "sum:1", "names", "found:0", "found:1", "found:2", "found:rules",
        "problem:0", "report", "reprint", "t-heard", "t-words",
    ]  # fmt: skip


def test_what_is_seen_is_told_by_a_word() -> None:
    case = found()
    rows = review_table(case).rows
    marks = marked(case, rows[1:3], {}, seen=True)
    table = review_table(case, marks)
    text = column(table, "summary").text
    assert [text(case, row).startswith("seen · ") for row in rows[:4]] == [False, True, True, False]
    assert table.sentence(case, rows[2]).endswith(", seen · 12 people: 9 + 3 = 12 ✓")


def values(case: OpenedCase, name: str, rows: tuple[Item, ...]) -> list[tuple[str, ...]]:
    table = review_table(case, marked(case, rows[:1], {}, seen=True))
    (facet,) = (one for one in table.facets if one.name == name)
    return [facet.values_of(case, row) for row in rows]


def test_rows_can_be_chosen_by_kind_party_and_whether_they_are_seen() -> None:
    case = found()
    rows = review_table(case).rows
    assert values(case, "seen", rows)[:2] == [("seen",), ("not seen",)]
    assert values(case, "party", rows)[:5] == [
        ("12 people (unnamed)",), ("all (unnamed)", "most (unnamed)"), ("12 people (unnamed)",),
        ("12 people (unnamed)",), ("no party",),
    ]  # fmt: skip
    assert [one for (one,) in values(case, "kind", rows)] == [
        "differences", "sums", "sums", "gaps", *["found by the program"] * 4,
        "problems of the bundle", "citations", "citations", "passages", "passages",
    ]  # fmt: skip


def test_records_of_the_review_keep_their_numbers() -> None:
    case = reviewed(opened())
    rows: list[Record] = [case.case.differences[0], case.case.gaps[0]]
    assert [number_text(case, row) for row in rows] == ["X1", "G1"]
