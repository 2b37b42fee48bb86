"""What fields and kinds of record are called when people read about them.

A field that is not listed is called as it is spelt, with spaces: `subject_matter` is
"subject matter", and CSL's `container-title` is "container title".
"""

from collections.abc import Iterable, Iterator

from caseviewer.model.references import Kind
from caseviewer.model.visible import visible

KIND_WORDS = {
    Kind.PROCEEDING: "proceeding",
    Kind.PARTY: "party",
    Kind.EVENT: "event",
    Kind.DEADLINE: "deadline",
    Kind.QUOTATION: "quotation",
    Kind.SOURCE: "source",
    Kind.PASSAGE: "passage",
    Kind.DIFFERENCE: "difference",
    Kind.GAP: "gap",
}
"""One record of each kind."""

FIELD_WORDS = {
    "DOI": "DOI",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "URL": "web address",
    "about": "what it is about",
    "accessed": "date accessed",
    "alleged": "provisions relied on",
    "as_of": "day up to which the file speaks",
    "ask": "whom to ask",
    "asserted_by": "who says so",
    "author": "author",
    "basis": "basis",
    "by": "by whom",
    "bytes": "size in bytes",
    "chain": "way from the mouth to the page",
    "characters": "number of characters",
    "cite_as": "the source's own citation",
    "count_from": "words that paragraph 1 starts with",
    "count_until": "words behind the last paragraph",
    "csl": "bibliographic data",
    "edtf": "date",
    "end": "end",
    "exact": "words",
    "fiction": "mark as fiction",
    "footing": "whether a source says so",
    "format_version": "version of the format",
    "found": "provisions found to be breached",
    "fragments": "quoted words",
    "handling": "note on handling",
    "holidays": "whose holidays count",
    "id": "id",
    "identifiers": "identifiers",
    "in": "where the role holds",
    "inside": "quotation around it",
    "knowledge": "what stands behind it",
    "last_updated": "date last updated",
    "link": "what was done",
    "media_type": "media type",
    "missing": "what is missing",
    "of": "group",
    "on": "day",
    "owed_by": "who owes it",
    "owed_to": "to whom it is owed",
    "paragraph_numbering": "where paragraph numbers come from",
    "period": "period",
    "prefix": "words before",
    "published": "date published",
    "relations": "relations",
    "rule": "counting rule",
    "same_work_as": "record of the same work",
    "selector": "words of the passage",
    "sha256": "fingerprint (SHA-256)",
    "sic": "words marked [sic]",
    "stated": "whether the source names it",
    "status": "status",
    "subdivision": "part of the country",
    "subset_of": "larger group",
    "suffix": "words after",
    "to": "the other party",
    "url": "web address",
    "url_status": "what became of the web address",
    "variants": "other forms of the name",
    "verbatim": "the source's own words",
    "withheld_by": "who keeps the name back",
}
"""Fields whose name in the file says too little."""

ITEM_WORDS = {
    "about": "record it is about",
    "alleged": "provision relied on",
    "asserted_by": "who says so",
    "basis": "basis",
    "chain": "step",
    "date-parts": "date",
    "disclaimers": "disclaimer",
    "found": "provision found to be breached",
    "fragments": "fragment",
    "identifiers": "identifier",
    "on_behalf_of": "on behalf of",
    "participants": "participant",
    "parts": "part",
    "relations": "relation",
    "remedies": "remedy",
    "roles": "role",
    "sic": "words marked [sic]",
    "translations": "translation",
    "triggers": "trigger",
    "values": "value",
    "variants": "other form of the name",
}
"""One entry of a list; a list that is not here is called by its field."""

_NAME_LIMIT = 40


def one(kind: Kind) -> str:
    """One record of a kind, with its article: "an event"."""
    words = KIND_WORDS[kind]
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def words_for(field: str) -> str:
    """A field in plain words."""
    plain = field.replace("_", " ").replace("-", " ")
    return FIELD_WORDS.get(field) or visible(plain, _NAME_LIMIT)


def path_words(path: Iterable[str | int]) -> str:
    """A place inside a record in plain words: "participant 2, party"."""
    parts: list[str] = []
    for step, entry in _steps(tuple(path)):
        if step == "edtf" and parts:
            continue
        words = words_for(step) if entry is None else ITEM_WORDS.get(step) or words_for(step)
        parts.append(words if entry is None else f"{words} {entry}")
    return ", ".join(parts)


def _steps(path: tuple[str | int, ...]) -> Iterator[tuple[str, int | None]]:
    """Each field with the entry of its list that is meant, counted from 1."""
    for at, step in enumerate(path):
        if isinstance(step, int):
            continue
        behind = path[at + 1] if at + 1 < len(path) else None
        yield step, behind + 1 if isinstance(behind, int) else None
