"""The command line for what is handed over: `caseviewer export`."""

import sys
from argparse import Namespace
from pathlib import Path

from caseviewer.exporting.chronology import chronology
from caseviewer.exporting.formats import Format, chronology_bytes
from caseviewer.exporting.head import made_now
from caseviewer.exporting.paper import ExportError
from caseviewer.exporting.saving import TakenError, check_target, save
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.saying import DONE, FAILED, fail, opened_case, tell


def export(asked: Namespace) -> int:
    """Write what is asked for into a file or to the output; returns the command's code."""
    form = Format(asked.to)
    if asked.out is None and form is Format.DOCX and sys.stdout.isatty():
        return fail(tr("A Word file is no text for a terminal. Name a file: --out FILE"))
    opened = opened_case(asked.path, asked.as_at)
    if opened is None:
        return FAILED
    try:
        if asked.out is None:
            found = chronology(opened, made_now())
            sys.stdout.buffer.write(chronology_bytes(found, form))
        else:
            _write(opened, form, Path(asked.out), overwrite=asked.force)
    except TakenError as error:
        return fail(tr("{reason} To write over it: --force", reason=error))
    except ExportError as error:
        return fail(str(error))
    return DONE


def _write(opened: OpenedCase, form: Format, target: Path, *, overwrite: bool) -> None:
    check_target(opened, target, overwrite=overwrite)
    found = chronology(opened, made_now())
    save(chronology_bytes(found, form), target)
    tell(tr("Exported: {what} to “{name}”.", what=found.holds, name=target.name))
    for warning in found.warnings:
        tell(warning)
