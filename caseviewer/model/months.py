"""Counting by months: the calendar's, which are not equally long."""

from caseviewer.model.dates import civil, day_number, days_in_month


def add_months(day: int, months: int) -> int:
    """The day of the same number some months on, or the last day of a shorter month."""
    year, month, monthday = civil(day)
    total = year * 12 + month - 1 + months
    year, month = total // 12, total % 12 + 1
    return day_number(year, month, min(monthday, days_in_month(year, month)))


def calendar_span(start: int, end: int) -> tuple[int, int, int]:
    """Years, months and days from a day to one that is not earlier; whole months come first."""
    first, last = civil(start), civil(end)
    months = (last[0] - first[0]) * 12 + last[1] - first[1]
    if add_months(start, months) > end:
        months -= 1
    return months // 12, months % 12, end - add_months(start, months)
