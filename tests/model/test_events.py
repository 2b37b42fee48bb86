import pytest
from pydantic import TypeAdapter, ValidationError

from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.kinds import CountingRule, EventKind, Fulfilment, Outcome
from tests.builders import bundle


def test_a_proceeding() -> None:
    raw = bundle()["proceedings"][0] | {"status": "decided", "outcome": "violation"}
    item = TypeAdapter(Proceeding).validate_python(raw)
    assert item.provisions is not None
    assert item.provisions.alleged == ("article 3",)
    assert item.outcome is Outcome.VIOLATION


def test_an_event() -> None:
    item = TypeAdapter(Event).validate_python(bundle()["chronology"][0])
    assert item.kind is EventKind.EXTRADITION
    assert [participant.party for participant in item.participants] == ["group", "xandria"]


def test_a_deadline() -> None:
    item = TypeAdapter(Deadline).validate_python(bundle()["deadlines"][0])
    assert item.period.duration == "P90D"
    assert item.rule is CountingRule.CALENDAR_DAYS
    assert item.fulfilment.status is Fulfilment.NOT_RECORDED
    assert [trigger.stated for trigger in item.triggers] == [False, False]


def test_stated_is_true_or_false() -> None:
    raw = bundle()["deadlines"][0]
    raw["triggers"][0]["stated"] = True
    assert TypeAdapter(Deadline).validate_python(raw).triggers[0].stated is True


@pytest.mark.parametrize("value", ["yes", "true", 1, 0, None])
def test_what_stated_is_not(value: object) -> None:
    raw = bundle()["deadlines"][0]
    raw["triggers"][0]["stated"] = value
    with pytest.raises(ValidationError):
        TypeAdapter(Deadline).validate_python(raw)
