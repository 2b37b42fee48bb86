from dataclasses import replace

from caseviewer.formatting.passage_lines import state_of
from caseviewer.formatting.passage_states import state_lines, state_values
from caseviewer.model.opened import Change, Folding, OpenedCase, PassageFinding, PassageState, Piece
from tests.formatting import samples


def case(*states: PassageState, findings: tuple[PassageFinding, ...] = ()) -> OpenedCase:
    opened = samples.first()
    passages = opened.case.passages[: len(states)]
    return replace(
        opened,
        case=replace(opened.case, passages=passages),
        passages=tuple(zip((one.id for one in passages), states, strict=True)),
        findings=findings,
    )


def test_passages_of_one_state_stand_on_one_line() -> None:
    found, unchecked = PassageState.FOUND, PassageState.UNCHECKED
    opened = case(found, found, found, unchecked, found)
    assert list(state_lines(opened)) == ["found (4): T1–T3, T5", "not checked (1): T4"]


def test_what_is_not_at_its_place_has_its_own_line() -> None:
    passage = samples.first().case.passages[1].id
    near = (Piece(Change.SAME, "they "), Piece(Change.ONLY_THERE, "came"))
    finding = PassageFinding(passage, frozenset(), near)
    opened = case(PassageState.MOVED, PassageState.NOT_FOUND, findings=(finding,))
    moved, lost = state_lines(opened)
    assert moved.startswith("T1 (S1, ")
    assert moved.endswith("): moved: the words stand elsewhere in the document")
    assert lost.endswith("): not found; what comes nearest: they [in the document: came]")


def test_what_was_never_checked_is_unchecked() -> None:
    opened = replace(case(PassageState.FOUND), passages=())
    assert state_of(opened, opened.case.passages[0]) is PassageState.UNCHECKED
    assert list(state_lines(opened)) == ["not checked (1): T1"]


def test_every_state_as_plain_values() -> None:
    passage = samples.first().case.passages[0]
    near = (Piece(Change.ONLY_QUOTED, "x"),)
    finding = PassageFinding(passage.id, frozenset({Folding.SPACES, Folding.MARKS}), near)
    opened = case(PassageState.FOUND, PassageState.FOUND, findings=(finding,))
    first, second = state_values(opened)
    assert first == {
        "id": passage.id,
        "number": "T1",
        "source": passage.source,
        "state": "found",
        "folded": ["marks", "spaces"],
        "nearest": [{"change": "only_quoted", "text": "x"}],
    }
    assert (second["folded"], second["nearest"]) == ([], [])
