"""The folded texts of all records of a case, in the order in which a reader walks through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from caseviewer.formatting.page import Tab
from caseviewer.model.case import Case, Record
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sides import party_key
from caseviewer.search.record_fields import FieldWords, RecordFields
from caseviewer.search.slices import Slices
from caseviewer.search.vocabulary import Vocabulary
from caseviewer.search.words import fold_words

HEADER = ""
"""What stands for the id of what the file says of itself."""

BORDER = "\n"
"""What stands between two fields, so that no phrase crosses them."""

_TABS = tuple(Tab)
_SLICE = 25


class RecordTexts:
    """Every record as one folded text: a row each, those of a tab side by side.

    A text begins and ends with a space, and has single ones between words and borders of fields.
    """

    def __init__(self, opened: OpenedCase) -> None:
        """Nothing is read yet; see `read`."""
        self.opened = opened
        self.ids: list[str] = []
        self.texts: list[str] = []
        self.vocabulary = Vocabulary(())
        self._fields = RecordFields(opened)
        self._starts: list[int] = []
        self._labels: dict[str, None] = {}
        self._further: dict[int, tuple[FieldWords, ...]] = {}

    def read(self) -> Slices[None]:
        """Fold all records."""
        words: set[str] = set()
        for tab in _TABS:
            self._starts.append(len(self.ids))
            for name, found in self._of_tab(tab):
                self._labels.update(dict.fromkeys(label for label, _ in found))
                text = folded(found)
                words.update(text.split(" "))
                self.ids.append(name)
                self.texts.append(text)
                if len(self.ids) % _SLICE == 0:
                    yield
        self.vocabulary = Vocabulary(words)

    def rows(self, tab: Tab) -> range:
        """The rows of a tab."""
        at = _TABS.index(tab)
        return range(self._starts[at], [*self._starts, len(self.ids)][at + 1])

    def item(self, row: int) -> Record | None:
        """The record of a row; None for what the file says of itself."""
        return self.opened.index.get(self.ids[row])

    def fields(self, row: int) -> list[FieldWords]:
        """What the fields of a row say, as they stand in its text."""
        item = self.item(row)
        own = self._fields.of_header() if item is None else self._fields.of(item)
        return [*own, *self._further.get(row, ())]

    def field_names(self) -> tuple[str, ...]:
        """What the fields are called that are searched."""
        further = (label for found in self._further.values() for label, _ in found)
        return tuple(dict.fromkeys(chain(self._labels, further)))

    def add_further(self, texts: Mapping[str, Sequence[FieldWords]]) -> None:
        """Search more texts with the records that they belong to, instead of earlier ones."""
        places = {name: row for row, name in enumerate(self.ids)} if texts else {}
        before = self._further
        self._further = {places[name]: tuple(found) for name, found in texts.items()
                         if found and name in places}  # fmt: skip
        for row in before.keys() | self._further.keys():
            self.texts[row] = folded(self.fields(row))
        words = (fold_words(text).split() for found in texts.values() for _, text in found)
        self.vocabulary = self.vocabulary.with_more(chain.from_iterable(words))

    def _of_tab(self, tab: Tab) -> Iterator[tuple[str, list[FieldWords]]]:
        if tab is Tab.OVERVIEW:
            yield HEADER, list(self._fields.of_header())
        for item in _records_of(self.opened, tab):
            yield item.id, list(self._fields.of(item))


def folded(found: Iterable[FieldWords]) -> str:
    """Fields as one text in which words are looked for."""
    return " " + f" {BORDER} ".join([fold_words(text) for _, text in found]) + " "


def _records_of(opened: OpenedCase, tab: Tab) -> Iterable[Record]:
    """The records of a tab in the order of its list; passages with their sources."""
    case = opened.case
    if tab is Tab.OVERVIEW:
        return case.proceedings
    if tab is Tab.PARTIES:
        return sorted(case.parties, key=party_key)
    if tab is Tab.CHRONOLOGY:
        return chain(opened.chronology, case.deadlines)
    if tab is Tab.QUOTATIONS:
        return case.quotations
    if tab is Tab.CITATIONS:
        return _sources(case)
    return chain(case.differences, case.gaps) if tab is Tab.REVIEW else ()


def _sources(case: Case) -> Iterator[Record]:
    """Each source with the passages in it."""
    passages: dict[str, list[Record]] = {source.id: [] for source in case.sources}
    for passage in case.passages:
        passages.setdefault(passage.source, []).append(passage)
    for source in case.sources:
        yield source
        yield from passages.pop(source.id, ())
    yield from chain.from_iterable(passages.values())
