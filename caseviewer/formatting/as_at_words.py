"""Words for a case as it could be known on a day: the marking, and what is left out of it."""

from collections.abc import Iterator
from dataclasses import replace

from caseviewer.formatting.clip import ClipText, page_clip
from caseviewer.formatting.dates import day_words
from caseviewer.formatting.page import Block, BlockKind, Look, Page, PageBuilder, Span, Tab
from caseviewer.formatting.page import plain_span as plain
from caseviewer.formatting.record_titles import source_numbers
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import noun, word
from caseviewer.model.as_at import Account
from caseviewer.model.as_at_choice import Reason
from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.kinds import Fulfilment
from caseviewer.model.opened import OpenedCase
from caseviewer.model.references import Kind
from caseviewer.model.sources import Source

_TOLD = (Kind.SOURCE, Kind.EVENT, Kind.DEADLINE)
_WHY = {
    Reason.LATER: "Left out, as it was told or happened later: {what}.",
    Reason.UNDATED: (
        "Left out, as this file gives no day of publication for what tells it: {what}."
    ),
    Reason.NOWHERE: "Left out, as this file does not name what tells it: {what}.",
}
_HEAD = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE})


def as_at_title(opened: OpenedCase) -> str:
    """The day in a few words: "as at 10 June 2011"; empty for the whole file."""
    account = opened.account
    return "" if account is None else tr("as at {day}", day=day_words(account.day))


def as_at_line(opened: OpenedCase) -> str:
    """The marking: the day, what it means, and how much of the file is shown."""
    account = opened.account
    if account is None:
        return ""
    counts = _counts(account)
    return f"{_mark(account)} {counts}." if counts else _mark(account)


def as_at_counts(opened: OpenedCase) -> str:
    """The marking beside the day itself: what is shown of the whole file."""
    counts = "" if opened.account is None else _counts(opened.account)
    if not counts:
        return tr("What could be known on that day.")
    return tr("What could be known on that day: {counts}.", counts=counts)


def as_at_notes(opened: OpenedCase) -> tuple[str, ...]:
    """What is left out and why, what is not certain, and what cannot be told apart."""
    account = opened.account
    return () if account is None else tuple(_notes(opened, account))


def not_known_page(opened: OpenedCase) -> Page:
    """What is to be read of a record that could not be known on the day."""
    builder = PageBuilder()
    if opened.account is not None:
        day = day_words(opened.account.day)
        builder.title(tr("Not known on {day}", day=day))
        builder.text(
            tr(
                "By what this file holds, the record that was read before could not be known then."
                " The list shows what could; “Show the whole file” brings it back."
            )
        )
    return builder.page()


def nothing_known_words(opened: OpenedCase, tab: Tab) -> str:
    """What an empty list says; nothing where the whole file has none of its kinds either."""
    account = opened.account
    if account is None or not any(account.whole[kind] for kind in _KINDS[tab]):
        return ""
    day = day_words(account.day)
    return tr("Nothing of this kind could be known on {day} by what this file holds.", day=day)


_KINDS: dict[Tab, tuple[Kind, ...]] = {
    Tab.OVERVIEW: (),
    Tab.PARTIES: (Kind.PARTY,),
    Tab.CHRONOLOGY: (Kind.EVENT, Kind.DEADLINE),
    Tab.QUOTATIONS: (Kind.QUOTATION,),
    Tab.CITATIONS: (Kind.SOURCE,),
    Tab.DOCUMENTS: (Kind.SOURCE,),
    Tab.REVIEW: (Kind.DIFFERENCE, Kind.GAP),
}


def marked(opened: OpenedCase, page: Page, record: str) -> Page:
    """The page of a record with the day on it, and with what its words may hold of later days."""
    account = opened.account
    if account is None or opened.index.get(record) is None:
        return page
    words = _mark(account)
    if record in account.later_too:
        words = f"{words} {_later_words(opened, record)}"
    return _below_head(page, words)


def marked_page(opened: OpenedCase, page: Page) -> Page:
    """A page about several records with the day on it."""
    return page if opened.account is None else _below_head(page, _mark(opened.account))


