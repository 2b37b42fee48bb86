from pytestqt.qtbot import QtBot

from caseviewer.search.library.state_words import off_page, welcome_page
from caseviewer.ui.library.welcome import Welcome
from tests.ui.kit import bring_to_front_widget, focused, press


def test_it_shows_a_page_and_the_one_thing_to_do(qtbot: QtBot) -> None:
    welcome = Welcome("About the library")
    qtbot.addWidget(welcome)
    welcome.resize(900, 600)
    welcome.show_words(welcome_page("/cache/<b>library.sqlite"), "Add a folder…")
    bring_to_front_widget(qtbot, welcome)
    wishes: list[str] = []
    welcome.wanted.connect(lambda: wishes.append("wanted"))
    welcome.setFocus()
    assert focused() is welcome.button
    press("Return")
    assert wishes == ["wanted"]
    assert "/cache/<b>library.sqlite" in welcome.page_view.toPlainText()
    assert welcome.page_view.height() > 10 * welcome.fontMetrics().height()
    welcome.show_words(off_page(), "Use the library")
    assert welcome.button.text() == "Use the library"


def test_in_a_narrow_window_it_is_as_wide_as_there_is_room(qtbot: QtBot) -> None:
    welcome = Welcome("About the library")
    qtbot.addWidget(welcome)
    welcome.resize(300, 600)
    welcome.show_words(off_page(), "Use the library")
    bring_to_front_widget(qtbot, welcome)
    assert welcome._page.width() < 300
    assert not welcome.horizontalScrollBar().isVisible()
    welcome.resize(1_200, 600)
    assert welcome._page.width() > 400
