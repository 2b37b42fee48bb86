"""The closed lists of words in a bundle; each value stands in the file as it is here.

Roles, kinds of event and the standing of a statement follow the words of the HURIDOCS
events formats where these have one; locators follow the terms of CSL 1.0.2.
"""

from enum import StrEnum


class PartyKind(StrEnum):
    """What sort of party this is."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    STATE = "state"
    BODY = "body"


class Identity(StrEnum):
    """How much is known, and shown, of who a party is."""

    NAMED = "named"
    PSEUDONYM = "pseudonym"
    ANONYMOUS = "anonymous"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"
    REDACTED = "redacted"


class WithheldBy(StrEnum):
    """Who keeps a name back."""

    SOURCE = "source"
    DECIDING_BODY = "deciding_body"
    BUNDLE = "bundle"


class Qualifier(StrEnum):
    """How exact a count is."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Footing(StrEnum):
    """Whether a source says it or the compiler concludes it."""

    STATED = "stated"
    INFERRED = "inferred"


class Role(StrEnum):
    """What a party is in a proceeding or does in an event."""

    DECIDING_BODY = "deciding_body"
    JUDGE = "judge"
    COMPLAINANT = "complainant"
    ALLEGED_VICTIM = "alleged_victim"
    REPRESENTATIVE = "representative"
    RELATIVE = "relative"
    STATE_PARTY = "state_party"
    SENDING_STATE = "sending_state"
    RECEIVING_STATE = "receiving_state"
    AUTHORITY = "authority"
    ALLEGED_PERPETRATOR = "alleged_perpetrator"
    WITNESS = "witness"
    EXPERT = "expert"
    INTERVENING_PARTY = "intervening_party"
    REPORTER = "reporter"
    PUBLISHER = "publisher"
    REPUBLISHER = "republisher"
    RECIPIENT = "recipient"
    MENTIONED = "mentioned"


class RelationKind(StrEnum):
    """How one party stands to another; read as "this party … that party"."""

    REPRESENTS = "represents"
    HEADS = "heads"
    WORKS_FOR = "works_for"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    PARENT_OF = "parent_of"
    RELATIVE_OF = "relative_of"


class ProceedingKind(StrEnum):
    """The procedure before a body or a court."""

    INDIVIDUAL_COMMUNICATION = "individual_communication"
    INQUIRY = "inquiry"
    INTER_STATE = "inter_state"
    INTERNATIONAL_COURT = "international_court"
    DOMESTIC_COURT = "domestic_court"


class ProceedingStatus(StrEnum):
    """Where a proceeding stands on the day up to which the file speaks."""

    SUBMITTED = "submitted"
    REGISTERED = "registered"
    PENDING = "pending"
    DECIDED = "decided"
    DISCONTINUED = "discontinued"


class Outcome(StrEnum):
    """What a body decided."""

    VIOLATION = "violation"
    NO_VIOLATION = "no_violation"
    MIXED = "mixed"
    INADMISSIBLE = "inadmissible"
    SETTLED = "settled"


class EventKind(StrEnum):
    """What sort of thing happened."""

    LAW_CHANGE = "law_change"
    ASYLUM = "asylum"
    SEARCH = "search"
    ARREST = "arrest"
    DETENTION = "detention"
    ILL_TREATMENT = "ill_treatment"
    EXTRADITION = "extradition"
    RELEASE = "release"
    DEATH = "death"
    COMPLAINT = "complaint"
    INTERIM_MEASURE = "interim_measure"
    SUBMISSION = "submission"
    HEARING = "hearing"
    TRIAL = "trial"
    APPEAL = "appeal"
    DECISION = "decision"
    CORRESPONDENCE = "correspondence"
    VISIT = "visit"
    STATEMENT = "statement"
    PUBLICATION = "publication"
    OTHER = "other"


class Standing(StrEnum):
    """How an event stands: what the sources make of it, never what the program does."""

    ALLEGED = "alleged"
    ANNOUNCED = "announced"
    FOUND = "found"
    DISPUTED = "disputed"
    UNDISPUTED = "undisputed"


class DateBasis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    BOUNDED = "bounded"
    INFERRED = "inferred"
    COMPUTED = "computed"


class Sense(StrEnum):
    """Whether an interval was filled by the event or only holds it."""

    THROUGHOUT = "throughout"
    SOME_TIME_WITHIN = "some_time_within"


class CountingRule(StrEnum):
    """How the days of a period are counted."""

    CALENDAR_DAYS = "calendar_days"
    CLEAR_DAYS = "clear_days"
    FRCP_6A = "frcp_6a"
    EU_1182_71 = "eu_1182_71"


class Fulfilment(StrEnum):
    """Whether what was owed was done, by what this file records."""

    NOT_RECORDED = "not_recorded"
    FULFILLED = "fulfilled"
    FULFILLED_LATE = "fulfilled_late"
    PARTLY_FULFILLED = "partly_fulfilled"
    NOT_FULFILLED = "not_fulfilled"


class Mode(StrEnum):
    """How the source gives the words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    PARAPHRASE = "paraphrase"


class Knowledge(StrEnum):
    """What stands behind a statement."""

    OWN = "own"
    RELAYED = "relayed"
    OPINION = "opinion"
    ANNOUNCEMENT = "announcement"
    FINDING = "finding"


class ChainLink(StrEnum):
    """What one rung did with the words on their way from the mouth to the page."""

    SAID = "said"
    RELAYED = "relayed"
    RECORDED = "recorded"
    TRANSLATED = "translated"
    PUBLISHED = "published"
    REPUBLISHED = "republished"


class SourceKind(StrEnum):
    """What sort of source this is, as far as a citation style tells them apart."""

    TREATY_BODY_DECISION = "treaty_body_decision"
    TREATY = "treaty"
    UN_DOCUMENT = "un_document"
    INTERNATIONAL_JUDGMENT = "international_judgment"
    NATIONAL_JUDGMENT = "national_judgment"
    STATUTE = "statute"
    NGO_REPORT = "ngo_report"
    NEWS_REPORT = "news_report"
    BOOK = "book"
    JOURNAL_ARTICLE = "journal_article"
    INTERVIEW = "interview"
    SUBMISSION = "submission"


class Nature(StrEnum):
    """What the captured copy is to the work."""

    ORIGINAL = "original"
    DERIVATIVE_COPY = "derivative_copy"
    TRANSLATION = "translation"
    ADVANCE = "advance"


class UrlStatus(StrEnum):
    """What became of a source's web address."""

    GIVEN = "given"
    NOT_PRINTED = "not_printed"
    DEAD = "dead"
    ARCHIVED = "archived"
    NOT_ONLINE = "not_online"


class Numbering(StrEnum):
    """Where the paragraph numbers of a document come from."""

    PRINTED = "printed"
    COUNTED = "counted"
    NONE = "none"


class LocatorLabel(StrEnum):
    """What a place in a source is counted in (terms of CSL 1.0.2)."""

    PARAGRAPH = "paragraph"
    PAGE = "page"
    ARTICLE = "article"
    SECTION = "section"
    CHAPTER = "chapter"
    LINE = "line"
    NOTE = "note"
    FIGURE = "figure"
    APPENDIX = "appendix"


class DifferenceKind(StrEnum):
    """What sort of disagreement two statements have."""

    CONTRADICTION = "contradiction"
    UNEXPLAINED = "unexplained_difference"
    QUANTITY = "different_quantity"
    PRECISION = "precision"
    SPELLING = "spelling"
    IDENTIFIER = "identifier_variant"
    LEGAL_BASIS = "legal_basis"
    COPY = "copy"
    SUPERSEDED = "superseded"
