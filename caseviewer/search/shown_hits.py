"""How a hit reads in a list: number, title, the words around what was found, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseviewer.formatting.record_titles import record_title, source_title
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Source
from caseviewer.search.blocks import Span, marks_in
from caseviewer.search.hit_words import hit_notes
from caseviewer.search.hits import Found, Hit, Snippet
from caseviewer.search.wanted import Wanted


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit in words.

    title: what the record is called, with what was found in it marked. where: the field, or the
    place in the document. words: those around what was found, None where the title has them.
    notes: why it was found where that is not plain, and what else there is.
    """

    number: str
    title: Snippet
    where: str
    words: Snippet | None
    notes: str
    in_document: bool = False

    @property
    def sentence(self) -> str:
        """The hit as a screen reader says it."""
        words = "" if self.words is None else whole_words(self.words)
        place = ": ".join(filter(None, (self.where, words)))
        said = ", ".join(filter(None, (self.number, whole_words(self.title), place)))
        return ". ".join(filter(None, (said, self.notes)))

    @property
    def found(self) -> str:
        """The words that were found first."""
        shown = self.title if self.words is None else self.words
        return next((text for text, is_marked in shown.pieces() if is_marked), "")

    @property
    def place(self) -> str:
        """Where it stands: "S1 paragraph 4", "P2, name"."""
        between = " " if self.in_document else ", "
        return between.join(filter(None, (self.number, self.where)))


def hit_line(opened: OpenedCase, found: Found, hit: Hit) -> HitLine:
    """A hit in words; `opened` is the case that was searched."""
    item = opened.index.get(hit.record)
    in_document = hit.kind is None and isinstance(item, Source)
    if item is None:
        name = opened.case.title
    else:
        name = source_title(item) if isinstance(item, Source) else record_title(opened, item)
    title = Snippet(name, tuple(marks_of(found, name)))
    words = None if _says_it(title, hit.snippet) and not in_document else hit.snippet
    number = opened.index.short(hit.record)
    return HitLine(number, title, hit.where, words, "; ".join(_notes(hit)), in_document)


def marks_of(found: Found, text: str) -> Sequence[Span]:
    """Where in a text that is shown stands what was looked for."""
    wanted = found.wanted
    return marks_in(text, tuple(wanted.needles())) if isinstance(wanted, Wanted) else ()


def told_words(line: HitLine, at: int, count: int, *, again: str = "") -> str:
    """Where a reader is among the hits: "3 of 37 · Kazakstan, in S1 paragraph 4"."""
    words = tr("{at} of {count}", at=f"{at + 1:,}", count=f"{count:,}")
    where = line.place
    if line.found and where:
        where = tr("{words}, in {place}", words=line.found, place=where)
    return " · ".join(filter(None, (words, where or line.found, again)))


def whole_words(snippet: Snippet) -> str:
    """Words, with "…" where the text goes on."""
    before, after = "…" * snippet.cut_before, "…" * snippet.cut_after
    return f"{before}{snippet.text}{after}"


def _says_it(title: Snippet, words: Snippet) -> bool:
    """Whether a title has the words and what is marked in them."""
    whole = not words.cut_before and not words.cut_after and words.text in title.text
    return whole and bool(title.marks or not words.marks)


def _notes(hit: Hit) -> Iterator[str]:
    yield from dict.fromkeys(hit_notes(hit))
    if hit.more == 1:
        yield tr("1 more place in it")
    elif hit.more:
        yield tr("{count} more places in it", count=f"{hit.more:,}")
