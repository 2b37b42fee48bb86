"""The text of a page as Refworld prints it: its header, its own citation, its small print.

The citation is kept to the letter, no-break spaces included; a date keeps its words, and an
address that the page promises but does not print stays away.
"""

import re
from itertools import takewhile
from typing import Any

from caseviewer.citations.import_entry import Entry, quoted
from caseviewer.model.date_check import checked
from caseviewer.model.date_reasons import MONTH_NAMES
from caseviewer.model.dates import DateError
from caseviewer.model.kinds import Nature, UrlStatus

_LABELS = (
    "Last Updated", "Title", "Publisher", "Author", "Publication Date",
    "Citation / Document Symbol", "Reference", "Cite as",
)  # fmt: skip
_LEFT = ("Country", "Countries", "Topics", "Other Languages / Attachments", "Comments")
_HEADER = re.compile(
    rf"(?P<label>{'|'.join(map(re.escape, (*_LABELS, *_LEFT)))})(?:\s*:\s*|\s+)(?P<value>\S.*)"
)
_DISCLAIMER = re.compile(r"Disclaimer[ \t:]*(?P<text>\S.*)")
_RIGHTS = re.compile(r"Copyright notice[ \t]*:?[ \t]*(?P<text>\S.*)")
_ACCESSED = re.compile(r"\[(?P<words>accessed (?P<date>[^\[\]]{1,100}))\]")
_ADDRESS = re.compile(r"https?://[^\s\]]+")
_SITE = re.compile(r"\bRefworld\b")
_DAY = re.compile(
    r"(?:[A-Za-z]+, )?(?:(?P<day>[0-9]{1,2}) )?(?:(?P<month>[A-Z][a-z]+) )?(?P<year>[0-9]{4})"
    r"(?:, [0-9]{1,2}:[0-9]{2}(?: [A-Z]{2,5})?)?"
)


def is_page(text: str) -> bool:
    """Whether a text is a page of this form, by the lines of its header."""
    found = {match["label"] for line in text.split("\n") if (match := _header_line(line))}
    return "Cite as" in found or {"Publisher", "Publication Date"} <= found


def read_page(text: str) -> tuple[list[Entry], list[str]]:
    """The one entry of a page, and what was not taken in."""
    lines = [line.strip(" \t") for line in text.split("\n")]
    end = _end_of_header(lines)
    header, others = _header(lines[:end])
    title = header.get("Title") or (others.pop(0) if others else "")
    told = [f"A line of the header was left behind ({quoted(line)})." for line in others]
    entry = Entry(_data(header, title, text))
    entry.tell("The type “report” is a guess, as the page does not say what it is")
    entry.record.update(_dates(header))
    if "author" in entry.data and "Author" not in header:
        entry.tell("The author was taken from the page’s own citation, before the title")
    if cite_as := header.get("Cite as"):
        entry.record["cite_as"] = cite_as
    else:
        entry.tell("The page has no citation of its own (“Cite as”)")
    status = UrlStatus.GIVEN if "URL" in entry.data else UrlStatus.NOT_PRINTED
    entry.record.update(nature=Nature.DERIVATIVE_COPY.value, url_status=status.value)
    _add_small_print(entry, lines[end:])
    if "source" in entry.data:
        entry.tell("Link the party for “Refworld” as “republisher”")
    return [entry], told + _told_of_body(lines[end:])


def _header_line(line: str) -> re.Match[str] | None:
    return _HEADER.fullmatch(line.strip(" \t"))


def _end_of_header(lines: list[str]) -> int:
    """Where the header ends: at the disclaimer, or else behind its last line with a label."""
    for at, line in enumerate(lines):
        if _DISCLAIMER.fullmatch(line):
            return at
        if line.startswith("Cite as"):
            behind = next((n for n, later in enumerate(lines[at:], at) if not later), len(lines))
            return next(
                (n for n, later in enumerate(lines[at:behind], at) if _DISCLAIMER.fullmatch(later)),
                behind,
            )
    return 1 + max((n for n, line in enumerate(lines) if _header_line(line)), default=-1)


