import pytest

from caseviewer.formatting.questions import question, questions_clip
from caseviewer.formatting.review_table import review_table
from caseviewer.model.kinds import DifferenceKind
from caseviewer.model.reviewed import Sum, SumKind, Term
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import changed, opened
from tests.formatting.reviews import found


def test_the_gaps_of_the_first_sample_are_asked_of_those_who_could_answer() -> None:
    case = samples.first()
    clip, count = questions_clip(case, case.case.gaps)
    assert count == 5
    assert clip.plain.split("\n")[1] == (
        "2. For the secretariat of the Committee against Torture. Not said: The day on which the"
        " 90 days begin. (G2; S1, paragraph 14 (counted))"
    )
    assert clip.html.startswith("<ol><li>For ACAT France, which represents the complainants. Not")
    assert clip.html.endswith(
        "</li></ol><p>S1: UN Rebuke for Kazakstan Over Refugee Return, 26 June 2012; G with a"
        " number: a gap that the compiler recorded</p>"
    )


def test_a_difference_is_asked_about_with_all_its_values() -> None:
    case = samples.first()
    assert question(case, case.case.differences[0]) == (
        "29 people complained and 28 were extradited. One person is not accounted for; the two"
        " numbers do not contradict each other. 29 complained (Institute for War and Peace"
        " Reporting, S1, paragraph 3 (counted)) – 28 were extradited (The Kazak authorities"
        " (unnamed), S1, paragraph 4 (counted)). What explains the difference? (X1)"
    )
    assert question(case, case.case.differences[4]).endswith(
        "CAT/C/47/…. Noted: The decision was taken at the forty-eighth session, which agrees with"
        " 48. Which of these is right? (X5)"
    )


@pytest.mark.parametrize("kind", DifferenceKind)
def test_every_kind_of_difference_has_its_question(kind: DifferenceKind) -> None:
    case = opened(**changed("differences", kind=kind.value))
    assert question(case, case.case.differences[0]).endswith("? (X1)")


def test_of_very_many_values_some_are_counted() -> None:
    case = opened(**changed("differences", values=[{"value": str(at)} for at in range(9)]))
    assert "5 – 3 more values." in question(case, case.case.differences[0])


def test_every_row_is_asked_about_but_what_leaves_nothing_open() -> None:
    case = found()
    rows = review_table(case).rows
    asked = [question(case, row) for row in rows]
    assert asked[1] == "all: 29 − 28 = 1 not accounted for. What is known of the rest? (P6, P7)"
    assert asked[2] == asked[7] == ""
    assert asked[5] == (
        "May be another spelling of a name: Kazakhstan (P9) – Kazakstan (E3). Is the same name"
        " meant? (P9, E3)"
    )
    assert asked[8] == "For the compiler, A. Compiler. “report”: It is odd."
    assert asked[10] == (
        "For the compiler, A. Compiler. No author is known. No date of publication is known. (S2)"
    )
    assert asked[11] == (
        "For the compiler, A. Compiler. The words of the passage at S1, paragraph 3 are wanted:"
        " not found. (T4)"
    )
    assert asked[12] == (
        "For the compiler, A. Compiler. S1, paragraph 2: “They never asked us anything,” – moved:"
        " the words stand elsewhere in the document. (T2)"
    )
    clip, count = questions_clip(case, rows)
    numbered, key = clip.plain.split("\n\n")
    assert count == len(numbered.split("\n")) == 11
    assert key.startswith("E3: 20 January 2020: In Kazakstan; P6: all (unnamed); P7: most")


def test_a_group_that_is_too_large_is_asked_about() -> None:
    case = opened()
    large = Sum(SumKind.GROUPS, "gone", 2, (Term(3, "group"),))
    assert question(case, large) == (
        "3 are more than the 2 that they lie within. Which count is right? (, P1)"
    )


def test_a_gap_with_nobody_to_ask_is_told_alone() -> None:
    gap = bundle()["gaps"][0]
    gap.pop("ask")
    case = opened(gaps=[{**gap, "missing": "A\n\nB <b>", "basis": []}])
    clip, _ = questions_clip(case, case.case.gaps)
    assert clip.plain == (
        "1. Not said: A B <b> (G1)\n\nG with a number: a gap that the compiler recorded"
    )
    assert "<li>Not said: A B &lt;b&gt; (G1)</li>" in clip.html


def test_nothing_open_is_nothing_to_ask() -> None:
    clip, count = questions_clip(opened(), [])
    assert (clip.plain, clip.html, count) == ("", "<ol></ol>", 0)
