"""What stands on the words of a document: for a selection, and for what nothing cites."""

from collections.abc import Iterable, Sequence

from caseviewer.formatting.page import Page, PageBuilder, Span, joined
from caseviewer.formatting.passage_lines import add_finding, state_of, state_span
from caseviewer.formatting.quoted import fragment_passages
from caseviewer.formatting.record_titles import locator_words, number_link
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.quotations import Quotation
from caseviewer.model.sources import Passage
from caseviewer.model.visible import cut

_MOST_LISTED = 500
_MOST_LINKS = 30
_EXCERPT = 90


def standing_page(opened: OpenedCase, passages: Sequence[str]) -> Page:
    """Which records stand on selected words, by the passages that the selection touches."""
    builder = PageBuilder()
    if not passages:
        builder.note(tr("Nothing in this file stands on these words."))
        return builder.page()
    few = passages[:_MOST_LINKS]
    records = dict.fromkeys(
        mention.by.id for passage in few for mention in opened.index.mentions(passage)
    )
    links = [number_link(opened, record) for record in (*records, *few)][:_MOST_LINKS]
    builder.note((Span(tr("On these words stand: ")), *joined(links)))
    if len(passages) > len(few):
        count = f"{len(passages):,}"
        builder.note(tr("{count} passages in all; select less to see each.", count=count))
    return builder.page()


def marked_page(opened: OpenedCase, record: str, source: str, shown: Iterable[str]) -> Page:
    """What is marked in the document of a source: the words of a record, and what is not found."""
    builder = PageBuilder()
    found = set(shown)
    wanted = marked_passages(opened, record)
    if not wanted:
        return builder.page()
    places = [passage for passage in wanted if passage.id in found]
    if places:
        what = _places(places)
        builder.note(
            (
                *number_link(opened, record),
                Span(tr(" is marked: {what}. All that is cited is underlined.", what=what)),
            )
        )
    for passage in wanted:
        if passage.source != source:
            where = (Span(tr(" stands in ")), *number_link(opened, passage.source))
            builder.note((*number_link(opened, passage.id), *where))
            continue
        if passage.id in found and state_of(opened, passage) is PassageState.FOUND:
            continue
        says = tr(" is marked: ")
        if passage.id not in found:
            place = locator_words(passage.locator) or tr("place not given")
            says = tr(" ({place}) is not marked: ", place=place)
        span = state_span(opened, passage)
        builder.note((*number_link(opened, passage.id), Span(says), span))
        add_finding(builder, opened, passage.id)
    return builder.page()


def marked_passages(opened: OpenedCase, record: str) -> list[Passage]:
    """The passages that are marked for a record: itself, or the fragments of a quotation."""
    item = opened.index.get(record)
    if isinstance(item, Passage):
        return [item]
    return fragment_passages(opened, item) if isinstance(item, Quotation) else []


def uncited_page(uncited: Sequence[tuple[str, str]]) -> Page:
    """The paragraphs of a document that nothing cites, each as (number, words)."""
    builder = PageBuilder()
    builder.title(tr("Not cited by anything"))
    builder.subtitle(tr("{count} paragraphs or pages, in their order", count=f"{len(uncited):,}"))
    for number, words in uncited[:_MOST_LISTED]:
        place = tr("{number}: ", number=number) if number else ""
        builder.item(place + cut(" ".join(words.split()), _EXCERPT))
    if len(uncited) > _MOST_LISTED:
        builder.note(tr("{count} more are not listed.", count=len(uncited) - _MOST_LISTED))
    return builder.page()


def _places(passages: Sequence[Passage]) -> str:
    words = dict.fromkeys(locator_words(one.locator) or tr("a passage") for one in passages)
    count = len(passages)
    runs = tr("1 run of words") if count == 1 else tr("{count} runs of words", count=count)
    return tr("{runs} ({places})", runs=runs, places=", ".join(words))
