"""Cases whose events are some days apart, and the pages of the time between them."""

from typing import Any

from caseviewer.formatting.elapsed_page import Dated, elapsed_page
from caseviewer.formatting.page import BlockKind, Page
from caseviewer.model.events import Deadline, Event
from caseviewer.model.opened import OpenedCase
from tests.builders import bundle
from tests.formatting.making import opened

LEFT_OUT = "The day that is counted from is left out: from one day to the next is 1 day."


def dated(case: OpenedCase, short: str) -> Dated:
    found = case.index.by_short(short)
    assert isinstance(found, Event | Deadline)
    return found


def case_of(*dates: dict[str, Any] | None, **more: Any) -> OpenedCase:
    """The small case with an event for each date; `orders` ranks them."""
    event = {key: value for key, value in bundle()["chronology"][0].items() if key != "date"}
    orders = more.pop("orders", [None] * len(dates))
    events = [
        event
        | {"id": f"e{at}", "number": at}
        | ({} if date is None else {"date": date})
        | ({} if order is None else {"order": order})
        for at, (date, order) in enumerate(zip(dates, orders, strict=True), start=1)
    ]
    return opened(chronology=events, **more)


def page_of(*dates: dict[str, Any] | None, **more: Any) -> Page:
    case = case_of(*dates, **more)
    return elapsed_page(case, dated(case, "E1"), dated(case, "E2"))


def notes(page: Page) -> list[str]:
    return [block.text for block in page.blocks if block.kind is BlockKind.NOTE]


def day(edtf: str, **more: str) -> dict[str, Any]:
    return {"edtf": edtf, **more}


def through(edtf: str) -> dict[str, Any]:
    return day(edtf, sense="throughout")


def within(edtf: str) -> dict[str, Any]:
    return day(edtf, sense="some_time_within")
