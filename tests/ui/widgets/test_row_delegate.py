import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from caseviewer.formatting.own_rows import OwnRows, own_rows
from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Column, Table
from caseviewer.formatting.tables import table_for
from caseviewer.notes.by_record import NO_NOTES
from caseviewer.ui import theme
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.ui.widgets import row_delegate
from caseviewer.ui.widgets.record_list import RecordList
from caseviewer.ui.widgets.row_delegate import RowDelegate, _Face, _lines
from tests.ui.kit import opened_sample

LONG = " ".join(f"word{number}" for number in range(60))


def shown_list(qtbot: QtBot, tab: Tab, *, quoted: bool = False) -> RecordList:
    made = RecordList(tab.value, quoted=quoted)
    qtbot.addWidget(made)
    made.resize(700, 500)
    model = RecordTableModel(opened_sample(), table_for(opened_sample(), tab), made)
    made.show_model(model, [])
    return made


def drawn(made: RecordList, row: int, column: int, *, selected: bool = False) -> int:
    """How many dots of a cell differ from its ground."""
    option = QStyleOptionViewItem()
    option.initFrom(made)
    option.widget = made
    option.rect = QRect(QPoint(0, 0), made.visualRect(made.model().index(row, column)).size())
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    made.itemDelegate().paint(painter, option, made.model().index(row, column))
    painter.end()
    ground = image.pixel(image.width() - 1, image.height() - 1)
    return sum(
        image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize(
    ("tab", "quoted"), [(Tab.PARTIES, False), (Tab.QUOTATIONS, True), (Tab.DOCUMENTS, False)]
)
@pytest.mark.parametrize("selected", [False, True])
def test_rows_are_painted(qtbot: QtBot, tab: Tab, quoted: bool, selected: bool) -> None:
    made = shown_list(qtbot, tab, quoted=quoted)
    assert drawn(made, 1, 1, selected=selected) > 100


def test_heads_of_groups_are_painted_and_need_one_line(qtbot: QtBot) -> None:
    made = shown_list(qtbot, Tab.PARTIES)
    assert drawn(made, 0, 0) > 50
    delegate = made.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    head = delegate.height(made.font(), [made.model().index(0, 0)], [10])
    row = delegate.height(made.font(), [made.model().index(1, 1)], [60])
    assert head < row


def test_a_quotation_leaves_room_for_its_speaker(qtbot: QtBot) -> None:
    made = shown_list(qtbot, Tab.QUOTATIONS, quoted=True)
    delegate = made.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    plain = RowDelegate(made, quoted=False)
    assert delegate.full_height(made.font()) > plain.full_height(made.font())
    hint = delegate.sizeHint(QStyleOptionViewItem(), made.model().index(0, 0))
    assert hint.height() > 0
    index = made.model().index(0, 1)
    assert delegate.height(made.font(), [index], [200]) > 2 * QFontMetrics(made.font()).height()


def test_a_long_text_ends_in_three_dots(qapp: QApplication) -> None:
    font = qapp.font()
    width = QFontMetrics(font).horizontalAdvance("word1 word2 word3 ")
    lines = _lines(LONG, font, width, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert LONG.startswith(" ".join(lines)[:-2].strip())
    assert _lines("word1", font, width, 3) == ["word1"]
    assert _lines(LONG, font, width, 1)[0].endswith("…")


def test_a_text_of_two_lines_is_whole(qapp: QApplication) -> None:
    font = qapp.font()
    width = QFontMetrics(font).horizontalAdvance("word1 word2 ")
    assert " ".join(_lines("word1 word2 word3", font, width, 3)) == "word1 word2 word3"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.sampled_from("ab 😀é\u0301שع"), max_size=60), st.integers(-5, 200), st.integers(1, 4)
)
def test_no_text_and_no_width_is_too_odd(
    qapp: QApplication, text: str, width: int, most: int
) -> None:
    lines = _lines(text, qapp.font(), width, most)
    assert len(lines) <= most
    assert "\ufffd" not in "".join(lines)
    if width >= 20 and not any(line.endswith("…") for line in lines):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_text_that_was_broken_before_is_broken_anew_for_another_width_and_font(
    qtbot: QtBot,
) -> None:
    made = shown_list(qtbot, Tab.QUOTATIONS, quoted=True)
    delegate = made.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    index, font = made.model().index(0, 1), made.font()
    narrow, wide = (delegate.height(font, [index], [width]) for width in (200, 4_000))
    assert narrow > wide
    assert narrow == delegate.height(font, [index], [200])
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 2)
    assert delegate.height(larger, [index], [200]) > narrow
    assert delegate.height(font, [index], [200]) == narrow


def test_only_so_many_texts_are_kept(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_delegate, "_KEPT_TEXTS", 2)
    face = _Face(shown_list(qtbot, Tab.PARTIES).font())
    for number in range(5):
        assert face.lines(f"text {number}", 500, 3) == [f"text {number}"]
    assert len(face._broken) <= 2


