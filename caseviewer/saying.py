"""How the command line speaks: lines and JSON to the output, what went wrong beside it.

Codes that a command ends with:

    0    done; `check`: valid, perhaps with warnings
    1    `check`: opened, but records were set aside; `search`: nothing was found
    2    cannot be opened, drawn or understood; a sentence says why
    130  interrupted
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from caseviewer.model.visible import visible_text

if TYPE_CHECKING:
    from caseviewer.model.opened import OpenedCase

_T = TypeVar("_T")

DONE, SET_ASIDE, FAILED, INTERRUPTED = 0, 1, 2, 130
NOTHING_FOUND = 1


def fail(sentence: str) -> int:
    """Say why nothing was done; returns the code for that."""
    tell(sentence)
    return FAILED


def tell(sentence: str) -> None:
    """Say something beside the output."""
    print(visible_text(sentence), file=sys.stderr)


def print_lines(lines: Iterable[str]) -> None:
    """Write lines as they come."""
    for line in lines:
        print(line)


def print_json(values: dict[str, object]) -> None:
    """Write values as JSON, in ASCII where the output can hold nothing else."""
    from caseviewer.formatting.show import json_text

    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    print(json_text(values, ascii_only=encoding != "utf8"))


def width() -> int | None:
    """The columns of the terminal; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def writes_bold() -> bool:
    """Whether the output is a terminal that can write bold."""
    wanted = "NO_COLOR" not in os.environ and os.environ.get("TERM", "dumb") != "dumb"
    return wanted and sys.stdout.isatty()


def opened_case(path: str, as_at: int | None = None) -> "OpenedCase | None":
    """The case at a path; None, after a sentence, where it cannot be opened.

    as_at: the number of a day; then the case is as it could be known on that day.
    """
    from caseviewer.documents.opening import open_case

    opened = _unless_told(open_case, path)
    if opened is None:
        return None
    return seen_at(opened, as_at)


def seen_at(whole: "OpenedCase", as_at: int | None) -> "OpenedCase":
    """A case as it could be known on a day, told by its number; all of it where that is None."""
    return whole.seen_from(replace(whole.standpoint, as_at=as_at))


def read_case(path: str) -> "OpenedCase | None":
    """The case at a path whose documents are not checked; None, after a sentence, else."""
    from caseviewer.documents.opening import begin

    opening = _unless_told(begin, path)
    return None if opening is None else opening.opened


def _unless_told(opening: "Callable[[str], _T]", path: str) -> "_T | None":
    """What is opened at a path; None, after a sentence, where it cannot be."""
    from caseviewer.model.problems import BundleError

    try:
        return opening(path)
    except BundleError as error:
        tell(str(error))
        return None
