"""What a search found in a case, as lines of text and as plain values for JSON.

Lines may go to a terminal: every character that could steer it is shown as ⟨U+001B⟩.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from caseviewer.formatting.dates import day_words, iso_day
from caseviewer.formatting.tabs import tab_title
from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.hit_words import count_words, hit_notes, reason_words, remarks
from caseviewer.search.hits import Found, Hit, Snippet
from caseviewer.search.reach_words import nothing_found

Values = dict[str, object]
Marking = tuple[str, str]
"""What is written before and after words that were found."""

QUOTED: Marking = ("»", "«")
BOLD: Marking = ("\x1b[1m", "\x1b[22m")

_SPACES = re.compile(r"\s+")
_LONGEST, _SENTENCE = 1_000, 20_000
_ABREAST = 6


def found_lines(search: CaseSearch, found: Found, marking: Marking) -> Iterator[str]:
    """Each hit with its number, place and words, tab by tab; else what was searched."""
    opened = search.opened
    yield visible(f"{opened.case.title} ({opened.path})", _LONGEST)
    if opened.account is not None:
        yield tr("As at {day}", day=day_words(opened.account.day))
    head = (count_words(found),) if found.places else nothing_found(opened, found)
    yield from (visible(sentence, _SENTENCE) for sentence in (*remarks(found), *head))
    for tab, places in groupby(range(len(found)), lambda at: found.places[at].tab):
        yield ""
        yield tab_title(tab)
        for at in places:
            hit = search.hit(found, at)
            yield from hit_lines(opened.index.short(hit.record), hit, marking)
    yield ""


def hit_lines(number: str, hit: Hit, marking: Marking) -> Iterator[str]:
    """A hit with the number of its record, its place and words, and beneath it why."""
    number = number or tr("file")
    # A place may be a page as a PDF labels it, so it is as untrusted as the words.
    parts = [visible(hit.where, _LONGEST), _snippet_text(hit.snippet, marking)]
    if hit.more:
        parts.append(tr("{count} more", count=f"{hit.more:,}"))
    yield f"  {number:<{_ABREAST}}{' · '.join(filter(None, parts))}"
    for words in hit_notes(hit):
        yield f"  {'':<{_ABREAST}}{visible(words, _LONGEST)}"


def _snippet_text(snippet: Snippet, marking: Marking) -> str:
    before, after = marking
    pieces = []
    for text, marked in snippet.pieces():
        shown = visible(_SPACES.sub(" ", text), _LONGEST)
        pieces.append(f"{before}{shown}{after}" if marked else shown)
    words = "".join(pieces)
    return f"{'…' if snippet.cut_before else ''}{words}{'…' if snippet.cut_after else ''}"


def found_values(search: CaseSearch, found: Found) -> Values:
    """The same as plain values; see `caseviewer search --help`."""
    opened = search.opened
    account = opened.account
    return {
        "path": str(opened.path),
        "id": opened.case.id,
        "title": opened.case.title,
        "as_at": None if account is None else iso_day(account.day),
        "count": len(found),
        "counts": {str(tab): count for tab, count in found.counts.items()},
        "remarks": list(remarks(found)),
        "hits": [
            hit_values(opened.index.short(hit.record), hit)
            for hit in (search.hit(found, at) for at in range(len(found)))
        ],
        "searched": {
            "records": {str(kind): count for kind, count in found.searched.records.items()},
            "fields": list(found.searched.fields),
            "documents": [
                {
                    "source": one.source,
                    "reach": str(one.reach),
                    "fault": one.fault,
                    "changed": one.changed,
                }
                for one in found.searched.documents
            ],
        },
        "nothing_found": [] if found.places else list(nothing_found(opened, found)),
    }


def hit_values(number: str, hit: Hit) -> Values:
    """A hit as plain values, with the number of its record."""
    return {
        "tab": str(hit.tab),
        "record": hit.record,
        "number": number,
        "kind": None if hit.kind is None else str(hit.kind),
        "where": hit.where,
        "text": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
        "cut_before": hit.snippet.cut_before,
        "cut_after": hit.snippet.cut_after,
        "more": hit.more,
        "apart": hit.apart,
        "changed": hit.changed,
        "span": None if hit.span is None else list(hit.span),
        "reasons": [
            {
                "because": str(one.because),
                "typed": one.typed,
                "matched": one.matched,
                "sentence": reason_words(one),
            }
            for one in hit.reasons
        ],
    }
