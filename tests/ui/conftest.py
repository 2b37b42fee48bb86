"""Fixtures of the window for all tests in this room."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from caseviewer.ui.clipboard import let_go
from tests.ui.kit import preferences, program, session, window

__all__ = ["preferences", "program", "session", "window"]


@pytest.fixture(scope="session", autouse=True)
def _nothing_copied_outlives_python(qapp: QApplication) -> Iterator[None]:
    yield
    let_go()
