import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from caseviewer.model.case_index import all_records
from caseviewer.notes.values import (
    Notes,
    Quote,
    Saw,
    Sort,
    after,
    case_key,
    mark_id,
    new_id,
    now,
    other_id,
    quote,
    saw,
)
from tests.builders import bundle
from tests.formatting.making import opened
from tests.notes.making import CASE, note, notes


def test_times_are_in_whole_milliseconds_as_they_are_written() -> None:
    moment = now()
    assert moment.microsecond % 1000 == 0
    assert abs(datetime.now(UTC) - moment) < timedelta(seconds=5)


def test_a_change_comes_after_what_it_changes_though_a_clock_was_set_back() -> None:
    past, future = now() - timedelta(days=1), now() + timedelta(days=1)
    assert after(past) > past + timedelta(hours=23)
    assert after(future) == future + timedelta(milliseconds=1)


def test_what_a_record_was_is_kept_with_the_revision_of_the_file() -> None:
    case = opened(compiled=bundle()["compiled"] | {"revision": "2 of May"})
    woman = case.case.parties[1]
    found = saw(case.index, woman, "One woman")
    assert found == Saw(found.says, "parties", "P2", "One woman", "2 of May")
    assert re.fullmatch("[0-9a-f]{24}", found.says)
    assert saw(opened().index, woman, "a" * 300) == Saw(
        found.says, "parties", "P2", "a" * 199 + "…", "2020-02-02"
    )


def test_of_a_passage_the_words_are_kept_and_of_nothing_else() -> None:
    case = opened()
    found = {one.id: quote(one) for one in all_records(case.case)}
    quoted = {name: words for name, words in found.items() if words is not None}
    selectors = {one.id: one.selector for one in case.case.passages if one.selector is not None}
    assert quoted == {
        name: Quote(one.exact, one.prefix, one.suffix) for name, one in selectors.items()
    }
    assert len(quoted) < len(case.case.passages)


def test_a_star_has_one_id_wherever_it_is_made() -> None:
    assert mark_id(CASE, "woman", Sort.STAR) == mark_id(CASE, "woman", Sort.STAR)
    several = {
        mark_id(case, record, sort)
        for case in (CASE, "other")
        for record in ("woman", "group")
        for sort in (Sort.STAR, Sort.READ)
    }
    assert len(several) == 8
    assert all(UUID(name).version == 5 for name in several)


def test_notes_have_ids_of_their_own() -> None:
    assert new_id() != new_id()
    one, other = note("One."), note("Other.")
    assert other_id(one) == other_id(one) != other_id(other)
    assert all(UUID(name) for name in (new_id(), other_id(one)))


def test_a_case_is_named_by_a_digest() -> None:
    assert re.fullmatch("[0-9a-f]{24}", case_key(opened().case))


@pytest.mark.parametrize(
    ("kept", "expected"), [(Notes(), False), (notes(note()), True), (Notes(others=("5",)), True)]
)
def test_nothing_kept_is_told(kept: Notes, expected: bool) -> None:
    assert bool(kept) is expected
