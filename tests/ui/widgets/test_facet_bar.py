from collections.abc import Mapping

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from caseviewer.formatting.facets import Facet
from caseviewer.search.row_facets import RowFacets, values_of_rows
from caseviewer.search.slices import at_once
from caseviewer.ui.widgets.facet_bar import FacetBar
from tests.ui.choosing import choose, click, click_entry, entries, open_menu, shown
from tests.ui.kit import bring_to_front_widget, delete_later, press

Choices = Mapping[str, frozenset[str]]

MODE = Facet("mode", "Mode", lambda *_: (), first=("direct", "indirect"))
SPEAKER = Facet("speaker", "Speaker", lambda *_: (), last="nobody known")
LANGUAGE = Facet("language", "Language", lambda *_: ())
LONG_NAME = "A & B\u202e <b>bold</b> " + "and so on " * 20


def rows(*values: str) -> list[tuple[str, ...]]:
    return [(value,) for value in values]


def facets(**values: list[tuple[str, ...]]) -> RowFacets:
    return RowFacets({name: at_once(values_of_rows(found)) for name, found in values.items()})


class Chooser:
    """A bar that shows what is chosen with it, as a list would."""

    def __init__(self, qtbot: QtBot, *speakers: str) -> None:
        self.bar = FacetBar()
        qtbot.addWidget(self.bar)
        self.choices: Choices = {}
        names = speakers or ("mother", "judge", "mother")
        self.known: RowFacets | None = facets(
            mode=rows("indirect", "direct", "direct"),
            speaker=rows(*names),
            language=rows("English", "English", "English"),
        )
        self.told: list[str] = []
        self.bar.chosen.connect(self.take)
        self.bar.all_wanted.connect(lambda: self.told.append("all wanted"))
        self.bar.left.connect(lambda: self.told.append("left"))
        self.show()
        self.bar.resize(700, 40)
        bring_to_front_widget(qtbot, self.bar)

    def take(self, choices: Choices) -> None:
        self.choices = {name: values for name, values in choices.items() if values}
        self.show()

    def show(self) -> None:
        self.bar.show_facets((SPEAKER, MODE, LANGUAGE), self.known, self.choices)


@pytest.fixture
def chooser(qtbot: QtBot) -> Chooser:
    return Chooser(qtbot)


def test_a_facet_in_which_all_rows_are_alike_is_hidden(chooser: Chooser) -> None:
    assert shown(chooser.bar) == ["Speaker ▾", "Mode ▾"]


def test_without_facets_the_bar_takes_no_room(qtbot: QtBot) -> None:
    bar = FacetBar()
    qtbot.addWidget(bar)
    bar.show_facets((), facets(), {})
    assert bar.isHidden()
    bar.show_facets((LANGUAGE,), facets(language=rows("English")), {})
    assert bar.isHidden()


def test_while_the_values_are_not_known_nothing_can_be_chosen(chooser: Chooser) -> None:
    known, chooser.known = chooser.known, None
    chooser.show()
    assert shown(chooser.bar) == ["Speaker ▾", "Mode ▾", "Language ▾"]
    assert not any(button.isEnabled() for button in chooser.bar.buttons.values())
    chooser.known = known
    chooser.show()
    assert chooser.bar.buttons["mode"].isEnabled()
    assert shown(chooser.bar) == ["Speaker ▾", "Mode ▾"]


def test_clicks_choose_while_the_menu_stays_open(chooser: Chooser) -> None:
    menu = click(chooser.bar.buttons["mode"])
    assert entries(menu) == ["direct (2)", "indirect (1)"]
    click_entry(menu, "direct")
    assert menu.isVisible()
    assert chooser.choices == {"mode": frozenset({"direct"})}
    assert shown(chooser.bar) == ["Speaker ▾", "Mode: direct ▾", "Show all"]
    click_entry(menu, "indirect")
    assert shown(chooser.bar) == ["Speaker ▾", "Mode: 2 chosen ▾", "Show all"]
    click_entry(menu, "direct")
    assert chooser.choices == {"mode": frozenset({"indirect"})}
    click_entry(menu, "indirect")
    assert chooser.choices == {}
    assert shown(chooser.bar) == ["Speaker ▾", "Mode ▾"]


def test_a_click_beside_the_menu_closes_it_and_chooses_nothing(chooser: Chooser) -> None:
    menu = click(chooser.bar.buttons["mode"])
    beside = menu.rect().bottomRight() + QPoint(20, 20)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=beside)
    assert not menu.isVisible()
    assert chooser.choices == {}


@pytest.mark.parametrize("opening", ["Down", "Space", "Return"])
@pytest.mark.parametrize("toggling", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_choose_while_the_menu_stays_open(
    chooser: Chooser, opening: str, toggling: Qt.Key
) -> None:
    chooser.bar.buttons["mode"].setFocus()
    press(opening)
    menu = open_menu()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, toggling)
    assert menu.isVisible()
    assert chooser.choices == {"mode": frozenset({"indirect"})}
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, toggling)
    assert chooser.choices == {"mode": frozenset({"direct", "indirect"})}
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert chooser.told == []


def test_tab_reaches_every_button_and_esc_leaves(chooser: Chooser) -> None:
    choose(chooser.bar, "mode", "direct")
    chooser.bar.buttons["speaker"].setFocus()
    press("Tab")
    assert chooser.bar.buttons["mode"].hasFocus()
    press("Tab")
    assert chooser.bar.show_all.hasFocus()
    press("Esc")
    assert chooser.told == ["left"]


def test_show_all_asks_for_all_rows_and_leaves(chooser: Chooser) -> None:
    choose(chooser.bar, "mode", "direct")
    QTest.mouseClick(chooser.bar.show_all, Qt.MouseButton.LeftButton)
    assert chooser.told == ["all wanted", "left"]


