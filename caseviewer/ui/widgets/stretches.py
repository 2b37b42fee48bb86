"""Stretches of a text that are drawn together, so that they can be searched by their ends."""

from collections.abc import Sequence

Spans = Sequence[tuple[int, int]]
"""Stretches of a text in code points, ends excluded, in the order of their starts."""


def together(spans: Spans) -> tuple[list[int], list[int]]:
    """Stretches, those that overlap or meet as one: where they start and end, both ascending."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
