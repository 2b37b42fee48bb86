"""What a reader should know of a citation before it is copied: each defect a pure check."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from weakref import WeakKeyDictionary

from caseviewer.citations.own_string import count_no_break
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.dated import Date
from caseviewer.model.kinds import LocatorLabel, Nature, Numbering, SourceKind, UrlStatus
from caseviewer.model.parties import Party
from caseviewer.model.references import How
from caseviewer.model.sources import Passage, Source


class DefectKind(StrEnum):
    """What is wrong with a citation."""

    NO_ADDRESS = "no_address"
    DEAD_ADDRESS = "dead_address"
    NO_BREAK_SPACES = "no_break_spaces"
    NO_DATE = "no_date"
    NOT_ACCESSED = "not_accessed"
    ACCESSED_TOO_EARLY = "accessed_too_early"
    SESSION = "session"
    COUNTED = "counted"
    REPUBLISHER_UNNAMED = "republisher_unnamed"
    COPY_AS_ORIGINAL = "copy_as_original"
    NO_AUTHOR = "no_author"
    NO_TITLE = "no_title"


class Concerns(StrEnum):
    """Which strings of a source a defect concerns."""

    OWN = "own"
    EVERY = "every"
    PINPOINT = "pinpoint"


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect of one source's citation; `found` and `other` are what its words name."""

    kind: DefectKind
    source: str
    concerns: Concerns = Concerns.EVERY
    found: str = ""
    other: str = ""


def defects(case: Case, index: CaseIndex) -> tuple[Defect, ...]:
    """The defects of all sources, in the order of the file."""
    return tuple(defect for source in case.sources for defect in source_defects(index, source))


def source_defects(index: CaseIndex, source: Source) -> tuple[Defect, ...]:
    """The defects of one source, those of its own string first.

    They are looked for once: lists and marks ask for those of every source again and again.
    """
    kept = _KEPT.setdefault(index, {})
    known = kept.get(source.id)
    if known is None or known[0] is not source:
        found = tuple(defect for check in _CHECKS for defect in check(index, source))
        known = kept[source.id] = (source, found)
    return known[1]


_KEPT: WeakKeyDictionary[CaseIndex, dict[str, tuple[Source, tuple[Defect, ...]]]] = (
    WeakKeyDictionary()
)
"""The defects of sources by their ids; they go when their case goes."""


def pinpoint_counted(source: Source, label: LocatorLabel) -> bool:
    """Whether a pinpoint stands on paragraphs that the source does not number itself."""
    document = source.document
    return (
        label is LocatorLabel.PARAGRAPH
        and document is not None
        and document.paragraph_numbering is Numbering.COUNTED
    )


def _address(_index: CaseIndex, source: Source) -> Iterator[Defect]:
    own = source.cite_as or ""
    if _accessed(source) and not _address_of(source):
        yield Defect(DefectKind.NO_ADDRESS, source.id)
    elif _PROMISE.search(own) and not _ADDRESS.search(own):
        yield Defect(DefectKind.NO_ADDRESS, source.id, Concerns.OWN)
    if source.url_status is UrlStatus.DEAD:
        yield Defect(DefectKind.DEAD_ADDRESS, source.id)


def _accessed(source: Source) -> bool:
    return source.accessed is not None or source.csl.accessed is not None


def _address_of(source: Source) -> str:
    return source.url or source.csl.url or ""


def _spaces(_index: CaseIndex, source: Source) -> Iterator[Defect]:
    count = count_no_break(source.cite_as or "")
    if count:
        yield Defect(DefectKind.NO_BREAK_SPACES, source.id, Concerns.OWN, str(count))


def _dates(_index: CaseIndex, source: Source) -> Iterator[Defect]:
    if source.csl.issued is None and source.published is None:
        yield Defect(DefectKind.NO_DATE, source.id)
    if not _accessed(source):
        if _address_of(source):
            yield Defect(DefectKind.NOT_ACCESSED, source.id)
    elif _before(source.accessed, source.last_updated):
        yield Defect(DefectKind.ACCESSED_TOO_EARLY, source.id)


