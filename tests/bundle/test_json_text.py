"""From bytes to values: what is JSON is read, what is not is refused with its place."""

import json
import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.bundle import json_text
from caseviewer.bundle.json_text import loads
from caseviewer.model.problems import BundleError, Place, Problem, Severity
from tests.bundle.json_samples import Writer, broken_texts, values, written


def refusal(data: bytes) -> Problem:
    with pytest.raises(BundleError) as caught:
        loads(data)
    assert caught.value.__cause__ is None
    assert caught.value.problem.severity is Severity.STOP
    return caught.value.problem


VALID = [
    "{}",
    "[]",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "10",
    "1.5",
    "0.5",
    "1e5",
    "1E5",
    "1e+5",
    "1e-5",
    "1.25e-2",
    "1e-999",
    "9007199254740991",
    "-9007199254740991",
    '""',
    '"a"',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
    '"\\u0000"',
    '"\\u00E9\\u00e9"',
    '"\\uD83D\\ude00"',
    '"\\\\ud800"',
    '"\x7f\u0080\u2028\u2029"',
    '"é – 😀 ﷺ"',
    '"/"',
    " \t\r\n1\n",
    "[1,2,3]",
    "[[],[[]],{}]",
    '{"":0}',
    '{"a":1,"A":2,"á":3}',
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":2}]',
    '{"a\\"b":"[{"}',
    '["\\\\","]","\\\\\\""]',
    '{"NaN":"Infinity"}',
    "[" * 64 + "]" * 64,
    '{"a":' * 63 + "[]" + "}" * 63,
    '["' + "[" * 500 + '"]',
    '["\\"' + "[" * 500 + '\\\\"]',
    "[" + "[]," * 1000 + "[]]",
    '["' + "[" * 500 + '\\"' * 2**20 + '"]',
    json.dumps([{f"k{at}": at for at in range(1000)}]),
    json.dumps({"a" * 2**20: "é😀" * 2**19}, ensure_ascii=False),
]

INVALID = [
    "[",
    "]",
    "{",
    "}",
    "[1",
    "[1,",
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    "[1,]",
    '{"a":1,}',
    "[,]",
    "{,}",
    "[1 2]",
    '["a" "b"]',
    '{"a" 1}',
    '{"a":1 "b":2}',
    "{1:2}",
    "{a:1}",
    "{'a':1}",
    "{null:1}",
    "{[]:1}",
    '{"a":1}}',
    "[]]",
    "{} {}",
    "1 2",
    "nul",
    "nulll",
    "True",
    "TRUE",
    "undefined",
    "NaN",
    "[-NaN]",
    "Infinity",
    "-Infinity",
    "+1",
    ".5",
    "-.5",
    "1.",
    "1.e5",
    "1e",
    "1e+",
    "01",
    "-01",
    "00",
    "0x10",
    "1_000",
    "--1",
    "-",
    "1e1.5",
    "١",
    '"',
    '"a',
    '"\\"',
    '"\\x41"',
    '"\\u12"',
    '"\\u12G4"',
    '"\\U0041"',
    '"\\\'"',
    '"a\nb"',
    '"a\tb"',
    '"a\x00b"',
    '"a\x1fb"',
    "'a'",
    "“a”",
    "[1] // one",
    "/* one */ 1",
    "[1;2]",
    "(1)",
    "\u00a01",
    "1\x0b",
    "1 \x00",
    "\u20281",
    "\ufeff\ufeff1",
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":1}',
    '[{"":1,"":2}]',
    "9007199254740992",
    "-9007199254740992",
    "1" * 5000,
    "1e400",
    "-1e400",
    '"\\ud800"',
    '"\\udc00"',
    '"\\udc00\\ud800"',
    '"\\ud800x"',
    '"\\ud800\\n"',
    '"\\ud800\\ud800\\udc00"',
    '{"\\ud800":1}',
    "[" * 65 + "]" * 65,
    "[" * 100_000,
    "[" * 100_000 + "]" * 100_000,
    '{"a":' * 100_000 + "1" + "}" * 100_000,
    '["]",' * 65 + "1" + "]" * 65,
    json.dumps({f"k{at}": at for at in range(1001)}),
    json.dumps([{"a": {f"k{at}": at for at in range(1001)}}]),
]


