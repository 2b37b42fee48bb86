"""Which parts a quotation is copied with for a brief."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from caseviewer.formatting.translate import tr


@dataclass(frozen=True, slots=True)
class BriefParts:
    """The parts of a copy: each is there or left out.

    counted: the word that paragraphs were counted. marks: the quotation marks that enclose the
    whole are typographic, else straight.
    """

    attribution: bool = True
    sic: bool = True
    speaker: bool = True
    ladder: bool = True
    citation: bool = True
    counted: bool = True
    translation: bool = True
    disclaimer: bool = False
    marks: bool = True


PART_NAMES = tuple(field.name for field in fields(BriefParts))
"""The names of the parts, as they are remembered and typed."""

_WORDS = {
    "attribution": "What stands between, as printed: she said",
    "sic": "[sic]",
    "speaker": "Who said it",
    "ladder": "Through whom it came",
    "citation": "Citation",
    "counted": "That paragraphs were counted",
    "translation": "Translation",
    "disclaimer": "Disclaimer of the source",
    "marks": "Typographic quotation marks “ ”",
}


def part_words(name: str) -> str:
    """What a part is called in menus."""
    return tr(_WORDS[name])


def brief_parts(chosen: Mapping[str, bool]) -> BriefParts:
    """The parts as they were chosen; what is not named is as usual, unknown names are passed by."""
    known = {name: bool(chosen[name]) for name in PART_NAMES if name in chosen}
    return BriefParts(**known)


def chosen_parts(parts: BriefParts) -> dict[str, bool]:
    """The parts as they are remembered."""
    return asdict(parts)


def switched_off(parts: BriefParts) -> str:
    """What is left out of a copy that is usually in it, in words; empty where it is as usual."""
    usual, chosen = chosen_parts(BriefParts()), chosen_parts(parts)
    return ", ".join(part_words(name) for name in PART_NAMES if usual[name] and not chosen[name])
