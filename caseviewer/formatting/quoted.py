"""How the words of a quotation read: fragments and attribution as printed, with [sic]."""

from caseviewer.formatting.translate import tr
from caseviewer.model.kinds import ChainLink, Mode
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Fragment, Quotation
from caseviewer.model.sources import Passage


def marked_sic(words: str, sic: tuple[str, ...]) -> str:
    """The words with [sic] behind each phrase that stands so in the source."""
    for phrase in sic:
        at = words.find(phrase)
        if at >= 0:
            end = at + len(phrase)
            words = f"{words[:end]} [sic]{words[end:]}"
    return words


def fragment_words(opened: OpenedCase, fragment: Fragment) -> str | None:
    """The words of a fragment to the letter; None where the file does not hold them."""
    passage = opened.index.get(fragment.passage)
    if isinstance(passage, Passage) and passage.selector is not None:
        return passage.selector.exact
    return None


def fragment_passages(opened: OpenedCase, quotation: Quotation) -> list[Passage]:
    """The passages that hold the fragments of a quotation, as far as they are in the file."""
    found = (opened.index.get(fragment.passage) for fragment in quotation.fragments)
    return [passage for passage in found if isinstance(passage, Passage)]


def quotation_text(opened: OpenedCase, quotation: Quotation) -> str:
    """A quotation on one line: “fragment,” she said. “Fragment.” or the compiler's account."""
    if quotation.mode is not Mode.DIRECT and quotation.text is not None:
        return quotation.text
    parts = []
    for fragment in quotation.fragments:
        words = fragment_words(opened, fragment)
        shown = tr("[words not in this file]") if words is None else words
        parts.append(f"“{marked_sic(shown, fragment.sic)}”")
        if fragment.attribution is not None:
            parts.append(fragment.attribution)
    return " ".join(parts) or quotation.text or tr("[words not in this file]")


def speaker_id(quotation: Quotation) -> str | None:
    """The party whose words they are: the mouth, where the chain begins with it."""
    if quotation.chain and quotation.chain[0].link is ChainLink.SAID:
        return quotation.chain[0].party
    return None
