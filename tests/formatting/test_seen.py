from dataclasses import replace
from typing import Any

import pytest

from caseviewer.formatting import seen
from caseviewer.formatting.review_table import review_table
from caseviewer.formatting.seen import are_seen, case_digest, is_seen, marked
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.reviewed import Compared, Finding, Rule
from tests.builders import bundle
from tests.formatting.making import checked, opened
from tests.formatting.reviews import found
from tests.review.looks import party


def test_every_row_can_be_marked_and_unmarked() -> None:
    case = found()
    rows = review_table(case).rows
    marks = marked(case, rows, {}, seen=True)
    assert len(marks) == len(rows)
    assert all(is_seen(case, row, marks) for row in rows)
    assert not any(is_seen(case, row, {}) for row in rows)
    fewer = marked(case, rows[:3], marks, seen=False)
    assert [is_seen(case, row, fewer) for row in rows] == [False] * 3 + [True] * (len(rows) - 3)
    assert marked(case, rows[:1], fewer, seen=False) == fewer


def seen_again(before: OpenedCase, after: OpenedCase) -> list[bool]:
    marks = marked(before, review_table(before).rows, {}, seen=True)
    return [is_seen(after, row, marks) for row in review_table(after).rows]


def test_the_same_file_read_again_is_seen() -> None:
    assert all(seen_again(found(), found()))


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"gaps": [bundle()["gaps"][0] | {"missing": "Another thing."}]}, 3),
        ({"differences": [bundle()["differences"][0] | {"resolution": "Now resolved."}]}, 0),
    ],
)
def test_what_says_something_else_is_not_seen_any_more(changes: dict[str, Any], at: int) -> None:
    again = seen_again(found(), found(**changes))
    assert [place for place, seen in enumerate(again) if not seen] == [at]


def test_a_passage_that_is_lost_by_now_is_not_seen_any_more() -> None:
    moved = checked(opened(), passages={"t-words": PassageState.MOVED})
    lost = checked(opened(), passages={"t-words": PassageState.NOT_FOUND})
    assert seen_again(moved, lost)[-1] is False
    assert seen_again(moved, moved)[-1] is True


def test_marks_tell_nothing_of_the_case() -> None:
    case = found()
    marks = marked(case, review_table(case).rows, {}, seen=True)
    for words in (*marks, *marks.values(), case_digest(case)):
        assert len(words) == 24
        assert set(words) <= set("0123456789abcdef")
    other = replace(case, case=replace(case.case, id="another"))
    assert case_digest(other) != case_digest(case)


def test_two_spellings_in_one_title_are_two_rows() -> None:
    case = opened()
    kept = [Compared("Kazakhstan", "group")]
    two = [
        Finding(Rule.NEAR_SPELLING, ("group", "report"), (*kept, Compared(word, "report")))
        for word in ("Kazakstan", "Kazachstan")
    ]
    marks = marked(case, two[:1], {}, seen=True)
    assert [is_seen(case, row, marks) for row in two] == [True, False]
    assert len(marked(case, two, {}, seen=True)) == 2


def test_two_records_that_were_set_aside_are_two_rows() -> None:
    case = opened()
    two = [Problem(Severity.SET_ASIDE, "a", "It has no title", short=name) for name in ("E1", "E2")]
    marks = marked(case, two[:1], {}, seen=True)
    assert [is_seen(case, row, marks) for row in two] == [True, False]


def test_digests_are_made_once_and_beside_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    case = found(parties=[party(f"p{at}") for at in range(1_100)])
    rows = tuple(Finding(Rule.PARTY_ALONE, (one.id,)) for one in case.case.parties)
    (facet,) = (one for one in review_table(case, rows=rows).facets if one.name == "seen")
    assert len(list(facet.prepare())) == 22  # others have their turn after each 50
    monkeypatch.setattr(seen, "digest", None)
    marks = marked(case, rows, {}, seen=True)
    assert are_seen(case, rows, marks)
    assert not are_seen(case, rows, dict(list(marks.items())[1:]))
    assert not are_seen(case, rows, {})


def test_of_a_short_list_digests_are_made_when_they_are_needed() -> None:
    (facet,) = (one for one in review_table(found()).facets if one.name == "seen")
    assert list(facet.prepare()) == []
