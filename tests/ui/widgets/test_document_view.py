import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from caseviewer.ui.widgets.document_view import DocumentView

TEXT = "Head\n\nFirst paragraph.\n\nSecond paragraph\nof two lines.\n"
NUMBERED = ((6, "1"), (24, "2"))


@pytest.fixture
def view(qtbot: QtBot) -> DocumentView:
    made = DocumentView("Text of the document")
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


def selected(view: DocumentView) -> str:
    return view.textCursor().selectedText().replace("\u2029", "\n")


def test_the_view_has_a_name_and_is_only_for_reading(view: DocumentView) -> None:
    assert view.accessibleName() == "Text of the document"
    assert view.isReadOnly()


def test_numbers_stand_beside_the_first_line_of_their_paragraph(view: DocumentView) -> None:
    view.show_text(TEXT, NUMBERED)
    assert view.toPlainText() == TEXT
    assert view._numbers == {2: "1", 4: "2"}
    assert view.margin_width() > 0
    assert view._margin.sizeHint().width() == view.margin_width()


def test_a_text_without_numbers_has_no_margin(view: DocumentView) -> None:
    view.show_text(TEXT, ())
    assert view.margin_width() == 0


def test_the_margin_is_painted_only_where_a_number_stands(qtbot: QtBot, view: DocumentView) -> None:
    def marks() -> int:
        picture = QPixmap(view._margin.size())
        picture.fill(Qt.GlobalColor.white)
        view._margin.render(picture, QPoint())
        image = picture.toImage()
        ground = image.pixel(0, 0)
        return sum(
            image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height())
        )

    view.show()
    view.show_text(TEXT, ((6, "1"),))
    qtbot.waitExposed(view)
    one = marks()
    view.show_text(TEXT, NUMBERED)
    assert marks() > one > 0
    assert QColor(view.palette().placeholderText().color()).isValid()


def test_the_margin_follows_a_text_that_is_scrolled(qtbot: QtBot, view: DocumentView) -> None:
    text = "\n".join(f"line {number}" for number in range(1_000))
    view.show_text(text, tuple((text.index(f"line {n}\n"), str(n)) for n in range(0, 900, 3)))
    view.show()
    qtbot.waitExposed(view)
    view.select(text.index("line 500\n"), text.index("line 501\n"))
    assert selected(view) == "line 500\n"
    view.repaint()
    first = view.firstVisibleBlock().blockNumber()
    assert 400 < first <= 500
    view.verticalScrollBar().setValue(0)
    view.repaint()
    assert view.firstVisibleBlock().blockNumber() == 0
    assert view._margin.height() == view.contentsRect().height()


def test_line_ends_of_other_systems_are_no_signs_in_the_text(view: DocumentView) -> None:
    text = "one\r\ntwo\rthree\r\n\r\nfour"
    view.show_text(text, ((text.index("four"), "4"),))
    assert view.toPlainText() == "one\ntwo\nthree\n\nfour"
    assert view._numbers == {4: "4"}
    view.select(text.index("three"), text.index("four") + 4)
    assert selected(view) == "three\n\nfour"


def test_hidden_signs_are_shown_and_selections_still_fit(view: DocumentView) -> None:
    text = "a\u202eb 😀\u200b c"
    view.show_text(text, ())
    assert view.toPlainText() == "a⟨U+202E⟩b 😀⟨U+200B⟩ c"
    view.select(text.index("😀"), text.index("c") + 1)
    assert selected(view) == "😀⟨U+200B⟩ c"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.sampled_from("ab 😀é\n\r\t\u0301\u202e\u2028\u2029\x0c\ufdd0\ufffc\ud800"), max_size=30
    ),
    st.data(),
)
def test_any_range_of_any_text_is_selected(
    view: DocumentView, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before = "" if text[:end].endswith("\r") and text[end : end + 1] == "\n" else text[:start]
    view.show_text(text, ((start, "7"),))
    view.select(start, end)
    cursor = view.textCursor()
    whole = view.toPlainText()
    units = whole.encode("utf-16-le")
    chosen = units[2 * cursor.selectionStart() : 2 * cursor.selectionEnd()].decode("utf-16-le")
    assert "\u202e" not in whole
    assert chosen in whole
    assert before is not None
    letters = [sign for sign in text[start:end] if sign in "abé😀"]
    assert [sign for sign in chosen if sign in "abé😀"] == letters


def test_a_copy_is_plain_text_with_its_no_break_spaces(view: DocumentView) -> None:
    view.show_text("No.\u00a0444\nof 2010", ())
    view.selectAll()
    data = view.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == "No.\u00a0444\nof 2010"
