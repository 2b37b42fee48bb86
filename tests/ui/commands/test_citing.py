import dataclasses
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caseviewer.citations import engine
from caseviewer.citations.forms import Form, Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.citations.runs import plain
from caseviewer.citations.styles import DEFAULT_STYLE, OUR_STYLES
from caseviewer.formatting.citing import Cited
from caseviewer.model.kinds import LocatorLabel
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands.citing import Citing, failure_words
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from tests.citations.small import SHORTER, small_xml
from tests.ui.engines import BROKEN, Watched, script
from tests.ui.kit import ABDUSSAMATOV, LONG, delete_later, deliver, opened_sample

NINE = Wanted("report", Pinpoint(LocatorLabel.PARAGRAPH, "9"))
FAR = Wanted("report", Pinpoint(LocatorLabel.PARAGRAPH, "987"))


class Made:
    """The citations of a window without the window."""

    def __init__(self, qtbot: QtBot, preferences: Preferences) -> None:
        self.qtbot, self.preferences = qtbot, preferences
        self.owner = QObject()
        self.session = Session(self.owner)
        self.citing = Citing(self.session, preferences, self.owner)
        self.failures: list[str] = []
        self.citing.failed.connect(self.failures.append)
        self.redrawn = 0
        self.citing.styles_changed.connect(self._redraw)

    def _redraw(self) -> None:
        self.redrawn += 1

    @property
    def cited(self) -> Cited:
        return self.session.cited

    def open(self) -> None:
        self.session.swap_in(opened_sample(ABDUSSAMATOV))
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.citing._turn.busy, timeout=LONG)

    def text(self, wanted: Wanted, form: Form = Form.FULL) -> str:
        assert self.cited.citations is not None
        found = self.cited.citations.get(wanted, form)
        assert found is not None
        return plain(found)


@pytest.fixture
def made(qtbot: QtBot, preferences: Preferences) -> Made:
    return Made(qtbot, preferences)


def small_file(folder: Path, name: str = "small.csl", content: bytes = b"") -> str:
    path = folder / name
    path.write_bytes(content or small_xml())
    return str(path)


def test_a_case_is_formatted_in_the_remembered_style(made: Made) -> None:
    made.session.swap_in(opened_sample(ABDUSSAMATOV))
    assert made.cited.name == DEFAULT_STYLE
    assert made.cited.style == OUR_STYLES[DEFAULT_STYLE]
    assert made.cited.choices == tuple(OUR_STYLES.items())
    assert made.cited.citations is None, "nothing waits for the engine"
    made.wait()
    assert made.text(NINE).startswith("Institute for War and Peace Reporting, UN Rebuke")
    assert ", para. 9" in made.text(NINE)
    assert made.text(Wanted("decision"), Form.SHORT)
    assert made.cited.fault == ""


