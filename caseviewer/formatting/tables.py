"""The lists of the tabs: which columns each has, in which order and groups."""

from collections.abc import Callable

from caseviewer.citations.defects import source_defects
from caseviewer.formatting.as_at_words import standing_words
from caseviewer.formatting.deadline_page import state_words, window_words
from caseviewer.formatting.defect_words import defect_sentence
from caseviewer.formatting.facets import chronology_facets, party_facets, quotation_facets
from caseviewer.formatting.ladder import ladder_sentence
from caseviewer.formatting.names import (
    count_words,
    country_name,
    identity_words,
    party_name,
)
from caseviewer.formatting.page import Tab
from caseviewer.formatting.party_page import role_list
from caseviewer.formatting.quotation_page import speaker_words
from caseviewer.formatting.quoted import quotation_text
from caseviewer.formatting.record_titles import stated
from caseviewer.formatting.source_tables import (
    citations_table,
    documents_table,
    no_group,
    sources_with_defects,
)
from caseviewer.formatting.table import Column, Item, Table, number_column, number_text
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.case import Case
from caseviewer.model.chronology import event_key, is_dated
from caseviewer.model.deadlines import window
from caseviewer.model.events import Deadline, Event
from caseviewer.model.kinds import Standing
from caseviewer.model.open_points import Difference
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.parties import Party
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.quotations import Quotation
from caseviewer.model.sides import party_key, side_of
from caseviewer.model.sources import Source

_UNBOUNDED = float("inf")


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


def _chronology(opened: OpenedCase) -> Table:
    columns = (
        number_column(),
        Column("date", tr("Date"), date_text, key=date_key, weight=4),
        Column("event", tr("Event"), lambda _, item: item.title, weight=6),
        Column("asserted_by", tr("Who says so"), asserted_text, filled=_is_asserted, weight=3),
        Column("standing", tr("Standing"), standing_text, weight=3),
    )
    rows: tuple[Item, ...] = (*opened.chronology, *opened.case.deadlines)
    facets = chronology_facets(opened)
    return Table(Tab.CHRONOLOGY, columns, rows, _chronology_group, _event_sentence, facets)


def date_text(opened: OpenedCase, item: Event | Deadline) -> str:
    """The date of an event, or the window of a deadline."""
    if isinstance(item, Deadline):
        return window_words(window(item, opened.index))
    return stated(item.date)


def date_key(opened: OpenedCase, item: Event | Deadline) -> tuple[float, ...]:
    """Sorts by earliest, then latest possible day; undated ones come last."""
    if isinstance(item, Event):
        return event_key(item)
    span = window(item, opened.index)
    earliest = -_UNBOUNDED if span.earliest is None else span.earliest
    latest = _UNBOUNDED if span.latest is None else span.latest
    undated = span.earliest is None and span.latest is None
    return (float(undated), earliest, latest)


def _is_asserted(item: Item) -> bool:
    return isinstance(item, Event) and bool(item.asserted_by)


def asserted_text(opened: OpenedCase, item: Event | Deadline) -> str:
    """Who says that the event happened; for a deadline, who owes it."""
    ids = item.asserted_by if isinstance(item, Event) else (item.owed_by,)
    names = []
    for party_id in ids:
        party = opened.index.get(party_id)
        names.append(party_name(party) if isinstance(party, Party) else party_id)
    return ", ".join(names)


def standing_text(opened: OpenedCase, item: Event | Deadline) -> str:
    """The standing of an event, or where a deadline stands on the day of the file."""
    if isinstance(item, Deadline):
        return state_words(opened, item)
    return standing_words(opened, item)


def _chronology_group(_: OpenedCase, item: Event | Deadline) -> str:
    if isinstance(item, Deadline):
        return tr("Deadlines")
    return "" if is_dated(item) else tr("Undated")


def _event_sentence(opened: OpenedCase, item: Event | Deadline) -> str:
    number = opened.index.short(item.id)
    if isinstance(item, Deadline):
        return f"{number}, {date_text(opened, item)}: {item.title}, {state_words(opened, item)}"
    basis = "" if item.date is None else f", {word(item.date.basis)}"
    return f"{number}, {stated(item.date)}{basis}: {item.title}, {_standing_by(opened, item)}"


def _standing_by(opened: OpenedCase, item: Event) -> str:
    """The standing with its author: "announced by …"; "undisputed, told by …"."""
    standing, who = standing_words(opened, item), asserted_text(opened, item)
    if not who:
        return standing
    if item.standing in _MADE_BY_SOMEBODY and standing == word(item.standing):
        return tr("{standing} by {who}", standing=standing, who=who)
    return tr("{standing}, told by {who}", standing=standing, who=who)


_MADE_BY_SOMEBODY = frozenset({Standing.ALLEGED, Standing.ANNOUNCED, Standing.FOUND})


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


def _review(opened: OpenedCase) -> Table:
    columns = (
        number_column(),
        Column("summary", tr("What"), summary_text, weight=8),
        Column("about", tr("Concerns"), _concerns, filled=_has_concerns, weight=2),
    )
    order = {severity: rank for rank, severity in enumerate(Severity)}
    problems = sorted(opened.problems, key=lambda item: order[item.severity])
    kinds = {kind: rank for rank, kind in enumerate(_difference_kinds(opened.case))}
    differences = sorted(opened.case.differences, key=lambda item: kinds[item.kind])
    rows: tuple[Item, ...] = (
        *problems,
        *differences,
        *opened.case.gaps,
        *sources_with_defects(opened),
    )
    return Table(Tab.REVIEW, columns, rows, _review_group, _review_sentence)


def _difference_kinds(case: Case) -> list[object]:
    return list(dict.fromkeys(item.kind for item in case.differences))


def summary_text(opened: OpenedCase, item: Item) -> str:
    """What is wrong, differs or is missing, in a sentence."""
    if isinstance(item, Problem):
        return item.sentence()
    if isinstance(item, Source):
        return " ".join(map(defect_sentence, source_defects(opened.index, item)))
    return item.summary if isinstance(item, Difference) else getattr(item, "missing", "")


def _concerns(opened: OpenedCase, item: Item) -> str:
    about = getattr(item, "about", ())
    return ", ".join(opened.index.short(target) or target for target in about)


def _has_concerns(item: Item) -> bool:
    return bool(getattr(item, "about", ()))


def _review_group(_: OpenedCase, item: Item) -> str:
    if isinstance(item, Problem):
        return tr("Problems of the bundle: {severity}", severity=word(item.severity))
    if isinstance(item, Difference):
        return tr("Differences: {kind}", kind=word(item.kind))
    if isinstance(item, Source):
        return tr("Citations: to know before copying")
    return tr("Gaps: what this file does not say")


def _review_sentence(opened: OpenedCase, item: Item) -> str:
    number = number_text(opened, item)
    parts = (number, _review_group(opened, item), summary_text(opened, item))
    return ", ".join(filter(None, parts))


_BUILDERS: dict[Tab, Callable[[OpenedCase], Table]] = {
    Tab.PARTIES: _parties,
    Tab.CHRONOLOGY: _chronology,
    Tab.QUOTATIONS: _quotations,
    Tab.CITATIONS: citations_table,
    Tab.DOCUMENTS: documents_table,
    Tab.REVIEW: _review,
}

TABLE_TABS = tuple(_BUILDERS)
"""The tabs that show a list."""
