"""Where words with a capital letter stand in a case: in names, titles and words of sources."""

import re
from collections.abc import Iterator

from caseviewer.model.case import Case
from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.review.looking import Looking

_CAPITALISED = re.compile(r"[^\W\d_]{4,40}")
KEPT_PLACES = 8
"""So many places are kept of one word."""

Places = dict[str, list[str]]
"""Each word as it is written, with the first records in which it stands."""


def capitalised(text: str) -> list[str]:
    """The words of a text that start with a capital letter and have four letters or more."""
    return [word for word in _CAPITALISED.findall(text) if word[0].isupper()]


def places(look: Looking) -> Places:
    """Every such word of a case. Differences and gaps are left out: they speak about spellings."""
    found: Places = {}
    for record, text in look.each(_texts(look.case)):
        for word in capitalised(text):
            known = found.setdefault(word, [])
            if len(known) < KEPT_PLACES and record not in known:
                known.append(record)
    return found


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """The texts that names stand in, with the record of each."""
    yield from _of_sources(case)
    for quotation in case.quotations:
        for fragment in quotation.fragments:
            if fragment.attribution:
                yield quotation.id, fragment.attribution
    titled: tuple[Proceeding | Event | Deadline, ...] = (
        *case.proceedings, *case.chronology, *case.deadlines,
    )  # fmt: skip
    for item in titled:
        yield item.id, item.title
    for event in case.chronology:
        if event.place is not None and event.place.name:
            yield event.id, event.place.name
    for party in case.parties:
        yield party.id, party.name


def _of_sources(case: Case) -> Iterator[tuple[str, str]]:
    for source in case.sources:
        csl = source.csl
        for text in (csl.title, csl.container_title, csl.publisher, csl.authority, source.cite_as):
            if text:
                yield source.id, text
    for passage in case.passages:
        if passage.selector is not None:
            yield passage.id, passage.selector.exact