def test_without_a_case_nothing_is_formatted(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Watched(monkeypatch)
    made.citing.refresh()
    made.citing.ask([NINE], lambda: pytest.fail("nothing was asked for"))
    assert made.citing.choose("oscola")
    assert wait_for_all()
    assert engine.calls == 0
    assert made.cited.citations is None


def test_another_style_formats_the_case_anew_and_is_remembered(made: Made) -> None:
    made.open()
    before = made.text(NINE)
    assert made.citing.choose("oscola")
    assert made.cited.citations is None, "none of the style before is shown under its name"
    assert made.cited.style == OUR_STYLES["oscola"]
    made.wait()
    assert made.text(NINE) != before
    assert made.preferences.get("citation_style") == made.citing.chosen == "oscola"
    assert made.redrawn == 1
    again = Made(made.qtbot, Preferences(made.preferences.folder))
    assert again.citing.chosen == "oscola"
    assert again.citing.style.title == OUR_STYLES["oscola"]


def test_each_window_keeps_its_style_until_another_is_chosen_in_it(made: Made) -> None:
    made.open()
    other = Made(made.qtbot, made.preferences)
    other.citing.choose("aglc")
    made.citing.refresh()
    made.wait()
    assert made.citing.chosen == made.cited.name == made.citing.style.name == DEFAULT_STYLE


def test_a_style_of_the_users_is_added_once_and_remembered(made: Made, tmp_path: Path) -> None:
    made.open()
    path = small_file(tmp_path)
    for _ in range(2):
        made.citing.add(path)
        made.wait()
    assert made.preferences.get("added_styles") == [path]
    assert made.cited.choices == (*OUR_STYLES.items(), (path, "small"))
    assert made.cited.name == path
    assert made.text(NINE).endswith("paragraph 9")
    assert made.failures == []


def test_a_style_is_remembered_with_its_whole_path(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small_file(tmp_path)
    monkeypatch.chdir(tmp_path)
    made.citing.add("small.csl")
    assert made.preferences.get("added_styles") == [path]


def test_a_broken_style_is_refused_with_its_line_and_changes_nothing(
    made: Made, tmp_path: Path
) -> None:
    made.open()
    before = made.cited
    made.citing.add(small_file(tmp_path, "<b>.csl", b"<style>\n<info>\n</style>"))
    (told,) = made.failures
    assert told.startswith("The style “<b>.csl” cannot be used. The file is not well-formed XML")
    assert "(line 3)" in told
    assert made.cited == before
    assert made.preferences.get("added_styles") == []
    assert made.citing.chosen == DEFAULT_STYLE
    assert made.redrawn == 1, "what shows the wish shows the style again"


def test_a_remembered_style_that_is_gone_gives_way_to_the_default_with_a_word(
    made: Made, tmp_path: Path
) -> None:
    path = small_file(tmp_path)
    made.citing.add(path)
    Path(path).unlink()
    again = Made(made.qtbot, made.preferences)
    again.open()
    assert again.failures == ["The style “small.csl” cannot be used. There is no such file."]
    assert again.cited.name == again.citing.chosen == DEFAULT_STYLE
    assert again.preferences.get("citation_style") == DEFAULT_STYLE
    assert again.redrawn == 1
    assert again.text(NINE)


def test_a_place_that_was_not_formatted_costs_one_call(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.open()
    engine = Watched(monkeypatch)
    assert made.cited.citations is not None
    assert made.cited.citations.get(FAR) is None
    told: list[str] = []
    made.citing.ask([FAR], lambda: told.append(made.text(FAR)))
    assert told == [], "nothing waits for the engine"
    made.wait()
    assert told
    assert "987" in told[0]
    assert engine.calls == 1
    assert made.text(NINE), "what was there stays"


def test_a_preview_does_not_take_a_copy_away(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made.open()
    engine = Watched(monkeypatch)
    engine.free.clear()
    told: list[str] = []
    other = dataclasses.replace(FAR, source="decision")
    made.citing.ask([FAR], lambda: told.append(made.text(FAR)))
    made.citing.ask([other], lambda: told.append(made.text(other)))
    engine.free.set()
    made.wait()
    assert len(told) == 2
    assert made.citing._asked == []


def test_a_style_that_looks_around_formats_a_place_among_all_sources(
    made: Made, tmp_path: Path
) -> None:
    made.open()
    made.citing.add(small_file(tmp_path, content=small_xml("in-text", shorter=SHORTER)))
    made.wait()
    assert not made.citing.style.by_itself
    made.citing.ask([FAR], lambda: None)
    made.wait()
    assert made.text(FAR).endswith("987")


def test_what_is_asked_for_of_a_style_that_is_left_is_dropped(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.open()
    engine = Watched(monkeypatch)
    engine.free.clear()
    made.citing.ask([FAR], lambda: pytest.fail("the style is no longer the one of the wish"))
    made.citing.choose("oscola")
    engine.free.set()
    made.wait()
    assert made.cited.name == "oscola"
    assert made.cited.citations is not None
    assert made.cited.citations.style.name == "oscola"


def test_a_case_that_is_left_is_shown_nowhere(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Watched(monkeypatch)
    engine.free.clear()
    made.session.swap_in(opened_sample(ABDUSSAMATOV))
    made.session.swap_in(opened_sample())
    engine.free.set()
    made.wait()
    assert wait_for_all()
    assert made.cited.citations is not None
    assert made.cited.citations.get(Wanted("report")) is None
    assert made.cited.citations.get(Wanted("s-views")) is not None


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_engine_becomes_a_sentence(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    breaks, words = BROKEN[kind]
    with monkeypatch.context() as broken:
        breaks(broken, tmp_path)
        made.open()
        assert words in made.cited.fault
        assert made.failures == [made.cited.fault]
        assert made.cited.citations is None
        assert made.cited.style == OUR_STYLES[DEFAULT_STYLE]
    made.citing.refresh()
    made.wait()
    assert made.text(NINE)
    assert made.cited.fault == "", "an engine that works again is used again"


def test_an_engine_that_breaks_later_keeps_what_is_there(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made.open()
    with monkeypatch.context() as broken:
        BROKEN["garbage"][0](broken, tmp_path)
        made.citing.ask([FAR], lambda: pytest.fail("there is no answer"))
        made.wait()
    assert "cannot be read" in made.cited.fault
    assert made.text(NINE)
    told: list[str] = []
    made.citing.ask([FAR], lambda: told.append(made.text(FAR)))
    made.wait()
    assert len(told) == 1
    assert made.cited.fault == ""


def test_a_fault_of_the_program_is_told_as_one(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(engine, "run_pandoc", fail)
    made.open()
    assert made.failures == [failure_words(ZeroDivisionError())]
    assert "ZeroDivisionError" in made.failures[0]


@pytest.mark.parametrize("end", [Citing.stop, lambda citing: citing.parent().deleteLater()])
def test_a_window_that_is_gone_hears_nothing_more(
    made: Made, monkeypatch: pytest.MonkeyPatch, end: Callable[[Citing], None]
) -> None:
    engine = Watched(monkeypatch)
    engine.free.clear()
    made.session.swap_in(opened_sample(ABDUSSAMATOV))
    end(made.citing)
    delete_later()
    engine.free.set()
    assert wait_for_all()
    deliver()
    assert made.failures == []


def test_a_case_that_was_read_again_is_not_kept(made: Made) -> None:
    opened = dataclasses.replace(opened_sample(ABDUSSAMATOV))
    gone = weakref.ref(opened)
    made.session.swap_in(opened)
    made.wait()
    made.open()
    del opened
    assert gone() is None


def test_an_engine_whose_work_nobody_needs_is_ended(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mark = tmp_path / "running"
    script(
        monkeypatch,
        tmp_path,
        f"import pathlib, time\npathlib.Path({str(mark)!r}).touch()\ntime.sleep(60)",
    )
    made.session.swap_in(opened_sample(ABDUSSAMATOV))
    made.qtbot.waitUntil(mark.exists, timeout=LONG)
    made.citing.stop()
    assert wait_for_all(LONG)
    deliver()
    assert made.failures == []
