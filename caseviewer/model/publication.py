"""When a source was published, as far as a case says it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseviewer.model.dated import Date
from caseviewer.model.dates import EdtfDate
from caseviewer.model.sources import Source


@dataclass(frozen=True, slots=True)
class Publication:
    """The first and the last day on which a source may have been published; None: no bound.

    guide: the bounds are no limits, as the date is approximate or uncertain. by_citation: the
    case gives no date of publication, but its bibliographic data give one.
    """

    earliest: int | None
    latest: int | None
    guide: bool = False
    by_citation: bool = False

    def is_later_than(self, day: int) -> bool:
        """Whether the source was published after a day, by all that its date allows."""
        return self.earliest is not None and self.earliest > day

    def is_sure_by(self, day: int) -> bool:
        """Whether the source was published by the end of a day, whatever its date means."""
        return not self.guide and self.latest is not None and self.latest <= day


def publication(source: Source) -> Publication | None:
    """When a source was published; None where the case gives no date that can be placed.

    Where the case says of the date of publication that it cannot be written as one, the date
    of the bibliographic data is not taken for it.
    """
    date = date_of(source)
    found = None if date is None else _of(date.value)
    return found and replace(found, by_citation=source.published is None)


def date_of(source: Source) -> Date | None:
    """The date of publication as it is given; that of the bibliographic data stands in for it."""
    return issued_on(source) if source.published is None else source.published


def issued_on(source: Source) -> Date | None:
    """The date of the bibliographic data; None where it is not given in parts that make one."""
    issued = source.csl.issued
    if issued is None or issued.date_parts is None or issued.season is not None:
        return None
    mark = "~" if issued.circa else ""
    try:
        return Date(edtf="/".join(f"{_side(side)}{mark}" for side in issued.date_parts))
    except ValueError:
        return None


def _of(date: EdtfDate | None) -> Publication | None:
    if date is None:
        return None
    return Publication(date.earliest, date.latest, date.approximate or date.uncertain)


def _side(parts: Sequence[int | str]) -> str:
    year, *rest = map(int, parts)
    return "-".join((f"{year:04d}", *(f"{part:02d}" for part in rest)))
