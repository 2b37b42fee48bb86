"""A small valid bundle with a record of every kind, as plain values to be changed by tests."""

import copy
import json
from pathlib import Path
from typing import Any

TEXT = """A report on a crossing

The guards took 12 people back to the border on 3 May 2019.

"They never asked us anything," she said. "They only counted us."

A spokesman said that everybody had been heard.

End of the report
"""
"""The document of the first source; paragraphs are counted from “The guards”."""

SHA256 = "fb16ec0fd815f02146e6871721b6f526f302019cc154e9121b4a45a6ce507526"

Bundle = dict[str, Any]

_BUNDLE: Bundle = {
    "format": "casebundle",
    "format_version": "1.0",
    "id": "small-case",
    "title": "A crossing on 3 May 2019",
    "language": "en",
    "as_of": "2020-02-01",
    "summary": "An invented case, as small as one can be.",
    "compiled": {"by": "A. Compiler", "on": "2020-02-02", "method": "Read by one person."},
    "handling": "Invented; no care needed.",
    "fiction": True,
    "proceedings": [
        {
            "id": "communication",
            "title": "Group v. Xandria",
            "body": "committee",
            "kind": "individual_communication",
            "instrument": "Convention",
            "identifiers": [{"scheme": "Communication", "value": "1/2019"}],
            "provisions": {"alleged": ["article 3"], "found": []},
            "complaint": "complaint",
            "status": "pending",
            "basis": ["t-group"],
        }
    ],
    "parties": [
        {
            "id": "group",
            "kind": "group",
            "identity": "unnamed",
            "name": "12 people",
            "size": {
                "value": 12,
                "parts": [{"value": 9, "nationality": "UZB"}, {"value": 3, "label": "others"}],
            },
            "roles": [{"role": "complainant", "in": "communication"}],
            "basis": ["t-group"],
        },
        {
            "id": "woman",
            "kind": "person",
            "identity": "anonymous",
            "withheld_by": "source",
            "name": "One woman",
            "variants": [{"text": "Одна женщина", "language": "ru"}],
            "subset_of": {"of": "group", "footing": "inferred"},
            "roles": [{"role": "witness", "on_behalf_of": ["group"]}],
            "basis": ["t-words"],
        },
        {
            "id": "xandria",
            "kind": "state",
            "identity": "named",
            "name": "Xandria",
            "country": "XAN",
            "roles": [{"role": "state_party", "in": "communication"}],
        },
        {
            "id": "committee",
            "kind": "body",
            "identity": "named",
            "name": "The Committee",
            "roles": [{"role": "deciding_body", "in": "communication"}],
        },
        {
            "id": "press",
            "kind": "organization",
            "identity": "named",
            "name": "The Border Press",
            "relations": [{"kind": "works_for", "to": "committee", "note": "now and then"}],
        },
    ],
    "chronology": [
        {
            "id": "crossing",
            "kind": "extradition",
            "title": "12 people are taken back to the border",
            "date": {"edtf": "2019-05-03", "verbatim": "3 May 2019"},
            "place": {"name": "the border", "country": "XAN"},
            "participants": [
                {"party": "group", "role": "alleged_victim"},
                {"party": "xandria", "role": "sending_state"},
            ],
            "asserted_by": ["press"],
            "standing": "alleged",
            "basis": ["t-group"],
        },
        {
            "id": "complaint",
            "kind": "complaint",
            "title": "The group complains",
            "date": {"edtf": "2019-05-04/2019-06-30", "basis": "bounded",
                     "sense": "some_time_within"},
            "order": 1,
            "standing": "undisputed",
        },
    ],
    "deadlines": [
        {
            "id": "answer",
            "title": "Xandria answers the Committee",
            "owed_by": "xandria",
            "owed_to": "committee",
            "proceeding": "communication",
            "period": {"duration": "P90D", "verbatim": "within 90 days"},
            "triggers": [
                {"label": "the complaint", "event": "complaint"},
                {"label": "the letter", "date": {"edtf": "2019-07"}},
            ],
            "rule": "calendar_days",
            "fulfilment": {"status": "not_recorded"},
        }
    ],
    "quotations": [
        {
            "id": "asked",
            "mode": "direct",
            "knowledge": "own",
            "fragments": [
                {"passage": "t-words", "attribution": "she said."},
                {"passage": "t-counted", "sic": ["counted"]},
            ],
            "chain": [
                {"party": "woman", "link": "said"},
                {"link": "recorded", "note": "no byline"},
                {"party": "press", "link": "published", "date": {"edtf": "2019-05-20"}},
            ],
            "about": ["crossing"],
            "language": "en",
            "translations": [
                {"text": "Нас ни о чём не спросили.", "language": "ru", "by": "press"}
            ],
        },
        {
            "id": "heard",
            "mode": "paraphrase",
            "knowledge": "relayed",
            "fragments": [{"passage": "t-heard"}],
            "text": "Everybody had been heard.",
            "inside": "asked",
            "chain": [
                {"link": "said"},
                {"party": "press", "link": "published"},
            ],
        },
    ],
    "sources": [
        {
            "id": "report",
            "kind": "news_report",
            "csl": {
                "type": "article-newspaper",
                "title": "A report on a crossing",
                "author": [{"literal": "The Border Press"}],
                "issued": {"date-parts": [[2019, 5, 20]]},
                "volume": 4,
                "issue": "12b",
            },
            "cite_as": "The Border Press, A report on a crossing,\u00a020 May 2019",
            "nature": "original",
            "author": ["press"],
            "publisher": "press",
            "published": {"edtf": "2019-05-20"},
            "last_updated": {"edtf": "2019-05-21"},
            "accessed": {"edtf": "2020-01-15"},
            "url": "https://example.org/crossing",
            "url_status": "given",
            "language": "en",
            "disclaimers": [{"by": "press", "text": "Not checked."}],
            "document": {
                "file": "report.txt",
                "sha256": SHA256,
                "bytes": 219,
                "media_type": "text/plain",
                "characters": 219,
                "paragraph_numbering": "counted",
                "count_from": "The guards",
                "count_until": "End of the report",
            },
        },
        {
            "id": "reprint",
            "kind": "news_report",
            "csl": {"type": "webpage", "title": "A report on a crossing"},
            "nature": "derivative_copy",
            "same_work_as": "report",
            "republisher": "press",
            "url_status": "not_printed",
        },
    ],
    "passages": [
        {
            "id": "t-group",
            "source": "report",
            "locator": {"label": "paragraph", "value": "1"},
            "selector": {"exact": "The guards took 12 people back", "suffix": " to the border"},
        },
        {
            "id": "t-words",
            "source": "report",
            "locator": {"label": "paragraph", "value": "2"},
            "selector": {"exact": "They never asked us anything,", "prefix": "\""},
            "position": {"start": 86, "end": 115},
        },
        {
            "id": "t-counted",
            "source": "report",
            "locator": {"label": "paragraph", "value": "2"},
            "selector": {"exact": "They only counted us."},
            "position": {"start": 128, "end": 149},
        },
        {
            "id": "t-heard",
            "source": "report",
            "locator": {"label": "paragraph", "value": "3"},
        },
        {
            "id": "t-reprint",
            "source": "reprint",
            "locator": {"label": "page", "value": "1"},
        },
    ],
    "differences": [
        {
            "id": "how-many",
            "kind": "contradiction",
            "summary": "12 people by one account, ten by another.",
            "values": [
                {"value": "12", "asserted_by": "press", "passage": "t-group"},
                {"value": "ten", "asserted_by": "xandria"},
            ],
            "about": ["group"],
        }
    ],
    "gaps": [
        {
            "id": "names",
            "missing": "The names of the twelve.",
            "about": ["group"],
            "ask": "The Border Press",
            "basis": ["t-group"],
        }
    ],
}  # fmt: skip


def bundle(**changes: object) -> Bundle:
    """A fresh bundle; `changes` replaces whole members of its top level."""
    return copy.deepcopy(_BUNDLE) | changes


def write(folder: Path, value: object, name: str = "small.case.json") -> Path:
    """Write a bundle into a folder and say where."""
    path = folder / name
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")
    return path


def write_folder(folder: Path, value: object, documents: dict[str, bytes] | None = None) -> Path:
    """Write a bundle as a folder with its documents."""
    write(folder, value, "case.json")
    (folder / "documents").mkdir()
    for name, data in (documents or {}).items():
        (folder / "documents" / name).write_bytes(data)
    return folder
