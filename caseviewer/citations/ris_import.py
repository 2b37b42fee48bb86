"""RIS, read by the library rispy: the way back from `ris.to_ris`, and what other programs write.

A note that `to_ris` wrote for a field without a tag ("jurisdiction: Kazakhstan") becomes that
field again; other notes become the note of the record.
"""

import re
from typing import Any

from caseviewer.citations.import_entry import Entry, quoted, require_few, tell
from caseviewer.citations.ris import DATES, NAMES, SEASONS, TEXTS, TYPES

_AMBIGUOUS = {"GEN": "document", "LEGAL": "regulation"}
_OTHERS = {
    "ABST": "article-journal", "ANCIENT": "classic", "ART": "graphic", "CLSWK": "classic",
    "COMP": "software", "CONF": "paper-conference", "DATA": "dataset", "DICT": "entry-dictionary",
    "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal",
    "ENCYC": "entry-encyclopedia", "FIGURE": "figure", "GOVDOC": "report", "ICOMM": "webpage",
    "INPR": "article-journal", "JFULL": "periodical", "MAP": "map", "MPCT": "motion_picture",
    "MUSIC": "musical_score", "PAT": "patent", "SLIDE": "speech", "SOUND": "song",
    "STAND": "standard", "VIDEO": "motion_picture",
}  # fmt: skip
TYPES_BACK = {ris: csl for csl, ris in TYPES.items()} | _OTHERS | _AMBIGUOUS
"""The type of CSL for each type of RIS."""

