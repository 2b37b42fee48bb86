"""Makes realistic case bundles of any size: valid, of every kind of record, the same for a seed.

The words are stock phrases put together; nobody named in them exists.
"""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from tests import generator_words as words
from tests.generator_draw import Bundle, Draw

SHARES: Mapping[str, int] = MappingProxyType({
    "proceedings": 4, "parties": 130, "chronology": 220, "deadlines": 12, "quotations": 130,
    "sources": 60, "passages": 400, "differences": 26, "gaps": 18,
})  # fmt: skip
"""How many records of each kind there are among a thousand, as compiled cases have them."""

MOST_PROCEEDINGS = 12
"""However large a case is, it has passed through a few bodies only."""

AS_OF = "2026-01-31"


def bundle(records: int, seed: int = 1, shares: Mapping[str, int] = SHARES) -> Bundle:
    """A valid bundle of so many records in all; at least one of each kind, so nine or more."""
    made = _Maker(seed, _counts(records, shares))
    return made.bundle()


def data(records: int, seed: int = 1, shares: Mapping[str, int] = SHARES) -> bytes:
    """The same as the bytes of a case file."""
    value = bundle(records, seed, shares)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def mostly(kind: str) -> dict[str, int]:
    """Shares for a bundle that holds almost nothing but records of one kind."""
    return {name: 1_000_000 if name == kind else 1 for name in SHARES}


