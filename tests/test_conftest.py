"""What every test stands on holds: the fixtures are run as a plugin over small tests."""

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

ROOT = Path(__file__).parent.parent


def outcome(folder: Path, source: str) -> str:
    """What pytest prints about a small test file that stands on our fixtures."""
    (folder / "test_small.py").write_text(source, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "--rootdir", str(folder), "--color=no", "-q", str(folder / "test_small.py")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("kept.append(QWidget())", "1 passed, 1 error"),
        ("kept.append(QWidget()); kept[0].close()", "1 passed, 1 error"),
        ("QWidget().show()", "1 passed in"),
        ("qtbot.addWidget(QWidget())", "1 passed in"),
        ("kept.append(QWidget()); kept[0].deleteLater()", "1 passed in"),
        ("w = QWidget(); w.me = w", "1 passed in"),
    ],
)
def test_a_window_left_behind_is_a_fault(tmp_path: Path, body: str, expected: str) -> None:
    source = (
        f"from PySide6.QtWidgets import QWidget\nkept = []\ndef test_small(qtbot):\n    {body}\n"
    )
    printed = outcome(tmp_path, source)
    assert expected in printed
    assert ("left behind: QWidget" in printed) == ("error" in expected)


def test_a_test_without_windows_makes_no_application(tmp_path: Path) -> None:
    source = (
        "from PySide6.QtCore import QCoreApplication\n"
        "def test_small(home):\n    assert QCoreApplication.instance() is None\n"
    )
    assert "1 passed" in outcome(tmp_path, source)


def test_folders_of_a_person_are_the_tests_own(home: Path) -> None:
    folders = [
        platformdirs.user_config_path("caseviewer"),
        platformdirs.user_data_path("caseviewer"),
        platformdirs.user_cache_path("caseviewer"),
        platformdirs.user_state_path("caseviewer"),
    ]
    assert all(folder.is_relative_to(home) for folder in folders)
    assert Path.home() == home
