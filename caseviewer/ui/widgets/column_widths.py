"""Shares the width of a list among its columns, so that they fill it exactly."""

from collections.abc import Sequence


def share_out(
    room: int, wishes: Sequence[float], least: Sequence[int], heads: Sequence[int] = ()
) -> list[int]:
    """Widths in pixels that add up to `room`.

    `wishes` are shares of the room, `least` the widths that columns need, `heads` those of their
    heads alone, which are at most as wide. A column falls below what it needs only where the
    room is too small for all of them, and below its head only where it is too small for these.
    """
    if 0 < sum(heads) <= room <= sum(least):
        left, beyond = room - sum(heads), max(sum(least) - sum(heads), 1)
        widths = [
            head + left * (needed - head) // beyond
            for head, needed in zip(heads, least, strict=True)
        ]
    elif sum(least) >= room:
        widths = [max(1, room * needed // sum(least)) for needed in least]
    else:
        widths = [max(needed, int(wish * room)) for wish, needed in zip(wishes, least, strict=True)]
        over = sum(widths) - room
        spare = [width - needed for width, needed in zip(widths, least, strict=True)]
        if over > 0:
            total = sum(spare)
            widths = [
                width + -over * part // total for width, part in zip(widths, spare, strict=True)
            ]
    widest = max(range(len(widths)), key=widths.__getitem__)
    widths[widest] += room - sum(widths)
    return widths
