"""The words for what the program looks for, and for what it found."""

from caseviewer.formatting.record_titles import record_title, stated
from caseviewer.formatting.translate import tr
from caseviewer.model.dated import Date
from caseviewer.model.events import Event
from caseviewer.model.opened import Checked, OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.reviewed import Compared, Finding, Rule, Sum, SumKind
from caseviewer.model.visible import cut

TITLES = {
    Rule.SAME_EVENT: "may be one event, dated differently",
    Rule.DECISION_DATE: "decision and its text dated differently",
    Rule.DECISION_FIRST: "decision before its complaint",
    Rule.TOLD_TOO_EARLY: "told before it happened",
    Rule.STEPS: "steps of a quotation in the wrong order",
    Rule.SPELLING: "another spelling than the preferred name",
    Rule.NEAR_SPELLING: "may be another spelling of a name",
    Rule.SYMBOL: "symbols that differ in one part",
    Rule.CASE_NUMBER: "numbers of one case that differ",
    Rule.PARTY_ALONE: "party never mentioned",
    Rule.NO_PLACE: "words without a source",
    Rule.NOBODY_SAYS: "event that nobody tells",
}
"""What each rule finds, as the end of the head of its group."""

SENTENCES = {
    Rule.SAME_EVENT: (
        "Two events of one kind, with the same participants in the same roles and titles of the"
        " same words in the same order, rest on different sources, and no day fits both dates; or"
        " one person’s death has two such dates. Dates marked as approximate or uncertain are left"
        " out."
    ),
    Rule.DECISION_DATE: (
        "A decision or judgment bears the number of a proceeding, and its bibliographic data give"
        " a date that the event of the decision cannot have. Left out are dates on which it was"
        " published later, several texts of one number if one of them may be that of the decision,"
        " advance versions, copies and translations."
    ),
    Rule.DECISION_FIRST: (
        "Every day that the date of the decision allows lies before every day that the date of"
        " the complaint allows."
    ),
    Rule.TOLD_TOO_EARLY: (
        "An event comes, by its date, after every source that it rests on was published and last"
        " updated. It may have been announced; or a date is wrong."
    ),
    Rule.STEPS: "On the way from the mouth to the page a later step has the earlier date.",
    Rule.SPELLING: (
        "A spelling that the file lists with a party, and that differs from the preferred name by"
        " a letter or two in a word, stands in names, titles or words of sources."
    ),
    Rule.NEAR_SPELLING: (
        "A word in names, titles or words of sources is one letter away from the last word of a"
        " person’s name or from a State’s name (two letters, if it has nine or more), and is no"
        " form of any name in this file. What differs from a State’s name at its end alone is left"
        " out: so do the words for its people."
    ),
    Rule.SYMBOL: (
        "Two symbols that end in the same number and year differ in just one other part, as"
        " CAT/C/48/D/444/2010 and CAT/C/47/D/444/2010 would."
    ),
    Rule.CASE_NUMBER: (
        "The number of a communication, its symbol, and the source of the same title do not give"
        " the same number and year. Cases that were joined are left out."
    ),
    Rule.PARTY_ALONE: (
        "No record points at the party, and it has no role, no relation and no larger group."
    ),
    Rule.NO_PLACE: (
        "An account of somebody’s words names no passage, stands inside no quotation that does,"
        " and does not end on a page of a source of this file."
    ),
    Rule.NOBODY_SAYS: "An event names neither who says so nor a passage that it rests on.",
}
"""Each rule in words."""

ASKED = {
    Rule.SAME_EVENT: "Is this one event? If so, when was it?",
    Rule.DECISION_DATE: "Which is the date of the decision?",
    Rule.DECISION_FIRST: "Which of the dates is right?",
    Rule.TOLD_TOO_EARLY: "When did it happen, and who says so?",
    Rule.STEPS: "On which days were the words said and passed on?",
    Rule.SPELLING: "Is the same name meant?",
    Rule.NEAR_SPELLING: "Is the same name meant?",
    Rule.SYMBOL: "Which symbol is right?",
    Rule.CASE_NUMBER: "Which number is right?",
    Rule.PARTY_ALONE: "What is the part of this party in the case?",
    Rule.NO_PLACE: "Where can these words be read?",
    Rule.NOBODY_SAYS: "Who says so, and where is it written?",
}
"""What one would ask about each."""

