"""What the library holds and does, in words: its state, an indexing, what to know before both."""

from __future__ import annotations

from pathlib import PurePath

from caseviewer.formatting.page import Page, PageBuilder, Span, Target
from caseviewer.formatting.translate import tr
from caseviewer.search.library.moments import moment_words
from caseviewer.search.library.values import Ending, Progress, Refreshed, State, Step

_MINUTE = 60
_TOLD = 3
PROBLEMS = Target("problems")
"""Where the words for cases that could not be read lead."""


def many(count: int, one: str, others: str) -> str:
    """A count with its noun: "1 case", "12,000 cases"."""
    return f"{count:,} {one if count == 1 else others}"


def cases_words(count: int) -> str:
    """How many cases there are."""
    return many(count, tr("case"), tr("cases"))


def state_page(state: State) -> Page:
    """What the index holds, on a line; what could not be read leads to these cases."""
    builder = PageBuilder()
    spans: list[Span] = []
    for words, target in state_parts(state):
        spans += [Span(" · ")] if spans else []
        spans.append(Span(words, target))
    builder.subtitle(tuple(spans))
    return builder.page()


def state_parts(state: State) -> tuple[tuple[str, Target | None], ...]:
    """What the index holds, part by part: "412 cases in 3 folders", since when, what is missing."""
    folders = many(len(state.folders), tr("folder"), tr("folders"))
    held = tr("{cases} in {folders}", cases=cases_words(state.cases), folders=folders)
    moment = moment_words(state.indexed_at, time=True)
    when = tr("indexed {moment}", moment=moment) if moment else tr("not yet indexed")
    parts: list[tuple[str, Target | None]] = [(held, None), (when, None)]
    if state.broken:
        parts.append((tr("{count} could not be read", count=f"{state.broken:,}"), PROBLEMS))
    if state.away:
        words = tr("{count} in a folder that is not there", count=f"{state.away:,}")
        parts.append((words, PROBLEMS))
    return tuple(parts)


def progress_words(progress: Progress) -> str:
    """How far an indexing is."""
    if progress.step is Step.LOOKING:
        return tr("Looking for cases in the folders…")
    if progress.step is Step.TIDYING:
        return tr("Putting the index in order…")
    total = many(progress.total, tr("new or changed case"), tr("new or changed cases"))
    words = tr("Reading {total}: {done} done", total=total, done=f"{progress.done:,}")
    left = "" if progress.seconds_left is None else left_words(progress.seconds_left)
    return ", ".join(filter(None, (words, left)))


def left_words(seconds: float) -> str:
    """How long a work still takes, roughly."""
    if seconds < _MINUTE:
        return tr("less than a minute left")
    minutes = many(round(seconds / _MINUTE), tr("minute"), tr("minutes"))
    return tr("about {minutes} left", minutes=minutes)


def refreshed_words(refreshed: Refreshed) -> str:
    """What an indexing did, where that is worth a sentence; empty where nothing changed."""
    parts = [
        tr(words, cases=cases_words(count))
        for words, count in (
            ("{cases} added", refreshed.added),
            ("{cases} changed and read again", refreshed.changed),
            ("{cases} no longer there and taken out", refreshed.removed),
        )
        if count
    ]
    if refreshed.ending is Ending.STOPPED:
        kept = tr("Indexing was stopped; what was done is kept, and F5 goes on.")
        return " ".join((kept, _sentence(parts))) if parts else kept
    return _sentence(parts)


def _sentence(parts: list[str]) -> str:
    return f"{'; '.join(parts)}." if parts else ""


def shortened(told: tuple[str, ...]) -> tuple[str, ...]:
    """The first of some sentences, and how many there are besides."""
    if len(told) <= _TOLD:
        return told
    more = tr("{count} more to know: see the column Problems.", count=len(told) - _TOLD)
    return (*told[:_TOLD], more)


def forgotten_words(folder: str) -> str:
    """What is said when a folder was forgotten."""
    return tr(
        "“{folder}” is forgotten, and its cases are erased from the index. The cases themselves"
        " are untouched.",
        folder=PurePath(folder).name or folder,
    )


def erase_question(state: State) -> str:
    """What is asked before the index is erased."""
    return tr(
        "Erase what the index holds of {cases}, and when you opened them? The cases themselves"
        " stay as they are, and F5 indexes them again.",
        cases=cases_words(state.cases),
    )


def welcome_page(index: str) -> Page:
    """What a reader should know before a folder is added; `index` is where the index will lie."""
    builder = PageBuilder()
    builder.title(tr("Your library of cases"))
    builder.text(
        tr(
            "Add the folders in which you keep case files. The library lists every case below"
            " them, and finds a word in all of them at once: in every record, and in the text of"
            " every document that is there."
        )
    )
    builder.heading(tr("What is kept, and where"))
    builder.text(
        tr(
            "To answer at once, the program keeps an index: of each case its title, proceedings,"
            " parties, dates, deadlines and problems, the words of its records and documents, and"
            " when you last opened it. It is one file, which only you can read:"
        )
    )
    builder.text(index)
    builder.text(
        tr("The cases themselves are only read, never changed, and nothing leaves this computer.")
    )
    builder.heading(tr("How to be rid of it"))
    builder.text(
        tr(
            "Forget a folder, and what the index holds of its cases is erased at once. Erase the"
            " index, and all of it is; the cases stay as they are. Or switch the library off. All"
            " of this is in the Library menu. Nothing is indexed before you add a folder."
        )
    )
    return builder.page()


def off_page() -> Page:
    """What is shown while the library is off."""
    builder = PageBuilder()
    builder.title(tr("The library is off"))
    builder.text(
        tr(
            "Nothing is indexed, and nothing that you open is noted. Your folders and the index"
            " are kept as they were; erase the index from the Library menu if you do not want it."
        )
    )
    builder.text(tr("To use it again: Use the library, in the Library menu (Ctrl+U)."))
    return builder.page()
