"""Fixtures of the window for all tests in this room."""

from tests.e2e.citing import asked, small_window, something_before
from tests.ui.kit import preferences, program, session, window

__all__ = [
    "asked",
    "preferences",
    "program",
    "session",
    "small_window",
    "something_before",
    "window",
]
