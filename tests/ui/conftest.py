"""Fixtures of the window for all tests in this room."""

from tests.ui.kit import preferences, program, session, window

__all__ = ["preferences", "program", "session", "window"]
