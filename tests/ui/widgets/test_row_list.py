from collections.abc import Callable

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from caseviewer.ui.widgets.row_list import RowList
from tests.ui.kit import bring_to_front_widget, clipboard, press

ROWS = 60
HIGH = 50


class Words(RowList):
    """A list of a few words, each row of which is higher than rows are."""

    fitted_at_once = 7

    def __init__(self, rows: int = ROWS) -> None:
        super().__init__("Words")
        self.followed: list[int] = []
        self.setModel(QStringListModel([f"word {row}" for row in range(rows)], self))

    @override
    def follow(self) -> None:
        self.followed.append(self.currentIndex().row())

    @override
    def _heights(self) -> Callable[[int], int] | None:
        return (lambda row: HIGH + row) if self.heights_known else None

    heights_known = True

    def fit(self, first: int | None = None) -> None:
        self._fit_in_turns(ROWS, first)

    def fitted(self) -> list[int]:
        return [row for row in range(ROWS) if self.rowHeight(row) == HIGH + row]


@pytest.fixture
def shown(qtbot: QtBot) -> Words:
    made = Words()
    qtbot.addWidget(made)
    made.resize(300, 300)
    bring_to_front_widget(qtbot, made)
    made.setFocus()
    return made


def test_keys_lead_along_the_list_and_enter_follows(shown: Words) -> None:
    assert shown.accessibleName() == "Words"
    shown.selectRow(3)
    press("Return", "End", "Enter", "Home", "Down", "Return")
    assert shown.followed == [3, ROWS - 1, 1]


def test_esc_leaves_a_list_that_it_leads_out_of(
    shown: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[bool] = []
    shown.left.connect(lambda: left.append(True))
    press("Esc")
    assert left == []
    monkeypatch.setattr(Words, "is_left_by_esc", True)
    press("Esc")
    assert left == [True]


def test_copying_is_left_to_the_window(shown: Words) -> None:
    shown.selectRow(3)
    QApplication.clipboard().setText("before")
    press("Ctrl+C")
    assert clipboard().text() == "before"


def test_rows_that_are_seen_are_fitted_first_and_the_others_in_turns(
    shown: Words, qtbot: QtBot
) -> None:
    shown.scrollTo(shown.model().index(ROWS - 1, 0))
    seen = shown.rowAt(0)
    assert seen > 7
    shown.fit()
    assert shown.fitted() == list(range(seen, seen + 7))
    qtbot.waitUntil(lambda: shown.fitted() == list(range(ROWS)))


def test_so_many_as_are_wanted_are_fitted_before_anything_else(shown: Words) -> None:
    shown.fit(2)
    assert shown.fitted() == [0, 1]


def test_the_row_that_the_keys_are_on_stays_in_view(shown: Words, qtbot: QtBot) -> None:
    shown.selectRow(8)
    shown.fit()
    qtbot.waitUntil(lambda: shown.fitted() == list(range(ROWS)))
    middle = shown.visualRect(shown.model().index(8, 0)).center()
    assert shown.viewport().rect().contains(middle)


def test_without_rows_nothing_is_fitted(shown: Words) -> None:
    shown.heights_known = False
    shown.fit()
    assert shown.fitted() == []


def test_a_plain_list_leads_nowhere_and_leaves_rows_as_high_as_they_are(qtbot: QtBot) -> None:
    plain = RowList("Plain")
    qtbot.addWidget(plain)
    plain.setModel(QStringListModel(["one", "two"], plain))
    bring_to_front_widget(qtbot, plain)
    plain.setFocus()
    plain.selectRow(0)
    before = [plain.rowHeight(row) for row in range(2)]
    plain._fit_in_turns(2)
    press("Return")
    assert [plain.rowHeight(row) for row in range(2)] == before
    assert plain.currentIndex().row() == 0
    assert plain.editTriggers() == RowList.EditTrigger.NoEditTriggers
    assert plain.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
