"""With Tab alone a person comes to every part of a tab, in the order in which they are seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from caseviewer.formatting.page import Tab
from caseviewer.ui.main_window import MainWindow
from tests.ui.kit import clipboard, focused, go, list_of, press, tab_of

MOST = 120
CHRONOLOGY = ["Lanes: one", "Zoom in", "Zoom out", "Show all days", "Key", "Save picture…"]
OWN = ["Star", "Mark as read", "Write a note…"]
FACETS = ["Kind", "Standing", "Participant", "Who says so", "Source", "Period"]


def name(widget: QWidget) -> str:
    words = widget.accessibleName()
    if not words and isinstance(widget, QAbstractButton):
        words = widget.text()
    return words.partition(": E")[0]


def way(start: QWidget, key: str) -> list[str]:
    """What has the keys, one after the other, until they are back; links of a page count once."""
    names = [name(start)]
    for _ in range(MOST):
        press(key)
        if focused() is start:
            return names
        if name(focused()) != names[-1]:
            names.append(name(focused()))
    raise AssertionError(names)


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_chronology_is_walked_through(window: MainWindow, key: str) -> None:
    go(window, Tab.CHRONOLOGY)
    there = way(list_of(window, Tab.CHRONOLOGY), key)
    expected = [
        "Chronology", "Copy", *OWN, "Chronology: what is selected",
        "About the open case", "Find in the case", "Tabs of the case",
        *CHRONOLOGY, "Timeline", "Filter Chronology…", *(f"{facet}: all" for facet in FACETS),
    ]  # fmt: skip
    assert there == (expected if key == "Tab" else [expected[0], *reversed(expected[1:])])


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_parties_are_walked_through(window: MainWindow, key: str) -> None:
    go(window, Tab.PARTIES)
    first = list_of(window, Tab.PARTIES).record_model()
    assert first is not None
    press("End")  # a page of few links
    there = way(list_of(window, Tab.PARTIES), key)
    switch = "List" if key == "Tab" else "Picture"  # one of the two is pressed
    expected = [
        "Parties", "Copy", *OWN, "Parties: what is selected", "About the open case",
        "Find in the case", "Tabs of the case", "Filter Parties…", switch,
        "Role: all", "Kind: all", "Country: all",
    ]  # fmt: skip
    assert there == (expected if key == "Tab" else [expected[0], *reversed(expected[1:])])


@pytest.mark.parametrize(("tab", "rows"), [(Tab.PARTIES, "P1, P30"), (Tab.CHRONOLOGY, "E1, E2")])
def test_the_button_copies_the_selected_rows(window: MainWindow, tab: Tab, rows: str) -> None:
    go(window, tab)
    press("Shift+Down")
    bar = tab_of(window, tab).bar  # type: ignore[attr-defined]
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert window.notice.text == f"Copied: {rows}."
    assert len(clipboard().text().split("\n")) == 2
    press("F6", "Down", "Tab")
    assert focused() is bar.button
    press("Space")
    assert window.notice.text.startswith("Copied: ")
    assert len(clipboard().text().split("\n")) == 1
