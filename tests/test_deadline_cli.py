"""The command line for deadlines."""

import json
from pathlib import Path
from typing import Any

import pytest

from caseviewer import cli
from tests.builders import bundle, write
from tests.commands import SAMPLES

Captured = pytest.CaptureFixture[str]
FIRST, SECOND = (str(next(path for path in SAMPLES if path.name.startswith(name)))
                 for name in ("abdussamatov", "halvek"))  # fmt: skip


def counted(capsys: Captured, path: str, *options: str, code: int = 0) -> tuple[str, str]:
    assert cli.main(["deadline", path, *options]) == code
    printed = capsys.readouterr()
    return printed.out, printed.err


def values(capsys: Captured, path: str, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(counted(capsys, path, *options, "--json")[0])[
        "deadlines"
    ]
    return found


def test_all_deadlines_or_one_of_them_are_told(capsys: Captured) -> None:
    out, _ = counted(capsys, SECOND)
    assert [line for line in out.splitlines() if line.endswith(" · deadline")] == [
        f"D{at} · deadline" for at in range(1, 10)
    ]
    out, _ = counted(capsys, SECOND, "d4")
    assert out.startswith("Appeal against the sentence\nD4 · deadline\n\n  Ends: 31 May 2016\n")
    assert "is the last clear day" in out


def test_steps_of_the_first_sample(capsys: Captured) -> None:
    out, told = counted(capsys, FIRST)
    assert "1 June 2012 + 90 days = Thursday 30 August 2012" in out
    assert "26 June 2012 + 90 days = Monday 24 September 2012" in out
    assert "your assumption" not in out
    assert told == ""


@pytest.mark.parametrize(
    ("options", "earliest", "latest", "assumed"),
    [
        ((), "2012-08-30", "2012-09-24", ""),
        (("--from", "11 July 2012"), "2012-10-09", "2012-10-09", "counted from 11 July 2012"),
        (("--from", "2012-07-11"), "2012-10-09", "2012-10-09", "counted from 11 July 2012"),
        (("--from", "e6"), "2012-08-30", "2012-09-24", "counted from E6"),
        (("--from", "publication"), "2012-09-24", "2012-09-24", "counted from E7"),
        (("--rule", "clear_days"), "2012-08-31", "2012-09-25", "by clear days"),
        (
            ("--from", "E5", "--rule", "clear_days"),
            "2012-08-31",
            "2012-08-31",
            "counted from E5, by clear days",
        ),
        (("--from", "2012-06-01/.."), "2012-08-30", None, "counted from 1 June 2012 or later"),
        (
            ("--from=-0001-01-01",),
            "-0001-04-01",
            "-0001-04-01",
            "counted from 1 January 2 BC",
        ),
    ],
)
def test_another_start_or_rule_is_counted_and_marked(
    options: tuple[str, ...],
    earliest: str,
    latest: str | None,
    assumed: str,
    capsys: Captured,
) -> None:
    (found,) = values(capsys, FIRST, "D1", *options)
    assert (found["ends"]["earliest"], found["ends"]["latest"]) == (earliest, latest)
    assert found["assumed"] == assumed
    assert found["file"] == {
        "earliest": "2012-08-30",
        "latest": "2012-09-24",
        "approximate": False,
        "uncertain": False,
        "words": "30 August to 24 September 2012; start not stated",
    }
    assert ("your assumption" in found["ends"]["words"]) is bool(assumed)
    assert found["state"].startswith("window ")
    assert found["page"][0]["text"] == found["title"]
    assert (found["id"], found["number"]) == ("response", "D1")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("D9",), "No deadline is called “D9”. There are: D1."),
        (("--from", "soon"), "cannot be read as a date"),
        (("--from", "P1"), "cannot be read as a date"),
    ],
)
def test_what_cannot_be_counted_is_told(
    options: tuple[str, ...], words: str, capsys: Captured
) -> None:
    out, told = counted(capsys, FIRST, *options, code=2)
    assert out == ""
    assert words in told


def test_a_start_that_is_about_some_day_leaves_the_end_so(capsys: Captured) -> None:
    (found,) = values(capsys, FIRST, "D1", "--from", "2012-06-01~")
    assert found["ends"] == {
        "earliest": "2012-08-30",
        "latest": "2012-08-30",
        "approximate": True,
        "uncertain": False,
        "words": "about 30 August 2012; your assumption: counted from about 1 June 2012",
    }


def test_an_event_is_counted_from_its_own_date_and_not_from_that_of_a_start(
    capsys: Captured, tmp_path: Path
) -> None:
    value = bundle()
    starts = [
        {"label": "service", "event": "crossing", "date": {"edtf": "2012-06-01"}},
        {"label": "the letter", "date": {"edtf": "2019-07"}},
    ]
    value["deadlines"][0]["triggers"] = starts
    (found,) = values(capsys, str(write(tmp_path, value)), "D1", "--from", "E1")
    assert found["ends"]["words"] == "1 August 2019; your assumption: counted from E1"


def test_a_start_before_the_decision_is_told(capsys: Captured) -> None:
    out, _ = counted(capsys, FIRST, "--from", "E3")
    assert "The start that you assume lies before E5 1 June 2012" in out
    out, _ = counted(capsys, FIRST, "--from", "E7")
    assert "lies before" not in out


def test_deadlines_are_counted_as_they_could_be_known(capsys: Captured) -> None:
    out, _ = counted(capsys, FIRST, "--as-at", "2012-06-26")
    assert "D1 · deadline\n\n    As at 26 June 2012: what could be known on that day." in out
    assert "As at 26 June 2012: window open; no reply known by then from this file" in out
    found = json.loads(counted(capsys, FIRST, "--as-at", "2012-06-26", "--json")[0])
    assert found["as_at"]["day"] == "2012-06-26"
    assert found["deadlines"][0]["page"][2]["text"].startswith("As at 26 June 2012")
    assert json.loads(counted(capsys, FIRST, "--json")[0])["as_at"] is None


@pytest.mark.parametrize(
    ("path", "options", "words"),
    [
        (
            FIRST,
            ("--as-at", "2012-06-10"),
            "By what this file holds, no deadline was known on 10 June 2012.\n",
        ),
        (
            FIRST,
            ("D1", "--as-at", "2012-06-10"),
            (
                "“D1” is in this file, but by what the file holds it could not be known on"
                " 10 June 2012.\n"
            ),
        ),
        (
            SECOND,
            ("--as-at", "2019-06-01", "--from", "e-inquiry"),
            (
                "“e-inquiry” is in this file, but by what the file holds it could not be known on"
                " 1 June 2019.\n"
            ),
        ),
    ],
)
def test_what_could_not_be_known_then_is_not_said_to_be_missing(
    path: str, options: tuple[str, ...], words: str, capsys: Captured
) -> None:
    assert counted(capsys, path, *options, code=2) == ("", words)


def test_an_event_without_a_date_starts_nothing(capsys: Captured) -> None:
    _, told = counted(capsys, SECOND, "D1", "--from", "E68", code=2)
    assert told == "E68 has no date to count from.\n"


def test_a_case_that_cannot_be_opened_is_told(capsys: Captured, tmp_path: Path) -> None:
    out, told = counted(capsys, str(tmp_path / "none.json"), code=2)
    assert out == ""
    assert told


def test_a_case_without_deadlines_has_nothing_to_tell(capsys: Captured, tmp_path: Path) -> None:
    path = str(write(tmp_path, bundle(deadlines=[])))
    assert counted(capsys, path) == ("", "")
    assert values(capsys, path) == []
