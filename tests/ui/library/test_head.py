from dataclasses import replace

from pytestqt.qtbot import QtBot

from caseviewer.ui.library.head import LibraryHead
from tests.ui.kit import bring_to_front_widget, click_link, focused, press
from tests.ui.library.shelf import Shelf


def test_it_tells_what_the_index_holds_and_leads_to_what_could_not_be_read(qtbot: QtBot) -> None:
    head = LibraryHead()
    qtbot.addWidget(head)
    head.resize(900, 80)
    head.tell(Shelf().state())
    bring_to_front_widget(qtbot, head)
    wishes: list[str] = []
    head.problems_wanted.connect(lambda: wishes.append("problems"))
    assert click_link(head.words, lambda words: "could not" in words) == "1 could not be read"
    assert wishes == ["problems"]
    head.tell(replace(Shelf().state(), broken=0, away=0))
    assert "could not" not in head.words.toPlainText()


def test_the_field_comes_before_the_button(qtbot: QtBot) -> None:
    head = LibraryHead()
    qtbot.addWidget(head)
    bring_to_front_widget(qtbot, head)
    wishes: list[str] = []
    head.add_wanted.connect(lambda: wishes.append("add"))
    head.field.setFocus()
    press("Tab")
    assert focused() is head.add
    press("Space")
    assert wishes == ["add"]
