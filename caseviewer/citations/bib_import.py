"""BibTeX and BibLaTeX, read by pandoc; what pandoc leaves aside is found out and told.

A field that changes nothing when it is taken away was left behind. Words of titles stay as they
are written: pandoc would put English ones in small letters.
"""

import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from caseviewer.citations.bib_scan import BibEntry, scan
from caseviewer.citations.engine import EngineError, run_pandoc
from caseviewer.citations.import_entry import Entry, ImportFault, quoted, tell
from caseviewer.model.date_check import checked
from caseviewer.model.dates import DateError

_SECONDS = 60.0
_ALL_SECONDS = 60.0
_MOST_CALLS = 80
_PROBES = 20_000
_PROBED_CHARACTERS = 24_000_000

_TITLES = frozenset({
    "booksubtitle", "booktitle", "booktitleaddon", "eventtitle", "issuesubtitle", "issuetitle",
    "journal", "journalsubtitle", "journaltitle", "mainsubtitle", "maintitle", "maintitleaddon",
    "origtitle", "reprinttitle", "series", "shortjournal", "shorttitle", "subtitle", "title",
    "titleaddon",
})  # fmt: skip
_PEOPLE = frozenset({
    "author", "bookauthor", "commentator", "editor", "editora", "editorb", "editorc", "holder",
    "introduction", "shortauthor", "shorteditor", "translator",
})  # fmt: skip
_VERBATIM = frozenset({"doi", "eprint", "file", "pdf", "url", "urlraw"})
_REFERRING = frozenset({"crossref", "xdata", "xref"})
_NO_SOURCES = frozenset({"bibnote", "control", "set", "xdata"})
_OF_BIBLATEX = frozenset({
    "date", "eventdate", "eventtitle", "institution", "journaltitle", "langid", "location",
    "maintitle", "origdate", "subtitle", "urldate",
})  # fmt: skip
_TYPES_OF_BIBLATEX = frozenset({
    "collection", "dataset", "jurisdiction", "legislation", "legal", "mvbook", "online", "patent",
    "periodical", "report", "thesis", "xdata",
})  # fmt: skip
_REGIONAL = frozenset({
    "acadian", "american", "australian", "austrian", "brazil", "brazilian", "british", "canadian",
    "canadien", "mexican", "naustrian", "newzealand", "nswissgerman", "swissgerman", "ukenglish",
    "usenglish",
})  # fmt: skip
"""Languages of babel whose names say a region; pandoc gives one to the others too."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DATES = {
    "date": "issued", "urldate": "accessed", "origdate": "original-date", "eventdate": "event-date",
}  # fmt: skip
_PLAIN_NAME = re.compile("[a-z][a-z0-9_-]*")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PERCENT = re.compile(r"(\\.)|%", re.DOTALL)
_OTHERS = re.compile(r"\s+and\s+others$", re.IGNORECASE)
_LATEX = re.compile(r"\\[A-Za-z]+\s*|[{}\\]")
_ADDRESS = re.compile(r"https?://\S+")

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Ready:
    """An entry as pandoc gets it; `fields` are written anew."""

    name: str
    entry: BibEntry
    fields: Fields

    def text(self, *, name: str = "", without: str = "") -> str:
        fields = (
            f"  {key} = {{{value}}},\n" for key, value in self.fields.items() if key != without
        )
        return f"@{self.entry.kind}{{{name or self.name},\n{''.join(fields)}}}\n"

    def probes(self) -> list[str]:
        """The entry without each of its fields, to see what it changes."""
        return [self.text(name=f"{self.name}-{key}", without=key) for key in self.fields]


def read_bib(text: str) -> tuple[list[Entry], list[str]]:
    """The entries of a file, and what could not be read."""
    found, told = scan(text)
    names = {entry.key.lower(): f"e{number}" for number, entry in enumerate(found)}
    ready = [
        _Ready(f"e{number}", entry, _fields(entry, names)) for number, entry in enumerate(found)
    ]
    dialect = "biblatex" if any(map(_is_biblatex, found)) else "bibtex"
    items, ready = _converted(ready, dialect, told)
    entries = []
    for one in ready:
        if one.entry.kind in _NO_SOURCES:
            continue
        if one.name in items:
            entries.append(_entry(one, items))
        else:
            tell(told, f"The entry in line {one.entry.line:,} is none that pandoc reads.")
    return entries, told


def _is_biblatex(entry: BibEntry) -> bool:
    return entry.kind in _TYPES_OF_BIBLATEX or not _OF_BIBLATEX.isdisjoint(entry.fields)


def _fields(entry: BibEntry, names: dict[str, str]) -> Fields:
    """The fields as pandoc gets them."""
    fields = {}
    for name, value in entry.fields.items():
        if _PLAIN_NAME.fullmatch(name) is None:
            tell(entry.remarks, _left(name))
        elif name in _REFERRING:
            keys = (key.strip().lower() for key in value.split(","))
            fields[name] = ",".join(names.get(key, "none") for key in keys)
        else:
            fields[name] = _value(entry, name, value)
    return fields


def _value(entry: BibEntry, name: str, value: str) -> str:
    if name in _VERBATIM:
        return value
    # Line ends are gone: a comment would take the rest of the value with it.
    value = _PERCENT.sub(lambda match: match[1] or r"\%", value)
    if name in _TITLES:
        return f"{{{value}}}"
    if name in _PEOPLE and _OTHERS.search(value):
        tell(entry.remarks, f"“and others” in {quoted(name)} was left behind: it is no name")
        return _OTHERS.sub("", value)
    if name == "month" and value.lower() in _MONTHS:
        return value[:3].lower()
    return value


def _converted(
    ready: list[_Ready], dialect: str, told: list[str]
) -> tuple[dict[str, dict[str, Any]], list[_Ready]]:
    """What pandoc makes of the entries, and those that it can read."""
    probed = _probed(ready)
    if len(probed) < len(ready):
        line = f"{ready[len(probed)].entry.line:,}"
        told.append(f"From line {line} on it was not looked into which fields were left behind.")
    try:
        return _ask(ready, dialect, probed), ready
    except EngineError:
        bad = {one.name for one in _unreadable(ready, dialect)}
    lines = (f"{one.entry.line:,}" for one in ready if one.name in bad)
    told.extend(f"The entry in line {line} cannot be read by pandoc." for line in lines)
    good = [one for one in ready if one.name not in bad]
    try:
        return _ask(good, dialect, [one for one in probed if one.name not in bad]), good
    except EngineError as error:
        raise ImportFault(str(error)) from None


def _probed(ready: list[_Ready]) -> list[_Ready]:
    """The entries, from the first on, whose fields can be tried out in reasonable time."""
    count = characters = 0
    for number, one in enumerate(ready):
        count += len(one.fields)
        characters += len(one.fields) * len(one.text())
        if count > _PROBES or characters > _PROBED_CHARACTERS:
            return ready[:number]
    return ready


def _unreadable(ready: list[_Ready], dialect: str) -> list[_Ready]:
    """The entries that make pandoc give up, found by halves."""
    try:
        _ask([], dialect)
    except EngineError as error:
        raise ImportFault(str(error)) from None
    end = time.monotonic() + _ALL_SECONDS
    bad, groups, calls = [], [ready], 0
    while groups:
        group = groups.pop()
        calls += 1
        if calls > _MOST_CALLS or time.monotonic() > end:
            raise ImportFault("Too many entries of the file are such that pandoc cannot read them.")
        try:
            _ask(group, dialect)
        except EngineError:
            middle = len(group) // 2
            if middle:
                groups += [group[middle:], group[:middle]]
            else:
                bad += group
    return bad


def _ask(
    ready: Sequence[_Ready], dialect: str, probed: Sequence[_Ready] = ()
) -> dict[str, dict[str, Any]]:
    """Items by name; for those probed also without each of their fields, as “e3-title”."""
    texts = [one.text() for one in ready] + [text for one in probed for text in one.probes()]
    output = run_pandoc(
        [f"--from={dialect}", "--to=csljson"], "\n".join(texts).encode("utf-8"), _SECONDS
    )
    try:
        found = json.loads(output)
        return {item.pop("id"): item for item in found}
    except (ValueError, RecursionError, TypeError, AttributeError, KeyError):
        raise EngineError("The engine gave an answer that cannot be read.") from None


def _entry(one: _Ready, items: dict[str, dict[str, Any]]) -> Entry:
    item = items[one.name]
    fields = one.entry.fields
    entry = Entry(dict(item), one.entry.remarks)
    left = [name for name in one.fields if items.get(f"{one.name}-{name}") == item]
    left = _set_dates(entry, fields, left)
    if not item.get("type"):
        entry.data["type"] = "document"
        kind = quoted(f"@{one.entry.kind}")
        entry.tell(f"The type {kind} says little; choose one of CSL")
    if "shorttitle" not in fields:
        # pandoc cuts a title at its colon.
        entry.data.pop("title-short", None)
    _set_address(entry, fields)
    left = _set_language(entry, fields, left)
    entry.remarks.extend(map(_left, left))
    return entry


def _left(name: str) -> str:
    return f"The field {quoted(name)} was left behind"


def _set_dates(entry: Entry, fields: Fields, left: list[str]) -> list[str]:
    """Dates as the file has them, with the doubts and open ends that pandoc drops."""
    used = set()
    for name, key in _DATES.items():
        if _is_edtf(fields.get(name, "")):
            entry.data[key] = {"raw": fields[name]}
            used.add(name)
    only_year = "month" not in fields and "date" not in fields
    if only_year and _is_edtf(fields.get("year", "")):
        entry.data["issued"] = {"raw": fields["year"]}
        used.add("year")
    if fields.get("date", "").startswith(fields.get("year", "?")):
        used.add("year")  # it says the same
    issued = entry.data.get("issued", {})
    if not any(issued.get(part) for part in ("date-parts", "raw")) and (words := _words(fields)):
        entry.data["issued"] = {"literal": words}
        used |= {"date", "year", "month"}
    return [name for name in left if name not in used]


def _is_edtf(text: str) -> bool:
    try:
        checked(text)
    except DateError:
        return False
    return True


def _words(fields: Fields) -> str:
    parts = ("date",) if "date" in fields else ("month", "year")
    return _LATEX.sub("", " ".join(fields[name] for name in parts if name in fields)).strip()


def _set_address(entry: Entry, fields: Fields) -> None:
    """An address is one that the file gives: not one made of a number, nor a publisher."""
    if "URL" in entry.data and not {"url", "urlraw"}.intersection(fields):
        entry.tell("The address that pandoc made of “eprint” was left out")
        del entry.data["URL"]
    publisher = str(entry.data.get("publisher", ""))
    if _ADDRESS.fullmatch(publisher):
        del entry.data["publisher"]
        used = entry.data.setdefault("URL", publisher) == publisher
        how = "was read as one" if used else "was left behind, as there is another"
        entry.tell(f"“howpublished” holds an address, and {how}")


def _set_language(entry: Entry, fields: Fields, left: list[str]) -> list[str]:
    """The language without a region that the file does not name."""
    langid, language = fields.get("langid", ""), fields.get("language", "")
    if _TAG.fullmatch(langid):
        entry.data["language"] = langid
    elif langid.lower() not in _REGIONAL and "language" in entry.data:
        entry.data["language"] = str(entry.data["language"]).partition("-")[0]
    elif "language" not in entry.data and _TAG.fullmatch(language):
        entry.data["language"] = language
        return [name for name in left if name != "language"]
    return left
