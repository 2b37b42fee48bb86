"""Small chronologies for the tests of timelines."""

from typing import Any

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.model.opened import OpenedCase
from caseviewer.pictures.timeline_layout import Sizes
from caseviewer.pictures.timeline_marks import Marks, marks_of
from caseviewer.pictures.timeline_packing import Rooms
from caseviewer.search.slices import at_once
from tests.builders import bundle
from tests.formatting.making import opened

SIZES = Sizes(radius=5, bar=10, tail=20, soft=10, gap=5, apart=56,
              rooms=Rooms((200, 100, 50), 1, 60))  # fmt: skip


def event(at: int, edtf: str | None, **more: Any) -> dict[str, Any]:
    """An event with a date; without one it is undated."""
    sense = more.pop("sense", None)
    date = None if edtf is None else {"edtf": edtf, "sense": sense}
    found = {"id": f"e{at}", "kind": "other", "title": f"Event {at}", "standing": "alleged"}
    return {**found, **({"date": date} if date else {}), **more}


def case_of(*dates: str | None, **more: Any) -> OpenedCase:
    """A case with an event for each date, and with nothing that points at others."""
    events = [event(at, date) for at, date in enumerate(dates)]
    return case_with(events, **more)


def case_with(events: list[dict[str, Any]], **more: Any) -> OpenedCase:
    """A case with these events alone."""
    kept = {name: bundle()[name] for name in ("parties", "proceedings")}
    return opened(**{**kept, "chronology": events, "deadlines": [], **more})


def marks(case: OpenedCase) -> Marks:
    """The marks of all rows of the chronology."""
    return at_once(marks_of(case, table_for(case, Tab.CHRONOLOGY).rows))
