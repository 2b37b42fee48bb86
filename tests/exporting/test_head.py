from dataclasses import replace

import pytest

from caseviewer.exporting import head
from caseviewer.exporting.head import Chosen, facts, holds_words, made_now, warnings
from caseviewer.model.dates import day_number
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.standpoint import Standpoint
from tests.exporting.papers import MADE
from tests.formatting.making import opened


def told(case: OpenedCase, chosen: Chosen | None = None) -> dict[str, str]:
    return {one.label: one.words.text for one in facts(case, MADE, "2 events", chosen, "by day")}


def test_the_head_says_of_what_how_and_when() -> None:
    assert told(opened()) == {
        "Case": "small-case",
        "As of": "1 February 2020",
        "Holds": "2 events",
        "Order": "by day",
        "Handling": "Invented; no care needed.",
        "Checked": "valid · no documents recorded · no passages · 1 gap · 1 deadline over",
        "Compiled by": "A. Compiler, 2 February 2020",
        "Made from": f"case.json, SHA-256 {'ab' * 32}",
        "Made on": "24 November 2026, by Case Viewer 0.1.0",
    }


def test_where_the_reader_stands_and_what_he_chose_is_told() -> None:
    case = opened(handling=None).seen_from(Standpoint(as_at=day_number(2019, 6, 1)))
    found = told(case, Chosen(frozenset(), "Standing: alleged"))
    assert found["As could be known on"] == "1 June 2019"
    assert found["Chosen by"] == "Standing: alleged"
    assert list(found)[:5] == [
        "Case",
        "File speaks up to",
        "As could be known on",
        "Holds",
        "Chosen by",
    ]
    assert "Handling" not in found


def test_words_of_the_case_have_its_language() -> None:
    found = facts(opened(language="kk"), MADE, "", None, "")
    assert {one.label for one in found if one.words.language == "kk"} == {"Handling", "Compiled by"}


def problem(severity: Severity = Severity.SET_ASIDE) -> Problem:
    return Problem(severity, "code", "it cannot be read")


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "Incomplete: 1 record of the file"), (3, "Incomplete: 3 records of the file")],
)
def test_what_is_missing_is_told_first(count: int, words: str) -> None:
    case = replace(opened(fiction=False), problems=(problem(),) * count)
    (said,) = warnings(case)
    assert said.startswith(words)


def test_fiction_and_problems_without_number_are_told() -> None:
    case = replace(opened(), unlisted_problems=9, problems=(problem(Severity.WARN),))
    fiction, many = warnings(case)
    assert fiction == "An invented case: fiction."
    assert "9 of them are not listed" in many
    assert warnings(opened(fiction=False)) == ()


NAMES = (("event", "events"), ("deadline", "deadlines"))


@pytest.mark.parametrize(
    ("shown", "every", "words"),
    [
        ((68, 9), (68, 9), "68 events and 9 deadlines"),
        ((1, 1), (1, 1), "1 event and 1 deadline"),
        ((37, 9), (68, 9), "37 of 68 events and 9 deadlines"),
        ((0, 0), (1, 2), "0 of 1 event and 0 of 2 deadlines"),
    ],
)
def test_how_many_there_are(shown: tuple[int, int], every: tuple[int, int], words: str) -> None:
    assert holds_words(shown, every, NAMES) == words


def test_today_and_the_version_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(head, "program_version", lambda: "9.9")
    made = made_now()
    assert made.version == "9.9"
    assert made.day > day_number(2026, 1, 1)


def test_a_program_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(head, "program_version", str)
    assert made_now().version == "not installed"
