from dataclasses import replace
from pathlib import PurePath

from pydantic import TypeAdapter

from caseviewer.model.case import Case
from caseviewer.model.dates import parse
from caseviewer.model.opened import (
    DocumentPresence,
    DocumentState,
    Fingerprint,
    OpenedCase,
    PassageFinding,
    PassageState,
)
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.standpoint import Standpoint
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


def test_on_a_day_only_what_could_be_known_is_there() -> None:
    whole = OPENED.with_checks(
        passages=(("t-words", PassageState.FOUND), ("t-reprint", PassageState.UNCHECKED)),
        documents=(STATE, DocumentState("reprint", DocumentPresence.NOT_HERE)),
        findings=(PassageFinding("t-words"), PassageFinding("t-reprint")),
    )
    on = parse("2019-12-31").latest
    seen = whole.seen_from(Standpoint(as_at=on))
    assert [source.id for source in seen.case.sources] == ["report"]
    assert seen.passages == (("t-words", PassageState.FOUND),)
    assert seen.documents == (STATE,)
    assert seen.findings == (PassageFinding("t-words"),)
    assert seen.problems == whole.problems
    assert [event.id for event in seen.chronology] == ["crossing"]
    assert seen.index.get("reprint") is None
    assert seen.account is not None
    assert seen.standpoint == Standpoint(as_at=on)


def test_what_was_found_out_of_a_day_is_kept_for_the_next_checks() -> None:
    whole = replace(OPENED)
    one = whole.seen_from(Standpoint(as_at=737_500))
    again = whole.with_checks(passages=()).seen_from(Standpoint(as_at=737_500, today=1))
    assert again.case is one.case
    assert again.passages == ()
    assert whole.seen_from(Standpoint(as_at=737_501)).case is not one.case
    assert whole.seen_from(Standpoint(today=1)).case is whole.case
