"""The list of the chronology: when, what, who says so, and where that is written."""

from collections.abc import Callable

from caseviewer.formatting.as_at_words import standing_words
from caseviewer.formatting.chronology_facets import chronology_facets
from caseviewer.formatting.deadline_page import deadline_words, state_words
from caseviewer.formatting.names import name_within, party_name
from caseviewer.formatting.page import Tab
from caseviewer.formatting.pinpoint_words import sources_words
from caseviewer.formatting.record_titles import stated
from caseviewer.formatting.table import CellText, Column, Item, Table, number_column
from caseviewer.formatting.taking_part import TakingPart, taking_part
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.chronology import event_key, is_dated
from caseviewer.model.events import Deadline, Event
from caseviewer.model.kinds import DateBasis, Identity, Standing
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.reckoning import deadline_window

_UNBOUNDED = float("inf")


def chronology_table(opened: OpenedCase) -> Table:
    """Every event in the order of the dates, then every deadline."""
    who = taking_part(opened)
    participants = _participants(who)
    columns = (
        number_column(),
        Column(
            "date",
            tr("Date"),
            date_text,
            key=date_key,
            weight=4,
            second_line=basis_text,
            second_title=tr("Basis"),
        ),
        Column(
            "event",
            tr("Event"),
            lambda _, item: item.title,
            weight=6,
            second_line=participants,
            second_title=tr("Participants"),
        ),
        Column(
            "asserted_by",
            tr("Who says so"),
            asserted_text,
            filled=_is_borne,
            weight=4,
            second_line=sources_text,
            second_title=tr("Sources"),
        ),
        Column("standing", tr("Standing"), standing_text, weight=3),
    )
    rows: tuple[Item, ...] = (*opened.chronology, *opened.case.deadlines)
    return Table(
        Tab.CHRONOLOGY,
        columns,
        rows,
        _group,
        _sentence(participants),
        chronology_facets(opened, who),
        tr("By earliest, then latest day; unknown start first"),
    )


def date_text(opened: OpenedCase, item: Event | Deadline) -> str:
    """The date of an event, or the window of a deadline."""
    if isinstance(item, Deadline):
        return deadline_words(opened, item)
    return stated(item.date)


def basis_text(opened: OpenedCase, item: Event | Deadline) -> str:
    """What the date rests on, in a word; a window is computed. Empty where there is no date."""
    if isinstance(item, Deadline):
        span = deadline_window(opened, item)
        unknown = span.earliest is None and span.latest is None
        return "" if unknown else word(DateBasis.COMPUTED)
    return "" if item.date is None else word(item.date.basis)


def date_key(opened: OpenedCase, item: Event | Deadline) -> tuple[float, ...]:
    """Sorts by earliest, then latest possible day; undated ones come last."""
    if isinstance(item, Event):
        return event_key(item)
    span = deadline_window(opened, item)
    earliest = -_UNBOUNDED if span.earliest is None else span.earliest
    latest = _UNBOUNDED if span.latest is None else span.latest
    undated = span.earliest is None and span.latest is None
    return (float(undated), earliest, latest)


def _participants(who: TakingPart) -> CellText:
    def words(opened: OpenedCase, item: Event | Deadline) -> str:
        if isinstance(item, Deadline):
            by, to = (_named(opened, party, party_name) for party in (item.owed_by, item.owed_to))
            return tr("owed by {by} to {to}", by=by, to=to)
        return ", ".join(_named(opened, party, party_name) for party in who(item))

    return words


def _named(opened: OpenedCase, party_id: str, name: Callable[[Party], str]) -> str:
    """The name of a party; what is no party keeps its id."""
    party = opened.index.get(party_id)
    return name(party) if isinstance(party, Party) else party_id


def _is_borne(item: Item) -> bool:
    """Whether anything is told of who says so, or of where it is written."""
    return bool(getattr(item, "asserted_by", ()) or getattr(item, "basis", ()))


def asserted_text(opened: OpenedCase, item: Event | Deadline) -> str:
    """Who says that the event happened; of a deadline nobody is told to say so."""
    ids = item.asserted_by if isinstance(item, Event) else ()
    return ", ".join(_named(opened, party, party_name) for party in ids)


def sources_text(opened: OpenedCase, item: Event | Deadline) -> str:
    """Where it is written: "S1 para. 4 (counted); S2 header"."""
    return sources_words(opened, item.basis)


def standing_text(opened: OpenedCase, item: Event | Deadline) -> str:
    """The standing of an event, or where a deadline stands on the day of the file."""
    if isinstance(item, Deadline):
        return state_words(opened, item)
    return standing_words(opened, item)


def _group(_: OpenedCase, item: Event | Deadline) -> str:
    if isinstance(item, Deadline):
        return tr("Deadlines")
    return "" if is_dated(item) else tr("Undated")


def _sentence(participants: CellText) -> CellText:
    """A row for the ear: "E3, 9 June 2011, stated: 28 individuals extradited, announced by …"."""

    def sentence(opened: OpenedCase, item: Event | Deadline) -> str:
        when = (opened.index.short(item.id), date_text(opened, item), basis_text(opened, item))
        how = standing_text(opened, item) if isinstance(item, Deadline) else _by(opened, item)
        parts = [f"{', '.join(filter(None, when))}: {item.title}, {how}"]
        who, where = participants(opened, item), sources_text(opened, item)
        if who:
            parts.append(who if isinstance(item, Deadline) else tr("taking part: {who}", who=who))
        if where:
            parts.append(tr("written in {where}", where=where))
        return "; ".join(parts)

    return sentence


def _by(opened: OpenedCase, item: Event) -> str:
    """The standing with its author: "announced by …"; "undisputed, told by …"."""
    standing = standing_words(opened, item)
    who = ", ".join(_named(opened, party, _heard_name) for party in item.asserted_by)
    if not who:
        return standing
    if item.standing in _MADE_BY_SOMEBODY and standing == word(item.standing):
        return tr("{standing} by {who}", standing=standing, who=who)
    return tr("{standing}, told by {who}", standing=standing, who=who)


def _heard_name(party: Party) -> str:
    """A name within a sentence, with what keeps it from being one."""
    if party.identity is Identity.NAMED:
        return name_within(party)
    return f"{name_within(party)} ({word(party.identity)})"


_MADE_BY_SOMEBODY = frozenset({Standing.ALLEGED, Standing.ANNOUNCED, Standing.FOUND})
