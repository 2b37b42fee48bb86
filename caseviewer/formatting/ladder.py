"""The ladder of a quotation: from the mouth to the page, and the speech that hangs on a rung.

A rung is unknown where the file does not say who stands on it, and where a way does not
begin with a mouth or end with a page. Words that stand inside this quotation hang below
its mouth; a quotation that carries this one hangs below the rung that passed it on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from caseviewer.formatting.hearsay import depth_words, times_relayed
from caseviewer.formatting.names import name_within
from caseviewer.formatting.origins import counted_line
from caseviewer.formatting.page import Look, Mark, PageBuilder, Span, Spans, joined
from caseviewer.formatting.quoted import speaker_id
from caseviewer.formatting.record_titles import link, stated
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.dated import Date
from caseviewer.model.kinds import ChainLink, DateBasis, Identity
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation, Rung
from caseviewer.model.references import How

DEEPEST = 4
"""How many levels of speech inside speech one ladder shows, inwards and outwards."""

_SPOKEN = frozenset({ChainLink.SAID, ChainLink.RELAYED})


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation that hangs on a rung: inside the words of the page, or their carrier.

    `level` is 1 right below the rung, and `more` tells that it goes on beyond what is shown.
    """

    quotation: Quotation
    carries: bool
    level: int = 1
    more: bool = False


@dataclass(frozen=True, slots=True)
class LadderRung:
    """One step: who did what with the words, when; `read` is the page that was read."""

    party: str | None
    link: ChainLink | None
    when: str = ""
    note: str = ""
    known: bool = False
    read: bool = False
    hanging: tuple[Speech, ...] = ()

    @property
    def did(self) -> str:
        """What was done with the words; without a link only that they reached a page."""
        return tr("wrote or published it") if self.link is None else word(self.link)

    @property
    def mark(self) -> Mark:
        """What the picture shows beside the words."""
        if self.read:
            return Mark.READ if self.known else Mark.READ_UNKNOWN
        return Mark.KNOWN if self.known else Mark.UNKNOWN


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs from the mouth to the page; `loose` is speech that has no rung to hang on."""

    rungs: tuple[LadderRung, ...] = ()
    loose: tuple[Speech, ...] = ()


def ladder(opened: OpenedCase, quotation: Quotation) -> Ladder:
    """The ladder of a quotation."""
    rungs = list(_rungs(opened, quotation.chain))
    carriers, inner = _carriers(opened, quotation), _inner(opened, quotation)
    if not rungs:
        return Ladder((), (*carriers, *inner))
    hanging: list[list[Speech]] = [[] for _ in rungs]
    for carrier in carriers:
        hanging[_place_of(carrier, rungs)].append(carrier)
    hanging[0] += inner
    return Ladder(
        tuple(replace(rung, hanging=tuple(hung)) for rung, hung in zip(rungs, hanging, strict=True))
    )


def _rungs(opened: OpenedCase, chain: tuple[Rung, ...]) -> Iterator[LadderRung]:
    if chain and chain[0].link is not ChainLink.SAID:
        yield LadderRung(None, ChainLink.SAID, note=tr("not given in this file"))
    for at, rung in enumerate(chain, start=1):
        yield LadderRung(
            party=rung.party,
            link=rung.link,
            when=_date_words(rung.date),
            note=rung.note or "",
            known=_is_known(opened, rung.party),
            read=at == len(chain) and rung.link not in _SPOKEN,
        )
    if chain and chain[-1].link in _SPOKEN:
        yield LadderRung(None, None, note=tr("not given in this file"))


def _date_words(date: Date | None) -> str:
    """The date of a rung, and what it rests on where the source does not state it."""
    if date is None:
        return ""
    words = stated(date)
    return words if date.basis is DateBasis.STATED else f"{words}, {word(date.basis)}"


def _is_known(opened: OpenedCase, party_id: str | None) -> bool:
    party = opened.index.get(party_id)
    return isinstance(party, Party) and party.identity is not Identity.UNKNOWN


# Speech inside speech: `inside` may lead in a circle, and far, in a faulty file.


def _carriers(opened: OpenedCase, quotation: Quotation) -> list[Speech]:
    """The quotations that this one stands inside, the nearest first."""
    found: list[Speech] = []
    seen = {quotation.id}
    while True:
        outer = opened.index.get(quotation.inside)
        if not isinstance(outer, Quotation) or outer.id in seen:
            return found
        if len(found) == DEEPEST:
            found[-1] = replace(found[-1], more=True)
            return found
        found.append(Speech(outer, carries=True))
        seen.add(outer.id)
        quotation = outer


def _inner(opened: OpenedCase, quotation: Quotation) -> list[Speech]:
    """The quotations that stand inside this one, each followed by those inside it."""
    found: list[Speech] = []
    seen = {quotation.id}
    waiting = [(quotation, 0)]
    while waiting:
        carrier, level = waiting.pop()
        inside = [item for item in _right_inside(opened, carrier) if item.id not in seen]
        too_deep = level == DEEPEST
        if level:
            found.append(
                Speech(carrier, carries=False, level=level, more=too_deep and bool(inside))
            )
        if not too_deep:
            seen.update(item.id for item in inside)
            waiting += [(item, level + 1) for item in reversed(inside)]
    return found


def _right_inside(opened: OpenedCase, quotation: Quotation) -> list[Quotation]:
    return [
        mention.by
        for mention in opened.index.mentions(quotation.id)
        if mention.how is How.INSIDE and isinstance(mention.by, Quotation)
    ]


def _place_of(carrier: Speech, rungs: list[LadderRung]) -> int:
    """The rung that passed the words on in a carrier's speech; the mouth where none did."""
    speaker = speaker_id(carrier.quotation)
    for at, rung in enumerate(rungs):
        if rung.link is ChainLink.RELAYED and speaker is not None and rung.party == speaker:
            return at
    return 0


