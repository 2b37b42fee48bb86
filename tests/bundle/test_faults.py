"""Broken texts: each with its line, its column and the words that the user must see."""

import pytest
from hypothesis import given

from caseviewer.bundle.faults import MAX_KEYS, diagnose, number_is_out_of_range
from caseviewer.model.problems import Place, Severity
from tests.bundle.json_samples import Writer, broken_texts, written

MANY_KEYS = ", ".join(f'"k{at:03}": 1' for at in range(MAX_KEYS))

BROKEN = [
    # commas
    ('{"a": 1,\n}', 1, 8, "json.extra_comma", "a comma too many here, before a closing bracket"),
    ("[1, 2,]", 1, 6, "json.extra_comma", "expected no comma after the last entry"),
    ("[1,, 2]", 1, 4, "json.extra_comma", "after another comma"),
    ('{"a": 1,, "b": 2}', 1, 9, "json.extra_comma", "after another comma"),
    ('{"a": 1\n "b": 2}', 2, 2, "json.missing_comma", "A comma is missing before this place"),
    ('["é" "b"]', 1, 6, "json.missing_comma", "a comma or the closing bracket ]"),
    ("[1 2]", 1, 4, "json.missing_comma", "A comma is missing"),
    ("[1 -2]", 1, 4, "json.missing_comma", "A comma is missing"),
    ("[[1] {}]", 1, 6, "json.missing_comma", "found “{”"),
    # values
    ("[, 1]", 1, 2, "json.missing_value", "A value is missing here"),
    ('{"a": }', 1, 7, "json.missing_value", "A value is missing here"),
    ("]", 1, 1, "json.missing_value", "A value is missing here"),
    ("[abc]", 1, 2, "json.bare_text", "A text has to stand in quotation marks"),
    ("[tru]", 1, 2, "json.bare_text", "found “tru”"),
    ("hello", 1, 1, "json.bare_text", "found “hello”"),
    ("[True]", 1, 2, "json.word", "JSON writes true, in small letters"),
    ("[None]", 1, 2, "json.word", "JSON writes null"),
    ('{"a": NaN}', 1, 7, "json.not_a_number", "what is not known is null"),
    ("[-Infinity]", 1, 2, "json.not_a_number", "found “-Infinity”"),
    ("Infinity", 1, 1, "json.not_a_number", "found “Infinity”"),
    # numbers
    ("[+1]", 1, 2, "json.number_form", "A number starts with a digit"),
    ("[.5]", 1, 2, "json.number_form", "found “.5”"),
    ("[-]", 1, 2, "json.number_form", "A number starts with a digit"),
    ("[01]", 1, 3, "json.number_form", "No zeros in front"),
    ("[1.]", 1, 3, "json.number_form", "digits on both sides of the point"),
    ("[1e]", 1, 3, "json.number_form", "found “e”"),
    ("[-1x]", 1, 4, "json.number_form", "goes on in a way that JSON does not have"),
    ("[1,000]", 1, 5, "json.number_form", "no group marks"),
    ("[12345678901234567890]", 1, 2, "json.number", "put it into quotation marks"),
    ("[-9007199254740992]", 1, 2, "json.number", "too large to be read exactly"),
    ("[1e999]", 1, 2, "json.number", "found “1e999”"),
    ("[" + "1" * 5000 + "]", 1, 2, "json.number", "found “1111"),
    # keys
    (f'[{{{MANY_KEYS}, "é": 1}}]', 1, 11 * MAX_KEYS + 3, "json.keys", "more than 1,000 keys"),
    ("{a: 1}", 1, 2, "json.bare_key", "A key has to stand in quotation marks"),
    ("{1: 2}", 1, 2, "json.bare_key", "found “1”"),
    ("{'a': 1}", 1, 2, "json.quotation_marks", "straight double quotation marks"),
    ("{“a”: 1}", 1, 2, "json.quotation_marks", "straight double quotation marks"),
    ("{,}", 1, 2, "json.syntax", "expected a key in straight quotation marks, or the closing"),
    ('{"a" 1}', 1, 6, "json.missing_colon", "A colon is missing after the key"),
    ('{"a" = 1}', 1, 6, "json.missing_colon", "found “=”"),
    ('{"a": 1: 2}', 1, 8, "json.syntax", "A comma or a closing bracket was expected here"),
    ("[1:2]", 1, 3, "json.syntax", "A comma or a closing bracket was expected here"),
    ("[true false]", 1, 7, "json.syntax", "A comma or a closing bracket was expected here"),
    # texts
    ('["abc', 1, 2, "json.cut_off", "in the middle of a text that starts here"),
    ('["abc\\', 1, 2, "json.cut_off", "in the middle of a text that starts here"),
    ('["abc\\u12', 1, 2, "json.cut_off", "in the middle of a text that starts here"),
    ('{"a', 1, 2, "json.cut_off", "in the middle of a text that starts here"),
    (
        '["abc\n"]',
        1,
        6,
        "json.open_text",
        "The text that starts at line 1, column 2 has no closing",
    ),
    ('[\n "abc,\r\n 1]', 2, 7, "json.open_text", "starts at line 2, column 2"),
    ('["a\tb"]', 1, 4, "json.control_character", "found “⟨U+0009⟩”, expected \\t"),
    ('["a\x00b"]', 1, 4, "json.control_character", "found “⟨U+0000⟩”, expected \\u0000"),
    ('["a\\qb"]', 1, 4, "json.escape", "found “\\q”"),
    ('["a\\u12x"]', 1, 4, "json.escape", "found “\\u12x”"),
    ('["C:\\Users"]', 1, 5, "json.escape", "Write \\\\ where the backslash itself is meant"),
    ('{"a": "say "hi" now"}', 1, 13, "json.inner_quotation_mark", 'is written \\".'),
    ('["a" 1]', 1, 6, "json.inner_quotation_mark", "has already ended"),
    # marks
    ("[1, # one\n 2]", 1, 5, "json.comment", "JSON has no comments"),
    ("// case\n{}", 1, 1, "json.comment", "JSON has no comments"),
    ("[1 /* one */]", 1, 4, "json.comment", "JSON has no comments"),
    ("['a']", 1, 2, "json.quotation_marks", "straight double quotation marks"),
    ("[\u00a01]", 1, 2, "json.hidden_character", "A character that cannot be seen"),
    ("[\u200b1]", 1, 2, "json.hidden_character", "found “⟨U+200B⟩”"),
    ("[1\x0c]", 1, 3, "json.hidden_character", "found “⟨U+000C⟩”"),
    ('{"a": 1]', 1, 8, "json.wrong_bracket", "closes what was opened at line 1, column 1"),
    ("[1}", 1, 3, "json.wrong_bracket", "The wrong bracket"),
    ("[&]", 1, 2, "json.bare_text", "found “&”"),
    # the end
    ("", 1, 1, "json.empty", "The file has no content"),
    (
        '{"a": [1, 2',
        1,
        12,
        "json.cut_off",
        "in the middle of a list that starts at line 1, column 7",
    ),
    ('{"a": 1,\n', 2, 1, "json.cut_off", "in the middle of an object that starts at line 1"),
    ('{"a"', 1, 5, "json.cut_off", "incomplete copy"),
    ("{} {}", 1, 4, "json.extra_text", "The file goes on after its end"),
    ("[1]]", 1, 4, "json.extra_text", "found “]”"),
    ('{}\n"x"', 2, 1, "json.extra_text", "behind the last closing bracket"),
    # depth
    ("[" * 65, 1, 65, "json.depth", "more than 64 levels deep"),
    ('{"a":' * 65, 1, 321, "json.depth", "more than 64 levels deep"),
]


