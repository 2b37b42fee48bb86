"""From older versions of the format to the present one, in memory, step by step.

A step takes the whole bundle as plain values and gives new ones; it reads and writes
nothing. The file on disk stays as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

JsonObject = dict[str, object]
Version = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a version to a later one."""

    to: Version
    change: Callable[[JsonObject], JsonObject]


STEPS: Mapping[Version, Step] = MappingProxyType({})
"""By the version that a step starts from. Version 1.0 is the first: there are none yet."""


def upgrade(
    bundle: JsonObject, version: Version, steps: Mapping[Version, Step] = STEPS
) -> tuple[JsonObject, Version]:
    """Take every step that there is from `version`; gives the bundle and its new version."""
    while step := steps.get(version):
        if step.to <= version:
            raise ValueError(f"the step from {version} leads back to {step.to}")
        bundle, version = step.change(bundle), step.to
    return bundle, version
