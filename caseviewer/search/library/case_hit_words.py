"""What a search across all cases found, in words."""

from __future__ import annotations

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tabs import tab_title
from caseviewer.formatting.translate import tr
from caseviewer.model.visible import cut
from caseviewer.search.hit_words import hit_notes
from caseviewer.search.hits import Hit, Near, Snippet
from caseviewer.search.library.case_columns import case_title
from caseviewer.search.library.state_words import cases_words, many
from caseviewer.search.library.values import Answer, CaseRow, RecordName
from caseviewer.search.shown_hits import HitLine

_TITLE_LIMIT = 300


def hits_words(count: int) -> str:
    """How many hits there are."""
    return many(count, tr("hit"), tr("hits"))


def held_words(count: int) -> str:
    """How many records and documents hold it; in a document there may be many hits."""
    return many(count, tr("record or document"), tr("records and documents"))


def head_words(case: CaseRow, count: int) -> str:
    """The head above the hits of a case."""
    return tr("{title}: {hits}", title=case_title(case), hits=hits_words(count))


def more_words(more: int) -> str:
    """The way to hits of a case that are not listed."""
    return tr("Show {more} more in this case", more=f"{more:,}")


def further_row() -> HitLine:
    """The way to hits in other cases as a row of the list."""
    return HitLine("", Snippet(tr("Show hits in more cases")), "", None, "")


def place_words(hit: Hit, name: RecordName | None) -> str:
    """Where in its case a hit stands."""
    number = "" if name is None else name.number
    return " · ".join(filter(None, (tab_title(hit.tab), number, hit.where)))


def beneath_words(hit: Hit) -> str:
    """What stands beneath a hit: what is odd, why it was found, how often more; often nothing."""
    notes = list(dict.fromkeys(hit_notes(hit)))
    if hit.more:
        notes.append(many(hit.more, tr("more place in it"), tr("more places in it")))
    return "; ".join(notes)


def hit_row(case: CaseRow, hit: Hit, name: RecordName | None) -> HitLine:
    """A hit as a row of the list; `name` is that of its record, None for the case itself."""
    called = RecordName("", case_title(case)) if name is None else name
    in_document = hit.tab is Tab.DOCUMENTS
    # What is found in a title is marked there, and not shown once more beneath it.
    is_title = hit.snippet.text == called.title and not in_document
    title = hit.snippet if is_title else Snippet(cut(called.title, _TITLE_LIMIT))
    words = None if is_title else hit.snippet
    return HitLine(called.number, title, hit.where, words, beneath_words(hit), in_document)


def more_row(more: int) -> HitLine:
    """The way to the other hits of a case as a row of the list."""
    return HitLine("", Snippet(more_words(more)), "", None, "")


def count_words(answer: Answer) -> str:
    """How much was found: "123 hits in 12 cases"."""
    listed, first = hits_words(sum(found.count for found in answer.cases)), len(answer.cases)
    if not answer.more:
        return tr("{hits} in {cases}", hits=listed, cases=cases_words(first))
    if answer.in_cases is None:
        return tr("{hits} or more", hits=listed)
    cases = cases_words(answer.in_cases)
    if answer.records is not None:
        return tr("{held} in {cases}", held=held_words(answer.records), cases=cases)
    words = tr("{hits} in the first of {cases}")
    if first > 1:
        words = tr("{hits} in the first {first} of {cases}")
    return words.format(hits=listed, first=f"{first:,}", cases=cases)


def told_words(answer: Answer) -> str:
    """What a reader should know of an answer, beside its hits."""
    return " ".join((*answer.faults, *map(near_words, answer.near), *answer.told))


def near_words(near: Near) -> str:
    """What was searched instead of a word that stands nowhere."""
    words = ", ".join(f"“{word}”" for word in near.words)
    return tr(
        "No word begins with “{typed}”; searched instead: {words}.", typed=near.typed, words=words
    )


def nothing_words(answer: Answer, chosen: str) -> tuple[str, ...]:
    """Why nothing was found, and what was searched; `chosen` words what cases were chosen by."""
    among = tr(" among the cases chosen by {chosen}", chosen=chosen) if chosen else ""
    words = tr("Nothing in the library matches “{typed}”", typed=answer.typed.strip())
    return (f"{words}{among}.", *answer.faults, *answer.told)
