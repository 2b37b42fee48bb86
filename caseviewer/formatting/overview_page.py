"""The overview: a proceeding's header as a treaty body prints it, and the state of the file."""

from collections.abc import Sequence

from caseviewer.citations.own_string import visible_spaces
from caseviewer.formatting.as_at_words import add_marking, status_heading, status_words
from caseviewer.formatting.deadline_page import deadline_words, exact_day_words, state_words
from caseviewer.formatting.event_page import place_words
from caseviewer.formatting.mentions import add_mentions
from caseviewer.formatting.names import language_name
from caseviewer.formatting.page import Look, Page, PageBuilder, Span, Spans, Tab, Target, joined
from caseviewer.formatting.passage_lines import add_basis
from caseviewer.formatting.receipt import receipt
from caseviewer.formatting.record_titles import link, name_link, stated
from caseviewer.formatting.tabs import tab_count, tab_title
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import heading_word, word
from caseviewer.model.chronology import event_key
from caseviewer.model.events import Deadline, Event, Proceeding
from caseviewer.model.kinds import Role
from caseviewer.model.open_points import Difference, Gap
from caseviewer.model.opened import OpenedCase
from caseviewer.model.visible import cut

_LINE_LIMIT = 300
_LISTED = 40
"""How many lines of a list the overview shows; a tab has the rest of it."""

_HEADER_ROLES = (
    (Role.COMPLAINANT, "Submitted by"),
    (Role.REPRESENTATIVE, "Represented by"),
    (Role.ALLEGED_VICTIM, "Alleged victims"),
    (Role.STATE_PARTY, "State party"),
)


def header_page(opened: OpenedCase) -> Page:
    """What stands above all tabs: the title, the first proceeding, and the receipt."""
    builder = PageBuilder()
    builder.title(cut(opened.case.title, _LINE_LIMIT))
    builder.text(cut(proceeding_line(opened), _LINE_LIMIT))
    builder.subtitle(_receipt_spans(opened))
    return builder.page()


def low_header_page(opened: OpenedCase, letters: int) -> Page:
    """The same where there is little room: the title on a line of so many letters, the receipt."""
    builder = PageBuilder()
    builder.text((Span(cut(opened.case.title, letters), None, Look.STRONG),))
    builder.subtitle(_receipt_spans(opened))
    return builder.page()


def overview_page(opened: OpenedCase) -> Page:
    """The case on one page: how it stands, what is open, how to cite it, who compiled it."""
    case = opened.case
    builder = PageBuilder()
    add_marking(builder, opened)
    if case.fiction:
        builder.note((Span(tr("An invented case: fiction."), None, Look.STRONG),))
    if case.handling is not None:
        builder.field(tr("Handling"), case.handling)
    builder.text(case.summary)
    for proceeding in case.proceedings[:1]:
        builder.heading(link(opened, proceeding.id))
        _header(builder, opened, proceeding)
    builder.heading(tr("Other proceedings"))
    for proceeding in case.proceedings[1:]:
        words = _decided_words(opened, proceeding)
        builder.item((*link(opened, proceeding.id), Span(f": {words}")))
    _counts(builder, opened)
    _key_dates(builder, opened)
    _open_points(builder, opened)
    _citations(builder, opened)
    _disclaimers(builder, opened)
    _about_the_file(builder, opened)
    return builder.page()


def proceeding_page(opened: OpenedCase, proceeding: Proceeding) -> Page:
    """Everything that the case says about one proceeding."""
    builder = PageBuilder()
    builder.title(proceeding.title)
    number = opened.index.short(proceeding.id)
    builder.subtitle(" · ".join((number, word(proceeding.kind), status_words(opened, proceeding))))
    _header(builder, opened, proceeding)
    add_basis(builder, opened, tr("Written in"), proceeding.basis)
    add_mentions(builder, opened, proceeding)
    return builder.page()


def proceeding_line(opened: OpenedCase) -> str:
    """The first proceeding on one line: body, identifier, outcome and day of decision."""
    for proceeding in opened.case.proceedings:
        parts = ["".join(span.text for span in name_link(opened, proceeding.body))]
        parts += [f"{item.scheme} {item.value}" for item in proceeding.identifiers[:1]]
        parts.append(_decided_words(opened, proceeding))
        return " · ".join(parts)
    return ""


def _decided_words(opened: OpenedCase, proceeding: Proceeding) -> str:
    decision = opened.index.get(proceeding.decision)
    words = status_words(opened, proceeding)
    if isinstance(decision, Event):
        words = f"{words} {stated(decision.date)}"
    return f"{words}: {word(proceeding.outcome)}" if proceeding.outcome else words


def _receipt_spans(opened: OpenedCase) -> Spans:
    parts: list[Spans] = [(Span(part.text, part.target, part.look),) for part in receipt(opened)]
    return joined(parts, " · ")


def _header(builder: PageBuilder, opened: OpenedCase, proceeding: Proceeding) -> None:
    builder.field(tr("Before"), name_link(opened, proceeding.body))
    builder.field(tr("Kind"), heading_word(proceeding.kind))
    builder.field(tr("Under"), proceeding.instrument)
    for identifier in proceeding.identifiers:
        builder.field(identifier.scheme, identifier.value)
    parties = _by_role(opened, proceeding)
    for role, label in _HEADER_ROLES:
        builder.field(tr(label), _names(opened, parties.get(role, ())))
    for label, event_id in (
        (tr("Date of complaint"), proceeding.complaint),
        (tr("Date of decision"), proceeding.decision),
    ):
        builder.field(label, _event_date(opened, event_id))
    builder.field(tr("Session"), proceeding.session)
    builder.field(tr("Subject matter"), proceeding.subject_matter)
    builder.field(tr("Substantive issues"), proceeding.substantive_issues)
    if proceeding.provisions is not None:
        builder.field(tr("Articles relied on"), ", ".join(proceeding.provisions.alleged))
        builder.field(tr("Articles breached"), ", ".join(proceeding.provisions.found))
    builder.field(tr("Status"), status_heading(opened, proceeding))
    if proceeding.outcome is not None:
        builder.field(tr("Outcome"), heading_word(proceeding.outcome))
    builder.field(tr("What was decided"), proceeding.outcome_summary)
    builder.field(tr("Remedies asked for"), "; ".join(proceeding.remedies))


