"""The forms of names that a case lists: whoever types one of them finds the others as well."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseviewer.model.case import Case
from caseviewer.model.parties import Party, Variant
from caseviewer.search.words import fold_words

_FEWEST = 4
"""So many letters of the last word of a form have to be typed, unless it is typed whole."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a party's name: its words, and the variant that it is, if it is not the name.

    name: the name itself, of which a variant tells what it is.
    """

    words: str
    text: str
    name: str
    variant: Variant | None = None


class NameForms:
    """The forms of all parties that have several; `longest` is the most words that one has."""

    def __init__(self, case: Case) -> None:
        """The forms of the names in a case."""
        self.longest = 0
        self._forms: list[tuple[Form, ...]] = []
        self._order: list[tuple[str, int, int]] = []
        for party in case.parties:
            forms = _forms(party) if party.variants else ()
            if len(forms) > 1:
                place = len(self._forms)
                self._forms.append(forms)
                self._order.extend((form.words, place, at) for at, form in enumerate(forms))
                self.longest = max(self.longest, *(one.words.count(" ") + 1 for one in forms))
        self._order.sort()

    def others(self, words: Sequence[str]) -> Iterator[tuple[Form, Form]]:
        """For words that are a form of a name, or begin its last word: that form and another.

        Others that begin with the words are found by these, and are not given.
        """
        typed = " ".join(words)
        may_go_on = len(words[-1]) >= _FEWEST
        seen: set[int] = set()
        for form, party, at in self._beginning_with(typed):
            is_typed = form == typed or (may_go_on and form.count(" ") == len(words) - 1)
            if is_typed and party not in seen:
                seen.add(party)
                forms = self._forms[party]
                others = (one for one in forms if not one.words.startswith(typed))
                yield from ((forms[at], other) for other in others)

    def _beginning_with(self, typed: str) -> Iterator[tuple[str, int, int]]:
        at = bisect_left(self._order, (typed, -1, -1))
        while at < len(self._order) and self._order[at][0].startswith(typed):
            yield self._order[at]
            at += 1


def _forms(party: Party) -> tuple[Form, ...]:
    """The name and its variants, each once; what is only spelt with other capitals is the same."""
    name = fold_words(party.name)
    found = {name: Form(name, party.name, party.name)} if name else {}
    for variant in party.variants:
        words = fold_words(variant.text)
        if words and words not in found:
            found[words] = Form(words, variant.text, party.name, variant)
    return tuple(found.values())
