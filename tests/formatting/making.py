"""Small opened cases for the tests of pages, lists and words, made from plain values."""

from dataclasses import replace
from pathlib import PurePath
from typing import Any, TypeVar

from pydantic import TypeAdapter

from caseviewer.formatting.page import Block, BlockKind, Page
from caseviewer.model.case import Case
from caseviewer.model.opened import DocumentState, Fingerprint, OpenedCase, PassageState
from tests.builders import bundle

_T = TypeVar("_T")

FINGERPRINT = Fingerprint(1, 2, 3, "ab" * 32)


def made(record_type: type[_T], **values: object) -> _T:
    """One record, read from plain values as from a file."""
    return TypeAdapter(record_type).validate_python(values)


def opened(**changes: object) -> OpenedCase:
    """The small case, with whole members of its top level replaced."""
    return OpenedCase(
        case=made(Case, **bundle(**changes)),
        path=PurePath("small"),
        case_file=PurePath("small/case.json"),
        fingerprint=FINGERPRINT,
    )


def changed(kind: str, at: int = 0, /, **fields: Any) -> dict[str, list[Any]]:
    """A member of the small bundle in which one record has other fields; None takes one out."""
    items = bundle()[kind]
    items[at] = {name: value for name, value in (items[at] | fields).items() if value is not None}
    return {kind: items}


def checked(
    case: OpenedCase,
    documents: tuple[DocumentState, ...] = (),
    passages: dict[str, PassageState] | None = None,
) -> OpenedCase:
    """The same case with what was found of its documents and passages."""
    return replace(case, documents=documents, passages=tuple((passages or {}).items()))


def fields(page: Page) -> dict[str, str]:
    """The labelled values of a page; of a label that stands twice the last."""
    return {block.label: block.text for block in page.blocks if block.kind is BlockKind.FIELD}


def under(page: Page, heading: str) -> list[str]:
    """The words below a heading, down to the next one."""
    return [block.text for block in blocks_under(page, heading)]


def blocks_under(page: Page, heading: str) -> list[Block]:
    """The blocks below a heading, down to the next one."""
    found: list[Block] = []
    below = False
    for block in page.blocks:
        if block.kind is BlockKind.HEADING:
            below = block.text == heading
        elif below:
            found.append(block)
    return found


def headings(page: Page) -> list[str]:
    """The headings of a page, in order."""
    return [block.text for block in page.blocks if block.kind is BlockKind.HEADING]


def head(page: Page) -> tuple[str, str]:
    """The title of a page and what stands under it."""
    title, subtitle = page.blocks[:2]
    assert (title.kind, subtitle.kind) == (BlockKind.TITLE, BlockKind.SUBTITLE)
    return title.text, subtitle.text