def _header(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The values by their labels, the first of each; and the lines without a label."""
    found: dict[str, str] = {}
    others = []
    for line in filter(None, lines):
        match = _header_line(line)
        if match is None or match["label"] not in _LABELS or match["label"] in found:
            others.append(line)
        else:
            found[match["label"]] = match["value"]
    # The title stands without a label; what else has none comes behind it.
    others.sort(key=lambda line: _header_line(line) is not None)
    return found, others


def _data(header: dict[str, str], title: str, text: str) -> dict[str, Any]:
    cite_as = header.get("Cite as", "")
    author = header.get("Author") or _author(cite_as, title)
    published, accessed = header.get("Publication Date"), _ACCESSED.search(cite_as)
    address = _ADDRESS.search(cite_as)
    found = {
        "type": "report",
        "title": title,
        "author": [{"literal": author}] if author else [],
        "issued": _csl_date(published) if published else None,
        "accessed": _csl_date(accessed["date"]) if accessed else None,
        "number": header.get("Citation / Document Symbol"),
        "references": header.get("Reference"),
        "publisher": header.get("Publisher"),
        "source": "Refworld" if _SITE.search(text) else None,
        "URL": address[0] if address else None,
    }
    return {key: value for key, value in found.items() if value}


def _author(cite_as: str, title: str) -> str:
    """Who stands before the title in the page's own citation."""
    author, comma, _ = cite_as.partition(f", {title}") if title else ("", "", "")
    return author if comma else ""


def _dates(header: dict[str, str]) -> dict[str, Any]:
    accessed = _ACCESSED.search(header.get("Cite as", ""))
    found = {
        "published": (header.get("Publication Date"), header.get("Publication Date")),
        "last_updated": (header.get("Last Updated"), header.get("Last Updated")),
        "accessed": (accessed["date"], accessed["words"]) if accessed else (None, None),
    }
    return {
        name: {**_edtf(date), "verbatim": words, "basis": "stated"}
        for name, (date, words) in found.items()
        if date and words
    }


def _csl_date(words: str) -> dict[str, str]:
    return {"raw": _edtf(words).get("edtf", words)}


def _edtf(words: str) -> dict[str, str]:
    """The date that English words name, as far as they name one; nothing where they do not."""
    match = _DAY.fullmatch(words)
    if match is None:
        return {}
    text = match["year"]
    if match["month"]:
        month = MONTH_NAMES.index(match["month"]) + 1 if match["month"] in MONTH_NAMES else 0
        text += f"-{month:02d}" + (f"-{int(match['day']):02d}" if match["day"] else "")
    try:
        return {"edtf": checked(text)}
    except DateError:
        return {}


def _add_small_print(entry: Entry, lines: list[str]) -> None:
    for at, line in enumerate(lines):
        disclaimer, rights = _DISCLAIMER.fullmatch(line), _RIGHTS.fullmatch(line)
        if disclaimer and "disclaimers" not in entry.record:
            rest = takewhile(bool, lines[at + 1 :])
            text = "\n".join([disclaimer["text"], *rest])
            entry.record["disclaimers"] = [{"text": text}]
            entry.tell("Link the party that disclaims as “by” of the disclaimer")
        elif rights:
            entry.record["rights"] = rights["text"]
    for name, words in (("disclaimers", "disclaimer"), ("rights", "copyright notice")):
        if name not in entry.record:
            entry.tell(f"The page has no {words}")


def _told_of_body(lines: list[str]) -> list[str]:
    small = (_DISCLAIMER, _RIGHTS)
    count = sum(
        bool(line) and not any(form.fullmatch(line) for form in small) and not _SITE.search(line)
        for line in lines
    )
    if not count:
        return []
    left = f"The text itself ({count:,} lines) was not taken in"
    return [f"{left}: keep the page as the “document” of the source."]
