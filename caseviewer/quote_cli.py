"""The command line for quotations: `caseviewer quote`."""

from argparse import Namespace
from collections.abc import Sequence

from caseviewer.citations.batch import cite
from caseviewer.citations.engine import EngineError
from caseviewer.citations.forms import Citations
from caseviewer.formatting.brief import brief_clip, brief_places
from caseviewer.formatting.brief_parts import BriefParts, brief_parts
from caseviewer.formatting.citing import items_for
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from caseviewer.model.visible import visible_text
from caseviewer.naming import UnknownNameError, named_quotation, named_style
from caseviewer.saying import DONE, FAILED, fail, opened_case, print_lines, tell


def quote(asked: Namespace) -> int:
    """Write quotations as a brief quotes them; returns the code that the command ends with."""
    opened = opened_case(asked.path)
    if opened is None:
        return FAILED
    parts = _parts(asked)
    try:
        quotations = _quotations(opened, asked.quotation)
        citations = _citations(opened, quotations, asked.style) if parts.citation else None
    except UnknownNameError as error:
        return fail(str(error))
    made = brief_clip(opened, citations, quotations, parts)
    # A terminal could be steered by what a quotation holds; RTF is ASCII.
    print_lines([visible_text(getattr(made.clip, asked.format))])
    if made.remarks:
        tell(tr("To know: {remarks}.", remarks=made.remarks))
    return DONE


def _parts(asked: Namespace) -> BriefParts:
    """The usual parts, less and more what is asked for."""
    left_out, added = asked.without or [], asked.added or []
    return brief_parts({**dict.fromkeys(left_out, False), **dict.fromkeys(added, True)})


def _quotations(opened: OpenedCase, names: Sequence[str] | None) -> list[Quotation]:
    if names is None:
        return list(opened.case.quotations)
    return [named_quotation(opened, name) for name in names]


def _citations(opened: OpenedCase, quotations: Sequence[Quotation], name: str) -> Citations | None:
    """The citations in a style; None, after a sentence, where the engine makes none."""
    style = named_style(name)
    places = dict.fromkeys(place for one in quotations for place in brief_places(opened, one))
    try:
        return cite(items_for(opened, list(places), style), list(places), style)
    except EngineError as error:
        tell(str(error))
        return None
