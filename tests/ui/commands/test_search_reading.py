import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseviewer.documents.opening import open_case
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.document_reading import read_document
from caseviewer.search.document_texts import DocumentText
from caseviewer.search.hits import Reach
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands import search_reading
from caseviewer.ui.commands.search_reading import SearchReading
from caseviewer.ui.session import Session
from tests.model.known import day
from tests.ui.kit import ABDUSSAMATOV, HALVEK, LONG, deliver, opened_sample

WORDS = "Reading the case for the search…"


@pytest.fixture
def reading(session: Session) -> SearchReading:
    return SearchReading(session, dict, session)


def read_all(qtbot: QtBot, reading: SearchReading, documents: int = 7) -> CaseSearch:
    reading.want()
    # After another day the texts are there before the records are.
    qtbot.waitUntil(
        lambda: reading.search is not None and len(reading._texts) == documents, timeout=LONG
    )
    deliver()
    assert reading.search is not None
    return reading.search


def reaches(search: CaseSearch) -> list[Reach]:
    return [one.reach for one in search.find("x").searched.documents]


class Gate:
    """Lets documents be read one by one, as a test wishes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open, self.read = threading.Semaphore(0), list[str]()
        real = read_document

        def read(shelf: object, source: str, document: object, stop: object) -> DocumentText:
            while not self.open.acquire(timeout=0.01) and not stop():  # type: ignore[operator]
                pass
            self.read.append(source)
            return real(shelf, source, document, stop)  # type: ignore[arg-type]

        monkeypatch.setattr(search_reading, "read_document", read)
        monkeypatch.setattr(search_reading, "_TOGETHER_SECONDS", -1)


def test_records_can_be_searched_first_and_then_documents(
    qtbot: QtBot, reading: SearchReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch)
    told: list[str] = []
    reading.changed.connect(lambda: told.append(reading.still_words()))
    assert reading.search is None
    reading.want()
    qtbot.waitUntil(lambda: reading.search is not None, timeout=LONG)
    assert reading.search is not None
    assert len(reading.search.find("custody")) > 10
    assert Reach.SEARCHED not in reaches(reading.search)
    for _ in range(7):
        gate.open.release()
    qtbot.waitUntil(lambda: reading.still_words() == "", timeout=LONG)
    assert told == [*(f"Still reading {at} of 7 documents" for at in range(1, 8)), ""]
    assert reaches(reading.search).count(Reach.SEARCHED) == 6  # one is a picture


def test_what_was_read_is_not_read_again(
    qtbot: QtBot, reading: SearchReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = read_all(qtbot, reading)
    monkeypatch.setattr(search_reading, "read_document", lambda *_: pytest.fail("read again"))
    reading.want()
    reading.rest()
    reading.want()
    wait_for_all()
    deliver()
    assert reading.search is search


def test_as_at_a_day_records_are_read_anew_and_documents_kept(
    qtbot: QtBot, session: Session, reading: SearchReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = read_all(qtbot, reading)
    monkeypatch.setattr(search_reading, "read_document", lambda *_: pytest.fail("read again"))
    session.take(replace(session.standpoint, as_at=day("2016-03-20")))
    assert reading.search is None  # what it finds may not be known on that day
    reading.want()
    qtbot.waitUntil(lambda: reading.search is not None, timeout=LONG)
    assert reading.search is not search
    assert reading.search is not None
    assert reaches(reading.search).count(Reach.SEARCHED) == 1
    assert reading.still_words() == ""


def test_a_case_that_was_read_again_is_read_again_here(
    qtbot: QtBot, session: Session, reading: SearchReading
) -> None:
    search = read_all(qtbot, reading)
    texts = reading._texts
    session.swap_in(open_case(HALVEK))
    assert reading.search is None
    assert read_all(qtbot, reading) is not search
    assert reading._texts is not texts


def test_what_was_found_of_a_case_changes_nothing(
    qtbot: QtBot, session: Session, reading: SearchReading
) -> None:
    search = read_all(qtbot, reading)
    session.show_checks(opened_sample().with_checks(findings=()))
    assert reading.search is search


def test_reading_that_takes_long_is_told_and_can_be_stopped(
    qtbot: QtBot, reading: SearchReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch)
    told: list[object] = []
    reading.slow.connect(lambda words, _: told.append(words))
    reading.progressed.connect(lambda done, count: told.append((done, count)))
    reading.ended.connect(lambda words: told.append(("ended", words)))
    reading.want()
    qtbot.waitUntil(lambda: told == [WORDS, (0, 7)], timeout=LONG)
    gate.open.release()
    qtbot.waitUntil(lambda: told[-1] == (1, 7), timeout=LONG)
    reading.stop()
    assert told[-1] == ("ended", WORDS)
    assert reading.still_words() == (
        "Reading was stopped: 6 of 7 documents were not read. Ctrl+F reads on."
    )
    wait_for_all()
    deliver()
    assert len(reading._texts) == 1
    for _ in range(6):
        gate.open.release()
    read_all(qtbot, reading)
    assert reading.still_words() == ""


def test_documents_are_not_read_where_only_records_are_wanted(
    qtbot: QtBot, reading: SearchReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch)
    reading.want(documents=False)
    qtbot.waitUntil(lambda: reading.search is not None, timeout=LONG)
    wait_for_all()
    assert gate.read == []
    for _ in range(7):
        gate.open.release()
    read_all(qtbot, reading)


def test_a_long_case_is_read_beside_the_window(
    qtbot: QtBot, reading: SearchReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_reading, "BESIDE", 0)
    reading.want()
    assert reading.search is None
    reading.want()  # once is enough
    coming = reading._coming
    qtbot.waitUntil(lambda: reading.search is not None, timeout=LONG)
    assert reading.search is coming


def test_a_failure_is_told(
    qtbot: QtBot, reading: SearchReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_reading, "BESIDE", 0)
    monkeypatch.setattr(search_reading, "_prepare", lambda *_: 1 // 0)
    with qtbot.waitSignal(reading.failed) as told:
        reading.want()
    assert "(ZeroDivisionError)" in told.args[0]
    assert reading.search is None


def test_a_document_on_which_the_program_fails_is_left_out(
    qtbot: QtBot, reading: SearchReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = read_document

    def fail(shelf: object, source: str, *others: object) -> DocumentText:
        return 1 // 0 if source == "s-courier" else real(shelf, source, *others)  # type: ignore[return-value,arg-type]

    monkeypatch.setattr(search_reading, "read_document", fail)
    found = read_all(qtbot, reading).find("x").searched.documents
    (lost,) = [one for one in found if one.reach is Reach.NOT_READ]
    assert lost.source == "s-courier"
    assert "(ZeroDivisionError)" in lost.fault


def test_another_case_is_searched_alone(
    qtbot: QtBot, session: Session, reading: SearchReading
) -> None:
    read_all(qtbot, reading)
    session.swap_in(opened_sample(ABDUSSAMATOV))
    reading.drop()
    assert reading._texts == {}
    reading.want()
    qtbot.waitUntil(lambda: len(reading._texts) == 1, timeout=LONG)
    assert reading.search is not None
    assert Reach.NOT_HERE in reaches(reading.search)


def test_copies_of_the_reader_are_searched(qtbot: QtBot, session: Session, seed_page: Path) -> None:
    case = opened_sample(ABDUSSAMATOV)
    session.swap_in(case)
    document = case.case.sources[0].document
    assert document is not None
    reading = SearchReading(session, lambda: {document.sha256: str(seed_page)}, session)
    search = read_all(qtbot, reading, documents=1)
    assert Reach.SEARCHED in reaches(search)


def test_without_a_case_there_is_nothing_to_read(qtbot: QtBot) -> None:
    session = Session()
    reading = SearchReading(session, dict, session)
    reading.want()
    reading._read_on()
    QTest.qWait(0)
    assert reading.search is None
    assert reading.still_words() == ""


def test_further_texts_are_searched_with_their_records(
    qtbot: QtBot, session: Session, reading: SearchReading
) -> None:
    reading.add_further({"p-korr": [("your note", "a zzqx word")]})
    search = read_all(qtbot, reading)
    assert [place.record for place in search.find("zzqx").places] == ["p-korr"]
    with qtbot.waitSignal(reading.changed):
        reading.add_further({"p-korr": [("your note", "another word")]})
    assert len(search.find("zzqx")) == 0
    session.take(replace(session.standpoint, as_at=day("2019-03-20")))
    assert read_all(qtbot, reading).find('"another word"').places
    session.take(replace(session.standpoint, as_at=None))
    reading.drop()
    assert not read_all(qtbot, reading).find('"another word"').places
