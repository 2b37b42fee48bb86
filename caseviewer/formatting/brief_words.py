"""The words of a quotation as a brief quotes them: fragments, attribution, what is left out."""

from caseviewer.formatting.brief_parts import BriefParts
from caseviewer.formatting.quoted import fragment_words, marked_sic
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.kinds import Mode
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Fragment, Quotation
from caseviewer.model.sources import Passage

LEFT_OUT = "[…]"
_AROUND = 8
"""So many spaces and quotation marks, at most, stand around an attribution."""
_MARKS = frozenset("\"'“”„‟‘’‚‹›«»")
_ENCLOSING = ('""', "“”")


def brief_words(opened: OpenedCase, quotation: Quotation, parts: BriefParts) -> str:
    """What was said, in quotation marks; an account of the compiler's has none and says so."""
    direct = quotation.mode is Mode.DIRECT
    if quotation.text is not None and not (direct and quotation.fragments):
        if direct:
            return tr("{words} (the compiler’s account)", words=quotation.text)
        mode = word(quotation.mode)
        return tr("{words} ({mode}: the compiler’s account)", words=quotation.text, mode=mode)
    quoted = _fragments(opened, quotation, parts) or lost_words()
    return quoted if direct else f"{quoted} ({word(quotation.mode)})"


def lost_words() -> str:
    """What stands for words that the file does not hold."""
    return tr("[words not in this file]")


def has_lost_words(opened: OpenedCase, quotation: Quotation) -> bool:
    """Whether words that are to be quoted are not in the file."""
    if quotation.mode is not Mode.DIRECT and quotation.text is not None:
        return False
    words = [fragment_words(opened, fragment) for fragment in quotation.fragments]
    return None in words or not (words or quotation.text)


def _fragments(opened: OpenedCase, quotation: Quotation, parts: BriefParts) -> str:
    pieces: list[str] = []
    before: Fragment | None = None
    for fragment in quotation.fragments:
        if before is not None and _is_left_out(opened, before, fragment, parts):
            pieces.append(LEFT_OUT)
        pieces.append(_quoted(opened, fragment, parts))
        if parts.attribution and fragment.attribution is not None:
            pieces.append(fragment.attribution)
        before = fragment
    return " ".join(pieces)


def _quoted(opened: OpenedCase, fragment: Fragment, parts: BriefParts) -> str:
    words = fragment_words(opened, fragment)
    if words is None:
        return lost_words()
    # Marks of the source that enclose all its words, and nothing else, are not set twice.
    inner = words[1:-1]
    if inner and words[0] + words[-1] in _ENCLOSING and not _MARKS_OF_SPEECH & set(inner):
        words = inner
    if parts.sic:
        words = marked_sic(words, fragment.sic)
    return f"“{words}”" if parts.marks else f'"{words}"'


_MARKS_OF_SPEECH = frozenset('"“”')


def _is_left_out(opened: OpenedCase, one: Fragment, other: Fragment, parts: BriefParts) -> bool:
    """Whether words of the source between two fragments are left out, or may be."""
    first, second = opened.index.get(one.passage), opened.index.get(other.passage)
    shown = one.attribution if parts.attribution else None
    if not isinstance(first, Passage) or not isinstance(second, Passage):
        return shown is None
    elsewhere = (first.source, first.locator) != (second.source, second.locator)
    if shown is None:
        return elsewhere or not _are_neighbours(first, second)
    if LEFT_OUT in shown:
        return False
    gap = _gap(first, second)
    return elsewhere or (gap is not None and not 0 <= gap <= len(shown) + _AROUND)


def _gap(first: Passage, second: Passage) -> int | None:
    """How many characters stand between two passages; None where that is not known."""
    if first.position is None or second.position is None:
        return None
    return second.position.start - first.position.end


def _are_neighbours(first: Passage, second: Passage) -> bool:
    """Whether nothing but spaces and quotation marks stands between two passages."""
    gap = _gap(first, second)
    if gap is None or gap < 0:
        return False
    after = "" if first.selector is None else first.selector.suffix
    before = "" if second.selector is None else second.selector.prefix
    for between in (after[:gap], before[len(before) - gap :] if gap <= len(before) else ""):
        if len(between) == gap:
            return all(sign.isspace() or sign in _MARKS for sign in between)
    return False
