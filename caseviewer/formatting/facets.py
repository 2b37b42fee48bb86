"""Facets: what the rows of a list can be chosen by, in the words that people read."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from caseviewer.formatting.hearsay import DEPTHS, hearsay_words
from caseviewer.formatting.names import country_name, language_name
from caseviewer.formatting.quoted import fragment_passages, speaker_id
from caseviewer.formatting.record_titles import record_title, source_title
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.case_index import kind_of, records
from caseviewer.model.kinds import Knowledge, Mode, PartyKind, Role
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation
from caseviewer.model.references import Kind
from caseviewer.model.sources import Source

Values = tuple[str, ...]
Label = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Facet:
    """One property that rows can be chosen by.

    `values_of` gives what a row has of it, as words that people read. Values in `first` are
    offered in that order, `last` behind all others, which come by `place` if there is one, and
    by the alphabet. `prepare` does, in slices, what has to be done before values are asked for.
    `note` says how to read the values. `alone` is a value that can be chosen though all rows have
    it: that they do is worth knowing.
    """

    name: str
    title: str
    values_of: Callable[[OpenedCase, Any], Values]
    first: Values = ()
    last: str = ""
    place: Callable[[str], int] = lambda _: 0
    prepare: Callable[[], Iterable[None]] = tuple
    note: str = ""
    alone: str = ""

    def in_order(self, values: Iterable[str]) -> list[str]:
        """Values in the order in which they are offered."""
        ranks = {value: rank for rank, value in enumerate(self.first)}

        def key(value: str) -> tuple[bool, int, int, str]:
            rank = ranks.get(value, len(ranks))
            return (value == self.last, rank, self.place(value), value.casefold())

        return sorted(values, key=key)

    def offered(self, counts: Mapping[str, int], chosen: frozenset[str], most: int) -> list[str]:
        """At most so many values: those that are chosen, then those that most rows have."""
        by_need = sorted(counts, key=lambda value: (value not in chosen, -counts[value]))
        return self.in_order(by_need[:most])


def choice_words(facets: Sequence[Facet], choices: Mapping[str, frozenset[str]]) -> str:
    """What is chosen, in the order of the facets: "Mode: direct quotation; Language: Russian"."""
    return "; ".join(
        f"{facet.title}: {', '.join(facet.in_order(choices[facet.name]))}"
        for facet in facets
        if choices.get(facet.name)
    )


def nothing_words(query: str, chosen: str) -> str:
    """Why a list shows nothing: what was typed, and the words for what was chosen."""
    if not chosen:
        return tr("Nothing matches “{query}”.", query=query)
    if not query.strip():
        return tr("Nothing matches {chosen}.", chosen=chosen)
    return tr("Nothing matches “{query}” with {chosen}.", query=query, chosen=chosen)


def quotation_facets(
    opened: OpenedCase, check: Callable[[OpenedCase, Quotation], str]
) -> tuple[Facet, ...]:
    """What quotations can be chosen by; `check` words the check of their passages."""
    party, source = party_labels(opened), source_labels(opened)
    nobody, no_check = tr("speaker not known"), tr("no passage")
    no_source, no_language = tr("source not given"), tr("language not given")

    def speaker(_: OpenedCase, item: Quotation) -> Values:
        said_by = speaker_id(item)
        return (nobody if said_by is None else party(said_by),)

    def sources(opened: OpenedCase, item: Quotation) -> Values:
        found = (source(one.source) for one in fragment_passages(opened, item))
        return tuple(dict.fromkeys(found)) or (no_source,)

    def language(_: OpenedCase, item: Quotation) -> Values:
        return (no_language if item.language is None else language_name(item.language),)

    return (
        Facet("speaker", tr("Speaker"), speaker, last=nobody),
        Facet("mode", tr("Mode"), lambda _, item: (word(item.mode),), words_of(Mode)),
        Facet("knowledge", tr("Knowledge"), lambda _, item: (word(item.knowledge),),
              words_of(Knowledge)),
        Facet("hearsay", tr("Hearsay"), lambda opened, item: (hearsay_words(opened, item),),
              DEPTHS, tr("way not given")),
        Facet("check", tr("Check"), lambda opened, item: (check(opened, item) or no_check,),
              tuple(words.split(":")[0] for words in words_of(PassageState)), no_check),
        Facet("source", tr("Source"), sources, last=no_source),
        Facet("language", tr("Language"), language, last=no_language),
    )  # fmt: skip


def party_facets(opened: OpenedCase) -> tuple[Facet, ...]:
    """What parties can be chosen by."""
    no_role, no_country = tr("no role given"), tr("country not given")

    @cache  # it looks through all parties
    def country(code: str) -> str:
        return country_name(code, opened.case)

    def roles(_: OpenedCase, item: Party) -> Values:
        return tuple(dict.fromkeys(word(role.role) for role in item.roles)) or (no_role,)

    def countries(_: OpenedCase, item: Party) -> Values:
        return (no_country if item.country is None else country(item.country),)

    return (
        Facet("role", tr("Role"), roles, words_of(Role), no_role),
        Facet("kind", tr("Kind"), lambda _, item: (word(item.kind),), words_of(PartyKind)),
        Facet("country", tr("Country"), countries, last=no_country),
    )


def words_of(kind: Iterable[Any]) -> Values:
    """The words of a closed list, in its order."""
    return tuple(word(member) for member in kind)


def party_labels(opened: OpenedCase) -> Label:
    """How parties are called by their ids."""
    return _labels(opened, Kind.PARTY, lambda item: record_title(opened, item))


def source_labels(opened: OpenedCase) -> Label:
    """How sources are called by their ids."""

    def name(source: Source) -> str:
        return source.csl.title_short or source_title(source)

    return _labels(opened, Kind.SOURCE, name)


def _labels(opened: OpenedCase, kind: Kind, name: Callable[[Any], str]) -> Label:
    """How records of a kind are called by their ids.

    Where several bear one name, the short number tells them apart. Nothing is worded before
    the first label is asked for.
    """

    @cache
    def shared() -> frozenset[str]:
        counts = Counter(name(item) for item in records(opened.case, kind))
        return frozenset(words for words, times in counts.items() if times > 1)

    @cache
    def label(record_id: str) -> str:
        item = opened.index.get(record_id)
        if item is None or kind_of(item) is not kind:
            return record_id
        words = name(item)
        return f"{words}, {opened.index.short(record_id)}" if words in shared() else words

    return label