@pytest.mark.parametrize("text", VALID, ids=range(len(VALID)))
def test_valid_texts(text: str) -> None:
    loaded = loads(text.encode())
    expected = json.loads(text)
    assert loaded.value == expected
    assert repr(loaded.value) == repr(expected)  # also −0.0, and 1 that is not true
    assert loaded.text == text
    assert loaded.problems == ()


@pytest.mark.parametrize("text", INVALID, ids=range(len(INVALID)))
def test_invalid_texts(text: str) -> None:
    problem = refusal(text.encode())
    assert problem.place is not None
    assert problem.code != "json.unreadable"
    assert len(problem.sentence()) < 400


@given(written())
def test_what_was_written_is_read(sample: tuple[object, Writer]) -> None:
    value, writer = sample
    loaded = loads(writer.text.encode())
    assert loaded.value == value
    assert loaded.text == writer.text


@given(st.one_of(st.binary(max_size=40), broken_texts.map(str.encode)))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    try:
        value = loads(data).value
    except BundleError as error:
        refused = error.problem
    else:
        assert value == json.loads(data.removeprefix(b"\xef\xbb\xbf"))
        return
    assert refused.code != "json.unreadable"
    assert refused.message


@given(values, st.integers(58, 68), st.sampled_from(['"]"', '"\\\\"', '"[{"', "[]", '"\\""', "{}"]))
def test_the_depth_is_counted_exactly(value: object, levels: int, neighbour: str) -> None:
    text = f"[{neighbour}," * levels + json.dumps(value) + f",{neighbour}]" * levels
    if levels + max(depth(value), neighbour in {"[]", "{}"}) <= 64:
        assert loads(text.encode()).text == text
    else:
        assert refusal(text.encode()).code == "json.depth"


def depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


def test_a_byte_order_mark_is_taken_off_with_a_warning() -> None:
    loaded = loads(b'\xef\xbb\xbf{"a": 1}')
    assert loaded.value == {"a": 1}
    assert loaded.text == '{"a": 1}'
    (problem,) = loaded.problems
    assert (problem.severity, problem.code, problem.place) == (
        Severity.WARN,
        "file.bom",
        Place(1, 1),
    )
    assert "starts with a byte-order mark" in problem.sentence()


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_nothing_to_read(data: bytes) -> None:
    assert refusal(data).code in {"file.empty", "file.blank"}


def test_another_kind_of_file() -> None:
    assert refusal(b"PK\x03\x04").hint == "Unpack it and open the folder."


@pytest.mark.parametrize(
    ("data", "place", "found", "line"),
    [
        (b'{"a": "caf\xe9"}', Place(1, 11), "byte E9", '{"a": "caf\ufffd"}'),
        ('["é", "'.encode() + b'\x80"]\n', Place(1, 8), "byte 80", '["é", "\ufffd"]'),
        (b'[\n "\xed\xa0\x80"]', Place(2, 3), "byte ED", ' "\ufffd\ufffd\ufffd"]'),
        (b'["\xc0\xaf"]', Place(1, 3), "byte C0", '["\ufffd\ufffd"]'),
        (b'["cut \xe2\x80', Place(1, 7), "byte E2", '["cut \ufffd'),
        (b"[\n" * 2**20 + b"[\xe2\x80]", Place(2**20 + 1, 2), "byte E2", "[\ufffd]"),
        (
            b"[" + b"\n" * (2**20 - 3) + b"\xe2\x80\xe2",
            Place(2**20 - 2, 1),
            "byte E2",
            "\ufffd\ufffd",
        ),
    ],
)
def test_not_utf8(data: bytes, place: Place, found: str, line: str) -> None:
    problem = refusal(data)
    assert problem.code == "file.not_utf8"
    assert (problem.place, problem.found, problem.line_text) == (place, found, line)
    assert "Latin-1" in problem.hint


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('["a\\ud800"]', Place(1, 4)),
        ('["\\ud83d\\ude00",\n "\\\\\\udc00"]', Place(2, 5)),
        ('["\\uffff", "\\ud800"]', Place(1, 13)),
    ],
)
def test_half_a_character(text: str, place: Place) -> None:
    problem = refusal(text.encode())
    assert (problem.code, problem.place) == ("json.half_character", place)
    assert "One half of a character" in problem.message


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ('["\\ufffe", "\\uffff"]', Place(1, 3), "\\ufffe"),
        ('["\\uFDD0"]', Place(1, 3), "\\uFDD0"),
        ('["\\ud83f\\udfff"]', Place(1, 3), "\\ud83f\\udfff"),
        ('["é\ufdd5"]', Place(1, 4), "⟨U+FDD5⟩"),
        ('["\U0010ffff", "\\uffff"]', Place(1, 3), "\U0010ffff"),
        ('["\\uffff", "\U0001fffe"]', Place(1, 3), "\\uffff"),
    ],
)
def test_codes_that_stand_for_no_character(text: str, place: Place, found: str) -> None:
    (problem,) = loads(text.encode()).problems
    assert problem.severity is Severity.WARN
    assert (problem.code, problem.place, problem.found) == ("json.noncharacter", place, found)


