import pytest

from caseviewer.bundle.check_events import fulfilments, outcomes, participants, triggers, values
from caseviewer.bundle.report import Check
from tests.bundle.checking import Change, both, put, told

ANSWER = ("deadlines", 0)
TRIGGER = {"label": "the letter", "date": {"edtf": "2019-07"}, "stated": True}


@pytest.mark.parametrize("check", [outcomes, participants, triggers, fulfilments, values])
def test_the_small_bundle_is_sound(check: Check) -> None:
    assert told(check) == []


@pytest.mark.parametrize(
    ("check", "change", "expected"),
    [
        (
            outcomes,
            put("proceedings", 0, "outcome", value="violation"),
            ["C1 outcome: there is an outcome, but the status is “pending”, not “decided”"],
        ),
        (
            outcomes,
            both(
                put("proceedings", 0, "outcome", value="violation"),
                put("proceedings", 0, "status", value="decided"),
            ),
            [],
        ),
        (
            participants,
            put("chronology", 0, "participants", value=[{"party": "group", "role": "witness"}] * 2),
            ["E1 participants/1: the same party stands here twice in the same role"],
        ),
        (
            triggers,
            put(*ANSWER, "triggers", value=[]),
            ["D1 triggers: nothing is named that the period may start from"],
        ),
        (
            triggers,
            put(*ANSWER, "triggers", 1, value={"label": "the letter"}),
            ["D1 triggers/1: this trigger has neither an event nor a date"],
        ),
        (triggers, put(*ANSWER, "triggers", value=[TRIGGER]), []),
        (
            triggers,
            put(*ANSWER, "triggers", value=[TRIGGER] * 2),
            ["D1 triggers/1/stated: a second trigger is marked as the one that the source names"],
        ),
        (
            fulfilments,
            put(*ANSWER, "fulfilment", value={"status": "fulfilled_late"}),
            ["D1 fulfilment: the status is “fulfilled_late”, but no event is named"],
        ),
        (
            fulfilments,
            put(*ANSWER, "fulfilment", value={"status": "fulfilled", "event": "crossing"}),
            [],
        ),
        (fulfilments, put(*ANSWER, "fulfilment", value={"status": "not_fulfilled"}), []),
        (
            values,
            put("differences", 0, "values", value=[{"value": "12"}]),
            ["X1 values: a difference needs two values or more"],
        ),
    ],
)
def test_what_does_not_go_together(check: Check, change: Change, expected: list[str]) -> None:
    assert told(check, change) == expected