# In words.


def add_ladder(builder: PageBuilder, opened: OpenedCase, quotation: Quotation) -> None:
    """The ladder on a page: what it comes to, its rungs, and how many records there are."""
    shown = ladder(opened, quotation)
    builder.heading(tr("From the mouth to the page"))
    known = (relayed_words(opened, quotation), word(quotation.knowledge))
    builder.note(" · ".join(known))
    for rung in shown.rungs:
        builder.rung(rung_line(opened, rung), rung.mark)
        _add_speech(builder, opened, rung.hanging)
    _add_speech(builder, opened, shown.loose)
    builder.note(counted_line(opened, quotation))


def _add_speech(builder: PageBuilder, opened: OpenedCase, hanging: Iterable[Speech]) -> None:
    for speech in hanging:
        known = speech.carries or _is_known(opened, speaker_id(speech.quotation))
        mark = Mark.SPEECH if known else Mark.UNKNOWN
        builder.rung(speech_line(opened, speech), mark, level=speech.level)


def rung_line(opened: OpenedCase, rung: LadderRung) -> Spans:
    """A rung in words: "P13 The Press: published it, 26 June 2012 · the page that was read"."""
    did = ", ".join(filter(None, (rung.did, rung.when)))
    spans = [*_who(opened, rung.party), Span(f": {did}")]
    if rung.note:
        spans.append(Span(f" ({rung.note})"))
    if rung.read:
        spans.append(Span(tr(" · the page that was read"), None, Look.MUTED))
    return tuple(spans)


def speech_line(opened: OpenedCase, speech: Speech) -> Spans:
    """What hangs on a rung, in words: whose speech it is, and how far that was passed on."""
    quoted = link(opened, speech.quotation.id)
    if speech.carries:
        more = tr(" · which stands inside other speech") if speech.more else ""
        parts: list[Spans] = [(Span(tr("these words stand inside ")),), quoted]
    else:
        more = tr(" · which carries other speech") if speech.more else ""
        relayed = Span(f", {relayed_words(opened, speech.quotation)}: ")
        speaker = _who(opened, speaker_id(speech.quotation))
        parts = [(Span(tr("inside it, ")),), speaker, (relayed,), quoted]
    return joined([*parts, (Span(more, None, Look.MUTED),)] if more else parts, "")


def _who(opened: OpenedCase, party_id: str | None) -> Spans:
    if party_id is None:
        return (Span(tr("unknown"), None, Look.WARNING),)
    return link(opened, party_id)


def relayed_words(opened: OpenedCase, quotation: Quotation) -> str:
    """How far the words came by mouth: "first-hand to the reporter", "relayed once"."""
    if not quotation.chain:
        return tr("the way from the mouth to the page is not given")
    times = times_relayed(opened, quotation)
    if times is None:
        return tr("how far it came by mouth is not given")
    return depth_words(times) if times else _first_hand(opened, quotation)


def _first_hand(opened: OpenedCase, quotation: Quotation) -> str:
    writers = (rung.party for rung in quotation.chain if rung.link is ChainLink.RECORDED)
    writer = opened.index.get(next(writers, None))
    if isinstance(writer, Party):
        return tr("first-hand to {writer}", writer=name_within(writer))
    return tr("first-hand to the one who wrote it down")


def ladder_sentence(opened: OpenedCase, quotation: Quotation) -> str:
    """The ladder in one sentence, for lists and for those who do not see the picture."""
    steps = [_step_words(opened, rung) for rung in _rungs(opened, quotation.chain)]
    words = "; ".join([*steps, relayed_words(opened, quotation)])
    return f"{words[:1].upper()}{words[1:]}."


def _step_words(opened: OpenedCase, rung: LadderRung) -> str:
    party = opened.index.get(rung.party)
    who = name_within(party) if isinstance(party, Party) else tr("somebody unknown")
    when = f" ({rung.when})" if rung.when else ""
    return tr("{who} {did}{when}", who=who, did=rung.did, when=when)
