"""The receipt: what was checked when the bundle was opened, and what was not."""

from collections import Counter
from dataclasses import dataclass

from caseviewer.formatting.deadline_page import exact_day_words, is_unanswered
from caseviewer.formatting.page import Look, Tab, Target
from caseviewer.formatting.translate import tr
from caseviewer.model.deadlines import DeadlineState, state_on, window
from caseviewer.model.opened import Checked, DocumentPresence, OpenedCase, PassageState
from caseviewer.model.problems import Severity
from caseviewer.model.reckoning import judged_on


@dataclass(frozen=True, slots=True)
class ReceiptPart:
    """One statement of the receipt and where it leads."""

    text: str
    target: Target
    look: Look = Look.PLAIN


def receipt(opened: OpenedCase) -> tuple[ReceiptPart, ...]:
    """The receipt part by part: as-of day, validity, documents, passages, gaps, deadlines."""
    day = exact_day_words(opened.case.as_of)
    parts = [
        ReceiptPart(tr("as of {day}", day=day), Target(tab=Tab.OVERVIEW)),
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
    """How many windows are over by what the file says on its own day, whatever is assumed."""
    target = Target(tab=Tab.CHRONOLOGY)
    case = opened.case
    if not case.deadlines:
        return []
    over = sum(
        1
        for item in case.deadlines
        if is_unanswered(item)
        and state_on(window(item, opened.index), judged_on(opened)) is DeadlineState.OVER
    )
    words = counted(len(case.deadlines), tr("deadline"), tr("deadlines"))
    if over == len(case.deadlines) == 1:
        return [ReceiptPart(tr("1 deadline over"), target, Look.WARNING)]
    if over:
        words = tr("{words}, {over} over with no answer recorded", words=words, over=over)
    return [ReceiptPart(words, target, Look.WARNING if over else Look.PLAIN)]
