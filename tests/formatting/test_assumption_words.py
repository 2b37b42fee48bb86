"""What the reader may assume of a deadline, and what he does, in words."""

from typing import Any

import pytest

from caseviewer.formatting.assumption_words import (
    assumption_words,
    event_choices,
    rule_choices,
    rule_name,
    start_choices,
    start_words,
)
from caseviewer.model.dated import Date
from caseviewer.model.events import Deadline
from caseviewer.model.kinds import CountingRule
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reckoning import reckon
from caseviewer.model.standpoint import Assumption, Standpoint
from tests.formatting import samples
from tests.formatting.making import changed, opened
from tests.model.known import day, event, values_of
from tests.model.known import deadline as deadline_of

CLEAR = CountingRule.CLEAR_DAYS


def deadline(case: OpenedCase) -> Deadline:
    return case.case.deadlines[0]


def assuming(case: OpenedCase, **assumed: Any) -> OpenedCase:
    return case.seen_from(Standpoint().assuming(Assumption(deadline(case).id, **assumed)))


@pytest.mark.parametrize(
    ("assumed", "words", "button"),
    [
        ({}, "", "2 possible starts"),
        ({"trigger": 1}, "counted from E6", "E6"),
        ({"event": "publication"}, "counted from E7", "E7"),
        ({"start": Date(edtf="2012-07-11")}, "counted from 11 July 2012", "11 July 2012"),
        ({"rule": CLEAR}, "by clear days", "2 possible starts"),
        ({"trigger": 0, "rule": CLEAR}, "counted from E5, by clear days", "E5"),
    ],
)
def test_an_assumption_in_words(assumed: dict[str, Any], words: str, button: str) -> None:
    case = assuming(samples.first(), **assumed)
    assert assumption_words(case, reckon(case, deadline(case))) == words
    assert start_words(case, deadline(case)) == button


@pytest.mark.parametrize(
    ("triggers", "words"),
    [
        ([], "nothing"),
        ([{"label": "the letter", "date": {"edtf": "2019"}}], "the letter"),
        ([{"label": "it", "event": "crossing"}], "E1"),
        ([{"label": "a"}, {"label": "b", "stated": True}], "b"),
    ],
)
def test_what_the_file_counts_from(triggers: list[dict[str, object]], words: str) -> None:
    case = opened(**changed("deadlines", triggers=triggers))
    assert start_words(case, deadline(case)) == words


def test_a_trigger_without_an_event_is_named_by_its_label() -> None:
    triggers = [{"label": "a", "event": "crossing"}, {"label": "b", "date": {"edtf": "2019"}}]
    case = assuming(opened(**changed("deadlines", triggers=triggers)), trigger=1)
    assert assumption_words(case, reckon(case, deadline(case))) == "counted from b"


def test_a_trigger_with_a_date_of_its_own_is_not_named_by_its_event() -> None:
    """The event has another date, from which it can be counted as from any other."""
    trigger: dict[str, object] = {
        "label": "service",
        "event": "crossing",
        "date": {"edtf": "2019-06"},
    }
    case = opened(**changed("deadlines", triggers=[trigger, {"label": "b"}]))
    (choice,) = start_choices(case, deadline(case))
    assert choice.words == "service"
    assert [one.words.split()[0] for one in event_choices(case, deadline(case))] == ["E1", "E2"]
    assumed = assuming(case, trigger=0)
    assert assumption_words(assumed, reckon(assumed, deadline(assumed))) == "counted from service"


def test_each_dated_trigger_can_be_chosen_and_keeps_the_rule() -> None:
    triggers = [
        {"label": "a", "event": "crossing"},
        {"label": "never"},
        {"label": "b", "date": {"edtf": "2019"}},
    ]
    case = assuming(opened(**changed("deadlines", triggers=triggers)), trigger=2, rule=CLEAR)
    found = start_choices(case, deadline(case))
    assert [(one.words, one.chosen) for one in found] == [("E1 a", False), ("b", True)]
    assert [one.assumption for one in found] == [
        Assumption(deadline(case).id, trigger=at, rule=CLEAR) for at in (0, 2)
    ]


def test_a_choice_names_the_same_start_on_every_day() -> None:
    chronology = [
        event("late", "t-new", date={"edtf": "2015-05-02"}),
        event("one", "t-old", date={"edtf": "2012-05-01"}),
    ]
    starts = [{"label": name, "event": name} for name in ("late", "one")]
    whole = opened(
        **values_of(chronology=chronology, deadlines=[deadline_of("d", "t-old", triggers=starts)])
    )
    seen = whole.seen_from(Standpoint(day("2018-06-01")))
    (choice,) = start_choices(seen, deadline(seen))
    assert (choice.words, choice.assumption) == ("E2 one", Assumption("d", trigger=1))
    assert start_words(seen, deadline(seen)) == "not all starts shown"
    for standpoint in (Standpoint(), Standpoint(day("2018-06-01"))):
        case = whole.seen_from(standpoint.assuming(choice.assumption))
        assert assumption_words(case, reckon(case, deadline(case))) == "counted from E2"
        assert start_words(case, deadline(case)) == "E2"
        assert [one.chosen for one in start_choices(case, deadline(case))][-1]


def test_other_dated_events_can_be_chosen() -> None:
    case = assuming(samples.first(), event="publication", rule=CLEAR)
    found = event_choices(case, deadline(case))
    assert [one.words.split(" ")[0] for one in found] == ["E1", "E2", "E3", "E4", "E7"]
    assert [one.chosen for one in found] == [False] * 4 + [True]
    assert {one.assumption.rule for one in found} == {CLEAR}
    assert not any(one.chosen for one in event_choices(samples.first(), deadline(case)))


def test_undated_events_cannot_be_chosen() -> None:
    triggers = [{"label": "b", "date": {"edtf": "2019"}}]
    for date in (None, {"verbatim": "soon"}):
        events = changed("chronology", date=date)
        case = opened(**events, **changed("deadlines", triggers=triggers))
        assert "crossing" not in {
            one.assumption.event for one in event_choices(case, deadline(case))
        }
    case = opened(**changed("deadlines", triggers=triggers))
    assert "crossing" in {one.assumption.event for one in event_choices(case, deadline(case))}


def test_every_rule_can_be_chosen_and_the_files_own_is_named() -> None:
    case = assuming(samples.first(), trigger=1, rule=CLEAR)
    found = rule_choices(case, deadline(case))
    assert [one.assumption.rule for one in found] == list(CountingRule)
    assert {one.assumption.trigger for one in found} == {1}
    assert [one.chosen for one in found] == [rule is CLEAR for rule in CountingRule]
    assert [one.words.endswith(" (as the file says)") for one in found] == [True] + [False] * 3
    first = rule_choices(samples.first(), deadline(case))
    assert [one.chosen for one in first] == [True] + [False] * 3


@pytest.mark.parametrize("rule", CountingRule)
def test_every_rule_has_a_short_name(rule: CountingRule) -> None:
    assert 0 < len(rule_name(rule)) <= 24
