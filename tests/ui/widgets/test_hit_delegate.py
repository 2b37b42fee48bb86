import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Snippet
from caseviewer.search.shown_hits import HitLine
from caseviewer.ui import theme
from caseviewer.ui.theme import DARK, LIGHT
from caseviewer.ui.widgets import hit_delegate
from caseviewer.ui.widgets.hit_delegate import LINES, MOST_LINES, HitDelegate, head_text
from caseviewer.ui.widgets.hit_list import HitList
from tests.ui.widgets.hit_kit import hit

WIDTH = 360


@pytest.fixture
def shown(qtbot: QtBot) -> HitList:
    made = HitList()
    qtbot.addWidget(made)
    made.resize(WIDTH, 400)
    return made


def show(shown: HitList, line: HitLine) -> None:
    shown.hits.show_hits({Tab.PARTIES: 1}, lambda _: line)


def drawn(
    shown: HitList, row: int, state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled
) -> QImage:
    """A row as it is painted."""
    option = QStyleOptionViewItem()
    option.initFrom(shown)
    option.widget = shown
    option.state = QStyle.StateFlag.State_Enabled | state
    option.rect = QRect(0, 0, WIDTH, max(shown.rowHeight(row), 20))
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(shown.palette().color(QPalette.ColorRole.Base))
    painter = QPainter(image)
    shown.itemDelegate().paint(painter, option, shown.hits.index(row, 0))
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def height(shown: HitList, line: HitLine, most: int = MOST_LINES) -> int:
    show(shown, line)
    delegate = HitDelegate(shown, most)
    return delegate.height(shown.font(), shown.hits.index(1, 0), WIDTH)


def lines_of(shown: HitList, pixels: int) -> int:
    return round((pixels - 2 * theme.unit(shown.font())) / QFontMetrics(shown.font()).lineSpacing())


def test_what_was_found_has_a_ground_of_its_own(shown: HitList) -> None:
    show(shown, hit(0))
    assert LIGHT.found in colours(drawn(shown, 1))
    show(shown, HitLine("P1", Snippet("Kazakstan"), "name", None, "a note"))
    assert LIGHT.found not in colours(drawn(shown, 1))


def test_marks_follow_the_scheme(qapp: QApplication, shown: HitList) -> None:
    show(shown, hit(0))
    before = qapp.palette()
    drawn(shown, 1)
    qapp.setPalette(theme.palette(DARK))
    dark = colours(drawn(shown, 1))
    qapp.setPalette(before)
    assert DARK.found in dark
    assert LIGHT.found not in dark


def test_a_selected_row_and_one_that_is_not_offered_look_so(shown: HitList) -> None:
    show(shown, hit(0, notes="matched Kazakstan: the publisher's spelling of Kazakhstan"))
    plain = drawn(shown, 1)
    selected = drawn(shown, 1, QStyle.StateFlag.State_Selected)
    assert selected != plain
    assert selected.pixelColor(1, 1) != plain.pixelColor(1, 1)
    option = QStyleOptionViewItem()
    option.initFrom(shown)
    option.rect = QRect(QPoint(0, 0), plain.size())
    option.state = QStyle.StateFlag.State_None
    image = QImage(plain.size(), plain.format())
    image.fill(shown.palette().color(QPalette.ColorRole.Base))
    painter = QPainter(image)
    shown.itemDelegate().paint(painter, option, shown.hits.index(1, 0))
    painter.end()
    assert image != plain


def test_heads_are_painted(shown: HitList) -> None:
    show(shown, hit(0))
    assert len(colours(drawn(shown, 0))) > 2
    delegate = HitDelegate(shown)
    head = delegate.height(shown.font(), shown.hits.index(0, 0), WIDTH)
    assert head == delegate.head_height(shown.font())


