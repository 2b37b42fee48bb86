"""The search over one open case: its records, and the documents that are here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from caseviewer.formatting.page import Tab
from caseviewer.formatting.record_titles import record_title
from caseviewer.model.case_index import kind_of
from caseviewer.model.opened import OpenedCase
from caseviewer.model.references import Kind
from caseviewer.search.blocks import Span, marks_in
from caseviewer.search.document_texts import DocumentText
from caseviewer.search.hits import Because, Found, Hit, Place, Reason, Searched
from caseviewer.search.places import Places, Run
from caseviewer.search.query import Query, Term, parse
from caseviewer.search.record_fields import FieldWords
from caseviewer.search.record_texts import RecordTexts
from caseviewer.search.slices import Slices, at_once
from caseviewer.search.snippets import snippet
from caseviewer.search.wanted import Group, Wanted, plain

_SLICE = 5_000


class CaseSearch:
    """Searches a case as it is shown; another one is made for another case, or day."""

    def __init__(self, opened: OpenedCase) -> None:
        """Nothing is read yet; see `prepare`."""
        self.opened = opened
        self.is_ready = False
        self._records = RecordTexts(opened)
        self._documents: dict[str, DocumentText] = {}

    def prepare(self) -> Slices[None]:
        """Read all records, once; the first query does it otherwise."""
        if not self.is_ready:
            yield from self._records.read()
            self.is_ready = True

    def add_documents(self, documents: Iterable[DocumentText]) -> None:
        """Search these documents too, instead of earlier ones of the same sources."""
        known = {**self._documents, **{one.source: one for one in documents}}
        sources = (source.id for source in self.opened.case.sources)
        self._documents = {source: known[source] for source in sources if source in known}

    def add_further(self, texts: Mapping[str, Sequence[FieldWords]]) -> None:
        """Search more texts with the records that they belong to, instead of earlier ones."""
        at_once(self.prepare())
        self._records.add_further(texts)

    def find(self, typed: str | Query) -> Found:
        """Everything that a query finds."""
        return at_once(self.finding(typed))

    def finding(self, typed: str | Query) -> Slices[Found]:
        """The same as `find`, in slices."""
        yield from self.prepare()
        query = parse(typed) if isinstance(typed, str) else typed
        wanted = Wanted(tuple(map(self._group, query.terms)))
        runs = [] if query.is_empty else list((yield from self._runs(wanted)))
        places = Places(runs, self._records.ids)
        return Found(
            query, places, places.counts(), self._searched(), faults=query.faults, wanted=wanted
        )

    def hit(self, found: Found, at: int) -> Hit:
        """What is shown of a place that was found."""
        place, wanted = found.places[at], _wanted(found)
        if place.block >= 0:
            return self._in_document(place, wanted)
        return self._in_record(place, wanted)

    def spans(self, found: Found, source: str) -> tuple[Span, ...]:
        """Where in the text of a source's document something was found, in code points."""
        document = self._documents.get(source)
        if document is None:
            return ()
        blocks, needles = document.blocks, tuple(_wanted(found).needles())
        held = sorted({block for needle in needles for block in blocks.with_words(needle)})
        return tuple(span for block in held for span in blocks.marks(block, needles))

    def _group(self, term: Term) -> Group:
        numbered = None if term.exact else self.opened.index.by_short(term.typed)
        return Group(
            term.typed,
            (plain(term.typed, term.needle),),
            None if numbered is None else numbered.id,
            term.without,
        )

    def _runs(self, wanted: Wanted) -> Slices[Iterator[Run]]:
        records = self._records
        found: dict[Tab, list[int]] = {}
        for tab in Tab:
            found[tab] = []
            for row in records.rows(tab):
                if all(self._holds(row, group) for group in wanted.groups):
                    found[tab].append(row)
                if row % _SLICE == 0:
                    yield
        return self._ordered(found, wanted)

    def _holds(self, row: int, group: Group) -> bool:
        held = group.record == self._records.ids[row] or group.stands_in(self._records.texts[row])
        return held is not group.without

    def _ordered(self, found: Mapping[Tab, list[int]], wanted: Wanted) -> Iterator[Run]:
        for tab, rows in found.items():
            yield Run(tab, rows)
            if tab is Tab.DOCUMENTS:
                for source, document in self._documents.items():
                    yield _in_blocks(source, document, wanted)

    def _in_record(self, place: Place, wanted: Wanted) -> Hit:
        item = self._records.item(place.row)
        needles = tuple(wanted.needles())
        kind = None if item is None else kind_of(item)
        marked = [
            (label, text, marks)
            for label, text in self._records.fields(place.row)
            if (marks := marks_in(text, needles))
        ]
        reasons = tuple(_reasons(wanted, place, self._records.texts[place.row]))
        if not marked:
            title = self.opened.case.title if item is None else record_title(self.opened, item)
            return Hit(place.tab, place.record, kind, "", snippet(title, ()), reasons)
        label, text, marks = max(marked, key=lambda one: len(one[2]))
        shown = snippet(text, marks)
        more = sum(len(marks) for _, _, marks in marked) - len(shown.marks)
        return Hit(place.tab, place.record, kind, label, shown, reasons, more)

    def _in_document(self, place: Place, wanted: Wanted) -> Hit:
        document = self._documents[place.record]
        blocks, where = document.blocks, document.where[place.block]
        begin, end = blocks.begins[place.block], blocks.ends[place.block]
        marks = blocks.marks(place.block, wanted.needles())
        within = [(first - begin, min(last, end) - begin) for first, last in marks]
        shown = snippet(blocks.text[begin:end], within)
        return Hit(
            place.tab, place.record, None, where, shown, (),
            len(marks) - len(shown.marks), marks[0] if marks else (begin, end),
        )  # fmt: skip

    def _searched(self) -> Searched:
        counts = {kind: len(getattr(self.opened.case, kind.value)) for kind in Kind}
        reach = tuple(document.reach for document in self._documents.values())
        return Searched(counts, tuple(self._records.labels), reach)


def _wanted(found: Found) -> Wanted:
    return found.wanted if isinstance(found.wanted, Wanted) else Wanted()


def _in_blocks(source: str, document: DocumentText, wanted: Wanted) -> Run:
    """The blocks of a document that hold everything; else one, where the document does."""
    held = [
        {
            block
            for one in group.alternatives
            for needle in one.needles
            for block in document.blocks.with_words(needle)
        }
        for group in wanted.positive
    ]
    together = sorted(set.intersection(*held)) if held else []
    if together or not all(held) or not held:
        return Run(Tab.DOCUMENTS, together, source)
    return Run(Tab.DOCUMENTS, [min(held[0])], source, apart=True)


def _reasons(wanted: Wanted, place: Place, text: str) -> Iterator[Reason]:
    for group in wanted.positive:
        if group.record == place.record:
            yield Reason(Because.NUMBER, group.typed, group.typed)
        for one in group.alternatives:
            if one.stands_in(text):
                yield one.reason
                break
