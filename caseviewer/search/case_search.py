"""The search over one open case: its records, and the documents that are here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from caseviewer.formatting.page import Tab
from caseviewer.model.case_index import records
from caseviewer.model.opened import DocumentPresence, OpenedCase
from caseviewer.model.references import Kind
from caseviewer.model.sources import Source
from caseviewer.search.document_texts import DocumentText
from caseviewer.search.hit_making import HitMaking
from caseviewer.search.hits import DocumentReach, Found, Hit, Reach, Searched
from caseviewer.search.matching import Conditions, DocumentMatching, RecordMatching
from caseviewer.search.narrowing import Narrowing
from caseviewer.search.places import Places, Run
from caseviewer.search.query import Query, parse
from caseviewer.search.record_fields import FieldWords
from caseviewer.search.record_texts import RecordTexts
from caseviewer.search.slices import Slices, at_once
from caseviewer.search.understanding import Understanding, corrected
from caseviewer.search.vocabulary import Vocabulary
from caseviewer.search.wanted import Wanted


class CaseSearch:
    """Searches a case as it is shown; another one is made for another case, or day."""

    def __init__(self, opened: OpenedCase) -> None:
        """Nothing is read yet; see `prepare`."""
        self.opened = opened
        self.is_ready = False
        self._records = RecordTexts(opened)
        self._narrowing = Narrowing(opened)
        self._understanding = Understanding(opened)
        self._documents: dict[str, DocumentMatching] = {}
        self._matched: RecordMatching | None = None
        self._made: HitMaking | None = None
        self._reached: Searched | None = None

    def prepare(self) -> Slices[None]:
        """Read all records, once; the first query does it otherwise."""
        if not self.is_ready:
            read = RecordTexts(self.opened)
            yield from read.read()
            self._records, self.is_ready = read, True

    def goes_on_with(self, opened: OpenedCase) -> bool:
        """Whether this search holds for `opened`: the same case, checked since, for the same day.

        Another one is made otherwise.
        """
        same = opened.case is self.opened.case and opened.standpoint == self.opened.standpoint
        if same:
            self.opened, self._reached = opened, None
        return same

    def add_documents(self, documents: Iterable[DocumentText]) -> None:
        """Search these documents too, instead of earlier ones of the same sources."""
        known = dict(self._documents)
        known.update((one.source, DocumentMatching(one)) for one in documents)
        sources = (source.id for source in self.opened.case.sources)
        self._documents = {source: known[source] for source in sources if source in known}
        self._reached = None

    def add_further(self, texts: Mapping[str, Sequence[FieldWords]]) -> None:
        """Search more texts with the records that they belong to, instead of earlier ones."""
        at_once(self.prepare())
        self._records.add_further(texts)
        self._matched = self._reached = None

    def find(self, typed: str | Query) -> Found:
        """Everything that a query finds."""
        return at_once(self.finding(typed))

    def finding(self, typed: str | Query) -> Slices[Found]:
        """The same as `find`, in slices."""
        yield from self.prepare()
        query = parse(typed) if isinstance(typed, str) else typed
        nothing = Found(query, (), dict.fromkeys(Tab, 0), self._searched(), faults=query.faults)
        if query.is_empty:
            return nothing
        met = yield from self._narrowing.meetings(query.filters)
        conditions = tuple(met.items())
        faults = tuple(dict.fromkeys(filter(None, (one.fault for _, one in conditions))))
        wanted = yield from self._understanding.wanted(query, self._vocabularies())
        found = replace(nothing, faults=(*query.faults, *faults, *wanted.faults))
        found = yield from self._filled(found, wanted, conditions)
        if found.places:
            return found
        better = corrected(query, wanted, self._vocabularies())
        if better is not None:
            near = yield from self._filled(found, better.wanted, conditions)
            if near.places:
                return replace(near, near=better.near)
        return replace(found, apart=(yield from self._apart(wanted)))

    def hit(self, found: Found, at: int) -> Hit:
        """What is shown of a place that was found."""
        place, making = found.places[at], self._making(found)
        if place.block >= 0:
            return making.of_block(place, self._documents[place.record].document)
        return making.of_record(
            place, self._records.item(place.row), self._records.fields(place.row)
        )

    def _vocabularies(self) -> list[Vocabulary]:
        documents = (one.document.vocabulary for one in self._documents.values())
        return [self._records.vocabulary, *documents]

    def _filled(self, found: Found, wanted: Wanted, conditions: Conditions) -> Slices[Found]:
        """An answer with the places at which something is found."""
        matching = self._matching()
        mask = yield from matching.found(wanted, conditions)
        undated = yield from matching.undated(wanted, conditions)
        rows, runs = matching.rows(mask), list[Run]()
        for tab in Tab:
            span = self._records.rows(tab)
            runs.append(
                Run(tab, rows[bisect_left(rows, span.start) : bisect_left(rows, span.stop)])
            )
            for document in self._documents.values() if tab is Tab.DOCUMENTS else ():
                runs.append(document.run(wanted, conditions))
                undated += document.is_undated(wanted, conditions)
                yield
        places = Places(runs, self._records.ids)
        counts = places.counts()
        return replace(found, places=places, counts=counts, undated=undated, wanted=wanted)

    def _apart(self, wanted: Wanted) -> Slices[tuple[tuple[str, int], ...]]:
        """In how many places each thing stands alone, where all of them stand somewhere."""
        counts: list[tuple[str, int]] = []
        for group in wanted.positive:
            mask = yield from self._matching().group(group)
            blocks = (one.group(group).bit_count() for one in self._documents.values())
            counts.append((group.typed, mask.bit_count() + sum(blocks)))
        return tuple(counts) if all(count for _, count in counts) else ()

    def _matching(self) -> RecordMatching:
        if self._matched is None:
            self._matched = RecordMatching(self._records)
        return self._matched

    def _making(self, found: Found) -> HitMaking:
        """What makes the hits of an answer; that of the last one is kept."""
        wanted = _wanted(found)
        if self._made is None or self._made.wanted is not wanted:
            self._made = HitMaking(self.opened, wanted, self._narrowing.dates)
        return self._made

    def _searched(self) -> Searched:
        """What is searched; the same until there is more."""
        if self._reached is None:
            case = self.opened.case
            counts = {kind: len(records(case, kind)) for kind in Kind}
            reach = tuple(map(self._reach, case.sources))
            self._reached = Searched(counts, self._records.field_names(), reach)
        return self._reached

    def _reach(self, source: Source) -> DocumentReach:
        """Whether the document of a source is among what is searched."""
        if source.id in self._documents:
            return self._documents[source.id].document.reach
        if source.document is None:
            return DocumentReach(source.id, Reach.NONE)
        state = self.opened.document_states.get(source.id)
        missing = state is not None and state.presence is DocumentPresence.NOT_HERE
        return DocumentReach(source.id, Reach.NOT_HERE if missing else Reach.NOT_READ_YET)


def _wanted(found: Found) -> Wanted:
    return found.wanted if isinstance(found.wanted, Wanted) else Wanted()
