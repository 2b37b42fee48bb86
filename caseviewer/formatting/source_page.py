"""The pages of a source, of a passage in it, and of its document."""

from caseviewer.formatting.citation_lines import add_citations
from caseviewer.formatting.citing import Cited
from caseviewer.formatting.csl_words import csl_lines
from caseviewer.formatting.mentions import HEADINGS, add_mentions, grouped
from caseviewer.formatting.names import language_name
from caseviewer.formatting.page import (
    Look,
    Page,
    PageBuilder,
    Span,
    Tab,
    Target,
    joined,
)
from caseviewer.formatting.passage_lines import add_finding, is_counted, passage_line, state_span
from caseviewer.formatting.record_titles import (
    link,
    locator_words,
    name_link,
    number_link,
    passage_title,
    source_title,
    stated,
)
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.dated import Date
from caseviewer.model.kinds import Nature, UrlStatus
from caseviewer.model.opened import DocumentPresence, OpenedCase
from caseviewer.model.references import How, Kind
from caseviewer.model.sources import Passage, Source


def source_page(opened: OpenedCase, source: Source, cited: Cited | None = None) -> Page:
    """Everything that the case says about a source, and how it is cited in the chosen style."""
    builder = PageBuilder()
    builder.title(source_title(source))
    kinds = (opened.index.short(source.id), word(source.kind), word(source.nature))
    builder.subtitle(" · ".join(kinds))
    add_citations(builder, opened, source, cited)
    _publication(builder, opened, source)
    _address(builder, source)
    _document_line(builder, opened, source)
    builder.text(source.note)
    builder.heading(tr("Bibliographic data (CSL)"))
    for label, value in csl_lines(source.csl):
        builder.field(label, value)
    _rights(builder, opened, source)
    _passages(builder, opened, source)
    add_mentions(builder, opened, source, without=frozenset({Kind.PASSAGE}))
    return builder.page()


def origin_words(opened: OpenedCase, source: Source) -> str:
    """How many records are copies of one work: "2 records, 1 origin"; empty for a single one."""
    copies = opened.index.copies(source.id)
    if len(copies) < 2:
        return ""
    return tr("{count} records, 1 origin", count=len(copies))


def _publication(builder: PageBuilder, opened: OpenedCase, source: Source) -> None:
    builder.heading(tr("Publication"))
    if source.author:
        authors = joined([name_link(opened, author) for author in source.author])
        builder.field(tr("Author"), authors)
    for label, party in (
        (tr("Publisher"), source.publisher),
        (tr("Republisher"), source.republisher),
    ):
        if party is not None:
            builder.field(label, name_link(opened, party))
    if source.same_work_as is not None:
        builder.field(tr("Same work as"), link(opened, source.same_work_as))
    builder.field(tr("Counted as"), origin_words(opened, source))
    for label, date in (
        (tr("Published"), source.published),
        (tr("Last updated"), source.last_updated),
        (tr("Accessed"), source.accessed),
    ):
        if date is not None:
            builder.field(label, _with_verbatim(date))
    if source.language is not None:
        builder.field(tr("Language"), language_name(source.language))


def _with_verbatim(date: Date) -> str:
    """A date, and the source's own words for it where they say it otherwise."""
    words = stated(date)
    if date.value is None or date.verbatim in {None, words}:
        return words
    return tr("{date} (“{words}”)", date=words, words=date.verbatim)


def _address(builder: PageBuilder, source: Source) -> None:
    look = Look.WARNING if source.url_status is UrlStatus.NOT_PRINTED else Look.PLAIN
    status = (Span(word(source.url_status), None, look),)
    if source.url is None:
        builder.field(tr("Web address"), status)
        return
    builder.field(tr("Web address"), source.url)
    if source.url_status is not UrlStatus.GIVEN:
        builder.field(tr("State of the address"), status)


def _document_line(builder: PageBuilder, opened: OpenedCase, source: Source) -> None:
    if source.document is None:
        builder.field(tr("Document"), tr("none recorded; the source is known by its data alone"))
        return
    target = Target(source.id, Tab.DOCUMENTS)
    state = presence_words(opened, source)
    builder.field(tr("Document"), (Span(source.document.file, target), Span(f" ({state})")))


def presence_words(opened: OpenedCase, source: Source) -> str:
    """Whether the document of a source is here, in words."""
    state = opened.document_states.get(source.id)
    if state is None:
        return word(opened.checked)
    if state.copy is None:
        return word(state.presence)
    return tr(_OF_COPY[state.presence])


_OF_COPY = {
    DocumentPresence.MATCHES: "your copy, hash matches",
    DocumentPresence.DIFFERS: "your copy, hash differs",
    DocumentPresence.NOT_HERE: "your copy is not where it was",
    DocumentPresence.REFUSED: "your copy, which was refused",
    DocumentPresence.UNREADABLE: "your copy, which cannot be read",
}


