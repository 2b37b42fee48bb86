"""What is cited and in which form: the values that the engine's work is kept in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.citations.runs import Runs

if TYPE_CHECKING:
    from caseviewer.citations.styles import Style


class Form(StrEnum):
    """The form of a citation."""

    FULL = "full"
    SHORT = "short"
    BIBLIOGRAPHY = "bibliography"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be cited: a source, or a place in it."""

    source: str
    pinpoint: Pinpoint | None = None


@dataclass(frozen=True)
class Citations:
    """The citations of a case in one style. `forms` lacks what the style has no form for."""

    style: Style
    forms: Mapping[tuple[Wanted, Form], Runs]

    def get(self, wanted: Wanted, form: Form = Form.FULL) -> Runs | None:
        """A citation; None where it was not made or the style has no such form."""
        return self.forms.get((wanted, form))
