"""Loading without the garbage collector, which would look at every new record again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off(*, freeze: bool = False) -> Iterator[None]:
    """Switch the collector off for a while and leave it as it was found.

    `freeze` puts everything that exists at the end out of the collector's sight, so that
    a later collection does not stall a window. It is for programs that own their process.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if freeze:
            gc.freeze()
        if was_on:
            gc.enable()