@pytest.mark.parametrize(("text", "line", "column", "code", "words"), BROKEN)
def test_broken_texts(text: str, line: int, column: int, code: str, words: str) -> None:
    problem = diagnose(text)
    assert problem is not None
    assert problem.severity is Severity.STOP
    assert (problem.code, problem.place) == (code, Place(line, column))
    assert words in problem.sentence()
    shown = problem.line_text.strip("…")
    assert len(shown) <= 130
    assert len(problem.sentence()) < 400


def test_the_line_is_shown() -> None:
    problem = diagnose('{\n\t"title": "Kazakstan" "year": 2012\n}')
    assert problem is not None
    assert problem.line_text == ' "title": "Kazakstan" "year": 2012'
    assert problem.path == ("title",)


def test_a_key_given_twice() -> None:
    text = (
        '{"chronology": [\n {"id": "e1"},\n {"date": {"edtf": "2010",\n  "\\u0065dtf": "2011"},'
        ' "id": "e2"}]}'
    )
    problem = diagnose(text)
    assert problem is not None
    assert problem.code == "json.duplicate_key"
    assert problem.record == "e2"
    assert problem.path == ("chronology", 1, "date", "edtf")
    assert problem.place == Place(4, 3)
    assert problem.sentence() == (
        "“e2”: The key “edtf” stands twice in the object that starts at line 3, column 11: "
        "first at line 3, column 12, again at line 4, column 3; expected each key once, as it is "
        "not clear which of the two was meant (line 4, column 3). "
        "Take one of the two out, or give it its right name."
    )


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ('{"id": "case", "a": 1, "a": 2}', ""),  # the case is not a record
        ('[{"id": 7, "a": 1, "a": 2}]', ""),
        ('[["id", {"a": 1, "a": 2}]]', ""),
        ('[{"id": "e1", "x": {"id": 3, "a": 1, "a": 2}}]', "e1"),
        ('[{"id": "e1", "a": 1, "a": 2', ""),  # cut off: the rest is not known
        ('[{"id": "e1", "n": 1e999}]', "e1"),
    ],
)
def test_the_record_around_a_fault(text: str, record: str) -> None:
    problem = diagnose(text)
    assert problem is not None
    assert problem.record == record


