"""Windows that are no surer than what they are counted from."""

from typing import Any

import pytest

from caseviewer.formatting.deadline_page import deadline_page, deadline_words, state_words
from caseviewer.formatting.page import BlockKind, Page
from caseviewer.model.dates import day_number
from caseviewer.model.events import Deadline
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Assumption, Standpoint
from tests.formatting import samples
from tests.formatting.making import changed, fields, opened


def deadline(case: OpenedCase) -> Deadline:
    return case.case.deadlines[0]


def page(case: OpenedCase) -> Page:
    return deadline_page(case, deadline(case))


def with_triggers(*triggers: dict[str, Any]) -> OpenedCase:
    return opened(**changed("deadlines", triggers=list(triggers)))


@pytest.mark.parametrize(
    ("start", "words", "state", "note"),
    [
        ("2012-06-01", "30 August 2012", "window over", None),
        ("2012-06-01~", "about 30 August 2012", "window over (only a guide)", "approximate"),
        ("2012-06-01?", "30 August 2012 (uncertain)", "window over (only a guide)", "uncertain"),
        (
            "2012-06-01%",
            "about 30 August 2012 (uncertain)",
            "window over (only a guide)",
            "approximate or uncertain",
        ),
        (
            "2012-06-01/2012-06-26~",
            "about 30 August to 24 September 2012",
            "window over (only a guide)",
            "approximate",
        ),
    ],
)
def test_a_window_is_no_surer_than_its_start(
    start: str, words: str, state: str, note: str | None
) -> None:
    trigger = {"label": "it", "date": {"edtf": start}, "stated": True}
    case = with_triggers(trigger).seen_from(Standpoint(today=day_number(2012, 9, 1)))
    found = page(case)
    shown = fields(found)
    assert shown["Ends"] == words
    assert shown["As at 1 February 2020"].startswith(f"{state}; ")
    assert ("(only a guide)" in shown["Today, 1 September 2012"]) is (note is not None)
    notes = [block.text for block in found.blocks if block.kind is BlockKind.NOTE]
    told = f"Only a guide: a start that it is counted from is {note}."
    assert (told in notes) is (note is not None)
    assert len(notes) == (note is not None)


@pytest.mark.parametrize(("start", "told"), [("extradition", True), ("publication", False)])
def test_a_start_before_what_the_period_follows_is_told(start: str, told: bool) -> None:
    case = samples.first().seen_from(Standpoint(assumptions=(Assumption("response", event=start),)))
    found = [
        block
        for block in page(case).blocks
        if block.kind is BlockKind.NOTE and block.text.startswith("The start that you assume")
    ]
    assert len(found) == told
    for block in found:
        assert block.text == (
            "The start that you assume lies before E5 1 June 2012: Committee decides that the"
            " extradition breached the Convention. By this file the period starts then or later."
        )
        assert [span.target.record for span in block.spans if span.target] == ["decision-made"]


def test_an_unknown_end_needs_no_mark_of_doubt() -> None:
    case = with_triggers({"label": "a", "date": {"edtf": "2012~"}}, {"label": "b"})
    assert deadline_words(case, deadline(case)) == "end not known; start not stated"
    assert state_words(case, deadline(case)) == "end not known; no reply recorded in this file"