@pytest.mark.parametrize("over", [False, True])
def test_what_lies_under_a_row_is_left_as_the_list_painted_it(qtbot: QtBot, *, over: bool) -> None:
    made = shown_list(qtbot, Tab.PARTIES)
    option = QStyleOptionViewItem()
    option.initFrom(made)
    option.widget = made
    option.rect = QRect(0, 0, 300, 40)
    if over:
        option.state |= QStyle.StateFlag.State_MouseOver
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.yellow)
    painter = QPainter(image)
    made.itemDelegate().paint(painter, option, made.model().index(1, 1))
    painter.end()
    assert image.pixelColor(299, 39) == Qt.GlobalColor.yellow


LINES_BENEATH = " ".join(f"name{number}" for number in range(9))


def list_of(qtbot: QtBot, text: str, second: str) -> RecordList:
    """A list whose only row has such a cell."""
    column = Column("a", "A", lambda *_: text, second_line=lambda *_: second)
    rows = opened_sample().case.parties[:1]
    table = Table(Tab.PARTIES, (column,), rows, lambda *_: "", lambda *_: "")
    made = RecordList("list", quoted=False)
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show_model(RecordTableModel(opened_sample(), table, made), [])
    return made


def height(made: RecordList, width: int) -> int:
    """How many lines a row needs."""
    delegate = made.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    index = made.model().index(0, 0)
    whole = delegate.height(made.font(), [index], [width])
    return round((whole - 2 * theme.unit(made.font())) / QFontMetrics(made.font()).lineSpacing())


@pytest.mark.parametrize(
    ("text", "second", "lines"),
    [
        ("one", "two", 2),
        ("one", "", 1),
        ("", "two", 1),
        ("", "", 1),
        ("one", LINES_BENEATH, 7),
        (LONG, "two", 7),
        (LONG, LONG, 12),
    ],
)
def test_a_row_has_room_for_what_stands_beneath(
    qtbot: QtBot, text: str, second: str, lines: int
) -> None:
    made = list_of(qtbot, text, second)
    unit = 3 * theme.unit(made.font())
    widest = QFontMetrics(made.font()).horizontalAdvance("name0 ")
    assert height(made, widest + unit) == lines


def test_all_that_stands_beneath_is_painted(qtbot: QtBot) -> None:
    width, dots = 220, {}
    for second in ("", "two", LINES_BENEATH):
        made = list_of(qtbot, "one", second)
        made.setColumnWidth(0, width)
        delegate = made.itemDelegate()
        assert isinstance(delegate, RowDelegate)
        made.setRowHeight(0, delegate.height(made.font(), [made.model().index(0, 0)], [width]))
        dots[second] = drawn(made, 0, 0)
    assert dots[""] < dots["two"] < dots[LINES_BENEATH]
    only_beneath = list_of(qtbot, "", "two")
    assert drawn(only_beneath, 0, 0) > 0


def with_own(made: RecordList, words: str) -> None:
    """Let the only row have the reader's own words."""
    model = made.record_model()
    assert model is not None
    facet = own_rows(opened_sample(), NO_NOTES, Tab.PARTIES).facet
    model.set_own(OwnRows(facet, {opened_sample().case.parties[0].id: words}))


@pytest.mark.parametrize(
    ("text", "second", "own", "lines"),
    [
        ("one", "two", "Yours: read", 3),
        ("one", "", "Yours: read", 2),
        ("one", "", LONG, 3),
        ("", "two", "Yours: read", 2),
    ],
)
def test_a_row_has_room_for_the_readers_own_words(
    qtbot: QtBot, text: str, second: str, own: str, lines: int
) -> None:
    made = list_of(qtbot, text, second)
    with_own(made, own)
    assert height(made, 220) == lines


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
@pytest.mark.parametrize("second", ["", "two"])
def test_the_readers_own_words_are_painted_however_low_a_row_is(
    qtbot: QtBot, lines: int, second: str
) -> None:
    made = list_of(qtbot, "one", second)
    made.setColumnWidth(0, 220)
    line = QFontMetrics(made.font()).lineSpacing()
    made.setRowHeight(0, lines * line + 2 * theme.unit(made.font()))
    before = drawn(made, 0, 0)
    with_own(made, LONG)
    assert drawn(made, 0, 0) != before


def test_a_list_fits_its_rows_when_the_readers_own_words_come(qtbot: QtBot) -> None:
    made = list_of(qtbot, "one", "")
    made.show()
    qtbot.waitUntil(lambda: made.rowHeight(0) > 0)
    before = made.rowHeight(0)
    with_own(made, "Yours: read")
    qtbot.waitUntil(lambda: made.rowHeight(0) > before)
