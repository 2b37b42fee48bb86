"""Both samples as the program opens them, each read once for all tests."""

from functools import cache
from pathlib import Path

from caseviewer.documents.opening import open_case
from caseviewer.model.opened import OpenedCase

FOLDER = Path(__file__).parents[2] / "cases"
NAMES = ("abdussamatov-v-kazakhstan", "halvek-v-valdrasia")


@cache
def sample(name: str) -> OpenedCase:
    """One sample."""
    return open_case(FOLDER / name)


def first() -> OpenedCase:
    """The first sample: a real case, without its documents."""
    return sample(NAMES[0])


def second() -> OpenedCase:
    """The second sample: an invented case with its documents."""
    return sample(NAMES[1])
