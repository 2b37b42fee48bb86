"""What is being written when another file comes into the window stays with the file it is about."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from tests.e2e.noting import PRIVATE, field_of, kept, overview_of
from tests.ui.kit import ABDUSSAMATOV, HALVEK, LONG, copy_of, go, open_in, press, write

HALVEKS = "urn:x-casebundle:halvek-v-valdrasia"


def targets(program: Program) -> list[tuple[str, str]]:
    return [(one["target"]["source"], one["body"]["value"]) for one in kept(program)]


def revised(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    value = json.loads(path.read_text("utf-8"))
    change(value)
    path.write_text(json.dumps(value), "utf-8")


def show(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Read another file in the same window, while the keys stay where they are."""
    before = window.desk.session.whole
    window.open_path(str(path))
    qtbot.waitUntil(lambda: window.desk.session.whole is not before, timeout=LONG)


def test_what_was_typed_at_the_last_moment_is_saved_with_the_case_it_is_about(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    go(window, Tab.PARTIES, "p-halvek")
    press("Ctrl+Shift+N")
    write(PRIVATE)
    show(qtbot, window, ABDUSSAMATOV)
    assert targets(program) == [(f"{HALVEKS}:p-halvek", PRIVATE)]


def test_what_is_typed_while_the_record_goes_is_not_lost(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    path = copy_of(HALVEK, tmp_path) / "case.json"
    window = open_in(qtbot, program, path.parent)
    go(window, Tab.PARTIES, "p-halvek")
    revised(path, lambda value: value.update(
        parties=[one for one in value["parties"] if one["id"] != "p-halvek"]))  # fmt: skip
    press("Ctrl+Shift+N")
    write(PRIVATE)
    show(qtbot, window, path)
    assert targets(program) == [(f"{HALVEKS}:p-halvek", PRIVATE)]
    go(window, Tab.OVERVIEW)
    assert f"P2 Mirela Halvek: {PRIVATE}" in overview_of(window)


def test_a_field_never_takes_a_note_to_a_record_of_the_same_id_in_another_case(
    qtbot: QtBot, program: Program, window: MainWindow, tmp_path: Path
) -> None:
    path = copy_of(HALVEK, tmp_path) / "case.json"
    revised(path, lambda value: value.update(id="another-case"))
    go(window, Tab.PARTIES, "p-committee")  # the first in the list of either
    press("Ctrl+Shift+N")
    write(PRIVATE)
    go(window, Tab.QUOTATIONS)
    show(qtbot, window, path)
    go(window, Tab.PARTIES)
    assert window.desk.session.location.record == "p-committee"
    assert field_of(window, Tab.PARTIES).text.toPlainText() == ""
    press("Ctrl+Shift+N")
    write("Another one")
    press("Esc")
    assert sorted(targets(program)) == [
        ("urn:x-casebundle:another-case:p-committee", "Another one"),
        (f"{HALVEKS}:p-committee", PRIVATE),
    ]
    assert len({one["id"] for one in kept(program)}) == 2
