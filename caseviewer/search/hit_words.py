"""The words for what a search found, why, and where it looked."""

from caseviewer.formatting.names import language_name
from caseviewer.formatting.translate import tr
from caseviewer.search.hits import Because, Reason

_ADVERBIAL = ("as", "at", "before", "by", "from", "in", "on", "since", "until", "used")


def reason_words(reason: Reason) -> str:
    """Why a hit was found; empty where it holds just what was typed."""
    match reason.because:
        case Because.NUMBER:
            return tr("is {number}", number=reason.matched)
        case Because.VARIANT:
            return _variant_words(reason)
        case Because.DATE:
            return tr("its date may lie there: {date}", date=reason.matched)
        case Because.TRANSLITERATION | Because.NEAR:
            what = {"matched": reason.matched, "typed": reason.typed}
            return tr(_OTHER[reason.because], **what)
    return ""


_OTHER = {
    Because.TRANSLITERATION: "matched {matched}: a transliteration of {typed}",
    Because.NEAR: "matched {matched}: near to {typed}",
}


def _variant_words(reason: Reason) -> str:
    """What one form of a name is to another: by its note, else by its language."""
    what = {"matched": reason.matched, "of": reason.of}
    note = reason.note.partition(",")[0].strip()
    if note.split(" ")[0].lower() in _ADVERBIAL:
        return tr("matched {matched}: {of} {note}", note=note, **what)
    if note:
        return tr("matched {matched}: {note} of {of}", note=note, **what)
    if reason.language:
        language = language_name(reason.language)
        return tr("matched {matched}: {of} in {language}", language=language, **what)
    return tr("matched {matched}: another form of {of}", **what)
