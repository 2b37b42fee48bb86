"""Tables as CSV (RFC 4180) that a spreadsheet opens without running anything that it holds.

UTF-8 with a byte-order mark, as Excel takes a file without one for a page of old characters.
Every cell is quoted and stands on one line, and none begins with a sign that would make it a
formula (OWASP, "CSV Injection"): an apostrophe stands before that.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from caseviewer.exporting.chronology import Chronology, EventRow
from caseviewer.exporting.chronology_paper import counted_by, counted_note
from caseviewer.exporting.paper import Fact, one_line
from caseviewer.formatting.translate import tr


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a file."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([safe_cell(text) for text in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    Where a semicolon parts cells, as in many countries, one inside a text begins a cell, too.
    """
    return _FORMULA.sub(lambda match: f"{match[1]}'{match[2]}", one_line(text))


_FORMULA = re.compile(r"(^|;)([\s\u200c\u200d\"']*[=+\-@＝＋－＠﹦﹢﹣﹫])")


def chronology_rows(found: Chronology) -> list[list[str]]:
    """All of a chronology in one table; the first column tells what a row is."""
    rows = [list(map(_title, _COLUMNS))]
    rows += [_event(one) for one in (*found.events, *found.undated)]
    for deadline in found.deadlines:
        rows.append(
            _row(
                kind=tr("deadline"),
                number=deadline.number,
                date=deadline.window,
                what=deadline.what,
                source=deadline.source,
                standing=deadline.state,
                owed_by=deadline.owed_by,
                owed_to=deadline.owed_to,
                rule=counted_by(deadline),
                earliest=deadline.days.earliest,
                latest=deadline.days.latest,
            )
        )
    for source in found.sources:
        rows.append(_row(kind=tr("source"), number=source.number, what=source.citation.text))
    return [*rows, *(_row(kind=tr("note"), what=words) for words in _notes(found))]


def _notes(found: Chronology) -> Iterator[str]:
    """What stands in the head of other formats."""
    yield from found.warnings
    for fact in (Fact(tr("Title"), found.title), *found.facts):
        yield tr("{label}: {words}", label=fact.label, words=fact.words.text)
    if found.counted:
        yield counted_note()


def _event(event: EventRow) -> list[str]:
    # Without the word for its basis, Excel makes the 1st of a month from “December 2010”.
    date = tr("{date} ({basis})", date=event.date, basis=event.basis) if event.basis else event.date
    return _row(
        kind=tr("event"),
        number=event.number,
        date=date,
        rests_on=event.rests_on,
        what=event.event,
        who=event.who,
        source=event.source,
        standing=event.standing,
        edtf=event.days.edtf,
        earliest=event.days.earliest,
        latest=event.days.latest,
    )


def _row(**cells: str) -> list[str]:
    return [cells.get(name, "") for name in _COLUMNS]


def _title(name: str) -> str:
    return tr(_COLUMNS[name])


_COLUMNS = {
    "kind": "Kind",
    "number": "No.",
    "date": "Date",
    "rests_on": "Date rests on",
    "what": "What",
    "who": "Who says so",
    "source": "Source and paragraph",
    "standing": "Standing or state",
    "owed_by": "Owed by",
    "owed_to": "Owed to",
    "rule": "Counted by",
    "edtf": "EDTF",
    "earliest": "Earliest possible day",
    "latest": "Latest possible day",
}
