"""The keys of a timeline: along the marks, across the lanes, nearer and further."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt

ZOOM_STEP = 1.6
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Moved(Protocol):
    """What keys ask of a timeline."""

    def step(self, by: int) -> None:
        """Select the next mark, or the one before."""

    def to_end(self, by: int) -> None:
        """Select the last mark, or the first."""

    def change_lane(self, by: int) -> None:
        """Select a mark in the lane below or above."""

    def pan(self, part: float) -> None:
        """Move on by a part of what is seen."""

    def zoom(self, factor: float) -> None:
        """Show fewer days, wider."""

    def fit(self) -> None:
        """Show all days."""

    def follow(self) -> None:
        """Open a cluster, or read what is selected."""

    def leave(self) -> None:
        """Give the keys back to the list."""


def meaning(view: Moved, key: int, modifiers: Qt.KeyboardModifier) -> Callable[[], None] | None:
    """What a key does in a timeline; None where it does nothing."""
    keys = Qt.Key
    if modifiers & _SHIFT and key in {keys.Key_Left, keys.Key_Right}:
        return lambda: view.pan(-0.25 if key == keys.Key_Left else 0.25)
    found: dict[int, Callable[[], None]] = {
        keys.Key_Left: lambda: view.step(-1),
        keys.Key_Right: lambda: view.step(1),
        keys.Key_Up: lambda: view.change_lane(-1),
        keys.Key_Down: lambda: view.change_lane(1),
        keys.Key_Home: lambda: view.to_end(-1),
        keys.Key_End: lambda: view.to_end(1),
        keys.Key_PageUp: lambda: view.pan(-0.8),
        keys.Key_PageDown: lambda: view.pan(0.8),
        keys.Key_Plus: lambda: view.zoom(ZOOM_STEP),
        keys.Key_Equal: lambda: view.zoom(ZOOM_STEP),
        keys.Key_Minus: lambda: view.zoom(1 / ZOOM_STEP),
        keys.Key_0: view.fit,
        keys.Key_Return: view.follow,
        keys.Key_Enter: view.follow,
        keys.Key_Escape: view.leave,
    }
    return found.get(key)