@pytest.mark.parametrize("before", range(2**20 - 10, 2**20 + 1))
@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("\\uffff", "\\uffff"),
        ("\\ud83f\\udfff", "\\ud83f\\udfff"),
        ("\ufdd5", "⟨U+FDD5⟩"),
        ("\U0010ffff", "\U0010ffff"),
    ],
)
def test_codes_are_found_wherever_they_stand_in_a_large_file(
    before: int, code: str, found: str
) -> None:
    (problem,) = loads(f'"{"a" * before}{code}"'.encode()).problems
    assert (problem.place, problem.found) == (Place(1, before + 2), found)


@pytest.mark.parametrize("before", range(2**20 - 8, 2**20 + 1))
@pytest.mark.parametrize("escape", ['\\"', "\\\\", '\\\\\\"', "\\\\\\\\"])
def test_an_escape_is_one_wherever_it_stands_in_a_large_file(before: int, escape: str) -> None:
    """Brackets behind it are in the text or out of it."""
    inside = escape.endswith('"')
    text = f'["{"a" * before}{escape}{"[" * 70 if inside else ""}"{"" if inside else ",[]" * 70}]'
    assert loads(text.encode()).value == json.loads(text)
    deep = f'["{"a" * before}{escape}",{"[" * 70}{"]" * 70}]'
    assert refusal(deep.encode()).code == "json.depth"


@pytest.mark.parametrize(
    "text", ['"\\\\uffff"', '"\\ud83d\\ude00"', '"😀\\ufdcf"', '"\\ufffd\ufffd"', '"\ufb00"']
)
def test_codes_that_stand_for_a_character(text: str) -> None:
    assert loads(text.encode()).problems == ()


def test_what_nobody_can_explain_is_still_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "diagnose", lambda _text: None)
    assert refusal(b"[1,]").code == "json.unreadable"
    assert refusal(b"[" * 65 + b"]" * 65).code == "json.unreadable"


def test_a_parser_without_room_on_the_stack(monkeypatch: pytest.MonkeyPatch) -> None:
    class Exhausted:
        def raw_decode(self, _text: str, _at: int) -> object:
            raise RecursionError

    monkeypatch.setattr(json_text, "_DECODER", Exhausted())
    assert refusal(b"[]").sentence() == (
        "The file cannot be read as JSON. Ask whoever made the file to save it again."
    )


def test_numbers_keep_their_kind() -> None:
    value = loads(b"[1, 1.0, -0.0, 1e2]").value
    assert isinstance(value, list)
    assert [type(number) for number in value] == [int, float, float, float]
    assert math.copysign(1, value[2]) == -1


def test_nothing_of_the_file_is_in_the_repr() -> None:
    assert "secret" not in repr(loads(b'["secret"]'))


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 2_000_000,
        (b"[" * 64 + b"]" * 64 + b",") * 15_000,
        b'["' + b"\\" * 2_000_000,
        b'["' + b'\\"' * 1_000_000,
        b'"' * 2_000_001,
        b"[" + b"9" * 2_000_000,
        b"[0." + b"9" * 2_000_000,
        b"[1e" + b"9" * 2_000_000 + b"]",
        b"{" + b'"a":1,' * 100_000,
    ],
    ids=range(9),
)
def test_hostile_bytes_take_no_long_time(data: bytes) -> None:
    start = time.process_time()
    refusal(data)
    assert time.process_time() - start < 10
