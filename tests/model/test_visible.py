"""What nobody can see is shown; what can be seen stays as it is."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.model.visible import cut, visible, visible_text

SHOWN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
JOINERS = {"\u200c", "\u200d"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Kazakstan – 9 June", "Kazakstan – 9 June"),
        ("12\u202e34/5", "12⟨U+202E⟩34/5"),
        ("a\x00b", "a⟨U+0000⟩b"),
        ("a\nb\tc", "a⟨U+000A⟩b⟨U+0009⟩c"),
        ("soft\u00adhyphen", "soft⟨U+00AD⟩hyphen"),
        ("line\u2028paragraph\u2029", "line⟨U+2028⟩paragraph⟨U+2029⟩"),
        ("half\ud800", "half⟨U+D800⟩"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("\ufeffstart", "⟨U+FEFF⟩start"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d⚖", "👩\u200d⚖"),
        ("no\u00a0break", "no\u00a0break"),
        ("a\ufffeb\uffff", "a⟨U+FFFE⟩b⟨U+FFFF⟩"),
        ("a\ufdd0b", "a⟨U+FDD0⟩b"),
        ("a\ufffdb", "a\ufffdb"),
    ],
)
def test_hidden_characters_show_in_a_line(text: str, shown: str) -> None:
    assert visible(text, 80) == shown


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("ab\u202ecd", 12, "ab⟨U+202E⟩cd"),
        ("ab\u202ecde", 12, "ab⟨U+202E⟩c…"),
        ("abcd\u202ee", 12, "abcd…"),
        ("\u202e\u202e", 12, "⟨U+202E⟩…"),
        ("\u202e", 3, "…"),
        ("\u202e", 0, ""),
        ("x" * 10_000_000, 5, "xxxx…"),
    ],
)
def test_a_line_is_cut_and_no_mark_is_cut_through(text: str, limit: int, shown: str) -> None:
    assert visible(text, limit) == shown


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abcd", 1, "…"), ("abcd", 0, ""), ("", 0, "")],
)
def test_cut(text: str, limit: int, short: str) -> None:
    assert cut(text, limit) == short


def test_a_text_keeps_its_lines_and_tabs() -> None:
    assert visible_text("one\ttwo\nthree\r\u202e") == "one\ttwo\nthree⟨U+000D⟩⟨U+202E⟩"
    clean = "one\ttwo\nthree\u200d"
    assert visible_text(clean) is clean


def test_every_hidden_character_of_unicode_is_known() -> None:
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        category = unicodedata.category(character)
        if (category in SHOWN and character not in JOINERS) or is_no_character(number):
            assert visible(character, 20) == f"⟨U+{number:04X}⟩"
        elif category not in {"Cn", "Mn"}:  # newer Unicode makes format characters of some
            assert visible(character, 20) == character


def is_no_character(number: int) -> bool:
    """What Unicode gives to nobody for good, as far as it is in the first plane."""
    return 0xFDD0 <= number <= 0xFDEF or number in {0xFFFE, 0xFFFF}


@given(st.text(st.characters(categories=["Cc", "Cf", "L", "Cs", "Cn"])), st.integers(0, 40))
def test_a_line_keeps_its_limit_and_hides_nothing(text: str, limit: int) -> None:
    line = visible(text, limit)
    assert len(line) <= limit
    assert visible(line, limit) == line
    assert not {unicodedata.category(c) for c in line if c not in JOINERS} & SHOWN
    assert not any(is_no_character(ord(c)) for c in line)
