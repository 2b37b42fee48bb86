"""The words that people read for the closed lists of the format."""

from enum import StrEnum

from caseviewer.formatting.translate import tr
from caseviewer.model.deadlines import DeadlineState
from caseviewer.model.kinds import (
    ChainLink,
    CountingRule,
    DateBasis,
    DifferenceKind,
    EventKind,
    Footing,
    Fulfilment,
    Identity,
    Knowledge,
    LocatorLabel,
    Mode,
    Nature,
    Numbering,
    Outcome,
    PartyKind,
    ProceedingKind,
    ProceedingStatus,
    Qualifier,
    RelationKind,
    Role,
    Sense,
    SourceKind,
    Standing,
    UrlStatus,
    WithheldBy,
)
from caseviewer.model.opened import Change, Checked, DocumentPresence, Folding, PassageState, ReadAs
from caseviewer.model.problems import Severity
from caseviewer.model.references import Kind
from caseviewer.model.sides import Side

_SPECIAL: tuple[tuple[StrEnum, str], ...] = (
    (PartyKind.STATE, "State"),
    (Identity.ANONYMOUS, "anonymous"),
    (WithheldBy.SOURCE, "name withheld by the source"),
    (WithheldBy.DECIDING_BODY, "name withheld by the deciding body"),
    (WithheldBy.BUNDLE, "name withheld in this file"),
    (Qualifier.EXACT, ""),
    (Role.STATE_PARTY, "State party"),
    (Role.SENDING_STATE, "sending State"),
    (Role.RECEIVING_STATE, "receiving State"),
    (ProceedingKind.INTER_STATE, "inter-State communication"),
    (ProceedingKind.INTERNATIONAL_COURT, "case before an international court"),
    (ProceedingKind.DOMESTIC_COURT, "case before a domestic court"),
    (Outcome.VIOLATION, "violation found"),
    (Outcome.NO_VIOLATION, "no violation found"),
    (Outcome.MIXED, "violation found in part"),
    (EventKind.LAW_CHANGE, "change of law"),
    (EventKind.ILL_TREATMENT, "ill-treatment"),
    (EventKind.ASYLUM, "asylum and refugee status"),
    (EventKind.OTHER, "other event"),
    (CountingRule.CALENDAR_DAYS, "calendar days, the day of the start not counted"),
    (
        CountingRule.CLEAR_DAYS,
        "clear days, neither the day of the start nor of the act counted",
    ),
    (CountingRule.FRCP_6A, "Fed. R. Civ. P. 6(a)"),
    (CountingRule.EU_1182_71, "Regulation (EEC, Euratom) No 1182/71"),
    (Fulfilment.NOT_RECORDED, "no reply recorded in this file"),
    (Fulfilment.FULFILLED_LATE, "fulfilled, but late"),
    (Fulfilment.PARTLY_FULFILLED, "fulfilled in part"),
    (Mode.DIRECT, "direct quotation"),
    (Mode.INDIRECT, "indirect speech"),
    (Knowledge.OWN, "own knowledge"),
    (Knowledge.RELAYED, "relays what others said"),
    (SourceKind.TREATY_BODY_DECISION, "treaty-body decision"),
    (SourceKind.UN_DOCUMENT, "UN report or resolution"),
    (SourceKind.INTERNATIONAL_JUDGMENT, "judgment of an international court"),
    (SourceKind.NATIONAL_JUDGMENT, "judgment of a national court"),
    (SourceKind.NGO_REPORT, "NGO report"),
    (SourceKind.INTERVIEW, "interview or statement"),
    (SourceKind.SUBMISSION, "submission or letter on file"),
    (Nature.ADVANCE, "advance unedited version"),
    (Nature.DERIVATIVE_COPY, "copy made by a republisher"),
    (UrlStatus.GIVEN, "address given"),
    (UrlStatus.NOT_PRINTED, "missing, as the source prints none"),
    (UrlStatus.DEAD, "address no longer answers"),
    (UrlStatus.ARCHIVED, "address of an archived copy"),
    (UrlStatus.NOT_ONLINE, "not published on the web"),
    (Numbering.PRINTED, "numbers printed in the document"),
    (Numbering.COUNTED, "counted, as no numbers are printed"),
    (Numbering.NONE, "not numbered"),
    (DifferenceKind.COPY, "copy of the same work"),
    (ChainLink.SAID, "said it"),
    (ChainLink.RELAYED, "passed it on"),
    (ChainLink.RECORDED, "wrote it down"),
    (ChainLink.TRANSLATED, "translated it"),
    (ChainLink.PUBLISHED, "published it"),
    (ChainLink.REPUBLISHED, "republished it"),
    (DocumentPresence.MATCHES, "here, hash matches"),
    (DocumentPresence.DIFFERS, "here, but its hash differs from the recorded one"),
    (DocumentPresence.NOT_HERE, "not here"),
    (DocumentPresence.REFUSED, "refused"),
    (DocumentPresence.UNREADABLE, "here, but it cannot be read"),
    (PassageState.UNCHECKED, "not checked"),
    (PassageState.MOVED, "moved: the words stand elsewhere in the document"),
    (PassageState.AMBIGUOUS, "ambiguous: the words stand in several places"),
    (PassageState.IN_OTHER_COPY, "not verified: the words stand in a copy that differs"),
    (Change.SAME, "the same"),
    (Change.ONLY_QUOTED, "quoted here"),
    (Change.ONLY_THERE, "in the document"),
    (Checked.DONE, "not checked"),
    (Checked.UNDER_WAY, "being checked"),
    (Checked.STOPPED, "not checked, as this was stopped"),
    (Folding.SPACES, "spaces and line breaks"),
    (Folding.UNSEEN, "hyphens at the end of lines"),
    (Folding.MARKS, "the shape of quotation marks"),
    (Folding.ACCENTS, "the coding of accents"),
    (ReadAs.PDF, "PDF"),
    (ReadAs.WEB_PAGE, "a saved web page, read as text"),
    (DeadlineState.ENDING, "may be over"),
    (DeadlineState.UNKNOWN, "end not known"),
    (Severity.STOP, "cannot be opened"),
    (Severity.SET_ASIDE, "set aside"),
    (Severity.WARN, "shown, with a mark"),
    (Side.DECIDING, "Deciding body"),
    (Side.COMPLAINANTS, "Complainants’ side"),
    (Side.STATES, "States and authorities"),
    (Side.WITNESSES, "Witnesses and experts"),
    (Side.PUBLISHING, "Reporters and publishers"),
    (Side.OTHERS, "Others"),
)
"""Where the words are not simply the value with spaces."""

