import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPixmap, QTextCursor, QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.search.blocks import marks_in
from caseviewer.ui.widgets.document_view import DocumentView
from caseviewer.ui.widgets.laid_out import lay_out
from tests.ui.kit import clipboard

TEXT = "Head\n\nFirst paragraph.\n\nSecond paragraph\nof two lines.\n"
NUMBERED = ((6, "1"), (24, "2"))


@pytest.fixture
def view(qtbot: QtBot) -> DocumentView:
    made = DocumentView("Text of the document")
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


def looks(view: DocumentView, *, background: bool) -> list[str]:
    return [
        mark.cursor.selectedText().replace("\u2029", "\n")
        for mark in view.extraSelections()
        if mark.format.hasProperty(QTextFormat.Property.BackgroundBrush) is background
    ]


def marked(view: DocumentView) -> list[str]:
    return looks(view, background=True)


def underlined(view: DocumentView) -> list[str]:
    return looks(view, background=False)


def test_the_view_has_a_name_and_is_only_for_reading(view: DocumentView) -> None:
    assert view.accessibleName() == "Text of the document"
    assert view.isReadOnly()


def test_numbers_stand_beside_the_first_line_of_their_paragraph(view: DocumentView) -> None:
    view.show_text(lay_out(TEXT), NUMBERED)
    assert view.toPlainText() == TEXT
    assert view._numbers == {2: "1", 4: "2"}
    assert view.margin_width() > 0
    assert view._margin.sizeHint().width() == view.margin_width()


def test_a_text_without_numbers_has_no_margin(view: DocumentView) -> None:
    view.show_text(lay_out(TEXT), ())
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
    view.show_text(lay_out(TEXT), ((6, "1"),))
    qtbot.waitExposed(view)
    one = marks()
    view.show_text(lay_out(TEXT), NUMBERED)
    assert marks() > one > 0
    assert QColor(view.palette().placeholderText().color()).isValid()


def test_the_margin_follows_a_text_that_is_scrolled(qtbot: QtBot, view: DocumentView) -> None:
    text = "\n".join(f"line {number}" for number in range(1_000))
    view.show_text(
        lay_out(text), tuple((text.index(f"line {n}\n"), str(n)) for n in range(0, 900, 3))
    )
    view.show()
    qtbot.waitExposed(view)
    view.mark([(text.index("line 500\n"), text.index("line 501\n"))])
    assert marked(view) == ["line 500\n"]
    view.repaint()
    first = view.firstVisibleBlock().blockNumber()
    assert 400 < first <= 500
    view.verticalScrollBar().setValue(0)
    view.repaint()
    assert view.firstVisibleBlock().blockNumber() == 0
    assert view._margin.height() == view.contentsRect().height()


def test_line_ends_of_other_systems_are_no_signs_in_the_text(view: DocumentView) -> None:
    text = "one\r\ntwo\rthree\r\n\r\nfour"
    view.show_text(lay_out(text), ((text.index("four"), "4"),))
    assert view.toPlainText() == "one\ntwo\nthree\n\nfour"
    assert view._numbers == {4: "4"}
    view.mark([(text.index("three"), text.index("four") + 4)])
    assert marked(view) == ["three\n\nfour"]


def test_hidden_signs_are_shown_and_selections_still_fit(view: DocumentView) -> None:
    text = "a\u202eb 😀\u200b c"
    view.show_text(lay_out(text), ())
    assert view.toPlainText() == "a⟨U+202E⟩b 😀⟨U+200B⟩ c"
    view.mark([(text.index("😀"), text.index("c") + 1)])
    assert marked(view) == ["😀⟨U+200B⟩ c"]


def test_all_that_is_cited_is_underlined_and_what_is_read_is_marked(view: DocumentView) -> None:
    view.show_text(lay_out(TEXT), NUMBERED)
    first, second = TEXT.index("First"), TEXT.index("Second")
    view.show_cited([(first, first + 5), (second, second + 6)])
    assert underlined(view) == ["First", "Second"]
    assert marked(view) == []
    view.mark([(second, second + 6)])
    assert marked(view) == ["Second"]
    assert view.place() == second
    view.mark([])
    assert marked(view) == []
    view.show_text(lay_out("Other text"), ())
    assert (marked(view), underlined(view)) == ([], [])


def test_only_what_is_in_view_is_underlined(qtbot: QtBot, view: DocumentView) -> None:
    text = "\n".join(f"line {number}" for number in range(5_000))
    view.show_text(lay_out(text), ())
    view.show_cited([(at, at + 4) for at in range(0, len(text), 20)])
    view.show()
    qtbot.waitExposed(view)
    assert 0 < len(view.extraSelections()) < 100
    before = [mark.cursor.position() for mark in view.extraSelections()]
    view.verticalScrollBar().setValue(3_000)
    view.repaint()
    after = [mark.cursor.position() for mark in view.extraSelections()]
    assert 0 < len(after) < 100
    assert min(after) > max(before)


def test_one_long_passage_does_not_bring_all_others_into_view(
    qtbot: QtBot, view: DocumentView
) -> None:
    text = "\n".join(f"line {number}" for number in range(5_000))
    view.show_text(lay_out(text), ())
    middle = len(text) // 2
    view.show_cited([(0, middle), *((at, at + 4) for at in range(10, len(text), 20))])
    view.show()
    qtbot.waitExposed(view)
    assert len(view.extraSelections()) == 1
    view.verticalScrollBar().setValue(4_000)
    view.repaint()
    assert 0 < len(view.extraSelections()) < 100
    assert all(mark.cursor.position() > middle for mark in view.extraSelections())


