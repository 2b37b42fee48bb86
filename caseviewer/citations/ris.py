"""RIS, the format that reference managers exchange, written and read by the library rispy.

What RIS has no tag for goes into notes under its name in CSL ("jurisdiction: Kazakhstan"),
so that nothing is lost and nothing is put where it does not belong.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

TYPES = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "MULTI",
    "chapter": "CHAP",
    "document": "UNPB",
    "hearing": "HEAR",
    "interview": "GEN",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "regulation": "LEGAL",
    "report": "RPRT",
    "thesis": "THES",
    "treaty": "LEGAL",
    "webpage": "ELEC",
}
"""The type of RIS for each type of CSL; for others, and where RIS has none, GEN (generic)."""

NAMES = {
    "author": "authors",
    "editor": "secondary_authors",
    "translator": "subsidiary_authors",
}
TEXTS = {
    "title": "title",
    "title-short": "short_title",
    "container-title": "secondary_title",
    "container-title-short": "alternate_title1",
    "collection-title": "tertiary_title",
    "publisher": "publisher",
    "publisher-place": "place_published",
    "volume": "volume",
    "issue": "number",
    "number": "note",
    "references": "accession_number",
    "genre": "type_of_work",
    "source": "database_provider",
    "archive": "name_of_database",
    "edition": "edition",
    "section": "section",
    "language": "language",
    "DOI": "doi",
    "ISSN": "issn",
    "abstract": "abstract",
}
DATES = {"accessed": "access_date", "original-date": "original_publication"}


def to_ris(items: Iterable[dict[str, Any]]) -> str:
    """CSL-JSON items as RIS."""
    import rispy

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """Without numbers between the entries, which the format does not know."""

        def set_header(self, count: int) -> str:  # noqa: ARG002 - the library's signature
            return ""

    return str(rispy.dumps([_entry(item) for item in items], implementation=Writer))


def _entry(item: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {"type_of_reference": TYPES.get(item["type"], "GEN")}
    notes = []
    for key, value in item.items():
        found = _placed(key, value)
        if found is not None:
            entry.update(found)
        else:
            notes.append(f"{key}: {_in_words(value)}")
    return {**entry, "notes": notes} if notes else entry


def _placed(key: str, value: Any) -> dict[str, Any] | None:
    """What a field becomes in RIS; None where RIS has no place for it."""
    if key in NAMES:
        return {NAMES[key]: [_name(name) for name in value]}
    if key in TEXTS:
        return {TEXTS[key]: _line(value)}
    if key in DATES:
        return {DATES[key]: _date(value)}
    special = _SPECIAL.get(key)
    return None if special is None else special(value)


def _issued(value: dict[str, Any]) -> dict[str, Any]:
    date = _date(value)
    year = _YEAR.match(date)
    return {"date": date} if year is None else {"date": date, "year": year[0]}


def _pages(value: object) -> dict[str, Any]:
    first, _, last = _line(value).replace("–", "-").partition("-")
    entry = {"start_page": first.strip()}
    return {**entry, "end_page": last.strip()} if last else entry


def _line(value: object) -> str:
    return " ".join(str(value).split())


def _name(name: dict[str, str]) -> str:
    if "literal" in name:
        return _line(name["literal"])
    particles = [name.get("dropping-particle"), name.get("non-dropping-particle")]
    family = " ".join(filter(None, [*particles, name.get("family")]))
    return _line(", ".join(filter(None, [family, name.get("given"), name.get("suffix")])))


def _date(date: dict[str, Any]) -> str:
    """YYYY/MM/DD/ with what is not known left empty, and words for what these cannot say."""
    sides = date.get("date-parts") or []
    if not sides:
        words = date.get("literal") or date.get("raw") or ""
        return f"///{_line(words)}"
    parts = [str(part) for part in sides[0]]
    if len(parts) > 1 and int(parts[1]) > 12:
        parts, season = parts[:1], SEASONS.get(int(parts[1]) % 20, "")
    else:
        season = ""
    texts = [part.zfill(width) for part, width in zip(parts, (4, 2, 2), strict=False)]
    told = [f"to {_iso(sides[1])}"] if len(sides) > 1 else []
    told += ["circa"] if date.get("circa") else []
    told += [season] if season else []
    return "/".join([*texts, *[""] * (3 - len(texts)), ", ".join(told)])


def _iso(parts: list[Any]) -> str:
    return "-".join(str(part).zfill(width) for part, width in zip(parts, (4, 2, 2), strict=False))


def _in_words(value: object) -> str:
    if isinstance(value, dict):
        return _date(value).strip("/").replace("/", "-")
    if isinstance(value, list):
        return "; ".join(map(_name, value))
    return _line(value)


SEASONS = {1: "spring", 2: "summer", 3: "autumn", 4: "winter"}
_YEAR = re.compile(r"[0-9]{4}(?=/)")
_SPECIAL: dict[str, Callable[[Any], dict[str, Any]]] = {
    "type": lambda _: {},
    "issued": _issued,
    "page": _pages,
    "URL": lambda value: {"urls": [_line(value)]},
}
