"""The other direction of every link: which records speak of this one, and how."""

from collections.abc import Iterable

from caseviewer.formatting.page import PageBuilder, Span, Spans
from caseviewer.formatting.record_titles import link
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import towards_word, word
from caseviewer.model.case import Record
from caseviewer.model.case_index import Mention, kind_of
from caseviewer.model.events import Event
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation
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
    How.ROLE_SCOPE: "has a role in it",
    How.ON_BEHALF: "acts for this party",
    How.BODY: "before this body",
    How.COMPLAINT: "this is its complaint",
    How.DECISION: "this is its decision",
    How.ASSERTED_BY: "says so",
    How.OWED_BY: "owes it",
    How.OWED_TO: "is owed it",
    How.PROCEEDING: "",
    How.TRIGGER: "may start from it",
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
    How.VALUE_PARTY: "holds one of the values",
    How.VALUE_PASSAGE: "rests one of the values on it",
}


def how_words(mention: Mention) -> str:
    """In what way a record mentions this one, in words; empty where the list says it."""
    by, at = mention.by, mention.path[1] if len(mention.path) > 1 else None
    if isinstance(by, Event) and mention.how is How.PARTICIPANT and isinstance(at, int):
        return word(by.participants[at].role)
    if isinstance(by, Quotation) and mention.how is How.RUNG and isinstance(at, int):
        return word(by.chain[at].link)
    if isinstance(by, Party) and mention.how is How.RELATION and isinstance(at, int):
        return towards_word(by.relations[at].kind)
    return tr(_HOW_WORDS[mention.how]) if _HOW_WORDS[mention.how] else ""


def grouped(mentions: Iterable[Mention]) -> dict[Kind, dict[str, list[Mention]]]:
    """Mentions by kind of record, then by record, in the order of the tabs and the file."""
    found: dict[Kind, dict[str, list[Mention]]] = {}
    for mention in mentions:
        of_kind = found.setdefault(kind_of(mention.by), {})
        of_kind.setdefault(mention.by.id, []).append(mention)
    return {kind: found[kind] for kind in Kind if kind in found}


def mention_line(opened: OpenedCase, mentions: list[Mention]) -> Spans:
    """One line for a record: its link, then in what ways it mentions this one."""
    ways = dict.fromkeys(filter(None, (how_words(mention) for mention in mentions)))
    line = link(opened, mentions[0].by.id)
    return (*line, Span(f" ({', '.join(ways)})")) if ways else line


def add_mentions(
    builder: PageBuilder, opened: OpenedCase, item: Record, *, without: frozenset[Kind] = frozenset()
) -> None:
    """A list of the records that mention this one, under a heading for each kind."""
    for kind, by_record in grouped(opened.index.mentions(item.id)).items():
        if kind not in without:
            add_mention_list(builder, opened, tr(HEADINGS[kind]), by_record.values())


def add_mention_list(
    builder: PageBuilder, opened: OpenedCase, heading: str, found: Iterable[list[Mention]]
) -> None:
    """One heading with a line for each record that mentions this one."""
    builder.heading(heading)
    for mentions in found:
        builder.item(mention_line(opened, mentions))

