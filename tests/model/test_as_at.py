from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from caseviewer.documents.opening import begin
from caseviewer.model.as_at import LeftOut, Starts, known_at
from caseviewer.model.as_at_choice import Reason
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex, all_records
from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.kinds import Fulfilment, Outcome, ProceedingStatus
from caseviewer.model.open_points import Difference
from caseviewer.model.parties import Party
from caseviewer.model.references import Kind, references
from caseviewer.model.sources import Source
from tests import generator
from tests.conftest import ROOT
from tests.model.known import (
    day,
    deadline,
    difference,
    event,
    known,
    party,
    proceeding,
    source,
)

ON = "2018-06-01"
EVENTS = [event("e-old", "t-old"), event("e-new", "t-new"), event("e-both", "t-old", "t-new")]

SAMPLES = {
    name: begin(ROOT / "cases" / name).opened.index
    for name in ("abdussamatov-v-kazakhstan", "halvek-v-valdrasia")
}
FIRST, SECOND = SAMPLES.values()
COUNTED = (Kind.SOURCE, Kind.EVENT, Kind.DEADLINE, Kind.QUOTATION, Kind.DIFFERENCE)


@pytest.mark.parametrize(
    ("index", "on", "counts"),
    [
        (FIRST, "2011-06-10", (0, 0, 0, 0, 0)),
        (FIRST, "2012-06-10", (1, 2, 0, 0, 0)),
        (FIRST, "2012-06-25", (1, 2, 0, 0, 0)),
        (FIRST, "2012-06-26", (2, 7, 1, 6, 5)),
        (FIRST, "2012-07-01", (2, 7, 1, 6, 5)),
        (FIRST, "2100-01-01", (2, 7, 1, 6, 5)),
        (SECOND, "1990-01-01", (0, 0, 0, 0, 0)),
        (SECOND, "2016-03-20", (4, 11, 0, 12, 0)),
        (SECOND, "2017-06-10", (8, 27, 0, 17, 2)),
        (SECOND, "2019-06-01", (14, 56, 7, 37, 11)),
        (SECOND, "2020-09-30", (17, 68, 9, 37, 11)),
    ],
)
def test_what_the_samples_know_on_a_day(index: CaseIndex, on: str, counts: tuple[int, ...]) -> None:
    found = known_at(index, day(on))
    shown = found.account.shown
    assert len(found.case.sources) == shown[Kind.SOURCE]
    assert tuple(shown[kind] for kind in COUNTED) == counts
    assert found.account.whole[Kind.EVENT] == len(index.case.chronology)


def test_a_republication_is_told_from_its_own_day() -> None:
    """The courier of 18 March tells nothing of who republished it on the 21st."""
    assert known_at(SECOND, day("2016-03-20")).index.get("e-border-wire") is None
    assert known_at(SECOND, day("2016-03-21")).index.get("e-border-wire") is not None


def test_the_header_stays_but_not_the_summary() -> None:
    found = known(ON).case
    assert found.summary is None
    assert (found.title, found.handling, found.fiction) == (
        "A crossing on 3 May 2019",
        "Invented; no care needed.",
        True,
    )


def test_the_account_tells_what_is_left_out_and_why() -> None:
    account = known(ON, chronology=EVENTS, parties=[]).account
    assert account.left_out == (
        LeftOut(Kind.EVENT, Reason.LATER, 1),
        LeftOut(Kind.SOURCE, Reason.LATER, 1),
        LeftOut(Kind.SOURCE, Reason.UNDATED, 1),
        LeftOut(Kind.PASSAGE, Reason.LATER, 1),
        LeftOut(Kind.PASSAGE, Reason.UNDATED, 1),
    )
    assert account.hidden == {"e-new", "new", "undated", "t-new", "t-undated"}
    assert account.later_too == account.unsettled == {"e-both"}
    assert account.may_be_known == ("year",)
    assert account.by_citation == ()
    assert account.day == day(ON)


def test_words_for_a_date_that_a_later_source_may_have_used_are_not_shown() -> None:
    dates = (None, {"edtf": "2017"}, {"verbatim": "in May"}, {"edtf": "2017-05", "verbatim": "May"})
    events = [
        event(f"e-{name}-{at}", *basis, **({} if date is None else {"date": date}))
        for name, basis in (("old", ("t-old",)), ("both", ("t-old", "t-new")))
        for at, date in enumerate(dates)
    ]
    found = known(ON, chronology=events).case.chronology
    shown = {one.id: one.date and (one.date.edtf, one.date.verbatim) for one in found}
    assert shown == {
        "e-old-0": None,
        "e-old-1": ("2017", None),
        "e-old-2": (None, "in May"),
        "e-old-3": ("2017-05", "May"),
        "e-both-0": None,
        "e-both-1": ("2017", None),
        "e-both-2": None,
        "e-both-3": ("2017-05", None),
    }


def test_a_record_keeps_its_number_though_others_before_it_are_hidden() -> None:
    chronology = [event("a", "t-new"), event("b", "t-old"), event("c", "t-old", number=9)]
    found = known(ON, chronology=chronology)
    assert [found.index.short(name) for name in ("a", "b", "c")] == ["", "E2", "E9"]