def _by_role(opened: OpenedCase, proceeding: Proceeding) -> dict[Role, list[str]]:
    """The ids of the parties that have each role in a proceeding, in the order of the file."""
    scopes = {proceeding.id}
    if len(opened.case.proceedings) == 1:
        scopes.add("")
    found: dict[Role, list[str]] = {}
    for party in opened.case.parties:
        for item in party.roles:
            if (item.within or "") in scopes:
                having = found.setdefault(item.role, [])
                if party.id not in having[-1:]:
                    having.append(party.id)
    return found


def _names(opened: OpenedCase, parties: Sequence[str]) -> Spans:
    names = joined([name_link(opened, party) for party in parties[:_LISTED]], "; ")
    rest = _rest(len(parties), Tab.PARTIES)
    return (*names, Span("; "), *rest) if rest else names


def _event_date(opened: OpenedCase, event_id: str | None) -> Spans:
    if event_id is None:
        return ()
    event = opened.index.get(event_id)
    if not isinstance(event, Event):
        return link(opened, event_id)
    number = f" ({opened.index.short(event_id)})"
    place = place_words(event.place, opened)
    return (
        Span(stated(event.date) + number, Target(event_id)),
        *((Span(f", {place}"),) if place else ()),
    )


def _counts(builder: PageBuilder, opened: OpenedCase) -> None:
    parts: list[Spans] = [
        (Span(f"{tab_title(tab)} {tab_count(opened, tab)}", Target(tab=tab)),)
        for tab in Tab
        if tab is not Tab.OVERVIEW
    ]
    builder.heading(tr("In this file"))
    builder.text(joined(parts, " · "))


def _key_dates(builder: PageBuilder, opened: OpenedCase) -> None:
    builder.heading(tr("Key dates"))
    shown = {item.complaint for item in opened.case.proceedings}
    shown |= {item.decision for item in opened.case.proceedings}
    events = sorted((item for item in opened.case.chronology if item.id in shown), key=event_key)
    dates: tuple[Event | Deadline, ...] = (*events, *opened.case.deadlines)
    for item in dates[:_LISTED]:
        words: Spans = ()
        if isinstance(item, Deadline):
            words = (Span(f": {deadline_words(opened, item)}; {state_words(opened, item)}"),)
        builder.item((*link(opened, item.id), *words))
    _tell_rest(builder, len(dates), Tab.CHRONOLOGY)


def _open_points(builder: PageBuilder, opened: OpenedCase) -> None:
    builder.heading(tr("What is in doubt"))
    doubts: tuple[Difference | Gap, ...] = (*opened.case.differences, *opened.case.gaps)
    for item in doubts[:_LISTED]:
        builder.item(link(opened, item.id))
    _tell_rest(builder, len(doubts), Tab.REVIEW)


def _citations(builder: PageBuilder, opened: OpenedCase) -> None:
    builder.heading(tr("How the sources ask to be cited"))
    found = [(source, source.cite_as) for source in opened.case.sources if source.cite_as]
    for source, words in found[:_LISTED]:
        builder.item(link(opened, source.id))
        builder.quote(visible_spaces(words))
    _tell_rest(builder, len(found), Tab.CITATIONS)


def _disclaimers(builder: PageBuilder, opened: OpenedCase) -> None:
    builder.heading(tr("Disclaimers"))
    found = [(source, item) for source in opened.case.sources for item in source.disclaimers]
    for source, disclaimer in found[:_LISTED]:
        by = name_link(opened, disclaimer.by) if disclaimer.by else ()
        builder.item((*link(opened, source.id), *((Span(tr(", by ")), *by) if by else ())))
        builder.quote(disclaimer.text)
    _tell_rest(builder, len(found), Tab.CITATIONS)


def _tell_rest(builder: PageBuilder, count: int, tab: Tab) -> None:
    rest = _rest(count, tab)
    if rest:
        builder.item(rest)


def _rest(count: int, tab: Tab) -> Spans:
    """How many of a list are not shown, with a link to the tab that has them; else nothing."""
    if count <= _LISTED:
        return ()
    words = tr("and {count} more in {tab}", count=f"{count - _LISTED:,}", tab=tab_title(tab))
    return (Span(words, Target(tab=tab)),)


def _about_the_file(builder: PageBuilder, opened: OpenedCase) -> None:
    case = opened.case
    builder.heading(tr("About this file"))
    builder.field(tr("Compiled by"), case.compiled.by)
    builder.field(tr("Compiled on"), exact_day_words(case.compiled.on))
    builder.field(tr("Method"), case.compiled.method)
    builder.field(tr("Revision"), case.compiled.revision)
    builder.field(tr("Speaks up to"), exact_day_words(case.as_of))
    builder.field(tr("Language"), language_name(case.language))
    builder.field(tr("Bundle"), f"{case.id} ({case.format} {case.format_version})")
    builder.field(tr("File"), opened.case_file.name)
    builder.field(tr("SHA-256"), opened.fingerprint.sha256)