def _below_head(page: Page, words: str) -> Page:
    head = sum(block.kind in _HEAD for block in page.blocks[:2])
    note = Block(BlockKind.NOTE, plain(words))
    return replace(page, blocks=(*page.blocks[:head], note, *page.blocks[head:]))


def add_marking(builder: PageBuilder, opened: OpenedCase) -> None:
    """Put the marking and all that belongs to it on a page about the whole case."""
    if opened.account is not None:
        builder.note((Span(as_at_line(opened), None, Look.STRONG),))
        for note in as_at_notes(opened):
            builder.note(note)


def marked_clip(opened: OpenedCase, clip: ClipText) -> ClipText:
    """Copied rows with the day above them, so that nobody takes them for the whole file."""
    if opened.account is None:
        return clip
    mark = page_clip(Page((Block(BlockKind.NOTE, plain(_mark(opened.account))),)))
    return ClipText(f"{mark.plain.strip()}\n{clip.plain}", mark.html + clip.html, clip.rtf)


def standing_words(opened: OpenedCase, event: Event) -> str:
    """The standing of an event, unless a later source may have made it what it is."""
    return unsettled_words() if _is_unsettled(opened, event.id) else word(event.standing)


def status_words(opened: OpenedCase, proceeding: Proceeding) -> str:
    """Where a proceeding stands, unless only later sources tell it."""
    if _is_unsettled(opened, proceeding.id):
        return tr("status on that day not given")
    return word(proceeding.status)


def status_heading(opened: OpenedCase, proceeding: Proceeding) -> str:
    """The same with a capital letter."""
    words = status_words(opened, proceeding)
    return words[:1].upper() + words[1:]


def fulfilment_words(opened: OpenedCase, deadline: Deadline) -> str:
    """Whether what was owed was done, as far as it could be known."""
    status = deadline.fulfilment.status
    if opened.account is not None and status is Fulfilment.NOT_RECORDED:
        return tr("no reply known by then from this file")
    return word(status)


def unsettled_words() -> str:
    """What stands for a standing that a later source may have made."""
    return tr("standing on that day not given")


def _is_unsettled(opened: OpenedCase, record: str) -> bool:
    return opened.account is not None and record in opened.account.unsettled


def _mark(account: Account) -> str:
    return tr("As at {day}: what could be known on that day.", day=day_words(account.day))


def _counts(account: Account) -> str:
    return ", ".join(_of_all(account, kind) for kind in _TOLD if account.whole[kind])


def _of_all(account: Account, kind: Kind) -> str:
    whole = account.whole[kind]
    return tr(
        "{shown} of {whole} {noun}",
        shown=account.shown[kind],
        whole=whole,
        noun=noun(kind, whole),
    )


def _notes(opened: OpenedCase, account: Account) -> Iterator[str]:
    if not any(account.shown.values()) and any(account.whole.values()):
        yield tr("Nothing in this file can be shown to have been known on that day.")
        if account.days:
            first = day_words(account.days[0])
            yield tr("None of its dated sources is from before {day}.", day=first)
    for reason, sentence in _WHY.items():
        left = [
            f"{one.count:,} {noun(one.kind, one.count)}"
            for one in account.left_out
            if one.reason is reason and one.kind is not Kind.PASSAGE  # these go with sources
        ]
        if left:
            yield tr(sentence, what=", ".join(left))
    yield from _doubts(opened, account)
    yield tr(
        "Titles, notes and what is said about a record are the compiler’s words, written later;"
        " they may tell more than was known."
    )


def _doubts(opened: OpenedCase, account: Account) -> Iterator[str]:
    if account.may_be_known:
        sources = source_numbers(opened, account.may_be_known, dated=True)
        yield tr("Shown, though it may have been published later: {sources}.", sources=sources)
    if account.by_citation:
        yield tr(
            "Placed by the date in its citation alone, as this file gives no day of publication:"
            " {sources}.",
            sources=source_numbers(opened, account.by_citation),
        )


def _later_words(opened: OpenedCase, record: str) -> str:
    if isinstance(opened.index.get(record), Source):
        return tr("The copy that was read was updated later; it may hold what came later.")
    return tr(
        "Sources that are not shown bear this too: they are later, or give no day. These words"
        " may rest on them."
    )
