"""`python -m caseviewer` is the command."""

import runpy
import subprocess
import sys

import pytest


def test_the_package_can_be_run() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "caseviewer", "--help"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("usage: caseviewer [PATH ...]")
    assert ran.stderr == ""


def test_the_code_of_the_command_is_that_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["caseviewer", "check", "no-such-case"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("caseviewer", run_name="__main__")
    assert ended.value.code == 2
    assert "no-such-case" in capsys.readouterr().err


def test_importing_it_starts_nothing() -> None:
    assert "main" in runpy.run_module("caseviewer.__main__", run_name="caseviewer.__main__")
