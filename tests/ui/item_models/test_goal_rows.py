import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from caseviewer.search.go_to import Goal, What
from caseviewer.ui.item_models.goal_rows import GoalRows

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
GOALS = (
    Goal(What.RECORD, "p", "Supreme Court\u202e", "party", "P32"),
    Goal(What.ACTION, "forward", "Forward", "action, not now · Alt+Right", is_offered=False),
    Goal(What.TAB, "review", "Review", "tab · Ctrl+7"),
)


@pytest.fixture
def rows(qapp: QApplication) -> GoalRows:
    made = GoalRows()
    QAbstractItemModelTester(made, FATAL, made)
    made.show_goals(GOALS, "court")
    return made


def test_a_goal_says_what_it_is(rows: GoalRows) -> None:
    said = [
        rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(rows.rowCount())
    ]
    assert said == [
        "P32, Supreme Court⟨U+202E⟩, party",
        "Forward, action, not now · Alt+Right",
        "Review, tab · Ctrl+7",
    ]
    assert rows.index(0, 0).data() == said[0]
    assert rows.columnCount() == 1
    assert rows.rowCount(rows.index(0, 0)) == rows.columnCount(rows.index(0, 0)) == 0
    assert rows.data(QModelIndex()) is None
    assert rows.data(rows.index(0, 0), Qt.ItemDataRole.ToolTipRole) is None


def test_the_words_that_were_typed_are_marked(rows: GoalRows) -> None:
    line = rows.line(0)
    assert line is not None
    assert [words for words, is_marked in line.title.pieces() if is_marked] == ["Court"]
    assert rows.line(9) is None
    assert rows.goal(0) is GOALS[0]
    assert rows.goal(-1) is rows.goal(9) is None


def test_what_is_not_offered_is_not_selected(rows: GoalRows) -> None:
    offered = [bool(rows.flags(rows.index(row, 0))) for row in range(3)]
    assert offered == [True, False, True]
    assert not rows.flags(QModelIndex())
    assert [rows.next_offered(row, 1) for row in range(4)] == [0, 2, 2, -1]
    assert [rows.next_offered(row, -1) for row in range(3)] == [0, 0, 2]
    rows.show_goals(GOALS[1:2], "")
    assert rows.next_offered(0, 1) == rows.next_offered(0, -1) == -1
