import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """Three parts of 40 by 10, with 5 between them."""
    made = QWidget()
    qtbot.addWidget(made)
    layout = FlowLayout(made)
    layout.setSpacing(5)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(40, 10)
        layout.addWidget(part)
    made.show()
    return made


def layout_of(row: QWidget) -> FlowLayout:
    found = row.layout()
    assert isinstance(found, FlowLayout)
    return found


def places(row: QWidget, width: int) -> list[tuple[int, int]]:
    layout = layout_of(row)
    layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width)))
    items = [layout.itemAt(at) for at in range(layout.count())]
    parts = [item.widget() for item in items if item is not None]
    return [(part.x(), part.y()) for part in parts if part is not None and part.isVisible()]


@pytest.mark.parametrize(
    ("width", "wanted", "height"),
    [
        (130, [(0, 0), (45, 0), (90, 0)], 10),
        (129, [(0, 0), (45, 0), (0, 15)], 25),
        (84, [(0, 0), (0, 15), (0, 30)], 40),
        (10, [(0, 0), (0, 15), (0, 30)], 40),
    ],
)
def test_what_finds_no_room_stands_in_the_next_line(
    row: QWidget, width: int, wanted: list[tuple[int, int]], height: int
) -> None:
    assert layout_of(row).heightForWidth(width) == height
    assert places(row, width) == wanted


def test_hidden_parts_take_no_room(row: QWidget) -> None:
    first = layout_of(row).itemAt(0)
    assert first is not None
    part = first.widget()
    assert part is not None
    part.hide()
    assert places(row, 130) == [(0, 0), (45, 0)]
    assert layout_of(row).sizeHint() == QSize(85, 10)


def test_it_wishes_for_one_line_and_needs_its_widest_part(row: QWidget) -> None:
    layout = layout_of(row)
    assert layout.sizeHint() == QSize(130, 10)
    assert layout.minimumSize() == QSize(40, 10)
    assert layout.hasHeightForWidth()
    assert layout.expandingDirections() == Qt.Orientation(0)


def test_parts_are_found_and_taken_by_their_places(row: QWidget) -> None:
    layout = layout_of(row)
    assert layout.itemAt(3) is None
    assert layout.itemAt(-1) is None
    assert layout.takeAt(3) is None
    taken = layout.takeAt(1)
    assert taken is not None
    assert layout.count() == 2
    empty = FlowLayout()
    assert empty.heightForWidth(10) == 0
    assert empty.sizeHint() == QSize(0, 0)
