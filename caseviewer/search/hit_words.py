"""The words for why something was found, and for what a search says of itself."""

from collections.abc import Mapping
from types import MappingProxyType

from caseviewer.formatting.names import language_name
from caseviewer.formatting.tabs import tab_title
from caseviewer.formatting.translate import tr
from caseviewer.search.hits import Because, Found, Hit, Near, Reason

_ADVERBIAL = frozenset({"as", "at", "before", "by", "from", "in", "on", "since", "until"})
"""Words that a note begins with which tells where a form stands, not what it is."""


def reason_words(reason: Reason) -> str:
    """Why something was found; empty where it holds just what was typed."""
    if reason.because is Because.WORDS:
        return ""
    words = _variant_words(reason) if reason.because is Because.VARIANT else _WORDS[reason.because]
    return tr(
        words,
        typed=reason.typed,
        matched=reason.matched,
        note=reason.note.partition(",")[0].strip(),
        language=language_name(reason.language) if reason.language else "",
    )


_WORDS: Mapping[Because, str] = MappingProxyType({
    Because.NUMBER: "is {matched}",
    Because.TRANSLITERATION: "matched {matched}: a transliteration of {typed}",
    Because.NEAR: "matched {matched}: spelt almost like {typed}",
    Because.DATE: "dated {matched}, so perhaps {typed}",
})  # fmt: skip


def _variant_words(reason: Reason) -> str:
    """What one form of a name is to the other: by its note, else by its language."""
    first = reason.note.split(" ", 1)[0].lower()
    kind = "bare"
    if reason.note:
        kind = "where" if first in _ADVERBIAL else "what"
    elif reason.language:
        kind = "language"
    return _VARIANTS[kind][reason.turned]


_VARIANTS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "what": ("matched {matched}: {note} of {typed}", "matched {matched}: {typed} is {note} of it"),
    "where": ("matched {matched}: {typed} {note}", "matched {matched}: which is {typed} {note}"),
    "language": (
        "matched {matched}: {typed} in {language}",
        "matched {matched}: which is {typed} in {language}",
    ),
    "bare": ("matched {matched}: another form of {typed}",) * 2,
})  # fmt: skip
"""What the form that was found is to the typed one; and the other way round."""


def hit_notes(hit: Hit) -> tuple[str, ...]:
    """What is to be said beneath a hit: what is odd about its document, and why it was found."""
    changed = tr("this document is not the file that was read: its hash differs")
    apart = tr("the words stand apart in this document; here is the first")
    said = (changed if hit.changed else "", apart if hit.apart else "")
    return tuple(filter(None, (*said, *map(reason_words, hit.reasons))))


def count_words(found: Found) -> str:
    """How much was found, tab by tab: "18 places: Parties 4, Chronology 4"."""
    if not found.places:
        return tr("nothing found")
    places = tr("1 place") if len(found) == 1 else tr("{count} places", count=f"{len(found):,}")
    tabs = ", ".join(f"{tab_title(tab)} {count:,}" for tab, count in found.counts.items() if count)
    return tr("{places}: {tabs}", places=places, tabs=tabs)


def near_words(near: Near) -> str:
    """That a word stands nowhere, and which near ones are shown in its place."""
    words = tr("No word begins with “{typed}”. Shown is what is spelt almost like it: {words}.")
    return words.format(typed=near.typed, words=", ".join(near.words))


def remarks(found: Found) -> tuple[str, ...]:
    """What is to be known of an answer: faults of the query, near words, what was left out."""
    said = [*found.faults, *map(near_words, found.near)]
    if found.undated == 1:
        said.append(tr("1 record or document that would fit has no date that can be compared."))
    elif found.undated:
        words = tr(
            "{count} records and documents that would fit have no date that can be compared."
        )
        said.append(words.format(count=f"{found.undated:,}"))
    return tuple(said)