def _counts(records: int, shares: Mapping[str, int]) -> dict[str, int]:
    """How many records of each kind: one, and the rest by shares; the largest takes the odd."""
    left = records - len(shares)
    if left < 0:
        raise ValueError(records)
    total = sum(shares.values())
    counts = {kind: 1 + left * share // total for kind, share in shares.items()}
    if shares["proceedings"] < total // 2:
        counts["proceedings"] = min(counts["proceedings"], MOST_PROCEEDINGS)
    largest = max(shares, key=shares.__getitem__)
    counts[largest] += records - sum(counts.values())
    return counts


def _holds_words(passage: int) -> bool:
    """Whether a passage has a selector; each tenth one has a locator alone."""
    return passage % 10 != 9


class _Maker(Draw):
    """Draws one bundle."""

    def __init__(self, seed: int, counts: Mapping[str, int]) -> None:
        super().__init__(seed, counts)
        self._seed = seed
        self._groups: list[tuple[str, int]] = []
        self._makers: dict[str, Callable[[int], Bundle]] = {
            "proceedings": self._proceeding,
            "parties": self._party,
            "chronology": self._event,
            "deadlines": self._deadline,
            "quotations": self._quotation,
            "sources": self._source,
            "passages": self._passage,
            "differences": self._difference,
            "gaps": self._gap,
        }

    def bundle(self) -> Bundle:
        lists = {
            kind: [make(at) for at in range(self.counts[kind])]
            for kind, make in self._makers.items()
        }
        return {
            "format": "casebundle",
            "format_version": "1.0",
            "id": f"generated-{self._seed}",
            "title": f"A generated case of {sum(self.counts.values()):,} records",
            "language": "en",
            "as_of": AS_OF,
            "summary": "Made by a program to try another program; nothing in it happened.",
            "compiled": {"by": "A generator", "on": AS_OF, "revision": str(self._seed)},
            "fiction": True,
            **lists,
        }

    # Records -----------------------------------------------------------------------------

    def _proceeding(self, at: int) -> Bundle:
        decided = self.chance(0.6)
        made: Bundle = {
            "id": f"c{at + 1}",
            "number": at + 1,
            "title": f"{self.name()[0]} and others v. {self.pick(words.STATES)[0]}",
            "body": self.id("parties"),
            "kind": self.pick(words.PROCEEDINGS),
            "instrument": self.pick(words.INSTRUMENTS),
            "identifiers": [{"scheme": "Communication No.", "value": f"{at + 1}/{self.day()[0]}"}],
            "subject_matter": self.sentence(),
            "provisions": {"alleged": ["article 3", "article 7"], "found": []},
            "complaint": self.id("chronology"),
            "status": "decided" if decided else self.pick(("registered", "pending")),
            "basis": self._basis(),
        }
        if decided:
            made["outcome"] = self.pick(words.OUTCOMES)
            made["remedies"] = [self.sentence()]
        return made

    def _party(self, at: int) -> Bundle:
        kind = self.pick(words.PARTY_KINDS)
        made: Bundle = {"id": f"p{at + 1}", "number": at + 1, "kind": kind}
        made |= _PARTY_MAKERS[kind](self, at)
        made["roles"] = [self._role(at) for _ in range(1 + self.below(2))]
        other = self.id("parties")
        if other != made["id"] and self.chance(0.3):
            made["relations"] = [{"kind": self.pick(words.RELATIONS), "to": other}]
        made["basis"] = self._basis()
        return made

    def _basis(self) -> list[str]:
        return self.ids("passages", 3)

    def _role(self, at: int) -> Bundle:
        role: Bundle = {"role": self.pick(words.ROLES)}
        if self.chance(0.6):
            role["in"] = self.id(self.pick(("proceedings", "chronology")))
        other = self.id("parties")
        if other != f"p{at + 1}" and self.chance(0.1):
            role["on_behalf_of"] = [other]
        return role

    def _person(self, at: int) -> Bundle:
        identity, withheld_by = self.pick(words.IDENTITIES)
        if identity != "named":
            made: Bundle = {"identity": identity, "name": f"{self.pick(words.SOMEBODY)} ({at})"}
            if withheld_by:
                made["withheld_by"] = withheld_by
            return made
        latin, native, language = self.name()
        made = {"identity": "named", "name": latin}
        if native != latin:
            made["variants"] = [{"text": native, "language": language}]
        if self.chance(0.4):
            made["description"] = self.sentence()
        return made

    def _group(self, at: int) -> Bundle:
        first, second = 1 + self.below(30), 1 + self.below(9)
        size = first + second
        made: Bundle = {
            "identity": "unnamed",
            "name": f"{size} {self.pick(words.GROUPS)}",
            "size": {
                "value": size,
                "parts": [
                    {"value": first, "nationality": self.pick(words.STATES)[1]},
                    {"value": second, "label": "others"},
                ],
            },
        }
        larger = [group for group in self._groups[-3:] if group[1] >= size]
        if larger:
            made["subset_of"] = {"of": larger[0][0], "footing": "inferred"}
        self._groups.append((f"p{at + 1}", size))
        return made

    def _organization(self, at: int) -> Bundle:
        place, code = self.pick(words.PLACES)
        return {
            "identity": "named",
            "name": f"{self.pick(words.ORGANIZATIONS)} of {place} ({at + 1})",
            "country": code,
        }

    def _state(self, _at: int) -> Bundle:
        name, code, native, language = self.pick(words.STATES)
        return {
            "identity": "named",
            "name": name,
            "variants": [{"text": native, "language": language}],
            "country": code,
        }

    def _body(self, at: int) -> Bundle:
        return {"identity": "named", "name": f"{self.pick(words.BODIES)}, chamber {at % 40 + 1}"}

    def _event(self, at: int) -> Bundle:
        place, code = self.pick(words.PLACES)
        made: Bundle = {
            "id": f"e{at + 1}",
            "number": at + 1,
            "kind": self.pick(words.EVENTS),
            "title": self.sentence()[:-1],
            "participants": [
                {"party": party, "role": self.pick(words.ROLES)} for party in self.ids("parties", 4)
            ],
            "asserted_by": self.ids("parties", 2),
            "standing": self.pick(words.STANDINGS),
            "basis": self._basis(),
        }
        if not self.chance(0.02):
            made["date"] = self.date()
        if self.chance(0.5):
            made["place"] = {"name": place, "country": code}
        if self.chance(0.4):
            made["description"] = self.sentences(3)
        if self.chance(0.05):
            made["order"] = 1 + self.below(9)
        return made

    def _deadline(self, at: int) -> Bundle:
        days = self.pick((14, 30, 60, 90, 180))
        done = self.chance(0.3)
        fulfilment: Bundle = {"status": "not_recorded"}
        if done:
            fulfilment = {"status": self.pick(words.DONE), "event": self.id("chronology")}
        return {
            "id": f"d{at + 1}",
            "number": at + 1,
            "title": f"Answer within {days} days",
            "owed_by": self.id("parties"),
            "owed_to": self.id("parties"),
            "proceeding": self.id("proceedings"),
            "period": {"duration": f"P{days}D", "verbatim": f"within {days} days"},
            "triggers": [
                {"label": "the decision", "event": self.id("chronology")},
                {"label": "the letter", "date": self.date()},
            ],
            "rule": self.pick(words.RULES),
            "fulfilment": fulfilment,
            "basis": self._basis(),
        }

    def _quotation(self, at: int) -> Bundle:
        mode = self.pick(words.MODES)
        fragments: list[Bundle] = [{"passage": self._quotable()} for _ in range(1 + self.below(3))]
        fragments[0]["attribution"] = self.pick(words.ATTRIBUTIONS)
        made: Bundle = {
            "id": f"q{at + 1}",
            "number": at + 1,
            "mode": mode,
            "knowledge": self.pick(words.KNOWLEDGE),
            "fragments": fragments,
            "chain": self._chain(),
            "about": self.ids("chronology", 2),
            "language": "en",
        }
        if mode != "direct":
            made["text"] = self.sentences(4)
        if at and self.chance(0.1):
            made["inside"] = f"q{1 + self.below(at)}"
        if self.chance(0.1):
            text, language = self.pick(words.TRANSLATIONS)
            made["translations"] = [{"text": text, "language": language}]
        return made

    def _quotable(self) -> str:
        """A passage that holds words."""
        at = self.below(self.counts["passages"])
        return f"t{at + 1 if _holds_words(at) else at}"

    def _chain(self) -> list[Bundle]:
        rungs: list[Bundle] = [{"party": self.id("parties"), "link": "said"}]
        between = ("relayed", "recorded", "translated")[: self.below(4)]
        rungs += [{"party": self.id("parties"), "link": link} for link in between]
        rungs.append({"party": self.id("parties"), "link": "published", "date": self.date()})
        return rungs

    def _source(self, at: int) -> Bundle:
        year, month, day = self.day()
        kind, csl_type = self.pick(words.SOURCES)
        title = self.sentence()[:-1]
        publisher = self.pick(words.ORGANIZATIONS)
        made: Bundle = {
            "id": f"s{at + 1}",
            "number": at + 1,
            "kind": kind,
            "csl": {
                "id": f"s{at + 1}",
                "type": csl_type,
                "title": title,
                "author": [{"literal": publisher}],
                "issued": {"date-parts": [[year, month, day]]},
                "publisher": publisher,
            },
            "cite_as": f"{publisher}, {title}, {day}\u00a0{words.MONTHS[month - 1]}\u00a0{year}",
            "nature": self.pick(words.NATURES),
            "publisher": self.id("parties"),
            "published": {"edtf": f"{year}-{month:02}-{day:02}"},
            "accessed": {"edtf": f"{year + 1}-{month:02}-{day:02}"},
            "url_status": "not_printed",
            "language": self.pick(words.LANGUAGES),
        }
        if self.chance(0.6):
            made |= {"url": f"https://example.org/{at + 1}", "url_status": "given"}
        if self.chance(0.5):
            made["document"] = self._document(at)
        return made

    def _document(self, at: int) -> Bundle:
        size = 2_000 + self.below(60_000)
        return {
            "file": f"{at // 1000:03}/source-{at + 1}.txt",
            "sha256": f"{int(self.random() * 2**52):016x}" * 4,
            "bytes": size,
            "media_type": "text/plain",
            "characters": size - 10,
            "paragraph_numbering": "counted",
            "count_from": self.pick(words.OPENINGS),
        }

    def _passage(self, at: int) -> Bundle:
        made: Bundle = {
            "id": f"t{at + 1}",
            "number": at + 1,
            "source": self.id("sources"),
            "locator": {"label": "paragraph", "value": str(1 + self.below(90))},
        }
        if _holds_words(at):
            exact = self.sentence()
            start = self.below(50_000)
            made["selector"] = {"exact": exact, "prefix": self.pick(words.OPENINGS) + " "}
            made["position"] = {"start": start, "end": start + len(exact)}
        return made

    def _difference(self, at: int) -> Bundle:
        count = 10 + self.below(90)
        return {
            "id": f"x{at + 1}",
            "number": at + 1,
            "kind": self.pick(words.DIFFERENCES),
            "summary": self.sentence(),
            "values": [
                {"value": f"{number} people", "asserted_by": self.id("parties"),
                 "passage": self.id("passages")}
                for number in (count, count - 1)
            ],
            "about": self.ids("chronology", 2),
        }  # fmt: skip

    def _gap(self, at: int) -> Bundle:
        return {
            "id": f"g{at + 1}",
            "number": at + 1,
            "missing": self.sentence(),
            "about": self.ids("parties", 2),
            "ask": self.pick(words.ORGANIZATIONS),
            "basis": self._basis(),
        }


_PARTY_MAKERS: dict[str, Callable[[_Maker, int], Bundle]] = {
    "person": _Maker._person,
    "group": _Maker._group,
    "organization": _Maker._organization,
    "state": _Maker._state,
    "body": _Maker._body,
}
