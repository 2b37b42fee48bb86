"""The links pass: all checks that look at more than one field of a bundle.

Whatever they find is a warning: the record stays on screen, with a mark.
"""

from caseviewer.bundle import (
    check_codes,
    check_dates,
    check_events,
    check_links,
    check_parties,
    check_quotations,
    check_sources,
)
from caseviewer.bundle.report import Check


def all_checks(aside: frozenset[str]) -> tuple[Check, ...]:
    """Every check, in the order in which their problems are listed.

    `aside` holds the ids of the records that were set aside.
    """
    return (
        check_links.pointing(aside),
        *check_links.CHECKS,
        *check_parties.CHECKS,
        *check_events.CHECKS,
        *check_dates.CHECKS,
        *check_quotations.CHECKS,
        *check_sources.CHECKS,
        *check_codes.CHECKS,
    )