def test_show_all_is_no_menu_that_an_arrow_opens(chooser: Chooser) -> None:
    choose(chooser.bar, "mode", "direct")
    chooser.bar.show_all.setFocus()
    press("Down")
    assert chooser.told == []
    chooser.bar.show_all.setFocus()
    press("Return")
    assert chooser.told == ["all wanted", "left"]


def test_a_screen_reader_hears_what_is_chosen(chooser: Chooser) -> None:
    button = chooser.bar.buttons["mode"]
    assert button.accessibleName() == "Mode: all"
    choose(chooser.bar, "mode", "direct")
    assert button.accessibleName() == "Mode: direct"
    assert button.accessibleDescription() == "opens a list of values to choose from"
    assert chooser.bar.show_all.accessibleName() == "Show all"


def test_names_are_shown_letter_by_letter_and_cut(qtbot: QtBot) -> None:
    chooser = Chooser(qtbot, LONG_NAME, "judge", "judge")
    menu = click(chooser.bar.buttons["speaker"])
    text = entries(menu)[0]
    assert text.startswith("A && B⟨U+202E⟩ <b>bold</b> and so on")
    assert text.endswith("… (1)")
    assert len(text) < 70
    click_entry(menu, "A && B")
    assert chooser.choices == {"speaker": frozenset({LONG_NAME})}
    text = chooser.bar.buttons["speaker"].text()
    assert text == "Speaker: A && B⟨U+202E⟩ <b>bold</b> and … ▾"


def test_of_very_many_values_the_frequent_ones_are_offered(qtbot: QtBot) -> None:
    names = [f"speaker {at:03}" for at in range(70)]
    chooser = Chooser(qtbot, *names, "speaker 069")
    menu = click(chooser.bar.buttons["speaker"])
    assert len(entries(menu)) == 61
    assert entries(menu)[-2:] == ["speaker 069 (2)", "10 more: type into the filter"]
    QTest.keyClick(menu, Qt.Key.Key_End)
    last = menu.actions()[-1]
    assert not last.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(last).center())
    assert chooser.choices == {}


def test_a_chosen_facet_stays_although_all_rows_became_alike(chooser: Chooser) -> None:
    choose(chooser.bar, "mode", "direct")
    chooser.known = facets(mode=rows("direct"), speaker=rows("a", "b"), language=rows("English"))
    chooser.show()
    assert shown(chooser.bar) == ["Speaker ▾", "Mode: direct ▾", "Show all"]


def test_other_facets_replace_those_before(chooser: Chooser) -> None:
    chooser.bar.show_facets((MODE,), facets(mode=rows("a", "b")), {})
    delete_later()
    assert shown(chooser.bar) == ["Mode ▾"]
    assert list(chooser.bar.buttons) == ["mode"]


def test_the_buttons_go_on_in_another_line_where_it_is_narrow(chooser: Chooser) -> None:
    one_line = chooser.bar.minimumHeight()
    assert one_line == chooser.bar.buttons["mode"].sizeHint().height()
    chooser.bar.resize(chooser.bar.buttons["mode"].width() + 20, 100)
    assert chooser.bar.minimumHeight() == 2 * one_line
    assert chooser.bar.buttons["mode"].y() == one_line


# Where there is little room


def test_where_it_is_tight_one_button_opens_all_facets(chooser: Chooser) -> None:
    chooser.bar.set_tight(True)
    chooser.bar.set_tight(True)
    assert shown(chooser.bar) == ["Choose by ▾"]
    chooser.bar.one_for_all.setFocus()
    press("Down")
    outer = open_menu()
    assert entries(outer) == ["Speaker", "Mode"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(outer, key)
    inner = open_menu()
    assert entries(inner) == ["direct (2)", "indirect (1)"]
    QTest.keyClick(inner, Qt.Key.Key_Space)
    assert inner.isVisible()
    assert chooser.choices == {"mode": frozenset({"direct"})}
    inner.close()
    outer.close()
    assert shown(chooser.bar) == ["Chosen by Mode ▾", "Show all"]
    assert chooser.bar.one_for_all.accessibleName() == "Chosen by Mode"
    assert entries(chooser.bar.menu_of_facets) == ["Speaker", "Mode: direct"]
    chooser.bar.set_tight(False)
    assert shown(chooser.bar) == ["Speaker ▾", "Mode: direct ▾", "Show all"]


def test_a_tight_bar_is_clicked_and_left_like_others(chooser: Chooser) -> None:
    chooser.bar.set_tight(True)
    QTest.mouseClick(chooser.bar.one_for_all, Qt.MouseButton.LeftButton)
    assert isinstance(open_menu(), QMenu)
    open_menu().close()
    chooser.bar.one_for_all.setFocus()
    press("Esc")
    assert chooser.told == ["left"]


def test_an_empty_menu_opens_calmly(qtbot: QtBot) -> None:
    bar = FacetBar()
    qtbot.addWidget(bar)
    bar.one_for_all.click()
    assert entries(bar.menu_of_facets) == []
    bar.menu_of_facets.close()


def test_a_menu_ends_with_what_to_know_of_its_values(qtbot: QtBot) -> None:
    bar = FacetBar()
    qtbot.addWidget(bar)
    period = Facet("period", "Period", lambda *_: (), note="A date counts wherever it may lie.")
    bar.show_facets((period,), facets(period=rows("2011", "2012")), {})
    bring_to_front_widget(qtbot, bar)
    menu = click(bar.buttons["period"])
    assert entries(menu) == ["2011 (1)", "2012 (1)", "A date counts wherever it may lie."]
    assert [action.isEnabled() for action in menu.actions()] == [True, True, False]
    menu.close()