_TEXTS_BACK = {
    **{name: key for key, name in TEXTS.items()},
    "primary_title": "title",
    "journal_name": "container-title",
    "alternate_title3": "container-title",
    "alternate_title2": "container-title-short",
    "notes_abstract": "abstract",
    "number_of_volumes": "number-of-volumes",
    "reviewed_item": "reviewed-title",
    "keywords": "keyword",
    "urls": "URL",
}
_NAMES_BACK = {
    **{name: key for key, name in NAMES.items()},
    "first_authors": "author",
    "tertiary_authors": "collection-editor",
}
_DATES_BACK = {name: key for key, name in DATES.items()}
_ISSUED = ("date", "year", "publication_year")
_NOTE_NAMES = frozenset({
    "interviewer", "recipient", "container-author", "collection-editor", "original-author",
})  # fmt: skip
_NOTE_DATES = frozenset({"submitted", "event-date", "available-date"})
_NOTE_TEXTS = frozenset({
    "annote", "archive-place", "archive_collection", "archive_location", "authority",
    "chapter-number", "collection-number", "committee", "division", "event-place", "event-title",
    "ISBN", "jurisdiction", "keyword", "medium", "note", "number-of-pages", "number-of-volumes",
    "original-publisher", "original-publisher-place", "original-title", "page-first",
    "reviewed-title", "status", "version",
})  # fmt: skip
"""Fields for which `to_ris` has no tag."""

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*))?")
_NOTE = re.compile(r"(?P<key>[A-Za-z_-]+): (?P<value>.+)")
_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?P<cut>[/-]|$)(?:(?P<month>[0-9]{1,2})?(?:(?P=cut)|$)"
    r"(?:(?P<day>[0-9]{1,2})?(?:(?P=cut)(?P<words>.*)|$))?)?"
)
_UNTIL = re.compile(r"to (?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_ISBN_LENGTHS = frozenset({10, 13})


def read_ris(text: str) -> tuple[list[Entry], list[str]]:
    """The entries of a file, and what could not be read."""
    entries = []
    pieces, told = _pieces(text)
    for piece in pieces:
        entries += [_entry(found) for found in _library(piece)]
    return entries, told


def _library(piece: str) -> list[dict[str, Any]]:
    import rispy

    # Tags that stand twice become lists, and a ";" in an address stays in it.
    found: list[dict[str, Any]] = rispy.loads(
        piece, enforce_list_tags=False, delimiter_tags_mapping={}
    )
    return found


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """The text of each entry with one line a tag, as the library loses or chokes on others."""
    pieces = _Pieces()
    for number, line in enumerate(text.split("\n"), start=1):
        match = _TAG.fullmatch(line.rstrip())
        if match is None:
            pieces.add_text(line.strip(), number)
        else:
            pieces.add_tag(match["tag"], (match["value"] or "").strip(), number)
    pieces.close("the end of the file")
    return pieces.done, pieces.told


class _Pieces:
    """The entries done so far, and the lines of the one that is open."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.told: list[str] = []
        self._lines: list[list[str]] | None = None

    def add_tag(self, tag: str, value: str, number: int) -> None:
        """Take in a line with a tag."""
        if tag == "TY":
            self.close(f"line {number:,}")
            self._lines = [[f"TY  - {value}"]]
        elif self._lines is None:
            self._tell_outside(number)
        elif tag == "ER":
            self._end()
        else:
            # The library keeps what it does not know under "UK".
            self._lines.append([f"{'XX' if tag == 'UK' else tag}  - {value}"])

    def add_text(self, text: str, number: int) -> None:
        """Take in a line without a tag, which goes on with the one before."""
        if self._lines is not None:
            self._lines[-1].append(text)
        elif text and not text.rstrip(".").isdigit():  # some programs number the entries
            self._tell_outside(number)

    def close(self, where: str) -> None:
        """End the open entry, if there is one, though the file does not."""
        if self._lines is not None:
            self._end()
            no_end = f"The entry before {where} has no end (ER), and was read as far as it goes."
            tell(self.told, no_end)

    def _end(self) -> None:
        lines = (" ".join(filter(None, parts)) for parts in self._lines or ())
        self.done.append("\n".join([*lines, "ER  - "]))
        self._lines = None
        require_few(len(self.done))

    def _tell_outside(self, number: int) -> None:
        tell(self.told, f"Line {number:,} stands in no entry, and was left aside.")


def _entry(found: dict[str, Any]) -> Entry:
    entry = Entry({})
    kind = found.pop("type_of_reference")
    if kind not in TYPES_BACK:
        entry.tell(f"The type {quoted(kind)} is none of RIS")
    elif kind in _AMBIGUOUS:
        entry.tell(f"The type {quoted(kind)} of RIS says little; choose one of CSL")
    entry.data["type"] = TYPES_BACK.get(kind, "document")
    unknown: dict[str, list[str]] = found.pop("unknown_tag", {})
    for tag in unknown:
        entry.tell(f"The tag {quoted(tag)} has no place in a bundle and was left behind")
    _add_issued(entry, found)
    _add_pages(entry, found)
    notes = [note for note in found.pop("notes", []) if note and not _add_note(entry, note)]
    for name, value in found.items():
        _add(entry, name, list(filter(None, _listed(value))))
    if notes:
        entry.tell("Notes were put into “note”")
        entry.record["note"] = "\n".join(notes)
    return entry


def _add(entry: Entry, name: str, values: list[str]) -> None:
    if not values or name == "id":
        return
    if name in _NAMES_BACK:
        key = _NAMES_BACK[name]
        entry.data[key] = [*entry.data.get(key, []), *map(name_back, values)]
    elif name in _DATES_BACK:
        date = date_back(values[0])
        entry.data[_DATES_BACK[name]] = {"literal": values[0]} if date is None else date
        _tell_others(entry, _DATES_BACK[name], values[1:])
    elif key := _text_key(name, values[0]):
        _add_text(entry, key, [", ".join(values)] if key == "keyword" else values)
    else:
        words = quoted(name.replace("_", " "))
        entry.tell(f"The field {words} has no place in a bundle and was left behind")


def _text_key(name: str, value: str) -> str:
    """The field that a text belongs to; SN holds the number of a book or of a periodical."""
    digits = re.sub("[^0-9Xx]", "", value)
    if name == "issn" and len(digits) in _ISBN_LENGTHS:
        return "ISBN"
    return _TEXTS_BACK.get(name, "")


def _add_text(entry: Entry, key: str, values: list[str]) -> None:
    if entry.data.setdefault(key, values[0]) != values[0]:
        values = ["", *values]
    _tell_others(entry, key, values[1:])


def _tell_others(entry: Entry, key: str, others: list[str]) -> None:
    for value in others:
        entry.tell(f"A second {quoted(key)} was left behind ({quoted(value)})")


def _add_issued(entry: Entry, found: dict[str, Any]) -> None:
    """The finest date that can be read; DA may hold words only, with the year in PY."""
    texts = [text for name in _ISSUED for text in _listed(found.pop(name, [])) if text]
    read = [(text, date) for text in texts if (date := date_back(text)) is not None]
    if not read:
        if texts:
            entry.data["issued"] = {"literal": " ".join(texts)}
        return
    used, date = read[0]
    entry.data["issued"] = date
    for text in texts:
        if text[:4] != used[:4] or date_back(text) is None:
            remark = f"The date {quoted(text)} was left behind, as {quoted(used)} counts"
            entry.tell(remark)


def _add_pages(entry: Entry, found: dict[str, Any]) -> None:
    first, last = (_listed(found.pop(name, ""))[0] for name in ("start_page", "end_page"))
    if first or last:
        entry.data["page"] = f"{first}-{last}" if last else first


def _add_note(entry: Entry, note: str) -> bool:
    """Whether a note was one that `to_ris` wrote for a field without a tag."""
    match = _NOTE.fullmatch(note)
    key = match["key"] if match else ""
    if match is None or key in entry.data:
        return False
    value = match["value"]
    if key in _NOTE_NAMES:
        entry.data[key] = [name_back(name) for name in value.split("; ")]
    elif key in _NOTE_DATES:
        entry.data[key] = date_back(value) or {"literal": value}
    elif key in _NOTE_TEXTS:
        entry.data[key] = value
    return key in entry.data


def _listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def name_back(text: str) -> dict[str, str]:
    """A name: “Family, Given, Suffix”, or that of an institution where no comma stands."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) not in {2, 3} or not all(parts):
        return {"literal": text}
    return dict(zip(("family", "given", "suffix"), parts, strict=False))


def date_back(text: str) -> dict[str, Any] | None:
    """A date as YYYY/MM/DD/words with what is not known left empty; None where it is none."""
    if text.startswith("///"):
        words = text[3:].strip()
        return {"literal": words} if words else None
    match = _DATE.fullmatch(text)
    if match is None or (match["day"] and not match["month"]):
        return None
    sides = [_numbers(match)]
    date: dict[str, Any] = {}
    rest = []
    for word in filter(None, (match["words"] or "").split(", ")):
        if word == "circa":
            date["circa"] = True
        elif word.lower() in _SEASONS_BACK and len(sides[0]) == 1:
            sides[0].append(_SEASONS_BACK[word.lower()])
        elif (until := _UNTIL.fullmatch(word)) and len(sides) == 1:
            sides.append(_numbers(until))
        else:
            rest.append(word)
    return {"date-parts": sides, **date, **({"literal": ", ".join(rest)} if rest else {})}


def _numbers(match: re.Match[str]) -> list[int]:
    parts = [match["year"], match["month"], match["day"]]
    known = parts[: parts.index(None)] if None in parts else parts
    return [int(part) for part in known]


_SEASONS_BACK = {word: 20 + number for number, word in SEASONS.items()} | {"fall": 23}
