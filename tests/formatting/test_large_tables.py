"""A list of very many records is made without wording any of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseviewer.formatting import tables
from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.model.events import Event
from tests.builders import bundle
from tests.formatting.making import made, opened

MANY = 100_000


def test_a_large_list_is_made_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [(date(1900, 1, 1) + timedelta(at % 40_000)).isoformat() for at in range(200)]
    template = opened().case.chronology[1]
    dates = [made(Event, **bundle()["chronology"][1] | {"date": {"edtf": day}}).date
             for day in days]  # fmt: skip
    events = tuple(
        replace(template, id=f"e{at}", number=at + 1, date=dates[at % len(dates)])
        for at in range(MANY)
    )
    small = opened()
    case = replace(small, case=replace(small.case, chronology=events))

    def never(*_: object) -> str:
        pytest.fail("a cell was worded before anybody looked at it")

    for name in ("stated", "asserted_text", "standing_text", "date_text", "word",
                 "window_words", "state_words"):  # fmt: skip
        monkeypatch.setattr(tables, name, never)
    table = table_for(case, Tab.CHRONOLOGY)
    assert len(table.rows) == MANY + 1
    assert len(table.shown_columns()) == 4
    assert table.rows[0].id == "e0"  # type: ignore[union-attr]
