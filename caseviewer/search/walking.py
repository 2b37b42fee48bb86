"""Walking from hit to hit: round and round, and on from the same hit when the answer grows."""

from dataclasses import dataclass
from itertools import chain

from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Found


@dataclass(frozen=True, slots=True)
class Step:
    """The hit that a step leads to; `turned` where it went over the end, or the beginning."""

    at: int
    turned: bool = False


def stepped(now: int | None, by: int, count: int, *, is_read: bool) -> Step:
    """One hit on from `now`, or back where `by` is negative; of `count`, which is not 0.

    is_read: whether the reader has gone to that hit already; if not, a step on leads to it.
    """
    if now is None:
        return Step(0 if by > 0 else count - 1)
    at = now if by > 0 and not is_read else now + by
    return Step(at % count, not 0 <= at < count)


def kept(before: Found, at: int, after: Found) -> int | None:
    """Where a hit stands in a later answer to the same query; None where it is not there."""
    hit = before.places[at]
    start = sum(after.counts.get(tab, 0) for tab in _before(hit.tab))
    end = start + after.counts.get(hit.tab, 0)
    within = at - sum(before.counts.get(tab, 0) for tab in _before(hit.tab))
    as_before = [start + within] if start + within < end else []
    for one in chain(as_before, range(start, end)):
        place = after.places[one]
        if (place.record, place.block) == (hit.record, hit.block):
            return one
    return None


def _before(tab: Tab) -> tuple[Tab, ...]:
    tabs = tuple(Tab)
    return tabs[: tabs.index(tab)]
