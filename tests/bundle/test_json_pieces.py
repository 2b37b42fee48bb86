"""Parsing entry by entry gives what parsing as a whole gives, wherever a window ends."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseviewer.bundle import json_pieces
from caseviewer.bundle.faults import MAX_KEYS
from caseviewer.bundle.json_pieces import PIECE, entries
from tests.bundle.json_samples import Writer, broken_texts, values, written

# One patch of the window serves all examples of a test: each sets it anew.
ANY_WINDOW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
WINDOWS = st.integers(1, 12)


def _refuse(_literal: str) -> float:
    raise ValueError


DECODER = json.JSONDecoder(object_pairs_hook=dict, parse_constant=_refuse)


class Seen:
    """Leaves values as they are and remembers what it was given."""

    def __init__(self) -> None:
        self.pieces: list[tuple[str, int]] = []

    def __call__(self, key: str, items: list[object]) -> list[object]:
        assert all(isinstance(item, dict) for item in items)
        self.pieces.append((key, len(items)))
        return items


def plain(text: str) -> object:
    return entries(text.encode(), DECODER, Seen())


def outcome(text: str) -> object:
    """The value, or that there is none."""
    try:
        return plain(text)
    except ValueError:
        return ValueError


def expected(text: str) -> object:
    try:
        return DECODER.decode(text)
    except ValueError:
        return ValueError


@ANY_WINDOW
@given(sample=written(), window=WINDOWS)
def test_what_was_written_is_read(
    monkeypatch: pytest.MonkeyPatch, sample: tuple[object, Writer], window: int
) -> None:
    monkeypatch.setattr(json_pieces, "_WINDOW", window)
    value, writer = sample
    assert plain(writer.text) == value


@ANY_WINDOW
@given(lists=st.dictionaries(st.text(max_size=3), st.lists(values, max_size=5)), window=WINDOWS)
def test_lists_of_anything(
    monkeypatch: pytest.MonkeyPatch, lists: dict[str, list[object]], window: int
) -> None:
    monkeypatch.setattr(json_pieces, "_WINDOW", window)
    assert plain(json.dumps(lists, ensure_ascii=False)) == lists


@ANY_WINDOW
@given(text=broken_texts, window=WINDOWS)
def test_what_is_broken_is_broken_here_too(
    monkeypatch: pytest.MonkeyPatch, text: str, window: int
) -> None:
    monkeypatch.setattr(json_pieces, "_WINDOW", window)
    assert outcome(text) == expected(text)


ODD = [
    '', ' ', '{}', ' { } ', '[]', '1', '-1.5e+10', '"a"', 'null', '{', '}', '{"a"', '{"a":',
    '{"a":1', '{"a":1,', '{"a":1,}', '{,}', '{"a" 1}', '{"a":1 "b":2}', '{1:2}', '{"a":1}}',
    '{} {}', '{"a":1}x', '{"a":[]}', '{"a":[ ]}', '{"a":[{}]}', '{"a":[{}, {}]}', '{"a":[{},]}',
    '{"a":[,]}', '{"a":[{} {}]}', '{"a":[{}', '{"a":[{},', '{"a":[{},1]}', '{"a":[1,{}]}',
    '{"a":[{},,{}]}', '{"a":[{}}', '{"a":[{},[]]}', '{"a":[{}],"b":[{"c":[{}]}]}',
    '{"a":[1,2,3],"b":{"c":[{}]}}', '{"a":[{},1,]}', '{"a":[{"b":NaN}]}',
    '{"a":12345.25e-3,"b":-0,"c":1e5,"d":0.5}', '{"a":1.}', '{"a":1e}', '{"a":1e+}', '{"a":01}',
    '{"a":tru}', '{"a":true,"b":"é😀"}', '{"a"\r\n:\t[\n{}\n,\n{}\n]\n,\n"b" : 1}\n',
]  # fmt: skip


@pytest.mark.parametrize("window", [1, 2, 3, 5, 8, 1000])
@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts(monkeypatch: pytest.MonkeyPatch, text: str, window: int) -> None:
    monkeypatch.setattr(json_pieces, "_WINDOW", window)
    assert outcome(text) == expected(text)


@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_the_rest_of_a_long_list_comes_as_it_is(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(json_pieces, "PIECE", 1)
    monkeypatch.setattr(json_pieces, "MOST_SINGLE", most)
    seen = Seen()
    text = '{"a": [{"n": 1}, {"n": 2}, {"n": 3}, {"n": 4}]}'
    assert entries(text.encode(), DECODER, seen) == json.loads(text)
    assert seen.pieces == [("a", 1)] * min(most, 4)
    assert outcome('{"a": [{}, {}, {}, ]}') is ValueError


def test_objects_in_lists_of_the_top_level_are_given_over_in_pieces() -> None:
    seen = Seen()
    value = {
        "id": "x",
        "a": [{"n": at} for at in range(2 * PIECE + 3)],
        "b": {"deep": [{}]},
        "c": [{}, 5, {}],
        "d": [],
    }
    assert entries(json.dumps(value).encode(), DECODER, seen) == value
    assert seen.pieces == [("a", PIECE), ("a", PIECE), ("a", 3), ("c", 1)]


def test_what_is_given_back_stays() -> None:
    value = entries(b'{"a": [{"n": 1}, {"n": 2}], "b": 1}', DECODER, lambda _, items: [len(items)])
    assert value == {"a": [2], "b": 1}


def test_a_stop_goes_through() -> None:
    def stop(_key: str, _items: list[object]) -> list[object]:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        entries(b'{"a": [{}]}', DECODER, stop)


def test_the_hook_sees_the_top_level_and_no_more_keys_than_are_needed() -> None:
    found: list[int] = []

    def hook(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found.append(len(pairs))
        return dict(pairs)

    decoder = json.JSONDecoder(object_pairs_hook=hook)
    text = json.dumps({f"k{at}": at for at in range(MAX_KEYS + 50)})
    with pytest.raises(ValueError, match=r"^$"):
        entries(text.encode(), decoder, Seen())
    assert found == [MAX_KEYS + 1]
