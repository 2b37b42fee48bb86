import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.citations.forms import Wanted
from caseviewer.formatting.page import Tab, Target
from caseviewer.ui import desk
from caseviewer.ui.actions import ACTIONS, Needs
from caseviewer.ui.desk import Desk
from caseviewer.ui.dialogs.find_style import FindStyle
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Location
from tests.citations.small import small_xml
from tests.ui.kit import ABDUSSAMATOV, opened_sample
from tests.ui.some_windows import SomeWindows


class Notices:
    """Writes down what is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.do: Callable[[], None] | None = None

    def say(self, text: str) -> None:
        self.told.append(("say", text))

    def warn(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        self.told.append(("warn", text))
        self.do = do
        if action:
            self.told.append(("button", action))

    def progress(self, text: str, stop: Callable[[], None]) -> None:
        self.told.append(("progress", text))
        self.do = stop

    def advance(self, done: int, total: int) -> None:
        self.told.append(("advance", f"{done}/{total}"))

    def end_progress(self, text: str) -> None:
        self.told.append(("end", text))

    def put_away(self) -> None:
        self.told.append(("put away", ""))

    def take_back(self, text: str) -> None:
        self.told.append(("taken back", text))


class Set:
    """A desk with what it works on."""

    def __init__(self, qtbot: QtBot, preferences: Preferences) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.notices = Notices()
        self.preferences = preferences
        self.desk = Desk(self.window, SomeWindows(), preferences, self.notices)
        self.desk.case_shown.connect(
            lambda _: self.desk.case_view and self.desk.case_view.setParent(self.window)
        )

    def warned(self) -> list[str]:
        return [text for kind, text in self.notices.told if kind == "warn"]


@pytest.fixture
def made(qtbot: QtBot, preferences: Preferences) -> Set:
    return Set(qtbot, preferences)


def test_every_action_but_that_of_the_window_itself_has_its_handler(made: Set) -> None:
    assert set(made.desk.handlers) | {"full_screen"} == {spec.name for spec in ACTIONS}


def test_without_a_case_nothing_is_offered(made: Set) -> None:
    assert made.desk.offered() == frozenset()
    assert made.desk.view() is None


def test_what_is_offered_follows_the_way(made: Set) -> None:
    made.desk.show_case(opened_sample())
    assert made.desk.offered() == {Needs.CASE, Needs.RECENT}
    made.desk.session.go(Target("p-korr"))
    assert made.desk.offered() == {Needs.CASE, Needs.RECENT, Needs.BACK}
    made.desk.session.step(-1)
    assert made.desk.offered() == {Needs.CASE, Needs.RECENT, Needs.FORWARD}


def test_a_case_opens_in_the_tab_that_was_last_in_front(made: Set) -> None:
    made.preferences.set("tab", "quotations")
    made.desk.show_case(opened_sample())
    assert made.desk.session.location.tab is Tab.QUOTATIONS
    made.desk.session.go(Target("p-korr"))
    assert made.preferences.get("tab") == "parties"


def test_a_tab_that_the_program_does_not_know_gives_way_to_the_overview(made: Set) -> None:
    made.preferences.set("tab", "of another version")
    made.desk.show_case(opened_sample())
    assert made.desk.session.location == Location()


def test_a_case_is_remembered_and_a_second_reading_says_so(made: Set) -> None:
    shown: list[object] = []
    made.desk.case_shown.connect(shown.append)
    made.desk.show_case(opened_sample())
    assert made.preferences.get("recent") == [str(Path(opened_sample().path).absolute())]
    assert [text for kind, text in made.notices.told if kind == "say"] == []
    view = made.desk.case_view
    again = dataclasses.replace(opened_sample())
    made.desk.show_case(again)
    assert made.notices.told[-1] == ("say", "Read again: this is the file as it is now.")
    assert made.desk.case_view is view
    assert shown == [opened_sample(), again]


def test_a_refusal_keeps_the_last_good_case_and_offers_to_try_again(made: Set) -> None:
    made.desk.show_case(opened_sample())
    made.desk.opener.refused.emit("/a/case.json", "It is no case file.")
    assert made.notices.told[-2:] == [
        ("warn", "“case.json” was not opened. It is no case file."),
        ("button", "Try again"),
    ]
    assert made.desk.session.opened is opened_sample()
    asked: list[str] = []
    made.desk.opener.started.connect(asked.append)
    assert made.notices.do is not None
    made.notices.do()
    assert asked == ["/a/case.json"]
    made.desk.opener.stop()


def test_long_work_shows_where_it_is_and_can_be_stopped(made: Set) -> None:
    made.desk.opener.started.emit("/a")
    assert made.desk._slow.isActive()
    made.desk._slow.timeout.emit()
    assert made.notices.told == [("progress", "Reading the case…")]
    made.desk.opener.progressed.emit(1, 3)
    assert made.notices.told[-1] == ("advance", "1/3")
    assert made.notices.do is not None
    made.notices.do()
    assert not made.desk._slow.isActive()
    assert made.notices.told[-1] == ("say", "Reading was stopped; nothing was opened.")


def test_a_changed_file_is_told_with_a_way_to_read_it_again(made: Set) -> None:
    made.desk.show_case(opened_sample(ABDUSSAMATOV))
    made.desk.watcher.file_changed.emit()
    assert made.notices.told[-2:] == [
        ("warn", "The file changed on disk. What you see is what was read before."),
        ("button", "Reload"),
    ]
    asked: list[str] = []
    made.desk.opener.started.connect(asked.append)
    assert made.notices.do is not None
    made.notices.do()
    assert asked == [str(ABDUSSAMATOV)]
    made.desk.opener.stop()


def test_preferences_that_cannot_be_read_or_saved_are_told_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    made = Set(qtbot, Preferences(tmp_path / "file" / "folder"))
    assert made.warned() == ["The preferences could not be read; the defaults are used."]
    made.desk.show_case(opened_sample())
    made.desk.session.go(Target("p-korr"))
    made.desk.session.go(Target(tab=Tab.REVIEW))
    told = [text for text in made.warned() if "The preferences could not be saved" in text]
    assert len(told) == 1
    assert told[0].startswith("The preferences could not be read"), "opening did not hide it"
    assert str(tmp_path / "file" / "folder") in told[0]


def test_what_was_to_be_said_of_copies_is_not_said_of_another_reading(made: Set) -> None:
    made.desk.show_case(opened_sample())
    refuse = partial(made.desk.opener.refused.emit, "/a/case.json", "It is no case file.")
    for give_up in (refuse, made.desk._give_up):
        made.desk._attaching.attached.emit("Attached: it matches.")
        made.desk.opener.stop()
        give_up()
        made.desk.show_case(dataclasses.replace(opened_sample()))
        assert made.notices.told[-1] == ("say", "Read again: this is the file as it is now.")


def test_only_the_progress_of_the_checks_ends_with_them(made: Set) -> None:
    made.desk.show_case(opened_sample())
    made.desk._slow_checks.timeout.emit()
    assert made.notices.told[-1] == ("progress", "Checking documents and passages…")
    made.desk.checker.checked.emit(opened_sample())
    assert made.notices.told[-1] == ("end", "Checking documents and passages…")


# Citations


def test_what_a_tab_wishes_is_done(made: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    made.desk.show_case(opened_sample())
    done: list[object] = []
    monkeypatch.setattr(made.desk.citing, "choose", done.append)
    monkeypatch.setattr(made.desk.citing, "ask", lambda wanted, then: done.append((wanted, then())))
    made.desk.handlers["copy_citation"] = lambda: done.append("copied")
    view = made.desk.case_view
    assert view is not None
    for name, value in (
        ("choose_style", "oscola"),
        ("format", Wanted("s-views")),
        ("copy_citation", None),
    ):
        view.wished.emit(name, value)
    assert done == ["oscola", ((Wanted("s-views"),), None), "copied"]


def test_what_cannot_be_formatted_is_told(made: Set) -> None:
    made.desk.citing.failed.emit("The engine is not there.")
    made.desk._cites.warned.emit("Nothing was copied.")
    made.desk._cites.said.emit("Copied: S1.")
    assert made.notices.told == [
        ("warn", "The engine is not there."),
        ("warn", "Nothing was copied."),
        ("say", "Copied: S1."),
    ]


def test_a_remembered_style_that_is_gone_is_told_though_a_case_opens(
    qtbot: QtBot, preferences: Preferences
) -> None:
    preferences.set("citation_style", "/no/such/style.csl")
    made = Set(qtbot, preferences)
    made.desk.show_case(opened_sample())
    assert made.notices.told[-1] == (
        "warn",
        "The style “style.csl” cannot be used. There is no such file.",
    )


def test_styles_are_searched_where_they_are_installed(
    made: Set, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(desk, "styles_folder", lambda: None)
    made.desk.handlers["find_style"]()
    assert made.warned() == [
        "The styles to search are not installed. To install them: pip install 'caseviewer[styles]'"
    ]
    (tmp_path / "law-review.csl").write_bytes(small_xml())
    monkeypatch.setattr(desk, "styles_folder", lambda: tmp_path)
    made.desk.handlers["find_style"]()
    (dialog,) = made.window.findChildren(FindStyle)
    dialog.accept()
    assert made.desk.citing.chosen == str(tmp_path / "law-review.csl")


def test_a_window_that_closes_gives_up_what_is_under_way(made: Set) -> None:
    made.desk.show_case(opened_sample())
    made.desk.opener.open("/a/case.json")
    made.desk._cites.copy_bibliography(everything=True)
    works = (made.desk.opener, made.desk.citing._turn, made.desk._cites._turn)
    assert all(work.busy for work in works)
    made.desk.stop()
    assert not any(work.busy for work in works)
