"""Sources in the formats of other programs: RIS, BibLaTeX, CSL-JSON."""

import json
from collections.abc import Sequence

from caseviewer.citations.ast import API_VERSION, Element, meta
from caseviewer.citations.engine import run_pandoc
from caseviewer.citations.items import Item
from caseviewer.citations.ris import to_ris

_SECONDS = 60.0


def ris(items: Sequence[Item]) -> str:
    """RIS of the sources."""
    return to_ris([item.data for item in items])


def csl_json(items: Sequence[Item]) -> str:
    """CSL-JSON of the sources, as a list; ids are those of the case."""
    entries = [{"id": item.source, **item.data} for item in items]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def biblatex(items: Sequence[Item]) -> str:
    """BibLaTeX of the sources, written by pandoc; `EngineError` where it has no answer."""
    if not items:
        return ""
    references = [_reference(item) for item in items]
    document = {
        "pandoc-api-version": API_VERSION,
        "meta": {"references": {"t": "MetaList", "c": references}},
        "blocks": [],
    }
    source = json.dumps(document).encode()
    return run_pandoc(["--from=json", "--to=biblatex"], source, _SECONDS).decode("utf-8")


def _reference(item: Item) -> Element:
    data = item.data
    # BibLaTeX has no field for these.
    told = [str(data[name]) for name in ("note", "authority", "references") if name in data]
    reference = meta({**data, "id": item.source, **({"note": "; ".join(told)} if told else {})})
    for name, value in reference["c"].items():
        if name.endswith("title") or name == "title-short":
            # The words stay as they are: pandoc would write English titles in capitals.
            value["c"] = [{"t": "Span", "c": [["", ["nocase"], []], value["c"]]}]
    return reference
