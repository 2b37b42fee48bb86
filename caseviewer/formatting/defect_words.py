"""The words for what is wrong with a citation: a few for lists, a sentence for pages."""

from collections.abc import Sequence

from caseviewer.citations.defects import Concerns, Defect, DefectKind
from caseviewer.formatting.translate import tr

_SHORT = {
    DefectKind.NO_ADDRESS: "no web address",
    DefectKind.DEAD_ADDRESS: "dead web address",
    DefectKind.NO_BREAK_SPACES: "{found} no-break spaces",
    DefectKind.NO_DATE: "no date",
    DefectKind.NOT_ACCESSED: "date of access missing",
    DefectKind.ACCESSED_TOO_EARLY: "read before it was updated",
    DefectKind.SESSION: "symbol and session differ",
    DefectKind.COUNTED: "paragraphs counted",
    DefectKind.REPUBLISHER_UNNAMED: "republisher not named",
    DefectKind.COPY_AS_ORIGINAL: "copy cited as original",
    DefectKind.NO_AUTHOR: "no author",
    DefectKind.NO_TITLE: "no title",
}
_SENTENCES = {
    DefectKind.NO_ADDRESS: "The source was read online, but no web address is known.",
    DefectKind.DEAD_ADDRESS: "The web address no longer leads to the source.",
    DefectKind.NO_BREAK_SPACES: (
        "The source’s own citation holds {found} no-break spaces, which look like spaces"
        " and are not found as such."
    ),
    DefectKind.NO_DATE: "No date of publication is known.",
    DefectKind.NOT_ACCESSED: "There is a web address, but not the day on which it was read.",
    DefectKind.ACCESSED_TOO_EARLY: "The page was last updated after the day on which it was read.",
    DefectKind.SESSION: "The symbol {found} is not one of session {other}.",
    DefectKind.COUNTED: "The paragraphs were counted; the source prints no numbers.",
    DefectKind.REPUBLISHER_UNNAMED: (
        "The source’s own citation does not name {found}, from whose copy the source was read."
    ),
    DefectKind.COPY_AS_ORIGINAL: (
        "A copy was read, and it is not known whose; it is cited as if it were the original."
    ),
    DefectKind.NO_AUTHOR: "No author is known.",
    DefectKind.NO_TITLE: "No title is known.",
}
_OWN_ADDRESS = "The source’s own citation promises a web address and gives none."


def defect_sentence(defect: Defect) -> str:
    """What is wrong, in a sentence."""
    if defect.kind is DefectKind.NO_ADDRESS and defect.concerns is Concerns.OWN:
        return tr(_OWN_ADDRESS)
    if defect.kind is DefectKind.NO_BREAK_SPACES and defect.found == "1":
        return tr(
            "The source’s own citation holds a no-break space, which looks like a space and is"
            " not found as one."
        )
    return tr(_SENTENCES[defect.kind], found=defect.found, other=defect.other)


def defect_list(defects: Sequence[Defect]) -> str:
    """What is wrong, in a few words: "no web address, paragraphs counted"."""
    return ", ".join(dict.fromkeys(map(_short, defects)))


def _short(defect: Defect) -> str:
    if defect.kind is DefectKind.NO_BREAK_SPACES and defect.found == "1":
        return tr("a no-break space")
    return tr(_SHORT[defect.kind], found=defect.found)