def test_a_row_is_as_high_as_its_words_need(shown: HitList) -> None:
    title_alone = hit(0, words=False)
    assert lines_of(shown, height(shown, title_alone)) == 1
    assert lines_of(shown, height(shown, hit(0))) == 3
    noted = hit(0, notes="matched Kazakstan: the publisher's spelling of Kazakhstan; 3 more")
    assert lines_of(shown, height(shown, noted)) == 5
    long = HitLine("P1", Snippet(3 * "a very long title "), "name", None, "")
    assert lines_of(shown, height(shown, long)) == 2
    assert lines_of(shown, height(shown, HitLine("", Snippet("A title"), "", None, ""))) == 1


def test_in_a_long_list_all_rows_have_so_many_lines(shown: HitList) -> None:
    delegate = HitDelegate(shown, LINES)
    full = delegate.full_height(shown.font())
    assert lines_of(shown, full) == LINES
    for line in (hit(0), hit(0, notes=9 * "a note "), hit(0, words=False, notes=9 * "a note ")):
        assert height(shown, line, LINES) <= full
    index = shown.hits.index(1, 0)
    assert delegate.sizeHint(QStyleOptionViewItem(), index).height() > 0


def test_a_single_line_has_the_title_alone(shown: HitList) -> None:
    long = HitLine("P1", Snippet(9 * "a very long title "), "name", None, "a note")
    assert lines_of(shown, height(shown, long, 1)) == 1


def test_what_is_laid_out_is_kept_until_the_font_changes(
    shown: HitList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hit_delegate, "_KEPT_ROWS", 2)
    delegate = HitDelegate(shown)
    laying = delegate._laying(shown.font())
    first = laying.parts(hit(0), WIDTH, 6)
    assert laying.parts(hit(0), WIDTH, 6) is first
    laying.parts(hit(1), WIDTH, 6)
    laying.parts(hit(2), WIDTH, 6)
    assert laying.parts(hit(0), WIDTH, 6) is not first
    font = QFont(shown.font())
    font.setPointSizeF(2 * font.pointSizeF())
    assert delegate._laying(font) is not laying
    assert delegate._laying(font) is delegate._laying(font)


def test_hidden_signs_and_markup_are_painted_as_they_are(shown: HitList) -> None:
    line = HitLine("P1", Snippet("\u202e<b>x</b>"), "<i>name</i>", Snippet("a\u0000b"), "<u>y</u>")
    show(shown, line)
    parts = HitDelegate(shown)._laying(shown.font()).parts(line, WIDTH, 6)
    assert [part.layout.text() for part in parts] == [
        "P1", "⟨U+202E⟩<b>x</b>", "<i>name</i>", "a⟨U+0000⟩b", "<u>y</u>",
    ]  # fmt: skip
    assert QColor(LIGHT.page).name() in colours(drawn(shown, 1))


def test_words_from_right_to_left_begin_at_the_right(shown: HitList) -> None:
    words = Snippet("قال محمد العربي إنه رآهم", ((4, 8),))
    line = HitLine("P1", Snippet("محمد العربي"), "name", words, "")
    parts = HitDelegate(shown)._laying(shown.font()).parts(line, WIDTH, 6)
    title, around = parts[1].layout.lineAt(0), parts[3].layout.lineAt(0)
    assert title.naturalTextRect().left() == 0  # beside its number
    assert around.naturalTextRect().right() == pytest.approx(around.width(), abs=2)
    show(shown, line)
    image = drawn(shown, 1)
    ground = QColor(LIGHT.found)
    below = range(image.height() // 2, image.height())
    found = [x for x in range(WIDTH) for y in below if image.pixelColor(x, y) == ground]
    assert min(found) > WIDTH / 3


@pytest.mark.parametrize("width", [120, 200, 4_000])
def test_the_head_of_a_long_title_keeps_the_count(shown: HitList, width: int) -> None:
    words = "Extradition of asylum-seekers from Kazakhstan to Uzbekistan: 18 hits"
    text = head_text(words, shown.font(), width)
    assert text.endswith("18 hits")
    assert QFontMetrics(shown.font()).horizontalAdvance(text) <= width
    assert (text == words) is (width == 4_000)
