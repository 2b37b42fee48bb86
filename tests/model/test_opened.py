from dataclasses import replace
from pathlib import PurePath

from pydantic import TypeAdapter

from caseviewer.model.case import Case
from caseviewer.model.opened import (
    DocumentPresence,
    DocumentState,
    Fingerprint,
    OpenedCase,
    PassageState,
)
from caseviewer.model.problems import Problem, Severity
from tests.builders import bundle

STATE = DocumentState("report", DocumentPresence.MATCHES, bytes=219)
OPENED = OpenedCase(
    case=TypeAdapter(Case).validate_python(bundle()),
    path=PurePath("small"),
    case_file=PurePath("small/case.json"),
    fingerprint=Fingerprint(1, 2, 3, "00"),
    problems=(Problem(Severity.WARN, "a", "b"), Problem(Severity.SET_ASIDE, "a", "b")),
    documents=(STATE,),
    passages=(("t-words", PassageState.FOUND),),
)


def test_what_was_found_is_looked_up_by_id() -> None:
    assert OPENED.index.short("press") == "P5"
    assert OPENED.index is OPENED.index
    assert OPENED.passage_states == {"t-words": PassageState.FOUND}
    assert OPENED.document_states == {"report": STATE}


def test_problems_are_counted_by_severity() -> None:
    assert [OPENED.count(severity) for severity in Severity] == [0, 1, 1]


def test_events_are_in_order_whatever_the_order_of_the_file() -> None:
    events = bundle()["chronology"]
    case = TypeAdapter(Case).validate_python(bundle(chronology=events[::-1]))
    found = replace(OPENED, case=case)
    assert [event.id for event in found.chronology] == ["crossing", "complaint"]
    assert found.chronology is found.chronology
