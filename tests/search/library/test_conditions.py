"""Conditions are looked up in the index; what the open case says of them is in another test."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseviewer.model.dates import day_number
from caseviewer.model.dates import parse as parse_date
from caseviewer.search.filters import Field, Filter
from caseviewer.search.library.conditions import Condition, conditions_of, meets, perhaps, together
from caseviewer.search.library.store import open_reading, user_store
from caseviewer.search.library.tags import ANY_YEAR, OF_YEAR, name_tag, tag, year_tag
from caseviewer.search.library.texts import StoredDate
from caseviewer.search.query import parse
from tests.builders import bundle
from tests.search.library.kit import library_of


@pytest.fixture
def index(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    other = bundle()
    other["parties"][2]["name"] = "The Republic of Xandria"
    library_of(tmp_path, bundle(), other).close()
    connection = open_reading(user_store(tmp_path / "index"))
    assert connection is not None
    yield connection
    connection.close()


def conditions(index: sqlite3.Connection, typed: str) -> list[Condition]:
    return conditions_of(index, parse(typed).filters)


def date(edtf: str, first: tuple[int, int, int], last: tuple[int, int, int] | None) -> StoredDate:
    latest = None if last is None else day_number(*last)
    return StoredDate("date", edtf, day_number(*first), latest, guide=False)


IN_2019 = (date("2019-05", (2019, 5, 1), (2019, 5, 31)),)
SOME_TIME = (date("2018/2020", (2018, 1, 1), (2020, 12, 31)),)


def test_names_are_those_of_all_cases(index: sqlite3.Connection) -> None:
    (one,) = conditions(index, "party:xand")
    assert one.tags == {name_tag("p", "Xandria"), name_tag("p", "The Republic of Xandria")}
    (variant,) = conditions(index, "party:женщина")
    assert variant.tags == {name_tag("p", "One woman")}
    (source,) = conditions(index, 'source:"on a crossing"')
    assert len(source.tags) == 2, "two copies that are called differently"


def test_a_name_that_nobody_has_is_told(index: sqlite3.Connection) -> None:
    party, source = conditions(index, "party:nobody source:nothing")
    assert (party.tags, source.tags) == (frozenset(), frozenset())
    assert party.fault.startswith("No party of any case is called “nobody”")
    assert source.fault.startswith("No source of any case is called “nothing”")


def test_a_name_that_very_many_have_is_told(
    index: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseviewer.search.library.conditions._MOST_NAMES", 2)
    (one,) = conditions(index, "party:xand")
    assert (len(one.tags), one.fault) == (2, "")
    (many,) = conditions(index, "party:the")
    assert (len(many.tags), many.fault) == (
        2,
        "party:the fits more than 2 names: only so many are looked for. Write more of it.",
    )


@pytest.mark.parametrize("typed", ["party:P2", "source:s1"])
def test_a_number_tells_nothing_across_cases(index: sqlite3.Connection, typed: str) -> None:
    (one,) = conditions(index, typed)
    assert one.fault.startswith(f"{typed} means another record in each case")


def test_kinds_and_standings_are_tags(index: sqlite3.Connection) -> None:
    kind, standing = conditions(index, "kind:extradition standing:alleged")
    assert kind.tags == {"¶kextradition"}
    assert standing.tags == {"¶talleged"}


def test_years_are_those_that_occur(index: sqlite3.Connection) -> None:
    before, after = conditions(index, "before:2019 after:2019-10")
    assert before.tags == {tag(OF_YEAR, ANY_YEAR), year_tag(2019)}
    assert after.tags == {tag(OF_YEAR, ANY_YEAR), year_tag(2019)}
    (long_ago,) = conditions(index, "before:1900")
    assert long_ago.tags == {tag(OF_YEAR, ANY_YEAR)}


def test_a_day_that_cannot_be_placed_has_no_years(index: sqlite3.Connection) -> None:
    asked = Filter(Field.BEFORE, "x", date=parse_date("../2011"))
    (one,) = conditions_of(index, [asked])
    assert one.tags == {tag(OF_YEAR, ANY_YEAR)}


def test_one_of_several_kinds_is_enough(index: sqlite3.Connection) -> None:
    asked = conditions(index, "kind:event kind:party -kind:gap standing:alleged party:xandria")
    found = [[one.asked.typed for one in several] for several in together(asked)]
    assert sorted(found) == [["alleged"], ["event", "party"], ["gap"], ["xandria"]]


@pytest.mark.parametrize(
    ("typed", "tags", "met"),
    [
        ("kind:event", {"¶kchronology"}, True),
        ("kind:event", {"¶kparties"}, False),
        ("-kind:event", {"¶kparties"}, True),
        ("-kind:event", {"¶kchronology"}, False),
        ("kind:event kind:party", {"¶kparties"}, True),
        ("kind:event standing:alleged", {"¶kchronology"}, False),
    ],
)
def test_tags_meet_conditions(
    index: sqlite3.Connection, typed: str, tags: set[str], met: bool
) -> None:
    assert meets(tags, (), conditions(index, typed)) is met


@pytest.mark.parametrize(
    ("typed", "dates", "met"),
    [
        ("before:2020", IN_2019, True),
        ("before:2019", IN_2019, False),
        ("before:2019", SOME_TIME, True),
        ("before:2019", (), False),
        ("-before:2019", IN_2019, True),
        ("-before:2019", SOME_TIME, True),
        ("-before:2020", IN_2019, False),
        ("-before:2020", (), False),
        ("after:2018", IN_2019, True),
    ],
)
def test_dates_meet_conditions(
    index: sqlite3.Connection, typed: str, dates: tuple[StoredDate, ...], met: bool
) -> None:
    assert meets(set(), dates, conditions(index, typed)) is met


def test_doubtful_dates_are_told(index: sqlite3.Connection) -> None:
    asked = conditions(index, "before:2019")
    assert list(perhaps(SOME_TIME, asked)) == [("before:2019", "2018 to 2020")]
    assert list(perhaps(IN_2019, asked)) == []
    assert list(perhaps((), asked)) == []
    window = StoredDate("end", "", day_number(2018, 1, 1), None, guide=False)
    assert list(perhaps((window,), asked)) == [("before:2019", "its end is not certain")]
    assert list(perhaps(SOME_TIME, conditions(index, "kind:event"))) == []


def test_one_date_has_to_meet_all_conditions(index: sqlite3.Connection) -> None:
    asked = conditions(index, "after:2017 before:2019-03 -before:2016")
    early = (date("2017", (2017, 1, 1), (2017, 12, 31)),)
    assert not meets(set(), early + IN_2019, asked)
    assert meets(set(), early + SOME_TIME, asked)
    both = ("after:2017 before:2019-03", "2018 to 2020")
    assert list(perhaps(early + SOME_TIME, asked)) == [both]
