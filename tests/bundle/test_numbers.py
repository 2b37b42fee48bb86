import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from caseviewer.bundle.numbers import HIGHEST, Numbers, assign, brought
from caseviewer.model.open_points import Gap


def items(*numbers: object) -> list[object]:
    return [{} if number == "" else {"number": number} for number in numbers]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], Numbers(())),
        (items("", "", ""), Numbers((1, 2, 3))),
        (items(5, 2), Numbers((5, 2), own=True)),
        (items("", 4, "", 2), Numbers((5, 4, 6, 2))),
        (items(3, 3, "", 3), Numbers((3, 4, 5, 6), (1, 3))),
        (items(None, 2), Numbers((3, 2))),
        # what cannot be a number counts as none
        (items(True, 0, -1, "1", 1.0, HIGHEST + 1), Numbers((1, 2, 3, 4, 5, 6))),
        (["x", None, [], {"number": 9}], Numbers((10, 11, 12, 9))),
        (items(HIGHEST, "", "", 2), Numbers((HIGHEST, 1, 3, 2))),
        (items(True, 2), Numbers((3, 2))),
        (items(0, 2), Numbers((3, 2))),
        (items(1, HIGHEST + 1), Numbers((1, 2))),
        (items(1, HIGHEST), Numbers((1, HIGHEST), own=True)),
    ],
)
def test_numbers(records: list[object], expected: Numbers) -> None:
    assert assign(records) == expected


@given(st.lists(st.one_of(st.just(""), st.integers(1, 30), st.just(HIGHEST))))
def test_every_number_is_given_once_and_own_ones_stay(own: list[object]) -> None:
    numbers = assign(items(*own))
    assert len(set(numbers.given)) == len(own)
    assert all(1 <= number <= HIGHEST for number in numbers.given)
    kept = [(n, g) for at, (n, g) in enumerate(zip(own, numbers.given, strict=True))
            if n != "" and at not in numbers.repeated]  # fmt: skip
    assert all(number == given for number, given in kept)
    assert numbers.own is (bool(own) and "" not in own and len(set(own)) == len(own))


def test_records_bring_their_numbers_as_plain_values_do() -> None:
    plain = [{"id": "a", "missing": "m", "number": 4}, {"id": "b", "missing": "m"}]
    made = TypeAdapter(list[Gap]).validate_python(plain)
    assert assign([*made, {"number": 4}]) == Numbers((4, 5, 6), (2,))
    assert assign(made[:1]) == Numbers((4,), own=True)
    items: list[object] = [made[0], {"id": 5}, {}, None, 3, []]
    assert [brought(item, "id") for item in items] == ["a", 5, None, None, None, None]
