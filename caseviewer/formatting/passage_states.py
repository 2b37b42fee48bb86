"""The state of every passage's check, for the command line."""

from collections.abc import Iterator

from caseviewer.formatting.passage_lines import nearest_words, state_of
from caseviewer.formatting.record_titles import passage_title
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.sources import Passage

_TOLD_IN_FULL = frozenset({PassageState.MOVED, PassageState.AMBIGUOUS, PassageState.NOT_FOUND})


def state_lines(opened: OpenedCase) -> Iterator[str]:
    """A line for each state with the passages in it; each that is not at its place by itself."""
    by_state: dict[PassageState, list[Passage]] = {}
    for passage in opened.case.passages:
        by_state.setdefault(state_of(opened, passage), []).append(passage)
    for state in PassageState:
        passages = by_state.get(state, [])
        if state in _TOLD_IN_FULL:
            for passage in passages:
                yield _line(opened, passage, state)
        elif passages:
            numbers = _runs([opened.index.short(passage.id) for passage in passages])
            yield f"{word(state)} ({len(passages)}): {numbers}"


def _line(opened: OpenedCase, passage: Passage, state: PassageState) -> str:
    number, title = opened.index.short(passage.id), passage_title(opened, passage)
    line = f"{number} ({title}): {word(state)}"
    finding = opened.passage_findings.get(passage.id)
    if finding is None or not finding.nearest:
        return line
    near = nearest_words(finding.nearest)
    return tr("{line}; what comes nearest: {near}", line=line, near=near)


def _runs(numbers: list[str]) -> str:
    """Short numbers with neighbours drawn together: "T1–T3, T7"."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and int(number[1:]) == int(runs[-1][-1][1:]) + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(run) for run in runs)


def state_values(opened: OpenedCase) -> list[dict[str, object]]:
    """The state of every passage as plain values."""
    values: list[dict[str, object]] = []
    for passage in opened.case.passages:
        finding = opened.passage_findings.get(passage.id)
        folded = [] if finding is None else sorted(kind.value for kind in finding.folded)
        near = () if finding is None else finding.nearest
        values.append(
            {
                "id": passage.id,
                "number": opened.index.short(passage.id),
                "source": passage.source,
                "state": state_of(opened, passage).value,
                "folded": folded,
                "nearest": [{"change": one.change.value, "text": one.text} for one in near],
            }
        )
    return values
