"""When a source was published, as far as a case says it."""

from dataclasses import dataclass, replace

from caseviewer.model.csl import CslDate
from caseviewer.model.dates import DateError, EdtfDate, parse
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
    if source.published is not None:
        return _of(source.published.value)
    issued = source.csl.issued
    if issued is None:
        return None
    cited = _of(_parsed(issued))
    return cited and replace(cited, guide=cited.guide or bool(issued.circa), by_citation=True)


def _of(date: EdtfDate | None) -> Publication | None:
    if date is None:
        return None
    return Publication(date.earliest, date.latest, date.approximate or date.uncertain)


def _parsed(issued: CslDate) -> EdtfDate | None:
    """A date of CSL that is given in parts; None where its parts make no date."""
    if issued.date_parts is None or issued.season is not None:
        return None
    try:
        sides = (_side([int(part) for part in side]) for side in issued.date_parts)
        return parse("/".join(sides))
    except (DateError, ValueError):
        return None


def _side(parts: list[int]) -> str:
    year, *rest = parts
    return "-".join((f"{year:04d}", *(f"{part:02d}" for part in rest)))
