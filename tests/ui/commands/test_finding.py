from functools import partial

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseviewer.ui.actions import Needs
from caseviewer.ui.commands import search_reading
from caseviewer.ui.commands.finding import Finding, Handlers
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.safe_text import PlainLabel
from caseviewer.ui.session import Session
from caseviewer.ui.widgets.found_look import Marker
from caseviewer.ui.widgets.search_frame import SearchFrame
from tests.formatting.noting import kept_on
from tests.ui.front import Front
from tests.ui.kit import ABDUSSAMATOV, LONG, bring_to_front_widget, opened_sample, press


def made(window: QWidget, session: Session, preferences: Preferences) -> Finding:
    return Finding(window, session, preferences, Front, lambda: frozenset({Needs.CASE}))


def test_the_search_and_go_to_look_through_the_same(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    window, tab = QWidget(), QPlainTextEdit()
    qtbot.addWidget(window)
    finding = made(window, session, preferences)
    frame = SearchFrame(PlainLabel("A title"), tab, preferences, window)
    column = QVBoxLayout(window)
    column.addWidget(frame.head)
    column.addWidget(frame.body)
    marked: list[Marker | None] = []
    wished: list[str] = []
    finding.serve(frame, marked.append)
    finding.action_wanted.connect(wished.append)
    bring_to_front_widget(qtbot, window)
    assert set(finding.handlers()) == {"find", "find_next", "find_previous", "go_to"}
    finding.handlers()["find"]()
    frame.field.setText("custody")
    qtbot.waitUntil(lambda: bool(marked) and marked[-1] is not None, timeout=LONG)
    search = finding.reading.search
    finding.handlers()["go_to"]()
    for letter in "export":
        press(letter)
    press("Return")
    qtbot.waitUntil(lambda: wished == ["export_chronology"], timeout=LONG)
    assert finding.reading.search is search
    finding.stop()
    assert finding.reading.search is None


def test_what_leads_into_a_tab_brings_it_into_sight(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    window, done = QWidget(), list[str]()
    qtbot.addWidget(window)
    names = ("filter", "own_order", "focus_list", "focus_page", "focus_timeline", "pinpoint",
             "note", "x")  # fmt: skip
    handlers: Handlers = {name: partial(done.append, name) for name in names}
    within = made(window, session, preferences).within_tabs(handlers)
    assert set(within) == set(names) - {"x"}
    for do in within.values():
        do()
    assert done == list(names[:-1])


def test_the_readers_notes_are_searched_as_they_are_and_not_while_they_are_hidden(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reading = made(window, session, preferences).reading

    def places(words: str) -> list[str]:
        reading.want(documents=False)
        qtbot.waitUntil(lambda: reading.search is not None, timeout=LONG)
        assert reading.search is not None
        return [place.record for place in reading.search.find(words).places]

    kept = kept_on(opened_sample(), texts=(("p-korr", "A zzqx word."),))
    session.show_notes(kept, hidden=False)
    assert places("zzqx") == ["p-korr"]
    session.show_notes(kept, hidden=True)
    assert places("zzqx") == []
    session.show_notes(kept, hidden=False)
    session.swap_in(opened_sample(ABDUSSAMATOV))  # the search forgets; the notes come again
    session.swap_in(opened_sample())
    assert places("zzqx") == ["p-korr"]


def test_what_takes_long_or_fails_is_told(
    qtbot: QtBot,
    session: Session,
    preferences: Preferences,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    finding = made(window, session, preferences)
    told: list[object] = []
    finding.slow.connect(lambda words, _: told.append(words))
    finding.progressed.connect(lambda done, count: told.append((done, count)))
    finding.ended.connect(told.append)
    finding.warned.connect(told.append)
    finding.reading.slow.emit("slow", None)
    finding.reading.progressed.emit(1, 2)
    finding.reading.ended.emit("slow")
    monkeypatch.setattr(search_reading, "BESIDE", 0)
    monkeypatch.setattr(search_reading, "_prepare", lambda *_: 1 // 0)
    finding.reading.want()
    qtbot.waitUntil(lambda: len(told) == 4, timeout=LONG)
    assert told[:3] == ["slow", (1, 2), "slow"]
    assert "(ZeroDivisionError)" in str(told[3])
