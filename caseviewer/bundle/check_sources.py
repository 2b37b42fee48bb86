"""Checks of sources and passages: addresses, documents, places."""

from pathlib import Path

from caseviewer.bundle.members import DocumentRefusal, document_path
from caseviewer.bundle.report import Check, Findings, Remark
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.kinds import Numbering, UrlStatus

_WITHOUT = {
    UrlStatus.NOT_PRINTED: "not printed",
    UrlStatus.NOT_ONLINE: "not online",
}


def addresses(case: Case, _index: CaseIndex) -> Findings:
    """A web address is there exactly where it is said to be."""
    for source in case.sources:
        if source.url is None and source.url_status is UrlStatus.GIVEN:
            message = "the web address is said to be given, but it is not there"
            yield source, Remark(("url_status",), "source.url", message, found=source.url_status)
        if source.url is not None and source.url_status in _WITHOUT:
            message = (
                f"there is a web address, though it is said to be {_WITHOUT[source.url_status]}"
            )
            yield source, Remark(("url",), "source.url", message, found=source.url)


def documents(case: Case, _index: CaseIndex) -> Findings:
    """A document's name leads into the folder of documents; counting needs counted paragraphs."""
    for source in case.sources:
        document = source.document
        if document is None:
            continue
        refusal = document_path(Path(), document.file)
        if isinstance(refusal, DocumentRefusal):
            yield (
                source,
                Remark(
                    ("document", "file"),
                    "source.file",
                    f"the document {refusal.message}, and is not opened",
                    found=document.file,
                    hint=refusal.hint,
                ),
            )
        if document.paragraph_numbering is not Numbering.COUNTED and (
            document.count_from or document.count_until
        ):
            path = ("document", "paragraph_numbering")
            message = "it is told where to count paragraphs, but they are not counted"
            found = document.paragraph_numbering
            yield source, Remark(path, "source.counting", message, found, "“counted”")


def places(case: Case, _index: CaseIndex) -> Findings:
    """A passage says where it is, and its offsets are as far apart as its words are long."""
    for passage in case.passages:
        selector, position = passage.selector, passage.position
        if not any((passage.locator, selector, position, passage.note)):
            message = "nothing tells where in the source this passage is"
            hint = "Give it a “locator”, a “selector”, a “position”, or a “note” in words."
            yield passage, Remark((), "passage.nowhere", message, hint=hint)
        if selector is not None and position is not None:
            length, span = len(selector.exact), position.end - position.start
            if length != span:
                message = (
                    f"it spans {span:,} characters, but the words of the passage have {length:,}"
                )
                yield passage, Remark(("position",), "passage.length", message)


CHECKS: tuple[Check, ...] = (addresses, documents, places)
