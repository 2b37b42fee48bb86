"""What all records share: frozen, slotted, keyword-only Pydantic dataclasses.

Slotted dataclasses take half the memory and two thirds of the time of a BaseModel.
Scalars are strict one by one (see `scalars`), so that lists may become tuples.
"""

from typing import TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

_T = TypeVar("_T")

CONFIG = ConfigDict(
    extra="forbid",
    hide_input_in_errors=True,
    allow_inf_nan=False,
    validate_by_name=False,
    validate_by_alias=True,
)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def record(cls: type[_T]) -> type[_T]:
    """Make a class a record: a frozen, slotted, keyword-only Pydantic dataclass."""
    made = dataclass(cls, frozen=True, slots=True, kw_only=True, config=CONFIG)
    return cast("type[_T]", made)


def altered(item: _T, **values: object) -> _T:
    """A record with other values in some of its fields; what was checked is not checked again."""
    made = object.__new__(type(item))
    for name in item.__dataclass_fields__:  # type: ignore[attr-defined] # as every record has
        value = values[name] if name in values else getattr(item, name)
        object.__setattr__(made, name, value)
    return made