def test_what_is_selected_is_told_once_it_has_settled(qtbot: QtBot, view: DocumentView) -> None:
    view.show_text(lay_out("a\u202eb word"), ())
    told: list[tuple[int, int]] = []
    view.chosen.connect(lambda start, end: told.append((start, end)))
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("word"))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(4, 8)]
    cursor.clearSelection()
    view.setTextCursor(cursor)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1][0] == told[1][1]


def test_a_copy_is_plain_text_with_its_no_break_spaces(view: DocumentView) -> None:
    view.show_text(lay_out("No.\u00a0444\nof 2010"), ())
    view.selectAll()
    data = view.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == "No.\u00a0444\nof 2010"
    view.show_text(lay_out("in de\xad\r\nten\u200btion"), ())
    view.selectAll()
    assert view.toPlainText() == "in de-\nten⟨U+200B⟩tion"
    assert view.createMimeDataFromSelection().text() == "in de\xad\nten\u200btion"


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("شهادة الشاهد ك", Qt.LayoutDirection.RightToLeft),
        ("עדות של ק", Qt.LayoutDirection.RightToLeft),
        ("Statement of شاهد", Qt.LayoutDirection.LeftToRight),
        ("شاهد K, of Drenov", Qt.LayoutDirection.RightToLeft),
    ],
)
def test_each_paragraph_runs_in_the_direction_of_its_script(
    view: DocumentView, line: str, direction: Qt.LayoutDirection
) -> None:
    view.show_text(lay_out(f"Head\n{line}"), ())
    assert view.document().findBlockByNumber(0).textDirection() is Qt.LayoutDirection.LeftToRight
    assert view.document().findBlockByNumber(1).textDirection() is direction
    view.mark([(5, 5 + len(line))])
    assert marked(view) == [line]


@pytest.mark.parametrize(
    ("text", "on_the_right"), [("ששש", True), ("שששששש\nששש", True), ("abc", False)]
)
def test_a_text_that_runs_to_the_left_stands_on_the_right(
    qtbot: QtBot, view: DocumentView, text: str, on_the_right: bool
) -> None:
    def columns() -> list[int]:
        image = view.viewport().grab().toImage()
        ground = image.pixel(image.width() // 2, image.height() - 2)
        return [
            x
            for x in range(10, image.width() - 2)  # beside the caret
            if any(image.pixel(x, y) != ground for y in range(image.height() // 2))
        ]

    view.show()
    for shown in ("other words", text):
        view.show_text(lay_out(shown), ())
        qtbot.waitExposed(view)
    found = columns()
    assert found
    middle = view.viewport().width() // 2
    assert (min(found) > middle) is on_the_right
    assert (max(found) < middle) is not on_the_right


def test_ctrl_c_copies_what_is_selected_and_nothing_without_a_selection(
    qapp: QApplication, view: DocumentView
) -> None:
    view.show_text(lay_out("one two"), ())
    key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qapp.sendEvent(view, key)
    assert not key.isAccepted()
    view.selectAll()
    qapp.sendEvent(view, key)
    assert key.isAccepted()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard().text() == "one two"
    place = view.place()
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.place() <= place


# What a search found


def found(view: DocumentView) -> list[str]:
    known = {
        (view._laid.to_shown(start), view._laid.to_shown(end))
        for part in view._found.values()
        for start, end in part
    }
    spans = [
        (mark.cursor.selectionStart(), mark.cursor.selectionEnd(), mark.cursor.selectedText())
        for mark in view.extraSelections()
    ]
    return [words.replace("\u2029", " ") for start, end, words in spans if (start, end) in known]


def test_words_that_were_found_are_marked_where_they_are_seen(view: DocumentView) -> None:
    looked_at: list[str] = []

    def mark(text: str) -> list[tuple[int, int]]:
        looked_at.append(text)
        return marks_in(text, (" paragraph", " two lines"))

    view.show()
    view.show_text(lay_out(TEXT), NUMBERED)
    view.mark_found(mark)
    assert found(view) == ["paragraph", "paragraph", "two lines"]
    view.show_cited(((8, 16),))
    assert len(looked_at) == 1  # what was looked up is kept
    view.show_text(lay_out("Another paragraph\n"), ())
    assert found(view) == ["paragraph"]
    view.mark_found(None)
    assert found(view) == []


def test_of_a_long_text_only_what_is_seen_is_looked_up(view: DocumentView) -> None:
    looked_at: list[int] = []

    def mark(text: str) -> list[tuple[int, int]]:
        looked_at.append(len(text))
        return marks_in(text, (" of two lines",))

    view.show()
    view.show_text(lay_out(2_000 * "A phrase of\ntwo lines 𝒳.\n"), ())
    view.mark_found(mark)
    assert 0 < len(looked_at) <= 5
    assert max(looked_at) < 300
    shown = len(found(view))
    assert shown >= 4
    assert set(found(view)) == {"of two lines"}
    view.go_to(20_000)
    assert set(found(view)) == {"of two lines"}
    assert len(looked_at) <= 12
    view.go_to(len(view._laid.text))
    assert found(view)
