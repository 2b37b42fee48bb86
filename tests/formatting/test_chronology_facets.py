"""What events and deadlines can be chosen by, alone and together."""

from typing import Any

import pytest

from caseviewer.formatting.chronology_facets import chronology_facets
from caseviewer.formatting.facets import Facet
from caseviewer.formatting.page import Tab
from caseviewer.formatting.periods import MOST_PERIODS
from caseviewer.formatting.table import number_text
from caseviewer.formatting.tables import table_for
from caseviewer.formatting.taking_part import taking_part
from caseviewer.model.opened import OpenedCase
from caseviewer.search.row_facets import RowFacets, values_of_rows
from caseviewer.search.slices import at_once
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import changed, opened


def facet(case: OpenedCase, name: str) -> Facet:
    (found,) = (one for one in chronology_facets(case, taking_part(case)) if one.name == name)
    return found


def rows_with(case: OpenedCase, choices: dict[str, set[str]]) -> list[str]:
    """The numbers of the rows that some choices let pass together."""
    table = table_for(case, Tab.CHRONOLOGY)
    values = {
        one.name: at_once(values_of_rows(one.values_of(case, row) for row in table.rows))
        for one in table.facets
    }
    mask = RowFacets(values).mask({name: frozenset(some) for name, some in choices.items()})
    return [number_text(case, row) for row, passes in zip(table.rows, mask, strict=True) if passes]


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        ({"period": {"2011"}}, ["E3", "E4"]),
        ({"period": {"2010"}}, ["E1", "E2"]),
        ({"period": {"2012"}}, ["E4", "E5", "E6", "E7", "D1"]),
        ({"period": {"2010", "2011"}}, ["E1", "E2", "E3", "E4"]),
        ({"period": {"2012"}, "standing": {"found"}}, ["E5"]),
        ({"party": {"Kazakhstan"}, "period": {"2012"}}, ["E5", "D1"]),
        ({"party": {"Uzbekistan"}, "kind": {"extradition"}}, ["E3"]),
        ({"asserted_by": {"Committee against Torture"}}, ["E2", "E5"]),
        ({"asserted_by": {"Committee against Torture"}, "period": {"2010"}}, ["E2"]),
        ({"kind": {"deadline"}, "period": {"2011"}}, []),
    ],
)
def test_choices_work_together(choices: dict[str, set[str]], wanted: list[str]) -> None:
    assert rows_with(samples.first(), choices) == wanted


def test_a_source_is_chosen_by_its_title() -> None:
    case = samples.first()
    source = facet(case, "source")
    by_row = {event.id: source.values_of(case, event) for event in case.chronology}
    titles = set().union(*map(set, by_row.values()))
    assert len(titles) == 2
    assert len(by_row["complaint"]) == 2
    (decision,) = titles - set(by_row["extradition"])
    assert rows_with(case, {"source": {decision}}) == ["E2", "E5"]


def test_what_is_not_told_can_be_chosen_too() -> None:
    bare = {"asserted_by": None, "basis": ["lost"], "participants": None, "date": None}
    parties = [{key: value for key, value in party.items() if key != "roles"}
               for party in bundle()["parties"]]  # fmt: skip
    case = opened(parties=parties, **changed("chronology", **bare))
    event = case.case.chronology[0]
    values = {one.name: one.values_of(case, event)
              for one in chronology_facets(case, taking_part(case))}  # fmt: skip
    assert values["asserted_by"] == ("not told who says so",)
    assert values["source"] == ("source not given",)
    assert values["party"] == ("no participant named",)
    assert values["period"] == ("undated",)


def test_periods_are_offered_in_the_order_of_time_and_the_undated_last() -> None:
    case = samples.second()
    period = facet(case, "period")
    values = {value for event in case.chronology for value in period.values_of(case, event)}
    offered = period.in_order(values)
    assert offered[:3] == ["1800", "1899", "1900"]
    assert offered[-1] == "undated"
    assert offered[:-1] == sorted(offered[:-1], key=int)
    assert period.note


def test_the_dates_are_looked_through_in_slices_before_values_are_asked_for() -> None:
    case = samples.second()
    period = facet(case, "period")
    assert len(list(period.prepare())) >= 2
    assert list(period.prepare()) == []


def test_a_date_over_thousands_of_years_has_few_periods() -> None:
    dates: list[dict[str, Any]] = [{"edtf": "-9999/9999"}]
    dates += [{"edtf": f"{year:04}-05-01"} for year in range(1, 9_000, 7)]
    template = bundle()["chronology"][0]
    chronology = [{key: value for key, value in template.items() if key != "number"}
                  | {"id": f"e{at}", "date": date} for at, date in enumerate(dates)]  # fmt: skip
    case = opened(chronology=chronology)
    period = facet(case, "period")
    values = period.values_of(case, case.case.chronology[0])
    assert len(values) <= MOST_PERIODS
    assert len(values) > 5
