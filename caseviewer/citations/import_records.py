"""From the data of an entry to the record of a source, and what a compiler has to look at.

Publishers and authors are parties of the case, which a file of references does not know: they
stay in the data, and it is told whom to link.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter, ValidationError

from caseviewer.citations.import_entry import Entry, quoted, sentences
from caseviewer.citations.import_items import read_item
from caseviewer.model.kinds import Nature, SourceKind, UrlStatus
from caseviewer.model.sources import Source

_SURE = {
    "article-journal": SourceKind.JOURNAL_ARTICLE,
    "article-newspaper": SourceKind.NEWS_REPORT,
    "book": SourceKind.BOOK,
    "interview": SourceKind.INTERVIEW,
    "legislation": SourceKind.STATUTE,
    "treaty": SourceKind.TREATY,
}
_GUESSED = {
    SourceKind.BOOK: (
        "chapter", "classic", "collection", "entry", "entry-dictionary", "entry-encyclopedia",
        "musical_score", "periodical", "thesis",
    ),
    SourceKind.JOURNAL_ARTICLE: ("article", "paper-conference", "review", "review-book"),
    SourceKind.NEWS_REPORT: (
        "article-magazine", "broadcast", "motion_picture", "post", "post-weblog", "song", "webpage",
    ),
    SourceKind.STATUTE: ("bill", "regulation"),
    SourceKind.INTERVIEW: ("speech",),
    SourceKind.SUBMISSION: ("document", "hearing", "manuscript", "personal_communication"),
    SourceKind.NATIONAL_JUDGMENT: ("legal_case",),
}  # fmt: skip
"""The nearest kind for each other type; for what is left, a report of an organization."""

_KINDS = {name: kind for kind, names in _GUESSED.items() for name in names}
_TREATY_BODY = re.compile(r"\bCommittee\b|\bWorking Group\b", re.IGNORECASE)
_WORLD_COURT = re.compile(
    r"\b(?:International|European|Inter-American|African|Special)\b.*\b(?:Court|Tribunal)\b",
    re.IGNORECASE,
)
_UN_SYMBOL = re.compile(r"\b(?:A|S|E|T|ST|CAT|CCPR|CEDAW|CERD|CRC|CRPD|CED|CMW|HRI)(?:/[\w.]+){2,}")

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NOT_IN_ID = re.compile("[^a-z0-9]+")
_SMALL = frozenset({"", "a", "an", "and", "for", "in", "of", "on", "the", "to"})
_AUTHOR_WORDS, _TITLE_WORDS, _ID_LENGTH = 3, 4, 56


def records(
    entries: Sequence[Entry], taken: Iterable[str] = ()
) -> tuple[list[dict[str, Any]], list[str]]:
    """The records of entries, and what is to be told, as sentences; `taken`: ids in use."""
    used = dict.fromkeys(taken, 1)
    found, remarks = [], []
    for entry in entries:
        item, dates = read_item(entry)
        name = _free_id(_id(item), used)
        found.append(_record(name, item, dates, entry))
        remarks += [(remark, name) for remark in entry.remarks]
    return found, sentences(remarks)


def _record(
    name: str, item: dict[str, Any], dates: dict[str, dict[str, str]], entry: Entry
) -> dict[str, Any]:
    url = item.get("URL")
    found: dict[str, Any] = {
        "id": name,
        "kind": _kind(item, entry.remarks).value,
        "csl": {"id": name, **item},
        "nature": Nature.ORIGINAL.value,
        "published": dates.get("issued"),
        "accessed": dates.get("accessed"),
        "url": url,
        "url_status": (UrlStatus.GIVEN if url else UrlStatus.NOT_PRINTED).value,
        "language": _language(item, entry.remarks),
    }
    entry.remarks.extend(_to_do(item, entry.record))
    found |= entry.record
    return _fitting({key: found[key] for key in _ORDER if found.get(key)}, entry)


def _fitting(record: dict[str, Any], entry: Entry) -> dict[str, Any]:
    """The record without what the model does not take, such as a note that is far too long."""
    try:
        _MODEL.validate_python(record)
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False)
        for name in dict.fromkeys(str(fault["loc"][0]) for fault in faults):
            del record[name]
            entry.tell(f"{quoted(name)} is too long or of another form, and was left behind")
    return record


def _language(item: dict[str, Any], remarks: list[str]) -> str:
    language = str(item.get("language", ""))
    if _TAG.fullmatch(language) and len(language) <= _LANGUAGE_LENGTH:
        return language
    if language:
        remarks.append(f"The language {quoted(language)} is no tag such as “en”")
    return ""


def _to_do(item: dict[str, Any], known: dict[str, Any]) -> list[str]:
    """What a file of references never says, and a compiler has to."""
    found = []
    if "nature" not in known:
        found.append(
            "“nature” was set to “original”; change it where a copy or a translation was read"
        )
    if "URL" not in item and "url_status" not in known:
        found.append(
            "No web address: “url_status” was set to “not_printed”; change it to “not_online”"
            " where the source is not on the web"
        )
    if "issued" not in item:
        found.append("No date of publication")
    if not any(key in item for key in ("title", "number", "references")):
        found.append("No title")
    names = [told for key in ("author", "editor") for told in _named(item.get(key, ()))]
    if names:
        found.append(f"Link the parties for {', '.join(map(quoted, names))} as “author”")
    if "publisher" in item:
        found.append(f"Link the party for {quoted(item['publisher'])} as “publisher”")
    return found


def _named(names: Iterable[dict[str, str]]) -> list[str]:
    return [
        name.get("literal") or ", ".join(filter(None, (name.get("family"), name.get("given"))))
        for name in names
    ]


def _kind(item: dict[str, Any], remarks: list[str]) -> SourceKind:
    """The kind by the type; by the body or the symbol, where several kinds share a type."""
    name = item["type"]
    if name in _SURE:
        return _SURE[name]
    kind = _KINDS.get(name, SourceKind.NGO_REPORT)
    bodies = " ".join(str(item.get(key, "")) for key in ("authority", "publisher", "title-short"))
    symbols = f"{item.get('references', '')} {item.get('number', '')}"
    if name == "legal_case":
        if _TREATY_BODY.search(bodies):
            kind = SourceKind.TREATY_BODY_DECISION
        elif _WORLD_COURT.search(bodies):
            kind = SourceKind.INTERNATIONAL_JUDGMENT
    elif _UN_SYMBOL.search(symbols):
        kind = SourceKind.UN_DOCUMENT
    remarks.append(f"The kind “{kind}” is a guess from the type “{name}”")
    return kind


def _free_id(base: str, used: dict[str, int]) -> str:
    """An id that no other record has; `used` counts how often each was wanted."""
    found = base
    while found in used:
        used[base] += 1
        found = f"{base}-{used[base]}"
    used[found] = 1
    return found


def _id(item: dict[str, Any]) -> str:
    names = _named([*item.get("author", ()), *item.get("editor", ())][:1])
    family = names[0].partition(",")[0] if names else ""
    words = [
        *_slugs(family)[:_AUTHOR_WORDS],
        *_slugs(str(item.get("title-short") or item.get("title", "")))[:_TITLE_WORDS],
    ]
    text = "-".join(words)[:_ID_LENGTH].strip("-") or "source"
    date = item.get("issued", {}).get("date-parts")
    return f"{text}-{date[0][0]}" if date and text != "source" else text


def _slugs(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text[:_LONGEST]).encode("ascii", "ignore").decode()
    return [word for word in _NOT_IN_ID.split(plain.lower()) if word not in _SMALL]


_MODEL = TypeAdapter(Source)
_ORDER = tuple(field.name for field in fields(Source))
_LONGEST = 400
_LANGUAGE_LENGTH = 35
