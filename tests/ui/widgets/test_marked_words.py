import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication

from caseviewer.ui.widgets.marked_words import ELLIPSIS, MarkedWords, laid_out, marked_words

BEFORE = "these words stand before what was found by a reader and they are many; "
BEHIND = " and these words stand behind it, until the end of the line is reached"
ANY = st.text(st.characters(codec=None, categories=None), max_size=12)


@pytest.fixture(autouse=True)
def _app(qapp: QApplication) -> None:
    """Fonts need an application."""


def look() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    return made


def laid(words: MarkedWords, width: int, most: int) -> QTextLayout:
    return laid_out(words, QApplication.font(), width, most, look())


def bold(layout: QTextLayout) -> list[str]:
    """The stretches that are set off, as they stand in the text."""
    in_units = layout.text().encode("utf-16-le", "replace")
    return [
        in_units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le", "replace")
        for one in layout.formats()
    ]


@given(st.lists(st.tuples(ANY, st.booleans()), max_size=5))
def test_pieces_are_made_visible_and_marks_stay_on_them(pieces: list[tuple[str, bool]]) -> None:
    made = marked_words(pieces)
    assert made.text == "".join(marked_words([(words, False)]).text for words, _ in pieces)
    found = [made.text[start:end] for start, end in made.marks]
    assert found == [
        marked_words([(words, False)]).text for words, is_marked in pieces if is_marked
    ]
    assert "\u202e" not in made.text
    assert "\n" not in made.text


def test_words_that_fit_are_left_as_they_are() -> None:
    words = marked_words([("the ", False), ("words", True)])
    layout = laid(words, 1_000, 1)
    assert layout.text() == "the words"
    assert bold(layout) == ["words"]
    assert layout.lineCount() == 1


@pytest.mark.parametrize("width", [60, 90, 150, 220, 400])
@pytest.mark.parametrize("most", [2, 3])
@pytest.mark.parametrize("mark", ["Kazakstan", "Қазақстан", "𝒳𝒴𝒵"])
def test_the_first_mark_is_seen_wherever_it_stands(width: int, most: int, mark: str) -> None:
    words = marked_words([(BEFORE, False), (mark, True), (BEHIND, False)])
    layout = laid(words, width, most)
    assert layout.lineCount() <= most
    assert bold(layout)
    assert bold(layout)[0].startswith(mark[:2])
    assert layout.text().endswith(ELLIPSIS) or layout.text() == words.text
    widths = [layout.lineAt(line).naturalTextWidth() for line in range(layout.lineCount())]
    assert max(widths) <= width


def test_a_single_line_keeps_its_beginning() -> None:
    layout = laid(marked_words([(BEFORE, False), ("Kazakstan", True)]), 150, 1)
    assert layout.text().startswith("these words")
    assert layout.text().endswith(ELLIPSIS)
    assert layout.lineCount() == 1
    assert bold(layout) == []


def test_a_mark_that_is_cut_is_marked_as_far_as_it_is_seen() -> None:
    words = MarkedWords("one two three", ((4, 13),))
    assert words.up_to(9) == MarkedWords("one two t…", ((4, 9),))
    assert words.up_to(4) == MarkedWords("one…", ())


def test_words_begin_a_little_before_the_first_mark() -> None:
    words = MarkedWords("one two three four", ((14, 18),))
    assert words.from_first_mark(7) == MarkedWords("…three four", ((7, 11),))
    assert words.from_first_mark(0) == MarkedWords("…four", ((1, 5),))
    assert words.from_first_mark(14) is words
    assert MarkedWords("one").from_first_mark(3) == MarkedWords("one")


def test_no_room_at_all_is_no_fault() -> None:
    assert laid(marked_words([(BEFORE, False)]), 0, 1).lineCount() <= 2
    assert laid(marked_words([("", False)]), 50, 1).lineCount() <= 1
