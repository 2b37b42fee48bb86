"""Takes out of records what names others that are not shown, so that nothing leads to them."""

from collections.abc import Container, Iterator
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar

from caseviewer.model.case import Record
from caseviewer.model.events import Trigger
from caseviewer.model.record_base import altered
from caseviewer.model.references import ID_FIELDS, How, IdField, Kind

_R = TypeVar("_R", bound=Record)

_NOTHING_WITHOUT = frozenset({How.ROLE_SCOPE, How.VALUE_PASSAGE, How.TRIGGER})
"""How a part names what it cannot be without: a role without its event would hold for the
whole case, a value without its passage and a start without its event would stand for nothing."""


def pruned(kind: Kind, items: tuple[_R, ...], hidden: Container[str]) -> tuple[_R, ...]:
    """Records of one kind without the names of records that are hidden.

    What a record itself must name stays, even where it is hidden: only a faulty file has that.
    """
    touched = {
        at for field in ID_FIELDS[kind] for at, target in field.targets(items) if target in hidden
    }
    return tuple(
        _pruned(kind, item, hidden) if at in touched else item for at, item in enumerate(items)
    )


def _pruned(kind: Kind, item: _R, hidden: Container[str]) -> _R:
    for field in ID_FIELDS[kind]:
        if not field.part:
            item = _without(item, field, hidden)
        elif isinstance(parts := getattr(item, field.part), tuple):
            kept = tuple(_kept_parts(parts, field, hidden))
            item = item if kept == parts else altered(item, **{field.part: kept})
        elif parts is not None:
            left = next(_kept_parts((parts,), field, hidden), None)
            item = item if left == parts else altered(item, **{field.part: left})
    return item


def _kept_parts(
    parts: tuple[object, ...], field: IdField, hidden: Container[str]
) -> Iterator[object]:
    for part in parts:
        if not (_is_nothing_without(part, field) and getattr(part, field.name) in hidden):
            yield _without(part, field, hidden)


_O = TypeVar("_O")


def _without(owner: _O, field: IdField, hidden: Container[str]) -> _O:
    """What has an id field, without the hidden ones in it."""
    value = getattr(owner, field.name)
    if isinstance(value, tuple):
        kept = tuple(target for target in value if target not in hidden)
        return owner if kept == value else altered(owner, **{field.name: kept})
    if value not in hidden or field.name in _required(owner):
        return owner
    return altered(owner, **{field.name: None})


def _is_nothing_without(part: object, field: IdField) -> bool:
    if isinstance(part, Trigger):
        return part.date is None
    return field.how in _NOTHING_WITHOUT or field.name in _required(part)


def _required(owner: object) -> frozenset[str]:
    """The fields that a record or a part must have."""
    kind: Any = type(owner)
    return _required_of(kind)


@cache
def _required_of(owner: type[Any]) -> frozenset[str]:
    return frozenset(
        one.name
        for one in fields(owner)
        if one.default is MISSING and one.default_factory is MISSING
    )
