"""Cases of a library that is not on disk, as tests want them; nobody named in them exists."""

from dataclasses import replace
from pathlib import Path

from caseviewer.formatting.page import Tab
from caseviewer.model.deadlines import DeadlineState
from caseviewer.model.references import Kind
from caseviewer.search.hits import Because, Hit, Reason, Snippet
from caseviewer.search.library.values import (
    CaseDetails,
    CaseRow,
    DeadlineRow,
    PartyRow,
    ProceedingRow,
    Reach,
    RecordName,
)

CASES = Path(__file__).parents[3] / "cases"
HALVEK = CASES / "halvek-v-valdrasia"
ABDUSSAMATOV = CASES / "abdussamatov-v-kazakhstan"

DEADLINE = DeadlineRow(
    record="d-reply",
    short="D1",
    title="Reply to the Committee",
    ends="30 August to 24 September 2012; start not stated",
    state=DeadlineState.OVER,
    state_words="window over; no reply recorded in this file",
    unanswered=True,
    earliest=734_745,
    latest=734_770,
)
KAZAKHSTAN = PartyRow("p-kaz", "P2", "Kazakhstan", ("State party",), "KZ", ("Kazakstan",))
MOTHER = PartyRow("p-mother", "P8", "One mother (anonymous)", ("witness",), "", ())


def row(key: int = 1, title: str = "Extradition of asylum-seekers", **other: object) -> CaseRow:
    """A case in the list."""
    made = CaseRow(
        key=key,
        path=str(ABDUSSAMATOV),
        folder=str(ABDUSSAMATOV.parent),
        reach=Reach.HERE,
        fault="",
        case_id=f"case-{key}",
        title=title,
        proceeding="Committee against Torture · Communication No. 444/2010 · decided: violation",
        states=("Kazakhstan",),
        bodies=("Committee against Torture",),
        statuses=("decided",),
        year=2012,
        deadline=DEADLINE,
        deadline_states=(DeadlineState.OVER,),
        first_day=734_000,
        last_day=734_655,
        set_aside=0,
        warnings=0,
        as_of="2015-11-29",
        revision="1",
        opened="",
    )
    return replace(made, **other)  # type: ignore[arg-type]


HERE = row()
OTHER = row(
    2,
    "Mirela Halvek v. Valdrasia",
    path=str(HALVEK),
    states=("Valdrasia",),
    bodies=("Constitutional Court", "Committee"),
    statuses=("pending",),
    year=2021,
    deadline=replace(DEADLINE, ends="1 March 2022", state=DeadlineState.OPEN, state_words="open"),
    deadline_states=(DeadlineState.OPEN,),
    warnings=2,
    opened="2026-11-24T14:02:00",
)
BROKEN = row(
    3,
    "",
    path="/cases/torn/case.json",
    folder="/cases",
    reach=Reach.BROKEN,
    fault="Line 3, column 7: a comma is missing.",
    case_id="",
    proceeding="",
    states=(),
    bodies=(),
    statuses=(),
    year=None,
    deadline=None,
    deadline_states=(),
    as_of="",
)
AWAY = row(4, "Old appeal", path="/media/disk/old", folder="/media/disk", reach=Reach.AWAY)
ROWS = (HERE, BROKEN, OTHER, AWAY)


def details(of: CaseRow, **other: object) -> CaseDetails:
    """What the preview shows."""
    made = CaseDetails(
        row=of,
        summary="Twenty-nine men asked for asylum.\n\nTwenty-eight were sent back.",
        handling="For lawyers only",
        fiction=False,
        proceedings=(
            ProceedingRow("c1", "444/2010", "Committee against Torture", ("No. 444/2010",),
                          "decided", "violation", 2012),
        ),
        parties=(KAZAKHSTAN, MOTHER),
        deadlines=(DEADLINE,) if of.deadline else (),
        counts={"events": 7, "parties": 15},
        documents_here=0,
        documents=1,
        problems=("Two records have the same number.",),
        faults=("S1: the document is larger than 64 MB, and was not read.",),
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type]


def hit(
    text: str = "detained in Kazakstan in 2010", mark: str = "Kazakstan", **other: object
) -> Hit:
    """A hit with one word marked."""
    start = text.index(mark)
    because = Reason(Because.VARIANT, "Kazakhstan", mark, note="spelling")
    made = Hit(
        tab=Tab.CHRONOLOGY,
        record="e-1",
        kind=Kind.EVENT,
        where="description",
        snippet=Snippet(text, ((start, start + len(mark)),), cut_before=True, cut_after=True),
        reasons=(because,),
        more=1,
    )
    return replace(made, **other)  # type: ignore[arg-type]


NAMES = {"e-1": RecordName("E3", "Asylum-seekers held"), "q-1": RecordName("Q1", "They left.")}
"""What the records of hits are called."""
