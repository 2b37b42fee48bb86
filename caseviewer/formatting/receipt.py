"""The receipt: what was checked when the bundle was opened, and what was not."""

from collections import Counter
from dataclasses import dataclass

from caseviewer.formatting.dates import day_words
from caseviewer.formatting.deadline_page import exact_day_words, is_unanswered
from caseviewer.formatting.page import Look, Tab, Target
from caseviewer.formatting.translate import tr
from caseviewer.model.deadlines import DeadlineState, state_on
from caseviewer.model.opened import Checked, DocumentPresence, OpenedCase, PassageState
from caseviewer.model.problems import Severity
from caseviewer.model.reckoning import file_day, file_window, judged_on


@dataclass(frozen=True, slots=True)
class ReceiptPart:
    """One statement of the receipt and where it leads."""

    text: str
    target: Target
    look: Look = Look.PLAIN


def receipt(opened: OpenedCase) -> tuple[ReceiptPart, ...]:
    """The receipt part by part: as-of day, validity, documents, passages, gaps, deadlines."""
    day = exact_day_words(opened.case.as_of)
    speaks = tr("as of {day}") if opened.account is None else tr("file speaks up to {day}")
    parts = [
        ReceiptPart(speaks.format(day=day), Target(tab=Tab.OVERVIEW)),
        *_validity(opened),
        _documents(opened),
        _passages(opened),
        ReceiptPart(counted(len(opened.case.gaps), tr("gap"), tr("gaps")), Target(tab=Tab.REVIEW)),
        *_deadlines(opened),
    ]
    return tuple(parts)


def receipt_line(opened: OpenedCase) -> str:
    """The receipt on one line."""
    return " · ".join(part.text for part in receipt(opened))


def counted(count: int, one: str, many: str) -> str:
    """A count with its noun: "1 gap", "5 gaps"."""
    return f"{count} {one if count == 1 else many}"


def _validity(opened: OpenedCase) -> list[ReceiptPart]:
    review = Target(tab=Tab.REVIEW)
    aside = opened.count(Severity.SET_ASIDE)
    warned = opened.count(Severity.WARN)
    parts = []
    if aside:
        records = counted(aside, tr("record set aside"), tr("records set aside"))
        parts.append(ReceiptPart(records, review, Look.WARNING))
    else:
        parts.append(ReceiptPart(tr("valid"), review))
    if warned:
        warnings = counted(warned, tr("warning"), tr("warnings"))
        parts.append(ReceiptPart(warnings, review, Look.WARNING))
    if opened.unlisted_problems:
        more = tr("{count} more problems not listed", count=opened.unlisted_problems)
        parts.append(ReceiptPart(more, review, Look.WARNING))
    return parts


def _documents(opened: OpenedCase) -> ReceiptPart:
    target = Target(tab=Tab.DOCUMENTS)
    if opened.checked is not Checked.DONE:
        recorded = sum(1 for source in opened.case.sources if source.document is not None)
        words = counted(recorded, tr("document"), tr("documents"))
        return ReceiptPart(tr(_NOT_DONE[opened.checked], what=words), target)
    states = [item.presence for item in opened.documents]
    if not states:
        words = tr("no documents recorded") if opened.account is None else tr("no documents")
        return ReceiptPart(words, target)
    here = sum(1 for item in states if item is not DocumentPresence.NOT_HERE)
    bad = sum(1 for item in states if item not in _UNTROUBLED)
    words = tr("{here} of {all} documents here", here=here, all=len(states))
    if bad:
        words = tr("{words}, {bad} not verified", words=words, bad=bad)
        return ReceiptPart(words, target, Look.WARNING)
    if here:
        match = tr("hash matches") if here == 1 else tr("hashes match")
        words = f"{words}, {match}"
    return ReceiptPart(words, target)


_UNTROUBLED = frozenset({DocumentPresence.NOT_HERE, DocumentPresence.MATCHES})
_NOT_DONE = {
    Checked.UNDER_WAY: "{what} being checked",
    Checked.STOPPED: "{what} not checked, as this was stopped",
}


def _passages(opened: OpenedCase) -> ReceiptPart:
    """How many passages are in each state; unchecked ones by themselves at the end."""
    target = Target(tab=Tab.CITATIONS)
    if opened.checked is not Checked.DONE:
        words = counted(len(opened.case.passages), tr("passage"), tr("passages"))
        return ReceiptPart(tr(_NOT_DONE[opened.checked], what=words), target)
    states = Counter(opened.passage_states.values())
    found, unchecked = states[PassageState.FOUND], states[PassageState.UNCHECKED]
    checked = states.total() - unchecked
    if not checked:
        return ReceiptPart(tr("passages not checked") if unchecked else tr("no passages"), target)
    if found == states.total():
        return ReceiptPart(tr("every passage found"), target)
    words = tr("{found} of {checked} passages found", found=found, checked=checked)
    parts = [tr(said, count=states[one]) for one, said in _OTHERWISE.items() if states[one]]
    parts += [tr("{count} not checked", count=unchecked)] if unchecked else []
    look = Look.PLAIN if found == checked else Look.WARNING
    return ReceiptPart(", ".join((words, *parts)), _worst(opened) or target, look)


def _worst(opened: OpenedCase) -> Target | None:
    """The passage that most needs to be looked at: the first that is in the worst state."""
    states = opened.passage_states
    for worst in reversed(_OTHERWISE):
        found = next((name for name, one in states.items() if one is worst), None)
        if found is not None:
            return Target(found)
    return None


_OTHERWISE = {
    PassageState.IN_OTHER_COPY: "{count} in a copy that differs",
    PassageState.MOVED: "{count} moved",
    PassageState.AMBIGUOUS: "{count} ambiguous",
    PassageState.NOT_FOUND: "{count} not found",
}


def _deadlines(opened: OpenedCase) -> list[ReceiptPart]:
    """How many windows are over on the day that they are judged on, whatever is assumed.

    That is the reader's day where he asks for one, else the file's own.
    """
    target = Target(tab=Tab.CHRONOLOGY)
    case = opened.case
    if not case.deadlines:
        return []
    spans = [file_window(opened, item) for item in case.deadlines if is_unanswered(item)]
    ended = [one for one in spans if state_on(one, judged_on(opened)) is DeadlineState.OVER]
    perhaps = sum(one.is_guide for one in ended)
    words = _over_words(len(case.deadlines), len(ended) - perhaps, perhaps)
    day = opened.standpoint.as_at
    if ended and day is not None:
        words = tr("{words} on {day}", words=words, day=day_words(day))
        if day > file_day(opened):
            words = tr("{words}, by a file that ends before then", words=words)
    return [ReceiptPart(words, target, Look.WARNING if ended else Look.PLAIN)]


def _over_words(every: int, over: int, perhaps: int) -> str:
    """How many deadlines there are, and of how many the window is over, or is so by a guide."""
    if every == 1 and (over or perhaps):
        return tr("1 deadline over") if over else tr("1 deadline perhaps over")
    parts = [counted(every, tr("deadline"), tr("deadlines"))]
    if over:
        parts.append(tr("{over} over with no answer recorded", over=over))
    if perhaps:
        parts.append(tr("{over} perhaps over", over=perhaps))
    return ", ".join(parts)
