import pytest

from caseviewer.model.dates import parse
from caseviewer.review.looking import apart, dated_value, surely_before
from tests.review.looks import event, look, passage, source


@pytest.mark.parametrize(
    ("one", "other", "before", "separate"),
    [
        ("2011", "2012", True, True),
        ("2012", "2011", False, True),
        ("2011", "2011-06", False, False),
        ("../2011", "2012", True, True),
        ("2011/..", "2012", False, False),
        ("2011", "../2012", False, False),
    ],
)
def test_only_bounds_tell_what_comes_first(
    one: str, other: str, before: bool, separate: bool
) -> None:
    assert surely_before(parse(one), parse(other)) is before
    assert apart(parse(one), parse(other)) is separate


def test_a_source_speaks_for_its_author_else_for_its_publisher() -> None:
    sources = [
        source("a", author=["x", "y"], publisher="z"),
        source("b", publisher="z"),
        source("c"),
    ]
    looking = look(sources=sources, passages=[passage("t", "b"), passage("u", "lost")])
    assert looking.said_by("a") == ("x", "y")
    assert looking.said_by("b") == looking.said_by("t") == ("z",)
    assert looking.said_by("c") == looking.said_by("u") == looking.said_by("lost") == ()
    assert [one.id for one in looking.sources_of(["t", "t", "u", "lost"])] == ["b"]


def test_an_event_without_a_date_has_none_to_compare() -> None:
    dated, undated = look(chronology=[event("a", "2012"), event("b", None)]).case.chronology
    assert [value.record for value in dated_value(dated)] == ["a"]
    assert dated_value(undated) == ()
