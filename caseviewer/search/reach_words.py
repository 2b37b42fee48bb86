"""What is said where nothing was found: what was searched, and what could not be."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from caseviewer.formatting.dates import day_words
from caseviewer.formatting.record_titles import source_numbers
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import noun
from caseviewer.model.opened import OpenedCase
from caseviewer.model.visible import visible
from caseviewer.search.hits import Found, Reach

_SHOWN = 200


def nothing_found(opened: OpenedCase, found: Found) -> tuple[str, ...]:
    """Sentences that tell what was looked for in vain, and where; none where nothing was."""
    return () if found.query.is_empty else tuple(_sentences(opened, found))


def _sentences(opened: OpenedCase, found: Found) -> Iterator[str]:
    yield tr("Nothing found for {query}.", query=visible(found.query.typed.strip(), _SHOWN))
    yield from _apart(found)
    yield tr("Searched: {what}.", what=_searched(opened, found))
    yield tr("Fields: {fields}.", fields=", ".join(_fields(found)))
    for reach, (one, several) in _NOT_SEARCHED.items():
        sources = [each.source for each in found.searched.documents if each.reach is reach]
        if sources:
            words = one if len(sources) == 1 else several
            yield tr(words, sources=source_numbers(opened, sources))
    yield from (
        f"{opened.index.short(one.source)}: {one.fault}"
        for one in found.searched.documents
        if one.reach is Reach.NOT_READ
    )
    changed = [each.source for each in found.searched.documents if each.changed]
    if changed:
        words = _CHANGED[len(changed) > 1]
        yield tr(words, sources=source_numbers(opened, changed))
    yield from _left_out(opened)


def _apart(found: Found) -> Iterator[str]:
    """Where each of the words stands somewhere, but nothing that is asked for holds them all.

    With conditions, or words left out, it is not known whether something else holds them all.
    """
    alone = ", ".join(
        tr("{typed} ({count})", typed=visible(typed, _SHOWN), count=f"{count:,}")
        for typed, count in found.apart
    )
    is_narrowed = found.query.filters or len(found.query.wanted) < len(found.query.terms)
    if len(found.apart) > 1:
        yield tr(_NARROWED if is_narrowed else _NEVER_TOGETHER, words=alone)
    elif alone:
        yield tr("Found without the conditions: {words}.", words=alone)


def _searched(opened: OpenedCase, found: Found) -> str:
    parts = [
        f"{count:,} {noun(kind, count)}" for kind, count in found.searched.records.items() if count
    ]
    read = [one.source for one in found.searched.documents if one.reach is Reach.SEARCHED]
    if read:
        words = tr("the text of 1 document ({sources})")
        if len(read) > 1:
            words = tr("the text of {count} documents ({sources})")
        parts.append(words.format(count=f"{len(read):,}", sources=source_numbers(opened, read)))
    return ", ".join(parts) or tr("what this file says of itself")


def _fields(found: Found) -> list[str]:
    """What the fields are called that were searched, without those of their parts."""
    return list(dict.fromkeys(label.partition(",")[0] for label in found.searched.fields))


def _left_out(opened: OpenedCase) -> Iterator[str]:
    """As at a day: how much is not shown, and so was not searched."""
    if opened.account is None or not opened.account.hidden:
        return
    yield tr(
        "As at {day}: {count} of the records of this file are left out, and were not searched.",
        day=day_words(opened.account.day),
        count=f"{len(opened.account.hidden):,}",
    )


_NEVER_TOGETHER = "Each of these stands somewhere, but nothing holds them all: {words}."
_NARROWED = "Found without the conditions, each for itself: {words}."

_CHANGED = (
    "Searched, but not the file that was read, as its hash differs: the document of {sources}.",
    (
        "Searched, but not the files that were read, as their hashes differ: the documents of"
        " {sources}."
    ),
)

_NOT_SEARCHED: Mapping[Reach, tuple[str, str]] = MappingProxyType({
    Reach.NOT_READ_YET: (
        "Not read yet: the document of {sources}.", "Not read yet: the documents of {sources}.",
    ),
    Reach.NOT_HERE: (
        "Not searched, as it is not here: the document of {sources}. Attach a copy to do so.",
        "Not searched, as they are not here: the documents of {sources}. Attach copies to do so.",
    ),
    Reach.NO_WORDS: (
        "Not searched, as it holds no words that can be read: the document of {sources}.",
        "Not searched, as they hold no words that can be read: the documents of {sources}.",
    ),
    Reach.NONE: (
        "Not searched, as this file names no document of it: the text of {sources}.",
        "Not searched, as this file names no document of them: the texts of {sources}.",
    ),
})  # fmt: skip
