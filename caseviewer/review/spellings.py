"""Spellings of a name other than the preferred one: those that the file lists, and near ones.

A listed form counts as a spelling where it has as many words as the name and one or two letters
differ in a word; other scripts, short forms and translations are no other spellings. Near
spellings are looked for among the last words of persons' names and the words of States' names
only: the words of other names ("Ministry", "Minister") are those of any text.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein, Prefix

from caseviewer.model.kinds import DifferenceKind, Identity, PartyKind
from caseviewer.model.parties import Party
from caseviewer.model.reviewed import Compared, Finding, Rule
from caseviewer.review.looking import Looking
from caseviewer.review.written import Places, capitalised, places

_NAMED = frozenset({Identity.NAMED, Identity.PSEUDONYM})
_LEAST_NEAR = 6
_LONG = 9
"""In words of so many letters two may differ, in shorter ones one."""
_MOST_IN_BUCKET = 40
"""Of names that start, or end, alike so many are compared with a word."""
_ANOTHER_NAME = frozenset({"iceland", "ireland", "columbia", "guiana"})
"""Names of States, cities and regions that are near to the name of a State."""
_ENDING = 2

Recorded = Mapping[str, tuple[str, ...]]
"""The differences that name each word."""


def spellings(look: Looking) -> Iterator[Finding]:
    """Both rules, as they read the same words."""
    names = _Names()
    for party in look.each(look.case.parties):
        names.add(party)
    written = places(look)
    recorded = _recorded(look)
    yield from _listed(look, names, written, recorded)
    yield from _near(look, names, written, recorded)


@dataclass(slots=True)
class _Names:
    """The words of all names: what they are for, and in which other forms they are listed.

    bearers: the parties whose name has a word, by that word in small letters.
    """

    known: set[str] = field(default_factory=set)
    listed: list[tuple[Party, str, str]] = field(default_factory=list)
    bearers: dict[str, tuple[str, list[Party]]] = field(default_factory=dict)

    def add(self, party: Party) -> None:
        """Take in the name and the other forms of a party."""
        self.known.update(word.casefold() for word in capitalised(party.name))
        for variant in party.variants:
            self.known.update(word.casefold() for word in capitalised(variant.text))
        if party.identity not in _NAMED:
            return
        for variant in party.variants:
            for preferred, other in _respelt(party.name, variant.text):
                self.listed.append((party, preferred, other))
        for word in _looked_for(party):
            self.bearers.setdefault(word.casefold(), (word, []))[1].append(party)


def _looked_for(party: Party) -> list[str]:
    """The words of a name that near spellings are looked for of."""
    words = capitalised(party.name)
    if party.kind is PartyKind.PERSON:
        words = words[-1:]
    elif party.kind is not PartyKind.STATE:
        return []
    return [word for word in words if len(word) >= _LEAST_NEAR]


def _respelt(name: str, variant: str) -> list[tuple[str, str]]:
    """The words in which two forms of a name differ by a letter or two, if they do so."""
    one, other = name.split(), variant.split()
    if len(one) != len(other):
        return []
    differing = [
        (mine, theirs)
        for mine, theirs in zip(one, other, strict=True)
        if _bare(mine) != _bare(theirs)
    ]
    near = all(
        len(mine) > 3 and Levenshtein.distance(_bare(mine), _bare(theirs), score_cutoff=2) <= 2
        for mine, theirs in differing
    )
    return differing if near else []


def _listed(look: Looking, names: _Names, written: Places, recorded: Recorded) -> Iterator[Finding]:
    """Where a spelling that the file lists stands in the place of the preferred one."""
    for party, preferred, other in look.each(names.listed):
        found = [record for record in written.get(other, ()) if record != party.id]
        if found:
            values = _values(look, (preferred, [party.id]), (other, found))
            yield Finding(Rule.SPELLING, (party.id, *found), values, recorded.get(other, ()))


def _near(look: Looking, names: _Names, written: Places, recorded: Recorded) -> Iterator[Finding]:
    """Words that are a letter or two away from a name and are no form of any name."""
    buckets: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word in names.bearers:
        for key in _keys(word):
            if len(buckets[key]) < _MOST_IN_BUCKET:
                buckets[key].append(word)
    for other in look.each(written):
        folded = other.casefold()
        if len(other) < _LEAST_NEAR or folded in names.known or folded in _ANOTHER_NAME:
            continue
        candidates = dict.fromkeys(word for key in _keys(folded) for word in buckets.get(key, ()))
        for word in candidates:
            preferred, parties = names.bearers[word]
            if _is_near(word, folded) and not _is_derived(parties, word, folded):
                yield _near_finding(look, (preferred, parties), other, written[other], recorded)
                break


def _near_finding(
    look: Looking,
    name: tuple[str, list[Party]],
    other: str,
    found: list[str],
    recorded: Recorded,
) -> Finding:
    preferred, parties = name
    bearers = [party.id for party in parties[:2]]
    values = _values(look, (preferred, bearers), (other, found))
    records = tuple(dict.fromkeys((*bearers, *found)))
    return Finding(Rule.NEAR_SPELLING, records, values, recorded.get(other, ()))


def _keys(word: str) -> tuple[tuple[str, str], ...]:
    """Of two words that are near, one of these is the same: an edit is at one end only."""
    return ("starts", word[:3]), ("ends", word[0] + word[-3:])


def _is_near(word: str, other: str) -> bool:
    """Whether so few letters differ that it may be the same name; not what is derived from it."""
    if word.startswith(other) or other.startswith(word) or word[0] != other[0]:
        return False
    if _bare(word) == _bare(other):
        return False
    most = 2 if min(len(word), len(other)) >= _LONG else 1
    return Levenshtein.distance(word, other, score_cutoff=most) <= most


def _is_derived(parties: list[Party], word: str, other: str) -> bool:
    """Whether it may be the word for people of a State: Germany and Germans differ at the end."""
    if all(party.kind is not PartyKind.STATE for party in parties):
        return False
    return Prefix.distance(word, other) <= _ENDING


def _bare(word: str) -> str:
    """A word without capital letters, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def _values(
    look: Looking, preferred: tuple[str, list[str]], other: tuple[str, list[str]]
) -> tuple[Compared, ...]:
    return tuple(
        Compared(word, record, look.said_by(record))
        for word, records in (preferred, other)
        for record in records
    )


def _recorded(look: Looking) -> Recorded:
    """The differences of spelling, by the words that they name."""
    by_word: dict[str, dict[str, None]] = defaultdict(dict)
    for difference in look.each(look.case.differences):
        if difference.kind is DifferenceKind.SPELLING:
            for value in difference.values:
                for word in capitalised(value.value):
                    by_word[word].setdefault(difference.id)
    return {word: tuple(ids) for word, ids in by_word.items()}
