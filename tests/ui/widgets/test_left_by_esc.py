from PySide6.QtWidgets import QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.left_by_esc import LeftByEsc
from tests.ui.kit import bring_to_front_widget, press


def test_esc_leaves_a_part_wherever_the_keys_are_in_it(qtbot: QtBot) -> None:
    part, button = LeftByEsc(), QPushButton("Next")
    qtbot.addWidget(part)
    QVBoxLayout(part).addWidget(button)
    left: list[bool] = []
    part.left.connect(lambda: left.append(True))
    bring_to_front_widget(qtbot, part)
    button.setFocus()
    press("A", "Esc")
    assert left == [True]