def _rights(builder: PageBuilder, opened: OpenedCase, source: Source) -> None:
    builder.heading(tr("Rights and disclaimers"))
    builder.text(source.rights)
    for disclaimer in source.disclaimers:
        if disclaimer.by is not None:
            builder.item(name_link(opened, disclaimer.by))
        builder.quote(disclaimer.text)


def _passages(builder: PageBuilder, opened: OpenedCase, source: Source) -> None:
    builder.heading(tr("Passages"))
    for mention in opened.index.mentions(source.id):
        if mention.how is How.SOURCE:
            builder.item(passage_line(opened, mention.by.id))


def passage_page(opened: OpenedCase, passage: Passage) -> Page:
    """A passage: its source and place, its words, and the records that rest on it."""
    builder = PageBuilder()
    builder.title(passage_title(opened, passage))
    builder.subtitle(f"{opened.index.short(passage.id)} · {tr('passage')}")
    builder.field(tr("Source"), link(opened, passage.source))
    place = locator_words(passage.locator) or passage.note or ""
    counted = tr(" (counted, not printed)") if is_counted(opened, passage) else ""
    builder.field(tr("Place"), place + counted)
    builder.field(tr("Check"), (state_span(opened, passage),))
    add_finding(builder, opened, passage.id)
    source = opened.index.get(passage.source)
    if isinstance(source, Source) and source.document is not None:
        target = Target(passage.id, Tab.DOCUMENTS)
        builder.field(tr("Document"), (Span(source.document.file, target),))
    if passage.selector is not None:
        selector = passage.selector
        builder.heading(tr("Words"))
        builder.quote(selector.exact)
        builder.field(tr("Words before"), selector.prefix)
        builder.field(tr("Words after"), selector.suffix)
    if passage.position is not None:
        where = tr(
            "characters {start} to {end} of the text",
            start=passage.position.start + 1,
            end=passage.position.end,
        )
        builder.field(tr("Position"), where)
    if passage.locator is not None:
        builder.note(passage.note)
    add_mentions(builder, opened, passage)
    return builder.page()


def document_page(opened: OpenedCase, source: Source) -> Page:
    """The facts of a document: what it is, whether it is here, and what rests on it."""
    builder = PageBuilder()
    document = source.document
    if document is None:
        return source_page(opened, source)
    builder.title(source_title(source))
    kinds = [opened.index.short(source.id), word(source.nature)]
    kinds += [language_name(source.language)] if source.language else []
    builder.subtitle(" · ".join(kinds))
    builder.field(tr("Source"), link(opened, source.id))
    builder.field(tr("File"), f"{document.file} ({document.media_type}, {document.bytes:,} bytes)")
    _presence(builder, opened, source)
    builder.field(tr("SHA-256, as recorded"), document.sha256)
    builder.field(tr("Paragraphs"), word(document.paragraph_numbering))
    _cited(builder, opened, source)
    _rights(builder, opened, source)
    return builder.page()


def _presence(builder: PageBuilder, opened: OpenedCase, source: Source) -> None:
    state = opened.document_states.get(source.id)
    good = state is not None and state.presence is DocumentPresence.MATCHES
    look = Look.PLAIN if good else Look.WARNING
    builder.field(tr("State"), (Span(presence_words(opened, source), None, look),))
    if state is None:
        return
    if state.copy is not None:
        builder.field(tr("Your copy"), str(state.copy))
    if state.read_as is not None:
        builder.field(tr("Read as"), word(state.read_as))
    if state.detail:
        builder.note(state.detail)
    if state.presence is DocumentPresence.NOT_HERE:
        builder.note(
            tr(
                "The document is not here. Attach a copy of your own (File, Attach a document), or"
                " put the file into the folder “documents” beside the case file and reload."
                " The passages are then checked against it."
            )
        )


def counterpart(opened: OpenedCase, source: Source) -> Source | None:
    """The original of a translation, or a translation of an original, that has a document."""
    if source.nature is Nature.TRANSLATION:
        found = opened.index.get(source.same_work_as)
        known = [found] if isinstance(found, Source) else []
    else:
        known = [
            mention.by
            for mention in opened.index.mentions(source.id)
            if isinstance(mention.by, Source)
            and mention.by.nature is Nature.TRANSLATION
            and mention.by.same_work_as == source.id
        ]
    return next((one for one in known if one.document is not None), None)


def _cited(builder: PageBuilder, opened: OpenedCase, source: Source) -> None:
    builder.heading(tr("What is cited"))
    for mention in opened.index.mentions(source.id):
        if mention.how is not How.SOURCE:
            continue
        builder.item(passage_line(opened, mention.by.id))
        resting = grouped(opened.index.mentions(mention.by.id))
        if not resting:
            builder.note(tr("not cited by anything"), level=1)
        for kind, found in resting.items():
            numbers = [number_link(opened, record) for record in found]
            builder.note((Span(f"{tr(HEADINGS[kind])}: "), *joined(numbers)), level=1)
