"""All citations of a case in one style: each source in every form, with every pinpoint."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from caseviewer.citations.ast import API_VERSION, Element, UnknownElementError, inlines, meta, runs
from caseviewer.citations.engine import EngineError, run_citeproc
from caseviewer.citations.forms import Citations, Form, Wanted
from caseviewer.citations.items import Item, for_our_styles
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.citations.runs import Run, Runs, plain
from caseviewer.citations.styles import Style
from caseviewer.model.kinds import LocatorLabel
from caseviewer.processes import Stop, never

SHEET_LIMIT = 500
"""How many citations one call of the engine formats at most."""

ROUNDS_LIMIT = 40
"""How many calls a style costs at most that looks at the citations around."""

_LATER = 1_000_000
_SPACER = "spacer"


def cite(
    items: Sequence[Item], wanted: Iterable[Wanted], style: Style, should_stop: Stop = never
) -> Citations:
    """Format sources and places in them; every source is formatted without a place, too.

    Costs one call of the engine for up to `SHEET_LIMIT` citations. `EngineError` where the
    engine has no answer.
    """
    known = {item.source for item in items}
    places = [place for place in dict.fromkeys(wanted) if place.pinpoint and place.source in known]
    found: dict[tuple[Wanted, Form], Runs] = {}
    for sheet in _sheets(items, places, style):
        found.update(sheet.formatted(should_stop))
    return Citations(style, found)


def cite_places(
    items: Sequence[Item], wanted: Iterable[Wanted], known: Citations, should_stop: Stop = never
) -> Citations:
    """What is known already, and more places; their sources are not formatted again.

    items: the sources of the places; all of the case for a style that looks around.
    """
    style = known.style
    if not style.by_itself:
        made = cite(items, wanted, style, should_stop)
        return Citations(style, {**made.forms, **known.forms})
    by_source = {item.source: item for item in items}
    places = [
        (by_source[one.source], one)
        for one in dict.fromkeys(wanted)
        if one.source in by_source and known.get(one) is None
    ]
    found = dict(known.forms)
    for start in range(0, len(places), SHEET_LIMIT):
        sheet = _sheet(places[start : start + SHEET_LIMIT], style)
        sheet.listed = False
        found.update(sheet.formatted(should_stop))
    return Citations(style, found)


def bibliography(
    items: Sequence[Item], style: Style, should_stop: Stop = never
) -> list[tuple[str, Runs]]:
    """The entries of a bibliography with the ids of their sources, sorted as the style says."""
    if not items or not style.bibliography:
        return []
    sheet = _Sheet(style)
    for item in items:
        sheet.add(Wanted(item.source), Form.FULL, sheet.refer_to(item))
    answer = run_citeproc(sheet.document(), style.content, len(items), should_stop)
    return [(sheet.sources[key], entry) for key, entry in _entries(answer["blocks"])]


@dataclass
class _Sheet:
    """One document for the engine: what it refers to, and its citations, a note each."""

    style: Style
    listed: bool = True
    references: list[Element] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    notes: list[Element] = field(default_factory=list)
    keys: list[tuple[Wanted, Form] | None] = field(default_factory=list)

    def refer_to(self, item: Item) -> str:
        """List an item anew; gives the id under which it can be cited."""
        key = f"r{len(self.references)}"
        data = for_our_styles(item.data) if self.style.ours else item.data
        self.references.append(meta({**data, "id": key}))
        self.sources[key] = item.source
        return key

    def add(self, wanted: Wanted, form: Form, key: str, pinpoint: str = "") -> None:
        """Cite what `key` stands for."""
        self.keys.append((wanted, form))
        self._add_note(key, pinpoint)

    def cite(self, cited: Sequence[tuple[Wanted, str, str]]) -> None:
        """Cite places, each with its key and pinpoint; in notes once more for the short form."""
        for wanted, key, locator in cited:
            self.add(wanted, Form.FULL, key, locator)
        if self.style.note:
            self.add_spacer()
            for wanted, key, locator in cited:
                self.add(wanted, Form.SHORT, key, locator)

    def add_spacer(self) -> None:
        """Cite something else, so that the next citation follows none of its own kind."""
        self.references.append(meta({"id": _SPACER, "type": "book", "title": _SPACER}))
        self.keys.append(None)
        self._add_note(_SPACER, "")

    def _add_note(self, key: str, pinpoint: str) -> None:
        number = len(self.notes) + 1
        later = self.keys[-1] is not None and self.keys[-1][1] is Form.SHORT
        citation = {
            "citationId": key,
            "citationPrefix": [],
            "citationSuffix": inlines(pinpoint),
            "citationMode": {"t": "NormalCitation"},
            # Far behind the first citations: a form for what is cited nearby is not wanted.
            "citationNoteNum": number + _LATER if later else number,
            "citationHash": 0,
        }
        cited = {"t": "Cite", "c": [[citation], inlines("?")]}
        # In a note of our own pandoc leaves the first letter as it is.
        note = {"t": "Note", "c": [{"t": "Para", "c": [cited]}]}
        self.notes.append({"t": "Para", "c": [note]})

    def document(self) -> Element:
        """The document, for the engine."""
        options = {
            "references": self.references,
            "link-bibliography": False,
            "suppress-bibliography": not self.listed,
        }
        metadata = {
            name: {"t": "MetaList", "c": value} if isinstance(value, list) else meta(value)
            for name, value in options.items()
        }
        return {"pandoc-api-version": API_VERSION, "meta": metadata, "blocks": self.notes}

    def formatted(self, should_stop: Stop) -> Iterator[tuple[tuple[Wanted, Form], Runs]]:
        """Every citation of the sheet, and the entries of the bibliography."""
        count = len(self.notes)
        answer = run_citeproc(self.document(), self.style.content, count, should_stop)
        blocks: list[Element] = answer["blocks"]
        if len(blocks) < len(self.notes):
            raise EngineError("The engine for citations left citations out.")
        for key, block in zip(self.keys, blocks, strict=False):
            if key is not None:
                yield key, _note_runs(block)
        if self.style.bibliography:
            told = set()
            for name, entry in _entries(blocks[len(self.notes) :]):
                source = self.sources.get(name)
                if source is not None and source not in told:
                    told.add(source)
                    yield (Wanted(source), Form.BIBLIOGRAPHY), entry


def _sheets(items: Sequence[Item], places: Sequence[Wanted], style: Style) -> Iterator[_Sheet]:
    if not style.by_itself:
        yield from _rounds(items, places, style)
        return
    of_source: dict[str, list[Wanted]] = {}
    for place in places:
        of_source.setdefault(place.source, []).append(place)
    batch: list[tuple[Item, Wanted]] = []
    for item in items:
        for wanted in (Wanted(item.source), *of_source.get(item.source, ())):
            batch.append((item, wanted))
            if len(batch) == SHEET_LIMIT:
                yield _sheet(batch, style)
                batch = []
    if batch:
        yield _sheet(batch, style)


def _sheet(batch: Sequence[tuple[Item, Wanted]], style: Style) -> _Sheet:
    """One sheet for a style that does not look around.

    In notes each is cited as if it were the only citation of its source, and then once more.
    """
    sheet = _Sheet(style)
    keys: dict[str, str] = {}
    cited = []
    for item, wanted in batch:
        if style.note or item.source not in keys:
            keys[item.source] = sheet.refer_to(item)
        cited.append((wanted, keys[item.source], _locator(wanted.pinpoint, style)))
    sheet.cite(cited)
    return sheet


def _rounds(items: Sequence[Item], places: Sequence[Wanted], style: Style) -> Iterator[_Sheet]:
    """Sheets that each cite every source once, so that the style sees the case as it is."""
    queues = {item.source: [Wanted(item.source)] for item in items}
    for place in places:
        queues[place.source].append(place)
    longest = max(map(len, queues.values()), default=0)
    for number in range(min(longest, ROUNDS_LIMIT)):
        sheet = _Sheet(style)
        keys = {item.source: sheet.refer_to(item) for item in items}
        cited = []
        for source, queue in queues.items():
            wanted = queue[min(number, len(queue) - 1)]
            cited.append((wanted, keys[source], _locator(wanted.pinpoint, style)))
        sheet.cite(cited)
        yield sheet


def _locator(pinpoint: Pinpoint | None, style: Style) -> str:
    """A pinpoint as pandoc reads one: in braces, its label first."""
    if pinpoint is None:
        return ""
    if pinpoint.label not in style.labels:
        return f"{{{pinpoint.words()}}}"
    value = _NO_RANGE.sub(_escaped, pinpoint.value)
    if pinpoint.label is LocatorLabel.PARAGRAPH:
        value = _BETWEEN.sub(f"{_CLOSING}\\1{_OPENING}", value)
    return f"{{{pinpoint.label} {value}}}"


def _bracketed(found: Runs) -> Runs:
    """Close and open brackets between paragraphs, in the styles that put them into brackets.

    CSL puts one pair around all: "[7, 58]". The guides with brackets (AGLC 1.1.6, OSCOLA 2.1.7)
    want "[7], [58]", and "[53]–[58]".
    """
    brackets = _IN_BRACKETS.search(plain(found)) is not None
    marks = {_CLOSING: "]" if brackets else "", _OPENING: "[" if brackets else ""}
    table = str.maketrans(marks)
    return tuple(Run(run.text.translate(table), run.faces) for run in found)


def _escaped(match: re.Match[str]) -> str:
    return match[0] if _RANGE.fullmatch(match[0]) else match[0].replace("-", "\\-")


# Characters that are none (they end plane 16), put between the paragraphs of a pinpoint.
_CLOSING, _OPENING = "\U0010fffe", "\U0010ffff"
_BETWEEN = re.compile(r"(?<=[\w)])(\s*[-–,;&]\s*| and )(?=\w)")
_IN_BRACKETS = re.compile(rf"\[[^\[\]]*{_CLOSING}")
_NO_RANGE = re.compile(r"[^\s,;&]+")
_NUMBER = r"(?:[0-9]+(?:\.[0-9]+)*[a-z]?|[ivxlc]+)(?:\([^()]*\))*"
_RANGE = re.compile(rf"{_NUMBER}(?:-{_NUMBER})?")


def _note_runs(block: Element) -> Runs:
    try:
        (note,) = block["c"]
        (paragraph,) = note["c"]
        return _bracketed(runs(paragraph["c"]))
    except (KeyError, IndexError, TypeError, ValueError, RecursionError):
        raise EngineError(_UNKNOWN) from None


def _entries(blocks: Sequence[Element]) -> Iterator[tuple[str, Runs]]:
    """The entries of the bibliography with the ids that they were referred to by."""
    try:
        for block in blocks:
            if block["t"] == "Div" and block["c"][0][0] == "refs":
                for entry in block["c"][1]:
                    identifier = str(entry["c"][0][0]).removeprefix("ref-")
                    parts = [part["c"] for part in entry["c"][1]]
                    yield identifier, runs([one for part in parts for one in part])
    except (KeyError, IndexError, TypeError, UnknownElementError):
        raise EngineError(_UNKNOWN) from None


_UNKNOWN = "The engine for citations gave an answer that is no citation."
