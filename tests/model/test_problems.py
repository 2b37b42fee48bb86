"""A problem reads as one sentence and never carries more of the file than it shows."""

import json

import pytest

from caseviewer.model.problems import BundleError, Place, Problem, Severity, stop

PLACE = Place(41, 20)


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            Problem(
                Severity.SET_ASIDE,
                "date",
                "",
                found="2010-13",
                expected="a date such as 2011-06-09 or 2010-12",
                record="event-complaint",
                short="E7",
                field="date, as a standard date",
                place=PLACE,
            ),
            (
                "E7 is set aside: date, as a standard date: found “2010-13”, expected a date such"
                " as 2011-06-09 or 2010-12 (line 41, column 20)."
            ),
        ),
        (
            Problem(Severity.SET_ASIDE, "kind", "the kind is missing.", record="e-7"),
            "“e-7” is set aside: the kind is missing.",
        ),
        (
            Problem(Severity.SET_ASIDE, "form", "this is no object", found="12"),
            "This record is set aside: this is no object; found “12”.",
        ),
        (
            Problem(Severity.WARN, "url", "no web address", short="S1", expected="an address"),
            "S1: no web address; expected an address.",
        ),
        (
            Problem(Severity.STOP, "zip", "This looks like a ZIP archive", hint="Unpack it."),
            "This looks like a ZIP archive. Unpack it.",
        ),
    ],
)
def test_sentence(problem: Problem, sentence: str) -> None:
    assert problem.sentence() == sentence
    assert str(BundleError(problem)) == sentence


def test_what_is_quoted_is_short_and_visible() -> None:
    problem = Problem(
        Severity.WARN,
        "text",
        "odd",
        found="\u202e" + "x" * 500,
        record="id\x00",
        short="E\n7",
        line_text="\t\u202e" + "y" * 500,
    )
    assert problem.found == "⟨U+202E⟩" + "x" * 71 + "…"
    assert problem.record == "id⟨U+0000⟩"
    assert problem.short == "E⟨U+000A⟩7"
    assert problem.line_text.startswith(" ⟨U+202E⟩yyy")
    assert len(problem.line_text) == 130


def test_as_json_holds_every_field_and_the_sentence() -> None:
    problem = Problem(Severity.WARN, "url", "odd", path=("sources", 0, "url"), place=PLACE)
    values = json.loads(json.dumps(problem.as_json()))
    assert values == {
        "severity": "warn",
        "code": "url",
        "message": "odd",
        "found": "",
        "expected": "",
        "record": "",
        "short": "",
        "field": "",
        "path": ["sources", 0, "url"],
        "place": {"line": 41, "column": 20},
        "hint": "",
        "line_text": "",
        "sentence": "odd (line 41, column 20).",
    }


def test_stop_is_an_error_with_one_problem() -> None:
    error = stop("file.empty", "The file is empty", "Fetch it again.")
    assert error.problem.severity is Severity.STOP
    assert error.problem.code == "file.empty"
    assert str(error) == "The file is empty. Fetch it again."
