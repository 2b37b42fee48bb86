"""Who said the words of a quotation, through whom they came, in one clause."""

from collections.abc import Iterator

from caseviewer.formatting.hearsay import relayers
from caseviewer.formatting.names import name_within, withheld_words
from caseviewer.formatting.quoted import speaker_id
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.kinds import Identity, Knowledge, PartyKind, RelationKind
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation
from caseviewer.model.references import How

_MOST = 3
"""So many functions, relayers or speakers are told one by one; more would be no clause."""
_SHORT_NAME = 3
"""A name of more words takes no apostrophe: "words of the nurse who came out"."""

_FUNCTIONS = {
    RelationKind.HEADS: "head of {name}",
    RelationKind.WORKS_FOR: "working for {name}",
    RelationKind.MEMBER_OF: "member of {name}",
    RelationKind.PART_OF: "part of {name}",
    RelationKind.REPRESENTS: "representing {name}",
}
_STATED = frozenset({Knowledge.OPINION, Knowledge.ANNOUNCEMENT, Knowledge.FINDING})
_PLAIN = frozenset({Identity.NAMED, Identity.UNNAMED})
_INSTITUTIONS = frozenset({PartyKind.ORGANIZATION, PartyKind.BODY})
_INSTITUTION_NOUNS = frozenset(
    {
        "Agency", "Association", "Board", "Bureau", "Center", "Centre", "Commission", "Committee",
        "Council", "Court", "Department", "Federation", "Foundation", "Institute", "League",
        "Ministry", "Office", "Organisation", "Organization", "Society", "Tribunal", "Union",
        "University",
    }
)  # fmt: skip
_SOUNDS_OTHERWISE = ("eu", "heir", "honest", "honour", "hour", "on", "u")
"""How words begin whose article cannot be told by their first letter: a user, an hour."""


def speaker_clause(
    opened: OpenedCase, quotation: Quotation, *, speaker: bool = True, ladder: bool = True
) -> str:
    """Who said it, as what, relaying whose words, and through whom it came.

    “one mother (anonymous: name withheld by the source), relaying a judge’s words”
    """
    parts: list[str] = []
    if speaker:
        parts += _speaker(opened, quotation)
    if ladder:
        parts += filter(None, (_relaying(opened, quotation), _relayed_by(opened, quotation)))
    return ", ".join(parts)


def _speaker(opened: OpenedCase, quotation: Quotation) -> Iterator[str]:
    party = opened.index.get(speaker_id(quotation))
    if isinstance(party, Party):
        yield _named(party)
        yield from _functions(opened, party)
    else:
        yield tr("speaker not known")
    if quotation.knowledge in _STATED:
        yield word(quotation.knowledge)


def _named(party: Party) -> str:
    """A party in a sentence, with what keeps its name from being one.

    That a party is unnamed is said by its description, "the judge".
    """
    name = name_within(party)
    return name if party.identity in _PLAIN else f"{name} ({withheld_words(party)})"


def _functions(opened: OpenedCase, party: Party) -> Iterator[str]:
    told = [relation for relation in party.relations if relation.kind in _FUNCTIONS]
    for relation in told[:_MOST]:
        other = opened.index.get(relation.to)
        if isinstance(other, Party):
            words = tr(_FUNCTIONS[relation.kind], name=_with_article(other))
            yield words if relation.note is None else f"{words} ({relation.note})"


def _with_article(party: Party) -> str:
    """The name behind a preposition: head of the Bureau, but head of Custody Watch."""
    name = name_within(party)
    institution = party.identity is Identity.NAMED and party.kind in _INSTITUTIONS
    named_so = not _INSTITUTION_NOUNS.isdisjoint(name.split())
    if institution and named_so and name.partition(" ")[0].casefold() != "the":
        return tr("the {name}", name=name)
    return name


def _who(opened: OpenedCase, party_id: str | None) -> str:
    party = opened.index.get(party_id)
    return _named(party) if isinstance(party, Party) else tr("an unknown person")


# Outwards: through whom the words came.


def _relayed_by(opened: OpenedCase, quotation: Quotation) -> str:
    """Who passed it on, the one who spoke last first: as relayed by X, who had it from Y."""
    way = [_who(opened, party) for party in relayers(opened, quotation)]
    if not way:
        return ""
    shown = way[::-1][:_MOST]
    words = tr(", who had it from ").join(shown)
    if len(way) > _MOST:
        words = tr("{words}, who had it through others", words=words)
    return tr("as relayed by {words}", words=words)


# Inwards: whose words are relayed.


def _relaying(opened: OpenedCase, quotation: Quotation) -> str:
    inner = _inner_speakers(opened, quotation)
    if not inner:
        relays = quotation.knowledge is Knowledge.RELAYED
        return tr("relaying what others said") if relays else ""
    party = opened.index.get(inner[0])
    if len(inner) == 1 and isinstance(party, Party) and _takes_apostrophe(party):
        return tr("relaying {name}’s words", name=_indefinite(party))
    names = [_within_words_of(opened, one) for one in inner[:_MOST]]
    if len(inner) > _MOST:
        names.append(tr("others"))
    *before, last = names
    words = tr("{names} and {last}", names=", ".join(before), last=last) if before else last
    return tr("relaying words of {names}", names=words)


def _inner_speakers(opened: OpenedCase, quotation: Quotation) -> list[str | None]:
    """Who speaks in the quotations right inside this one, each once, but its own speaker."""
    found: dict[str | None, None] = {}
    own = speaker_id(quotation)
    for mention in opened.index.mentions(quotation.id):
        if mention.how is How.INSIDE and isinstance(mention.by, Quotation):
            inner = speaker_id(mention.by)
            if inner is None or inner != own:
                found[inner] = None
    return list(found)


def _takes_apostrophe(party: Party) -> bool:
    name = party.name
    return (
        party.kind is PartyKind.PERSON
        and party.identity in _PLAIN
        and len(name.split()) <= _SHORT_NAME
        and name[-1].isalpha()
        and not name.casefold().endswith(("s", "x", "z"))
    )


def _within_words_of(opened: OpenedCase, party_id: str | None) -> str:
    party = opened.index.get(party_id)
    unnamed = isinstance(party, Party) and party.identity is Identity.UNNAMED
    if isinstance(party, Party) and unnamed and party.kind is PartyKind.PERSON:
        return _indefinite(party)
    return _who(opened, party_id)


def _indefinite(party: Party) -> str:
    """A judge, for one who was not spoken of before as "The judge"; other names as they are."""
    name = name_within(party)
    article, _, rest = name.partition(" ")
    start = rest.casefold()
    if party.identity is not Identity.UNNAMED or article != "the":
        return name
    if not start[:1].isalpha() or start.startswith(_SOUNDS_OTHERWISE):
        return name
    article = tr("an") if start.startswith(tuple("aeio")) else tr("a")
    return f"{article} {rest}"
