import time

import pytest

from caseviewer.search.library.moments import moment_words


@pytest.fixture
def almaty(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("TZ", "Etc/GMT-6")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_moment_is_told_by_its_day() -> None:
    assert moment_words("2026-11-24T14:02:59") == "24 November 2026"


def test_a_moment_is_told_to_the_minute_where_that_is_wanted() -> None:
    assert moment_words("2026-11-24T04:02:59", time=True) == "24 November 2026, 04:02"


def test_a_moment_elsewhere_is_told_by_the_clock_of_the_reader(almaty: None) -> None:
    assert moment_words("2026-11-24T20:30:00+00:00", time=True) == "25 November 2026, 02:30"


@pytest.mark.parametrize("moment", ["", "yesterday", "2026-13-01"])
def test_what_is_no_moment_is_not_told(moment: str) -> None:
    assert moment_words(moment, time=True) == ""
