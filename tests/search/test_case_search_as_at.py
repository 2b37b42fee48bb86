"""As at a day, nothing is found by what only later records tell."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.model.as_at import known_at
from caseviewer.model.standpoint import Standpoint
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.slices import at_once
from tests.conftest import ROOT
from tests.formatting.making import opened
from tests.formatting.test_as_at_leaks import ALTERED, GENERATED, Values, told_later
from tests.model.known import day
from tests.search.finding import ids

CONDITIONS = (
    "standing:alleged", "standing:announced", "standing:found", "standing:disputed",
    "before:2015", "after:2015", "kind:decision", "party:P1", "source:S1",
)  # fmt: skip


def answers(value: Values, on: int) -> tuple[list[str], list[str], list[list[str]]]:
    """The texts that are searched on a day, and what conditions find."""
    made = CaseSearch(opened(**value).seen_from(Standpoint(on)))
    at_once(made.prepare())
    found = [ids(made.find(condition)) for condition in CONDITIONS]
    return made._records.ids, made._records.texts, found


def holds(value: Values, on: int) -> None:
    whole = opened(**value)
    account = known_at(whole.index, on).account
    altered = told_later(value, account)
    assert answers(value, on) == answers(altered, on)
    search = CaseSearch(opened(**altered).seen_from(Standpoint(on)))
    assert ids(search.find(f'"{ALTERED}"')) == []


@given(st.integers(0, len(GENERATED) - 1), st.integers(day("1985"), day("2032")))
def test_what_is_told_later_is_not_found_before(case: int, on: int) -> None:
    holds(GENERATED[case], on)


@pytest.mark.parametrize("on", ["2012-06-10", "2016-03-20", "2018-12-07"])
@pytest.mark.parametrize("name", ["abdussamatov-v-kazakhstan", "halvek-v-valdrasia"])
def test_of_the_samples_nothing_is_found_too_early(name: str, on: str) -> None:
    text = (ROOT / "cases" / name / "case.json").read_text("utf-8")
    holds(json.loads(text), day(on))