_TOWARDS: dict[RelationKind, str] = {
    RelationKind.REPRESENTS: "represents this party",
    RelationKind.HEADS: "heads it",
    RelationKind.WORKS_FOR: "works for it",
    RelationKind.MEMBER_OF: "is a member of it",
    RelationKind.PART_OF: "is part of it",
    RelationKind.PARENT_OF: "parent of this party",
    RelationKind.RELATIVE_OF: "relative of this party",
}

_ENUMERATIONS: tuple[type[StrEnum], ...] = (
    Change,
    ChainLink,
    Checked,
    CountingRule,
    DateBasis,
    DeadlineState,
    DifferenceKind,
    DocumentPresence,
    EventKind,
    Footing,
    Folding,
    Fulfilment,
    Identity,
    Knowledge,
    LocatorLabel,
    Mode,
    Nature,
    Numbering,
    Outcome,
    PartyKind,
    PassageState,
    ProceedingKind,
    ProceedingStatus,
    Qualifier,
    ReadAs,
    RelationKind,
    Role,
    Sense,
    Severity,
    Side,
    SourceKind,
    Standing,
    UrlStatus,
    WithheldBy,
)

# Members of different StrEnums may be equal as strings, so the type is part of the key.
_WORDS: dict[tuple[type[StrEnum], str], str] = {
    (kind, member.value): member.value.replace("_", " ")
    for kind in _ENUMERATIONS
    for member in kind
}
_WORDS.update({(type(member), member.value): words for member, words in _SPECIAL})


_NOUNS = {
    Kind.PROCEEDING: ("proceeding", "proceedings"),
    Kind.PARTY: ("party", "parties"),
    Kind.EVENT: ("event", "events"),
    Kind.DEADLINE: ("deadline", "deadlines"),
    Kind.QUOTATION: ("quotation", "quotations"),
    Kind.SOURCE: ("source", "sources"),
    Kind.PASSAGE: ("passage", "passages"),
    Kind.DIFFERENCE: ("difference", "differences"),
    Kind.GAP: ("gap", "gaps"),
}


def word(value: StrEnum) -> str:
    """The words for a value of a closed list, in lower case but for proper names."""
    return tr(_WORDS[type(value), value.value])


def heading_word(value: StrEnum) -> str:
    """The words for a value, with a capital letter for the head of a group."""
    words = word(value)
    return words[:1].upper() + words[1:]


def noun(kind: Kind, count: int) -> str:
    """What so many records of a kind are called."""
    return tr(_NOUNS[kind][count != 1])


def towards_word(value: RelationKind) -> str:
    """The words for a relation, on the page of the party that it points at."""
    return tr(_TOWARDS[value])
