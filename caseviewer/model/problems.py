"""What is wrong with a bundle: how bad, which record, which field, where, and what to do."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from typing_extensions import override

from caseviewer.model.visible import visible

FOUND_LIMIT = 80
LINE_LIMIT = 130


class Severity(StrEnum):
    """How much of the case a problem takes away."""

    STOP = "stop"
    SET_ASIDE = "set_aside"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the file: line and column from 1, the column in characters, not bytes."""

    line: int
    column: int

    @override
    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; what it quotes from the file is short and made visible."""

    severity: Severity
    code: str
    message: str
    found: str = ""
    expected: str = ""
    record: str = ""
    short: str = ""
    field: str = ""
    path: tuple[str | int, ...] = ()
    place: Place | None = None
    hint: str = ""
    line_text: str = ""

    def __post_init__(self) -> None:
        for name in ("found", "record", "short"):
            object.__setattr__(self, name, visible(getattr(self, name), FOUND_LIMIT))
        line = visible(self.line_text.replace("\t", " "), LINE_LIMIT)
        object.__setattr__(self, "line_text", line)

    def as_json(self) -> dict[str, object]:
        """The problem as plain values: every field, the place as line and column, the sentence."""
        values: dict[str, object] = asdict(self)
        values["severity"] = self.severity.value
        values["path"] = list(self.path)
        values["sentence"] = self.sentence()
        return values

    def sentence(self) -> str:
        """One readable line: which record, which field, what was found and expected, where."""
        what = "; ".join(filter(None, (self.message.rstrip("."), self._found_and_expected())))
        text = ": ".join(filter(None, (self._subject(), self.field, what)))
        where = f" ({self.place})" if self.place else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{text}{where}.{hint}"

    def _subject(self) -> str:
        who = self.short or (f"“{self.record}”" if self.record else "")
        if self.severity is not Severity.SET_ASIDE:
            return who
        return f"{who or 'This record'} is set aside"

    def _found_and_expected(self) -> str:
        found = f"found “{self.found}”" if self.found else ""
        expected = f"expected {self.expected}" if self.expected else ""
        return ", ".join(filter(None, (found, expected)))


class BundleError(Exception):
    """Nothing of the bundle can be shown; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    @override
    def __str__(self) -> str:
        return self.problem.sentence()


def stop(code: str, message: str, hint: str = "") -> BundleError:
    """The refusal of a whole bundle for a reason that has no place inside the file."""
    return BundleError(Problem(Severity.STOP, code, message, hint=hint))
