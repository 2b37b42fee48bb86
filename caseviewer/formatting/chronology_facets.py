"""What events and deadlines can be chosen by."""

from caseviewer.formatting.as_at_words import standing_words, unsettled_words
from caseviewer.formatting.facets import Facet, Values, party_labels, source_labels, words_of
from caseviewer.formatting.periods import Periods
from caseviewer.formatting.taking_part import TakingPart
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.events import Deadline, Event
from caseviewer.model.kinds import EventKind, Standing
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Passage


def chronology_facets(opened: OpenedCase, taking_part: TakingPart) -> tuple[Facet, ...]:
    """The facets of the chronology; a deadline has no standing, and nobody says that it is so."""
    label, source, periods = party_labels(opened), source_labels(opened), Periods(opened)
    nobody, owed = tr("no participant named"), tr("deadline")
    not_told, no_source = tr("not told who says so"), tr("source not given")

    def kind(_: OpenedCase, item: Event | Deadline) -> Values:
        return (owed if isinstance(item, Deadline) else word(item.kind),)

    def standing(opened: OpenedCase, item: Event | Deadline) -> Values:
        return () if isinstance(item, Deadline) else (standing_words(opened, item),)

    def parties(_: OpenedCase, item: Event | Deadline) -> Values:
        if isinstance(item, Deadline):
            return tuple(dict.fromkeys((label(item.owed_by), label(item.owed_to))))
        return tuple(map(label, taking_part(item))) or (nobody,)

    def asserted_by(_: OpenedCase, item: Event | Deadline) -> Values:
        if isinstance(item, Deadline):
            return ()
        return tuple(dict.fromkeys(map(label, item.asserted_by))) or (not_told,)

    def sources(opened: OpenedCase, item: Event | Deadline) -> Values:
        passages = map(opened.index.get, item.basis)
        found = (source(one.source) for one in passages if isinstance(one, Passage))
        return tuple(dict.fromkeys(found)) or (no_source,)

    return (
        Facet("kind", tr("Kind"), kind, words_of(EventKind), owed),
        Facet("standing", tr("Standing"), standing, words_of(Standing), unsettled_words()),
        Facet("party", tr("Participant"), parties, last=nobody),
        Facet("asserted_by", tr("Who says so"), asserted_by, last=not_told),
        Facet("source", tr("Source"), sources, last=no_source),
        Facet(
            "period",
            tr("Period"),
            lambda _, item: periods.of(item),
            last=periods.undated,
            place=periods.place,
            prepare=periods.find,
            note=tr("A date counts in every period that it may lie in."),
        ),
    )
