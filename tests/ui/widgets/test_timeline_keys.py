import pytest
from PySide6.QtCore import Qt

from caseviewer.ui.widgets.timeline_keys import ZOOM_STEP, meaning

KEY = Qt.Key


class Told:
    """Writes down what keys ask."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def step(self, by: int) -> None:
        self.asked.append(("step", by))

    def to_end(self, by: int) -> None:
        self.asked.append(("end", by))

    def change_lane(self, by: int) -> None:
        self.asked.append(("lane", by))

    def pan(self, part: float) -> None:
        self.asked.append(("pan", part))

    def zoom(self, factor: float) -> None:
        self.asked.append(("zoom", factor))

    def fit(self) -> None:
        self.asked.append("fit")

    def follow(self) -> None:
        self.asked.append("follow")

    def leave(self) -> None:
        self.asked.append("leave")


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        (KEY.Key_Left, ("step", -1)),
        (KEY.Key_Right, ("step", 1)),
        (KEY.Key_Up, ("lane", -1)),
        (KEY.Key_Down, ("lane", 1)),
        (KEY.Key_Home, ("end", -1)),
        (KEY.Key_End, ("end", 1)),
        (KEY.Key_PageUp, ("pan", -0.8)),
        (KEY.Key_PageDown, ("pan", 0.8)),
        (KEY.Key_Plus, ("zoom", ZOOM_STEP)),
        (KEY.Key_Equal, ("zoom", ZOOM_STEP)),
        (KEY.Key_Minus, ("zoom", 1 / ZOOM_STEP)),
        (KEY.Key_0, "fit"),
        (KEY.Key_Return, "follow"),
        (KEY.Key_Enter, "follow"),
        (KEY.Key_Escape, "leave"),
    ],
)
def test_a_key_has_its_meaning(key: Qt.Key, asked: object) -> None:
    told = Told()
    do = meaning(told, key, Qt.KeyboardModifier.NoModifier)
    assert do is not None
    do()
    assert told.asked == [asked]


@pytest.mark.parametrize(("key", "part"), [(KEY.Key_Left, -0.25), (KEY.Key_Right, 0.25)])
def test_with_shift_arrows_move_the_picture(key: Qt.Key, part: float) -> None:
    told = Told()
    do = meaning(told, key, Qt.KeyboardModifier.ShiftModifier)
    assert do is not None
    do()
    assert told.asked == [("pan", part)]


def test_other_keys_are_left_to_the_window() -> None:
    assert meaning(Told(), KEY.Key_A, Qt.KeyboardModifier.NoModifier) is None
