"""Which row of a layered picture everything stands in: what points at a thing stands above it."""

from collections.abc import Collection, Sequence

Edge = tuple[int, int]


def without_circles(count: int, edges: Sequence[Edge]) -> list[Edge]:
    """The same edges, some of them turned round, so that none leads back to where it began."""
    after: list[list[int]] = [[] for _ in range(count)]
    into = [0] * count
    for source, target in edges:
        after[source].append(target)
        into[target] += 1
    place = _left_order(after, sorted(range(count), key=lambda at: into[at] > 0))
    return [
        (source, target) if place[source] < place[target] else (target, source)
        for source, target in edges
    ]


def _left_order(after: Sequence[Sequence[int]], starts: Sequence[int]) -> list[int]:
    """The place of each in an order in which only circles lead backwards (depth first)."""
    place = [-1] * len(after)
    seen = [False] * len(after)
    last = len(after)
    for start in starts:
        way = [] if seen[start] else [(start, iter(after[start]))]
        seen[start] = True
        while way:
            at, rest = way[-1]
            following = next((other for other in rest if not seen[other]), None)
            if following is None:
                way.pop()
                last -= 1
                place[at] = last
            else:
                seen[following] = True
                way.append((following, iter(after[following])))
    return place


def ranks(count: int, edges: Sequence[Edge], at_top: Collection[int]) -> list[int]:
    """The row of each, from 0, for edges without circles.

    Everything stands as high as what points at it allows; then what has more to point at than
    points at it comes down to it, but for those that belong at the top.
    """
    after: list[list[int]] = [[] for _ in range(count)]
    before: list[list[int]] = [[] for _ in range(count)]
    for source, target in edges:
        after[source].append(target)
        before[target].append(source)
    order = _sorted(after, before)
    found = [0] * count
    for at in order:
        found[at] = max((found[other] + 1 for other in before[at]), default=0)
    for at in reversed(order):
        if after[at] and len(after[at]) >= len(before[at]) and at not in at_top:
            found[at] = min(found[other] for other in after[at]) - 1
    return found


def _sorted(after: Sequence[Sequence[int]], before: Sequence[Sequence[int]]) -> list[int]:
    """All, each behind everything that points at it."""
    waiting = [len(others) for others in before]
    order = [at for at, others in enumerate(waiting) if not others]
    for at in order:
        for other in after[at]:
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    return order
