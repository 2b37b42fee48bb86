"""The picture beside a ladder: a knot for each rung, rails between them, in every look."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont, QImage, QPalette, QTextBlock
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseviewer.formatting.page import Block, BlockKind, Mark, Page, PageBuilder, Span, Target
from caseviewer.formatting.pages import page_for
from caseviewer.ui import theme
from caseviewer.ui.theme import DARK, LIGHT, Colours, palette
from caseviewer.ui.widgets.ladder_rail import TEXT_INDENT, LadderRail, Rail, rails
from caseviewer.ui.widgets.page_view import PageView
from tests.ui.kit import SAMPLES, opened_sample

LEVELS = [(LIGHT, 100), (LIGHT, 200), (DARK, 100), (DARK, 200)]
ARABIC = "كاتب لم يذكر اسمه"


def page(*rungs: tuple[Mark, int], words: str = "words") -> Page:
    builder = PageBuilder()
    builder.title("A title")
    for mark, level in rungs:
        builder.rung(words, mark, level)
    builder.note("a note")
    return builder.page()


EVERY_MARK = page(
    (Mark.KNOWN, 0),
    (Mark.SPEECH, 1),
    (Mark.UNKNOWN, 2),
    (Mark.SPEECH, 1),
    (Mark.UNKNOWN, 0),
    (Mark.READ_UNKNOWN, 0),
    (Mark.READ, 0),
)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[PageView]:
    before = qapp.palette()
    made = PageView("The page")
    qtbot.addWidget(made)
    made.resize(900, 1_400)
    yield made
    qapp.setPalette(before)


def dressed(view: PageView, colours: Colours, text_size: int) -> PageView:
    """The view in a scheme, with its text in a size in per cent."""
    made = palette(colours)
    QApplication.setPalette(made)
    view.setPalette(made)
    font = QFont(view.font())
    font.setPointSizeF(font.pointSizeF() * text_size / 100)
    view.setFont(font)
    return view


def image_of(view: PageView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def rung_blocks(view: PageView) -> list[QTextBlock]:
    found, block = [], view.document().begin()
    while block.isValid():
        if block.userState() >= 0:
            found.append(block)
        block = block.next()
    return found


def rail_of(view: PageView) -> LadderRail:
    return LadderRail(view.font(), view.document(), view._rails)


def page_colour(view: PageView) -> QColor:
    return view.palette().color(QPalette.ColorRole.Base)


def inked(view: PageView, image: QImage, left: int, right: int, y: int) -> bool:
    """Whether anything is drawn in a row between two columns."""
    ground = page_colour(view).rgb()
    return any(image.pixel(x, y) != ground for x in range(left, right))


def rows_of(view: PageView, level: int) -> list[int]:
    """The rows of the picture in which a rung of this level, or one on it, has its words."""
    layout, scrolled = view.document().documentLayout(), view.verticalScrollBar().value()
    found: list[int] = []
    for block in rung_blocks(view):
        if view._rails[block.userState()].level >= level:
            box = layout.blockBoundingRect(block).toRect().translated(0, -scrolled)
            found += range(box.top(), box.bottom() + 1)
    return found


def knots_on(view: PageView, image: QImage, level: int) -> list[float]:
    """The heights of the knots on the rail of a level, found by what is left of that rail."""
    rail = rail_of(view)
    left = round(rail.x(level) - rail.radius - 1)
    right = round(rail.x(level) - 0.5 * rail.radius)
    runs: list[list[int]] = []
    for y in rows_of(view, level):
        if not (0 <= y < image.height() and inked(view, image, left, right, y)):
            continue
        if runs and y - runs[-1][-1] <= rail.radius:  # a gap between two dashes
            runs[-1].append(y)
        else:
            runs.append([y])
    return [sum(run) / len(run) for run in runs]


# Which rails pass a rung.


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ([0], [(False, set())]),
        ([0, 0, 0], [(False, {0}), (True, {0}), (True, set())]),
        ([0, 1, 0], [(False, {0}), (True, {0}), (True, set())]),
        ([0, 1], [(False, {0}), (True, set())]),
        ([0, 1, 2, 0], [(False, {0}), (True, {0, 1}), (True, {0}), (True, set())]),
        (
            [0, 1, 2, 1, 0],
            [(False, {0}), (True, {0, 1}), (True, {0}), (True, {0}), (True, set())],
        ),
        ([1, 1], [(False, {0}), (True, set())]),
    ],
)
def test_a_rail_goes_from_a_rung_to_what_hangs_on_it(
    levels: list[int], found: list[tuple[bool, set[int]]]
) -> None:
    rungs = [Block(BlockKind.RUNG, (Span("x"),), level=level, mark=Mark.READ) for level in levels]
    assert rails(rungs) == [
        Rail(Mark.READ, level, joined, frozenset(below))
        for level, (joined, below) in zip(levels, found, strict=True)
    ]


def test_another_block_between_two_rungs_begins_a_new_ladder() -> None:
    rung, text = Block(BlockKind.RUNG, (Span("x"),)), Block(BlockKind.TEXT, (Span("y"),))
    assert rails([text, rung, rung, text, rung]) == [
        Rail(Mark.KNOWN, 0, joined=False, below=frozenset({0})),
        Rail(Mark.KNOWN, 0, joined=True),
        Rail(Mark.KNOWN),
    ]
    assert rails([text]) == []


# What is painted.


@pytest.mark.parametrize(("colours", "text_size"), LEVELS)
def test_there_are_as_many_knots_as_rungs(view: PageView, colours: Colours, text_size: int) -> None:
    dressed(view, colours, text_size).show_page(EVERY_MARK)
    image, rail = image_of(view), rail_of(view)
    blocks = rung_blocks(view)
    assert len(blocks) == 7
    for level in range(3):
        own = [block for block in blocks if view._rails[block.userState()].level == level]
        heights = [rail.knot(block).y() for block in own]
        assert knots_on(view, image, level) == pytest.approx(heights, abs=rail.radius / 2)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("folder", SAMPLES)
def test_every_quotation_of_the_samples_has_its_knots(
    view: PageView, folder: Path, colours: Colours
) -> None:
    case = opened_sample(folder)
    dressed(view, colours, 100)
    for quotation in case.case.quotations:
        view.show_page(page_for(case, Target(quotation.id)))
        image = image_of(view)
        assert len(knots_on(view, image, 0)) == len(quotation.chain)


@pytest.mark.parametrize(("colours", "text_size"), LEVELS)
def test_each_mark_has_its_own_look(view: PageView, colours: Colours, text_size: int) -> None:
    dressed(view, colours, text_size).show_page(EVERY_MARK)
    image, rail = image_of(view), rail_of(view)
    seen = {}
    for block in rung_blocks(view):
        at = rail.knot(block).toPoint()
        reach = QPoint(round(rail.radius) + 1, round(rail.radius) + 1)
        left, top = (at - reach).toTuple()
        right, bottom = (at + reach).toTuple()
        seen[view._rails[block.userState()].mark] = (
            image.pixelColor(at).name(),
            [image.pixel(x, y) for y in range(top, bottom) for x in range(left, right)],
        )
    assert len({tuple(pixels) for _, pixels in seen.values()}) == len(Mark)
    centres = {mark: centre for mark, (centre, _) in seen.items()}
    assert centres == {
        Mark.KNOWN: colours.text,
        Mark.SPEECH: colours.text,
        Mark.READ: colours.text,
        Mark.UNKNOWN: colours.page,
        Mark.READ_UNKNOWN: colours.page,
    }
    for mark in (Mark.UNKNOWN, Mark.READ_UNKNOWN):
        assert QColor(colours.warning).rgb() in seen[mark][1]


@pytest.mark.parametrize(("colours", "text_size"), LEVELS)
def test_rungs_are_joined_by_a_line_in_the_colour_of_quiet_words(
    view: PageView, colours: Colours, text_size: int
) -> None:
    dressed(view, colours, text_size).show_page(EVERY_MARK)
    image, rail = image_of(view), rail_of(view)
    rungs = [block for block in rung_blocks(view) if not view._rails[block.userState()].level]
    x = int(rail.x(0))
    for one, next_one in pairwise(map(rail.knot, rungs)):
        between = range(int(one.y() + rail.radius + 3), int(next_one.y() - rail.radius - 3))
        assert {image.pixelColor(x, y).name() for y in between} == {colours.muted}
    last = rail.knot(rungs[-1])
    assert image.pixelColor(x, int(last.y() + rail.radius + 4)).name() == colours.page


def test_a_page_without_a_ladder_has_nothing_beside_its_words(view: PageView) -> None:
    dressed(view, LIGHT, 100).show_page(page())
    assert rung_blocks(view) == []
    assert view._rails == []
    view.show_page(EVERY_MARK)
    view.show_page(page((Mark.READ, 0)))
    assert len(view._rails) == len(rung_blocks(view)) == len(knots_on(view, image_of(view), 0)) == 1


def test_speech_without_a_rung_has_a_knot_and_no_knee(view: PageView) -> None:
    dressed(view, LIGHT, 100).show_page(page((Mark.SPEECH, 1)))
    image, rail = image_of(view), rail_of(view)
    (knot,) = map(rail.knot, rung_blocks(view))
    assert image.pixelColor(knot.toPoint()).name() == LIGHT.text
    beside = QPoint(int(rail.x(0) + 2 * rail.radius), int(knot.y()))
    assert image.pixelColor(beside).name() == LIGHT.page


def test_names_written_from_right_to_left_leave_the_rail_where_it_is(view: PageView) -> None:
    dressed(view, LIGHT, 100)
    marks = [(Mark.KNOWN, 0), (Mark.SPEECH, 1), (Mark.READ, 0)]
    view.show_page(page(*marks))
    latin = knots_on(view, image_of(view), 0)
    view.show_page(page(*marks, words=ARABIC))
    assert len(knots_on(view, image_of(view), 0)) == len(latin) == 2
    unit = theme.unit(view.font())
    for block in rung_blocks(view):
        words = block.layout().lineAt(0).naturalTextRect().left() + block.layout().position().x()
        indent = TEXT_INDENT * (1 + view._rails[block.userState()].level)
        assert words == pytest.approx(view.document().documentMargin() + indent * unit, abs=1)


def test_the_rail_scrolls_with_its_words(view: PageView) -> None:
    dressed(view, LIGHT, 100)
    view.resize(600, 300)
    view.show_page(page(*[(Mark.KNOWN, 0)] * 80))
    view.grab()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    image, rail = image_of(view), rail_of(view)
    heights = [rail.knot(block).y() - bar.value() for block in rung_blocks(view)]
    inside = [y for y in heights if rail.radius < y < image.height() - rail.radius]
    knots = knots_on(view, image, 0)
    found = [y for y in knots if rail.radius < y < image.height() - rail.radius]
    assert 3 < len(inside) < 80
    assert found == pytest.approx(inside, abs=rail.radius / 2)
    x = int(rail.x(0))
    assert all(image.pixelColor(x, y).name() != LIGHT.page for y in (0, image.height() - 1))


def test_only_rungs_that_can_be_seen_are_painted(
    view: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[object] = []
    original = LadderRail._paint_knot

    def spy(rail: LadderRail, *args: object) -> None:
        painted.append(args)
        original(rail, *args)  # type: ignore[arg-type]

    view.resize(600, 300)
    view.show_page(page(*[(Mark.KNOWN, 0)] * 500))
    view.grab()
    monkeypatch.setattr(LadderRail, "_paint_knot", spy)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    view.viewport().grab()
    assert 5 < len(painted) < 40


def test_words_of_a_rung_are_words_like_any_other(view: PageView) -> None:
    target = Target("p-korr")
    rung = Block(BlockKind.RUNG, (Span("a name", target), Span(": said it")), mark=Mark.KNOWN)
    view.show_page(Page((rung,)))
    assert view.toPlainText() == "a name: said it"
    assert view._targets == [target]
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == "a name: said it"
