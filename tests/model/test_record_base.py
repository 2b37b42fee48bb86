from dataclasses import FrozenInstanceError

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from caseviewer.model.record_base import altered, record


@record
class Sample:
    """A record for these tests."""

    name: str
    within: str | None = Field(default=None, alias="in")
    share: float = 1.0


ADAPTER = TypeAdapter(Sample)


def test_a_record_is_frozen_and_slotted() -> None:
    sample = Sample(name="a")
    with pytest.raises(FrozenInstanceError):
        sample.name = "b"  # type: ignore[misc]
    assert not hasattr(sample, "__dict__")


def test_fields_are_given_by_the_name_in_the_file() -> None:
    assert ADAPTER.validate_python({"name": "a", "in": "b"}).within == "b"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"name": "a", "within": "b"}, "unexpected_keyword_argument"),
        ({"name": "a", "other": 1}, "unexpected_keyword_argument"),
        ({"name": "a", "share": float("nan")}, "finite_number"),
        ({}, "missing"),
    ],
)
def test_what_a_record_refuses(value: object, kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(value)
    assert [error["type"] for error in caught.value.errors()] == [kind]


def test_an_error_does_not_show_what_the_file_holds() -> None:
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python({"name": ["a secret name"]})
    assert "secret" not in str(caught.value)


def test_a_record_is_altered_as_a_copy() -> None:
    sample = ADAPTER.validate_python({"name": "a", "in": "b"})
    made = altered(sample, within=None, share=2.0)
    assert made == ADAPTER.validate_python({"name": "a", "share": 2.0})
    assert (sample.within, sample.share) == ("b", 1.0)
