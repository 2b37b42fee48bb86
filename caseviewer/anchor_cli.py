"""The command line for compilers: `caseviewer anchor`."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from caseviewer.documents.anchoring import Anchored, anchor
from caseviewer.documents.contents import read_contents
from caseviewer.documents.store import shelf_of
from caseviewer.formatting.passage_lines import nearest_words
from caseviewer.formatting.record_titles import locator_words
from caseviewer.formatting.translate import tr
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Locator, Passage, Source
from caseviewer.saying import DONE, FAILED, fail, read_case, tell


def anchor_words(asked: Namespace) -> int:
    """Print the passage for some words; returns the code that the command ends with."""
    opened = read_case(asked.path)
    if opened is None:
        return FAILED
    source = opened.index.named(asked.source)
    if not isinstance(source, Source) or source.document is None:
        return fail(_no_document(opened, asked.source))
    copies = {} if asked.document is None else {source.document.sha256: asked.document}
    shelf = shelf_of(Path(opened.case_file), copies)
    contents = read_contents(shelf, source.document, lambda: False)
    if contents.readable is None:
        hint = "" if asked.document else tr(" Point at a copy of your own with --document FILE.")
        fault = contents.fault and contents.fault + hint
        return fail(fault or tr("The document holds no words that can be looked up."))
    if not contents.verified:
        tell(
            tr(
                "To know: the document is not the file that was read, as its hash differs; the"
                " passage has no position."
            )
        )
    name = _free_id(opened)
    found = anchor(asked.text, contents.readable, source.id, name, _locator(asked))
    if found.passage is None:
        return _explain(found)
    print(json.dumps(_values(found.passage), ensure_ascii=False, indent=2))
    return DONE


def _no_document(opened: OpenedCase, name: str) -> str:
    known = [one for one in opened.case.sources if one.document is not None]
    return tr(
        "No source with a document is called “{name}”. There are: {known}.",
        name=name,
        known=", ".join(opened.index.short(one.id) for one in known) or tr("none"),
    )


def _locator(asked: Namespace) -> Locator | None:
    for label in (LocatorLabel.PARAGRAPH, LocatorLabel.PAGE):
        value = getattr(asked, label.value)
        if value is not None:
            return Locator(label=label, value=value)
    return None


def _free_id(opened: OpenedCase) -> str:
    """An id that no record has."""
    number = len(opened.case.passages) + 1
    while opened.index.get(f"t-{number}") is not None:
        number += 1
    return f"t-{number}"


def _explain(found: Anchored) -> int:
    if found.places:
        if found.elsewhere:
            tell(tr("The words do not stand there, but here:"))
        else:
            tell(
                tr(
                    "The words stand in several places; say which by --paragraph or --page, or give"
                    " more of the words around them:"
                )
            )
        for place in found.places:
            tell(f"– {locator_words(place.locator) or place.start}: {place.excerpt}")
        return FAILED
    tell(tr("These words do not stand in the document."))
    if found.nearest:
        tell(tr("What comes nearest: {words}", words=nearest_words(found.nearest)))
    return FAILED


def _values(passage: Passage) -> dict[str, Any]:
    """The passage as it is written in a case file."""
    values: dict[str, Any] = TypeAdapter(Passage).dump_python(
        passage, mode="json", exclude_defaults=True
    )
    return values
