"""Short numbers for the records of one list: P4, E7.

A record's own number stays. Where no record of a list has one, each is numbered by its
place in the list. Otherwise those without get the next free numbers behind the highest,
in the order of the file, and when these run out the lowest that are free. Of two records
with the same number the second counts as one without. Numbers are given before records
are checked, so that one that is set aside does not shift the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import cast

HIGHEST = 999_999


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number for each record of a list, and which records had one that was taken.

    `own` tells that each record has brought the number that it is given.
    """

    given: tuple[int, ...]
    repeated: tuple[int, ...] = ()
    own: bool = False


def assign(items: Sequence[object]) -> Numbers:
    """Numbers for the records of one list: plain values from the file, or sound records."""
    if (given := _all_own(items)) is not None:
        return Numbers(given, own=True)
    own = [_own(item) for item in items]
    taken: set[int] = set()
    repeated: list[int] = []
    for at, number in enumerate(own):
        if number in taken:
            repeated.append(at)
            own[at] = None
        elif number is not None:
            taken.add(number)
    if not taken:
        return Numbers(tuple(range(1, len(items) + 1)))
    free = _free(taken)
    return Numbers(
        tuple(next(free) if number is None else number for number in own), tuple(repeated)
    )


def brought(item: object, name: str) -> object:
    """What a record has in a field, be it a plain value yet or not."""
    return item.get(name) if isinstance(item, dict) else getattr(item, name, None)


def _all_own(items: Sequence[object]) -> tuple[int, ...] | None:
    """The numbers of records that all bring one of their own: the usual case, told quickly."""
    found = tuple(
        [
            item.get("number") if isinstance(item, dict) else getattr(item, "number", None)
            for item in items
        ]
    )
    if set(map(type, found)) != {int}:
        return None
    numbers = cast("tuple[int, ...]", found)
    if len(set(numbers)) < len(numbers) or min(numbers) < 1 or max(numbers) > HIGHEST:
        return None
    return numbers


def _own(item: object) -> int | None:
    """The number that a record brings, if it can be one."""
    number = brought(item, "number")
    if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= HIGHEST:
        return number
    return None


def _free(taken: set[int]) -> Iterator[int]:
    highest = max(taken)
    order = chain(range(highest + 1, HIGHEST + 1), range(1, highest))
    return (number for number in order if number not in taken)
