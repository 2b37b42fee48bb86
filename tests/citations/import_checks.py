"""What every imported record has to be, for the tests of imports."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from caseviewer.bundle.reader import read
from caseviewer.model.sources import Source

LISTS = (
    "proceedings", "parties", "chronology", "deadlines", "quotations", "passages", "differences",
    "gaps",
)  # fmt: skip
SOURCES = TypeAdapter(tuple[Source, ...])

PAGE = """Last Updated: Thursday, 5 March 2020, 09:30 GMT

Miners Held for Nine Days

Publisher Custody Watch
Publication Date 12 February 2019
Citation / Document Symbol CW Brief 12
Cite as Custody Watch, Miners Held for Nine Days, 12 February 2019,\u00a0CW Brief 12,\u00a0available at:\u00a0[accessed 6 March 2020]
DisclaimerThis is an invented page. Nobody answers for it.

The miners were held in Drenow.

"Nobody asked us," one said.

Copyright notice: © Custody Watch & Friends

Search Refworld
"""  # noqa: E501 - one line, as the page has it
"""An invented page in the form of Refworld, with three no-break spaces and no address."""


def check(sources: list[dict[str, Any]]) -> tuple[Source, ...]:
    """The records as the model reads them; none may be wrong, nor any id twice."""
    found = SOURCES.validate_json(json.dumps(sources, ensure_ascii=False).encode("utf-8"))
    assert len({source.id for source in found}) == len(found)
    return found


def bundle_problems(sources: list[dict[str, Any]], folder: Path) -> list[str]:
    """What the reader of bundles has to say of a bundle that holds nothing but these records."""
    path = folder / "case.json"
    bundle = {
        "format": "casebundle",
        "format_version": "1.0",
        "id": "the-bundle",
        "title": "A bundle of sources",
        "language": "en",
        "as_of": "2026-01-01",
        "compiled": {"by": "A. Compiler", "on": "2026-01-02"},
        "fiction": True,
        **{name: [] for name in LISTS},
        "sources": sources,
    }
    path.write_text(json.dumps(bundle, ensure_ascii=False), "utf-8")
    reading = read(path)
    assert len(reading.case.sources) == len(sources)
    return [problem.sentence() for problem in reading.problems]
