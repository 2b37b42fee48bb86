from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from caseviewer.model import scalars
from caseviewer.notes.values import (
    TEXT_LIMIT,
    Notes,
    Sort,
    after,
    mark_id,
    new_id,
    now,
    other_id,
)
from tests.notes.making import CASE, note, notes


def test_times_are_in_whole_milliseconds_as_they_are_written() -> None:
    moment = now()
    assert moment.microsecond % 1000 == 0
    assert abs(datetime.now(UTC) - moment) < timedelta(seconds=5)


def test_a_change_comes_after_what_it_changes_though_a_clock_was_set_back() -> None:
    past, future = now() - timedelta(days=1), now() + timedelta(days=1)
    assert after(past) > past + timedelta(hours=23)
    assert after(future) == future + timedelta(milliseconds=1)


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


@pytest.mark.parametrize(
    ("kept", "expected"), [(Notes(), False), (notes(note()), True), (Notes(others=("5",)), True)]
)
def test_nothing_kept_is_told(kept: Notes, expected: bool) -> None:
    assert bool(kept) is expected


def test_a_note_may_be_as_long_as_any_text_of_a_case() -> None:
    assert scalars.TEXT_LIMIT == TEXT_LIMIT
