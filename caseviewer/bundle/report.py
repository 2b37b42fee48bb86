"""Gathers problems: the gravest first, at most fifty of them, each with its place in the file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from caseviewer.bundle.json_walk import Path
from caseviewer.bundle.positions import Positions
from caseviewer.model.case import Case, Record
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.labels import path_words
from caseviewer.model.problems import Problem, Severity

LIMIT = 50


@dataclass(frozen=True, slots=True)
class Subject:
    """A record as the file has it: its id, its short number, its path in the file."""

    record: str
    short: str
    path: Path


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong at a place inside a record, or inside the header."""

    path: Path
    code: str
    message: str
    found: str = ""
    expected: str = ""
    hint: str = ""

    def about(self, subject: Subject, severity: Severity) -> Problem:
        """The remark as a problem of one record."""
        return Problem(
            severity,
            self.code,
            self.message,
            found=self.found,
            expected=self.expected,
            record=subject.record,
            short=subject.short,
            field=path_words(self.path),
            path=(*subject.path, *self.path),
            hint=self.hint,
        )


Findings = Iterator[tuple[Record, Remark]]
Check = Callable[[Case, CaseIndex], Findings]
"""A check looks at a whole case and tells what is wrong with which record."""


class Report:
    """The problems of one act of reading; beyond the limit they are only counted."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        """Start with problems that were found before."""
        self._kept: dict[Severity, list[Problem]] = {severity: [] for severity in Severity}
        self._count = 0
        for problem in problems:
            self.add(problem)

    def add(self, problem: Problem) -> None:
        """Keep a problem, or count it where there are enough of its severity."""
        self._count += 1
        if not self.is_full(problem.severity):
            self._kept[problem.severity].append(problem)

    def is_full(self, severity: Severity) -> bool:
        """Whether there are enough problems of a severity, so that more are only counted."""
        return len(self._kept[severity]) >= LIMIT

    def is_empty(self) -> bool:
        """Whether nothing is wrong."""
        return self._count == 0

    def count(self, more: int) -> None:
        """Count problems that nobody will read."""
        self._count += more

    def tell(self, remark: Remark, subject: Subject, severity: Severity) -> None:
        """Keep a remark as a problem of its record, or count it."""
        if self.is_full(severity):
            self.count(1)
        else:
            self.add(remark.about(subject, severity))

    def listed(self, text: str | None = None) -> tuple[Problem, ...]:
        """The gravest problems, with their places where the text that they stand in is given."""
        problems = [problem for kept in self._kept.values() for problem in kept][:LIMIT]
        return tuple(placed(problems, text))

    def unlisted(self) -> int:
        """How many problems there are beyond those listed."""
        return max(0, self._count - LIMIT)


def placed(problems: list[Problem], text: str | None) -> list[Problem]:
    """The problems with their places in the text, where their paths lead there."""
    if text is None:
        return problems
    wanted = [problem.path for problem in problems if problem.path and problem.place is None]
    places = Positions(text).find(wanted)
    return [
        replace(problem, place=places[problem.path]) if problem.path in places else problem
        for problem in problems
    ]
