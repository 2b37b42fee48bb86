import pytest
from pydantic import TypeAdapter, ValidationError

from caseviewer.model.kinds import DifferenceKind
from caseviewer.model.open_points import Difference, Gap
from tests.builders import bundle


def test_a_difference_prefers_no_value() -> None:
    item = TypeAdapter(Difference).validate_python(bundle()["differences"][0])
    assert item.kind is DifferenceKind.CONTRADICTION
    assert [value.value for value in item.values] == ["12", "ten"]
    assert item.resolution is None


def test_a_difference_has_values() -> None:
    raw = bundle()["differences"][0]
    del raw["values"]
    with pytest.raises(ValidationError):
        TypeAdapter(Difference).validate_python(raw)


def test_a_gap() -> None:
    item = TypeAdapter(Gap).validate_python(bundle()["gaps"][0])
    assert (item.missing, item.ask) == ("The names of the twelve.", "The Border Press")
