"""Hearsay: through how many mouths words came before somebody wrote them down."""

from caseviewer.formatting.quoted import speaker_id
from caseviewer.formatting.translate import tr
from caseviewer.model.kinds import ChainLink
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation

MOST_RELAYED = 10
"""Beyond so many mouths hearsay is not told apart."""
_MOST_INSIDE = 20
"""How far speech is followed outwards; a faulty file may lead in a circle."""


def times_relayed(opened: OpenedCase, quotation: Quotation) -> int | None:
    """How often the words were passed on by mouth; None where their way is not given.

    Words inside the speech of somebody else were passed on by that speaker, also where the
    chain does not say so. No more than ten times are told apart.
    """
    if not quotation.chain:
        return None
    times = min(len(relayers(opened, quotation)), MOST_RELAYED)
    # A way that does not start with the mouth leaves open what was before it.
    return None if not times and quotation.chain[0].link is not ChainLink.SAID else times


def relayers(opened: OpenedCase, quotation: Quotation) -> tuple[str | None, ...]:
    """Who passed the words on by mouth, the one nearest to it first; None is somebody unknown.

    The chain says so, or the speech that the words stand in: whichever knows of more.
    """
    most: tuple[str | None, ...] = ()
    outwards: tuple[str | None, ...] = ()
    inner = quotation
    for _ in range(_MOST_INSIDE):
        rungs = (rung.party for rung in inner.chain if rung.link is ChainLink.RELAYED)
        most = max(most, (*outwards, *rungs), key=len)
        outer = None if inner.inside is None else opened.index.get(inner.inside)
        if not isinstance(outer, Quotation):
            break
        if not _is_same_speaker(inner, outer):
            outwards = (*outwards, speaker_id(outer))
        inner = outer
    return max(most, outwards, key=len)


def hearsay_words(opened: OpenedCase, quotation: Quotation) -> str:
    """Through how many mouths the words came: "first-hand", "relayed once", "way not given"."""
    times = times_relayed(opened, quotation)
    return tr("way not given") if times is None else depth_words(times)


def depth_words(times: int) -> str:
    """How often words were relayed: "first-hand", "relayed once", "relayed 3 times"."""
    if times >= MOST_RELAYED:
        return tr("relayed ten times or more")
    if times > 2:
        return tr("relayed {times} times", times=times)
    return (tr("first-hand"), tr("relayed once"), tr("relayed twice"))[times]


def _is_same_speaker(inner: Quotation, outer: Quotation) -> bool:
    speaker = speaker_id(inner)
    return speaker is not None and speaker == speaker_id(outer)


DEPTHS = tuple(map(depth_words, range(MOST_RELAYED + 1)))
"""Every depth that is told apart, the least first."""
