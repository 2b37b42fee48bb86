"""The lists of the tabs: which columns each has, in which order and groups."""

from collections.abc import Callable

from caseviewer.formatting.chronology_table import chronology_table
from caseviewer.formatting.facets import party_facets, quotation_facets
from caseviewer.formatting.ladder import ladder_sentence
from caseviewer.formatting.names import (
    count_words,
    country_name,
    identity_words,
)
from caseviewer.formatting.page import Tab
from caseviewer.formatting.party_page import role_list
from caseviewer.formatting.quotation_page import speaker_words
from caseviewer.formatting.quoted import quotation_text
from caseviewer.formatting.review_table import review_table
from caseviewer.formatting.source_tables import (
    citations_table,
    documents_table,
    no_group,
)
from caseviewer.formatting.table import Column, Table, number_column
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation
from caseviewer.model.sides import party_key, side_of


def table_for(opened: OpenedCase, tab: Tab) -> Table:
    """The list of a tab; the overview has none and asking for it is a mistake."""
    return _BUILDERS[tab](opened)


def _parties(opened: OpenedCase) -> Table:
    columns = (
        number_column(),
        Column("name", tr("Name"), lambda _, item: item.name, weight=5),
        Column(
            "role",
            tr("Role"),
            lambda _, item: role_list(item),
            filled=lambda item: bool(item.roles),
            weight=4,
        ),
        Column("identity", tr("Identity"), lambda _, item: word(item.identity), weight=2),
        Column(
            "count",
            tr("Count"),
            lambda _, item: count_words(item.size),
            key=lambda _, item: -1 if item.size is None else item.size.value,
            filled=lambda item: item.size is not None,
            numeric=True,
            short=True,
        ),
        Column(
            "country",
            tr("Country"),
            lambda opened, item: country_name(item.country, opened.case) if item.country else "",
            filled=lambda item: item.country is not None,
            weight=2,
        ),
    )
    rows = tuple(sorted(opened.case.parties, key=party_key))
    return Table(
        Tab.PARTIES,
        columns,
        rows,
        lambda _, item: word(side_of(item)),
        _party_sentence,
        party_facets(opened),
    )


def _party_sentence(opened: OpenedCase, party: Party) -> str:
    parts = [opened.index.short(party.id), party.name, role_list(party), identity_words(party)]
    return ", ".join(filter(None, [*parts, count_words(party.size)]))


def _quotations(opened: OpenedCase) -> Table:
    columns = (
        number_column(),
        Column("text", tr("Quotation"), quotation_text, weight=10, second_line=_speaker_line),
        Column(
            "check", tr("Check"), check_text, filled=lambda item: bool(item.fragments), weight=2
        ),
    )
    rows, facets = opened.case.quotations, quotation_facets(opened, check_text)
    return Table(Tab.QUOTATIONS, columns, rows, no_group, _quotation_sentence, facets)


def _speaker_line(opened: OpenedCase, item: Quotation) -> str:
    return " · ".join((speaker_words(opened, item), word(item.mode), word(item.knowledge)))


def check_text(opened: OpenedCase, item: Quotation) -> str:
    """The worst state among the passages of a quotation; empty where it has none."""
    states = {
        opened.passage_states.get(part.passage, PassageState.UNCHECKED) for part in item.fragments
    }
    for state in _WORST_FIRST:
        if state in states:
            return word(state).split(":")[0]
    return ""


_WORST_FIRST = (
    PassageState.NOT_FOUND,
    PassageState.MOVED,
    PassageState.AMBIGUOUS,
    PassageState.IN_OTHER_COPY,
    PassageState.UNCHECKED,
    PassageState.FOUND,
)


def _quotation_sentence(opened: OpenedCase, item: Quotation) -> str:
    number = opened.index.short(item.id)
    said = f"{number}, {_speaker_line(opened, item)}: {quotation_text(opened, item)}"
    return f"{said} · {ladder_sentence(opened, item)}"


_BUILDERS: dict[Tab, Callable[[OpenedCase], Table]] = {
    Tab.PARTIES: _parties,
    Tab.CHRONOLOGY: chronology_table,
    Tab.QUOTATIONS: _quotations,
    Tab.CITATIONS: citations_table,
    Tab.DOCUMENTS: documents_table,
    Tab.REVIEW: review_table,
}

TABLE_TABS = tuple(_BUILDERS)
"""The tabs that show a list."""
