import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.citations.styles import OUR_STYLES
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow, _sample_name, _short_name
from tests.ui.kit import (
    ABDUSSAMATOV,
    HALVEK,
    LONG,
    bring_to_front,
    delete_later,
    go,
    opened_sample,
    press,
)


@pytest.fixture
def empty(qtbot: QtBot, program: Program) -> MainWindow:
    made = program.new_window()
    bring_to_front(qtbot, made)
    return made


def test_a_window_is_painted_before_its_desk_is_laid(qtbot: QtBot, program: Program) -> None:
    made = program.new_window()
    assert made._desk is None
    assert made.is_empty
    with qtbot.waitSignal(made.painted, timeout=LONG):
        assert made._desk is None
    assert made._desk is not None


def test_a_window_that_is_asked_for_something_at_once_waits_for_its_desk(
    qtbot: QtBot, program: Program
) -> None:
    made = program.new_window()
    told: list[bool] = []
    made.painted.connect(lambda: told.append(made._desk is not None))
    qtbot.waitUntil(lambda: made._loading is not None, timeout=LONG)
    laid = made.desk
    qtbot.waitUntil(lambda: told == [True], timeout=LONG)
    assert made.desk is laid


def test_a_window_can_be_closed_before_its_desk_is_laid(qtbot: QtBot, program: Program) -> None:
    made = program.new_window()
    qtbot.waitUntil(lambda: made._loading is not None, timeout=LONG)
    made.close()
    delete_later()
    assert program.windows == []


def test_keys_work_in_a_window_that_has_its_case_before_it_is_painted(
    qtbot: QtBot, program: Program
) -> None:
    made = program.new_window()
    made.setUpdatesEnabled(False)  # as on a busy machine, where the case is there first
    made.desk.show_case(opened_sample())
    bring_to_front(qtbot, made)
    assert not made._painted
    go(made, Tab.PARTIES, "p-halvek")
    press("Ctrl+B")
    assert made.notice.text == "Starred: P2."


def test_a_window_needs_nothing_that_is_slow_to_load() -> None:
    program = "import sys, caseviewer.ui.main_window; assert 'pydantic' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_an_empty_window_shows_the_start_page_and_offers_little(
    qtbot: QtBot, empty: MainWindow
) -> None:
    assert empty._stack.currentWidget() is empty.start_page
    assert empty.windowTitle() == "Case Viewer"
    assert not empty.menus.actions["copy"].isEnabled()
    assert empty.menus.actions["open"].isEnabled()
    qtbot.waitUntil(lambda: not empty.windowIcon().isNull(), timeout=LONG)


def test_the_samples_can_be_opened_from_the_menu(qtbot: QtBot, empty: MainWindow) -> None:
    names = {action.text(): action for action in empty._sample_menu.actions()}
    assert "Abdussamatov v. Kazakhstan" in names
    names["Abdussamatov v. Kazakhstan"].trigger()
    qtbot.waitUntil(lambda: empty.desk.session.opened is not None, timeout=LONG)
    assert empty.windowTitle().endswith("– Case Viewer")
    assert empty.windowTitle().startswith("Extradition of asylum-seekers")
    assert not empty.is_empty


def test_a_case_that_is_being_read_keeps_its_window(empty: MainWindow) -> None:
    empty.open_path(str(HALVEK))
    assert not empty.is_empty
    empty.desk.opener.stop()
    assert empty.is_empty


def test_the_scheme_in_use_is_marked(program: Program, empty: MainWindow) -> None:
    empty.menus.actions["scheme_dark"].trigger()
    marked = {name: empty.menus.actions[f"scheme_{name}"].isChecked()
              for name in ("system", "light", "dark")}  # fmt: skip
    assert marked == {"system": False, "light": False, "dark": True}
    assert program.preferences.get("scheme") == "dark"


def test_the_screen_can_be_filled_and_left_again(empty: MainWindow) -> None:
    empty.menus.actions["full_screen"].trigger()
    assert empty.isFullScreen()
    assert empty.menus.actions["full_screen"].isChecked()
    empty.menus.actions["full_screen"].trigger()
    assert not empty.isFullScreen()
    assert not empty.menus.actions["full_screen"].isChecked()


def test_its_size_is_remembered_but_not_that_of_the_screen(
    program: Program, empty: MainWindow
) -> None:
    empty.resize(1_000, 700)
    empty.close()
    assert program.preferences.get("window_size") == [1_000, 700]
    other = program.new_window()
    assert (other.width(), other.height()) == (1_000, 700)
    other.showFullScreen()
    other.close()
    assert program.preferences.get("window_size") == [1_000, 700]


def test_the_styles_are_in_their_menu_and_the_chosen_one_is_marked(
    qtbot: QtBot, program: Program, empty: MainWindow
) -> None:
    qtbot.waitUntil(lambda: empty._desk is not None, timeout=LONG)

    def marked() -> list[str]:
        return [one.text() for one in empty._style_menu.actions() if one.isChecked()]

    assert [one.text() for one in empty._style_menu.actions()] == list(OUR_STYLES.values())
    assert marked() == [OUR_STYLES["refworld"]]
    empty._style_menu.actions()[2].trigger()
    assert marked() == [OUR_STYLES["oscola"]]
    assert program.preferences.get("citation_style") == "oscola"
    other = program.new_window()
    assert other.desk.citing.chosen == "oscola"


def dropped(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def drop(window: MainWindow, data: QMimeData) -> QDropEvent:
    action, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(5, 5), action, data, button, keys)
    entering.setAccepted(False)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted() == data.hasUrls()
    event = QDropEvent(QPointF(5, 5), action, data, button, keys)
    event.setAccepted(False)
    QApplication.sendEvent(window, event)
    return event


def test_files_that_are_dropped_are_opened(
    qtbot: QtBot, program: Program, empty: MainWindow
) -> None:
    files = [QUrl.fromLocalFile(str(path)).toString() for path in (HALVEK, ABDUSSAMATOV)]
    assert drop(empty, dropped(*files)).isAccepted()
    qtbot.waitUntil(
        lambda: (
            len(program.windows) == 2
            and all(window.desk.session.opened for window in program.windows)
        ),
        timeout=LONG,
    )


def test_an_address_on_another_machine_is_not_opened(empty: MainWindow) -> None:
    event = drop(empty, dropped("https://example.org/case.json"))
    assert not event.isAccepted()
    assert empty.notice.text == "Only files and folders of this computer can be opened."
    assert empty.is_empty


def test_text_that_is_dragged_over_the_window_is_left_alone(empty: MainWindow) -> None:
    data = QMimeData()
    data.setText("/etc/passwd")
    entering = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.setAccepted(False)
    QApplication.sendEvent(empty, entering)
    assert not entering.isAccepted()


def test_closing_gives_up_what_is_being_read(empty: MainWindow) -> None:
    desk = empty.desk
    empty.open_path(str(HALVEK))
    empty.close()
    assert not desk.opener.busy


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/a/halvek/case.json", "halvek"),
        ("/a/halvek/CASE.JSON", "halvek"),
        ("/a/halvek.json", "halvek.json"),
        ("/a/halvek", "halvek"),
    ],
)
def test_a_recent_file_is_called_by_what_tells_it_apart(path: str, name: str) -> None:
    assert _short_name(path) == name


def test_a_sample_is_called_as_people_cite_the_case() -> None:
    assert _sample_name("abdussamatov-v-kazakhstan") == "Abdussamatov v. Kazakhstan"
