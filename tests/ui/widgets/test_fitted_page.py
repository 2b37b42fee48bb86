from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import PageBuilder
from caseviewer.ui.widgets.fitted_page import FittedPage


def test_a_page_is_as_high_as_its_text_needs(qtbot: QtBot) -> None:
    page = FittedPage("A few lines")
    qtbot.addWidget(page)
    page.resize(300, 10)
    heights = []
    for count in (1, 3):
        builder = PageBuilder()
        for _ in range(count):
            builder.note("some words that take their room on a line")
        page.show_page(builder.page())
        heights.append(page.height())
    assert heights[1] > heights[0] > 0
    page.show()
    page.resize(80, page.height())
    assert page.height() > heights[1]
    assert page.sizeHint().height() == page.height()


def test_a_page_with_a_limit_grows_no_higher(qtbot: QtBot) -> None:
    page = FittedPage("A few lines")
    qtbot.addWidget(page)
    page.resize(300, 10)
    builder = PageBuilder()
    builder.note("some words " * 100)
    page.show_page(builder.page())
    whole = page.height()
    page.limit(60)
    assert page.height() == 60 < whole
    page.limit(2 * whole)
    assert page.height() == whole