_VALUES = 3
_TERMS = 12
_WORDS = 100


def rule_title(rule: Rule) -> str:
    """What a rule finds, in a few words."""
    return tr(TITLES[rule])


def finding_sentence(opened: OpenedCase, finding: Finding) -> str:
    """What was found, in a line: the facts beside each other, with what they are about."""
    facts = list(dict.fromkeys(_fact(opened, value) for value in finding.values))
    about = _plain_title(opened, finding.records[0])
    if not facts:
        return about
    told = " – ".join(facts[:_VALUES])
    if len(facts) > _VALUES:
        told = tr("{told}, and {count} more", told=told, count=len(facts) - _VALUES)
    return told if isinstance(finding.values[0].value, str) else f"{about}: {told}"


def _fact(opened: OpenedCase, value: Compared) -> str:
    words = stated(value.value) if isinstance(value.value, Date) else value.value
    number = opened.index.short(value.record) or value.record
    return f"{cut(words, _WORDS)} ({number})"


def _plain_title(opened: OpenedCase, record: str) -> str:
    """What a record is called; an event without its date, which is what is asked about."""
    item = opened.index.get(record)
    if item is None:
        return record
    if isinstance(item, Event | Party):
        return cut(item.title if isinstance(item, Event) else item.name, _WORDS)
    return record_title(opened, item)


def sum_words(found: Sum) -> str:
    """A sum as it is written: "27 + 2 = 29 ✓", "29 − 28 = 1 not accounted for"."""
    left = " + ".join(str(term.value) for term in found.terms[:_TERMS])
    if len(found.terms) > _TERMS:
        left += " + …"
    if found.rest == 0:
        return f"{left} = {found.value} ✓"
    if found.kind is SumKind.PARTS:
        return tr("{left} = {total}, not {whole}: the parts do not add up",
                  left=left, total=found.total, whole=found.value)  # fmt: skip
    if found.rest < 0:
        return tr("{part} are more than the {whole} that they lie within",
                  part=left, whole=found.value)  # fmt: skip
    if len(found.terms) > 1:
        return tr("{whole} − ({left}) = at least {rest} not accounted for",
                  whole=found.value, left=left, rest=found.rest)  # fmt: skip
    return tr("{whole} − {left} = {rest} not accounted for",
              whole=found.value, left=left, rest=found.rest)  # fmt: skip


def sum_sentence(opened: OpenedCase, found: Sum) -> str:
    """Whose count it is, the sum, and where the compiler recorded the same."""
    told = f"{_plain_title(opened, found.whole)}: {sum_words(found)}"
    if not found.recorded:
        return told
    return tr("{told} (recorded as {points})", told=told, points=points_words(opened, found))


def points_words(opened: OpenedCase, found: Sum) -> str:
    """The short numbers of what the compiler recorded."""
    return ", ".join(opened.index.short(point) or point for point in found.recorded)


def looked_words(opened: OpenedCase) -> str:
    """What came of looking, in a line."""
    reviewed = opened.reviewed
    if reviewed is None:
        return tr(_NOT_LOOKED[opened.checked])
    told = [tr("{count} rules were applied.", count=len(Rule))]
    if reviewed.partial:
        told.append(tr(_PARTIAL))
    elif not reviewed.news:
        told.append(tr("They found nothing that the compiler did not record."))
    recorded = sum(reviewed.recorded_counts().values())
    if recorded == 1:
        told.append(tr("1 point that they found is also recorded by the compiler."))
    elif recorded:
        told.append(
            tr("{count} points that they found are also recorded by the compiler.", count=recorded)
        )
    if reviewed.unlisted_sums:
        told.append(tr("{count} more sums are not listed.", count=f"{reviewed.unlisted_sums:,}"))
    return " ".join(told)


_PARTIAL = (
    "They were applied to the whole file. Here stands what they list for it and what rests on"
    " nothing else than is shown; of what is shown alone they could find more."
)
_NOT_LOOKED = {
    Checked.DONE: "The rules were not applied.",
    Checked.UNDER_WAY: "The rules are being applied.",
    Checked.STOPPED: "The rules were not applied, as this was stopped.",
}
