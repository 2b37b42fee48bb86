"""What a search gives back: places, hits with the words around them, and what was searched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from caseviewer.formatting.page import Tab
from caseviewer.model.references import Kind
from caseviewer.search.query import Query


class Because(StrEnum):
    """Why something was found.

    WORDS: it holds what was typed. NUMBER: it is the record of that short number. VARIANT: it
    holds another form of the name. TRANSLITERATION: it holds a word that reads like that in
    another script. NEAR: it holds a word that is spelt almost like that. DATE: its date may lie
    where it was asked for, and may not.
    """

    WORDS = "words"
    NUMBER = "number"
    VARIANT = "variant"
    TRANSLITERATION = "transliteration"
    NEAR = "near"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit was found: what was typed, and what it matched; `hit_words.reason_words` says it.

    Of a variant: `typed` is the name, of which `note` and `language` tell what the matched form is;
    where `turned` says so, the name was matched, and `typed` is the form that is told of.
    """

    because: Because
    typed: str
    matched: str
    note: str = ""
    language: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words around what was found, as they stand there; marks are offsets in `text`.

    cut_before, cut_after: whether the text goes on there.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    cut_before: bool = False
    cut_after: bool = False

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, each with whether it is marked; none of them is empty."""
        done = 0
        for start, end in self.marks:
            if done < start:
                yield self.text[done:start], False
            yield self.text[start:end], True
            done = end
        if done < len(self.text):
            yield self.text[done:], False


@dataclass(frozen=True, slots=True)
class Hit:
    """One record, or one block of a document, in which something was found.

    record: its id, that of the source for a document; empty for what the file says of itself.
    kind: None for a document, and for what the file says of itself. where: the field, or the
    place in the document, in words. more: how many more places in it hold what was looked for.
    span: where the first mark stands in the document's text, in code points. apart: whether what
    was looked for stands in several blocks of the document, of which this is one. changed: whether
    the document is another file than the case tells of.
    """

    tab: Tab
    record: str
    kind: Kind | None
    where: str
    snippet: Snippet
    reasons: tuple[Reason, ...] = ()
    more: int = 0
    span: tuple[int, int] | None = None
    apart: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found: a record of a tab, or a block of a document.

    row: the place among the records that are searched, -1 for a document. block: that of the
    document, -1 for a record. apart: whether the words stand in several blocks of the document,
    of which this is one.
    """

    tab: Tab
    record: str
    row: int
    block: int = -1
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """A word that stands nowhere, and words that are spelt almost like it, the nearest first."""

    typed: str
    words: tuple[str, ...]


class Reach(StrEnum):
    """Whether the text of a source's document was searched.

    NONE: the case names no document of it. NO_WORDS: it holds none, as a picture does.
    """

    SEARCHED = "searched"
    NOT_READ_YET = "not_read_yet"
    NONE = "none"
    NOT_HERE = "not_here"
    NOT_READ = "not_read"
    NO_WORDS = "no_words"


@dataclass(frozen=True, slots=True)
class DocumentReach:
    """Whether a source's document was searched; `fault` is a sentence where it was not read.

    changed: whether what was searched is another file than the case tells of, by its hash.
    """

    source: str
    reach: Reach
    fault: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched: how many records of each kind, which fields, and which documents."""

    records: Mapping[Kind, int]
    fields: tuple[str, ...] = ()
    documents: tuple[DocumentReach, ...] = ()


@dataclass(frozen=True)
class Found:
    """The answer to a query.

    places: in the order of the tabs, made on demand. counts: how many each tab has, 0 too.
    near: what was looked for instead of words that stand nowhere. faults: what is wrong with
    the query, in sentences. undated: how many were left out as they have no date to compare.
    apart: for words that nothing holds together, in how many places each stands alone.
    """

    query: Query
    places: Sequence[Place]
    counts: Mapping[Tab, int]
    searched: Searched
    near: tuple[Near, ...] = ()
    faults: tuple[str, ...] = ()
    undated: int = 0
    apart: tuple[tuple[str, int], ...] = ()
    wanted: object = field(default=None, repr=False, compare=False)
    """How the search itself understood the query."""

    def __len__(self) -> int:
        """How many places were found."""
        return len(self.places)
