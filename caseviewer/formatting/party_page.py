"""The page of a party: name, identity, count, roles, relations, events, words, sources."""

from caseviewer.formatting.mentions import (
    HEADINGS,
    add_mentions,
    grouped,
    how_words,
    mention_line,
    with_ways,
)
from caseviewer.formatting.names import (
    count_words,
    country_name,
    identity_words,
    language_name,
    part_words,
    party_full_name,
    sum_words,
)
from caseviewer.formatting.page import Page, PageBuilder, Span, Spans, joined
from caseviewer.formatting.passage_lines import add_basis
from caseviewer.formatting.record_titles import link
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.case_index import Mention
from caseviewer.model.kinds import ChainLink
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party, PartyRole, Size, Variant
from caseviewer.model.quotations import Quotation
from caseviewer.model.references import How, Kind


def party_page(opened: OpenedCase, party: Party) -> Page:
    """Everything that the case says about a party."""
    builder = PageBuilder()
    builder.title(party_full_name(party))
    builder.subtitle(_subtitle(opened, party))
    _facts(builder, opened, party)
    _roles(builder, opened, party)
    _relations(builder, opened, party)
    _words_and_events(builder, opened, party)
    add_basis(builder, opened, tr("Mentioned in"), party.basis)
    add_mentions(
        builder,
        opened,
        party,
        without=frozenset({Kind.PARTY, Kind.EVENT, Kind.QUOTATION}),
    )
    return builder.page()


def role_list(party: Party) -> str:
    """The roles of a party without repetition: "State party, sending State"."""
    return ", ".join(dict.fromkeys(word(role.role) for role in party.roles))


def _subtitle(opened: OpenedCase, party: Party) -> str:
    parts = [opened.index.short(party.id), word(party.kind), role_list(party)]
    return " · ".join(filter(None, parts))


def size_words(size: Size) -> str:
    """A count with its parts: "29 (27 + 2 = 29 ✓)"."""
    sums = sum_words(size)
    return sums or count_words(size)


def _facts(builder: PageBuilder, opened: OpenedCase, party: Party) -> None:
    builder.field(tr("Identity"), identity_words(party))
    if party.country is not None:
        builder.field(tr("Country"), country_name(party.country, opened.case))
    if party.size is not None:
        builder.field(tr("Count"), size_words(party.size))
        builder.field(tr("Parts"), part_words(party.size, opened.case))
    if party.subset_of is not None:
        within = link(opened, party.subset_of.of)
        builder.field(tr("Within"), (*within, Span(f" ({word(party.subset_of.footing)})")))
    for variant in party.variants:
        builder.field(tr("Also written"), variant_words(variant))
    builder.text(party.description)


def variant_words(variant: Variant) -> str:
    """Another form of a name: "Kazakstan (English; the publisher's spelling)"."""
    details = [language_name(variant.language) if variant.language else "", variant.note or ""]
    known = "; ".join(filter(None, details))
    return f"{variant.text} ({known})" if known else variant.text


def _roles(builder: PageBuilder, opened: OpenedCase, party: Party) -> None:
    builder.heading(tr("Roles"))
    for role in party.roles:
        builder.item(_role_line(opened, role))


def _role_line(opened: OpenedCase, role: PartyRole) -> Spans:
    spans: list[Span] = [Span(word(role.role))]
    if role.within is not None:
        spans += [Span(tr(" in ")), *link(opened, role.within)]
    if role.on_behalf_of:
        behalf = joined([link(opened, target) for target in role.on_behalf_of])
        spans += [Span(tr(" on behalf of ")), *behalf]
    if role.note is not None:
        spans.append(Span(f" ({role.note})"))
    return tuple(spans)


def _relations(builder: PageBuilder, opened: OpenedCase, party: Party) -> None:
    builder.heading(tr("Relations"))
    for relation in party.relations:
        spans = (Span(f"{word(relation.kind)} "), *link(opened, relation.to))
        note = f" ({relation.note})" if relation.note else ""
        builder.item((*spans, Span(note)) if note else spans)
    of_parties = grouped(
        mention
        for mention in opened.index.mentions(party.id)
        if mention.how in {How.RELATION, How.SUBSET, How.ON_BEHALF}
    ).get(Kind.PARTY, {})
    for mentions in of_parties.values():
        builder.item(mention_line(opened, mentions))


def _words_and_events(builder: PageBuilder, opened: OpenedCase, party: Party) -> None:
    found = grouped(opened.index.mentions(party.id))
    quotations = found.get(Kind.QUOTATION, {})
    said = {key: of_one for key, of_one in quotations.items() if any(map(_is_mouth, of_one))}
    builder.heading(tr("Said"))
    for key, of_one in said.items():
        besides = [mention for mention in of_one if not _is_mouth(mention)]
        builder.item(with_ways(opened, key, map(how_words, besides)))
    builder.heading(tr("Other quotations") if said else tr(HEADINGS[Kind.QUOTATION]))
    for key, of_one in quotations.items():
        if key not in said:
            ways = (how_words(mention) or tr("speaks of it") for mention in of_one)
            builder.item(with_ways(opened, key, ways))
    builder.heading(tr(HEADINGS[Kind.EVENT]))
    for of_one in found.get(Kind.EVENT, {}).values():
        builder.item(mention_line(opened, of_one))


def _is_mouth(mention: Mention) -> bool:
    quotation = mention.by
    return (
        mention.how is How.RUNG
        and mention.path[1] == 0
        and isinstance(quotation, Quotation)
        and quotation.chain[0].link is ChainLink.SAID
    )
