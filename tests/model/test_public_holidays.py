"""Public holidays as the library lists them, and what it does not know."""

import subprocess
import sys
from importlib.metadata import version

import pytest

from caseviewer.model.dates import day_number
from caseviewer.model.events import Holidays
from caseviewer.model.public_holidays import (
    Cover,
    cover,
    covers_year,
    holiday_on,
    library_version,
    years,
)

ROOT_CASE = "cases/abdussamatov-v-kazakhstan"


@pytest.mark.parametrize(
    ("country", "subdivision", "known"),
    [
        ("USA", None, Cover.KNOWN),
        ("USA", "CA", Cover.KNOWN),
        ("DEU", "BY", Cover.KNOWN),
        ("DEU", "ZZ", Cover.WHOLE_COUNTRY),
        ("XVA", None, Cover.UNKNOWN),
        ("XVA", "BY", Cover.UNKNOWN),
        # Names of other things in the library: a weekday, and a calendar of banks.
        ("MON", None, Cover.UNKNOWN),
        ("ECB", None, Cover.UNKNOWN),
    ],
)
def test_what_is_known_of_a_place(country: str, subdivision: str | None, known: Cover) -> None:
    assert cover(Holidays(country=country, subdivision=subdivision)) is known


@pytest.mark.parametrize(
    ("place", "day", "name"),
    [
        (Holidays(country="USA"), (2007, 9, 3), "Labor Day"),
        (Holidays(country="USA"), (2007, 9, 4), ""),
        (Holidays(country="USA"), (2021, 12, 31), "New Year's Day (observed)"),
        (Holidays(country="DEU"), (2024, 10, 3), "German Unity Day"),
        (Holidays(country="DEU"), (2024, 5, 30), ""),
        (Holidays(country="DEU", subdivision="BY"), (2024, 5, 30), "Corpus Christi"),
        (Holidays(country="DEU", subdivision="ZZ"), (2024, 10, 3), "German Unity Day"),
        (Holidays(country="XVA"), (2024, 10, 3), ""),
        (Holidays(country="MON"), (2024, 10, 3), ""),
        (Holidays(country="USA"), (1600, 7, 4), ""),
        (Holidays(country="USA"), (170_000_000, 7, 4), ""),
        (Holidays(country="USA"), (-170_000_000, 7, 4), ""),
    ],
)
def test_a_holiday_by_its_name(place: Holidays, day: tuple[int, int, int], name: str) -> None:
    assert holiday_on(place, day_number(*day)) == name


def test_the_years_that_are_covered() -> None:
    span = years("USA")
    assert span is not None
    assert covers_year(Holidays(country="USA"), span[0])
    assert covers_year(Holidays(country="USA"), span[1])
    assert not covers_year(Holidays(country="USA"), span[0] - 1)
    assert not covers_year(Holidays(country="USA"), span[1] + 1)
    assert years("XVA") is None
    assert not covers_year(Holidays(country="XVA"), 2024)


def test_the_library_tells_its_version() -> None:
    assert library_version() == version("holidays")


SHOWING = """
import sys
import caseviewer.app, caseviewer.ui.main_window, caseviewer.ui.desk, caseviewer.cli
from caseviewer.documents.opening import open_case
from caseviewer.formatting.page import Tab
from caseviewer.formatting.show import case_lines
lines = list(case_lines(open_case(sys.argv[1]), list(Tab)))
print(len(lines), "holidays" in sys.modules)
"""


@pytest.mark.parametrize(
    ("case", "loaded"), [(ROOT_CASE, "False"), ("cases/halvek-v-valdrasia", "True")]
)
def test_the_library_is_loaded_only_for_a_deadline_that_asks_for_it(case: str, loaded: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOWING, case], capture_output=True, text=True, check=True
    )
    lines, found = done.stdout.split()
    assert int(lines) > 100
    assert found == loaded
