"""From a query to what is looked for: other forms of names, other scripts, near words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.visible import visible
from caseviewer.search.hits import Because, Near, Reason
from caseviewer.search.name_forms import Form, NameForms
from caseviewer.search.query import Query, Term
from caseviewer.search.slices import Slices
from caseviewer.search.vocabulary import Vocabulary
from caseviewer.search.wanted import Alternative, Group, Wanted

_NUMBER = re.compile(r"[cpedqstxg][0-9]{1,6}", re.ASCII)
_FEWEST = 4
"""A form whose last word has fewer letters is looked for as a whole word only."""
_MOST_FORMS = 100
_MANY_FORMS = "“{typed}” has more than {most} other forms: only the first {most} are looked for."
_MOST_ALIKE = 12
_SHOWN = 40
_MOST_NEAR = 3
_MOST_CORRECTED = 5


class Understanding:
    """Knows the names of one case, and the words that occur in what is searched."""

    def __init__(self, opened: OpenedCase) -> None:
        """Understand queries about `opened`."""
        self._opened = opened
        self._names: NameForms | None = None

    def wanted(self, query: Query, vocabularies: Sequence[Vocabulary]) -> Slices[Wanted]:
        """What a query looks for; `vocabularies` are those of what is searched."""
        groups, faults = list[Group](), list[str]()
        terms = query.terms
        at = 0
        while at < len(terms):
            run, forms = self._form_at(terms, at)
            variants = tuple(islice(_variants(forms), _MOST_FORMS + 1))
            group = _with_more(self._group(terms[at : at + run]), variants[:_MOST_FORMS])
            if len(variants) > _MOST_FORMS:
                faults.append(
                    tr(_MANY_FORMS, typed=visible(group.typed, _SHOWN), most=f"{_MOST_FORMS:,}")
                )
            if run == 1 and not group.without:
                group = yield from _with_alike(group, terms[at], vocabularies)
            groups.append(group)
            at += run
        return Wanted(tuple(groups), query.filters, tuple(faults))

    def _form_at(self, terms: Sequence[Term], at: int) -> tuple[int, list[tuple[Form, Form]]]:
        """How many terms from here are a form of a name, at least one; and its other forms."""
        if self._names is None:
            self._names = NameForms(self._opened.case)
        words: list[str] = []
        best, found = 1, list[tuple[Form, Form]]()
        for run, term in enumerate(terms[at:], start=1):
            words += term.words
            apart = run > 1 and (term.without or terms[at].without)
            if term.exact or apart or len(words) > self._names.longest:
                break
            if forms := list(self._names.others(words)):
                best, found = run, forms
        return best, found

    def _group(self, terms: Sequence[Term]) -> Group:
        typed = " ".join(term.typed for term in terms)
        as_typed = Alternative(
            tuple(term.needle for term in terms), Reason(Because.WORDS, typed, typed)
        )
        return Group(typed, (as_typed,), self._record(terms), terms[0].without)

    def _record(self, terms: Sequence[Term]) -> str | None:
        """The record whose short number was typed."""
        first, *more = terms
        if more or not is_number(first):
            return None
        found = self._opened.index.by_short(first.words[0])
        return None if found is None else found.id


def is_number(term: Term) -> bool:
    """Whether what was typed may be the short number of a record: "E7"."""
    return not term.exact and len(term.words) == 1 and bool(_NUMBER.fullmatch(term.words[0]))


def _with_more(group: Group, more: Iterable[Alternative]) -> Group:
    """A group with alternatives that find more than those before them, each by one needle."""
    kept = list(group.alternatives)
    known = {each.needles[0] for each in kept if len(each.needles) == 1}
    for one in more:
        needle = one.needles[0]
        if known.isdisjoint(needle[:end] for end in range(1, len(needle) + 1)):
            kept.append(one)
            known.add(needle)
    return replace(group, alternatives=tuple(kept))


def _variants(forms: Sequence[tuple[Form, Form]]) -> Iterator[Alternative]:
    """Other forms of the name that was typed; those of a single letter would find too much."""
    for form, other in forms:
        if len(other.words) > 1:
            yield Alternative((_needle(other.words),), _reason(form, other))


def _needle(words: str) -> str:
    last = words.rpartition(" ")[2]
    return f" {words}{'' if len(last) >= _FEWEST else ' '}"


def _reason(form: Form, other: Form) -> Reason:
    """What one form is to the name; or where that was found, what the typed one is to it.

    The case tells what a variant is to the name, not what it is to another variant.
    """
    told = other.variant or form.variant
    return Reason(
        Because.VARIANT,
        form.text if other.variant is None else form.name,
        other.text,
        note="" if told is None or told.note is None else told.note,
        language="" if told is None or told.language is None else told.language,
        turned=other.variant is None,
    )


def _with_alike(group: Group, term: Term, vocabularies: Sequence[Vocabulary]) -> Slices[Group]:
    """A group with the words of other scripts that read like the one that was typed."""
    if term.exact or len(term.words) > 1:
        return group
    alike: dict[str, None] = {}
    for vocabulary in vocabularies:
        found = yield from vocabulary.transliterations.like(term.words[0])
        alike.update(dict.fromkeys(found))
    reason = Reason(Because.TRANSLITERATION, term.typed, "")
    words = sorted(alike, key=len)[:_MOST_ALIKE]
    return _with_more(group, (Alternative((f" {word} ",), reason) for word in words))


@dataclass(frozen=True, slots=True)
class Corrected:
    """What is looked for instead, where words stand nowhere; and which words these are."""

    wanted: Wanted
    near: tuple[Near, ...]


def corrected(query: Query, wanted: Wanted, vocabularies: Sequence[Vocabulary]) -> Corrected | None:
    """The same with near words for those that stand nowhere; None where there are none."""
    near: dict[str, Near] = {}
    for term in query.wanted:
        lost = not any(one.has_beginning(term.words[0]) for one in vocabularies)
        if lost and not term.exact and len(term.words) == 1 and len(near) < _MOST_CORRECTED:
            words = _nearest(term.words[0], vocabularies)
            if words:
                near[term.typed] = Near(term.typed, words)
    if not near:
        return None
    groups = tuple(_corrected(group, near.get(group.typed)) for group in wanted.groups)
    return Corrected(replace(wanted, groups=groups), tuple(near.values()))


def _corrected(group: Group, near: Near | None) -> Group:
    if near is None or group.without:
        return group
    reason = Reason(Because.NEAR, near.typed, "")
    return replace(
        group, alternatives=tuple(Alternative((f" {word} ",), reason) for word in near.words)
    )


def _nearest(word: str, vocabularies: Sequence[Vocabulary]) -> tuple[str, ...]:
    """The words that are spelt most like one, of those that differ by a letter or two."""
    found: dict[str, int] = {}
    for vocabulary in vocabularies:
        found.update(vocabulary.near(word))
    least = min(found.values(), default=0)
    return tuple(sorted(one for one, distance in found.items() if distance == least))[:_MOST_NEAR]
