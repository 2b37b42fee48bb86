"""The command line for citations: `caseviewer cite` and `caseviewer source`."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from caseviewer.citations import exports, runs
from caseviewer.citations.batch import bibliography
from caseviewer.citations.batch import cite as cite_items
from caseviewer.citations.engine import EngineError
from caseviewer.citations.forms import Wanted
from caseviewer.citations.items import Item
from caseviewer.citations.pinpoints import PinpointError, parse_pinpoint
from caseviewer.citations.runs import Runs
from caseviewer.citations.styles import OUR_STYLES, Style
from caseviewer.formatting.citation_clip import (
    CopyAs,
    citation_lines,
    no_bibliography,
    remarks,
)
from caseviewer.formatting.citing import items_for, items_of
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.visible import visible_text
from caseviewer.naming import UnknownNameError, named_source, named_style
from caseviewer.saying import DONE, FAILED, fail, opened_case, print_lines, tell

_DATA = {"ris": exports.ris, "biblatex": exports.biblatex, "csl-json": exports.csl_json}
_WRITE = {"plain": runs.plain, "html": runs.html, "markdown": runs.markdown}
_OWN = frozenset({CopyAs.VERBATIM, CopyAs.CLEAN})


def cite(asked: Namespace) -> int:
    """Write citations; returns the code that the command ends with."""
    if asked.list_styles:
        print_lines(f"{name:<14}{title}" for name, title in OUR_STYLES.items())
        return DONE
    if asked.path is None:
        return fail(tr("Name a case: caseviewer cite PATH. All options: caseviewer cite --help"))
    opened = opened_case(asked.path)
    if opened is None:
        return FAILED
    try:
        wanted = _wanted(opened, asked)
        if asked.format in _DATA:
            sys.stdout.write(_DATA[asked.format](items_of(opened, wanted)))
            return DONE
        lines = _lines(opened, wanted, asked)
    except (UnknownNameError, PinpointError, EngineError) as error:
        return fail(str(error))
    _write(lines, asked.format)
    for one in wanted:
        if told := remarks(opened, one, CopyAs(asked.form)):
            tell(f"{opened.index.short(one.source)}: {told}")
    return DONE if lines else FAILED


def _wanted(opened: OpenedCase, asked: Namespace) -> list[Wanted]:
    """The sources that are asked for, with the place in the one source where a place is."""
    if asked.source is None:
        names = [source.id for source in opened.case.sources]
    else:
        names = [named_source(opened, name).id for name in asked.source]
    if asked.pinpoint is None:
        return [Wanted(name) for name in names]
    if len(names) != 1:
        raise UnknownNameError(tr("A place needs one source: add --source ID."))
    return [Wanted(names[0], parse_pinpoint(asked.pinpoint))]


def _lines(opened: OpenedCase, wanted: Sequence[Wanted], asked: Namespace) -> list[Runs]:
    form, made = CopyAs(asked.form), None
    if form not in _OWN:
        style = named_style(asked.style)
        if form is CopyAs.BIBLIOGRAPHY:
            return _entries(items_of(opened, wanted), style)
        made = cite_items(items_for(opened, wanted, style), wanted, style)
    found, missing = citation_lines(opened, made, wanted, form)
    for one in missing:
        tell(tr(_MISSING[form in _OWN], number=opened.index.short(one.source)))
    return [line for _, line in found]


_MISSING = {
    True: "{number}: the source gives no citation of its own.",
    False: "{number}: the style has no such form.",
}


def _entries(items: Sequence[Item], style: Style) -> list[Runs]:
    if not style.bibliography:
        raise UnknownNameError(no_bibliography(style.title))
    return [entry for _, entry in bibliography(items, style)]


def _write(lines: Sequence[Runs], form: str) -> None:
    if form == "rtf":
        print(runs.rtf_lines(lines))
        return
    # A terminal could be steered by what a title holds; no-break spaces are no such thing.
    print_lines(visible_text(_WRITE[form](line)) for line in lines)


def import_files(files: Sequence[str]) -> int:
    """Write the sources of files as a block for a case file."""
    from caseviewer.citations.import_entry import ImportFault
    from caseviewer.citations.imports import MOST_BYTES, import_sources

    sources: list[dict[str, object]] = []
    code = DONE
    for name in files:
        try:
            with Path(name).open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
            found = import_sources(Path(name).name, content, [str(one["id"]) for one in sources])
        except ImportFault as fault:
            code = fail(str(fault))
            continue
        except OSError as error:
            reason = error.strerror or type(error).__name__
            code = fail(tr("“{name}” cannot be read: {reason}.", name=name, reason=reason))
            continue
        sources += found.sources
        for sentence in found.told:
            tell(f"{Path(name).name}: {sentence}")
    if sources:
        print(json.dumps({"sources": sources}, ensure_ascii=False, indent=2))
    return code