DECIDED = {"outcome": "violation", "outcome_summary": "Breached; later upheld."}


@pytest.mark.parametrize(
    ("basis", "events", "decided", "summary", "unsettled"),
    [
        (["t-old"], {}, True, True, False),
        (["t-old", "t-new"], {}, False, False, True),
        (["t-old"], {"complaint": "e-old", "decision": "e-new"}, False, False, True),
        (["t-old"], {"complaint": "e-old", "decision": "e-old"}, True, True, False),
        (["t-old", "t-new"], {"decision": "e-old"}, True, False, False),
        (["t-old"], {"complaint": "e-old", "decision": "no-such-event"}, True, True, False),
        ([], {"complaint": "e-old"}, False, False, True),
        ([], {"complaint": "e-old", "decision": "no-such-event"}, False, False, True),
        (["t-undated"], {"complaint": "e-old"}, False, False, True),
        (["t-old", "t-undated"], {"complaint": "e-old"}, False, False, True),
        ([], {"complaint": "e-old", "decision": "e-old"}, True, False, False),
        (["t-undated"], {"decision": "e-old"}, True, False, False),
    ],
)
def test_how_a_proceeding_ended_is_shown_once_it_could_be_known(
    basis: list[str], events: dict[str, str], decided: bool, summary: bool, unsettled: bool
) -> None:
    made = proceeding("c", *basis, **events)
    found = known(ON, proceedings=[made], chronology=EVENTS)
    item = found.index.get("c")
    assert isinstance(item, Proceeding)
    assert item.provisions is not None
    assert item.provisions.alleged == ("article 3",)
    assert (item.outcome is Outcome.VIOLATION) is decided
    ends = (item.session, item.remedies, item.provisions.found)
    assert all(map(bool, ends)) is any(map(bool, ends)) is decided
    assert (item.outcome_summary is not None) is summary
    assert ("c" in found.account.unsettled) is unsettled
    assert (item.status is ProceedingStatus.SUBMITTED) is unsettled


def test_a_proceeding_without_provisions_has_none_to_lose() -> None:
    made = proceeding("c", "t-old", "t-new") | {"provisions": None}
    made.pop("provisions")
    item = known(ON, proceedings=[made]).index.get("c")
    assert isinstance(item, Proceeding)
    assert item.provisions is None


@pytest.mark.parametrize(
    ("stated", "left"), [((), ["e-old"]), (("e-old",), ["e-old"]), (("e-new",), [])]
)
def test_a_period_is_not_counted_from_other_starts_than_the_one_that_is_named(
    stated: tuple[str, ...], left: list[str]
) -> None:
    triggers = [
        {"label": name, "event": name, "stated": name in stated} for name in ("e-old", "e-new")
    ]
    found = known(ON, deadlines=[deadline("d", "t-old", triggers=triggers)], chronology=EVENTS)
    item = found.index.get("d")
    assert isinstance(item, Deadline)
    assert [trigger.event for trigger in item.triggers] == left


STARTS: dict[str, dict[str, Any]] = {
    "old": {"label": "old", "event": "e-old"},
    "new": {"label": "new", "event": "e-new"},
    "own": {"label": "own", "event": "e-new", "date": {"edtf": "2018"}},
    "bare": {"label": "bare"},
}


@pytest.mark.parametrize(
    ("starts", "stated", "told"),
    [
        (["old"], [], None),
        (["old", "own", "bare"], [], None),
        (["old", "new"], [], Starts((0,), lacking=True)),
        (["new", "old", "own"], [], Starts((1, 2), lacking=True)),
        (["new", "old"], ["old"], Starts((1,), lacking=False)),
        (["new", "old"], ["new"], Starts((), lacking=True)),
        (["new", "old", "own"], ["new", "own"], Starts((1, 2), lacking=True)),
    ],
)
def test_starts_that_are_not_shown_are_told_and_leave_the_others_their_places(
    starts: list[str], stated: list[str], told: Starts | None
) -> None:
    triggers = [STARTS[name] | {"stated": name in stated} for name in starts]
    found = known(ON, deadlines=[deadline("d", "t-old", triggers=triggers)], chronology=EVENTS)
    item = found.index.get("d")
    assert isinstance(item, Deadline)
    assert found.account.starts.get("d") == told
    places = range(len(starts)) if told is None else told.places
    assert [trigger.label for trigger in item.triggers] == [starts[at] for at in places]


