"""Long work in slices, so that a window can have its turn between two of them."""

from collections.abc import Callable, Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Slices: TypeAlias = Generator[None, None, T]


def at_once(slices: Slices[T]) -> T:
    """Do all of the work now."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            result: T = end.value
            return result


def in_turn(slices: Slices[T], go_on: Callable[[], bool]) -> T | None:
    """Do the work, asking before each slice whether to go on; None where it was given up."""
    while go_on():
        try:
            next(slices)
        except StopIteration as end:
            result: T = end.value
            return result
    slices.close()
    return None
