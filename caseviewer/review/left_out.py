"""What stands by itself: parties that nothing mentions, words and events without a source."""

from collections.abc import Iterator

from caseviewer.model.kinds import ChainLink, Mode
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation
from caseviewer.model.reviewed import Finding, Rule
from caseviewer.review.looking import Looking

_PAGES = frozenset({ChainLink.PUBLISHED, ChainLink.REPUBLISHED})


def parties_alone(look: Looking) -> Iterator[Finding]:
    """Parties that no record points at, and that have no part in anything themselves."""
    for party in look.each(look.case.parties):
        if not _takes_part(party) and not look.index.is_mentioned(party.id):
            yield Finding(Rule.PARTY_ALONE, (party.id,))


def _takes_part(party: Party) -> bool:
    return bool(party.roles or party.relations) or party.subset_of is not None


def quotations_without_a_place(look: Looking) -> Iterator[Finding]:
    """Accounts of words for which no passage is given, nor a page that a source here holds.

    A direct quotation without its words is a problem of the bundle, and told as such.
    """
    publishers = {
        party
        for source in look.each(look.case.sources)
        for party in (source.publisher, source.republisher, *source.author)
        if party is not None
    }
    placed: dict[str, bool] = {}
    for quotation in look.each(look.case.quotations):
        if quotation.mode is Mode.DIRECT or _has_place(look, quotation, placed):
            continue
        last = quotation.chain[-1] if quotation.chain else None
        if last is None or last.link not in _PAGES or last.party not in publishers:
            recorded = look.recorded(quotation.id)
            yield Finding(Rule.NO_PLACE, (quotation.id,), (), recorded)


def _has_place(look: Looking, quotation: Quotation, placed: dict[str, bool]) -> bool:
    """Whether passages are given for a quotation, or for one that it stands inside.

    `placed` holds what is known of others, so that a long chain is walked once.
    """
    walked: dict[str, bool] = {}
    item: object = quotation
    while isinstance(item, Quotation) and item.id not in walked and item.id not in placed:
        walked[item.id] = bool(item.fragments)
        item = None if item.fragments else look.index.get(item.inside)
    known = isinstance(item, Quotation) and placed.get(item.id, False)
    placed.update(dict.fromkeys(walked, known or any(walked.values())))
    return placed[quotation.id]


def events_that_nobody_tells(look: Looking) -> Iterator[Finding]:
    """Events for which neither somebody who says so nor a passage is given."""
    for event in look.each(look.case.chronology):
        if not event.asserted_by and not event.basis:
            yield Finding(Rule.NOBODY_SAYS, (event.id,), (), look.recorded(event.id))
