"""Figures of a benchmark run: what was measured, the goal, and the table that shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

MET, NOT_MET, NO_GOAL = "met", "not met", "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; `goal` is the most that it should be, in the same unit."""

    group: str
    what: str
    value: float
    unit: str
    goal: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the goal is met."""
        if self.goal is None:
            return NO_GOAL
        return MET if self.value <= self.goal else NOT_MET

    def as_json(self) -> dict[str, object]:
        """All fields and the verdict."""
        return {**asdict(self), "verdict": self.verdict}


@dataclass(slots=True)
class Results:
    """What one run measured, what it left out and why, and where it ran."""

    figures: list[Figure] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    machine: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        """The whole run as a page with one table a group."""
        lines = ["# Benchmarks", "", *self.machine, ""]
        for group in dict.fromkeys(figure.group for figure in self.figures):
            lines += [f"## {group}", "", *_table(self._of(group)), ""]
        if self.left_out:
            lines += ["## Left out", "", *(f"- {reason}" for reason in self.left_out), ""]
        return "\n".join(lines)

    def summary(self) -> str:
        """How many goals are met, and which are not."""
        missed = [figure.what for figure in self.figures if figure.verdict == NOT_MET]
        met = sum(1 for figure in self.figures if figure.verdict == MET)
        return "; ".join([f"{met} goals met, {len(missed)} not met", *missed])

    def _of(self, group: str) -> Iterable[Figure]:
        return (figure for figure in self.figures if figure.group == group)


def _table(figures: Iterable[Figure]) -> list[str]:
    rows = [
        (
            figure.what,
            shown(figure.value, figure.unit),
            "" if figure.goal is None else f"≤ {shown(figure.goal, figure.unit)}",
            figure.verdict,
            figure.note,
        )
        for figure in figures
    ]
    head = ("what", "measured", "goal", "", "remarks")
    return [_line(head), _line(["---"] * len(head)), *map(_line, rows)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def shown(value: float, unit: str) -> str:
    """A value with its unit and three digits that count."""
    digits = max(0, 2 - len(str(int(abs(value)))) + 1) if abs(value) >= 1 else 3
    return f"{value:,.{digits}f} {unit}".rstrip()


def share(samples: Sequence[float], part: float) -> float:
    """The value that a part of all samples do not exceed: 0.5 is the middle, 0.95 the p95."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def middle(samples: Sequence[float]) -> float:
    """The middle one of all samples."""
    return share(samples, 0.5)
