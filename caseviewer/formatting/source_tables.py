"""The lists of the sources: how each is cited, and what it was read from."""

from caseviewer.citations.defects import source_defects
from caseviewer.citations.forms import Wanted
from caseviewer.citations.own_string import clean
from caseviewer.citations.runs import plain
from caseviewer.formatting.citing import Cited
from caseviewer.formatting.csl_words import csl_date
from caseviewer.formatting.defect_words import defect_list
from caseviewer.formatting.names import party_name
from caseviewer.formatting.page import Tab
from caseviewer.formatting.record_titles import source_title
from caseviewer.formatting.side_by_side import source_date_words
from caseviewer.formatting.source_page import presence_words
from caseviewer.formatting.table import Column, Item, Table, number_column
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.opened import DocumentPresence, OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.sources import Source

_UNBOUNDED = float("inf")


def citations_table(opened: OpenedCase, cited: Cited | None = None) -> Table:
    """Every source with its citation.

    cited: the citations in the chosen style; without them the source's own string stands there.
    """
    columns = (
        number_column(),
        Column(
            "title",
            tr("Title"),
            lambda _, item: source_title(item),
            weight=4,
            second_line=_about_line,
        ),
        Column(
            "published",
            tr("Published"),
            lambda _, item: published_words(item),
            key=lambda _, item: _source_date_key(item),
            weight=2,
        ),
        _own_column() if cited is None else _formatted_column(cited),
        Column("defects", tr("To know"), defects_text, weight=2),
    )
    return Table(Tab.CITATIONS, columns, opened.case.sources, no_group, _source_sentence)


def _own_column() -> Column:
    return Column(
        "cite_as",
        tr("Cite as"),
        lambda _, item: clean(item.cite_as or ""),
        filled=lambda item: item.cite_as is not None,
        weight=5,
    )


def _formatted_column(cited: Cited) -> Column:
    """The citation in the chosen style; while it is not there, the source's own."""

    def text(_: OpenedCase, item: Source) -> str:
        runs = None if cited.citations is None else cited.citations.get(Wanted(item.id))
        return clean(item.cite_as or "") if runs is None else plain(runs)

    return Column("citation", tr("Citation"), text, weight=5)


def defects_text(opened: OpenedCase, item: Source) -> str:
    """What should be known before the citation is copied, in a few words."""
    return defect_list(source_defects(opened.index, item))


def sources_with_defects(opened: OpenedCase) -> tuple[Source, ...]:
    """The sources whose citations have something to know before they are copied."""
    return tuple(one for one in opened.case.sources if source_defects(opened.index, one))


def _about_line(opened: OpenedCase, item: Source) -> str:
    return " · ".join(filter(None, (_publisher(opened, item), word(item.kind))))


def published_words(source: Source) -> str:
    """When a source was published: as its record says, else as its CSL data do."""
    return source_date_words(source) or tr("no date")


def _source_date_key(item: Source) -> tuple[float, float]:
    value = None if item.published is None else item.published.value
    if item.published is None and item.csl.issued is not None:
        value = csl_date(item.csl.issued)
    if value is None:
        return (_UNBOUNDED, _UNBOUNDED)
    first = -_UNBOUNDED if value.earliest is None else value.earliest
    return (first, _UNBOUNDED if value.latest is None else value.latest)


def _publisher(opened: OpenedCase, item: Source) -> str:
    names = []
    for party_id in filter(None, (item.publisher, item.republisher)):
        party = opened.index.get(party_id)
        names.append(party_name(party) if isinstance(party, Party) else party_id)
    return " / ".join(names) or item.csl.publisher or ""


def _source_sentence(opened: OpenedCase, item: Source) -> str:
    parts = (opened.index.short(item.id), source_title(item), _publisher(opened, item))
    return ", ".join(filter(None, parts))


def documents_table(opened: OpenedCase) -> Table:
    """Every source that has a document."""
    columns = (
        number_column(),
        Column(
            "title",
            tr("Title"),
            lambda _, item: source_title(item),
            weight=5,
            second_line=lambda _, item: f"{media_words(item)} · {word(item.nature)}",
        ),
        Column("state", tr("State"), _document_state, weight=3),
    )
    rows = tuple(item for item in opened.case.sources if item.document is not None)
    return Table(Tab.DOCUMENTS, columns, rows, no_group, _document_sentence)


def media_words(source: Source) -> str:
    """What sort of file a document is: "text", "PDF", "picture", else its media type."""
    media = "" if source.document is None else source.document.media_type
    if media == "application/pdf":
        return tr("PDF")
    if media.startswith("image/"):
        return tr("picture")
    return tr("text") if media == "text/plain" else media


def _document_state(opened: OpenedCase, item: Source) -> str:
    state = opened.document_states.get(item.id)
    if state is not None and state.copy is None and state.presence is DocumentPresence.DIFFERS:
        return tr("here, hash differs")
    return presence_words(opened, item)


def _document_sentence(opened: OpenedCase, item: Source) -> str:
    number = opened.index.short(item.id)
    return f"{number}, {source_title(item)}, {media_words(item)}, {presence_words(opened, item)}"


def no_group(_: OpenedCase, __: Item) -> str:
    """For lists without groups."""
    return ""