def test_a_record_too_deep_to_be_read_for_its_id() -> None:
    text = '[{"a": 1, "a": 2, "x": ' + "[" * 100_000
    problem = diagnose(text)
    assert problem is not None
    assert (problem.code, problem.record) == ("json.duplicate_key", "")


def test_a_hostile_key_is_shown_short_and_visible() -> None:
    key = "\u202e" + "k" * 10_000
    problem = diagnose(f'{{"{key}": 1, "{key}": 2}}')
    assert problem is not None
    assert "⟨U+202E⟩kkk" in problem.message
    assert len(problem.sentence()) < 400


@given(written())
def test_nothing_is_said_of_a_good_text(sample: tuple[object, Writer]) -> None:
    assert diagnose(sample[1].text) is None


@given(broken_texts)
def test_each_fault_has_a_place_in_the_text(text: str) -> None:
    problem = diagnose(text)
    if problem is None:
        return
    assert problem.place is not None
    lines = text.split("\n")
    assert 1 <= problem.place.line <= len(lines)
    assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
    assert problem.message


@pytest.mark.parametrize(
    ("literal", "out"),
    [
        ("0", False),
        ("-0", False),
        ("9007199254740991", False),
        ("-9007199254740991", False),
        ("9007199254740992", True),
        ("-9007199254740992", True),
        ("9" * 10_000, True),
        ("1.5", False),
        ("1e308", False),
        ("1e309", True),
        ("-1E+400", True),
        ("1e-999", False),
        ("9" * 400 + ".5", True),
    ],
)
def test_numbers_that_other_readers_would_change(literal: str, out: bool) -> None:
    assert number_is_out_of_range(literal) is out
