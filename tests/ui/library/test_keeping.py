from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caseviewer.ui.background import wait_for_all
from caseviewer.ui.library.keeping import LibraryKeeping
from caseviewer.ui.preferences import Preferences
from tests.ui.kit import HALVEK, LONG, delete_later, deliver, opened_sample
from tests.ui.library.shelf import Shelf
from tests.ui.some_windows import SomeWindows


class Kept:
    def __init__(self, preferences: Preferences) -> None:
        self.owner = QObject()
        self.shelf, self.windows = Shelf(), SomeWindows()
        self.keeping = LibraryKeeping(self.windows, preferences, self.shelf, self.owner)
        self.counted: list[str] = []
        self.keeping.counted.connect(self.counted.append)

    def settle(self) -> None:
        for _ in range(3):
            wait_for_all()
            deliver()


@pytest.fixture
def kept(qtbot: QtBot, preferences: Preferences) -> Iterator[Kept]:
    made = Kept(preferences)
    yield made
    made.settle()
    if made.keeping.window is not None:
        made.keeping.window.close()
    delete_later()


def test_there_is_one_window_and_another_after_it_was_closed(kept: Kept) -> None:
    window = kept.keeping.show()
    assert kept.keeping.show() is window
    assert window.isVisible()
    kept.settle()
    window.close()
    delete_later()
    assert kept.keeping.window is None
    assert kept.keeping.show().isVisible()


def test_it_is_told_how_many_cases_there_are(qtbot: QtBot, kept: Kept) -> None:
    kept.keeping.count()
    qtbot.waitUntil(lambda: kept.counted == ["4 cases"], timeout=LONG)
    kept.shelf.on = False
    kept.keeping.count()
    qtbot.waitUntil(lambda: kept.counted == ["4 cases", ""], timeout=LONG)
    kept.shelf.error = RuntimeError("ours")
    kept.keeping.count()
    kept.settle()
    assert kept.counted == ["4 cases", ""]


def test_the_window_tells_how_many_cases_there_are_now(kept: Kept) -> None:
    kept.keeping.show()
    kept.settle()
    assert kept.counted
    assert set(kept.counted) == {"4 cases"}


def test_a_case_that_was_opened_is_noted_and_shown_so(kept: Kept) -> None:
    kept.keeping.note(opened_sample())
    kept.settle()
    assert kept.shelf.asked == [("opened", str(Path(HALVEK / "case.json").absolute()))]
    window = kept.keeping.show()
    kept.settle()
    kept.shelf.rows = kept.shelf.rows[:1]
    kept.keeping.note(opened_sample())
    kept.settle()
    assert len(window.view._model.rows) == 1


def test_the_look_reaches_the_window_if_there_is_one(kept: Kept, preferences: Preferences) -> None:
    preferences.set("scheme", "dark")
    kept.keeping.look_changed()
    window = kept.keeping.show()
    window.menus.check({"scheme_dark": False})
    kept.keeping.look_changed()
    assert window.menus.actions["scheme_dark"].isChecked()


def test_the_index_is_let_go_of_in_the_end(kept: Kept) -> None:
    shiboken6.delete(kept.keeping)
    assert kept.shelf.asked == ["close"]
    kept.keeping = LibraryKeeping(
        kept.windows, Preferences(Path("/nowhere")), kept.shelf, kept.owner
    )
