"""The other direction of every link: which records speak of this one, and how."""

from collections.abc import Iterable, Sequence

from caseviewer.formatting.page import PageBuilder, Span, Spans
from caseviewer.formatting.record_titles import link
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import towards_word, word
from caseviewer.model.case import Record
from caseviewer.model.case_index import Mention, kind_of
from caseviewer.model.events import Participant, Trigger
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import PartyRole, Relation
from caseviewer.model.quotations import Rung
from caseviewer.model.references import How, Kind

HEADINGS = {
    Kind.PROCEEDING: "Proceedings",
    Kind.PARTY: "Parties",
    Kind.EVENT: "Events",
    Kind.DEADLINE: "Deadlines",
    Kind.QUOTATION: "Quotations",
    Kind.SOURCE: "Sources",
    Kind.PASSAGE: "Passages",
    Kind.DIFFERENCE: "Differences",
    Kind.GAP: "Gaps",
}

_HOW_WORDS = {
    How.BASIS: "",
    How.SUBSET: "part of this group",
    How.ON_BEHALF: "acts for this party",
    How.BODY: "before this body",
    How.COMPLAINT: "this is its complaint",
    How.DECISION: "this is its decision",
    How.ASSERTED_BY: "says so",
    How.OWED_BY: "owes it",
    How.OWED_TO: "is owed it",
    How.PROCEEDING: "",
    How.FULFILMENT: "is fulfilled by it",
    How.FRAGMENT: "",
    How.INSIDE: "stands inside it",
    How.ABOUT: "",
    How.TRANSLATOR: "translated by this party",
    How.SAME_WORK: "is another copy of it",
    How.AUTHOR: "author",
    How.PUBLISHER: "publisher",
    How.REPUBLISHER: "republisher",
    How.DISCLAIMER: "disclaims it",
    How.SOURCE: "",
    How.VALUE_PARTY: "gives one of the values",
    How.VALUE_PASSAGE: "bears one of the values",
}


def how_words(mention: Mention) -> str:
    """In what way a record mentions this one, in words; empty where the list says it."""
    part = _part_words(mention)
    if part:
        return part
    words = _HOW_WORDS[mention.how]
    return tr(words) if words else ""


def _part_words(mention: Mention) -> str:
    """The words of the part of the record that holds the id: its role, link, relation."""
    part = _part(mention)
    match part:
        case Participant() | PartyRole():
            return word(part.role) if mention.how is not How.ON_BEHALF else ""
        case Rung():
            return word(part.link)
        case Relation():
            return towards_word(part.kind)
        case Trigger():
            return tr("starts from it") if part.stated else tr("may start from it")
        case _:
            return ""


def _part(mention: Mention) -> object:
    """What the first two steps of the path lead to: ("chain", 2) to the third rung."""
    name, at = (*mention.path, None)[:2]
    found: object = getattr(mention.by, str(name))
    return found[at] if isinstance(found, tuple) and isinstance(at, int) else found


def grouped(mentions: Iterable[Mention]) -> dict[Kind, dict[str, list[Mention]]]:
    """Mentions by kind of record, then by record, in the order of the tabs and the file."""
    found: dict[Kind, dict[str, list[Mention]]] = {}
    for mention in mentions:
        of_kind = found.setdefault(kind_of(mention.by), {})
        of_kind.setdefault(mention.by.id, []).append(mention)
    return {kind: found[kind] for kind in Kind if kind in found}


def with_ways(opened: OpenedCase, record_id: str, ways: Iterable[str]) -> Spans:
    """A link to a record, and in brackets what it has to do with the page's record."""
    named = dict.fromkeys(filter(None, ways))
    line = link(opened, record_id)
    return (*line, Span(f" ({', '.join(named)})")) if named else line


def mention_line(opened: OpenedCase, mentions: Sequence[Mention]) -> Spans:
    """One line for a record: its link, then in what ways it mentions this one."""
    return with_ways(opened, mentions[0].by.id, map(how_words, mentions))


def add_mentions(
    builder: PageBuilder,
    opened: OpenedCase,
    item: Record,
    *,
    without: frozenset[Kind] = frozenset(),
) -> None:
    """A list of the records that mention this one, under a heading for each kind."""
    for kind, by_record in grouped(opened.index.mentions(item.id)).items():
        if kind not in without:
            builder.heading(tr(HEADINGS[kind]))
            for mentions in by_record.values():
                builder.item(mention_line(opened, mentions))
