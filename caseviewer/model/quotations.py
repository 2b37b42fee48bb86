"""Who said what, through whom: quotations, their fragments and their chain."""

from caseviewer.model.dated import Date
from caseviewer.model.kinds import ChainLink, Knowledge, Mode
from caseviewer.model.record_base import record
from caseviewer.model.scalars import Id, Language, Line, Many, Number, Text


@record
class Fragment:
    """A run of quoted words: the passage that holds them, to the letter.

    `attribution` holds the source's own words that follow outside the quotation marks
    ("she said."), with […] where some are left out. `sic` lists words in the fragment
    that stand so in the source; each occurs there exactly once.
    """

    passage: Id
    attribution: Line | None = None
    sic: Many[Line] = ()


@record
class Rung:
    """One step from the mouth to the page; a missing party is an unknown one."""

    party: Id | None = None
    link: ChainLink
    date: Date | None = None
    note: Line | None = None


@record
class Translation:
    """A translation of the quotation, and who made it."""

    text: Text
    language: Language
    by: Id | None = None
    note: Line | None = None


@record
class Quotation:
    """Words ascribed to somebody, from the mouth to the page.

    A direct quotation is its fragments; an indirect one or a paraphrase also has `text`,
    the compiler's account of it, and names with `fragments` where it stands. `inside`
    names the quotation that carries this one. The first rung of `chain` is the mouth,
    the last one the page that the compiler read.
    """

    id: Id
    number: Number | None = None
    mode: Mode
    knowledge: Knowledge
    fragments: Many[Fragment] = ()
    text: Text | None = None
    inside: Id | None = None
    chain: Many[Rung] = ()
    about: Many[Id] = ()
    language: Language | None = None
    translated_from: Language | None = None
    translations: Many[Translation] = ()
    note: Text | None = None
