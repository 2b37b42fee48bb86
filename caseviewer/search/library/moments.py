"""Moments of the reader's own day, such as when a case was last opened, in words."""

from datetime import datetime

from caseviewer.formatting.dates import day_words
from caseviewer.formatting.translate import tr
from caseviewer.model.dates import day_number


def moment_words(moment: str, *, time: bool = False) -> str:
    """A moment (ISO 8601) as the reader's clock shows it: "24 November 2026", or with the time.

    Empty for what is no moment.
    """
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    if found.tzinfo is not None:
        found = found.astimezone()
    day = day_words(day_number(found.year, found.month, found.day))
    return tr("{day}, {time}", day=day, time=f"{found:%H:%M}") if time else day
