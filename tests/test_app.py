import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer import app as wiring
from caseviewer.app import Program
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.widgets.menus import Menu
from tests.ui.kit import ABDUSSAMATOV, HALVEK, LONG, delete_later, running


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "preferences") as program:
        yield program


def read(program: Program) -> list[str]:
    """The cases on screen."""
    return [
        window.desk.session.opened.case.id
        for window in program.windows
        if window.desk.session.opened is not None
    ]


def test_a_case_opens_in_an_empty_window_and_the_next_in_a_new_one(
    qtbot: QtBot, made: Program
) -> None:
    first = made.new_window()
    made.open_paths([str(HALVEK), str(ABDUSSAMATOV)])
    assert len(made.windows) == 2
    assert made.windows[0] is first
    qtbot.waitUntil(
        lambda: read(made) == ["halvek-v-valdrasia", "abdussamatov-v-kazakhstan"], timeout=LONG
    )


def test_without_a_window_one_is_opened(qtbot: QtBot, made: Program) -> None:
    made.open_paths([str(HALVEK)])
    assert len(made.windows) == 1
    qtbot.waitUntil(lambda: read(made) == ["halvek-v-valdrasia"], timeout=LONG)


def test_a_closed_window_is_gone_with_all_that_it_held(made: Program) -> None:
    made.new_window()
    kept = made.new_window()
    made.windows[0].close()
    delete_later()
    assert made.windows == [kept]
    made.open_paths([str(HALVEK)])
    assert made.windows == [kept]


def test_a_hidden_window_gets_no_case(made: Program) -> None:
    made.new_window().close()
    made.open_paths([str(HALVEK)])
    assert len([window for window in made.windows if not window.isHidden()]) == 1


def test_quitting_closes_every_window(made: Program) -> None:
    windows = [made.new_window(), made.new_window()]
    made.quit()
    assert all(window.isHidden() for window in windows)


def test_the_look_changes_in_every_window_at_once(made: Program) -> None:
    windows = [made.new_window(), made.new_window()]
    size = windows[0].font().pointSizeF()
    made.preferences.set("scheme", "dark")
    made.preferences.set("text_size", 200)
    made.apply_look()
    for window in windows:
        assert window.font().pointSizeF() == pytest.approx(2 * size)
        assert window.palette().window().color().lightness() < 128
        assert window.menus.actions["scheme_dark"].isChecked()


def test_notes_are_hidden_in_every_window_at_once(made: Program) -> None:
    windows = [made.new_window(), made.new_window()]
    _ = windows[0].desk
    made.preferences.set("notes_hidden", True)
    made.refresh_notes()
    for window in windows:
        assert not window.menus.actions["show_notes"].isChecked()
        assert not window.menus._menus[Menu.NOTES].menuAction().isVisible()
    assert windows[0].desk.session.notes_hidden


def test_a_change_of_the_systems_colours_is_followed(made: Program) -> None:
    window = made.new_window()
    window.menus.check({"scheme_system": False})
    made._app.styleHints().colorSchemeChanged.emit(made._app.styleHints().colorScheme())
    assert window.menus.actions["scheme_system"].isChecked()


def test_what_is_remembered_of_the_look_holds_from_the_start(
    qapp: QApplication, tmp_path: Path
) -> None:
    size = qapp.font().pointSizeF()
    preferences = Preferences(tmp_path / "preferences")
    preferences.set("text_size", 150)
    preferences.set("scheme", "dark")
    with running(qapp, tmp_path / "preferences") as program:
        assert program.new_window().font().pointSizeF() == pytest.approx(1.5 * size)
        assert qapp.palette().base().color().lightness() < 128


def test_running_opens_a_window_for_each_path_and_ends_with_the_last_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    seen: list[object] = []

    def exec_() -> int:
        """What the event loop would do until the last window is closed."""
        (program,) = [child for child in app.children() if isinstance(child, Program)]
        qtbot.waitUntil(lambda: len(read(program)) == 2, timeout=LONG)
        seen.extend((read(program), [str(w.desk.session.opened.path) for w in program.windows
                                     if w.desk.session.opened]))  # fmt: skip
        program.quit()
        program.deleteLater()
        delete_later()
        return 7

    monkeypatch.chdir(HALVEK.parent)
    monkeypatch.setattr(wiring, "QApplication", lambda _: app)
    monkeypatch.setattr(app, "exec", exec_)
    name, font, palette = app.applicationName(), app.font(), app.palette()
    try:
        assert wiring.run([HALVEK.name, str(ABDUSSAMATOV)]) == 7
        assert gc.isenabled()
    finally:
        app.setApplicationName(name)
        app.setStyleSheet("")
        app.setFont(font)
        app.setPalette(palette)
    assert seen == [
        ["halvek-v-valdrasia", "abdussamatov-v-kazakhstan"],
        [str(HALVEK), str(ABDUSSAMATOV)],
    ]


def test_recent_files_are_forgotten_in_every_window(made: Program) -> None:
    first, second = made.new_window(), made.new_window()
    made.preferences.add_recent("/somewhere/kept.case.json")
    made.refresh_recent()
    assert len(first._recent_menu.actions()) == len(second._recent_menu.actions()) == 1
    first._do("forget_recent")
    assert not first._recent_menu.actions()
    assert not second._recent_menu.actions()


RUN = """
import sys
from PySide6.QtCore import QTimer
from caseviewer import app
from caseviewer.ui.main_window import MainWindow
from PySide6.QtWidgets import QApplication

def look():
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    if windows and all(w._desk and w._desk.session.opened for w in windows):
        print(*(w.windowTitle() for w in windows), QApplication.applicationName(), sep="|")
        windows[0].desk.handlers["copy_page"]()  # what is copied may outlive Python
        QApplication.closeAllWindows()
    else:
        QTimer.singleShot(20, look)

paint = MainWindow.showEvent
def shown(self, event):
    paint(self, event)
    QTimer.singleShot(20, look)
MainWindow.showEvent = shown
sys.exit(app.run(sys.argv[1:]))
"""


def test_the_program_runs_as_a_program_and_ends_cleanly(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", RUN, str(HALVEK)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("Mirela Halvek v. Valdrasia – Case Viewer|Case Viewer")
    assert "Traceback" not in done.stderr