@pytest.mark.parametrize(
    ("basis", "given", "left"),
    [
        (["t-old"], ("fulfilled", "e-old", "n"), ("fulfilled", "e-old", "n")),
        (["t-old", "t-new"], ("fulfilled", "e-old", "n"), ("fulfilled", "e-old", None)),
        (["t-old"], ("fulfilled", "e-new", "n"), ("not_recorded", None, None)),
        (["t-old", "t-undated"], ("fulfilled", "e-old", "n"), ("fulfilled", "e-old", None)),
        ([], ("fulfilled", "e-old", "n"), ("fulfilled", "e-old", None)),
        (["t-old"], ("fulfilled_late", None, "in 2019"), ("not_recorded", None, None)),
        (["t-old"], ("fulfilled", "no-such-event", "n"), ("not_recorded", None, None)),
        (["t-old"], ("fulfilled", "state", "n"), ("not_recorded", None, None)),
        (["t-old"], ("not_recorded", None, "still in 2019"), ("not_recorded", None, None)),
        (["t-old", "t-new"], ("not_fulfilled", None, "n"), ("not_recorded", None, None)),
    ],
)
def test_an_answer_is_shown_once_it_could_be_known(
    basis: list[str], given: tuple[str, ...], left: tuple[str | None, ...]
) -> None:
    status, name, note = given
    fulfilment: dict[str, Any] = {"status": status, "note": note}
    if name is not None:
        fulfilment["event"] = name
    starts = [{"label": "old", "event": "e-old"}]
    made = deadline("d", *basis, fulfilment=fulfilment, triggers=starts)
    item = known(ON, deadlines=[made], chronology=EVENTS).index.get("d")
    assert isinstance(item, Deadline)
    found = item.fulfilment
    assert (found.status, found.event, found.note) == (Fulfilment(left[0] or ""), *left[1:])


def test_copies_of_a_hidden_original_stay_copies_of_one_work() -> None:
    sources = [
        source("first", "2018-01", same_work_as="original"),
        source("second", "2018-02", same_work_as="original"),
        source("original", "2019"),
        source("alone", "2018", same_work_as="lost"),
        source("lost", "2019"),
        source("copy", "2018-03", same_work_as="first"),
    ]
    found = known(ON, sources=sources, passages=())
    named = {item.id: item.same_work_as for item in found.case.sources}
    assert named == {"first": None, "second": "first", "alone": None, "copy": "first"}
    assert len(found.index.copies("second")) == 3


def test_a_difference_shows_the_values_that_are_told() -> None:
    items = [
        difference("x", "t-old", "t-new", None, "t-year", resolution="It was 1."),
        difference("y", "t-old", "t-undated", "t-year", resolution="It was 2."),
        difference("z", "t-old", "t-year", resolution="It was 3."),
    ]
    found = known(ON, differences=items).case.differences
    assert all(isinstance(item, Difference) for item in found)
    assert [[value.value for value in item.values] for item in found] == [
        ["0", "3"],
        ["0", "2"],
        ["0", "1"],
    ]
    assert [item.resolution for item in found] == [None, None, "It was 3."]


def test_who_says_so_is_shown_as_far_as_he_is_known() -> None:
    parties = [party("p-old", basis=["t-old"]), party("p-new", basis=["t-new"])]
    made = event("e", "t-old", "t-new", asserted_by=["p-new", "p-old"])
    item = known(ON, chronology=[made], parties=parties).index.get("e")
    assert isinstance(item, Event)
    assert item.asserted_by == ("p-old",)


def test_what_was_dangling_before_stays_as_it_is() -> None:
    parties = [party("p", basis=["t-old"], roles=[{"role": "judge", "in": "nowhere"}])]
    found = known(ON, parties=parties).index.get("p")
    assert isinstance(found, Party)
    assert found.roles[0].within == "nowhere"


GENERATED = [
    CaseIndex(TypeAdapter(Case).validate_python(generator.bundle(150, seed))) for seed in range(4)
]
WHOLE = st.sampled_from([*GENERATED, FIRST, SECOND])


@given(WHOLE, st.integers(day("1985"), day("2032")))
def test_nothing_that_is_shown_names_what_is_not(index: CaseIndex, on: int) -> None:
    found = known_at(index, on)
    for item in all_records(found.case):
        for reference in references(item):
            assert found.index.get(reference.target) is not None
            assert reference.target not in found.account.hidden


@given(WHOLE, st.integers(day("1985"), day("2032")))
def test_what_is_shown_is_in_the_whole_under_the_same_number(index: CaseIndex, on: int) -> None:
    found = known_at(index, on)
    shown = {item.id for item in all_records(found.case)}
    assert shown == {item.id for item in all_records(index.case)} - found.account.hidden
    for name in shown:
        assert found.index.short(name) == index.short(name)
    counted = sum(one.count for one in found.account.left_out)
    assert counted == len(found.account.hidden)
    assert sum(found.account.shown.values()) == len(shown)


@given(WHOLE)
def test_long_after_everything_was_published_the_records_are_those_of_the_file(
    index: CaseIndex,
) -> None:
    found = known_at(index, day("2100"))
    undated = found.account.hidden
    assert all(undated.intersection(index.get(name).basis) for name in found.account.unsettled)  # type: ignore[union-attr]
    for item in all_records(found.case):
        whole = index.get(item.id)
        if isinstance(item, Event | Proceeding | Source) and not _names(whole, undated):
            assert item == whole


def _names(item: Any, hidden: frozenset[str]) -> bool:
    return any(reference.target in hidden for reference in references(item))