def _before(accessed: Date | None, updated: Date | None) -> bool:
    """Whether the copy was read, on every reading of both dates, before it was last changed."""
    first = None if accessed is None else accessed.value
    second = None if updated is None else updated.value
    if first is None or second is None or first.latest is None or second.earliest is None:
        return False
    return first.latest < second.earliest


def _session(_index: CaseIndex, source: Source) -> Iterator[Defect]:
    """The symbols of treaty bodies name the session: CAT/C/48/D/444/2010 is of the 48th."""
    symbol = _SYMBOL.search(f"{source.csl.references or ''} {source.csl.number or ''}")
    session = session_number(source.csl.event_title or "")
    if symbol is not None and session is not None and int(symbol["session"]) != session:
        yield Defect(DefectKind.SESSION, source.id, found=symbol[0], other=str(session))


def session_number(title: str) -> int | None:
    """The number of a session: 48 for "48th session" and "Forty-eighth session"."""
    match = _SESSION.match(title.strip().lower())
    if match is None:
        return None
    if match["digits"]:
        return int(match["digits"])
    tens, _, unit = match["word"].rpartition("-")
    if not tens:
        return _ORDINALS.get(unit)
    if tens not in _TENS or _ORDINALS.get(unit, 10) > 9:
        return None
    return _TENS[tens] + _ORDINALS[unit]


def _counted(index: CaseIndex, source: Source) -> Iterator[Defect]:
    for mention in index.mentions(source.id):
        passage = mention.by
        if mention.how is How.SOURCE and isinstance(passage, Passage):
            locator = passage.locator
            if locator is not None and pinpoint_counted(source, locator.label):
                yield Defect(DefectKind.COUNTED, source.id, Concerns.PINPOINT)
                return


def _republished(index: CaseIndex, source: Source) -> Iterator[Defect]:
    republisher = index.get(source.republisher)
    if isinstance(republisher, Party):
        name = republisher.name
        if source.cite_as and name.casefold() not in source.cite_as.casefold():
            yield Defect(DefectKind.REPUBLISHER_UNNAMED, source.id, Concerns.OWN, name)
    elif source.nature is Nature.DERIVATIVE_COPY and source.csl.source is None:
        yield Defect(DefectKind.COPY_AS_ORIGINAL, source.id)


def _author(_index: CaseIndex, source: Source) -> Iterator[Defect]:
    known = source.csl.author or source.author or source.csl.authority
    if not known and source.kind not in _WITHOUT_AUTHOR:
        yield Defect(DefectKind.NO_AUTHOR, source.id)


def _title(_index: CaseIndex, source: Source) -> Iterator[Defect]:
    if source.csl.title is None:
        yield Defect(DefectKind.NO_TITLE, source.id)


_Check = Callable[[CaseIndex, Source], Iterator[Defect]]
_CHECKS: tuple[_Check, ...] = (
    _spaces,
    _address,
    _republished,
    _title,
    _author,
    _dates,
    _session,
    _counted,
)

_PROMISE = re.compile(r"\bavailable\s+(?:at|from|on)\b\s*:?", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:https?|ftp)://|\bwww\.|\bdoi\b", re.IGNORECASE)
_SYMBOL = re.compile(r"\b[A-Z]{2,}/C/(?P<session>[0-9]{1,3})/\S+")
_SESSION = re.compile(
    r"(?:the )?(?:(?P<digits>[0-9]{1,3})(?:st|nd|rd|th)|(?P<word>[a-z]+(?:-[a-z]+)?)) session\b"
)
_WITHOUT_AUTHOR = frozenset(
    {
        SourceKind.TREATY,
        SourceKind.STATUTE,
        SourceKind.NATIONAL_JUDGMENT,
        SourceKind.INTERNATIONAL_JUDGMENT,
        SourceKind.TREATY_BODY_DECISION,
    }
)
_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
            "seventeenth", "eighteenth", "nineteenth",
        ],
        start=1,
    )
} | {
    word: tens
    for tens, word in zip(
        range(20, 100, 10),
        ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
         "ninetieth"],
        strict=True,
    )
}  # fmt: skip
_TENS = {
    word: tens
    for tens, word in zip(
        range(20, 100, 10),
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        strict=True,
    )
}
