"""Copies of citations: what is put on the clipboard, and what is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from caseviewer.citations import runs
from caseviewer.citations.defects import Concerns, Defect, pinpoint_counted, source_defects
from caseviewer.citations.forms import Citations, Form, Wanted
from caseviewer.citations.own_string import clean
from caseviewer.citations.runs import Run, Runs
from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.defect_words import defect_list
from caseviewer.formatting.record_titles import locator_words
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Source


class CopyAs(StrEnum):
    """The forms in which citations are copied."""

    FORMATTED = "formatted"
    WITH_DEFECTS = "with_defects"
    SHORT = "short"
    BIBLIOGRAPHY = "bibliography"
    FOOTNOTE = "footnote"
    VERBATIM = "verbatim"
    CLEAN = "clean"


_OWN = frozenset({CopyAs.VERBATIM, CopyAs.CLEAN})
_WITH_PLACE = frozenset(CopyAs) - _OWN - {CopyAs.BIBLIOGRAPHY}
_FORMS = {CopyAs.SHORT: Form.SHORT, CopyAs.BIBLIOGRAPHY: Form.BIBLIOGRAPHY}


@dataclass(frozen=True, slots=True)
class CitationClip:
    """A copy; what it holds ("S1, paragraph 9"), what should be known of it, what is left out."""

    clip: ClipText
    what: str
    remarks: str = ""
    missing: str = ""


def citation_clip(
    opened: OpenedCase, citations: Citations | None, wanted: Sequence[Wanted], form: CopyAs
) -> CitationClip:
    """A copy of citations, a line each; the source's own string needs no engine."""
    found, missing = citation_lines(opened, citations, wanted, form)
    told = dict.fromkeys(remarks(opened, one, form) for one, _ in found)
    return CitationClip(
        _clip(found, form),
        ", ".join(place_words(opened, one) for one, _ in found),
        "; ".join(filter(None, told)),
        ", ".join(place_words(opened, one) for one in missing),
    )


def citation_lines(
    opened: OpenedCase, citations: Citations | None, wanted: Sequence[Wanted], form: CopyAs
) -> tuple[list[tuple[Wanted, Runs]], list[Wanted]]:
    """The citations in a form, and the places that have none in it."""
    found: list[tuple[Wanted, Runs]] = []
    missing: list[Wanted] = []
    for one in wanted:
        made = _runs(opened, citations, one, form)
        if made is None:
            missing.append(one)
        else:
            found.append((one, made))
    return found, missing


def no_bibliography(style: str) -> str:
    """What is said where a style, told by its title, has no bibliography."""
    return tr("The style {style} has no bibliography.", style=style)


def place_words(opened: OpenedCase, wanted: Wanted) -> str:
    """What is cited, in words: "S1, paragraph 9"."""
    number = opened.index.short(wanted.source) or wanted.source
    return ", ".join(filter(None, (number, locator_words(wanted.pinpoint))))


def runs_clip(lines: Sequence[Runs]) -> ClipText:
    """Formatted citations in every form of the clipboard, a line each."""
    return ClipText(
        "\n".join(map(runs.plain, lines)),
        "".join(f"<p>{runs.html(line)}</p>" for line in lines),
        runs.rtf_lines(lines),
    )


def _runs(
    opened: OpenedCase, citations: Citations | None, wanted: Wanted, form: CopyAs
) -> Runs | None:
    source = opened.index.get(wanted.source)
    if not isinstance(source, Source):
        return None
    if form in _OWN:
        own = source.cite_as
        if own is None:
            return None
        return (Run(own if form is CopyAs.VERBATIM else clean(own)),)
    if citations is None:
        return None
    if form is CopyAs.BIBLIOGRAPHY:
        wanted = Wanted(wanted.source)
    made = citations.get(wanted, _FORMS.get(form, Form.FULL))
    if made is None or form is not CopyAs.WITH_DEFECTS:
        return made
    told = remarks(opened, wanted, form)
    return (*made, Run(f" [{told}]")) if told else made


def remarks(opened: OpenedCase, wanted: Wanted, form: CopyAs) -> str:
    """What should be known of a citation in a form, in a few words."""
    source = opened.index.get(wanted.source)
    known = source_defects(opened.index, source) if isinstance(source, Source) else ()
    return defect_list([one for one in known if _concerns(opened, one, wanted, form)])


def _concerns(opened: OpenedCase, defect: Defect, wanted: Wanted, form: CopyAs) -> bool:
    if defect.concerns is Concerns.OWN:
        return form in _OWN
    if defect.concerns is Concerns.PINPOINT:
        return form in _WITH_PLACE and is_counted_at(opened, wanted)
    return True


def is_counted_at(opened: OpenedCase, wanted: Wanted) -> bool:
    """Whether the paragraphs of a place were counted, as the source prints no numbers."""
    source = opened.index.get(wanted.source)
    pinpoint = wanted.pinpoint
    return (
        pinpoint is not None
        and isinstance(source, Source)
        and pinpoint_counted(source, pinpoint.label)
    )


def _clip(found: Sequence[tuple[Wanted, Runs]], form: CopyAs) -> ClipText:
    if form is CopyAs.FOOTNOTE:
        return runs_clip([(Run(runs.footnote(one.source, made)),) for one, made in found])
    return runs_clip([made for _, made in found])
